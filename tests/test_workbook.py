"""The workbook as a file: read back with openpyxl, and by the command that makes it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from pathlib import Path
from typing import Any, get_args, get_origin
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from command import run
from igs_costshare import compute, parse, read
from igs_costshare.computing.statement import Named
from igs_costshare.description.contributions import Agreed, Contribution, FileTable, PerDay
from igs_costshare.description.kinds import alternatives
from igs_costshare.sharing.rule import (
    DAYS_OF_USE,
    Charge,
    Division,
    Percentages,
    Rule,
    charge_of,
    division_of,
)
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import english, language
from igs_costshare.wording.units import Notation
from igs_costshare.workbook import workbook_bytes
from igs_costshare.workbook.columns import heading_of_home
from igs_costshare.workbook.kinds import kind_at
from igs_costshare.workbook.method import how_shared
from igs_costshare.workbook.naming import name_of
from igs_costshare.workbook.ruled import common_of
from spreadsheets import HEADINGS, expected

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.toml"))
CRISIS = next(path for path in EXAMPLES if path.stem == "crisisopvangnetwerk")

MARKUP = """
title = "=1+1 & <b>"
year = 2026
currency = "USD"
[rounding]
unit = 0.001
difference = "stad"
[partner.stad]
name = "=HYPERLINK(1)"
units = 1
[partner.dorp]
name = "{=SUM(A1)}"
keys = { a-b = 1, a_b = 2 }
[cost.rent]
label = "https://example.org"
amount = 1_000.5
basis = "art. 7."
[cost.own]
label = "@eigen"
amount = 10
except = ["stad"]
[cost.listed]
amount = 5
[cost.listed.contribution]
model = "variable"
key = "a-b"
only = ["dorp"]
maximum = 6
basis = "art. 8"
[contribution]
model = "fixed"
"""


def book_of(text: str, lang: str = "nl", *, values: bool = False) -> Any:
    network = parse(text)
    data = workbook_bytes(network, compute(network), language(lang))
    return load_workbook(BytesIO(data), data_only=values)


def opened(path: Path, lang: str = "nl", *, values: bool = False) -> Any:
    return book_of(path.read_text(encoding="utf-8"), lang, values=values)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_the_cells_of_the_statement_are_formulas_that_hold_its_figures(example: Path) -> None:
    wanted = expected(compute(read(example)))
    formulas, values = opened(example)["Overzicht"], opened(example, values=True)["Overzicht"]
    assert {place: formulas.cell(*place).data_type for place in wanted} == dict.fromkeys(
        wanted, "f"
    )
    assert {place: round(values.cell(*place).value, 3) for place in wanted} == {
        place: round(float(amount), 3) for place, amount in wanted.items()
    }


SHEETS = {
    "en": ["Input", "Statement", "Method"],
    "nl": ["Invoer", "Overzicht", "Methode"],
    "fr": ["Données", "Décompte", "Méthode"],
}


@pytest.mark.parametrize("lang", SHEETS)
def test_the_sheets_have_names_of_the_language_and_the_statement_is_in_front(lang: str) -> None:
    book = opened(CRISIS, lang)
    assert book.sheetnames == SHEETS[lang]
    assert book.active.title == SHEETS[lang][1]


@pytest.mark.parametrize("sheet", ["Invoer", "Overzicht", "Methode"])
def test_sheets_print_on_a4_and_are_locked_without_a_password(sheet: str) -> None:
    page = opened(CRISIS)[sheet]
    assert (page.page_setup.paperSize, page.page_setup.orientation) == (9, "landscape")
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) in [(1, 0), (None, 0)]
    assert page.print_title_rows is not None
    assert (page.protection.sheet, page.protection.password) == (True, None)
    assert page.freeze_panes is not None


def test_only_inputs_can_be_changed() -> None:
    book = opened(CRISIS)
    free = [
        (sheet.title, cell.coordinate)
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if not cell.protection.locked
    ]
    figures = ["B6", "B7", *(f"B{row}" for row in range(10, 18)), "B20", "B21"]
    homes = [f"F{row}" for row in range(5, 10)]
    assert sorted(free) == sorted(("Invoer", cell) for cell in (*figures, *homes))


def test_inputs_have_names_units_and_limits() -> None:
    book = opened(CRISIS)
    names = {name: each.attr_text for name, each in book.defined_names.items()}
    assert names == {
        "rounding_unit": "Invoer!$B$6",
        "fte_cost": "Invoer!$B$7",
        "day_price_prices_1": "Invoer!$B$10",
        "day_price_prices_2": "Invoer!$B$11",
        "day_price_prices_3": "Invoer!$B$12",
        "day_price_mix_1": "Invoer!$B$13",
        "day_price_mix_2": "Invoer!$B$14",
        "day_price_mix_3": "Invoer!$B$15",
        "day_price_days": "Invoer!$B$16",
        "day_price_occupancy": "Invoer!$B$17",
        "cost_overhead_fte": "Invoer!$B$20",
        "cost_counselling_fte": "Invoer!$B$21",
        "partner_units": "Invoer!$F$5:$F$9",
    }
    sheet = book["Invoer"]
    assert [sheet[f"{column}7"].value for column in "ABC"] == [
        "Kost van één VTE",
        84500,
        "per jaar",
    ]
    limits = {
        str(each.sqref): (each.type, each.formula1, each.formula2)
        for each in sheet.data_validations.dataValidation
    }
    assert limits["B17"] == ("decimal", "0", "1")
    assert limits["F5:F9"] == ("whole", "0", "1000000000000")


def test_amounts_have_the_euro_sign_at_the_left_and_the_minus_at_the_figure() -> None:
    cell = opened(CRISIS)["Overzicht"]["H5"]
    assert cell.number_format == ("_ [$€-813]\\ * #,##0.00_ ;_ [$€-813]\\ * \\-#,##0.00_ ")


def test_other_currencies_and_tenths_of_a_cent_are_shown_as_they_are() -> None:
    assert book_of(MARKUP)["Overzicht"]["C5"].number_format == (
        '_ "USD"\\ * #,##0.000_ ;_ "USD"\\ * \\-#,##0.000_ '
    )


WIDE = "\n".join(
    (
        'title = "Breed"',
        "[partner.stad]",
        "[partner.dorp]",
        *(f"[cost.c{each}]\namount = {each}" for each in range(30)),
        '[contribution]\nmodel = "fixed"',
    )
)


def test_a_wide_statement_prints_on_pages_side_by_side_with_the_names_on_each() -> None:
    page = book_of(WIDE)["Overzicht"]
    assert (page.page_setup.fitToWidth, page.page_setup.fitToHeight) == (3, 0)
    assert page.page_setup.pageOrder == "overThenDown"
    assert (page.print_title_rows, page.print_title_cols) == ("$4:$4", "$A:$A")


def test_input_with_many_figures_a_partner_prints_on_pages_side_by_side() -> None:
    keys = ", ".join(f"k{each} = 1" for each in range(40))
    text = f'title = "Sleutels"\n[partner.stad]\nkeys = {{ {keys} }}\n'
    page = book_of(text)["Invoer"]
    assert page.page_setup.fitToWidth == 4
    assert page.print_title_cols == "$E:$E"
    homes = f'{text}[unit.een]\nowner = "stad"\n'
    assert book_of(homes)["Invoer"].print_title_cols is None


def test_a_long_id_gives_a_name_that_a_spreadsheet_takes() -> None:
    ids = [f"{'lang-' * 60}{each}" for each in range(2)]
    lines = "\n".join(f"[cost.{id}]\namount = 1" for id in ids)
    network = f'title = "Lang"\n[partner.stad]\n{lines}\n[contribution]\nmodel = "fixed"'
    named = [name for name in book_of(network).defined_names if name.startswith("cost_")]
    assert [len(name) for name in named] == [240, 242]


def test_a_text_that_no_cell_can_hold_is_cut_with_a_mark_and_its_row_stays_a_row() -> None:
    names = [f"{'stad ' * 150}{each}" for each in range(50)]
    partners = "\n".join(f'[partner.p{at}]\nname = "{name}"' for at, name in enumerate(names))
    only = [f"p{at}" for at in range(49)]
    text = f"""
        title = "Lang"
        {partners}
        [cost.rent]
        only = {only}
        amount = 1
        [contribution]
        model = "fixed"
    """
    page = book_of(text)["Methode"]
    (cell,) = (each for row in page.iter_rows() for each in row if len(str(each.value)) == 32_767)
    assert cell.value.endswith("…")
    assert page.row_dimensions[cell.row].height == pytest.approx(409, abs=1)


def test_more_columns_than_a_spreadsheet_has_are_refused_with_a_way_out(tmp_path: Path) -> None:
    lines = "\n".join(f"[cost.c{each}]\namount = 1" for each in range(5_500))
    file, made = tmp_path / "veel.toml", tmp_path / "veel.xlsx"
    file.write_text(
        f'title = "Veel"\n[partner.stad]\n{lines}\n[contribution]\nmodel = "fixed"\n',
        encoding="utf-8",
    )
    result = run("compute", file, "--format", "xlsx", "--output", made)
    assert (result.code, made.exists()) == (2, False)
    assert "the workbook would need more columns than a spreadsheet has, 16,384" in result.err
    assert "hint: take `--format csv`" in result.err


def test_text_is_never_a_formula_or_a_link() -> None:
    book = book_of(MARKUP)
    texts = [
        cell
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.data_type != "f"
    ]
    assert {cell.data_type for cell in texts} == {"s"}
    assert not any(sheet._hyperlinks for sheet in book)  # noqa: SLF001 - openpyxl has no other way
    values = {cell.value for cell in texts}
    assert {"=1+1 & <b> 2026", "=HYPERLINK(1)", "{=SUM(A1)}", "https://example.org"} <= values


def test_names_that_would_be_the_same_get_a_number() -> None:
    names = book_of(MARKUP).defined_names
    assert names["partner_keys_a_b"].attr_text == "Invoer!$G$5:$G$6"
    assert names["partner_keys_a_b_2"].attr_text == "Invoer!$H$5:$H$6"


def test_homes_that_nobody_has_are_out_of_sight() -> None:
    hidden = [
        (sheet.title, letter)
        for sheet in opened(next(path for path in EXAMPLES if path.stem == "jeugdregio-vast"))
        for letter, column in sheet.column_dimensions.items()
        if column.hidden
    ]
    assert hidden == [("Invoer", "F"), ("Overzicht", "B")]
    assert not opened(CRISIS)["Overzicht"].column_dimensions["B"].hidden


def test_long_names_and_headings_stand_in_full() -> None:
    long = "Openbaar centrum voor maatschappelijk welzijn van Sint-Katelijne-Waver"
    text = f"""
        title = "Lang"
        [partner.ocmw]
        name = "{long}"
        [cost.rent]
        label = "Administratieve ondersteuning en omkadering"
        amount = 1
        [contribution]
        model = "fixed"
    """
    book = book_of(text)
    for sheet, column in (("Invoer", "E"), ("Overzicht", "A")):
        page = book[sheet]
        assert page[f"{column}5"].alignment.wrap_text
        assert (page.column_dimensions[column].width, page.row_dimensions[5].height) == (
            pytest.approx(45, abs=1),
            30,
        )
    assert book["Overzicht"].row_dimensions[4].height == 60


def said(text: str, lang: str) -> list[str]:
    """What stands in the first column of Method."""
    sheet = book_of(text, lang)["Methode"]
    return [cell.value for cell in sheet["A"] if cell.value]


def test_method_says_what_is_fixed() -> None:
    told = said(MARKUP, "nl")
    assert told[told.index("Wat vastligt") + 1 :][:6] == [
        "Bijdrage: de deelnemende partners dragen elk evenveel.",
        "Grondslag: https://example.org: art. 7.",
        (
            "@eigen: buiten de gedeelde kosten, verdeeld zoals de gemeenschappelijke bijdrage "
            "zonder haar bedragen en grenzen. Neemt niet deel: =HYPERLINK(1)."
        ),
        (
            "listed: verdeeld volgens “a-b”. Niemand betaalt minder dan het minimum of meer "
            "dan het maximum; bij een verdeling passen de anderen dat naar verhouding bij. "
            "Neemt deel: {=SUM(A1)}. Grondslag: art. 8."
        ),
        "Een exacte helft wordt afgerond naar het even getal.",
        (
            "Een verdeelde post: elk aandeel wordt apart afgerond, en =HYPERLINK(1) neemt het "
            "verschil (heeft die geen aandeel, dan het grootste aandeel); zou dat negatief worden, "
            "dan gaat het naar de grootste resten."
        ),
    ]


def test_method_names_the_scenario() -> None:
    network = parse(MARKUP)
    statement = compute(network)
    object.__setattr__(statement, "scenario", Named("lean", "Zuinig"))
    data = workbook_bytes(network, statement, language("en"))
    sheet = load_workbook(BytesIO(data))["Method"]
    assert "These are the figures of the scenario “Zuinig”." in [cell.value for cell in sheet["A"]]


def test_a_network_of_one_partner_and_no_lines_has_a_workbook() -> None:
    book = book_of('title = "Leeg"\n[partner.stad]\n', values=True)
    assert [cell.value for cell in book["Overzicht"][HEADINGS + 1]] == ["stad", 0, 0, 0, 0]


@pytest.mark.parametrize("example", EXAMPLES[:3], ids=lambda path: path.stem)
def test_the_same_description_gives_the_same_bytes(example: Path) -> None:
    network = read(example)
    first, second = (workbook_bytes(network, compute(network), language("nl")) for _ in range(2))
    assert first == second
    dates = ZipFile(BytesIO(first)).read("docProps/core.xml")
    assert dates.count(b"2000-01-01T00:00:00Z") == 2


def test_a_charge_divides_nothing_and_a_division_charges_nothing() -> None:
    with pytest.raises(TypeError, match="PerDay is a charge and divides nothing"):
        division_of(PerDay(model="per-day"))
    with pytest.raises(TypeError, match="Agreed divides a pool and is no charge"):
        charge_of(Agreed(model="agreed", shares={}))
    with pytest.raises(TypeError, match="the network has no common contribution"):
        common_of(parse('title = "Leeg"\n[partner.stad]\n'))


def figures_in(kind: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """The paths of all numbers that a table may hold, with a made-up id for each entry."""
    for each in alternatives(kind):
        if isinstance(each, type) and issubclass(each, FileTable):
            for name, field in each.model_fields.items():
                yield from figures_in(field.annotation, (*path, field.alias or name))
        elif get_origin(each) in (dict, list):
            entry = "x" if get_origin(each) is dict else 0
            yield from figures_in(get_args(each)[-1], (*path, entry))
        elif each is Decimal:
            yield path


READ = {
    ("fixed_amount",),
    ("fixed_share",),
    ("key", "x"),
    ("max_rise",),
    ("maximum",),
    ("maximum", "x"),
    ("maximum_share",),
    ("maximum_share", "x"),
    ("minimum",),
    ("minimum", "x"),
    ("minimum_share",),
    ("minimum_share", "x"),
    ("previous", "x"),
    ("rate", "x"),
    ("rate", "x", 0, "amount"),
    ("rate", "x", 0, "rate"),
    ("rate", "x", 0, "up_to"),
    ("shares", "x"),
}


def test_the_formulas_read_every_figure_that_a_contribution_may_state() -> None:
    """A new one in the normal form needs nothing; a new bound its place in `workbook/limits.py`."""
    fixed = {("since",)}  # whose turn it is does not change on the sheet
    assert set(figures_in(Contribution, ())) - fixed == READ


def test_the_kind_of_a_figure_is_that_of_the_schema() -> None:
    assert kind_at(("rounding", "unit")).choices[0] == Decimal("0.001")
    assert kind_at(("unit", "kerkstraat", "days")).most == 366
    assert kind_at(("contribution", "rate", "youth", 0, "rate")).unit is Notation.MONEY
    assert kind_at(("cost", "rent", "contribution", "shares", "stad")).unit is Notation.PERCENT
    with pytest.raises(TypeError, match=r"the schema has no number at cost\.\*\.label"):
        kind_at(("cost", "rent", "label"))


def test_what_no_formula_asks_for_has_no_heading() -> None:
    with pytest.raises(TypeError, match="no formula asks for rent of a home"):
        heading_of_home(("rent",), english())
    with pytest.raises(TypeError, match="nothing shares costs at fte"):
        name_of(parse('title = "Leeg"\n[partner.stad]\n'), ("fte",), english())


SHARED = [
    (Division(Percentages({"stad": Fraction(100)}), part_equally=Fraction(1, 2)), "mixed"),
    (Charge(Fraction(5), (DAYS_OF_USE,)), "both"),
]


@pytest.mark.parametrize(("rule", "kind"), SHARED, ids=[kind for _, kind in SHARED])
def test_a_rule_that_no_model_makes_yet_is_told_as_it_is(rule: Rule, kind: str) -> None:
    told = {
        "mixed": "a fixed part, and the rest in proportion to agreed percentages",
        "both": "each partner pays the fixed amount and a rate for its use at the day price",
    }
    assert how_shared(rule, english()) == told[kind]


@pytest.mark.parametrize("code", codes())
def test_a_figure_that_does_not_fit_is_told_in_the_language(code: str) -> None:
    sheet = opened(CRISIS, code).worksheets[0]
    said = {
        (each.errorTitle, each.error)
        for each in sheet.data_validations.dataValidation
        if each.sqref == "B7"
    }
    told = {
        "en": ("This figure does not fit", "Fill in a number from 0 to 1,000,000,000,000."),
        "nl": ("Dit cijfer past niet", "Vul een getal in van 0 tot en met 1.000.000.000.000."),
        "fr": ("Ce chiffre ne convient pas", "Indiquez un nombre de 0 à 1.000.000.000.000."),
    }
    assert said == {told[code]}


def test_messages_of_cells_are_as_short_as_excel_asks() -> None:
    for code in codes():
        for sheet in opened(CRISIS, code):
            for each in sheet.data_validations.dataValidation:
                assert len(each.errorTitle) <= 32
                assert len(each.error) <= 255
                assert 0 < len(each.promptTitle) <= 32
                # What may be filled in is said before somebody tries, and after.
                assert each.prompt == each.error


# ---------------------------------------------------------------- the command


@pytest.mark.parametrize("output", [("--format", "xlsx"), ("--format", "xlsx", "--output", "-")])
def test_a_pipe_gets_the_workbook(output: tuple[str, ...]) -> None:
    ran = run("compute", CRISIS, *output, "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    assert load_workbook(BytesIO(ran.out))["Overzicht"]["B4"].value == "Woningen"


def test_the_ending_of_the_output_asks_for_a_workbook(tmp_path: Path) -> None:
    file = tmp_path / "network.XLSX"
    ran = run("compute", CRISIS, "--output", file, "--lang", "en", "--set", "title=Crisis")
    assert (ran.code, ran.out, ran.err) == (0, b"", "")
    assert load_workbook(file)["Statement"]["A1"].value == "Crisis 2023"


def test_a_workbook_has_the_exact_amounts(tmp_path: Path) -> None:
    ran = run("compute", CRISIS, "--output", tmp_path / "a.xlsx", "--round", "euro")
    assert ran.err == "note: xlsx always has the exact amounts, not --round euro\n"


def test_other_commands_have_no_workbook(tmp_path: Path) -> None:
    ran = run("explain", CRISIS, "--output", tmp_path / "a.xlsx")
    assert ran.code == 2
    assert "this command has no xlsx: take table, " in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_terminal_is_spared_a_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igs_costshare.cli.showing.is_screen", lambda: True)
    ran = run("compute", CRISIS, "--format", "xlsx")
    assert (ran.code, ran.out) == (2, b"")
    assert "give --output" in ran.err
