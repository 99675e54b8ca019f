"""The command line: the only place that prints, reads the environment, or exits."""

from __future__ import annotations

import atexit
import gc
import sys


def main() -> None:
    """Run the command; problems of the input go to standard error, with exit code 2."""
    # A command lives for a fraction of a second and makes hardly any cycles; looking for them
    # at the usual pace while modules are imported takes a fifth of that time.
    gc.set_threshold(100_000)
    # Nor need Python look for them once more at its exit, where all goes with the process.
    atexit.register(gc.freeze)

    from igs_costshare.cli.app import app_for
    from igs_costshare.cli.output import tell
    from igs_costshare.errors import InputError

    try:
        app_for(sys.argv[1:])(prog_name="igs-costshare")
    except InputError as error:
        tell(error.problems)
        sys.exit(2)
