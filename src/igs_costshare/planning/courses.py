"""What the reserve does over the years: each begins with what the one before left."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.reading.planned import PlannedYear
from igs_costshare.settling.ledger import course_of
from igs_costshare.settling.settled import Course


def courses_of(years: Sequence[PlannedYear], decimals: int) -> tuple[Course | None, ...]:
    """Opening and change of each year, in 10^-decimals.

    None for a year without `[reserve]` and without a charge.
    """
    courses: list[Course | None] = []
    closing = 0
    for each in years:
        statement = each.statement
        course = course_of(statement, decimals)
        if course is None and statement.reserve is not None:
            borne = sum(line.reserve for line in statement.lines)
            step = 10 ** (decimals - statement.decimals)
            course = Course(closing, -step * statement.minor(borne))
        closing = closing if course is None else course.closing
        courses.append(course)
    return tuple(courses)
