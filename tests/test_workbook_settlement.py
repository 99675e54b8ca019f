"""The settlement in the workbook: what stands on its sheet, and what follows from changes."""

from __future__ import annotations

import re
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from command import run
from igs_costshare import InputError, parse
from igs_costshare.wording.language import language
from igs_costshare.workbook import workbook_bytes
from igs_costshare.workbook.settling import is_settled
from recalculated import settling_of
from spreadsheets import (
    SOFFICE,
    STATUS,
    Cells,
    IronCalc,
    by_libreoffice,
    expected,
    expected_due,
    misses,
)

SETTLED = """
title = "Westland"
year = 2026
[partner.stad]
name = "Stad"
units = 3
keys = { inhabitants = 31_866 }
[partner.dorp]
name = "Dorp"
units = 1
keys = { inhabitants = 7_412 }
[partner.caw]
name = "CAW"
units = 1
[partner.veld]
name = "Veld"
keys = { inhabitants = 9_031 }
[day_price]
prices = { 1 = 16.5, 2 = 18 }
days = 360
occupancy = 0.85
[cost.rent]
label = "Huur"
amount = 10_000.01
paid_by = "caw"
[cost.staff]
label = "Begeleiding"
amount = 29_575
[cost.office]
label = "Kantoor"
amount = 4_000
paid_by = "dorp"
in_kind = true
[cost.energy]
label = "Energie"
amount = 6_000
paid_by = { stad = 2_500, account = 3_500 }
[cost.phones]
label = "Telefoons"
amount = 999.99
paid_by = "each"
[subsidy.region]
label = "Gewest"
amount = 12_000
received_by = "caw"
[contribution]
model = "mixed"
fixed_share = 0.3
key = "inhabitants"
except = ["caw"]
[payment.q1]
label = "Voorschot 1"
part = 0.25
[payment.q2]
part = 0.333
except = ["veld"]
to = "caw"
[payment.extra]
label = "Bijstorting"
amounts = { stad = 1_250, dorp = -300 }
[settlement]
opening = { stad = -120.50 }
"""
ACTUAL = """
[scenario.actual]
label = "Werkelijk"
cost.staff.amount = 31_000.55
cost.rent.amount = 9_870
"""
CHARGED = """
title = "Tarief"
[partner.stad]
keys = { k = 3 }
[partner.dorp]
keys = { k = 4 }
[cost.one]
amount = 1.004
paid_by = "dorp"
[cost.two]
amount = 2.004
[cost.three]
amount = 5.004
paid_by = "stad"
[subsidy.grant]
amount = 1.006
received_by = "dorp"
[contribution]
model = "variable"
rate = { k = 2.5 }
[settlement]
transfers = "direct"
[reserve]
opening = 250.75
"""


def made(text: str, lang: str = "nl") -> bytes:
    settling = settling_of(text)
    assert settling is not None
    return workbook_bytes(settling.network, settling.statement, language(lang), settling)


def page_of(text: str, *, values: bool = True) -> Any:
    return load_workbook(BytesIO(made(text)), data_only=values)["Afrekening"]


def rows_of(page: Any) -> list[list[Any]]:
    rows = ([cell for cell in row if cell is not None] for row in page.iter_rows(values_only=True))
    return [row for row in rows if row]


def sheet_of(folder: Path, text: str) -> IronCalc:
    file = folder / "network.xlsx"
    file.write_bytes(made(text, "en"))
    return IronCalc(file)


def agrees(sheet: IronCalc, text: str) -> list[str]:
    """Where the sheets differ from what `settle` gives for a description."""
    settling, due = settling_of(text), sheet.shown("Settlement")
    assert settling is not None
    return [
        *misses(sheet.shown(), expected(settling.statement)),
        *misses(due, expected_due(settling.outcome)),
        *([] if due[STATUS] == "What is due adds up to 0." else [str(due[STATUS])]),
    ]


