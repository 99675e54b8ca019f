"""A text with the places of what it says, found when somebody first asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from igs_costshare.errors import Path, Place

if TYPE_CHECKING:
    from igs_costshare.reading.positions import Position


@dataclass(frozen=True, eq=False, repr=False)
class Layout:
    """The text of a file, and where each path stands in it."""

    text: str

    def place(self, path: Path, at_key: bool = False) -> Place:
        """Where a path stands, or the nearest table around it in the text."""
        for length in range(len(path), 0, -1):
            position = self.positions.get(path[:length])
            if position is not None:
                exact = length == len(path)
                row, column = position.key if at_key and exact else position.value
                return Place(row + 1, column + 1, self.lines[row])
        return Place(1, 1, self.lines[0])

    @cached_property
    def positions(self) -> dict[Path, Position]:
        """Rows and columns of every name and value."""
        from igs_costshare.reading.positions import positions

        return positions(self.text)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, without their ends."""
        return [line.rstrip("\r") for line in self.text.split("\n")]
