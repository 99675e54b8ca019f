"""A description with the text it came from, so that each problem finds its place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import NamedTuple

from igs_costshare.computing.statement import Named
from igs_costshare.description.settlement import settled_scenario
from igs_costshare.errors import InputError, Path, Problem
from igs_costshare.messages import Message, say
from igs_costshare.reading.basis import fields_within, still_agreed
from igs_costshare.reading.description import (
    ABSENT,
    EXPECTED,
    PLAN,
    SCENARIO,
    SETTLEMENT,
    TABLES_OF_IDS,
    Description,
    shared_start,
    table_at,
    value_at,
)
from igs_costshare.reading.extent import too_many_entries
from igs_costshare.reading.layout import Layout
from igs_costshare.reading.overrides import Arguments, Setting, overridden, path_of, settings_from
from igs_costshare.reading.presence import absent
from igs_costshare.reading.scenarios import in_scenario, overlay_of, removed_partners
from igs_costshare.reading.toml import from_toml

_LAYERS = ((SCENARIO,), (PLAN,))
"""Where layers stand in a file."""


class Origin(NamedTuple):
    """Where a value of the description was given."""

    path: Path
    """As the file has it; in a scenario, with its name in front."""
    name: str
    """`network.toml:29`, or `--set day_price.occupancy=0.9`."""
    line: int | None
    """None where it comes from the command line."""


class Risen(NamedTuple):
    """A number that rose in a year: by a part, and then in its own unit."""

    path: Path
    part: Decimal
    step: Decimal
    by: tuple[Path, ...]
    """Where the plan says so: `("plan", "index", "cost.*.amount")`."""


class Layer(NamedTuple):
    """A part of the text that is laid over the description: a scenario, a year of a plan."""

    place: Path
    """Where it stands: `("scenario", "lean")`, `("plan", "2028")`."""
    overlay: Description
    """What it lays over the description."""

    def brings(self, path: Path) -> bool:
        """Whether what stands at the path comes from it."""
        return value_at(self.overlay, path) is not None or any(
            not isinstance(value_at(self.overlay, path[:length]), dict | None)
            for length in range(1, len(path) + 1)
        )

    def place_of(self, path: Path) -> Path:
        """Where the text has what it brings to a path; expected figures have a table of theirs."""
        if path[:1] == (EXPECTED,):
            return (EXPECTED, *self.place, *path[1:])
        return (*self.place, *path)


class Left(NamedTuple):
    """What named a partner that a year of a plan takes away, though it is to be settled."""

    place: Path
    """Where the year does: `("plan", "2028", "remove")`."""
    partner: str
    path: Path
    """Who paid, what was paid, or who keeps the account."""


@dataclass(frozen=True, eq=False, repr=False)
class Source:
    """Where a description comes from: a text by name, and what was laid over it."""

    name: str
    layout: Layout
    """The text, and where things stand in it."""
    whole: Description
    """What the text says."""
    description: Description
    """What is to be computed: the description of the text, in a scenario, under settings."""
    settings: tuple[Setting, ...] = ()
    problems: tuple[Problem, ...] = ()
    """What could not be laid over the description, or taken away from it."""
    scenarios: tuple[str, ...] = ()
    """The scenarios of the text."""
    scenario: str | None = None
    """The one that is to be computed."""
    layers: tuple[Layer, ...] = ()
    """What is laid over the description: the scenario, then the years of a plan."""
    label: str | None = None
    """What the file calls the scenario."""
    partners_left: bool = False
    """Whether partners of the file are not there."""
    year: int | None = None
    """The year of the plan that is computed; None for the first, which the file describes."""
    whole_year: Description = field(default_factory=dict)
    """The description with those too who are not there in its year, but may be in another."""
    risen: Mapping[Path, tuple[Risen, ...]] = field(default_factory=dict)
    """What raised a number since the file, or a block, last stated it; a year after the other."""
    left: tuple[Left, ...] = ()
    """What the settlement of this year would lack of partners that the plan takes away."""

    @property
    def chosen(self) -> Named | None:
        """The scenario that is computed."""
        return None if self.scenario is None else Named(self.scenario, self.label or self.scenario)

    @property
    def settled(self) -> str | None:
        """The scenario that `settle` takes where none is asked for; None for the base."""
        return _settled(self.description, self.scenarios)

    @classmethod
    def of(
        cls,
        text: str,
        name: str,
        arguments: Arguments = (),
        scenario: str | None = None,
    ) -> Source:
        """The source of a TOML text; raises `NotToml`, and `InputError` for an argument."""
        settings = settings_from(arguments)
        whole = from_toml(text)
        known = tuple(table_at(whole, SCENARIO))
        crowded = too_many_entries(whole, text)
        if crowded:  # told without their lines, which would take longer to find than to refuse
            raise InputError(each._replace(origin=name) for each in crowded)
        return cls(name, Layout(text), whole, whole, scenarios=known).variant(scenario, settings)

    def variant(self, scenario: str | None, settings: Sequence[Setting] = ()) -> Source:
        """The same text in a scenario, or as it stands, under settings.

        Raises `InputError` where there is no such scenario.
        """
        merged: Description = self.whole
        obstacles: list[Problem] = []
        if scenario is not None:
            if scenario not in self.scenarios:
                from igs_costshare.reading.suggestions import suggestion

                hint = suggestion(scenario, self.scenarios) or say("reference.no_scenarios")
                reason = say("reference.none", what=say("reference.scenario"), name=scenario)
                raise InputError([Problem(reason, hint=hint, origin=f"--scenario {scenario}")])
            merged, obstacles = in_scenario(self.whole, scenario)
            changes = _changes_of(self.whole, scenario)
            happened = scenario == _settled(self.whole, self.scenarios)
            merged = still_agreed(self.whole, merged, changes, happened=happened)
        layers: tuple[Layer, ...] = ()
        if scenario is not None:
            layers = (Layer((SCENARIO, scenario), overlay_of(self.whole, scenario)),)
        description, problems = overridden(merged, settings)
        description = still_agreed(merged, description, [each.path for each in settings])
        return replace(
            self,
            settings=tuple(settings),
            problems=(*obstacles, *problems),
            scenario=scenario,
            layers=layers,
            label=value_at(self.whole, (SCENARIO, scenario, "label")) if scenario else None,
            partners_left=removed_partners(self.whole, merged),
            year=None,
            risen={},
            left=(),
        ).describing(description)

    def describing(self, whole_year: Description) -> Source:
        """The same with another description, of which who is not there in its year is left out."""
        gone = [*absent(whole_year)]
        description = whole_year
        if gone:
            from igs_costshare.reading.removal import without_absent

            description = without_absent(whole_year, gone, later=self.year is not None)
        return replace(
            self,
            description=description,
            whole_year=whole_year,
            partners_left=self.partners_left or bool(gone),
        )

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
        place = self.layout.place(path, problem.at_key)
        return problem._replace(message=message, path=path, origin=self.name, place=place)

    def origin(self, path: Path) -> Origin:
        """Where a value comes from: a year, the latest setting, a scenario, or the file."""
        years = self.layers if self.scenario is None else self.layers[1:]
        layer = next((each for each in reversed(years) if each.brings(path)), None)
        if layer is not None:
            return self._origin(layer.place_of(path))
        for place in (each.place for each in reversed(years)):
            if path[:1] == ("partner",) and path[1:2] and path[1] in self._merges(place):
                return self._origin((*place, "merge", path[1]))
        for setting in self.settings[::-1]:
            if path[: len(setting.path)] == setting.path:
                return Origin(path, setting.origin, None)
        if self.scenario is not None:
            if self.layers[0].brings(path):
                path = self.layers[0].place_of(path)
            elif value_at(self.whole, path) != value_at(self.description, path):
                path = (SCENARIO, self.scenario, "remove")
        return self._origin(path)

    def _merges(self, place: Path) -> Description:
        return table_at(self.whole, *place, "merge")

    def _origin(self, path: Path) -> Origin:
        line = self.layout.place(path).line
        return Origin(path, f"{self.name}:{line}", line)

    def _in_file(self, problem: Problem) -> tuple[Path, Message]:
        """Where the text says what is wrong, and how to tell it: in a scenario, in a year."""
        path, message = self.path_in_file(problem.path), problem.message
        if path == problem.path and path[:1] in _LAYERS:
            return path, message
        if self.scenario is not None and path == problem.path:
            message = say("reference.in_scenario", message=message, scenario=self.scenario)
        # What a year has brought may upset a later one only.
        if self.year is not None and not self.layers[-1].brings(problem.path):
            message = say("reference.in_year", message=message, year=str(self.year))
        return path, message

    def path_in_file(self, path: Path) -> Path:
        """Where the text has what stands at a path of the description."""
        if path[:1] == (ABSENT,) and path[1:]:
            path = ("partner", *path[1:])
        if path[:1] in _LAYERS:
            # A scenario may change the plan.
            of_scenario = path[:1] == (PLAN,) and self.scenario is not None
            by_scenario = of_scenario and self.layers[0].brings(path)
            return self.layers[0].place_of(path) if by_scenario else path
        layer = next((each for each in reversed(self.layers) if each.brings(path)), None)
        return self._of_an_entry(path) if layer is None else layer.place_of(path)

    def _of_an_entry(self, path: Path) -> Path:
        """Where the text has the entry that a path lies in, which a layer may have brought."""
        of_entry = bool(path[1:]) and path[0] in TABLES_OF_IDS
        if not of_entry or value_at(self.whole, path[:2]) is not None:
            return path
        brought = (place for layer in self.layers for place in self._brought(layer, path))
        return next(brought, path)

    def _brought(self, layer: Layer, path: Path) -> Iterator[Path]:
        """Where a layer has the entry that a path lies in, or the merger that made it."""
        if value_at(layer.overlay, path[:2]) is not None:
            yield layer.place_of(path)
        if path[0] == "partner" and path[1] in self._merges(layer.place):
            yield (*layer.place, "merge", path[1])

    def _setting_behind(
        self, problem: Problem, of_file: Collection[Problem] | None
    ) -> Setting | None:
        """The latest setting that brought the value, or else the nearest to what it upset.

        Where none is near, the latest.
        """
        latest_first = self.settings[::-1]
        for setting in latest_first:
            if problem.path[: len(setting.path)] == setting.path:
                return setting
        if of_file is None or problem in of_file:
            return None
        return max(latest_first, key=lambda each: shared_start(each.path, problem.path))

    def brings(self, path: Path) -> bool:
        """Whether what stands at the path comes from a scenario, or from a year of the plan."""
        return any(layer.brings(path) for layer in self.layers)

    def _order(self, problem: Problem) -> tuple[int, int, int]:
        if problem.place is not None:
            return 0, problem.place.line, problem.place.column
        origins = [setting.origin for setting in self.settings]
        return 1, origins.index(problem.origin) if problem.origin in origins else 0, 0


def _settled(description: Description, scenarios: Collection[str]) -> str | None:
    """The scenario that `settle` takes by itself; None for the base."""
    stated = value_at(description, (SETTLEMENT, "scenario"))
    return settled_scenario(stated if isinstance(stated, str) else None, scenarios)


def _changes_of(whole: Description, scenario: str) -> Iterator[Path]:
    """The paths of all that a scenario lays over the description, or takes away from it."""
    yield from fields_within(overlay_of(whole, scenario))
    removals = value_at(whole, (SCENARIO, scenario, "remove"))
    for name in removals if isinstance(removals, list) else ():
        yield (path_of(name) or ()) if isinstance(name, str) else ()