def fill_in(sheet: IronCalc, name: str, number: Decimal | int, below: int = 0) -> None:
    """Put a number in a cell by its name, or so many rows below the first of its cells."""
    match = re.match(r"(\w+)!\$([A-Z]+)\$([0-9]+)", sheet.names[name])
    assert match is not None
    column = 0
    for letter in match[2]:
        column = column * 26 + ord(letter) - ord("A") + 1
    sheet.fill_in((int(match[3]) + below, column), number, match[1])


# ---------------------------------------------------------------- what stands there

DUE_IS = (
    "Nog te betalen = nettobijdrage + saldo vorig jaar − betaald − in natura + ontvangen − "
    "voorschotten."
)
PARTS = (
    "Een voorschot dat een deel van de nettobijdrage is, volgt daaruit, tot op de cent; niets waar "
    "die niet positief is."
)
LIVE = "Elk rekent af met de gemeenschappelijke rekening: wat nog te betalen is. Ze rekenen mee."
CLOSED = "Gesloten beurzen: er wordt niets overgeschreven, ook niet voor het verschil."


def test_the_sheet_shows_the_settlement_and_what_it_is_made_of() -> None:
    account = "Gemeenschappelijke rekening"
    assert rows_of(page_of(SETTLED)) == [
        ["Westland 2026: afrekening"],
        ["Wat nog te betalen is, is samen 0."],
        [
            *("Partner", "Nettobijdrage", "Saldo vorig jaar", "Betaald", "In natura", "Ontvangen"),
            *("Voorschotten", "Nog te betalen"),
        ],
        ["Stad", 5833.62, -120.5, 3061.73, 0, 15835.5, 4651, 13835.89],
        ["Dorp", 2721.96, 0, 207.4, 4000, 5278.5, 1286.9, 2506.16],
        ["CAW", -5278.5, 0, 10000.01, 0, 17278.5, -2849.01, 4849],
        ["Veld", 8905.42, 0, 230.86, 0, 0, 2226.36, 6448.2],
        [account, 0, 120.5, 33075, 0, 0, -5315.25, -27639.25],
        ["Totaal", 12182.5, 0, 46575, 4000, 38392.5, 0, 0],
        [DUE_IS],
        ["Een minteken betekent dat dit bedrag nog te ontvangen is."],
        ["Alles behalve de gele cellen onderaan volgt uit het blad Overzicht."],
        [PARTS],
        ["Overschrijvingen"],
        [LIVE],
        ["Van", "Aan", "", "Bedrag"],
        ["Stad", account, 13835.89],
        ["Dorp", account, 2506.16],
        ["CAW", account, 4849],
        ["Veld", account, 6448.2],
        ["Waaruit deze cijfers volgen"],
        [
            *("Partner", "Nettobijdrage", "Saldo vorig jaar", "Huur: betaald door"),
            *("Begeleiding: betaald door", "Energie: betaald door", "Telefoons: betaald door"),
            *("Kantoor: in natura door", "Dagprijzen: ontvangen door", "Gewest: ontvangen door"),
            *("Voorschot 1", "Bijstorting", "q2", "Ontvangen voorschotten"),
        ],
        ["Deel van de nettobijdrage", 0.25, 0.333],
        ["Stad", 5833.62, -120.5, 2500, 561.73, 15835.5, 1458.4, 1250, 1942.6],
        ["Dorp", 2721.96, 0, 207.4, 4000, 5278.5, 680.49, -300, 906.41],
        ["CAW", -5278.5, 0, 10000.01, 0, 5278.5, 12000, 0, 0, -2849.01],
        ["Veld", 8905.42, 0, 230.86, 0, 2226.36],
        [account, 0, 120.5, 29575, 3500, -5315.25],
        [
            *("Samen", 12182.5, 0, 10000.01, 29575, 6000, 999.99, 4000, 26392.5, 12000),
            *(4365.25, 950, 2849.01, -8164.26),
        ],
        ["Totaal van de post", 6000],
        ["1: telt niet op", 0],
    ]


