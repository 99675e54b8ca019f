"""`igs-costshare diff`: what changes between two statements, for whom, and why."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedLang,
    AskedRound,
    AskedText,
    Settings,
)
from igs_costshare.cli.output import STANDARD, Output, tell
from igs_costshare.cli.showing import showing
from igs_costshare.render import Round

if TYPE_CHECKING:
    from igs_costshare.computing.amounts import SavedStatement
    from igs_costshare.description.network import Network
    from igs_costshare.reading import Reading
    from igs_costshare.wording.language import Language


def diff(
    a: Annotated[
        str, typer.Argument(metavar="A", help="Description or statement saved as JSON; - is stdin.")
    ],
    b: Annotated[
        str | None, typer.Argument(metavar="[B]", help="Another one; default: A in the scenario.")
    ] = None,
    scenario: Annotated[
        list[str] | None,
        typer.Option(metavar="ID", help="Compare with this scenario; given twice, these two."),
    ] = None,
    settings: Settings = None,
    format: AskedText = None,
    output: Output = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    every: Annotated[
        bool, typer.Option("--all", help="Show all partners, also where more than ten change.")
    ] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where they differ.")
    ] = False,
) -> None:
    """Show what changes for each partner, and which change causes it.

    Example: igs-costshare diff network.toml --set day_price.occupancy=0.6
    """
    from igs_costshare.comparing.difference import diff as difference_of
    from igs_costshare.documents.difference import DifferenceDocument, Standpoint
    from igs_costshare.reading import Reading, warned

    shown = showing([a, *([b] if b else [])], format, output, lang, round, csv_dialect)
    sides = _sides(a, b, scenario or [], settings or [])
    loaded = _loaded(sides)
    difference = difference_of(*map(_known, loaded))
    standpoints = [
        Standpoint(side.name, _id_of(each), side.heading(each, b and other.file, shown.language))
        for side, other, each in zip(sides, sides[::-1], loaded, strict=True)
    ]
    document = DifferenceDocument(
        difference,
        (standpoints[0], standpoints[1]),
        shown.language,
        whole=shown.whole,
        every=every,
    )
    data = shown.rendered(document)
    tell(warned([side for side in loaded if isinstance(side, Reading)]))
    shown.deliver(data)
    if exit_code and difference.changed:
        raise typer.Exit(1)


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
        self, loaded: "Reading | SavedStatement", other: str | None, language: "Language"
    ) -> str:
        """What it is called above its column; `other` is the file of the other side, if any."""
        from igs_costshare.errors import visible

        alike = other is not None and Path(other).name == Path(self.file).name
        parts = [] if other is None else [self.name if alike else Path(self.name).name]
        parts += map(visible, filter(None, [_scenario_of(loaded)]))
        # What is set stands among the causes, in words.
        parts += [language.say("compared.new")] if self.settings else []
        return ", ".join(parts) or language.say("compared.base")


def _id_of(loaded: "Reading | SavedStatement") -> str | None:
    """The id of the scenario of a side."""
    from igs_costshare.computing.amounts import SavedStatement

    return loaded.scenario if isinstance(loaded, SavedStatement) else loaded.source.scenario


def _scenario_of(loaded: "Reading | SavedStatement") -> str | None:
    """What people call the scenario of a side."""
    from igs_costshare.computing.amounts import SavedStatement

    if isinstance(loaded, SavedStatement):
        return loaded.scenario
    return loaded.source.chosen.name if loaded.source.chosen else None


def _sides(a: str, b: str | None, scenarios: list[str], settings: list[str]) -> tuple[_Side, _Side]:
    """What is compared with what; settings are laid over the second only."""
    most = 2
    if len(scenarios) > most:
        raise typer.BadParameter("at most two can be compared", param_hint="'--scenario'")
    if b is None and not scenarios and not settings:
        raise typer.BadParameter(
            "give a second file, --scenario or --set to compare with", param_hint="'[B]'"
        )
    if a == b == STANDARD:
        raise typer.BadParameter("only one of them can be standard input", param_hint="'[B]'")
    of_b = scenarios[-1] if scenarios else None
    of_a = of_b if b is not None else None
    if len(scenarios) == most:
        of_a = scenarios[0]
    return _Side(a, of_a, ()), _Side(b or a, of_b, tuple(settings))


def _loaded(sides: tuple[_Side, _Side]) -> "list[Reading | SavedStatement]":
    """Both sides, with every problem of both; a file of both is read once."""
    from igs_costshare.errors import InputError, Problem
    from igs_costshare.freezing.loading import load_or_saved
    from igs_costshare.reading import Reading, load_text

    # A scenario for both sides does not hold for one that was saved.
    shared = sides[0].scenario == sides[1].scenario
    loaded: list[Reading | SavedStatement] = []
    problems: list[Problem] = []
    for side in sides:
        try:
            first = loaded[0] if loaded and side.file == sides[0].file else None
            loaded.append(
                load_text(first.source.layout.text, first.source.name, side.settings, side.scenario)
                if isinstance(first, Reading)
                else load_or_saved(side.file, side.settings, side.scenario, lenient=shared)
            )
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
