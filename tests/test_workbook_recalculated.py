"""Spreadsheet engines work the statement out from the sheet Input, and agree with `compute`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from openpyxl import load_workbook

import networks
import recalculated
from changes import Place, cell_of, changed
from igs_costshare import InputError, Statement, compute, parse
from igs_costshare.reading import load
from igs_costshare.sharing import rule as rules
from igs_costshare.sharing.rule import rule_of
from igs_costshare.wording.language import Language, english, language
from igs_costshare.workbook import method, refusals, tables, workbook_bytes
from igs_costshare.workbook.cells import sheet_names
from igs_costshare.workbook.ruled import common_of
from spreadsheets import (
    NEVER,
    SOFFICE,
    STATUS,
    Cells,
    IronCalc,
    by_libreoffice,
    expected,
    misses,
)

pytestmark = pytest.mark.long

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.toml"))
ENGLISH = english()
EXACT = "These figures follow from the sheet Input, exact to the last unit."
UNSURE = "Some figures have more digits than a spreadsheet can hold"
REFUSED = "These inputs cannot be computed: "

needs_libreoffice = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


def workbook(folder: Path, text: str, name: str = "network", lang: Language = ENGLISH) -> Path:
    """The workbook of a description, in a file."""
    network = recalculated.network_of(text)
    file = folder / f"{name}.xlsx"
    file.write_bytes(workbook_bytes(network, compute(network), lang))
    return file


def statement_of(text: str) -> Statement | None:
    """What `compute` makes of a description; None where it is refused."""
    try:
        return compute(recalculated.network_of(text))
    except InputError:
        return None


def faults(cells: Cells, statement: Statement | None) -> list[str]:
    """Where a sheet differs from what `compute` gives; a refused input shows no amount at all."""
    told = str(cells.get(STATUS))
    if statement is None:
        amounts = [place for place, value in cells.items() if isinstance(value, int | float)]
        return [f"shows {amounts}"] if amounts or not told.startswith(REFUSED) else []
    if told.startswith(UNSURE):
        # What is shown beside it is right all the same.
        wanted = expected(statement)
        shown = {place: each for place, each in wanted.items() if cells.get(place) != "#N/A"}
        return list(misses(cells, shown)) or ([] if shown != wanted else ["nothing is left out"])
    return list(misses(cells, expected(statement))) or ([told] if told != EXACT else [])


class Case(NamedTuple):
    """A description, what becomes of it, and what is filled in for that."""

    base: dict[str, Any]
    changed: dict[str, Any]
    figures: dict[Place, Any]


def cases(count: int, start: int, changes: int = 2) -> Iterator[list[Case]]:
    """Random networks, the same every time: as they stand, and with changed figures."""
    drawn: list[dict[str, Any]] = []

    @seed(start)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(networks.stated_descriptions())
    def draw(description: dict[str, Any]) -> None:
        drawn.append(description)

    draw()
    random = Random(start)
    for each in drawn:
        made = [Case(each, *changed(each, random)) for _ in range(changes)]
        yield [Case(each, each, {}), *made]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_recalculates_to_its_statement(example: Path, tmp_path: Path) -> None:
    text = example.read_text(encoding="utf-8")
    file = workbook(tmp_path, text)
    assert faults(IronCalc(file).shown(), statement_of(text)) == []


def test_random_networks_and_changed_figures_recalculate_as_the_engine_computes(
    tmp_path: Path,
) -> None:
    unsure = []
    # Six draws, since Hypothesis draws a network that it found several times with small changes.
    for turns in chain.from_iterable(cases(10, start, changes=1) for start in range(6)):
        file = workbook(tmp_path, networks.as_toml(turns[0].base))
        for case in turns:
            sheet = IronCalc(file)
            for place, number in case.figures.items():
                sheet.fill_in(cell_of(place, case.base, sheet.names), number)
            cells = sheet.shown()
            assert (case.figures, faults(cells, statement_of(networks.as_toml(case.changed)))) == (
                case.figures,
                [],
            )
            unsure.append(str(cells[STATUS]).startswith(UNSURE))
    # A guard that shuts too often would prove nothing. Of 48 draws it shut for 8 % (78 of 960).
    assert sum(unsure) <= len(unsure) // 5


def settles(text: str) -> bool:
    """Whether there is a settlement of a network: its scenario may be refused."""
    try:
        return recalculated.settling_of(text) is not None
    except InputError:
        return False


@pytest.mark.parametrize("start", range(4))
def test_networks_that_try_the_doubles_of_a_spreadsheet_show_no_wrong_cell(
    start: int, tmp_path: Path
) -> None:
    """A few of those that `python tests/recalculated.py 20000` tries."""
    random, tried = Random(start), 0
    while tried < 15:
        text = networks.as_toml(recalculated.description(random))
        statement = statement_of(text)
        if statement is not None:
            tried += 1
            assert (text, faults(IronCalc(workbook(tmp_path, text)).shown(), statement)) == (
                text,
                [],
            )
            if settles(text):
                _, missed = recalculated.recalculated(text, tmp_path / "settled.xlsx")
                assert (text, missed) == (text, [])


MANY = "\n".join(
    (
        'title = "Veel partners"',
        *(
            f"[partner.p{each}]\nunits = {each % 5}\nkeys = {{ inhabitants = {500 + each * 977} }}"
            for each in range(150)
        ),
        "[cost.rent]\namount = 1_234_567.89",
        '[cost.visits]\namount = 12.345\nper = "unit"',
        "[subsidy.region]\nmatch = 1",
        '[contribution]\nmodel = "variable"\nkey = { inhabitants = 0.6, units = 0.4 }',
        "minimum = 500\nmaximum = 9_000",
    )
)
"""More than a hundred rows, which LibreOffice works out in another way than fewer."""


@needs_libreoffice
def test_libreoffice_recalculates_examples_random_networks_and_changed_figures(
    tmp_path: Path,
) -> None:
    wanted: dict[Path, Statement | None] = {}
    for example in EXAMPLES:
        text = example.read_text(encoding="utf-8")
        wanted[workbook(tmp_path, text, example.stem)] = statement_of(text)
    wanted[workbook(tmp_path, MANY, "many")] = statement_of(MANY)
    for number, turns in enumerate(cases(8, start=11, changes=1)):
        base = workbook(tmp_path, networks.as_toml(turns[0].base), f"base-{number}")
        wanted[base] = statement_of(networks.as_toml(turns[0].base))
        file = tmp_path / f"changed-{number}.xlsx"
        fill_in(base, file, turns[1])
        wanted[file] = statement_of(networks.as_toml(turns[1].changed))
    made = by_libreoffice(list(wanted), tmp_path)
    assert {file.stem: faults(made[file], each) for file, each in wanted.items()} == {
        file.stem: [] for file in wanted
    }


def fill_in(base: Path, file: Path, case: Case) -> None:
    """A copy of the workbook with the changed figures in its cells."""
    book = load_workbook(base)
    names = {name: str(each.attr_text) for name, each in book.defined_names.items()}
    for place, number in case.figures.items():
        row, column = cell_of(place, case.base, names)
        book["Input"].cell(row, column).value = number
    book.save(file)


@needs_libreoffice
def test_a_program_that_trusts_the_values_in_the_file_shows_the_statement(tmp_path: Path) -> None:
    text = EXAMPLES[1].read_text(encoding="utf-8")
    file = workbook(tmp_path, text)
    shown = by_libreoffice([file], tmp_path, NEVER)[file]
    assert faults(shown, statement_of(text)) == []


TOLD = {
    "nl": "Deze cijfers volgen uit het blad Invoer, juist tot op de laatste eenheid.",
    "fr": "Ces chiffres découlent de la feuille Données, exacts jusqu’à la dernière unité.",
}


@pytest.mark.parametrize("code", TOLD)
def test_sheets_with_names_of_another_language_recalculate_too(code: str, tmp_path: Path) -> None:
    text = next(each for each in EXAMPLES if each.stem == "jeugdregio-gemengd").read_text(
        encoding="utf-8"
    )
    lang = language(code)
    cells = IronCalc(workbook(tmp_path, text, lang=lang)).shown(sheet_names(lang).statement)
    assert cells[STATUS] == TOLD[code]
    assert list(misses(cells, expected(compute(parse(text))))) == []


@needs_libreoffice
def test_libreoffice_takes_sheets_with_accents_in_their_names(tmp_path: Path) -> None:
    file = workbook(tmp_path, MANY, lang=language("fr"))
    cells = by_libreoffice([file], tmp_path, sheet="Décompte")[file]
    assert cells[STATUS] == TOLD["fr"]
    assert list(misses(cells, expected(compute(parse(MANY))))) == []


# ---------------------------------------------------------------- by hand, to the cent

MODELS = """
title = "Modellen"
[partner.stad]
units = 4
days = { 1 = 120, 2 = 40 }
keys = { inhabitants = 31_866 }
[partner.dorp]
units = 1
days = { 1 = 30 }
keys = { inhabitants = 7_412 }
[partner.veld]
units = 1
keys = { inhabitants = 9_031 }
[day_price]
prices = { 1 = 16.5, 2 = 18 }
days = 360
occupancy = 0.85
[cost.rent]
amount = 10_000.01
[cost.staff]
fte = 0.35
fte_cost = 84_500
"""
CONTRIBUTIONS = {
    "fixed": 'model = "fixed"',
    "fixed-charge": 'model = "fixed"\nfixed_amount = 12_000.005',
    "variable": 'model = "variable"\nkey = "inhabitants"',
    "weighted": 'model = "variable"\nkey = { inhabitants = 0.6, units = 0.4 }',
    "rate": 'model = "variable"\nrate = { inhabitants = 0.355 }',
    "brackets": 'model = "variable"\nrate = { inhabitants = '
    "[ { up_to = 8_000, rate = 0.5 }, { up_to = 9_031, amount = 250 }, { rate = 0.3 } ] }",
    "mixed-share": 'model = "mixed"\nfixed_share = 0.3\nkey = "units"',
    "mixed-amount": 'model = "mixed"\nfixed_amount = 2_000\nkey = "inhabitants"',
    "mixed-rate": 'model = "mixed"\nfixed_amount = 2_000\nrate = { units = 1_000.005 }',
    "per-day": 'model = "per-day"\nminimum = 100\nmaximum = { stad = 2_500 }',
    "agreed": 'model = "agreed"\nshares = { stad = 33.3, dorp = 33.3, veld = 33.3 }',
    "bounded": 'model = "variable"\nkey = "units"\nminimum = 8_000\nmaximum = { stad = 20_000 }',
    "parts": 'model = "variable"\nkey = "units"\nminimum = 1_000\nminimum_share = 0.2\n'
    "maximum_share = { stad = 0.6 }",
    "parts-used-up": 'model = "fixed"\nminimum_share = { stad = 0.5, dorp = 0.3, veld = 0.2 }',
    "parts-of-a-charge": 'model = "variable"\nrate = { inhabitants = 0.9 }\nminimum = 8_000\n'
    "minimum_share = { dorp = 0.222 }\nmaximum_share = 0.5",
    "all-held": 'model = "fixed"\nminimum = { stad = 13_000 }\n'
    "maximum = { dorp = 13_000, veld = 13_575.01 }",
}
ROUNDINGS = {
    "remainders": "",
    "up": '[rounding]\nhalf = "up"\nunit = 0.1',
    "largest": '[rounding]\ndifference = "largest"\nunit = 100',
    "taker": '[rounding]\ndifference = "veld"\nunit = 1000',
}


@pytest.mark.parametrize("rounding", ROUNDINGS)
@pytest.mark.parametrize("model", CONTRIBUTIONS)
def test_every_model_recalculates_with_every_way_of_rounding(
    model: str, rounding: str, tmp_path: Path
) -> None:
    text = f"{MODELS}\n[contribution]\n{CONTRIBUTIONS[model]}\n{ROUNDINGS[rounding]}"
    assert faults(IronCalc(workbook(tmp_path, text)).shown(), compute(parse(text))) == []


CAPPED = f"""{MODELS}
[contribution]
model = "variable"
%s
minimum = {{ stad = 12_000, dorp = 2_000 }}
minimum_share = 0.1
maximum_share = {{ stad = 0.4 }}
"""


@pytest.mark.parametrize("how", ['key = "inhabitants"', "rate = { inhabitants = 0.355 }"])
@pytest.mark.parametrize(
    ("place", "number", "told"),
    [
        (("cost", "rent", "amount"), 20_000, ""),
        (("contribution", "minimum_share"), Decimal("0.3"), ""),
        (("contribution", "minimum", "dorp"), 12_000, ""),
        (("contribution", "maximum_share", "stad"), 1, ""),
        # The whole has become so small that 40 % of it is less than the minimum.
        (("cost", "rent", "amount"), 100, "Contribution: a minimum is above the maximum"),
        (("contribution", "minimum_share"), Decimal("0.5"), "Contribution: a minimum is above"),
        (("contribution", "minimum_share"), Decimal("1.5"), "a figure under "),
    ],
)
def test_parts_of_the_whole_follow_their_inputs(
    how: str, place: Place, number: Decimal | int, told: str, tmp_path: Path
) -> None:
    text = CAPPED % how
    description = tomllib.loads(text, parse_float=Decimal)
    sheet = IronCalc(workbook(tmp_path, text))
    assert faults(sheet.shown(), compute(parse(text))) == []
    sheet.fill_in(cell_of(place, description, sheet.names), number)
    target = description
    for part in place[:-1]:
        target = target[part]
    target[place[-1]] = number
    assert faults(sheet.shown(), statement_of(networks.as_toml(description))) == []
    if told:
        assert str(sheet.shown()[STATUS]).startswith(REFUSED + told)


LINES = """
title = "Lijnen"
[partner.stad]
keys = { inhabitants = 31_866 }
[partner.dorp]
keys = { inhabitants = 7_412 }
[partner.veld]
units = 1
[unit.een]
owner = "stad"
occupancy = 0.9
[unit.twee]
owner = "dorp"
prices = { 1 = 10, 2 = 11 }
mix = { 2 = 1 }
days = 100
[unit.drie]
owner = "stad"
[day_price]
prices = { 1 = 16 }
days = 365
occupancy = 0.8
mix = { 1 = 1, 3 = 2 }
[cost.rent]
amount = 12_345.67
[cost.youth]
amount = 999.99
only = ["stad", "dorp"]
[cost.visits]
amount = 12.345
per = "unit"
except = ["veld"]
[cost.ict]
amount = 5_000
[cost.ict.contribution]
model = "mixed"
fixed_amount = 100
key = "inhabitants"
except = ["veld"]
[subsidy.decree]
rate = 0.125
of = ["rent", "ict"]
cap = 1_000
[subsidy.region]
match = 2
[subsidy.fund]
amount = 500
[revenue.gifts]
amount = 1_111.11
[contribution]
model = "fixed"
"""


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("cost_rent_amount", 20_000, ""),
        ("subsidy_decree_cap", 10, ""),
        ("subsidy_region_match", 1, ""),
        ("subsidy_decree_rate", Decimal("1.5"), "a figure under “Subsidies”"),
        ("subsidy_fund_amount", 50_000, "the subsidies exceed the costs"),
        ("cost_ict_contribution_fixed_amount", 2_501, "ict: the fixed amounts exceed the pool"),
        ("cost_ict_amount", 0, "ict: there is nothing to share"),
        ("day_price_occupancy", -1, "a figure under “Day price”"),
        ("day_price_mix_1", 3, ""),
        ("rounding_unit", 5, "a figure under “General”"),
        ("unit_mix_2", 0, "the weights of the household sizes are zero"),
    ],
)
def test_lines_of_every_kind_follow_their_inputs(
    name: str, number: Decimal | int, told: str, tmp_path: Path
) -> None:
    sheet = IronCalc(workbook(tmp_path, LINES))
    description = tomllib.loads(LINES, parse_float=Decimal)
    assert faults(sheet.shown(), compute(parse(LINES))) == []
    place = (
        next(
            each
            for each in place_of(description)
            if "_".join(map(str, each)).replace("unit_twee", "unit") == name
        )
        if name != "rounding_unit"
        else ("rounding", "unit")
    )
    sheet.fill_in(cell_of(place, description, sheet.names), number)
    if told:
        assert str(sheet.shown()[STATUS]).startswith(REFUSED + told)
        assert faults(sheet.shown(), None) == []
    else:
        target = description
        for part in place[:-1]:
            target = target[part]
        target[place[-1]] = number
        assert faults(sheet.shown(), compute(parse(networks.as_toml(description)))) == []


def place_of(description: dict[str, Any]) -> list[Place]:
    """The places of all figures."""
    from changes import figures

    return [place for place, _ in figures(description)]


@pytest.mark.parametrize(
    "model", [model for model, text in CONTRIBUTIONS.items() if "imum" not in text]
)
def test_a_model_whose_figures_stand_in_no_field_needs_its_normal_form_only(
    model: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a new model reduces to is computed, though the sheets know none of its fields."""
    stated = parse(f"{MODELS}\n[contribution]\n{CONTRIBUTIONS[model]}\n")
    rule, statement = rule_of(common_of(stated)), compute(stated)
    for module in (method, refusals, rules, tables):
        monkeypatch.setattr(module, "rule_of", lambda _: rule)
    bare = parse(f'{MODELS}\n[contribution]\nmodel = "per-day"\n')
    file = tmp_path / "bare.xlsx"
    file.write_bytes(workbook_bytes(bare, statement, ENGLISH))
    assert faults(IronCalc(file).shown(), statement) == []


