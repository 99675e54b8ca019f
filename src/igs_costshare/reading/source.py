"""A description with the text it came from, so that each problem finds its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from igs_costshare.errors import Path, Place, Problem
from igs_costshare.reading.description import Description, shared_start
from igs_costshare.reading.overrides import Setting, overridden, settings_from
from igs_costshare.reading.toml import from_toml

if TYPE_CHECKING:
    from igs_costshare.reading.positions import Position


@dataclass(frozen=True)
class Source:
    """Where a description comes from: a text by name, and what was laid over it."""

    name: str
    text: str
    description: Description
    settings: tuple[Setting, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Settings that could not be laid over it."""

    @classmethod
    def of(cls, text: str, name: str, arguments: Sequence[str] = ()) -> Source:
        """The source of a TOML text; raises `NotToml`, and `InputError` for an argument."""
        settings = settings_from(arguments)
        description, problems = overridden(from_toml(text), settings)
        return cls(name, text, description, settings, tuple(problems))

    def located(
        self, problems: Iterable[Problem], of_file: Collection[Problem] | None = None
    ) -> tuple[Problem, ...]:
        """The problems with their places, in file order; those of settings come last.

        `of_file` holds what is wrong without the settings, where that is known.
        """
        placed = [self._placed(problem, of_file) for problem in dict.fromkeys(problems)]
        return tuple(sorted(placed, key=self._order))

    def _placed(self, problem: Problem, of_file: Collection[Problem] | None) -> Problem:
        if problem.origin:
            return problem
        setting = self._setting_behind(problem, of_file)
        if setting is not None:
            return problem._replace(origin=setting.origin)
        return problem._replace(origin=self.name, place=self.place(problem.path, problem.at_key))

    def _setting_behind(
        self, problem: Problem, of_file: Collection[Problem] | None
    ) -> Setting | None:
        """The latest setting that brought the value, or else the nearest to what it upset."""
        latest_first = self.settings[::-1]
        for setting in latest_first:
            if problem.path[: len(setting.path)] == setting.path:
                return setting
        if of_file is None or problem in of_file:
            return None
        nearest = max(latest_first, key=lambda each: shared_start(each.path, problem.path))
        return nearest if shared_start(nearest.path, problem.path) else None

    def _order(self, problem: Problem) -> tuple[int, int, int]:
        if problem.place is not None:
            return 0, problem.place.line, problem.place.column
        origins = [setting.origin for setting in self.settings]
        return 1, origins.index(problem.origin) if problem.origin in origins else 0, 0

    def place(self, path: Path, at_key: bool = False) -> Place:
        """Where a path stands, or the nearest table around it in the text."""
        for length in range(len(path), 0, -1):
            position = self._positions.get(path[:length])
            if position is not None:
                exact = length == len(path)
                row, column = position.key if at_key and exact else position.value
                return Place(row + 1, column + 1, self._lines[row])
        return Place(1, 1, self._lines[0])

    @cached_property
    def _positions(self) -> dict[Path, Position]:
        from igs_costshare.reading.positions import positions

        return positions(self.text)

    @cached_property
    def _lines(self) -> list[str]:
        return [line.rstrip("\r") for line in self.text.split("\n")]