def test_its_cells_follow_those_of_the_statement() -> None:
    page = page_of(SETTLED, values=False)
    told = {place: page[place].value for place in ("B28", "D30", "E32", "G28", "I29", "N30")}
    assert told == {
        "B28": "=ROUND(-Overzicht!$L$5,3)",
        "D30": "=Overzicht!$C$9",
        "E32": "=Overzicht!$D$9",
        "G28": "=Overzicht!$G$5",
        "I29": "=Overzicht!$I$6",
        "N30": "=ROUND(-SUM($M$33:$M$33),3)",
    }
    assert page["H5"].value == "=ROUND(+B5+C5-D5-E5+F5-G5,3)"
    assert page["D5"].value == "=ROUND(SUM($D$28:$G$28),3)"


def test_openings_parts_and_stated_amounts_can_be_changed_and_no_other_cell() -> None:
    page = page_of(SETTLED)
    free = [cell.coordinate for row in page for cell in row if not cell.protection.locked]
    assert free == ["K27", "M27", "C28", "F28", "L28", "C29", "L29", "C30", "C31", "F32"]


def test_of_a_scenario_the_bills_of_the_budget_stand_there_as_they_were() -> None:
    told = (
        "Een voorschot dat een deel van de nettobijdrage is, volgt uit de kolom “Nettobijdrage in "
        "de begroting”: dat zijn de bijdragen van het bestand zonder scenario, en die rekenen niet "
        "mee."
    )
    assert [told] in rows_of(page_of(SETTLED + ACTUAL))
    page = page_of(SETTLED + ACTUAL, values=False)
    assert [page[f"C{row}"].value for row in range(28, 32)] == [5833.62, 2721.96, -5278.5, 8905.42]


def test_with_a_keeper_what_is_of_the_account_stands_in_its_row() -> None:
    text = SETTLED.replace("[settlement]", '[settlement]\naccount = "caw"')
    rows = rows_of(page_of(text))
    assert rows[3:8] == [
        ["Stad", 5833.62, -120.5, 3061.73, 0, 15835.5, 4651, 13835.89],
        ["Dorp", 2721.96, 0, 207.4, 4000, 5278.5, 1286.9, 2506.16],
        ["CAW", -5278.5, 120.5, 43075.01, 0, 17278.5, -8164.26, -22790.25],
        ["Veld", 8905.42, 0, 230.86, 0, 0, 2226.36, 6448.2],
        ["Totaal", 12182.5, 0, 46575, 4000, 38392.5, 0, 0],
    ]
    kept = (
        "CAW beheert de gemeenschappelijke rekening: wat van die rekening is, staat in de rij van "
        "CAW."
    )
    assert [kept] in rows
    assert ["Dorp", "CAW", 2506.16] in rows
    assert page_of(text, values=False)["D7"].value == "=ROUND(SUM($D$29:$G$29,$D$31:$G$31),3)"


def test_the_fewest_payments_are_values_that_hold_for_the_figures_as_delivered() -> None:
    rows = rows_of(page_of(SETTLED.replace("[settlement]", '[settlement]\ntransfers = "direct"')))
    at = rows.index(["Overschrijvingen"])
    assert rows[at + 1 : at + 4] == [
        ["De minste betalingen bij de cijfers zoals ze geleverd zijn: ze rekenen niet mee."],
        ["Van", "Aan", "", "Bedrag"],
        ["Stad", "Gemeenschappelijke rekening", 13835.89],
    ]


def test_with_closed_purses_nothing_is_transferred() -> None:
    rows = rows_of(page_of(SETTLED.replace("[settlement]", '[settlement]\ntransfers = "none"')))
    at = rows.index(["Overschrijvingen"])
    assert rows[at + 1 : at + 3] == [
        [CLOSED],
        ["Waaruit deze cijfers volgen"],
    ]