def test_a_fixed_figure_with_more_digits_than_a_double_holds_shows_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f'{MODELS}\n[contribution]\nmodel = "fixed"\nfixed_amount = 12_345_678.0123456789\n'
    stated = parse(text)
    rule = rule_of(common_of(stated))
    for module in (method, refusals, rules, tables):
        monkeypatch.setattr(module, "rule_of", lambda _: rule)
    bare = parse(f'{MODELS}\n[contribution]\nmodel = "per-day"\n')
    file = tmp_path / "bare.xlsx"
    file.write_bytes(workbook_bytes(bare, compute(stated), ENGLISH))
    assert str(IronCalc(file).shown()[STATUS]).startswith(UNSURE)


REFUSALS: dict[str, tuple[str, dict[Place, Any], str]] = {
    "a key of nobody": (
        'model = "variable"\nkey = "inhabitants"',
        {("partner", each, "keys", "inhabitants"): 0 for each in ("stad", "dorp", "veld")},
        "Contribution: the key inhabitants is zero for everybody that takes part",
    ),
    "broken homes": (
        'model = "fixed"',
        {("partner", "stad", "units"): Decimal("1.5")},
        "a figure under “Homes” is no number, or out of bounds: Input!F5",
    ),
    "weights": (
        'model = "variable"\nkey = { inhabitants = 0.6, units = 0.4 }',
        {("contribution", "key", "units"): Decimal("0.5")},
        "Contribution: weights are whole numbers, or add up to 1",
    ),
    "shares": (
        'model = "agreed"\nshares = { stad = 40, dorp = 30, veld = 30 }',
        {("contribution", "shares", "stad"): 41},
        "Contribution: the shares do not add up to 100",
    ),
    "minimum": (
        'model = "fixed"\nminimum = 100',
        {("contribution", "minimum"): 20_000},
        "Contribution: minimum and maximum leave no way to share the pool",
    ),
    "crossed": (
        'model = "fixed"\nminimum = 100\nmaximum = 30_000',
        {("contribution", "minimum"): 30_001},
        "Contribution: a minimum is above the maximum",
    ),
    "crossed for one": (
        'model = "fixed"\nminimum = { stad = 100 }\nmaximum = 30_000',
        {("contribution", "minimum", "stad"): 30_001},
        "Contribution: a minimum is above the maximum",
    ),
    "falling brackets": (
        (
            'model = "variable"\nrate = { units = [ { up_to = 1, rate = 1 }, '
            "{ up_to = 3, rate = 2 }, { rate = 3 } ] }"
        ),
        {("contribution", "rate", "units", 0, "up_to"): 3},
        "Contribution: the brackets of homes do not rise",
    ),
    "above the brackets": (
        'model = "variable"\nrate = { units = [ { up_to = 4, amount = 1 } ] }',
        {("partner", "dorp", "units"): 5},
        "Contribution: a partner has more homes than the last bracket",
    ),
}


