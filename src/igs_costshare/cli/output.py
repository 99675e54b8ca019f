"""Data to standard output or a file, talk to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

from igs_costshare.errors import InputError, Problem
from igs_costshare.language import Lang


def tell(problems: Iterable[Problem]) -> None:
    """Problems and warnings, each apart, on standard error."""
    text = "\n\n".join(problem.text() for problem in problems)
    if text:
        sys.stderr.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
        sys.stderr.buffer.flush()


def deliver(data: bytes, output: Path | None) -> None:
    """Write to the file whole, or to standard output."""
    if output is not None:
        from igs_costshare.files import write

        write(output, data)
        return
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        # The reader (`| head`) has seen enough; keep Python from complaining at its own exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        reason = f"cannot be written: {error.strerror}"
        raise InputError([Problem(reason, origin="<stdout>")]) from None


def refuse_to_overwrite(output: Path | None, source: str) -> None:
    """An output never takes the place of the description that it is made from."""
    if output is None or not output.exists() or not Path(source).exists():
        return
    if output.samefile(source):
        reason = "is the description itself, which the output would overwrite"
        raise InputError([Problem(reason, origin=str(output), hint="give another file")])


def language_of_user() -> Lang:
    """Dutch where the locale is Dutch, otherwise English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return Lang.NL if value.lower().startswith("nl") else Lang.EN
    import locale

    # Windows has no such variables; there the locale of the user is called `Dutch_Belgium`.
    name = (locale.getlocale()[0] or "").lower()
    return Lang.NL if name.startswith(("nl", "dutch")) else Lang.EN