def test_the_reserve_of_a_charge_and_its_lines_one_by_one() -> None:
    rows = rows_of(page_of(CHARGED))
    # Rounded by themselves the lines make 6.99 of 7.01: the first two bear a cent more.
    assert rows[3:7] == [
        ["stad", 7.5, 0, 5, 0, 0, 0, 2.5],
        ["dorp", 10, 0, 1.01, 0, 1.01, 0, 10],
        ["Gemeenschappelijke rekening", -10.49, 0, 2.01, 0, 0, 0, -12.5],
        ["Totaal", 7.01, 0, 8.02, 0, 1.01, 0, 0],
    ]
    at = rows.index(["Reserve bij het begin van het jaar", 250.75])
    assert rows[at + 1 : at + 3] == [
        ["Wat ze erbij krijgt", 10.49],
        ["Reserve op het einde van het jaar", 261.24],
    ]


def test_who_takes_nothing_of_a_settlement_has_no_sheet() -> None:
    plain = '[partner.a]\n[cost.c]\namount = 1\n[contribution]\nmodel = "fixed"\n'
    for told, text in {
        False: plain,
        True: plain + "[settlement]\n",
    }.items():
        assert is_settled(parse(f'title = "t"\n{text}')) is told
    for stated in (
        'paid_by = "a"\n[partner.b]',
        '[revenue.r]\namount = 1\nreceived_by = "a"',
        '[subsidy.s]\namount = 1\nreceived_by = "a"',
        '[day_price]\nprices = { 1 = 1 }\nreceived_by = "a"',
        "[payment.p]\npart = 0.5",
    ):
        text = plain.replace("amount = 1\n", f"amount = 1\n{stated}\n", 1)
        assert is_settled(parse(f'title = "t"\n{text}'))


def test_a_name_from_the_file_is_a_text_wherever_it_stands() -> None:
    text = SETTLED.replace('"Stad"', '"=1+1"').replace('"Voorschot 1"', '"=2+2"')
    text = text.replace('"Huur"', '"{=3}"')
    page = page_of(text, values=False)
    assert {page[place].data_type for place in ("A5", "A28", "K26", "D26")} == {"s"}
    assert page["A20"].value == '=IF($H$5=0,"",IF($H$5>0,$A$5,$A$9))'


# ---------------------------------------------------------------- recalculated


@pytest.mark.parametrize(
    "text",
    [
        SETTLED,
        SETTLED + ACTUAL,
        CHARGED,
        SETTLED.replace("[settlement]", '[settlement]\naccount = "caw"'),
        SETTLED.replace("[partner.stad]", "[rounding]\nunit = 0.001\n[partner.stad]", 1),
        SETTLED.replace("[partner.stad]", "[rounding]\nunit = 0.001\n[partner.stad]", 1)
        + ACTUAL
        + "rounding.unit = 0.01\n",
        SETTLED.replace("received_by", "#")
        .replace("occupancy = 0.85", 'occupancy = 0.85\npaid_by = "partner"')
        .replace("units = 3", "units = 3\ndays = { 1 = 30 }"),
    ],
)
def test_it_recalculates_to_what_settle_gives(text: str, tmp_path: Path) -> None:
    assert agrees(sheet_of(tmp_path, text), text) == []


def test_changed_figures_settle_as_the_command_would(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, SETTLED)
    text = SETTLED
    for name, below, number, before, after in (
        ("cost_staff_amount", 0, Decimal("30111.11"), "29_575", "30_111.11"),
        ("payment_q1_part", 0, Decimal("0.3"), "part = 0.25", "part = 0.3"),
        ("payment_extra_amounts", 1, Decimal("-12.34"), "dorp = -300", "dorp = -12.34"),
        ("settlement_opening", 0, 75, "stad = -120.50", "stad = 75"),
        ("cost_energy_paid_by", 4, 3600, "account = 3_500", "account = 3_600"),
        ("cost_energy_paid_by", 0, 2400, "stad = 2_500", "stad = 2_400"),
    ):
        fill_in(sheet, name, number, below)
        text = text.replace(before, after)
    assert agrees(sheet, text) == []


