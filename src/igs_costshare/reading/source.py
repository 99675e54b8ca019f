"""A description with the text it came from, so that each problem finds its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from igs_costshare.errors import InputError, Path, Place, Problem
from igs_costshare.reading.description import (
    SCENARIO,
    Description,
    shared_start,
    table_at,
    value_at,
)
from igs_costshare.reading.overrides import Setting, overridden, settings_from
from igs_costshare.reading.scenarios import in_scenario, overlay_of, removed_partners
from igs_costshare.reading.suggestions import suggestion
from igs_costshare.reading.toml import from_toml
from igs_costshare.statement import Named

if TYPE_CHECKING:
    from igs_costshare.reading.positions import Position


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """Where a description comes from: a text by name, and what was laid over it."""

    name: str
    text: str
    description: Description
    """What is to be computed: the description of the text, in a scenario, under settings."""
    settings: tuple[Setting, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What could not be laid over the description, or taken away from it."""
    scenarios: tuple[str, ...] = ()
    """The scenarios of the text."""
    scenario: str | None = None
    """The one that is to be computed."""
    overlay: Description = field(default_factory=dict)
    """What the scenario lays over the description."""
    label: str | None = None
    """What the file calls the scenario."""
    partners_left: bool = False
    """Whether the scenario takes partners away."""

    @property
    def chosen(self) -> Named | None:
        """The scenario that is computed."""
        return None if self.scenario is None else Named(self.scenario, self.label or self.scenario)

    @classmethod
    def of(
        cls, text: str, name: str, arguments: Sequence[str] = (), scenario: str | None = None
    ) -> Source:
        """The source of a TOML text; raises `NotToml`, and `InputError` for an argument."""
        settings = settings_from(arguments)
        whole = from_toml(text)
        known = tuple(table_at(whole, SCENARIO))
        if scenario is None:
            description, problems = overridden(whole, settings)
            return cls(name, text, description, settings, tuple(problems), known)
        if scenario not in known:
            hint = suggestion(scenario, known) or "the file has no scenarios"
            reason = f"there is no scenario `{scenario}`"
            raise InputError([Problem(reason, hint=hint, origin=f"--scenario {scenario}")])
        merged, obstacles = in_scenario(whole, scenario)
        description, problems = overridden(merged, settings)
        return cls(
            name,
            text,
            description,
            settings,
            (*obstacles, *problems),
            known,
            scenario,
            overlay_of(whole, scenario),
            value_at(whole, (SCENARIO, scenario, "label")),
            removed_partners(whole, merged),
        )

    def variant(self, scenario: str | None) -> Source:
        """The same text in a scenario, or as it stands, without settings."""
        return Source.of(self.text, self.name, (), scenario)

    def located(
        self, problems: Iterable[Problem], of_file: Collection[Problem] | None = None
    ) -> tuple[Problem, ...]:
        """The problems with their places, in file order; those of settings come last.

        `of_file` holds what is wrong without the settings, where that is known.
        """
        return self.in_order(self._placed(problem, of_file) for problem in problems)

    def in_order(self, placed: Iterable[Problem]) -> tuple[Problem, ...]:
        """Problems that know their places, each once, in file order."""
        return tuple(sorted(dict.fromkeys(placed), key=self._order))

    def _placed(self, problem: Problem, of_file: Collection[Problem] | None) -> Problem:
        if problem.origin:
            return problem
        setting = self._setting_behind(problem, of_file)
        if setting is not None:
            return problem._replace(origin=setting.origin)
        path, message = self._in_file(problem)
        place = self.place(path, problem.at_key)
        return problem._replace(message=message, path=path, origin=self.name, place=place)

    def _in_file(self, problem: Problem) -> tuple[Path, str]:
        """Where the text says what is wrong, and how to tell it: in the scenario, or the base."""
        path = problem.path
        if self.scenario is None or path[:1] == (SCENARIO,):
            return path, problem.message
        if self.brings(path):
            return (SCENARIO, self.scenario, *path), problem.message
        return path, f"{problem.message} (in scenario `{self.scenario}`)"

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

    def brings(self, path: Path) -> bool:
        """Whether what stands at the path comes from the scenario."""
        return value_at(self.overlay, path) is not None or any(
            not isinstance(value_at(self.overlay, path[:length]), dict | None)
            for length in range(1, len(path) + 1)
        )

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
