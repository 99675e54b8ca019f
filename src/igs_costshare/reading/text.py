"""The text of a file, or why there is none: the only module that reads files."""

from __future__ import annotations

import os
import sys
from codecs import BOM_UTF8
from pathlib import Path

from igs_costshare.errors import STDIN_NAME, InputError, Place, Problem, reason_of, visible
from igs_costshare.messages import Message, say
from igs_costshare.reading.strangers import STARTER, foreign_bytes, in_two_bytes

STDIN = "-"
LARGEST_FILE = 64 * 2**20
"""Bytes: a thousand times the description of all Belgian municipalities."""


def name_of(path: str | os.PathLike[str]) -> str:
    """What a file is called, in problems and documents alike; its name is only a text in them."""
    return STDIN_NAME if os.fspath(path) == STDIN else visible(os.fspath(path))


def bytes_of(path: str | os.PathLike[str]) -> bytes:
    """All that is in a file (`-` is standard input); raises `InputError`."""
    name = name_of(path)
    if not name.strip():
        raise InputError([Problem(say("syntax.no_name"), hint=say("syntax.give_name"))])
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
        raise InputError([Problem(say("syntax.too_large", most=LARGEST_FILE >> 20), origin=name)])
    return data


def _unreadable(error: OSError | ValueError, name: str) -> Problem:
    from igs_costshare.reading.missing import folder_for_file, missing

    match error:
        case FileNotFoundError():
            return missing(name)
        case IsADirectoryError():
            return folder_for_file(name)
        # What Windows says of a folder.
        case PermissionError() if os.path.isdir(name):  # noqa: PTH112 - that of `Path` may raise
            return folder_for_file(name)
        case PermissionError():
            return Problem(say("syntax.not_allowed"), origin=name)
        case OSError():
            return Problem(say("syntax.unreadable", reason=reason_of(error)), origin=name)
        case _:
            return Problem(say("syntax.no_file_name"), origin=name)


def text_of(data: bytes, name: str) -> str:
    """The text of a file, without a byte-order mark; raises `InputError` where it is none."""
    data = data.removeprefix(BOM_UTF8)
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        raise InputError([_encoding_problem(say("syntax.utf_32"), name)])
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError([_encoding_problem(say("syntax.utf_16"), name)])
    foreign = foreign_bytes(data)
    if foreign is not None:
        raise InputError([foreign._replace(origin=name)])
    if in_two_bytes(data):
        raise InputError([_encoding_problem(say("syntax.utf_16"), name)])
    if b"\0" in data:
        raise InputError([Problem(say("syntax.no_text"), hint=STARTER, origin=name)])
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode()
        row, line = before.count("\n"), before.rpartition("\n")[2]
        source = data.split(b"\n")[row].decode(errors="replace").rstrip("\r")
        place = Place(row + 1, len(line) + 1, source)
        raise InputError([_encoding_problem(say("syntax.not_utf_8"), name, place)]) from None
    if not text.strip():
        raise InputError([Problem(say("syntax.empty"), hint=STARTER, origin=name)])
    return text


def _encoding_problem(message: Message, name: str, place: Place | None = None) -> Problem:
    return Problem(message, hint=say("syntax.save_as_utf_8"), origin=name, place=place)
