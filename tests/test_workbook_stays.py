"""The nights of a register in the workbook: what stands on the sheet Stays, and what follows."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from openpyxl import load_workbook

from changes import cell_of, set_at
from igs_costshare import InputError, compute
from igs_costshare.wording.language import english, language
from igs_costshare.workbook import workbook_bytes
from recalculated import network_of
from spreadsheets import STATUS, Cells, IronCalc, expected, misses

EXACT = "These figures follow from the sheet Input, exact to the last unit."

STAYED = """
title = "Verblijven"
year = 2026
[partner.stad]
name = "Stad"
units = 2
days = { 1 = 900 }
[partner.dorp]
name = "Dorp"
[partner.caw]
name = "CAW"
units = 1
[unit.een]
owner = "dorp"
name = "Kerkstraat 1"
prices = { 1 = 10, 2 = 12.5 }
days = 360
mix = { 1 = 3, 2 = 1 }
[unit.twee]
owner = "dorp"
[day_price]
prices = { 1 = 16, 2 = 18, 3 = 20 }
days = 365
occupancy = 0.85
mix = { 1 = 2, 3 = 1 }
[cost.rent]
amount = 10_000
[contribution]
model = "variable"
key = "days"
[stays.nights]
fingerprint = "f"
[stays.nights.unit.een.stad]
1 = 30
[stays.nights.unit.een.caw]
4 = 7
[stays.nights.unit.twee.dorp]
2 = 11
[stays.nights.owner.stad.""]
3 = 5
[stays.nights.owner.stad.caw]
1 = 40
3 = 2
"""
PARTNERS_PAY = STAYED.replace("occupancy = 0.85", 'occupancy = 0.85\npaid_by = "partner"')


def book_of(text: str, lang: str = "nl", *, values: bool = False) -> Any:
    network = network_of(text)
    data = workbook_bytes(network, compute(network), language(lang))
    return load_workbook(BytesIO(data), data_only=values)


def sheet_of(folder: Path, text: str) -> IronCalc:
    network = network_of(text)
    file = folder / "network.xlsx"
    file.write_bytes(workbook_bytes(network, compute(network), english()))
    return IronCalc(file)


def rows_of(page: Any) -> list[list[Any]]:
    return [[cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True)]


def test_the_sheet_has_a_row_for_each_home_and_referrer_and_what_follows() -> None:
    rows = rows_of(book_of(STAYED, values=True)["Verblijven"])
    assert rows[3:] == [
        ["Woning", "Eigenaar", "Doorverwezen door"]
        + [f"Nachten, gezin van {size}" for size in (1, 2, 3, 4)]
        + ["Nachten", "Opbrengst", "Volgnummer van de doorverwijzer", "1: geen geheel getal"],
        ["woningen samen", "Stad", "niet vermeld", 0, 0, 5, 0, 5, 100, 0, 0],
        ["woningen samen", "Stad", "CAW", 40, 0, 2, 0, 42, 680, 3, 0],
        ["Kerkstraat 1", "Dorp", "Stad", 30, 0, 0, 0, 30, 300, 1, 0],
        ["Kerkstraat 1", "Dorp", "CAW", 0, 0, 0, 7, 7, 87.5, 3, 0],
        ["twee", "Dorp", "Dorp", 0, 11, 0, 0, 11, 198, 2, 0],
        ["Totaal", "", "", 70, 11, 7, 7, 95, 1365.5],
    ]


def test_income_of_a_row_is_its_nights_at_the_price_of_the_home() -> None:
    page = book_of(STAYED)["Verblijven"]
    assert page["I8"].value == ("=D8*Invoer!$J$5+E8*Invoer!$K$5+F8*Invoer!$K$5+G8*Invoer!$K$5")
    assert page["I9"].value == ("=D9*Invoer!$B$9+E9*Invoer!$B$10+F9*Invoer!$B$11+G9*Invoer!$B$11")
    assert [page["H9"].value, page["I10"].value] == ["=SUM(D9:G9)", "=SUM(I5:I9)"]


def test_days_and_occupancy_that_were_planned_do_not_stand_there() -> None:
    book = book_of(STAYED)
    assert set(book.defined_names) == {
        "rounding_unit",
        *(f"day_price_prices_{size}" for size in (1, 2, 3)),
        "cost_rent_amount",
        "partner_units",
        *(f"unit_prices_{size}" for size in (1, 2)),
        *(f"stays_nights_{size}" for size in (1, 2, 3, 4)),
    }
    assert book.defined_names["stays_nights_2"].attr_text == "Verblijven!$E$5:$E$9"


def test_only_nights_can_be_changed_and_the_sheet_prints_without_its_workings() -> None:
    page = book_of(STAYED)["Verblijven"]
    free = [cell.coordinate for row in page for cell in row if not cell.protection.locked]
    assert free == [f"{column}{row}" for row in range(5, 10) for column in "DEFG"]
    assert (page.protection.sheet, page.print_area) == (True, "'Verblijven'!$A$1:$I$10")
    assert page.page_setup.orientation == "landscape"


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("en", ["Input", "Stays", "Statement", "Method"]),
        ("nl", ["Invoer", "Verblijven", "Overzicht", "Methode"]),
        ("fr", ["Données", "Séjours", "Décompte", "Méthode"]),
    ],
)
def test_the_sheet_stands_between_the_inputs_and_the_statement(lang: str, names: list[str]) -> None:
    assert book_of(STAYED, lang).sheetnames == names


def test_a_register_that_counts_days_says_so() -> None:
    text = STAYED.replace("[stays.nights]", '[stays]\ncount = "days"\n[stays.nights]')
    headings = rows_of(book_of(text, values=True)["Verblijven"])[3]
    assert headings[3:9] == [
        *(f"Dagen, gezin van {size}" for size in (1, 2, 3, 4)),
        "Dagen",
        "Opbrengst",
    ]


def test_the_method_says_what_follows_from_the_nights() -> None:
    told = {cell for row in rows_of(book_of(STAYED)["Methode"]) for cell in row}
    assert (
        "Wat woningen opbrengen en hoeveel dagen elke partner ze gebruikt, volgt uit de nachten op "
        "Verblijven, zoals ze in het register van verblijven staan. Wie naar welke woning "
        "doorverwees, ligt vast; hoeveel nachten niet." in told
    )


def test_a_name_from_the_file_is_a_text_whatever_it_looks_like() -> None:
    page = book_of(STAYED.replace('"Kerkstraat 1"', '"=1+1"'))["Verblijven"]
    assert (page["A7"].value, page["A7"].data_type) == ("=1+1", "s")


# ---------------------------------------------------------------- recalculated

NIGHTS = {
    ("unit", "een", "stad"): 7,
    ("unit", "een", "caw"): 8,
    ("unit", "twee", "dorp"): 9,
    ("owner", "stad", ""): 5,
    ("owner", "stad", "caw"): 6,
}
"""Rows of the sheet."""
KEYS = {
    "days": 'key = "days"',
    "use": 'key = "use"',
    "weighted": "key = { use = 3, units = 1 }",
}


def agrees(cells: Cells, text: str) -> list[str]:
    """Where the sheet differs from what `compute` gives."""
    return [*misses(cells, expected(compute(network_of(text))))] or (
        [] if cells[STATUS] == EXACT else [str(cells[STATUS])]
    )


def with_nights(text: str, figures: dict[tuple[str, str, str, int], int]) -> str:
    """The description with other nights."""
    tables = tomllib.loads(text, parse_float=Decimal)
    for (*path, size), number in figures.items():
        set_at(tables, ("stays", "nights", *path, str(size)), number)
    return tomli_w.dumps(tables)


def fill_in(sheet: IronCalc, figures: dict[tuple[str, str, str, int], int]) -> None:
    for (table, home, referrer, size), number in figures.items():
        sheet.fill_in((NIGHTS[table, home, referrer], 3 + size), number, "Stays")


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("text", [STAYED, PARTNERS_PAY])
def test_changed_nights_and_prices_recalculate_as_compute_would(
    text: str, key: str, tmp_path: Path
) -> None:
    text = text.replace('key = "days"', KEYS[key])
    sheet = sheet_of(tmp_path, text)
    assert agrees(sheet.shown(), text) == []
    figures = {
        ("unit", "een", "caw", 4): 31,
        ("unit", "twee", "dorp", 3): 101,
        ("owner", "stad", "", 1): 13,
    }
    fill_in(sheet, figures)
    assert agrees(sheet.shown(), with_nights(text, figures)) == []
    described = tomllib.loads(text)
    common, own = ("day_price", "prices", 3), ("unit", "een", "prices", 2)
    sheet.fill_in(cell_of(common, described, sheet.names), Decimal("21.35"))
    sheet.fill_in(cell_of(own, described, sheet.names), Decimal("13.05"))
    changed = with_nights(text, figures).replace("3 = 20", "3 = 21.35").replace("12.5", "13.05")
    assert agrees(sheet.shown(), changed) == []


@pytest.mark.parametrize(
    "charge", ['model = "per-day"', 'model = "variable"\nrate = { days = 2.25 }']
)
def test_charges_by_use_follow_the_nights(charge: str, tmp_path: Path) -> None:
    text = STAYED.replace('model = "variable"\nkey = "days"', charge)
    sheet = sheet_of(tmp_path, text)
    assert agrees(sheet.shown(), text) == []
    figures = {("unit", "een", "caw", 2): 3, ("owner", "stad", "caw", 1): 0}
    fill_in(sheet, figures)
    assert agrees(sheet.shown(), with_nights(text, figures)) == []


EQUALLY = PARTNERS_PAY.replace('model = "variable"\nkey = "days"', 'model = "fixed"')


def test_without_any_night_nobody_earns_or_pays(tmp_path: Path) -> None:
    text = EQUALLY[: EQUALLY.index("[stays.nights.unit")]
    sheet = sheet_of(tmp_path, text)
    assert sheet.sheets == ["Input", "Statement", "Method"]
    cells = sheet.shown()
    assert agrees(cells, text) == []
    assert [cells[8, column] for column in (4, 6)] == [0, 0]
    told = {cell for row in rows_of(book_of(text)["Methode"]) for cell in row}
    assert (
        "Het register van verblijven heeft dit jaar geen nachten: de woningen brengen niets op, en "
        "niemand gebruikte er een." in told
    )


def test_nights_that_are_all_taken_away_divide_nothing(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, EQUALLY)
    none = {(*path, size): 0 for path in NIGHTS for size in (1, 2, 3, 4)}
    fill_in(sheet, none)
    assert agrees(sheet.shown(), with_nights(EQUALLY, none)) == []


def test_income_that_nobody_used_is_refused_as_the_command_does(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, EQUALLY)
    unnamed = {(*path, size): 0 for path in NIGHTS if path[2] for size in (1, 2, 3, 4)}
    fill_in(sheet, unnamed)
    with pytest.raises(InputError):
        network_of(with_nights(EQUALLY, unnamed))
    assert sheet.shown()[STATUS] == (
        "These inputs cannot be computed: no partner has days of use to divide the day prices by"
    )


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (Decimal("2.5"), "a figure under “Nights” is no number, or out of bounds: Stays!8:8"),
        (-1, "a figure under “Nights, household of 2” is no number, or out of bounds: Stays!E8"),
    ],
)
def test_nights_are_whole_and_not_negative(
    number: Decimal | int, told: str, tmp_path: Path
) -> None:
    sheet = sheet_of(tmp_path, STAYED)
    sheet.fill_in((8, 5), number, "Stays")
    assert sheet.shown()[STATUS] == f"These inputs cannot be computed: {told}"
