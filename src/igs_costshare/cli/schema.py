"""`igs-costshare schema`: the JSON Schema of the file."""

from igs_costshare.cli.options import AskedLang, Output
from igs_costshare.cli.output import deliver
from igs_costshare.wording.catalogue import DEFAULT
from igs_costshare.wording.language import language


def schema(output: Output = None, lang: AskedLang = None) -> None:
    """Print the JSON Schema of the file, by which editors check it.

    Example: igs-costshare schema --output network.schema.json
    """
    from igs_costshare.description.schema import schema_text

    told = language(lang or DEFAULT).tell
    deliver(schema_text(told).encode(), output)
