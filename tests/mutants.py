"""Mutants of saved statements and of locks: sound ones, with something in them changed.

`python tests/mutants.py 10000` reads that many of each, and falls over where a reader does.
"""

from __future__ import annotations

import copy
import json
import random
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any
from unicodedata import category

import tomli_w

from command import run
from igs_costshare import InputError, settle
from igs_costshare.comparing.difference import diff
from igs_costshare.computing.amounts import SavedStatement
from igs_costshare.documents.difference import DifferenceDocument, Standpoint
from igs_costshare.documents.moved_dues import MovedDuesDocument
from igs_costshare.freezing.holding import held
from igs_costshare.freezing.loading import load_or_saved
from igs_costshare.freezing.lock import read_lock
from igs_costshare.freezing.meaning import fingerprint
from igs_costshare.reading import load
from igs_costshare.reading.toml import from_toml
from igs_costshare.render import Format, Options, render
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text

EXAMPLES = Path(__file__).parent.parent / "examples"
NAMES = ("crisisopvangnetwerk", "ledenbijdrage", "jeugdregio-gemengd", "schelde", "samenleven")

PAID = """
[payment.q1]
part = 0.25
"""
"""What is added to an example, so that its lock keeps a settlement."""
REGISTERED = """title = "Net"
year = 2026
[partner.stad]
units = 2
[partner.dorp]
[unit.huis]
owner = "dorp"
[day_price]
prices = { 1 = 16, 2 = 18 }
paid_by = "partner"
[cost.rent]
amount = 900
[contribution]
model = "variable"
key = "use"
[stays]
register = "stays.csv"
"""
STAYS = """unit,owner,referrer,persons,from,until
,stad,dorp,2,2026-01-31,2026-02-10
huis,,stad,1,2026-03-01,2026-03-11
"""
"""A register, whose nights stand in the lock."""

TEXTS = (
    "",
    " ",
    "\ud800",
    "x\udfff",
    "a\nb",
    "\x1b[31m",
    "\u202e",
    "é",
    "1e5",
    "-0.00",
    "=1",
    "[key]",
)
NUMBERS = (0, -1, 5, 10**13, 10**40, -(10**4000), 1.5, float("nan"), float("inf"), 1e300)
OTHERS: tuple[Any, ...] = (
    *(None, True, False, [], {}, [[]], [{}], {"": ""}, {"id": {"id": []}}, [None] * 3),
)
IN_TOML = (
    *(date(2026, 1, 31), datetime(2026, 1, 31, 9, tzinfo=UTC), time(9), Decimal("1E+400")),
    *(Decimal("NaN"), Decimal("-Infinity"), Decimal("1E-400"), Decimal("1E+99999999")),
)
TOKENS = ("{", "}", "[", "]", ":", ",", '"', "\\", "\\ud800", "null", "1e999", "-", "\0", "é", "\n")


@cache
def saved(name: str) -> dict[str, Any]:
    """The statement of an example, as it is saved."""
    tables: dict[str, Any] = json.loads(
        run("compute", EXAMPLES / f"{name}.toml", "--format", "json").out
    )
    return tables


@cache
def frozen(name: str) -> dict[str, Any]:
    """The lock of an example, as tables."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "a.toml")
        if name == "registered":
            Path(folder, "stays.csv").write_text(STAYS, encoding="utf-8")
            text = REGISTERED
        else:
            text = (EXAMPLES / f"{name}.toml").read_text(encoding="utf-8")
        file.write_text(text + PAID, encoding="utf-8")
        run("freeze", file, "--decision", "raad")
        return from_toml(Path(folder, "a.toml.lock").read_text(encoding="utf-8"))


def spots(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The path of every value in a table or a list."""
    entries = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in entries:
        yield (*path, key)
        if isinstance(inner, dict | list):
            yield from spots(inner, (*path, key))


def changed(tables: dict[str, Any], chance: random.Random, junk: tuple[Any, ...]) -> dict[str, Any]:
    """The tables with up to three changes."""
    tables = copy.deepcopy(tables)
    for _ in range(chance.randint(1, 3)):
        paths = [*spots(tables)]
        if paths:
            _change(tables, chance, junk, paths)
    return tables


def _change(
    tables: Any, chance: random.Random, junk: tuple[Any, ...], paths: list[tuple[Any, ...]]
) -> None:
    *outer, last = chance.choice(paths)
    holder = _at(tables, outer)
    kind = chance.choice(("junk", "junk", "other", "gone", "name", "twice"))
    if kind == "gone":
        del holder[last]
    elif kind == "name" and isinstance(holder, dict):
        holder[chance.choice(("x", "", "total", "reserve", "\u202e", "é", "a.b"))] = holder.pop(
            last
        )
    elif kind == "twice" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[last]))
    elif kind == "other":
        holder[last] = copy.deepcopy(_at(tables, chance.choice(paths)))
    else:
        holder[last] = copy.deepcopy(chance.choice(junk))


