"""What a scenario changes in a description, in few words."""

from __future__ import annotations

from igs_costshare.comparing.changes import changes_between
from igs_costshare.comparing.grouping import recognised
from igs_costshare.description.network import Network
from igs_costshare.documents.cause_phrases import PhraseTeller
from igs_costshare.reading.description import TABLES_OF_IDS
from igs_costshare.wording.cut import cut_at_change
from igs_costshare.wording.language import Language

_LONGEST = 70


def what_differs(base: Network, other: Network, language: Language, longest: int = _LONGEST) -> str:
    """The changes from one to the other as people call them, cut off where they are many."""
    causes = recognised(changes_between(base, other))
    teller = PhraseTeller({**_names(base), **_names(other)}, other.currency, language)
    return cut_at_change([teller.phrase(cause) for cause in causes], longest, language)


def _names(network: Network) -> dict[tuple[str | int, ...], str]:
    return {
        (table, id): network.called(table, id)
        for table in TABLES_OF_IDS
        for id in getattr(network, table)
    }
