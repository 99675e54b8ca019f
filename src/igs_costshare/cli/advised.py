"""The advice that `advise` gives, with the page of it."""

from __future__ import annotations

from igs_costshare.advising.factors import judged
from igs_costshare.advising.forms import verdicts
from igs_costshare.advising.tasks import administrations
from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.documents.advice import Advice, AdviceDocument


class AdvisedDocument(AdviceDocument):
    """Advice that may be a page of its own."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        return plain_page(self, self.language.say("advise.caption"), self.language)


def advice_of(network: Network, statement: Statement) -> Advice:
    """What there is to advise of a network, with what was answered."""
    forms, tasks = verdicts(network), administrations(network)
    stated = network.governance and network.governance.form
    factors = judged(network, statement, forms, tasks)
    return Advice(statement, forms, stated or None, tasks, factors)
