"""Two amounts next to each other, with what changed."""

from __future__ import annotations

from igs_costshare.money import rounded


def side_by_side(a: int | None, b: int | None) -> tuple[int | None, ...]:
    """Both amounts, the change, and the change in tenths of a percent of the first.

    None is an amount that one side lacks. Of less than nothing there is no percentage: its sign
    would turn.

    >>> side_by_side(200, 201), side_by_side(None, 5)
    ((200, 201, 1, 5), (None, 5, 5, None))
    """
    change = (b or 0) - (a or 0)
    return a, b, change, rounded(1000 * change, a, "even") if a is not None and a > 0 else None
