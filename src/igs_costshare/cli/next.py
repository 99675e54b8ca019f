"""`igs-costshare next`: the description of the next year, out of this one's."""

from igs_costshare.cli.options import AskedLang, File, Force, Output
from igs_costshare.cli.output import (
    deliver,
    is_standard,
    note,
    refuse_to_overwrite,
    refuse_to_replace,
)


def next(file: File, output: Output = None, force: Force = False, lang: AskedLang = None) -> None:
    """Write the description of the next year: its plan carried out, comments and order kept.

    What changed is told on standard error.

    Example: igs-costshare next network.toml --output 2027.toml
    """
    from codecs import BOM_UTF8

    from igs_costshare.following.nextyear import next_year
    from igs_costshare.reading.text import bytes_of, name_of

    if not force:
        refuse_to_replace(output)
    refuse_to_overwrite(output, file)
    data = bytes_of(file)
    into = "<stdout>" if output is None or is_standard(output) else str(output)
    made = next_year(data, name_of(file), into)
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""
    deliver(mark + made.text.encode(), output)
    for change in made.changes:
        note(change)
