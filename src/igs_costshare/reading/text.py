"""The text of a file, or why there is none: the only module that reads files."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from pathlib import Path

from igs_costshare.errors import InputError, Place, Problem, visible
from igs_costshare.reading.strangers import STARTER, foreign_bytes, in_two_bytes

STDIN = "-"
LARGEST_FILE = 64 * 2**20
"""Bytes: a thousand times the description of all Belgian municipalities."""


def name_of(path: str | os.PathLike[str]) -> str:
    """What a file is called, in problems and documents alike; its name is only a text in them."""
    return "<stdin>" if os.fspath(path) == STDIN else visible(os.fspath(path))


def bytes_of(path: str | os.PathLike[str]) -> bytes:
    """All that is in a file (`-` is standard input); raises `InputError`."""
    name = name_of(path)
    if not name.strip():
        raise InputError(
            [
                Problem(
                    "the name of the file is empty", hint="name a file, or `-` for standard input"
                )
            ]
        )
    try:
        if os.fspath(path) == STDIN:
            # Python has no standard input where the caller closed it.
            data = sys.stdin.buffer.read(LARGEST_FILE + 1) if sys.stdin else b""
        else:
            with Path(path).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise InputError([_unreadable(error, name)]) from None
    if len(data) > LARGEST_FILE:
        raise InputError([Problem(f"is larger than {LARGEST_FILE >> 20} MiB", origin=name)])
    return data


def _unreadable(error: OSError | ValueError, name: str) -> Problem:
    from igs_costshare.reading.missing import folder_for_file, missing

    match error:
        case FileNotFoundError():
            return missing(name)
        case IsADirectoryError():
            return folder_for_file(name)
        # What Windows says of a folder; `Path.is_dir` would raise where nobody may look.
        case PermissionError() if os.path.isdir(name):  # noqa: PTH112
            return folder_for_file(name)
        case PermissionError():
            return Problem("may not be read", origin=name)
        case OSError(strerror=reason):
            return Problem(f"cannot be read: {reason}", origin=name)
        case _:
            return Problem("is not the name of a file", origin=name)


def text_of(data: bytes, name: str) -> str:
    """The text of a file, without a byte-order mark; raises `InputError` where it is none."""
    data = data.removeprefix(BOM_UTF8)
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise InputError([_encoding_problem("is UTF-32, not UTF-8", name)])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError([_encoding_problem("is UTF-16, not UTF-8", name)])
    foreign = foreign_bytes(data)
    if foreign is not None:
        raise InputError([foreign._replace(origin=name)])
    if in_two_bytes(data):
        raise InputError([_encoding_problem("is UTF-16, not UTF-8", name)])
    if b"\0" in data:
        raise InputError([Problem("is not a text file", hint=STARTER, origin=name)])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        row, line = before.count("\n"), before.rpartition("\n")[2]
        source = data.split(b"\n")[row].decode(errors="replace").rstrip("\r")
        place = Place(row + 1, len(line) + 1, source)
        raise InputError([_encoding_problem("is not UTF-8", name, place)]) from None
    if not text.strip():
        raise InputError([Problem("is empty", hint=STARTER, origin=name)])
    return text


def _encoding_problem(message: str, name: str, place: Place | None = None) -> Problem:
    hint = "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
    return Problem(message, hint=hint, origin=name, place=place)