@pytest.mark.parametrize("case", REFUSALS)
def test_what_the_command_refuses_gives_no_figure_and_the_reason(case: str, tmp_path: Path) -> None:
    contribution, figures, reason = REFUSALS[case]
    text = f"{MODELS}\n[contribution]\n{contribution}\n"
    description = tomllib.loads(text, parse_float=Decimal)
    sheet = IronCalc(workbook(tmp_path, text))
    for place, number in figures.items():
        sheet.fill_in(cell_of(place, description, sheet.names), number)
    assert sheet.shown()[STATUS] == REFUSED + reason
    assert faults(sheet.shown(), None) == []


FIXED = f'{MODELS}\n[contribution]\nmodel = "fixed"\n'


@pytest.mark.parametrize(
    ("place", "typed", "told"),
    [
        (("cost", "rent", "amount"), "veel", "a figure under “Costs” {wrong}: Input!B15"),
        (("cost", "rent", "amount"), "", "a figure under “Costs” {wrong}: Input!B15"),
        (("cost", "staff", "fte"), "-1", "a figure under “Costs” {wrong}: Input!B16"),
        (("partner", "dorp", "units"), "", "a figure under “Homes” {wrong}: Input!F6"),
        (("partner", "veld", "units"), "-2", "a figure under “Homes” {wrong}: Input!F7"),
        (("partner", "dorp", "units"), "1.5", "a figure under “Homes” {wrong}: Input!F6"),
        (("rounding", "unit"), "", "a figure under “General” {wrong}: Input!B6"),
    ],
)
def test_a_cell_that_holds_no_figure_or_a_wrong_one_is_named(
    place: Place, typed: str, told: str, tmp_path: Path
) -> None:
    sheet = IronCalc(workbook(tmp_path, FIXED))
    row, column = cell_of(place, tomllib.loads(FIXED, parse_float=Decimal), sheet.names)
    if typed and typed != "veel":
        sheet.fill_in((row, column), Decimal(typed))
    else:
        sheet.model.set_user_input(0, row, column, typed)
    cells = sheet.shown()
    assert cells[STATUS] == REFUSED + told.format(wrong="is no number, or out of bounds")
    assert faults(cells, None) == []


