"""A saved statement read back: what `compute --format json` wrote, or why it is none."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from command import run
from igs_costshare import InputError, compute, read
from igs_costshare.computing.amounts import saved_from
from igs_costshare.freezing.saved import saved_statement
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.toml"))
GOLDEN = Path(__file__).parent / "golden"
TEXT = """title = "Netwerk"
[cost.overhead]
amount = 100
[revenue.fees]
amount = 10
per = "partner"
[contribution]
model = "fixed"
[partner.stad]
[partner.dorp]
"""
IN_CELLS = "`partners[0].cells.{}` is not as expected"
HINT = "\nhint: `igs-costshare compute FILE --format json --output saved.json` saves one"


def saved() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(
        run("compute", "-", "--format", "json", stdin=TEXT.encode()).out
    )
    return tables


def refusals(data: bytes | dict[str, Any]) -> list[str]:
    """Every problem, without its hint."""
    with pytest.raises(InputError) as refused:
        saved_statement(data if isinstance(data, bytes) else json.dumps(data).encode(), "s.json")
    texts = [problem_text(problem, english()) for problem in refused.value.problems]
    assert all(text.endswith(HINT) for text in texts)
    return [text.removesuffix(HINT) for text in texts]


def refusal(data: bytes | dict[str, Any]) -> str:
    """The only problem, without its hint."""
    (told,) = refusals(data)
    return told


def messages(data: dict[str, Any]) -> list[str]:
    """Every problem without its place, which `test_every_fault_has_its_place` is for."""
    firsts = [told.split("\n")[0] for told in refusals(data)]
    assert all(re.match(r"error: s\.json:1:[0-9]+: ", first) for first in firsts)
    return [first.partition(": ")[2].partition(": ")[2] for first in firsts]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_saved_is_what_was_computed(path: Path) -> None:
    data = run("compute", path, "--format", "json").out
    assert saved_statement(data, "s.json") == saved_from(compute(read(path)))


def test_it_has_rows_and_columns_in_the_order_of_the_table() -> None:
    statement = saved_statement(json.dumps(saved()).encode(), "s.json")
    assert list(statement.rows) == ["stad", "dorp", "total"]
    assert statement.rows["stad"].columns == {
        "overhead": 50_00,
        "expenses": 50_00,
        "fees": 10_00,
        "revenues": 10_00,
        "balance": -40_00,
    }
    assert (statement.currency, statement.decimals, statement.scenario) == ("EUR", 2, None)


def test_tenths_of_a_cent_are_read_as_they_are() -> None:
    text = TEXT.replace("[contribution]", "[rounding]\nunit = 0.001\n[contribution]")
    data = run("compute", "-", "--format", "json", stdin=text.encode()).out
    assert saved_statement(data, "s.json").total.columns["expenses"] == 100_000


def test_a_byte_order_mark_is_no_obstacle() -> None:
    data = b"\xef\xbb\xbf" + json.dumps(saved()).encode()
    assert saved_statement(data, "s.json").title == "Netwerk"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "error: s.json: is empty"),
        (b'{\n"format": }', 'error: s.json:2:11: is not JSON\n2 | "format": }\n  |           ^'),
        (b"{\n\xff", "error: s.json:2:1: is not UTF-8\n2 | \N{REPLACEMENT CHARACTER}\n  | ^"),
        (b"{\0", "error: s.json: is UTF-16, not UTF-8"),
        (b"[" * 100_000, "error: s.json: is no saved statement: too deeply nested"),
        (
            b"1" * 5_000,
            f"error: s.json:1:1: is no saved statement: it has no `format`\n1 | {'1' * 100}\n  | ^",
        ),
        (b"[]", "error: s.json:1:1: is no saved statement: it has no `format`\n1 | []\n  | ^"),
        (
            b'{"format": 9}',
            """error: s.json:1:12: has format 9, and this version reads 1
