"""Whatever is typed, the tool computes or says what is wrong: it never falls over."""

from __future__ import annotations

import copy
import re
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from unicodedata import category

import pytest
import tomli_w
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from command import Result, run
from igs_costshare import InputError, compute, parse
from igs_costshare.errors import Problem
from igs_costshare.reading import load_text
from igs_costshare.reading.toml import from_toml
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text

pytestmark = pytest.mark.long

EXAMPLES = Path(__file__).parent.parent / "examples"
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.toml"))]
TOKENS = re.compile(r"\w+|\s+|[^\w\s]")

often = settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
seldom = settings(often, max_examples=40)


def answer(text: str, *arguments: str) -> None:
    """Compute the text; the only exception that may come out is `InputError`, well told."""
    for problem in problems(text, *arguments):
        assert problem.origin
        assert problem.message
        told = problem_text(problem, english())
        assert told.startswith(f"{problem.severity}: ")
        assert len(told.split("\n")) <= 4
        assert not any(category(each) in ("Cc", "Cs") for each in told.replace("\n", ""))


def problems(text: str, *arguments: str) -> tuple[Problem, ...]:
    """What is said of the text: the reasons to refuse it, or warnings."""
    try:
        reading = load_text(text, "fuzz.toml", arguments)
    except InputError as error:
        return error.problems
    return reading.source.located(compute(reading.network).warnings)


def answered(result: Result) -> None:
    """Standard output or an error, and not both."""
    assert result.code in (0, 2)
    assert (result.code == 2) == (result.out == b"")
    assert (result.code == 2) == result.err.startswith("error: ")


# ---------------------------------------------------------------- texts


@st.composite
def cut(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(TEXTS))
    start = draw(st.integers(0, len(text)))
    return text[:start] + text[draw(st.integers(start, len(text))) :]


@st.composite
def shuffled_lines(draw: st.DrawFn) -> str:
    lines = draw(st.sampled_from(TEXTS)).split("\n")
    for _ in range(draw(st.integers(1, 4))):
        line = draw(st.sampled_from(lines))
        lines.insert(draw(st.integers(0, len(lines))), line)
    if draw(st.booleans()):
        del lines[draw(st.integers(0, len(lines) - 1))]
    return "\n".join(lines)


@st.composite
def changed_tokens(draw: st.DrawFn) -> str:
    tokens = TOKENS.findall(draw(st.sampled_from(TEXTS)))
    strange = st.sampled_from(
        ["-1", "1.5", "true", "nan", "[", "]", "{", "}", '"', "'", "=", ".", ",", "€", "\r", "\x1b"]
    )
    for _ in range(draw(st.integers(1, 4))):
        position = draw(st.integers(0, len(tokens) - 1))
        tokens[position] = draw(st.one_of(st.sampled_from(tokens), strange, st.text(max_size=5)))
    return "".join(tokens)


@often
@given(st.one_of(cut(), shuffled_lines(), changed_tokens(), st.text()))
def test_mangled_text_is_computed_or_explained(text: str) -> None:
    answer(text)


@seldom
@given(st.one_of(st.binary(), cut().map(str.encode)), st.binary(max_size=3), st.integers(0, 5000))
def test_mangled_bytes_are_computed_or_explained(data: bytes, extra: bytes, at: int) -> None:
    answered(run("compute", "-", "--format", "csv", stdin=data[:at] + extra + data[at:]))


# ---------------------------------------------------------------- values

NAMES = st.one_of(
    st.sampled_from(
        [
            *("stad", "caw", "overhead", "rent", "key", "rate", "model", "fixed", "amount"),
            *("contribution", "partner", "units", "only", "except", "1", "", "."),
            *("[key]", "<one>", "<table>"),
        ]
    ),
    st.text(max_size=4),
)
NUMBERS = st.one_of(
    st.integers(-3, 400),
    st.integers(),
    st.decimals(allow_nan=None, allow_infinity=None),
    st.decimals(0, 1, places=2),
)
SCALARS: SearchStrategy[Any] = st.one_of(
    NUMBERS,
    NAMES,
    st.booleans(),
    st.sampled_from([date(2025, 1, 31), datetime.fromisoformat("2025-01-31T09:30:00"), time(9)]),
)
JUNK: SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(NAMES, inner, max_size=3),
        st.lists(st.dictionaries(NAMES, inner, max_size=2), min_size=1, max_size=2),
    ),
    max_leaves=6,
)


def spots(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path of a description."""
    entries = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    return [path, *(spot for key, inner in entries for spot in spots(inner, (*path, key)))]


@st.composite
def with_junk(draw: st.DrawFn) -> dict[str, Any]:
    """An example with strange values at a few of its paths, or at new names beside them."""
    description = copy.deepcopy(from_toml(draw(st.sampled_from(TEXTS))))
    for _ in range(draw(st.integers(1, 3))):
        *outer, last = draw(st.sampled_from(spots(description)[1:]))
        holder: Any = description
        for part in outer:
            holder = holder[part]
        if isinstance(holder, dict) and draw(st.booleans()):
            last = draw(NAMES)
        holder[last] = draw(JUNK)
    return description


@often
@example({"partner": {"stad": {"[key]": 3}}, "[key]": {"[key]": 3}})
@example({"contribution": {"model": ["fixed"]}})
@example({"contribution": {"model": {"fixed": 1}}})
@example({"contribution": {"model": "fixed", "fixed": {"fixed": 1}}})
@example({"cost": {"contribution": {"amount": -1}, "model": {"contribution": {"fixed": 1}}}})
@example({"unit": {"owner": {}}, "partner": {"": {}}})
@given(with_junk())
def test_strange_values_are_computed_or_explained(description: dict[str, Any]) -> None:
    answer(tomli_w.dumps(description))


# ---------------------------------------------------------------- settings


@st.composite
def arguments(draw: st.DrawFn, text: str) -> str:
    path = draw(st.sampled_from(spots(from_toml(text))[1:]))
    parts = [str(part) for part in path] + draw(st.lists(NAMES, max_size=1))
    place = draw(st.sampled_from([".".join(parts), "".join(f"[{part}]" for part in parts)]))
    written = st.one_of(
        st.text(max_size=12),
        NUMBERS.map(str),
        JUNK.map(lambda value: tomli_w.dumps({"value": value}).removeprefix("value = ").strip()),
    )
    equals = draw(st.sampled_from(["=", "=", "=", " = ", ""]))
    return f"{place}{equals}{draw(written)}"


@often
@given(st.data())
def test_strange_settings_are_computed_or_explained(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    answer(text, *data.draw(st.lists(arguments(text), min_size=1, max_size=3)))


@seldom
@given(st.data())
def test_the_command_writes_data_or_an_error_and_never_both(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    settings = data.draw(st.lists(arguments(text), max_size=2))
    options = [option for each in settings for option in ("--set", each)]
    answered(run("compute", "-", "--format", "csv", *options, stdin=text.encode()))


def test_decimals_come_in_exactly() -> None:
    network = parse('title = "T"\n[cost.rent]\namount = 0.1\nper = "partner"\n[partner.stad]\n')
    assert network.cost["rent"].amount == Decimal("0.1")
