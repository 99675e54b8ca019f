"""`igs-costshare settle`: what each still has to pay or gets back, and who pays whom."""

from typing import TYPE_CHECKING, Annotated

import typer

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedLang,
    File,
    Output,
    Scenario,
    Settings,
)
from igs_costshare.cli.output import tell
from igs_costshare.cli.showing import showing
from igs_costshare.errors import InputError
from igs_costshare.render import Format, every_document

if TYPE_CHECKING:
    from igs_costshare.reading import Reading

_FORMATS = (*every_document(), Format.HTML)


def settle(
    file: File,
    scenario: Scenario = None,
    settings: Settings = None,
    transfers: Annotated[bool, typer.Option("--transfers")] = False,
    format: AskedFormat = None,
    output: Output = None,
    lang: AskedLang = None,
    csv_dialect: AskedDialect = None,
) -> None:
    """Settle the year: show what each still has to pay or gets back, and who pays whom.

    Example: igs-costshare settle network.toml --transfers
    """
    from igs_costshare.cli.settled import SettledDocument
    from igs_costshare.settling.ledger import settle as settlement_of

    shown = showing([file], format, output, lang, csv_dialect=csv_dialect, formats=_FORMATS)
    budget, settled = _readings(file, settings or [], scenario)
    statement = settled.statement()
    with_places = settled.source.located
    try:
        outcome = settlement_of(budget.statement(), statement)
    except InputError as error:
        raise InputError(with_places(error.problems)) from None
    document = SettledDocument(outcome, shown.language, transfers_only=transfers)
    data = shown.rendered(document)
    tell(with_places(statement.warnings))
    shown.deliver(data)


def _readings(file: str, settings: list[str], scenario: str | None) -> "tuple[Reading, Reading]":
    """The description as it stands, and what is settled; settings are laid over that only."""
    from igs_costshare.description.settlement import BASE
    from igs_costshare.reading import load, load_text
    from igs_costshare.settling.scenario import settled_scenario

    budget = load(file)
    text, name = budget.source.layout.text, budget.source.name
    asked = load_text(text, name, settings) if settings and scenario is None else budget
    chosen = settled_scenario(asked.network) if scenario is None else scenario
    return budget, load_text(text, name, settings, None if chosen == BASE else chosen)