@pytest.mark.parametrize(
    "amount", ["100_000_000_000.01", "123_456.1234567891"], ids=["large", "many digits"]
)
def test_what_a_double_cannot_hold_is_not_shown(amount: str, tmp_path: Path) -> None:
    text = f"""
        title = "Te groot"
        [partner.stad]
        keys = {{ inhabitants = 31_866.25 }}
        [partner.dorp]
        keys = {{ inhabitants = 7_412.75 }}
        [cost.rent]
        amount = {amount}
        [contribution]
        model = "mixed"
        fixed_amount = 1_000.07
        key = "inhabitants"
    """
    cells = IronCalc(workbook(tmp_path, text)).shown()
    assert str(cells[STATUS]).startswith(UNSURE)
    assert (cells[5, 3], cells[7, 3]) == ("#N/A", "#N/A")


def test_shares_of_those_who_stay_are_scaled_whatever_they_make(tmp_path: Path) -> None:
    file = tmp_path / "network.toml"
    file.write_text(
        f"""{MODELS}
        [contribution]
        model = "agreed"
        shares = {{ stad = 40, dorp = 35, veld = 25 }}
        [scenario.leaves]
        remove = ["partner.dorp"]
        """,
        encoding="utf-8",
    )
    network = load(str(file), (), "leaves").network
    made = tmp_path / "network.xlsx"
    made.write_bytes(workbook_bytes(network, compute(network), ENGLISH))
    assert faults(IronCalc(made).shown(), compute(network)) == []


