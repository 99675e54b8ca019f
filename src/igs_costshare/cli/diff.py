"""`igs-costshare diff`: what changes between two statements, for whom, and why."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedLang,
    AskedRound,
    Settings,
)
from igs_costshare.cli.output import Output, tell
from igs_costshare.cli.showing import showing
from igs_costshare.render import Round

if TYPE_CHECKING:
    from igs_costshare.documents.difference import Origin
    from igs_costshare.language import Language
    from igs_costshare.reading import Reading
    from igs_costshare.saved import SavedStatement


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
    format: AskedFormat = None,
    output: Output = None,
    lang: AskedLang = None,
    round: AskedRound = Round.CENT,
    csv_dialect: AskedDialect = None,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 where they differ.")
    ] = False,
) -> None:
    """Show what changes for each partner, and which change causes it.

    Example: igs-costshare diff network.toml --scenario lean
    """
    from igs_costshare.comparing.difference import diff as difference_of
    from igs_costshare.documents.difference import DifferenceDocument

    shown = showing([a, *([b] if b else [])], format, output, lang, round, csv_dialect)
    of_a, of_b = _scenarios(b, scenario or [], settings or [])
    sides = _sides((a, of_a, ()), (b or a, of_b, tuple(settings or ())))
    difference = difference_of(*(_compared(side) for side in sides))
    document = DifferenceDocument(
        difference,
        (
            _origin(a, of_a, (), sides[0], shown.language),
            _origin(b or a, of_b, tuple(settings or ()), sides[1], shown.language),
        ),
        shown.language,
        whole=shown.whole,
    )
    data = shown.rendered(document)
    shown.deliver(data)
    if exit_code and difference.changed:
        raise typer.Exit(1)
