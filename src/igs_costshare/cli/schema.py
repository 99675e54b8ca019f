"""`igs-costshare schema`: the JSON Schema of the file."""

from igs_costshare.cli.options import AskedLang, Output
from igs_costshare.cli.output import deliver


def schema(output: Output = None, lang: AskedLang = None) -> None:
    """Print the JSON Schema of the file, by which editors check it.

    Example: igs-costshare schema --output network.schema.json
    """
    from igs_costshare.description.schema import schema_text

    deliver(schema_text().encode(), output)