def test_homes_need_a_price_once_they_are_counted(tmp_path: Path) -> None:
    text = """
        title = "Zonder prijs"
        [partner.stad]
        [partner.dorp]
        [unit.een]
        owner = "dorp"
        prices = { 1 = 10.5 }
        [day_price]
        days = 365
        occupancy = 0.9
    """
    sheet = IronCalc(workbook(tmp_path, text))
    assert faults(sheet.shown(), compute(parse(text))) == []
    sheet.fill_in((5, 6), 1)
    assert sheet.shown()[STATUS] == f"{REFUSED}homes that are counted need a day price"


def test_ties_go_round_among_equal_partners(tmp_path: Path) -> None:
    lines = "\n".join(f"[cost.c{each}]\namount = 0.01" for each in range(5))
    text = f"""
        title = "Gelijk"
        [partner.a]
        [partner.b]
        [partner.c]
        {lines}
        [revenue.gift]
        amount = 0.02
        [contribution]
        model = "fixed"
    """
    cells = IronCalc(workbook(tmp_path, text)).shown()
    assert [[cells[row, column] for column in range(3, 8)] for row in (5, 6, 7)] == [
        [0.01, 0, 0, 0.01, 0],
        [0, 0.01, 0, 0, 0.01],
        [0, 0, 0.01, 0, 0],
    ]
    assert faults(cells, compute(parse(text))) == []


