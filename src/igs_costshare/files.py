"""Writing files whole: a reader sees the old file or the new one, never a part."""

from __future__ import annotations

import os
from pathlib import Path

from igs_costshare.errors import InputError, Problem


def write(path: Path, data: bytes) -> None:
    """Put `data` in the file at `path`, which keeps what it had if anything goes wrong.

    Raises `InputError` where it cannot be written. What is no ordinary file (a pipe, a device)
    is written to as it is.
    """
    try:
        if path.is_absolute() and path.parts[1:2] in (("dev",), ("proc",)):
            # A name for a stream: behind `/dev/stdout` may stand a file that grows.
            with path.open("ab") as stream:
                stream.write(data)
        elif path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _replace(Path(os.path.realpath(path)), data)
    except (OSError, ValueError) as error:
        raise InputError([_unwritable(error, path)]) from None


def _replace(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError
    draft = path.with_name(f".igs-costshare.{os.getpid()}.{os.urandom(4).hex()}.tmp")
    file = draft.open("xb")
    try:
        with file:
            if path.exists():
                draft.chmod(path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def _unwritable(error: OSError | ValueError, path: Path) -> Problem:
    match error:
        case IsADirectoryError():
            return Problem("is a folder", hint="name a file in it", origin=str(path))
        case FileNotFoundError():
            return Problem("cannot be written: there is no such folder", origin=str(path))
        case OSError(strerror=reason) if reason:
            return Problem(f"cannot be written: {reason}", origin=str(path))
        case _:
            return Problem("is not the name of a file", origin=str(path))
