"""A saved statement read back: what `compute --format json` wrote, or why it is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command import run
from igs_costshare import InputError, compute, read
from igs_costshare.reading.saved import saved_statement
from igs_costshare.saved import saved_from

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.toml"))
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
HINT = "\nhint: `igs-costshare compute FILE --format json --output saved.json` saves one"


def saved() -> dict[str, Any]:
    tables: dict[str, Any] = json.loads(
        run("compute", "-", "--format", "json", stdin=TEXT.encode()).out
    )
    return tables


def refusal(data: bytes | dict[str, Any]) -> str:
    with pytest.raises(InputError) as refused:
        saved_statement(data if isinstance(data, bytes) else json.dumps(data).encode(), "s.json")
    return str(refused.value).removesuffix(HINT)


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
        (b"", "error: s.json:1:1: is not JSON"),
        (b'{\n"format": }', 'error: s.json:2:11: is not JSON\n2 | "format": }\n  |           ^'),
        (b"\xff", "error: s.json: is not UTF-8"),
        (b"[" * 100_000, "error: s.json: is no saved statement"),
        (b"1" * 5_000, "error: s.json: is no saved statement"),
        (b"[]", "error: s.json: is no saved statement: it has no `format`"),
        (b'{"format": 9}', "error: s.json: has format 9, and this version reads 1"),
        (b'{"format": 1}', "error: s.json: is no saved statement: `title` is not as expected"),
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
    assert refusal(tables) == f"error: s.json: is no saved statement: {words}"


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
    assert refusal(tables) == f"error: s.json: is no sound statement: {words}"
