"""The register that `stays` shows, with the page of it."""

from __future__ import annotations

from igs_costshare.computing.statement import Statement
from igs_costshare.documents.stays import RegisterFinding, StaysDocument
from igs_costshare.errors import Problem
from igs_costshare.reading.loading import Reading


class StayedDocument(StaysDocument):
    """A register that may be a page of its own."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        return plain_page(self, self.language.say("stays.caption"), self.language)


def findings_in(reading: Reading, statement: Statement) -> tuple[RegisterFinding, ...]:
    """What the rules of `check` find in the register, by rule and then by line."""
    from igs_costshare.rules.rule import Case
    from igs_costshare.rules.stays import STAYS

    case = Case(reading.network, statement, register=reading.register)
    return tuple(
        RegisterFinding(
            rule.id,
            Problem(
                found.message,
                found.path,
                severity=rule.severity,
                origin=found.origin,
                place=found.place,
            ),
        )
        for rule in STAYS
        for found in rule.find(case)
    )
