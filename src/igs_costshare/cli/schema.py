"""`igs-costshare schema`: the JSON Schema of the file."""

from pathlib import Path
from typing import Annotated

import typer

from igs_costshare.cli.output import deliver


def schema(
    output: Annotated[
        Path | None, typer.Option(help="Write to this file instead of the terminal.")
    ] = None,
) -> None:
    """Print the JSON Schema of the file, with which editors complete and check it.

    Example: igs-costshare schema --output network.schema.json
    """
    from igs_costshare.schema import schema_text

    deliver(schema_text().encode(), output)