def test_of_a_scenario_a_change_leaves_the_advances_as_they_were(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, SETTLED + ACTUAL)
    fill_in(sheet, "cost_staff_amount", Decimal("40000.10"))
    fill_in(sheet, "payment_q2_part", Decimal("0.1"))
    text = (SETTLED + ACTUAL).replace("31_000.55", "40_000.10").replace("0.333", "0.1")
    assert agrees(sheet, text) == []


def test_stated_amounts_that_no_longer_add_up_are_told_by_their_line(tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, SETTLED)
    fill_in(sheet, "cost_energy_amount", 6100)
    with pytest.raises(InputError):
        settling_of(SETTLED.replace("amount = 6_000", "amount = 6_100"))
    assert sheet.shown("Settlement")[STATUS] == (
        "The amounts that were stated do not add up to the line: Energie: paid by"
    )


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("settlement_opening", Decimal("1.005"), "an amount on Settlement has more decimals"),
        ("reserve_opening", Decimal("1.005"), "an amount on Settlement has more decimals"),
        ("settlement_opening", 2 * 10**12, "a figure under “From last year” is no number"),
    ],
)
def test_what_the_file_could_not_hold_is_refused(
    name: str, number: Decimal | int, told: str, tmp_path: Path
) -> None:
    sheet = sheet_of(tmp_path, CHARGED)
    fill_in(sheet, name, number)
    assert str(sheet.shown()[STATUS]).startswith(f"These inputs cannot be computed: {told}")
    assert sheet.shown("Settlement")[STATUS] == (
        "Not all of it can be told: see the line under the title of Statement."
    )


def test_a_tenth_of_a_cent_may_be_stated_where_amounts_have_it(tmp_path: Path) -> None:
    text = CHARGED.replace("[partner.stad]", "[rounding]\nunit = 0.001\n[partner.stad]")
    sheet = sheet_of(tmp_path, text)
    fill_in(sheet, "reserve_opening", Decimal("1.005"))
    assert agrees(sheet, text.replace("250.75", "1.005")) == []


MANY = "\n".join(
    (
        'title = "Veel partners"',
        *(f"[partner.p{each}]\nkeys = {{ k = {500 + each * 977} }}" for each in range(150)),
        '[cost.rent]\namount = 1_234_567.89\npaid_by = "p7"',
        '[cost.phones]\namount = 12_345.67\npaid_by = "each"',
        '[contribution]\nmodel = "variable"\nkey = "k"',
        "[payment.q1]\npart = 0.25\n[payment.q2]\npart = 0.3333",
        "[settlement]\nopening = { p3 = 12.5 }",
    )
)
"""More than a hundred rows, which LibreOffice works out in another way than fewer."""


@pytest.mark.long
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_settles_as_the_command_does(tmp_path: Path) -> None:
    texts = {"many": MANY, "base": SETTLED, "actual": SETTLED + ACTUAL, "charged": CHARGED}
    files = {tmp_path / f"{name}.xlsx": text for name, text in texts.items()}
    for file, text in files.items():
        file.write_bytes(made(text, "en"))
    shown = by_libreoffice(list(files), tmp_path, sheet="Settlement")
    assert {file.stem: faults(shown[file], text) for file, text in files.items()} == {
        name: [] for name in texts
    }


def faults(cells: Cells, text: str) -> list[str]:
    settling = settling_of(text)
    assert settling is not None
    return [
        *misses(cells, expected_due(settling.outcome)),
        *([] if cells[STATUS] == "What is due adds up to 0." else [str(cells[STATUS])]),
    ]


# ---------------------------------------------------------------- the commands


def sheets(file: Path) -> tuple[list[str], str]:
    book = load_workbook(file)
    return book.sheetnames, book.active.title


STATEMENT = ["Invoer", "Overzicht", "Methode"]
WITH_SETTLEMENT = ["Invoer", "Overzicht", "Afrekening", "Methode"]


