"""Arguments and options that several commands have, each written once."""

from typing import Annotated

import typer

from igs_costshare.render import CsvDialect, Format, Round, TextFormat
from igs_costshare.wording.language import Lang

File = Annotated[str, typer.Argument(metavar="FILE", help="Description; - reads stdin.")]
AskedFormat = Annotated[
    Format | None, typer.Option(help="Default: by the ending of --output, otherwise table.")
]
AskedText = Annotated[
    TextFormat | None, typer.Option(help="Default: by the ending of --output, otherwise table.")
]
AskedLang = Annotated[
    Lang | None,
    typer.Option(help="Default: your locale, but en for csv and json."),
]
AskedRound = Annotated[
    Round, typer.Option(help="Show cents or whole euros, in the formats that people read.")
]
AskedDialect = Annotated[
    CsvDialect | None, typer.Option(help="excel-be: as Excel in Belgium opens it.")
]
Scenario = Annotated[
    str | None, typer.Option(metavar="ID", help="Compute this scenario of the file.")
]
Settings = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        metavar="PATH=VALUE",
        help="Replace a value of the file, as day_price.occupancy=0.9; repeatable.",
    ),
]
Strict = Annotated[bool, typer.Option("--strict", help="Exit with 1 on a warning.")]
LockName = Annotated[
    str | None,
    typer.Option("--lock", metavar="NAME", help="The lock FILE.NAME.lock, one of several."),
]
