"""Arguments and options that several commands have, each written once.

What they are for stands in the catalogues, under their names: `help` and `metavar`.
"""

from pathlib import Path
from typing import Annotated

import typer

from igs_costshare.cli.parameters import among
from igs_costshare.render import CsvDialect, Format, Headings, Round, every_document
from igs_costshare.wording.catalogue import codes


def known_language(code: str) -> str:
    """The code of a language there is."""
    if code not in codes():
        raise typer.BadParameter(code)  # told by `telling`
    return code


File = Annotated[str, typer.Argument(metavar="FILE")]
Output = Annotated[Path | None, typer.Option(metavar="FILE")]
AskedFormat = Annotated[Format | None, typer.Option(metavar=among(Format))]
WITH_PAGE = (*every_document(), Format.HTML)
"""The formats of documents that are no workbook."""
AskedPage = Annotated[Format | None, typer.Option(metavar=among(WITH_PAGE))]
AskedText = Annotated[Format | None, typer.Option(metavar=among(every_document()))]
AskedLang = Annotated[str | None, typer.Option(metavar=among(codes()), parser=known_language)]
AskedRound = Annotated[Round, typer.Option(metavar=among(Round))]
AskedHeadings = Annotated[Headings | None, typer.Option(metavar=among(Headings))]
AskedDialect = Annotated[CsvDialect | None, typer.Option(metavar=among(CsvDialect))]
Scenario = Annotated[str | None, typer.Option(metavar="ID")]
Settings = Annotated[list[str] | None, typer.Option("--set", metavar="PATH=VALUE")]
# Named, for a lower Typer takes a metavar in capitals that is the name for the option itself.
Year = Annotated[int | None, typer.Option("--year", metavar="YEAR")]
Strict = Annotated[bool, typer.Option("--strict")]
Force = Annotated[bool, typer.Option("--force")]
LockName = Annotated[str | None, typer.Option("--lock", metavar="NAME")]
