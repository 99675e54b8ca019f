"""The command line: the only place that prints, reads the environment, or exits."""

from __future__ import annotations

import sys

from igs_costshare.cli.app import app
from igs_costshare.cli.output import tell
from igs_costshare.errors import InputError


def main() -> None:
    """Run the command; problems of the input go to standard error, with exit code 2."""
    try:
        app(prog_name="igs-costshare")
    except InputError as error:
        tell(error.problems)
        sys.exit(2)
