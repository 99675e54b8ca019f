"""The commands: the only place that prints, reads the environment or the clock, or exits."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from io import TextIOWrapper

_NAME = "igs-costshare"


def main() -> None:
    """Run the command; problems of the input go to standard error, with exit code 2."""
    # A command lives for a fraction of a second and makes hardly any cycles; looking for them
    # at the usual pace while modules are imported takes a fifth of that time.
    gc.set_threshold(100_000)
    # Nor need Python look for them once more at its exit, where all goes with the process.
    atexit.register(gc.freeze)

    # A command has no plugins of Pydantic: it need not look for them in every package there is.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"

    from igs_costshare.cli.output import tell
    from igs_costshare.errors import InputError

    try:
        sys.exit(_ran())
    except InputError as error:
        tell(error.problems)
        sys.exit(2)


def _ran() -> int | None:
    """The exit code of the command; None is 0."""
    from igs_costshare.cli.app import app_for
    from igs_costshare.cli.output import undelivered

    if isinstance(sys.stdout, TextIOWrapper):
        # Help may have marks that an old console lacks; data are bytes, and no matter of it.
        sys.stdout.reconfigure(errors="backslashreplace")
    code: int | None = 0
    try:
        code = app_for(sys.argv[1:])(prog_name=_NAME, standalone_mode=False)
    except SystemExit as stop:
        if not isinstance(stop.__context__, BrokenPipeError):
            raise
        return 0  # Typer ends with 1 where the reader goes away, which is no error
    except OSError as error:
        if error.filename is not None:
            raise
        undelivered(error)  # text of Typer, such as that of --help, which has no file
    return code
