"""Data to standard output or a file, talk to standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from igs_costshare.errors import InputError, Problem
from igs_costshare.language import Lang

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""

Output = Annotated[Path | None, typer.Option(help="Write to this file; - is the terminal.")]
"""The option of every command that makes data."""


def tell(problems: Iterable[Problem]) -> None:
    """Problems and warnings, each apart, on standard error."""
    text = "\n\n".join(problem.text() for problem in problems)
    # Python has no standard error, and no standard output, where the caller closed it.
    if text:
        say(text)


def say(text: str) -> None:
    """A line of talk on standard error; where nobody can hear it, the data go on all the same."""
    if sys.stderr:
        with suppress(OSError):
            sys.stderr.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
            sys.stderr.buffer.flush()


def is_standard(output: Path | None) -> bool:
    """Whether the output goes to standard output, which is also called `-`."""
    return output is None or str(output) == STANDARD


def deliver(data: bytes, output: Path | None) -> None:
    """Write to the file whole, or to standard output."""
    if output is not None and not is_standard(output):
        from igs_costshare.files import write

        write(output, data)
        return
    if not sys.stdout:
        raise InputError([Problem("cannot be written: it is closed", origin="<stdout>")])
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
    if output is None:
        return
    try:
        # Standard input may be the very file: `compute - --output network.toml < network.toml`.
        stated = os.fstat(0) if source == STANDARD else Path(source).stat()
        same = os.path.samestat(output.stat(), stated) and output.is_file()
    except (OSError, ValueError):  # one of them is not there, as reading or writing will tell
        return
    if same:
        reason = "is the description itself, which the output would overwrite"
        raise InputError([Problem(reason, origin=str(output), hint="give another file")])


def refuse_to_replace(output: Path | None) -> None:
    """Leave a file alone that exists already."""
    try:
        taken = output is not None and output.exists() and not output.is_dir()
    except (OSError, ValueError):  # not the name of a file, as writing will tell
        return
    if taken:
        raise InputError(
            [Problem("exists already", hint="--force replaces it", origin=str(output))]
        )


def is_screen() -> bool:
    """Whether standard output is a terminal, and no file or pipe."""
    return bool(sys.stdout) and sys.stdout.isatty()


def is_terminal() -> bool:
    """Whether standard output is a terminal that knows bold."""
    return is_screen() and os.environ.get("TERM") != "dumb"


def language_of_user() -> Lang:
    """Dutch where the locale is Dutch, otherwise English."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(variable):
            return Lang.NL if value.lower().startswith("nl") else Lang.EN
    import locale

    # Windows has no such variables; there the locale of the user is called `Dutch_Belgium.1252`.
    name = locale.setlocale(locale.LC_CTYPE).lower()
    return Lang.NL if name.startswith(("nl", "dutch")) else Lang.EN
