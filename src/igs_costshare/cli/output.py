"""Data to standard output or a file, talk to standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from igs_costshare.errors import InputError, Problem
from igs_costshare.wording.language import Lang, english
from igs_costshare.wording.problems import problems_text

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""

Output = Annotated[Path | None, typer.Option(help="Write to this file; - is the terminal.")]
"""The option of every command that makes data."""


def tell(problems: Iterable[Problem]) -> None:
    """Problems and warnings, each apart, on standard error."""
    text = problems_text(problems, english())
    # Python has no standard error, and no standard output, where the caller closed it.
    if text:
        say(text)


def say(text: str) -> None:
    """A line of talk on standard error; where nobody can hear it, the data go on all the same."""
    if sys.stderr:
        try:
            sys.stderr.buffer.write(f"{text}\n".encode(errors="backslashreplace"))
            sys.stderr.buffer.flush()
        except OSError:
            _silence(sys.stderr)


def _silence(stream: TextIO) -> None:
    """Let a stream go nowhere: what it still holds would end in an error at Python's own exit."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def undelivered(error: OSError) -> None:
    """Raise `InputError` for standard output that cannot be written.

    A reader that goes away (`| head`) has seen enough, which is no error.
    """
    _silence(sys.stdout)
    if not isinstance(error, BrokenPipeError):
        reason = f"cannot be written: {error.strerror}"
        raise InputError([Problem(reason, origin="<stdout>")]) from None


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
    except OSError as error:
        undelivered(error)


def refuse_to_overwrite(
    output: Path | None, *sources: str, what: str = "the description itself"
) -> None:
    """An output never takes the place of a file that it is made from, under whatever name."""
    into = _behind_output(output)
    if into is None or not stat.S_ISREG(into.st_mode):
        return
    for source in sources:
        read = _behind_source(source)
        if read is not None and os.path.samestat(into, read):
            reason = f"is {what}, which the output would overwrite"
            origin = "<stdout>" if output is None or is_standard(output) else str(output)
            raise InputError([Problem(reason, origin=origin, hint="give another file")])


def _behind_output(output: Path | None) -> os.stat_result | None:
    """The file that an output would go to; None where there is none yet, as writing will tell."""
    try:
        if output is None or is_standard(output):
            return os.fstat(sys.stdout.fileno()) if sys.stdout else None
        return output.stat()
    except (OSError, ValueError):
        return None


def _behind_source(source: str) -> os.stat_result | None:
    """The file that is read; None where it is not there, as reading will tell."""
    try:
        # Standard input may be the very file: `compute - --output network.toml < network.toml`.
        return os.fstat(0) if source == STANDARD else Path(source).stat()
    except (OSError, ValueError):
        return None


def refuse_to_replace(output: Path | None) -> None:
    """Leave a file alone that exists already."""
    from igs_costshare.files import is_stream

    if output is None or is_standard(output):
        return
    try:
        taken = output.exists() and not output.is_dir() and not is_stream(output)
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
