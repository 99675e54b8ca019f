"""`igs-costshare advise`: which legal form would do, and how healthy the cooperation is."""

from igs_costshare.cli.options import (
    AskedDialect,
    AskedFormat,
    AskedLang,
    File,
    Output,
    Scenario,
    Settings,
    Year,
)
from igs_costshare.cli.showing import showing
from igs_costshare.render import Format, every_document

_FORMATS = (*every_document(), Format.HTML)


def advise(
    file: File,
    scenario: Scenario = None,
    year: Year = None,
    settings: Settings = None,
    format: AskedFormat = None,
    output: Output = None,
    lang: AskedLang = None,
    csv_dialect: AskedDialect = None,
) -> None:
    """Show which legal form would do, who bears the administration, and how partners judge it.

    Example: igs-costshare advise network.toml
    """
    from igs_costshare.cli.advised import AdvisedDocument, advice_of
    from igs_costshare.cli.asking import answers, may_ask
    from igs_costshare.reading.planned import load_year

    shown = showing(
        [file], format, output, lang, csv_dialect=csv_dialect, formats=_FORMATS, settings=settings
    )
    reading = load_year(file, settings or (), scenario, year)
    network = reading.network
    shown = shown.calling(network)
    if may_ask(file):
        network = answers(network, shown.language)
    document = AdvisedDocument(advice_of(network, reading.statement()), shown.language)
    shown.show(document)
