"""`igs-costshare letters`: one sheet for each partner, all of them or none."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.mistakes import mistake
from igs_costshare.cli.options import (
    AskedDialect,
    AskedHeadings,
    AskedLang,
    File,
    Scenario,
    Settings,
    Year,
)
from igs_costshare.cli.output import is_standard, note, refuse_to_overwrite_all, tell
from igs_costshare.cli.papers import (
    Against,
    AskedDate,
    AskedSettlement,
    AskedStatus,
    before,
    marks,
)
from igs_costshare.cli.reader import code_of_user
from igs_costshare.messages import say
from igs_costshare.render import CsvDialect, Headings

if TYPE_CHECKING:
    from igs_costshare.papers.letters import Letter, Letters


def letters(
    file: File,
    output: Annotated[Path, typer.Option(metavar="FOLDER")],
    against: Against = None,
    settlement: AskedSettlement = False,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    status: AskedStatus = None,
    date: AskedDate = None,
    csv_dialect: AskedDialect = None,
    headings: AskedHeadings = None,
    lang: AskedLang = None,
) -> None:
    """Make one sheet for each partner, and an index of amounts and references.

    Example: igs-costshare letters network.toml --output letters
    """
    from igs_costshare.description.settlement import BASE
    from igs_costshare.papers.against import budget_that_differs
    from igs_costshare.papers.case import Case
    from igs_costshare.papers.letter_folder import INDEX
    from igs_costshare.papers.letters import Letters
    from igs_costshare.reading import load
    from igs_costshare.reading.planned import in_year
    from igs_costshare.reading.settled import closes_the_year, load_settled
    from igs_costshare.wording.language import language

    marked = marks(status, date)
    if is_standard(output):
        raise mistake("--output", say("usage.many_files"), say("usage.many_files_hint"))
    if output.exists() and not output.is_dir():
        raise mistake("--output", say("usage.no_folder"))
    refuse_to_overwrite_all(output / INDEX, file, settings=settings or ())
    words = language(lang or code_of_user())
    closed = None
    if settlement:
        readings = load_settled(file, settings or (), scenario)
        closed = readings.of_year(year)
        first, reading = readings.settled, closed.settled
    else:
        first = load(file, settings or (), scenario)
        reading = first if year is None else in_year(first, year)
    words = words.calling(reading.network.key)
    if closed is not None and against in (None, BASE):
        case = Case(reading, words, budget_that_differs(closed, words))
    else:
        case = Case(reading, words, before(first, reading, against, words))
    made = Letters(case, first, marked, closed)
    _write(made, output, csv_dialect or CsvDialect.PLAIN, headings or Headings.IDS)
    tell(reading.source.located(case.statement.warnings))
    if closed is None and closes_the_year(reading):
        note(say("output.no_settlement"))
    if closed is not None and closed.by_budget and reading.source.settled is None:
        note(say("output.by_budget"))


def _write(made: "Letters", folder: Path, dialect: CsvDialect, headings: Headings) -> None:
    """All files, or none; a folder that was not there goes again where something goes wrong.

    Sheets that an earlier index of ours names and that are not made now are removed afterwards.
    """
    from igs_costshare.errors import InputError, Problem, reason_of
    from igs_costshare.files import Drafts
    from igs_costshare.papers.compile import pdfs
    from igs_costshare.papers.letter_folder import INDEX, earlier_sheets, remove
    from igs_costshare.papers.letter_index import IndexDocument
    from igs_costshare.render import Format, Options, render

    earlier = earlier_sheets(folder)
    all: list[Letter] = list(made)
    made_of = pdfs(letter.paper for letter in all)
    sheets = [(letter.file, data) for letter, data in zip(all, made_of, strict=True)]
    document = IndexDocument(all, made.case, made.decimals)
    index = render(document, Format.CSV, Options(csv_dialect=dialect, headings=headings))
    is_new = not folder.exists()
    try:
        folder.mkdir(parents=False, exist_ok=True)
    except OSError as error:
        message = say("file.cannot_write", reason=reason_of(error))
        raise InputError([Problem(message, origin=str(folder))]) from None
    try:
        with Drafts() as drafts:
            for name, data in (*sheets, (INDEX, index)):
                drafts.add(folder / name, data)
            drafts.put_in_place()
    except InputError:
        if is_new:
            folder.rmdir()
        raise
    remove(folder, set(earlier).difference(letter.file for letter in all))