1 | {"format": 9}
  |            ^""",
        ),
        (
            b'{"format":\r\n"one"}',
            'error: s.json:1:1: is no saved statement: it has no `format`\n1 | {"format":\n  | ^',
        ),
    ],
)
def test_what_is_no_saved_statement_is_refused(data: bytes, words: str) -> None:
    assert refusal(data) == words


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("partners", 0, "expenses"), "50", "`partners[0].expenses` is not as expected"),
        (("partners", 0, "expenses"), 50, "`partners[0].expenses` is not as expected"),
        (("partners", 0, "units"), -1, "`partners[0].units` is not as expected"),
        (("partners",), [], "`partners` is not as expected"),
        (("partners", 0, "id"), "Stad!", "`partners[0].id` is not as expected"),
        (("currency",), "euro", "`currency` is not as expected"),
        (("title",), "\ud800", "`title` is not as expected"),
        (("lines", 0, "id"), 5, "`lines[0].id` is not as expected"),
        (("lines", 0, "id"), ["overhead"], "`lines[0].id` is not as expected"),
        (("lines", 0, "label"), None, "`lines[0].label` is not as expected"),
        (("partners", 0, "id"), None, "`partners[0].id` is not as expected"),
        (("partners", 0, "id"), "\udfff", "`partners[0].id` is not as expected"),
        (("partners", 1), "dorp", "`partners[1]` is not as expected"),
        (
            ("partners", 0, "cells", "[key]"),
            "1.00",
            '`partners[0].cells."[key]"` is not as expected',
        ),
        (
            ("partners", 0, "cells", "overhead"),
            50,
            "`partners[0].cells.overhead` is not as expected",
        ),
        (("partners", 0, "units"), 10**40, "`partners[0].units` is not as expected"),
        (("partners", 0, "units"), True, "`partners[0].units` is not as expected"),
        (("year",), 10**29, "`year` is not as expected"),
        (("total",), [], "`total` is not as expected"),
    ],
)
def test_a_field_that_is_not_as_expected_is_named(
    path: tuple[str | int, ...], value: object, words: str
) -> None:
    tables = saved()
    holder: Any = tables
    for part in path[:-1]:
        holder = holder[part]
    holder[path[-1]] = value
    assert messages(tables) == [f"is no saved statement: {words}"]


def test_every_fault_has_its_place() -> None:
    tables = saved()
    tables["title"] = '\ud800 {["\\'
    tables["partners"][1]["id"] = 5
    del tables["partners"][1]["balance"]
    tables["ignored"] = [{"title": [[[[[[[[[[[[]]]]]]]]]]]]}, None]
    tables["year"] = 20
    lines = json.dumps(tables, indent=1).split("\n")
    places = {
        f"{number}:{line.index(value) + 1}": line
        for number, line in enumerate(lines, 1)
        for value in ('"\\ud800', "5,", "20,")
        if line.lstrip().startswith(('"title": "', '"id": 5', '"year"')) and value in line
    }
    told = refusals("\n".join(lines).encode())
    assert len(places) == len(told) - 1 == 3
    for text in told:
        place = text.removeprefix("error: s.json:").partition(": ")[0]
        if "`partners[1].balance`" not in text:
            assert place in places
            del places[place]
        else:  # what is missing is missing from the partner
            assert lines[int(place.partition(":")[0]) - 1].strip() == "{"


def changed(**rows: dict[str, Any]) -> dict[str, Any]:
    tables = saved()
    for row, fields in rows.items():
        place = tables["total"] if row == "total" else tables["partners"][row == "dorp"]
        cells = fields.pop("cells", {})
        place.update(fields)
        place["cells"].update(cells)
    return tables


UNEVEN = {"cells": {"overhead": "51.00"}, "expenses": "51.00", "balance": "-41.00"}
TWICE = {**saved(), "lines": [*saved()["lines"], saved()["lines"][0]]}
NO_SUM = "are not the sum of its lines"


@pytest.mark.parametrize(
    ("tables", "words"),
    [
        (TWICE, "a line stands in it twice"),
        (changed(dorp={"id": "stad"}), "a partner stands in it twice"),
        (
            changed(stad={"balance": "-41.00"}),
            "the balance of `stad` is not its revenues less its expenses",
        ),
        (
            changed(stad={"expenses": "51.00", "balance": "-41.00"}),
            f"the expenses of `stad` {NO_SUM}",
        ),
        (
            changed(dorp={"revenues": "9.00", "balance": "-41.00"}),
            f"the revenues of `dorp` {NO_SUM}",
        ),
        (changed(stad=UNEVEN), "the column `overhead` does not add up to its total"),
        (changed(stad={"cells": {"rent": "1.00"}}), "`stad` has other cells than there are lines"),
        (changed(stad={"expenses": "50.000"}), "`stad` has an amount without 2 decimals"),
    ],
)
def test_amounts_that_cannot_come_from_one_computation_are_refused(
    tables: dict[str, Any], words: str
) -> None:
    told = messages(tables)
    assert f"is no sound statement: {words}" in told
    assert all(each.startswith("is no sound statement: ") for each in told)


def test_every_sum_that_is_wrong_is_told_where_it_stands() -> None:
    tables = changed(
        stad={"cells": {"overhead": "51.00"}, "expenses": "52.00", "balance": "-42.00"}
    )
    assert messages(tables) == [
        "is no sound statement: the expenses of `stad` are not the sum of its lines",
        *(
            f"is no sound statement: the column `{column}` does not add up to its total"
            for column in ("overhead", "expenses", "balance")
        ),
    ]


def test_the_reserve_has_its_place_as_well() -> None:
    tables = json.loads((GOLDEN / "ledenbijdrage.json").read_text(encoding="utf-8"))
    tables["reserve"]["balance"] = "0.01"
    assert messages(tables) == [
        "is no sound statement: the balance of `reserve` is not its revenues less its expenses"
    ]
    tables["reserve"]["expenses"] = f"{Decimal(tables['reserve']['revenues']) - Decimal('0.01')}"
    assert messages(tables) == [
        "is no sound statement: the expenses of `reserve` are not the sum of its lines",
        *(
            f"is no sound statement: the column `{column}` does not add up to its total"
            for column in ("expenses", "balance")
        ),
    ]
