"""`igs-costshare nota`: the two pages that a council decides by."""

from typing import Annotated

import typer

from igs_costshare.cli.options import AskedLang, File, Output, Scenario, Settings, Year
from igs_costshare.cli.output import tell
from igs_costshare.cli.papers import (
    FORMATS,
    Against,
    AskedDate,
    AskedPaper,
    AskedStatus,
    before,
    marks,
    paper_format,
    partner_of,
)
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format


def nota(
    file: File,
    partner: Annotated[str | None, typer.Option(metavar="ID")] = None,
    against: Against = None,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    format: AskedPaper = None,
    output: Output = None,
    lang: AskedLang = None,
) -> None:
    """Make the paper for a council: two pages, however large the network.

    Example: igs-costshare nota network.toml --output nota.pdf
    """
    from igs_costshare.papers.case import Case
    from igs_costshare.papers.nota import nota as paper_of
    from igs_costshare.reading import load
    from igs_costshare.reading.planned import in_year

    asked = paper_format(format, output)
    sources = [file] if against is None else [file, against]
    shown = showing(sources, asked, output, lang, formats=FORMATS, settings=settings)
    marked = marks(status, date)
    first = load(file, settings or (), scenario)
    reading = first if year is None else in_year(first, year)
    shown = shown.calling(reading.network)
    own = partner_of(reading, partner)
    held = before(first, reading, against, shown.language)
    case = Case(reading, shown.language, held, own)
    paper = paper_of(case, first, marked)
    if shown.format is Format.HTML:
        from igs_costshare.papers.html import page

        data = page(paper).encode()
    else:
        from igs_costshare.papers.compile import pdf

        data = pdf(paper)
    tell(reading.source.located(case.statement.warnings))
    shown.deliver(data)