def test_settle_makes_a_workbook_with_the_settlement_in_front(tmp_path: Path) -> None:
    file, book = tmp_path / "westland.toml", tmp_path / "afrekening.xlsx"
    file.write_text(SETTLED + ACTUAL, encoding="utf-8")
    run("settle", str(file), "--output", str(book), "--lang", "nl")
    assert sheets(book) == (WITH_SETTLEMENT, "Afrekening")
    page = load_workbook(book, data_only=True)["Afrekening"]
    assert page["A1"].value == "Westland 2026: afrekening, Werkelijk"


@pytest.mark.parametrize(
    ("text", "options", "wanted"),
    [
        (SETTLED, [], WITH_SETTLEMENT),
        (SETTLED, ["--set", "cost.staff.amount=30_000"], WITH_SETTLEMENT),
        (SETTLED + ACTUAL, ["--scenario", "actual"], WITH_SETTLEMENT),
        (SETTLED + ACTUAL, [], STATEMENT),
    ],
)
def test_compute_adds_the_settlement_to_the_statement_that_the_file_settles(
    text: str, options: list[str], wanted: list[str], tmp_path: Path
) -> None:
    file, book = tmp_path / "westland.toml", tmp_path / "westland.xlsx"
    file.write_text(text, encoding="utf-8")
    run("compute", str(file), *options, "--output", str(book), "--lang", "nl")
    assert sheets(book) == (wanted, "Overzicht")


def test_settings_do_not_change_the_budget_that_advances_are_a_part_of(tmp_path: Path) -> None:
    file, book = tmp_path / "westland.toml", tmp_path / "westland.xlsx"
    file.write_text(SETTLED, encoding="utf-8")
    run(
        *("compute", str(file), "--set", "cost.staff.amount=30_000"),
        *("--output", str(book), "--lang", "nl"),
    )
    page = load_workbook(book)["Afrekening"]
    assert [page[f"C{row}"].value for row in range(28, 32)] == [5833.62, 2721.96, -5278.5, 8905.42]


LEFT = (
    SETTLED.replace("part = 0.25", 'part = 0.25\nexcept = ["veld"]')
    + """
[scenario.actual]
remove = ["partner.veld"]
partner.nieuw.name = "Nieuw"
partner.nieuw.keys.inhabitants = 5_000
"""
)


def test_who_left_or_joined_makes_no_advance(tmp_path: Path) -> None:
    page = page_of(LEFT, values=False)
    names = [page[f"A{row}"].value for row in range(28, 33)]
    assert names == ["Stad", "Dorp", "CAW", "Nieuw", "Gemeenschappelijke rekening"]
    assert [page[f"C{row}"].value for row in range(28, 32)] == [5833.62, 2721.96, -5278.5, None]
    assert [page[f"L{row}"].value for row in (31, 32)] == [None, None]
    assert agrees(sheet_of(tmp_path, LEFT), LEFT) == []


NEARLY = """
title = "Bijna"
[partner.stad]
keys = { k = 672 }
[partner.dorp]
[cost.one]
amount = 276.035000002
paid_by = "dorp"
[cost.two]
amount = 796
[revenue.three]
amount = 0.1049999
[revenue.four]
amount = 0.05
[revenue.five]
amount = 602.385
received_by = "stad"
[contribution]
model = "fixed"
fixed_amount = 7.855
[settlement]
"""


def test_a_line_of_a_charge_moves_by_what_rounding_carried_off_however_little(
    tmp_path: Path,
) -> None:
    # 276.035000002 was rounded up by a little less than 602.385 was rounded down.
    assert agrees(sheet_of(tmp_path, NEARLY), NEARLY) == []


def test_what_doubles_cannot_tell_of_the_lines_of_a_charge_is_not_shown(tmp_path: Path) -> None:
    text = NEARLY.replace("796", "79_600_000_000.000000001")
    due = sheet_of(tmp_path, text).shown("Settlement")
    assert due[STATUS] == "Not all of it can be told: see the line under the title of Statement."
    assert (due[6, 4], due[6, 8]) == ("#N/A", "#N/A")
