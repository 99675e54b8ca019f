"""Writing files whole: a reader sees the old file or the new one, never a part."""

from __future__ import annotations

import os
import re
import signal
import stat
import threading
from contextlib import suppress
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any, NamedTuple, Self

from igs_costshare.errors import InputError, Problem, reason_of
from igs_costshare.messages import say

_OPEN_BY_US = re.compile(r"/proc/[^/]+(/task/[^/]+)?/fd|/dev/fd")
"""Folders whose names stand for what a process has open."""

_MOST_LINKS = 40
"""Links that are followed one after the other; the system stops there as well."""

_ENDED_BY = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""What ends a program without an exception. Windows has no SIGHUP."""


def write(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, which keeps what it had if anything goes wrong.

    Raises `InputError` where it cannot be written. What is no ordinary file (a pipe, a device)
    is written to as it is.
    """
    with Drafts() as drafts:
        drafts.add(path, data)
        drafts.put_in_place()


class _Draft(NamedTuple):
    """What a file is to hold, safe on the disk beside it."""

    path: Path
    """As it was asked for."""
    target: Path
    """The file behind it."""
    beside: Path


class Drafts:
    """Files that are ready to be put in their places, once all else has gone well.

    What is not put in its place is thrown away at the end of `with`, and where the program is
    ended by a signal.
    """

    def __init__(self) -> None:
        self._begun: list[Path] = []
        self._drafts: list[_Draft] = []
        self._streams: list[tuple[Path, bytes]] = []
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():
            for number in _ENDED_BY:
                # Whoever started us may have asked for it to be ignored, as `nohup` does.
                if signal.getsignal(number) not in (signal.SIG_IGN, None):
                    self._before[number] = signal.signal(number, self._ended)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._throw_away()
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def add(self, path: Path, data: bytes, *, rewritten: bool = False) -> None:
        """Write a draft of the file; raises `InputError` where the file could not be written.

        What is `rewritten` has to be a file, also behind a name such as `/dev/fd/3`.
        """
        try:
            if "\0" in str(path):
                raise ValueError
            target = _behind(path)
            if rewritten and not target.is_file():
                reason = say("file.not_ordinary")
                raise InputError([Problem(reason, origin=str(path))])
            if is_stream(path) and not rewritten:
                self._streams.append((path, data))
            else:
                self._draft(path, target, data)
        except InputError:
            raise
        except (OSError, ValueError) as error:
            raise InputError([_unwritable(error, path)]) from None

    def put_in_place(self) -> None:
        """Let every draft take the place of its file; raises `InputError` for those that cannot."""
        problems: list[Problem] = []
        for path, data in self._streams:
            try:
                _send(path, data)
            except OSError as error:
                problems.append(_unwritable(error, path))
        for draft in self._drafts:
            try:
                draft.beside.replace(draft.target)
            except OSError as error:
                problems.append(_unwritable(error, draft.path))
        if problems:
            raise InputError(problems)

    def _draft(self, path: Path, target: Path, data: bytes) -> None:
        if target.is_dir():
            raise IsADirectoryError
        beside = target.with_name(f".igs-costshare.{os.getpid()}.{os.urandom(4).hex()}.tmp")
        self._begun.append(beside)  # known before it is there, to be thrown away
        with beside.open("xb") as file:
            if target.exists():
                _give(beside, target.stat())
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        self._drafts.append(_Draft(path, target, beside))

    def _throw_away(self) -> None:
        for beside in self._begun:
            with suppress(OSError):
                beside.unlink(missing_ok=True)

    def _ended(self, number: int, _: FrameType | None) -> None:
        """Leave nothing behind, and end as if nobody had listened to the signal."""
        self._throw_away()
        signal.signal(number, self._before[number])
        signal.raise_signal(number)


def is_stream(path: Path) -> bool:
    """Whether what is written there goes on elsewhere, rather than into a file that it replaces.

    That is whatever is no ordinary file, and a name such as `/dev/stdout` for what is open
    already: the file behind it may be a log that grows.
    """
    return (path.exists() and not path.is_file() and not path.is_dir()) or _is_open(path)


def _behind(path: Path) -> Path:
    """The file that a link leads to; seen from here, as a folder above may not be entered."""
    for _ in range(_MOST_LINKS):
        if not path.is_symlink():
            break
        path = path.parent / path.readlink()
    return path


def _is_open(path: Path) -> bool:
    """Whether a path names something that a process has open, itself or by a link."""
    for _ in range(_MOST_LINKS):
        folder = os.path.realpath(path.parent)
        if _OPEN_BY_US.fullmatch(folder):
            return True
        if not path.is_symlink():
            return False
        path = Path(folder, path.readlink())
    return False


def _send(path: Path, data: bytes) -> None:
    # A reader that goes away has seen enough, as of standard output.
    with suppress(BrokenPipeError), path.open("ab") as stream:
        stream.write(data)


def _give(draft: Path, before: os.stat_result) -> None:
    """Give a draft the owner and mode of the file that it replaces, where the system lets us."""
    for uid, gid in ((-1, before.st_gid), (before.st_uid, -1)):
        with suppress(OSError, AttributeError):  # Windows has no such function
            os.chown(draft, uid, gid)
    draft.chmod(stat.S_IMODE(before.st_mode))


def _unwritable(error: OSError | ValueError, path: Path) -> Problem:
    if isinstance(error, ValueError):
        return Problem(say("file.no_name"), origin=str(path))
    if isinstance(error, IsADirectoryError):
        return Problem(say("file.is_folder"), hint=say("file.name_a_file"), origin=str(path))
    absent = isinstance(error, FileNotFoundError)
    reason = say("file.no_such_folder") if absent else reason_of(error)
    return Problem(say("file.cannot_write", reason=reason), origin=str(path))
