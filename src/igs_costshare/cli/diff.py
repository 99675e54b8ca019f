"""`igs-costshare diff`: what changes between two statements, for whom, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from igs_costshare.cli.mistakes import mistake, mistaken
from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedHeadings,
    AskedLang,
    AskedRound,
    Output,
    Settings,
)
from igs_costshare.cli.output import STANDARD, tell
from igs_costshare.cli.papers import AskedDate, AskedStatus, page_marks
from igs_costshare.cli.showing import showing
from igs_costshare.messages import say
from igs_costshare.render import Format, Round

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from igs_costshare.cli.footed import Footing
    from igs_costshare.cli.tabled import DuesDocument, StatementsDocument
    from igs_costshare.comparing.difference import Difference
    from igs_costshare.computing.amounts import SavedStatement
    from igs_costshare.description.network import Network
    from igs_costshare.documents.difference import Standpoint
    from igs_costshare.papers.marks import Marks
    from igs_costshare.reading import Reading
    from igs_costshare.wording.language import Language

T = TypeVar("T")


def diff(
    a: Annotated[str, typer.Argument(metavar="A")],
    b: Annotated[str | None, typer.Argument(metavar="B")] = None,
    scenario: Annotated[list[str] | None, typer.Option(metavar="ID")] = None,
    settings: Settings = None,
    format: AskedFormat = None,
    output: Output = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
    year: Annotated[list[int] | None, typer.Option("--year", metavar="YEAR")] = None,
    every: Annotated[bool, typer.Option("--all")] = False,
    due: Annotated[bool, typer.Option("--due")] = False,
    causes: Annotated[int | None, typer.Option(metavar="N", min=1, max=50)] = None,
    exit_code: Annotated[bool, typer.Option("--exit-code")] = False,
) -> None:
    """Show what changes for each partner, and which change causes it.

    Example: igs-costshare diff network.toml --set day_price.occupancy=0.6
    """
    from igs_costshare.documents.difference import Standpoint
    from igs_costshare.reading import Reading, warned

    shown = showing(
        [a, *([b] if b else [])],
        format,
        output,
        lang,
        round,
        csv_dialect,
        formats=tuple(Format),
        settings=settings,
        headings=headings,
    )
    marked = page_marks(shown.format, status, date)
    if year:
        side = _side_of_years(a, b, scenario or [], settings or [], year, due=due)
        loaded, difference, standpoints = _planned(side, year, causes)
    else:
        sides = _sides(a, b, scenario or [], settings or [])
        loaded, difference = (
            _settled(sides, scenario or [], causes) if due else _compared(sides, causes)
        )
        one, other = (
            Standpoint(
                side.name,
                _id_of(each),
                side.heading(
                    each, b and rest.file, shown.language, budget=_settles(each, counterpart)
                ),
            )
            for side, rest, each, counterpart in zip(
                sides, sides[::-1], loaded, loaded[::-1], strict=True
            )
        )
        standpoints = one, other
    shown = shown.calling(*(each.network for each in loaded if isinstance(each, Reading)))
    document = _kind(due=due)(
        difference,
        standpoints,
        shown.language,
        whole=shown.whole,
        every=every,
    )
    document.footing = _footing(loaded, marked)
    data = shown.rendered(document)
    tell(warned([side for side in loaded if isinstance(side, Reading)]))
    shown.deliver(data)
    if exit_code and difference.changed:
        raise typer.Exit(1)


def _footing(
    loaded: "Sequence[Reading | SavedStatement]", marked: "Marks | None"
) -> "Footing | None":
    """Of the description that the figures go to, beside the other; None of saved figures only."""
    from igs_costshare.cli.footed import Footing
    from igs_costshare.reading import Reading

    readings = [each for each in loaded if isinstance(each, Reading)]
    return Footing(readings[-1], marked, readings[:-1]) if readings else None


def _kind(*, due: bool) -> "type[StatementsDocument | DuesDocument]":
    """What is told: what is due in two settlements, or two statements."""
    from igs_costshare.cli.tabled import DuesDocument, StatementsDocument

    return DuesDocument if due else StatementsDocument


class _Side(NamedTuple):
    """One of the two that are compared, as it is asked for."""

    file: str
    scenario: str | None
    settings: tuple[str, ...]

    @property
    def name(self) -> str:
        """What the file is called, with what could not be shown or written made visible."""
        from igs_costshare.errors import visible
        from igs_costshare.reading import name_of

        return visible(name_of(self.file))

    def heading(
        self,
        loaded: "Reading | SavedStatement",
        other: str | None,
        language: "Language",
        *,
        budget: bool,
    ) -> str:
        """What it is called above its column; `other` is the file of the other side, if any.

        `budget` where the other side is what is settled against it.
        """
        from igs_costshare.errors import visible

        alike = other is not None and Path(other).name == Path(self.file).name
        parts = [] if other is None else [self.name if alike else Path(self.name).name]
        parts += map(visible, filter(None, [_scenario_of(loaded, language)]))
        # What is set stands among the causes, in words.
        parts += [language.say("compared.new")] if self.settings else []
        if parts:
            return ", ".join(parts)
        return language.say("compared.budget") if budget else language.say("compared.base")


def _settles(base: "Reading | SavedStatement", other: "Reading | SavedStatement") -> bool:
    """Whether the other side is what is settled of a description as it stands."""
    from igs_costshare.computing.amounts import SavedStatement

    if isinstance(base, SavedStatement) or isinstance(other, SavedStatement):
        return False
    return other.source.scenario is not None and other.source.scenario == base.source.settled


def _id_of(loaded: "Reading | SavedStatement") -> str | None:
    """The id of the scenario of a side."""
    from igs_costshare.computing.amounts import SavedStatement

    return loaded.scenario if isinstance(loaded, SavedStatement) else loaded.source.scenario


def _scenario_of(loaded: "Reading | SavedStatement", language: "Language") -> str | None:
    """What people call the scenario of a side."""
    from igs_costshare.computing.amounts import SavedStatement
    from igs_costshare.wording.sentences import scenario_name

    if isinstance(loaded, SavedStatement):
        return loaded.scenario
    chosen = loaded.source.chosen
    return None if chosen is None else scenario_name(chosen, language)


def _sides(a: str, b: str | None, scenarios: list[str], settings: list[str]) -> tuple[_Side, _Side]:
    """What is compared with what; settings are laid over the second only."""
    most = 2
    if len(scenarios) > most:
        raise mistake("--scenario", say("usage.two_scenarios"))
    if b is None and not scenarios and not settings:
        raise mistaken("B", say("usage.nothing_to_compare"))
    if a == b == STANDARD:
        raise mistaken("B", say("usage.one_standard"))
    of_b = scenarios[-1] if scenarios else None
    of_a = of_b if b is not None else None
    if len(scenarios) == most:
        of_a = scenarios[0]
    return _Side(a, of_a, ()), _Side(b or a, of_b, tuple(settings))


def _side_of_years(
    a: str, b: str | None, scenarios: list[str], settings: list[str], years: list[int], *, due: bool
) -> _Side:
    """What has a plan, of which years are compared: a scenario and settings stand under both."""
    if b is not None or due:
        raise mistake("--year", say("usage.years_of_one_file"))
    if len(years) > len(("a", "b")):
        raise mistake("--year", say("usage.two_years"))
    if scenarios[1:]:
        raise mistake("--scenario", say("usage.one_scenario_of_years"))
    return _Side(a, scenarios[0] if scenarios else None, tuple(settings))


def _planned(
    side: _Side, asked: list[int], most: int | None
) -> "tuple[Sequence[Reading | SavedStatement], Difference, tuple[Standpoint, Standpoint]]":
    """Two years of a plan, or the base year and another: the events between, and their names."""
    from igs_costshare.comparing.planned import years_difference
    from igs_costshare.documents.difference import Standpoint
    from igs_costshare.reading import load
    from igs_costshare.reading.planned import in_year, years_of

    first = load(side.file, side.settings, side.scenario)
    readings = [first, *(in_year(first, year) for year in asked)][-2:]
    years = [*years_of(first, max(asked))]
    a, b = (int(str(each.network.year)) for each in readings)
    one, other = (Standpoint(side.name, side.scenario, str(each), each) for each in (a, b))
    return readings, years_difference(years, a, b, most), (one, other)


def _compared(
    sides: tuple[_Side, _Side], most: int | None
) -> "tuple[Sequence[Reading | SavedStatement], Difference]":
    """Both sides, and what changes from the one statement to the other."""
    from igs_costshare.comparing.difference import diff as difference_of
    from igs_costshare.freezing.loading import load_or_saved
    from igs_costshare.reading import Reading, load_text

    # A scenario for both sides does not hold for one that was saved.
    shared = sides[0].scenario == sides[1].scenario

    def load(side: _Side, first: "Reading | SavedStatement | None") -> "Reading | SavedStatement":
        if isinstance(first, Reading):
            text, name = first.source.layout.text, first.source.name
            return load_text(text, name, side.settings, side.scenario)
        return load_or_saved(side.file, side.settings, side.scenario, lenient=shared)

    loaded = _loaded(sides, load)
    return loaded, difference_of(*map(_known, loaded), most=most)


def _settled(
    sides: tuple[_Side, _Side], scenarios: list[str], most: int | None
) -> "tuple[Sequence[Reading], Difference]":
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

    def load(side: _Side, first: SettledReadings | None) -> SettledReadings:
        if first is not None:
            source = first.budget.source
            return settled_readings(source.layout.text, source.name, side.settings, side.scenario)
        return load_settled_or_refuse(side.file, side.settings, side.scenario)

    loaded = _loaded(sides, load)
    settling = [
        Settling(each.settled.network, each.outcome(each.settled.statement())) for each in loaded
    ]
    return [each.settled for each in loaded], due_difference(settling[0], settling[1], most)


def _loaded(sides: tuple[_Side, _Side], load: "Callable[[_Side, T | None], T]") -> "list[T]":
    """Both sides, with every problem of both; a file of both is read once.

    `load` is given what was loaded first, where that is of the same file.
    """
    from igs_costshare.errors import InputError, Problem

    loaded: list[T] = []
    problems: list[Problem] = []
    for side in sides:
        try:
            same = loaded and side.file == sides[0].file
            loaded.append(load(side, loaded[0] if same else None))
        except InputError as error:
            problems += [each for each in error.problems if each not in problems]
            if side.file == sides[1].file:
                break
    if problems:
        raise InputError(problems)
    return loaded


def _known(side: "Reading | SavedStatement") -> "Network | SavedStatement":
    from igs_costshare.reading import Reading

    return side.network if isinstance(side, Reading) else side
