"""Which columns of a table are which: who a row is of, and the figures of which key."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, get_args

from igs_costshare.description.fault import refused
from igs_costshare.description.ids import OwnKeyName
from igs_costshare.errors import InputError, Problem, clipped
from igs_costshare.filling.data import Data, words
from igs_costshare.messages import Message, listed, say
from igs_costshare.reading.suggestions import likeliest, suggestion

Match: TypeAlias = Literal["nis", "id", "name"]
"""By what a row says of which partner it is."""
MATCHES: tuple[Match, ...] = get_args(Match)

WHO: Mapping[Match, tuple[str, ...]] = {
    "nis": ("nis", "nis-code", "niscode", "nis code", "refnis", "ins", "code ins", "code-ins"),
    "id": ("id", "partner"),
    "name": ("name", "naam", "gemeente", "municipality", "nom", "commune"),
}
"""Headers of the columns that say whose a row is."""
UNITS = "units"
KEYS: Mapping[str, tuple[str, ...]] = {
    UNITS: ("units", "woningen", "aantal woningen", "homes", "logements"),
    "inhabitants": (
        "inhabitants",
        "inwoners",
        "aantal inwoners",
        "bevolking",
        "population",
        "habitants",
    ),
    "youth": ("youth", "jongeren", "kinderen en jongeren", "jeunes"),
    "households": ("households", "huishoudens", "gezinnen", "ménages"),
    "children": ("children", "kinderen", "enfants"),
    "pupils": ("pupils", "leerlingen", "élèves"),
    "members": ("members", "leden", "membres"),
}
"""Headers of the columns of well-known keys."""
_MOST_HEADERS = 12
_ALIKE = 90
"""In %: a new key that is more like a known one was probably meant to be that."""


class Asked(NamedTuple):
    """What somebody said of the columns."""

    match: Match | None
    """None: by what finds most partners."""
    columns: Mapping[str, str]
    """Headers by key; none: every column that is called as a key is."""


class Columns(NamedTuple):
    """Where the columns stand."""

    who: Mapping[Match, int]
    """By what a row may say whose it is, one at least."""
    figures: Mapping[str, int]
    """By key."""


def known_words(keys: Collection[str], asked: Asked) -> set[str]:
    """Every header that may be one, as `words` writes it."""
    headers = {each for match in MATCHES for each in WHO[match]}
    headers |= {words(header) for header in asked.columns.values()}
    return headers | set(called(keys))


def called(keys: Collection[str]) -> dict[str, str]:
    """The key that a header is called after, by header."""
    return {words(name): key for key in keys for name in (key, *KEYS.get(key, ()))}


def undated(header: str) -> str:
    """A header without the year or the day at its end.

    >>> undated("bevolking 2026"), undated("inwoners (1/1/2026)"), undated("2026")
    ('bevolking', 'inwoners', '2026')
    """
    return re.sub(r"(?<=[^\W\d])[\s(]+[0-9][0-9/.-]*\)?$", "", header)


def columns_of(data: Data, keys: Collection[str], asked: Asked) -> Columns:
    """Where the columns of a table stand; raises `InputError` where one is not there."""
    headers = [words(cell) for cell in data.header.cells]
    problems: list[Problem] = []
    who = dict(_who(data, headers, asked.match, problems))
    figures = _figures(data, headers, keys, asked.columns, problems)
    if problems:
        raise InputError(problems)
    return Columns(who, figures)


def _who(
    data: Data, headers: Sequence[str], asked: Match | None, problems: list[Problem]
) -> Iterator[tuple[Match, int]]:
    """By what a row may say whose it is, and in which column."""
    tried = MATCHES if asked is None else (asked,)
    places = {match: [*_called_so(headers, match)] for match in tried}
    if not any(places.values()):
        names = listed([WHO[match][0] for match in tried], "or")
        message = say("data.no_who", names=names)
        problems.append(data.problem(data.header, None, message, _known(data)))
    for match, at in places.items():
        if at[1:]:
            problems.append(_several(data, at))
        elif at:
            yield match, at[0]


def _called_so(headers: Sequence[str], match: Match) -> Iterator[int]:
    return (place for place, header in enumerate(headers) if header in WHO[match])


def _figures(
    data: Data,
    headers: Sequence[str],
    keys: Collection[str],
    asked: Mapping[str, str],
    problems: list[Problem],
) -> Mapping[str, int]:
    """The columns of the keys that are asked for, or else of all that are called as one."""
    places: dict[str, list[int]] = {}
    if asked:
        for key, header in asked.items():
            at = [place for place, each in enumerate(headers) if each == words(header)]
            if not at:
                origin = f"--column {key}={clipped(header)}"
                hint = suggestion(header, _headers(data))
                message = say("data.no_column", header=clipped(header))
                problems.append(Problem(message, hint=hint, origin=origin))
            places[key] = at
    else:
        names = called(keys)
        for place, header in enumerate(headers):
            named = names.get(header) or names.get(undated(header))
            if named is not None:
                places.setdefault(named, []).append(place)
        if not places:
            problems.append(_nothing(data, keys))
    problems += [_several(data, at) for at in places.values() if len(at) > 1]
    return {key: at[0] for key, at in places.items() if at}


def _nothing(data: Data, keys: Collection[str]) -> Problem:
    """That no column is called as a key, and how to say which one it is."""
    key = next((each for each in keys if each != UNITS), "inhabitants")
    header = next(reversed(_headers(data)), "…")
    hint = say("data.name_column", option=f'--column {key}="{clipped(header)}"')
    return data.problem(data.header, None, say("data.no_key"), hint)


def _several(data: Data, at: Sequence[int]) -> Problem:
    message = say("data.several", header=clipped(data.header.cell(at[1]).strip()))
    return data.problem(data.header, at[1], message, say("data.one_column"))


def _headers(data: Data) -> list[str]:
    return [cell.strip() for cell in data.header.cells if cell.strip()]


def _known(data: Data) -> Message:
    """Which headers there are."""
    names = [f"`{clipped(each)}`" for each in _headers(data)]
    more = ["…"] if names[_MOST_HEADERS:] else []
    return say("data.headers", names=", ".join([*names[:_MOST_HEADERS], *more]))


def asked_columns(texts: Sequence[str]) -> Mapping[str, str]:
    """Headers by key of each `KEY=HEADER`; raises `InputError` with all that is wrong with them."""
    headers: dict[str, str] = {}
    problems: list[Problem] = []
    for text in texts:
        key, equals, header = (part.strip() for part in text.partition("="))
        if not (equals and key and header):
            problem: Problem | None = Problem(say("data.column_form"), hint=_FOR_INSTANCE)
        elif key in headers:
            problem = Problem(say("data.column_twice", key=key))
        else:
            problem = _no_key(key)
            headers[key] = header
        if problem is not None:
            problems.append(problem._replace(origin=f"--column {text}"))
    if problems:
        raise InputError(problems)
    return headers


_FOR_INSTANCE = say("data.name_column", option='--column inhabitants="Bevolking 2026"')


def _no_key(key: str) -> Problem | None:
    """Why figures cannot be those of a key; a new one has a name as keys have."""
    fault = None if key == UNITS else refused(OwnKeyName, key)
    return None if fault is None else Problem(fault.message, hint=fault.hint)


def refuse_mistyped(asked: Asked, keys: Collection[str]) -> None:
    """Raise `InputError` for new keys that were probably meant to be known ones."""
    problems = []
    for key, header in asked.columns.items():
        meant = "" if key in keys else likeliest(key, keys, _ALIKE)
        if meant:
            message = say("reference.unknown", what=say("reference.key"), name=key)
            hint = say("reference.meant", name=meant)
            problems.append(Problem(message, hint=hint, origin=f"--column {key}={header}"))
    if problems:
        raise InputError(problems)