def _at(tables: Any, path: Any) -> Any:
    for part in path:
        tables = tables[part]
    return tables


def mangled(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a piece cut out, doubled, or with something put in."""
    start = chance.randrange(len(data) + 1)
    end = min(len(data), start + chance.choice((0, 1, 3, 40, 10**6)))
    put = chance.choice((b"", *(token.encode() for token in TOKENS), b"\xff", data[start:end] * 2))
    return data[:start] + put + data[end:]


def saved_mutant(seed: int) -> bytes:
    """A saved statement with something in it changed; the same seed gives the same bytes."""
    chance = random.Random(seed)
    tables = saved(chance.choice(NAMES))
    indent = chance.choice((None, 2))
    if seed % 3 == 0:
        return mangled(json.dumps(tables, indent=indent).encode(), chance)
    tables = changed(tables, chance, (*TEXTS, *NUMBERS, *OTHERS))
    return json.dumps(tables, indent=indent, ensure_ascii=True).encode()


def lock_mutant(seed: int) -> bytes:
    """A lock with something in it changed; of some the hash is made right again."""
    chance = random.Random(seed)
    tables = frozen(chance.choice((*NAMES, "registered")))
    if seed % 4 == 0:
        return mangled(tomli_w.dumps(tables).encode(), chance)
    if seed % 4 == 1:
        part = {"description": changed(tables["description"], chance, _of_toml())}
        read = from_toml(tomli_w.dumps(part))  # as it will be read: no number is binary
        tables = {**tables, **part, "sha256": fingerprint(read["description"])}
    elif seed % 4 == 2:
        table = chance.choice(("statement", "settlement"))
        tables = {**tables, table: changed(tables[table], chance, _of_toml())}
    else:
        tables = changed(tables, chance, _of_toml())
    return tomli_w.dumps(tables).encode()


def _of_toml() -> tuple[Any, ...]:
    """What a TOML file can hold of all that."""
    texts = (each for each in TEXTS if not any(category(letter) == "Cs" for letter in each))
    return (*texts, *NUMBERS, *IN_TOML, *(each for each in OTHERS if not _holds_nothing(each)))


def _holds_nothing(value: Any) -> bool:
    return value is None or (isinstance(value, list) and None in value)


def told(error: InputError) -> None:
    """Every problem names its file, and can be written where there is UTF-8."""
    assert error.problems
    for problem in error.problems:
        assert problem.origin
        text = problem_text(problem, english())
        assert text.encode()
        assert not any(category(each) in ("Cc", "Cs") for each in text.replace("\n", ""))


def read_saved(data: bytes, folder: Path) -> bool:
    """Whether a saved statement is read; then it is compared and shown."""
    file = folder / "saved.json"
    file.write_bytes(data)
    try:
        read = load_or_saved(file)
        if isinstance(read, SavedStatement):
            statement = load(EXAMPLES / f"{NAMES[0]}.toml").statement()
            _shown(diff(read, statement), diff(statement, read))
    except InputError as error:
        if "cannot be compared" not in str(error):
            told(error)
        return False
    return True


def read_frozen(data: bytes, folder: Path) -> bool:
    """Whether a lock is read; then it is held to a description."""
    file = folder / "a.toml.lock"
    file.write_bytes(data)
    try:
        lock = read_lock(file)
    except InputError as error:
        told(error)
        return False
    try:
        reading = load(EXAMPLES / f"{NAMES[0]}.toml")
        statement = reading.statement()
        state = held(lock, reading, settle(statement, statement))
    except InputError as error:
        return "cannot be compared" in str(error)
    _shown(*filter(None, (state.by_program, state.by_description)))
    if state.dues is not None:
        transfers = state.dues.then, state.dues.now
        document = MovedDuesDocument(state.dues.difference, SIDES, transfers, english())
        assert render(document, Format.TABLE, Options())
    return True


SIDES = (Standpoint("a", None, "a"), Standpoint("b", None, "b"))


def _shown(*differences: Any) -> None:
    for difference in differences:
        document = DifferenceDocument(difference, SIDES, english())
        for format in (Format.TABLE, Format.JSON, Format.CSV):
            assert render(document, format, Options())


READERS: tuple[tuple[Callable[[int], bytes], Callable[[bytes, Path], bool]], ...] = (
    (saved_mutant, read_saved),
    (lock_mutant, read_frozen),
)


def main(count: int) -> None:
    """Read that many of each kind, and say how many were read as sound."""
    with tempfile.TemporaryDirectory() as folder:
        for make, read in READERS:
            sound = 0
            for seed in range(count):
                try:
                    sound += read(make(seed), Path(folder))
                except Exception:
                    sys.stderr.write(f"{make.__name__}({seed})\n")
                    raise
            sys.stdout.write(f"{make.__name__}: {count} read, {sound} of them sound\n")


if __name__ == "__main__":
    main(int(sys.argv[1]))