FAULTS = {
    "a price near half a cent": """
        title = "Prijs"
        [partner.stad]
        keys = { k = 7_001 }
        [partner.dorp]
        keys = { k = 1 }
        [cost.near]
        amount = 2.8547986002
        per = "k"
        only = ["stad"]
        [cost.clear]
        amount = 0.125
        per = "k"
    """,
    "a tie that a line before it settles": """
        title = "Gelijk"
        [partner.a]
        [partner.b]
        [partner.c]
        [cost.first]
        amount = 7_000_000_000.0000000001
        [cost.second]
        amount = 0.01
        [contribution]
        model = "fixed"
    """,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_doubles_cannot_decide_is_not_shown_nor_what_depends_on_it(
    fault: str, tmp_path: Path
) -> None:
    text = FAULTS[fault]
    cells = IronCalc(workbook(tmp_path, text)).shown()
    assert str(cells[STATUS]).startswith(UNSURE)
    assert cells[5, 3] == "#N/A"
    assert faults(cells, compute(parse(text))) == []


def test_a_line_that_needs_no_burden_is_shown_beside_one_in_doubt(tmp_path: Path) -> None:
    text = FAULTS["a price near half a cent"]
    cells = IronCalc(workbook(tmp_path, text)).shown()
    assert [cells[row, 4] for row in (5, 6, 7)] == [875.12, 0.12, 875.24]


def test_a_true_half_is_told_from_a_near_one(tmp_path: Path) -> None:
    text = """
        title = "Half"
        [partner.stad]
        keys = { k = 7_001 }
        units = 3
        [cost.half]
        amount = 2.855
        per = "k"
        [cost.homes]
        amount = 1.115
        per = "unit"
    """
    cells = IronCalc(workbook(tmp_path, text)).shown()
    assert cells[STATUS] == EXACT
    assert (cells[5, 3], cells[5, 4]) == (19_987.86, 3.34)
    assert faults(cells, compute(parse(text))) == []


def test_more_figures_than_a_formula_can_watch_with_too_many_digits_show_nothing(
    tmp_path: Path,
) -> None:
    lines = "\n".join(f"[cost.c{each}]\namount = 1234567.123456789{each:03}" for each in range(120))
    text = f'title = "Cijfers"\n[partner.stad]\n{lines}\n[contribution]\nmodel = "fixed"\n'
    text = text.replace("123456789", "1234567")
    cells = IronCalc(workbook(tmp_path, text)).shown()
    assert str(cells[STATUS]).startswith(UNSURE)
    assert (cells[5, 3], cells[5, 103]) == ("#N/A", "#N/A")


PART_OF_YEAR = """title = "Deel van een jaar"
year = 2027
[partner.stad]
units = 4
keys = { inhabitants = 31_866 }
[partner.dorp]
units = 2
keys = { inhabitants = 7_412 }
days = 40
[partner.beek]
units = 3
keys = { inhabitants = 5_021 }
days = 30
from = 2027-07-15
[day_price]
prices = { 1 = 16.5 }
days = 365
occupancy = 0.8
[cost.rent]
amount = 12_345.67
[cost.visits]
amount = 12.345
per = "unit"
[cost.ict]
amount = 5_000
contribution = { model = "agreed", shares = { stad = 50, dorp = 30, beek = 20 } }
[cost.help]
amount = 2_000
contribution = { model = "mixed", fixed_share = 0.4, key = { inhabitants = 0.6, days = 0.4 } }
[subsidy.decree]
amount = 1_000
requires = { partners = 3, inhabitants = 44_299 }
[contribution]
"""
DIVIDED = """model = "mixed"
fixed_amount = 500
key = "inhabitants"
minimum = 900
max_rise = 0.05
previous = { stad = 7_000, beek = 1_000 }
"""
CHARGED = """model = "mixed"
fixed_amount = 500
rate = { inhabitants = [{ up_to = 5_000, amount = 100 }, { rate = 0.123 }], days = 2.5 }
maximum_share = 0.3
max_rise = 0.05
previous = { stad = 7_000, beek = 1_000 }
"""


@pytest.mark.parametrize("contribution", [DIVIDED, CHARGED], ids=["divided", "charged"])
@pytest.mark.parametrize("months", range(1, 13))
def test_the_months_of_a_partner_are_an_input(
    contribution: str, months: int, tmp_path: Path
) -> None:
    text = PART_OF_YEAR + contribution
    sheet = IronCalc(workbook(tmp_path, text))
    assert faults(sheet.shown(), statement_of(text)) == []
    row, column = cell_of(("partner", "beek", "present"), tomllib.loads(text), sheet.names)
    sheet.fill_in((row, column), months)
    other = text.replace("2027-07-15", f"2027-{13 - months:02}-01")
    assert faults(sheet.shown(), statement_of(other)) == []


def test_days_of_the_year_are_an_input_where_they_count(tmp_path: Path) -> None:
    text = PART_OF_YEAR + DIVIDED + '[plan]\nuntil = 2028\nprorata = "days"\n'
    sheet = IronCalc(workbook(tmp_path, text))
    row, column = cell_of(("partner", "stad", "present"), tomllib.loads(text), sheet.names)
    sheet.fill_in((row, column), 31)
    other = text.replace("[partner.stad]", "[partner.stad]\nuntil = 2027-01-31")
    assert faults(sheet.shown(), statement_of(other)) == []


@pytest.mark.parametrize("months", [0, 13, Decimal("2.5")])
def test_a_part_of_a_year_is_a_whole_number_of_its_months(
    months: Decimal | int, tmp_path: Path
) -> None:
    text = PART_OF_YEAR + DIVIDED
    sheet = IronCalc(workbook(tmp_path, text))
    sheet.fill_in(cell_of(("partner", "beek", "present"), tomllib.loads(text), sheet.names), months)
    assert faults(sheet.shown(), None) == []


@pytest.mark.parametrize(
    ("name", "number", "told"),
    [
        ("subsidy_decree_requires_inhabitants", Decimal("44299.01"), ""),
        ("subsidy_decree_requires_partners", 4, ""),
        ("contribution_max_rise", Decimal("0.5"), ""),
        ("contribution_max_rise", Decimal("-0.1"), "a figure under “Contribution”"),
    ],
)
def test_thresholds_and_rises_follow_their_inputs(
    name: str, number: Decimal | int, told: str, tmp_path: Path
) -> None:
    text = PART_OF_YEAR + DIVIDED
    sheet = IronCalc(workbook(tmp_path, text))
    description = tomllib.loads(text, parse_float=Decimal)
    *path, field = (
        name.split("_", 3) if name.startswith("subsidy") else ("contribution", "max_rise")
    )
    target = description
    for part in path:
        target = target[part]
    target[field] = number
    sheet.fill_in(cell_of((*path, field), description, sheet.names), number)
    assert faults(sheet.shown(), statement_of(networks.as_toml(description))) == []
    if told:
        assert str(sheet.shown()[STATUS]).startswith(REFUSED + told)


def test_a_rise_above_what_was_worked_out_for_the_year_before_recalculates(tmp_path: Path) -> None:
    text = PART_OF_YEAR + DIVIDED.replace("minimum = 900\n", "")
    network = parse(text)
    model = network.contribution
    assert model is not None
    carried = {"stad": Fraction(20_000, 3), "dorp": Fraction(2_000), "beek": Fraction(10**20, 7)}
    own = model.model_copy(update={"carried": carried})
    network = network.model_copy(update={"contribution": own})
    file = tmp_path / "carried.xlsx"
    file.write_bytes(workbook_bytes(network, compute(network), ENGLISH))
    assert faults(IronCalc(file).shown(), compute(network)) == []
