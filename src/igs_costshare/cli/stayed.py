"""The register that `stays` shows, with the page and the workbook of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from igs_costshare.cli.footed import WithFoot
from igs_costshare.computing.statement import Statement
from igs_costshare.documents.stays import RegisterFinding, StaysDocument
from igs_costshare.errors import Problem
from igs_costshare.reading.loading import Reading

if TYPE_CHECKING:
    from igs_costshare.rules.rule import Finding, Rule


class StayedDocument(WithFoot, StaysDocument):
    """A register that may be a page or a workbook of its own."""

    def page(self) -> str:
        """The page of HTML."""
        from igs_costshare.page.plain import plain_page

        caption = self.language.say("stays.caption")
        return plain_page(self, caption, self.language, foot=self.foot())

    def workbook(self) -> bytes:
        """The tables on a sheet each, with figures to count on."""
        from igs_costshare.workbook.shown import shown_bytes

        self.parts_of_whole = True
        return shown_bytes(self, self.statement.currency, self.language.say("stays.stays"))


def findings_in(reading: Reading, statement: Statement) -> tuple[RegisterFinding, ...]:
    """What the rules of `check` find in the register, by line; what is of no line comes last."""
    from igs_costshare.rules.rule import Case
    from igs_costshare.rules.stays import STAYS

    case = Case(reading.network, statement, register=reading.register)
    found = (_finding(rule, each, reading) for rule in STAYS for each in rule.find(case))
    return tuple(sorted(found, key=_line))


def _finding(rule: Rule, found: Finding, reading: Reading) -> RegisterFinding:
    problem = Problem(
        found.message,
        found.path,
        severity=rule.severity,
        origin=found.origin,
        place=found.place,
    )
    place, register = found.place, reading.register
    home = "" if place is None or register is None else register.called(place.line)
    return RegisterFinding(rule.id, problem, home)


def _line(found: RegisterFinding) -> tuple[bool, int]:
    place = found.problem.place
    return place is None, 0 if place is None else place.line
