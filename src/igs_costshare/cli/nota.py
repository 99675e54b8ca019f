"""`igs-costshare nota`: the two pages that a council decides by."""

from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import AskedLang, File, Output, Scenario, Settings, Year
from igs_costshare.cli.output import note, tell
from igs_costshare.cli.papers import (
    FORMATS,
    Against,
    AskedDate,
    AskedPaper,
    AskedSettlement,
    AskedStatus,
    before,
    marks,
    paper_format,
    partner_of,
)
from igs_costshare.cli.showing import showing
from igs_costshare.messages import say
from igs_costshare.render import Format

if TYPE_CHECKING:
    from igs_costshare.papers.blocks import Paper
    from igs_costshare.reading import Reading
    from igs_costshare.reading.settled import SettledReadings


def nota(
    file: File,
    partner: Annotated[str | None, typer.Option(metavar="ID")] = None,
    settlement: AskedSettlement = False,
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
    from igs_costshare.papers.closed import Closed
    from igs_costshare.papers.nota import nota as paper_of
    from igs_costshare.papers.nota import settlement_nota

    asked = paper_format(format, output)
    sources = [file] if against is None else [file, against]
    shown = showing(sources, asked, output, lang, formats=FORMATS, settings=settings)
    marked = marks(status, date)
    first, reading, closed = _read(file, settings or (), scenario, year, settled=settlement)
    shown = shown.calling(reading.network)
    if closed is not None:
        _refuse_other(against)
    if closed is None:
        own = partner_of(reading.network.partner, partner)
        held = before(first, reading, against, shown.language)
        paper = paper_of(Case(reading, shown.language, held, own), first, marked)
    else:
        case = Closed(closed, shown.language)
        paper = settlement_nota(case.of(partner_of(case.readers, partner)), first, marked)
    data = _set(paper, shown.format)
    tell(reading.source.located(reading.statement().warnings))
    chosen = reading.source.chosen
    if closed is not None and closed.by_budget and closed.settled.source.settled is None:
        note(say("output.by_budget"))
    if closed is not None and not settlement and chosen is not None:
        note(say("output.is_settlement", scenario=chosen.id))
    shown.deliver(data)


def _read(
    file: str,
    settings: list[str] | tuple[()],
    scenario: str | None,
    year: int | None,
    *,
    settled: bool,
) -> tuple["Reading", "Reading", "SettledReadings | None"]:
    """The first year, the one that is asked for, and that beside its budget where it is closed.

    The scenario by which a file settles is that of a year that is closed, whoever asks for it.
    """
    from igs_costshare.reading import load
    from igs_costshare.reading.planned import in_year
    from igs_costshare.reading.settled import (
        budgeted,
        closes_the_year,
        load_settled,
    )

    if settled:
        readings = load_settled(file, settings, scenario)
    else:
        first = load(file, settings, scenario)
        if not closes_the_year(first):
            return first, first if year is None else in_year(first, year), None
        readings = budgeted(first)
    of_year = readings.of_year(year)
    return readings.settled, of_year.settled, of_year


def _refuse_other(against: str | None) -> None:
    """A settlement is held against the budget; raises `InputError` where another is asked for."""
    from igs_costshare.description.settlement import BASE

    if against not in (None, BASE):
        hint = say("usage.settled_against_hint")
        raise mistake("--against", say("usage.settled_against"), hint)


def _set(paper: "Paper", format: Format) -> bytes:
    """The paper as a page, or as PDF."""
    if format is Format.HTML:
        from igs_costshare.papers.html import page

        return page(paper).encode()
    from igs_costshare.papers.compile import pdf

    return pdf(paper)
