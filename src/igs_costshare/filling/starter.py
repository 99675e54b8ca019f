"""A description to begin with, that has a partner for each row of a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

from igs_costshare.description.fault import refused
from igs_costshare.description.ids import RESERVED_IDS, nearest_id
from igs_costshare.description.texts import Nis, Text
from igs_costshare.errors import InputError, Problem, clipped, cut_off
from igs_costshare.filling.columns import KEYS, UNITS, WHO, Match, undated
from igs_costshare.filling.data import Data, Line, data_of, is_total, words
from igs_costshare.filling.numerals import NoNumber, number_in
from igs_costshare.following.notation import toml_key, toml_value
from igs_costshare.messages import Message, say
from igs_costshare.reading.loading import load_text
from igs_costshare.wording.language import Language

_LIKE = "1_000"


class _Partner(NamedTuple):
    """What a row says of a partner."""

    id: str
    name: str | None
    nis: str | None
    figures: Mapping[str, Decimal]


def starter(content: bytes, table: str, language: Language) -> str:
    """A sound description with a partner for each row of a CSV or a workbook.

    Every column of numbers is a key. Raises `InputError` where a row has no name, or a figure is
    in doubt.
    """
    known = {each for match in WHO.values() for each in match}
    known |= {words(each) for names in KEYS.values() for each in names}
    data = data_of(content, table, known)
    who, keys = _columns(data)
    problems: list[Problem] = []
    if "id" not in who and "name" not in who:
        names = f"{WHO['name'][1]}, {WHO['name'][0]}"
        raise InputError([data.problem(data.header, None, say("data.no_name", names=names))])
    partners = _partners(data, who, keys, problems)
    if not partners and not problems:
        problems.append(Problem(say("data.empty"), origin=table))
    if problems:
        raise InputError(cut_off(tuple(problems), table))
    text = "\n".join([*_head(partners, language), *map(_block, partners)])
    load_text(text, table)
    return text


def _columns(data: Data) -> tuple[Mapping[Match, int], Mapping[str, int]]:
    """Where the columns stand: who a row is of, and the figures of each key."""
    headers = [words(cell) for cell in data.header.cells]
    who: dict[Match, int] = {}
    keys: dict[str, int] = {}
    named = {words(name): key for key, names in KEYS.items() for name in names}
    for place, header in enumerate(headers):
        match = next((each for each, names in WHO.items() if header in names), None)
        key = named.get(header) or named.get(undated(header)) or nearest_id(header)
        if match is not None:
            who.setdefault(match, place)
        elif key and key not in keys and key not in _NO_KEYS and _has_numbers(data, place):
            keys[key] = place
    return who, keys


_NO_KEYS = ("partners", "partner", "unit", "day", "days", "use")
"""What means something else."""


def _has_numbers(data: Data, column: int) -> bool:
    """Whether a column holds numbers: one at least, and nothing but numbers, doubtful or not."""
    cells = [cell for line in data.lines if (cell := line.cell(column)).strip()]
    return bool(cells) and all(any(each.isdigit() for each in cell) for cell in cells)


def _partners(
    data: Data, who: Mapping[Match, int], keys: Mapping[str, int], problems: list[Problem]
) -> list[_Partner]:
    partners: dict[str, _Partner] = {}
    lines: dict[str, int] = {}
    named = who["name" if "name" in who else "id"]
    for line in data.lines:
        if is_total(line.cell(named)):
            continue
        partner = _partner(data, line, who, keys, problems)
        if partner is None:
            continue
        if partner.id in partners:
            message = say("data.twice", who=clipped(partner.id), line=lines[partner.id])
            problems.append(data.problem(line, None, message, say("data.one_row")))
        partners[partner.id], lines[partner.id] = partner, line.number
    return [*partners.values()]


def _partner(
    data: Data,
    line: Line,
    who: Mapping[Match, int],
    keys: Mapping[str, int],
    problems: list[Problem],
) -> _Partner | None:
    """The partner of a row; None where the row is faulty."""
    before = len(problems)
    cells = {match: line.cell(place).strip() for match, place in who.items()}
    name, nis = cells.get("name") or None, cells.get("nis") or None
    id = nearest_id(cells.get("id") or name or "")
    if not id:
        problems.append(data.problem(line, None, say("data.no_partner_name")))
    elif id in _TAKEN:
        id = f"{id}-1"
    elif id[0].isdecimal():  # a spreadsheet would make a number or a day of it
        id = f"p-{id}"
    cited: tuple[tuple[Match, Any, str | None], ...] = (("name", Text, name), ("nis", Nis, nis))
    for match, kind, text in cited:
        fault = None if text is None else refused(kind, text)
        if fault is not None:
            problems.append(data.problem(line, who[match], fault.message, fault.hint))
    figures = {}
    for key, place in keys.items():
        number = _figure(key, line.cell(place))
        if isinstance(number, NoNumber):
            problems.append(data.problem(line, place, *number))
        elif number is not None:
            figures[key] = number
    return _Partner(id, name, nis, figures) if len(problems) == before else None


_TAKEN = RESERVED_IDS | {"account", "each"}


def _figure(key: str, cell: str) -> Decimal | NoNumber | None:
    if not cell.strip():
        return None
    number = number_in(cell)
    whole = isinstance(number, NoNumber) or number == number.to_integral_value()
    if key == UNITS and not whole:
        return NoNumber(say("data.not_whole", written=clipped(cell.strip())))
    return number


def _head(partners: Sequence[_Partner], language: Language) -> Iterator[str]:
    """The costs of an example and how they are shared, with what is to be filled in."""
    key = _shared_by(partners)
    yield from _remarks(say("starter.head"), language)
    yield ""
    yield f"title = {toml_value(language.say('starter.title'), _LIKE)}"
    yield ""
    yield from _remarks(say("starter.cost"), language)
    yield "[cost.overhead]"
    yield f"label = {toml_value(language.say('starter.label'), _LIKE)}"
    yield "amount = 10_000"
    yield ""
    yield from _remarks(say("starter.contribution"), language)
    yield "[contribution]"
    yield f'model = "{"fixed" if key is None else "variable"}"'
    if key is not None:
        yield f"key = {toml_value(key, _LIKE)}"
    yield ""
    yield from _remarks(say("starter.partners"), language)


def _remarks(message: Message, language: Language) -> Iterator[str]:
    """A text as remarks, a line for each of its lines."""
    for line in language.tell(message).split("\n"):
        yield f"# {line}".rstrip()


def _shared_by(partners: Sequence[_Partner]) -> str | None:
    """The first key that can divide costs; inhabitants before all others."""
    keys = dict.fromkeys(key for each in partners for key, number in each.figures.items() if number)
    for key in [*keys]:
        if key != UNITS and any(key not in each.figures for each in partners):
            del keys[key]
    return "inhabitants" if "inhabitants" in keys else next(iter(keys), None)


def _block(partner: _Partner) -> str:
    """The table of a partner, with a line end at its end."""
    lines = [f"[{toml_key(('partner', partner.id))}]"]
    if partner.name is not None:
        lines.append(f"name = {toml_value(partner.name, _LIKE)}")
    if partner.nis is not None:
        lines.append(f"nis = {toml_value(partner.nis, _LIKE)}")
    figures = {key: _as_toml(number) for key, number in partner.figures.items()}
    units = figures.pop(UNITS, None)
    if units is not None:
        lines.append(f"units = {toml_value(units, _LIKE)}")
    if figures:
        lines.append(f"keys = {toml_value(figures, _LIKE)}")
    return "\n".join(lines) + "\n"


def _as_toml(number: Decimal) -> int | Decimal:
    whole = number == number.to_integral_value()
    return int(number) if whole else number
