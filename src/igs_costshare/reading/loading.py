"""TOML → Network, or every problem with its place: the only module that reads files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pydantic import ValidationError

from igs_costshare.checks import faults
from igs_costshare.errors import InputError, Place, Problem
from igs_costshare.network import Network
from igs_costshare.reading.alternatives import misused_alternatives
from igs_costshare.reading.faults import field_problems
from igs_costshare.reading.references import broken_references
from igs_costshare.reading.source import Source
from igs_costshare.reading.toml import NotToml

STDIN = "-"
LARGEST_FILE = 64 * 2**20
"""Bytes: a thousand times the description of all Belgian municipalities."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sound network, and the source that places what is said of it later."""

    network: Network
    source: Source


def read(path: str | os.PathLike[str], settings: Sequence[str] = ()) -> Network:
    """The network of a file (`-` is standard input), with `PATH=VALUE` settings laid over it.

    Raises `InputError` with every problem: of the file system, of TOML, of fields, of
    references, and then of figures.
    """
    return load(path, settings).network


def parse(text: str, name: str = "<text>", settings: Sequence[str] = ()) -> Network:
    """The network of a TOML text; `name` is how problems call it. Raises `InputError`."""
    return load_text(text, name, settings).network


def load(path: str | os.PathLike[str], settings: Sequence[str] = ()) -> Reading:
    """As `read`, with the source."""
    name = "<stdin>" if os.fspath(path) == STDIN else os.fspath(path)
    return load_text(_text(_bytes(path, name), name), name, settings)


def load_text(text: str, name: str, settings: Sequence[str] = ()) -> Reading:
    """As `parse`, with the source."""
    try:
        source = Source.of(text, name, settings)
    except NotToml as error:
        raise InputError([replace(error.problem, origin=name)]) from None
    return Reading(_network(source), source)


def _network(source: Source) -> Network:
    problems = [*source.problems, *_raw_problems(source)]
    network: Network | None = None
    try:
        network = Network.model_validate(source.description)
    except ValidationError as error:
        problems += field_problems(error, source.description)
    if network is not None and not problems:
        problems += faults(network)
    if network is None or problems:
        raise InputError(source.located(problems))
    return network


def _raw_problems(source: Source) -> Iterator[Problem]:
    yield from misused_alternatives(source.description)
    yield from broken_references(source.description)


def _bytes(path: str | os.PathLike[str], name: str) -> bytes:
    try:
        if os.fspath(path) == STDIN:
            data = sys.stdin.buffer.read(LARGEST_FILE + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        raise InputError([_unreadable(error, name)]) from None
    if len(data) > LARGEST_FILE:
        raise InputError([Problem(f"is larger than {LARGEST_FILE >> 20} MiB", origin=name)])
    return data


def _unreadable(error: OSError | ValueError, name: str) -> Problem:
    match error:
        case FileNotFoundError():
            return Problem(
                "there is no such file",
                hint="`igs-costshare init` writes a starter file",
                origin=name,
            )
        case IsADirectoryError():
            return Problem("is a folder", hint="name the file in it", origin=name)
        case PermissionError():
            return Problem("may not be read", origin=name)
        case OSError(strerror=reason):
            return Problem(f"cannot be read: {reason}", origin=name)
        case _:
            return Problem("is not the name of a file", origin=name)


def _text(data: bytes, name: str) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise InputError([_encoding_problem("is UTF-16, not UTF-8", name)])
    if b"\0" in data:
        raise InputError([Problem("is not a text file", origin=name)])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        row, line = before.count("\n"), before.rpartition("\n")[2]
        source = data.split(b"\n")[row].decode("utf-8", errors="replace").strip("\ufeff\r")
        place = Place(row + 1, len(line) + 1, source)
        raise InputError([_encoding_problem("is not UTF-8", name, place)]) from None
    if not text.strip():
        hint = "`igs-costshare init` writes a starter file"
        raise InputError([Problem("is empty", hint=hint, origin=name)])
    return text


def _encoding_problem(message: str, name: str, place: Place | None = None) -> Problem:
    hint = "save it as UTF-8 (in Notepad: Save as, Encoding, UTF-8)"
    return Problem(message, hint=hint, origin=name, place=place)
