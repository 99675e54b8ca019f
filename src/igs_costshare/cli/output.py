"""Data to standard output or a file, talk to standard error."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from igs_costshare.cli.reader import reader
from igs_costshare.errors import InputError, Problem, reason_of, visible
from igs_costshare.messages import Message, say

_DESCRIPTION = say("output.description")
_REGISTER = say("output.register")
_REPLACE = say("output.exists_hint")

STANDARD = "-"
"""The name that stands for standard input, and for standard output."""


def tell(problems: Iterable[Problem]) -> None:
    """Problems and warnings, each apart, on standard error."""
    problems = tuple(problems)
    if problems:
        from igs_costshare.wording.problems import problems_text

        talk(problems_text(problems, reader()))


def note(what: Message | str) -> None:
    """What is worth knowing beside the data, in a line of talk."""
    language = reader()
    talk(language.say("problem.note", what=visible(language.tell(what))))


def talk(text: str) -> None:
    """A line on standard error; where nobody can hear it, the data go on all the same."""
    # Python has no standard error, and no standard output, where the caller closed it.
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
        message = say("file.cannot_write", reason=reason_of(error))
        raise InputError([Problem(message, origin="<stdout>")]) from None


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
        raise InputError([Problem(say("output.closed"), origin="<stdout>")])
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        undelivered(error)


def refuse_to_overwrite(output: Path | None, *sources: str, what: Message = _DESCRIPTION) -> None:
    """An output never takes the place of a file that it is made from, under whatever name."""
    into = _behind_output(output)
    if into is None or not stat.S_ISREG(into.st_mode):
        return
    _refuse(output, into, sources, what)


def refuse_to_overwrite_all(
    output: Path | None, *sources: str, settings: Sequence[str] = ()
) -> None:
    """Nor of a description, or of any file that a description names under settings."""
    into = _behind_output(output)
    if into is None or not stat.S_ISREG(into.st_mode):
        return
    _refuse(output, into, sources, _DESCRIPTION)
    from igs_costshare.reading.named_files import files_named

    for source in sources:
        _refuse(output, into, files_named(source, settings), _REGISTER)


def _refuse(
    output: Path | None, into: os.stat_result, sources: Iterable[str], what: Message
) -> None:
    """Raise `InputError` where the file that an output would go to is one of the sources."""
    for source in sources:
        read = _behind_source(source)
        if read is not None and os.path.samestat(into, read):
            origin = "<stdout>" if output is None or is_standard(output) else str(output)
            message, hint = say("output.overwrites", what=what), say("output.overwrites_hint")
            raise InputError([Problem(message, origin=origin, hint=hint)])


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


def refuse_to_replace(output: Path | None, hint: Message = _REPLACE) -> None:
    """Leave a file alone that exists already; `hint` is the way out."""
    from igs_costshare.files import is_stream

    if output is None or is_standard(output):
        return
    try:
        taken = output.exists() and not output.is_dir() and not is_stream(output)
    except (OSError, ValueError):  # not the name of a file, as writing will tell
        return
    if taken:
        raise InputError([Problem(say("output.exists"), hint=hint, origin=str(output))])


def is_screen() -> bool:
    """Whether standard output is a terminal, and no file or pipe."""
    return bool(sys.stdout) and sys.stdout.isatty()


def is_terminal() -> bool:
    """Whether standard output is a terminal that knows bold."""
    return is_screen() and os.environ.get("TERM") != "dumb"
