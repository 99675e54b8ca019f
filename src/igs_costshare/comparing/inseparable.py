"""Changes of which no network can have the one without the other.

Sets of changes are whole numbers, bit 1 for the first. The rule depends on no order, and is the
same for the way back, where each set stands for the changes that it leaves out.
"""

from __future__ import annotations

from collections.abc import Collection


def joined(changes: int, impossible: Collection[int]) -> list[list[int]]:
    """The positions of the changes, those together that make no sense apart.

    A smallest impossible set is joined with the fewest others that make it possible; a largest
    one, whose missing changes are at fault, with the fewest of its own that do. Nobody and
    everybody are possible.

    >>> joined(3, {0b001, 0b101})  # the first change needs the second
    [[0, 1], [2]]
    """
    everybody = (1 << changes) - 1
    ties = [*_ties(everybody, impossible)]
    ties += _ties(everybody, {everybody ^ each for each in impossible})
    groups = [1 << place for place in range(changes)]
    for tie in ties:
        touched = [group for group in groups if group & tie]
        groups = [group for group in groups if not group & tie] + [sum(touched)]
    return sorted([place for place in range(changes) if group >> place & 1] for group in groups)


def _ties(everybody: int, impossible: Collection[int]) -> set[int]:
    """Each smallest impossible set, with every smallest set of others that mends it."""
    ties = set()
    for faulty in impossible:
        if any(other & faulty == other != faulty for other in impossible):
            continue
        mended = [
            whole
            for whole in range(everybody + 1)
            if whole & faulty == faulty and whole not in impossible
        ]
        fewest = min(whole.bit_count() for whole in mended)
        ties |= {whole for whole in mended if whole.bit_count() == fewest}
    return ties
