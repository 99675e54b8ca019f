"""Both sides of a difference loaded, with what changes between them and why.

They are two statements, two settlements or two years of a plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from igs_costshare.cli.sides import Side
from igs_costshare.comparing.difference import Difference, diff
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.description.network import Network
from igs_costshare.documents.difference import Standpoint
from igs_costshare.errors import InputError, Problem
from igs_costshare.reading import Reading, load, load_text

T = TypeVar("T")


def between_years(
    side: Side, asked: Sequence[int], most: int | None
) -> tuple[Sequence[Reading], Difference, tuple[Standpoint, Standpoint]]:
    """Two years of a plan, or the base year and another: the events between, and their names."""
    from igs_costshare.comparing.planned import years_difference
    from igs_costshare.reading.planned import in_year, years_of

    first = load(side.file, side.settings, side.scenario)
    readings = [first, *(in_year(first, year) for year in asked)][-2:]
    years = [*years_of(first, max(asked))]
    a, b = (int(str(each.network.year)) for each in readings)
    one, other = (Standpoint(side.name, side.scenario, str(each), each) for each in (a, b))
    return readings, years_difference(years, a, b, most), (one, other)


def between_statements(
    sides: tuple[Side, Side], most: int | None
) -> tuple[Sequence[Reading | SavedStatement], Difference]:
    """Both sides, and what changes from the one statement to the other."""
    from igs_costshare.freezing.loading import load_or_saved

    # A scenario for both sides does not hold for one that was saved.
    shared = sides[0].scenario == sides[1].scenario

    def loading(side: Side, first: Reading | SavedStatement | None) -> Reading | SavedStatement:
        if isinstance(first, Reading):
            text, name = first.source.layout.text, first.source.name
            return load_text(text, name, side.settings, side.scenario)
        return load_or_saved(side.file, side.settings, side.scenario, lenient=shared)

    loaded = _loaded(sides, loading)
    return loaded, diff(*map(_known, loaded), most=most)


def between_settlements(
    sides: tuple[Side, Side], scenarios: Sequence[str], most: int | None
) -> tuple[Sequence[Reading], Difference]:
    """Both sides as they are settled, and what changes from the one settlement to the other.

    Where no scenario is asked for, each side settles its own; of one file and one scenario the
    first side is the file as it stands.
    """
    from igs_costshare.comparing.dues import Settling, due_difference
    from igs_costshare.description.settlement import BASE
    from igs_costshare.freezing.loading import load_settled_or_refuse
    from igs_costshare.reading.settled import SettledReadings, settled_readings

    if scenarios and sides[0].scenario is None:
        sides = sides[0]._replace(scenario=BASE), sides[1]

    def loading(side: Side, first: SettledReadings | None) -> SettledReadings:
        if first is not None:
            source = first.budget.source
            return settled_readings(source.layout.text, source.name, side.settings, side.scenario)
        return load_settled_or_refuse(side.file, side.settings, side.scenario)

    loaded = _loaded(sides, loading)
    settling = [
        Settling(each.settled.network, each.outcome(each.settled.statement())) for each in loaded
    ]
    return [each.settled for each in loaded], due_difference(settling[0], settling[1], most)


def _loaded(sides: tuple[Side, Side], loading: Callable[[Side, T | None], T]) -> list[T]:
    """Both sides, with every problem of both; a file of both is read once.

    `loading` is given what was loaded first, where that is of the same file.
    """
    loaded: list[T] = []
    problems: list[Problem] = []
    for side in sides:
        try:
            same = loaded and side.file == sides[0].file
            loaded.append(loading(side, loaded[0] if same else None))
        except InputError as error:
            problems += [each for each in error.problems if each not in problems]
            if side.file == sides[1].file:
                break
    if problems:
        raise InputError(problems)
    return loaded


def _known(side: Reading | SavedStatement) -> Network | SavedStatement:
    return side.network if isinstance(side, Reading) else side
