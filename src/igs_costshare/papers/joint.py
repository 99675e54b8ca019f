"""Whether causes work together, so that one may differ from the difference of a line beside it."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.computing.statement import DAY_PRICE
from igs_costshare.errors import Path
from igs_costshare.papers.case import Case, Standing

_LINES = ("cost", "subsidy", "revenue")
_OF_DAY_PRICE = ("stays", DAY_PRICE)


def work_together(case: Case, standings: Sequence[Standing]) -> bool:
    """Whether those stand beside lines of which a cause says another amount, or may.

    That is where a cause of one line moves it by more or less than the line differs, or where
    several causes are of no line alone.
    """
    causes = () if case.before is None else case.before.difference.causes or ()
    parts = [sum(each) for each in zip(*(s.causes for s in standings), strict=True)]
    moving = [(causes[at].path, part) for at, part in enumerate(parts) if part]
    of_line = [(line, part) for path, part in moving if (line := _line(path))]
    if len(moving) - len(of_line) > 1:
        return True
    return len(moving) > 1 and any(
        abs(part) != abs(_difference(case, standings, line)) for line, part in of_line
    )


def _line(path: Path) -> str:
    """The line that a cause is of; empty for one that may move several."""
    if path[0] in _OF_DAY_PRICE:
        return DAY_PRICE
    return str(path[1]) if path[0] in _LINES and path[1:] else ""


def _difference(case: Case, standings: Sequence[Standing], line: str) -> int:
    """How much a line differs for those together."""
    changes = (case.change_of(each.id) for each in standings)
    columns = [each.columns for each in changes if each is not None]
    return sum(each[line].change for each in columns if line in each)
