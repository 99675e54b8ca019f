"""What is found in a file, ready to be told in any format."""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.errors import Problem, Severity

HOLDS, FOUND, UNUSABLE = 0, 1, 2
"""Exit codes: all is well, a rule is broken, a file cannot be read or computed."""


class Told(NamedTuple):
    """A finding with its place."""

    rule: str
    problem: Problem
    """What is wrong and where; its message says all there is to say."""

    @property
    def severity(self) -> Severity:
        """Whether it is an error or a warning."""
        return self.problem.severity

    @property
    def line(self) -> int | None:
        """The line of the file, from 1; None where it has none."""
        return self.problem.place.line if self.problem.place else None

    def elsewhere(self, file: str) -> str | None:
        """The register that it stands in; None where it stands in the file itself."""
        place, origin = self.problem.place, self.problem.origin
        return origin if place is not None and not place.column and origin != file else None


class Report(NamedTuple):
    """All that is found in one file, in the order of the file."""

    file: str
    findings: tuple[Told, ...] = ()
    usable: bool = True
    """Whether the file can be read and computed."""

    def code(self, *, strict: bool) -> int:
        """The exit code for this file; `strict` makes warnings count."""
        if not self.usable:
            return UNUSABLE
        counts = ("error", "warning") if strict else ("error",)
        return FOUND if any(each.severity in counts for each in self.findings) else HOLDS
