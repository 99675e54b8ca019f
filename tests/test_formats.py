"""Every format says what the statement says: to the cent, in every language, at any width."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from decimal import Decimal
from fractions import Fraction
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

import networks
from command import run
from igs_costshare import Statement, compute, parse, read
from igs_costshare.documents.statement import notes
from igs_costshare.errors import is_hidden
from igs_costshare.messages import Money
from igs_costshare.render import CsvDialect, Format, Round, every_document
from igs_costshare.render.csv import as_data, as_text_in_excel
from igs_costshare.render.markdown import as_text
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import language as language_of
from igs_costshare.wording.sentences import fte_text
from igs_costshare.wording.tables import Column, cell_text, in_whole_currency, statement_table
from reference import Description
from views import (
    View,
    cells_in,
    figures_of,
    from_csv,
    from_json,
    from_markdown,
    from_table,
    joined,
    markup_in,
    options,
    shown,
    text_of,
)

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.toml"))
WIDTHS = range(40, 201)
RANDOM = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
each_example = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
LANGUAGES = codes()
each_language = pytest.mark.parametrize("language", LANGUAGES)


def stated(text: str) -> Statement:
    return compute(parse(text))


def notes_of(statement: Statement, language: str) -> tuple[str, ...]:
    words = language_of(language)
    return notes(statement, statement_table(statement, words), words)


# ---------------------------------------------------------------- read back


def check_every_view(statement: Statement, width: int, language: str) -> None:
    """Each format, read back, has the figures of the statement, and they add up."""
    figures = figures_of(statement)
    for dialect in CsvDialect:
        text = text_of(statement, Format.CSV, options(language, dialect=dialect))
        view = from_csv(text.removeprefix("\ufeff"), dialect)
        assert (view.columns, view.sums_up()) == (figures, True)
    view = from_json(text_of(statement, Format.JSON, options()))
    assert (view.columns, view.sums_up()) == (figures, True)
    view = from_markdown(text_of(statement, Format.MARKDOWN, options(language)), language)
    assert (view, view.sums_up()) == (shown(statement, language), True)
    check_table(statement, width, language)


def check_table(statement: Statement, width: int, language: str) -> None:
    text = text_of(statement, Format.TABLE, options(language, width=width))
    assert not re.search(r"(?<!\d)…", text)  # behind a figure that never ends it is no cut
    view = from_table(text, language)
    expected = shown(statement, language)
    assert view.names == tuple(map(joined, expected.names))
    assert view.sums_up()
    assert unmerged(view, expected) == [(joined(name), cells) for name, cells in expected.columns]


def unmerged(view: View, expected: View) -> list[tuple[str, tuple[Decimal, ...]]]:
    """The columns, with two of them where a total stands for its single line as well."""
    headings = [joined(heading) for heading, _ in expected.columns]
    columns: list[tuple[str, tuple[Decimal, ...]]] = []
    for heading, figures in view.columns:
        line, total = (*headings[len(columns) :], "", "")[:2]
        both = heading != line and heading == f"{total}:{line}"
        columns += [(line, figures), (total, figures)] if both else [(heading, figures)]
    return columns


@each_example
@each_language
def test_every_format_of_an_example_agrees_to_the_cent(path: Path, language: str) -> None:
    check_every_view(compute(read(path)), 80, language)


@RANDOM
@given(networks.stated_descriptions(), st.sampled_from(WIDTHS), st.sampled_from(LANGUAGES))
def test_every_format_of_a_random_network_agrees_to_the_cent(
    description: Description, width: int, language: str
) -> None:
    check_every_view(stated(networks.as_toml(description)), width, language)


@each_example
def test_the_rows_of_csv_and_json_are_the_partners_the_reserve_and_the_total(path: Path) -> None:
    statement = compute(read(path))
    rows = text_of(statement, Format.CSV, options()).splitlines()[1:]
    assert [row.split(",")[0] for row in rows] == [row.id for row in statement.rows]
    names = from_json(text_of(statement, Format.JSON, options())).names
    assert names[: len(statement.partners)] == tuple(row.name for row in statement.partners)


def test_amounts_have_three_decimals_where_a_tenth_of_a_cent_is_the_unit() -> None:
    statement = stated(SHARED.replace("1000", "0.005") + "rounding.unit = 0.001\n" + BY_HOMES)
    view = "stad,Stad,2,0.003,0.003,0.000,-0.003\n"
    assert view in text_of(statement, Format.CSV, options())
    assert "0.003" in text_of(statement, Format.TABLE, options())
    assert '"rent": "0.003"' in text_of(statement, Format.JSON, options())
    assert "-0,003" in text_of(statement, Format.MARKDOWN, options("nl"))


def test_amounts_in_thousands_are_written_out() -> None:
    statement = stated(SHARED.replace("1000", "2_999_500") + "rounding.unit = 1000\n" + BY_HOMES)
    assert "stad,Stad,2,2000000.00," in text_of(statement, Format.CSV, options())
    assert "3.000.000,00" in text_of(statement, Format.TABLE, options("nl"))


def test_another_currency_is_shown_by_its_code_and_never_converted() -> None:
    statement = stated(SHARED + 'currency = "CHF"\n' + BY_HOMES)
    assert notes_of(statement, "en")[0] == "Amounts in CHF."
    assert "CHF\N{NO-BREAK SPACE}1.000,00" in notes_of(statement, "nl")[1]
    assert '"currency": "CHF"' in text_of(statement, Format.JSON, options())
    assert "CHF" not in text_of(statement, Format.CSV, options())


# ---------------------------------------------------------------- widths


@each_example
@each_language
def test_no_line_of_an_example_exceeds_80_columns(path: Path, language: str) -> None:
    text = text_of(compute(read(path)), Format.TABLE, options(language))
    assert max(map(cell_len, text.splitlines())) <= 80


@each_example
def test_an_example_keeps_every_figure_and_its_place_at_any_width(path: Path) -> None:
    statement = compute(read(path))
    for width in (*WIDTHS[::20], 41, 59, 79, 81, 99):
        check_table(statement, width, "nl")


def test_at_every_width_the_table_has_every_figure_and_keeps_within_it() -> None:
    statement = compute(read(ROOT / "examples" / "woningen-doorverwijzer.toml"))
    for width in WIDTHS:
        check_table(statement, width, "en")
        text = text_of(statement, Format.TABLE, options(width=width))
        assert max(map(cell_len, text.splitlines())) <= width


def test_a_table_that_just_fits_is_set_closer_before_it_is_cut_in_blocks() -> None:
    statement = compute(read(ROOT / "examples" / "woningen-per-dag.toml"))
    heights = [
        text_of(statement, Format.TABLE, options(width=width))
        .partition("Amounts in")[0]
        .count("\n")
        for width in (67, 62, 61)
    ]
    assert heights[0] == heights[1] < heights[2]


def test_a_figure_wider_than_the_terminal_is_never_cut() -> None:
    costs = "".join(f"cost.c{at}.amount = 1_000_000_000_000\n" for at in range(12))
    statement = stated('title = "T"\npartner.stad = {}\n' + costs + 'contribution.model = "fixed"')
    text = text_of(statement, Format.TABLE, options(width=20))
    assert "12,000,000,000,000.00" in text
    assert "-12,000,000,000,000.00" in text
    check_table(statement, 20, "en")


def test_a_total_over_a_single_line_stands_for_it_where_room_is_short() -> None:
    statement = compute(read(ROOT / "examples" / "crisisopvangnetwerk.toml"))
    lines = text_of(statement, Format.TABLE, options("nl")).splitlines()
    assert lines[2].split() == ["Inkomsten:"]
    french = text_of(statement, Format.TABLE, options("fr")).splitlines()
    assert french[2].strip() == "Recettes\N{NO-BREAK SPACE}:"
    assert lines[3].split()[-3:] == ["Uitgaven", "Dagprijzen", "Saldo"]


def test_the_balance_stands_next_to_the_revenues_in_the_last_block() -> None:
    statement = compute(read(ROOT / "examples" / "woningen-doorverwijzer.toml"))
    text = text_of(statement, Format.TABLE, options(width=40))
    assert "Partner       Revenues     Balance\n" in text


def test_a_heading_takes_two_lines_rather_than_three() -> None:
    statement = compute(read(ROOT / "examples" / "partner-vertrekt.toml"))
    lines = text_of(statement, Format.TABLE, options("nl")).splitlines()
    assert lines[2].strip() == "Kosten van de"
    assert lines[3].split()[:2] == ["Partner", "installatie"]


def test_a_heading_that_is_one_very_long_word_is_folded() -> None:
    word = "Ontwikkelingssamenwerkingsverbandenfinancieringskosten"
    statement = stated(SHARED + f'cost.rent.label = "{word}"\n' + BY_HOMES)
    text = text_of(statement, Format.TABLE, options())
    assert max(map(cell_len, text.splitlines())) <= 80
    check_table(statement, 80, "en")


def test_a_note_is_never_broken_between_a_sign_and_its_amount() -> None:
    statement = compute(read(ROOT / "examples" / "jeugdregio-gemengd.toml"))
    for width in WIDTHS:
        text = text_of(statement, Format.TABLE, options("nl", width=width))
        assert not any(line.endswith(("€", " 40")) for line in text.splitlines())


def test_no_line_in_french_begins_with_a_mark_that_has_a_space_in_front() -> None:
    for name in ("crisisopvangnetwerk", "jeugdregio-gemengd"):
        statement = compute(read(ROOT / "examples" / f"{name}.toml"))
        for width in WIDTHS:
            text = text_of(statement, Format.TABLE, options("fr", width=width))
            assert not any(re.match(r"\s*[:;?!»%€]", line) for line in text.splitlines())


def test_an_amount_in_french_has_its_currency_behind_it() -> None:
    french = language_of("fr")
    assert french.money(-4225000, 2, "EUR") == "-42.250,00\u00a0€"
    assert french.write(Money(Fraction(100, 3), "CHF")) == "33,333333…\u00a0CHF"
    unchanged = french.say("compared.unchanged", count=2, names="a")
    assert unchanged == "Inchangés\u00a0: 2 partenaires (a)."


def test_a_terminal_shows_the_title_the_headings_and_the_total_in_bold() -> None:
    statement = stated(SHARED + BY_HOMES)
    plain = text_of(statement, Format.TABLE, options())
    styled = text_of(statement, Format.TABLE, options(styled=True))
    assert "\x1b" not in plain
    assert "\x1b[1mT\x1b[0m" in styled
    assert styled.replace("\x1b[1m", "").replace("\x1b[0m", "").split() == plain.split()
    for word in ("Partner", "Expenses", "Total", "1,000.00"):
        assert f"\x1b[1m{word}" in styled


# ---------------------------------------------------------------- names are only names

NAMES = (
    "[red]stad[/red]",
    "[/]",
    "a | b",
    "a \\| b\\",
    "*b* **b** _x_ __x__ `c` ~~d~~ ~e~",
    "<b>vet</b> <!-- weg --> <script>",
    "&amp; &#65; AT&T",
    "$x$ $$y$$ \\(z\\)",
    ":smile: :+1: :e-mail:",
    "https://stad.be/x?a=b_c_d http://1.2.3.4 //cdn",
    "www.stad.be stad.be WWW.4x4.be jan@stad.be mailto:jan@stad.be",
    "[link](https://stad.be) ![beeld](x.png) [^1] [ ]",
    "# Titel #",
    "1. Eerste - tweede > derde",
    "1) Eerste",
    "12)",
    "> x",
    ">x",
    "---",
    "- - -",
    "--",
    "***",
    "___",
    "===",
    "- x",
    "-",
    "+ x",
    "* x",
    "~~~ x",
    "    x",
    "  - x",
    "| - | - |",
    "=1+1",
    "'s-Gravenhage",
    "É – “é” ’s",
)


def named(name: str) -> Statement:
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    quoted = f'"{escaped}"'
    return stated(
        f"title = {quoted}\npartner.stad = {{ name = {quoted} }}\npartner.dorp.name = 'Dorp'\n"
        f"cost.rent = {{ amount = 1000, label = {quoted} }}\n"
        f"contribution = {{ model = 'fixed', basis = {quoted} }}\n"
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_text_in_the_table(name: str) -> None:
    text = text_of(named(name), Format.TABLE, options(width=200))
    view = from_table(text, "en")
    assert (view.names[0], view.columns[0][0]) == (joined(name), joined(name))
    lines = text.splitlines()
    assert (lines[0], lines[-1]) == (name, f"Basis: {name}.")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_text_in_markdown(name: str) -> None:
    text = text_of(named(name), Format.MARKDOWN, options())
    header, stad, *_ = cells_in(text)
    assert (header[1], stad[0]) == (name, name)
    assert markup_in(text) == {"strong_open", "strong_close"}  # of the total


@settings(max_examples=100)
@given(st.text(min_size=1))
@example("a.1.be//b")
def test_any_text_is_text_in_markdown(text: str) -> None:
    name = " ".join("".join(each for each in text if not is_hidden(each)).split()) or "x"
    table = f"| a |\n| --- |\n| x{as_text(name)}x |\n"
    assert cells_in(table) == [["a"], [f"x{name}x"]]
    assert markup_in(table) == set()


@pytest.mark.parametrize(
    "start",
    [
        *("=", "+", "-", "@", "\t", "\r", "\n", " =", "\N{NO-BREAK SPACE}@", "\u3000 +"),
        *(
            "\u200b=",
            "\ufeff-",
            "\u2009=",
            "\uff1d",
            "\uff0b",
            "\uff0d",
            "\uff20",
            " \uff1d",
            "﹦",
            "﹢",
            "﹣",
            "﹫",
        ),
    ],
)
def test_no_spreadsheet_takes_a_name_for_a_formula(start: str) -> None:
    assert as_data(f"{start}1+1") == f"'{start}1+1"
    assert as_text_in_excel(f"{start}1+1") == f"'{start}1+1"


NO_TEXTS = (
    *("1", "007", "1-2", "1/2", "03e5", "1E+9", "2026", "12.000", "12,5", "5 %", "€ 5", "(5)"),
    *(
        "10:30",
        "1 1/2",
        "1-2-2026",
        "10 am",
        "3 p",
        "12:00 p.m.",
        "٣",
        " 1",
        "1\N{NO-BREAK SPACE}000",
    ),
    *("mei-1", "1 maart 2026", "sept2", "MARCH1", "1-fév", "24dec", "3 août", "2-jan-26"),
    *("true", "WAAR", "onwaar", "faux", "#N/A", "#REF!", "#NAAM?"),
)
"""What Excel would make something else of."""


@pytest.mark.parametrize("text", NO_TEXTS)
def test_what_excel_would_take_for_a_number_or_a_date_stays_text(text: str) -> None:
    assert as_text_in_excel(text) == f"'{text}"
    assert as_data(text) == text


@pytest.mark.parametrize(
    "text",
    [
        *(
            "stad",
            "Stad 1",
            "2de lijn",
            "1e",
            "e5",
            "a-1",
            "maart",
            "meise-1",
            "1 meise",
            "waarheid",
        ),
        *("# 1", "#", "p", "(stad)", "€", "11 november-comité", "'s-Gravenwezel"),
    ],
)
def test_other_texts_are_left_as_they_are(text: str) -> None:
    assert as_text_in_excel(text) == text


def test_a_mark_that_a_text_has_already_is_no_mark_of_ours() -> None:
    """So that whoever takes the first one off has the text again."""
    assert as_data("'=1") == "''=1"
    assert as_text_in_excel("'1-2") == "''1-2"


def test_ids_that_excel_would_change_are_marked_in_its_dialect_only() -> None:
    text = """title = "T"
        [cost.03e5]
        amount = 10
        [contribution]
        model = "fixed"
        [partner.1-2]
        name = "1 maart"
        [partner.stad]
        """
    arguments = ("compute", "-", "--format", "csv")
    plain = run(*arguments, stdin=text.encode()).text
    excel = run(*arguments, "--csv-dialect", "excel-be", stdin=text.encode()).text
    assert plain.splitlines()[:2] == [
        "partner,name,units,03e5,expenses,revenues,balance",
        "1-2,1 maart,0,5.00,5.00,0.00,-5.00",
    ]
    assert excel.splitlines()[:2] == [
        "\ufeffpartner;name;units;'03e5;expenses;revenues;balance",
        "'1-2;'1 maart;0;5,00;5,00;0,00;-5,00",
    ]


@pytest.mark.parametrize("dialect", CsvDialect)
def test_a_formula_in_csv_is_a_name_with_an_apostrophe(dialect: CsvDialect) -> None:
    for name in ("=1+1", "+32", "-x", "@SUM(A1)"):
        view = from_csv(
            text_of(named(name), Format.CSV, options(dialect=dialect)).removeprefix("\ufeff"),
            dialect,
        )
        assert view.names == (f"'{name}", "Dorp", "Total")


def test_a_name_may_hold_the_marks_of_csv() -> None:
    view = from_csv(text_of(named('"Stad", de; eerste'), Format.CSV, options()))
    assert view.names[0] == '"Stad", de; eerste'


@pytest.mark.parametrize(
    "name",
    [
        "日本語の市町村",
        "Bee\N{COMBINING DIAERESIS}rnem",
        "Ge\N{NO-BREAK SPACE}meente\N{NO-BREAK SPACE}1",
        "Intergemeentelijk samenwerkingsverband voor de opvang van mensen zonder een huis",
        "Samenwerkingsverbandvoordeopvangvanmensenzonderhuisinhetdorp",
        "東京都" * 20,
    ],
)
@pytest.mark.parametrize("width", [40, 80, 200])
def test_columns_stay_in_line_under_any_name(name: str, width: int) -> None:
    statement = stated(SHARED.replace('"Stad"', f'"{name}"') + BY_HOMES)
    check_table(statement, width, "nl")
    text = text_of(statement, Format.TABLE, options(width=width))
    assert max(map(cell_len, text.splitlines())) <= width


@pytest.mark.parametrize("folded", ["a", "b", "c", "ab", "bc", "ac", "abc", ""])
def test_rows_keep_their_order_wherever_names_are_folded(folded: str) -> None:
    names = {
        id: "Samenwerkingsverband voor de opvang" + f" {id}" * 20 if id in folded else id
        for id in "abc"
    }
    partners = "".join(f'partner.{id}.name = "{name}"\n' for id, name in names.items())
    shares = "shares = { a = 50, b = 30, c = 20 }"
    statement = stated(
        f'title = "T"\n{partners}cost.rent.amount = 10\n'
        f'contribution = {{ model = "agreed", {shares} }}\n'
    )
    check_table(statement, 80, "en")


# ---------------------------------------------------------------- whole euros

CENTS = """
title = "T"
partner.stad = { units = 3 }
partner.dorp = { units = 1 }
"""
ONE_UNEVEN = """
cost.rent = { amount = 0.80, contribution = { model = "fixed" } }
cost.care = { amount = 0.40, contribution = { model = "variable", key = "units" } }
"""
ALL_UNEVEN = """
cost.rent = { amount = 1, contribution = { model = "fixed" } }
"""
ROW_UNEVEN = """
cost.rent = { amount = 1.40, only = ["stad"], contribution = { model = "fixed" } }
cost.care = { amount = 1.40, only = ["stad"], contribution = { model = "fixed" } }
"""
NONE_UNEVEN = """
cost.rent = { amount = 2, contribution = { model = "fixed" } }
"""


def euro_note(statement: Statement, language: str) -> str:
    words = language_of(language)
    return notes(statement, in_whole_currency(statement_table(statement, words)), words)[-1]


@pytest.mark.parametrize(
    ("costs", "dutch", "english"),
    [
        (
            NONE_UNEVEN,
            "Getoond in hele euro’s, elk bedrag apart afgerond.",
            "Shown in whole euros, each amount rounded by itself.",
        ),
        (
            ONE_UNEVEN,
            (
                "Getoond in hele euro’s, elk bedrag apart afgerond; zo tellen niet precies "
                "op: “rent” en sommige rijen."
            ),
            (
                "Shown in whole euros, each amount rounded by itself; so these do not "
                "quite add up: “rent” and some rows."
            ),
        ),
        (
            ALL_UNEVEN,
            (
                "Getoond in hele euro’s, elk bedrag apart afgerond; zo tellen niet precies "
                "op: “rent”, “Uitgaven” en “Saldo”."
            ),
            (
                "Shown in whole euros, each amount rounded by itself; so these do not "
                "quite add up: “rent”, “Expenses” and “Balance”."
            ),
        ),
        (
            ROW_UNEVEN,
            (
                "Getoond in hele euro’s, elk bedrag apart afgerond; zo tellen niet precies "
                "op: sommige rijen."
            ),
            (
                "Shown in whole euros, each amount rounded by itself; so these do not "
                "quite add up: some rows."
            ),
        ),
    ],
)
def test_whole_euros_come_with_a_note_on_columns_that_do_not_add_up(
    costs: str, dutch: str, english: str
) -> None:
    statement = stated(CENTS + costs)
    assert euro_note(statement, "nl") == dutch
    assert euro_note(statement, "en") == english


@each_language
@each_example
def test_the_note_on_whole_euros_names_the_columns_that_a_reader_finds_uneven(
    path: Path, language: str
) -> None:
    statement = compute(read(path))
    text = text_of(statement, Format.MARKDOWN, options(language, round=Round.EURO))
    quoted = partial(language_of(language).say, "value.quoted")
    uneven = [
        quoted(text=heading)
        for heading, figures in from_markdown(text, language).columns
        if sum(figures[:-1]) != figures[-1]
    ]
    note = text.rstrip().rpartition("\n")[2]
    assert all(heading in note for heading in uneven)
    assert note.count(quoted(text="|").partition("|")[0]) == len(uneven)


@each_language
def test_table_and_markdown_show_the_same_whole_euros(language: str) -> None:
    for path in EXAMPLES:
        statement = compute(read(path))
        euros = options(language, width=200, round=Round.EURO)
        table = from_table(text_of(statement, Format.TABLE, euros), language)
        markdown = from_markdown(text_of(statement, Format.MARKDOWN, euros), language)
        assert [each for _, each in table.columns] == [each for _, each in markdown.columns]


def test_whole_euros_are_rounded_half_to_even_from_the_exact_amounts() -> None:
    statement = compute(read(ROOT / "examples" / "crisisopvangnetwerk.toml"))
    text = text_of(statement, Format.MARKDOWN, options(round=Round.EURO))
    assert "| Gemeente 1 | 1 | 2,112 | 8,450 | 10,562 | 5,508 | 5,508 | -5,054 |" in text


def test_whole_euros_of_other_units_of_rounding() -> None:
    tenths = stated(SHARED.replace("1000", "2.0005") + "rounding.unit = 0.001\n" + BY_HOMES)
    assert "| Stad | 2 | 1 | 1 | 0 | -1 |" in text_of(
        tenths, Format.MARKDOWN, options(round=Round.EURO)
    )
    thousands = stated(SHARED + "rounding.unit = 1000\ncurrency = 'SEK'\n" + BY_HOMES)
    text = text_of(thousands, Format.MARKDOWN, options("nl", round=Round.EURO))
    assert "| Stad | 2 | 1.000 | 1.000 | 0 | -1.000 |" in text
    assert text.endswith("Getoond in hele SEK, elk bedrag apart afgerond.\n")


def test_csv_and_json_always_have_the_exact_amounts() -> None:
    statement = stated(CENTS + ALL_UNEVEN)
    for format in (Format.CSV, Format.JSON):
        assert text_of(statement, format, options(round=Round.EURO)) == text_of(
            statement, format, options()
        )


# ---------------------------------------------------------------- the sentences under a table

SHARED = """
title = "T"
partner.stad = { name = "Stad", units = 2, days = 30, keys = { inhabitants = 900, area = 7 } }
partner.dorp = { name = "Dorp", units = 1, days = 10, keys = { inhabitants = 100, area = 3 } }
cost.rent.amount = 1000
"""
BY_HOMES = 'contribution = { model = "variable", key = "units" }\n'
GRANT = "subsidy.grant.amount = 250\n"
PRICES = "day_price.prices = { 1 = 16 }\n"
SENTENCES = tomllib.loads((ROOT / "tests" / "sentences.toml").read_text(encoding="utf-8"))


@each_language
@pytest.mark.parametrize("case", SENTENCES.values(), ids=SENTENCES)
def test_sentences_say_how_everything_is_shared(case: dict[str, str], language: str) -> None:
    _, *told = notes_of(stated(SHARED + case["rules"]), language)
    assert "\n".join(told).replace("\N{NO-BREAK SPACE}", " ") == case[language].rstrip()


def test_income_alone_is_said_to_be_income() -> None:
    statement = stated(SHARED.replace("cost.rent", "revenue.gifts") + BY_HOMES)
    told = [notes_of(statement, language)[1].replace("\xa0", " ") for language in LANGUAGES]
    assert told == [
        "Shared by the partners (gifts): € 1,000.00 of income, in proportion to homes.",
        "Recettes partagées (gifts) : 1.000,00 €, répartis selon le nombre de logements.",
        "Gedeelde inkomsten (gifts): € 1.000,00, verdeeld volgens het aantal woningen.",
    ]


def test_where_nothing_is_shared_only_the_prices_are_told() -> None:
    statement = stated(SHARED + 'cost.rent.per = "unit"')
    assert [note.replace("\N{NO-BREAK SPACE}", " ") for note in notes_of(statement, "en")] == [
        "Amounts in €.",
        "rent: € 1,000.00 per home, together € 3,000.00; each partner bears its own part.",
    ]


@pytest.mark.parametrize("basis", ["Besluit van 4 mei, art. 3", "Besluit van 4 mei, art. 3."])
def test_the_basis_of_the_contribution_is_told(basis: str) -> None:
    statement = stated(SHARED + f'contribution = {{ model = "fixed", basis = "{basis}" }}')
    assert notes_of(statement, "nl")[-1] == "Grondslag: Besluit van 4 mei, art. 3."
    assert notes_of(statement, "en")[-1] == "Basis: Besluit van 4 mei, art. 3."


@pytest.mark.parametrize(
    ("fte", "dutch", "english"),
    [("1", "1,0", "1.0"), ("0.25", "0,25", "0.25"), ("12.10", "12,1", "12.1"), ("0", "0,0", "0.0")],
)
def test_staff_is_told_with_one_decimal_at_least(fte: str, dutch: str, english: str) -> None:
    statement = stated(SHARED + f"fte.cost = 60_000\ncost.staff.fte = {fte}\n" + BY_HOMES)
    assert notes_of(statement, "nl")[1] == f"Personeel: {dutch} VTE."
    assert notes_of(statement, "en")[1] == f"Staff: {english} FTE."
    assert statement.fte is not None
    assert fte_text(statement.fte) == english
    assert f'"fte": "{english}"' in text_of(statement, Format.JSON, options())


# ---------------------------------------------------------------- languages


@pytest.mark.parametrize(
    ("minor", "decimals", "dutch", "english"),
    [
        (0, 2, "0,00", "0.00"),
        (-5, 2, "-0,05", "-0.05"),
        (4225000, 2, "42.250,00", "42,250.00"),
        (-123456789, 3, "-123.456,789", "-123,456.789"),
        (1234567, 0, "1.234.567", "1,234,567"),
    ],
)
def test_figures_are_written_as_in_belgium(
    minor: int, decimals: int, dutch: str, english: str
) -> None:
    assert language_of("nl").figure(minor, decimals) == dutch
    assert language_of("en").figure(minor, decimals) == english


# ---------------------------------------------------------------- same input, same bytes


def printed(arguments: list[str], **environment: str) -> bytes:
    ran = subprocess.run(
        [sys.executable, "-m", "igs_costshare", "compute", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    )
    return ran.stdout


@pytest.mark.parametrize("format", Format)
def test_the_same_input_gives_the_same_bytes_anywhere(format: Format) -> None:
    arguments = [str(ROOT / "examples" / "schelde.toml"), "--lang", "nl", "--format", format]
    expected = printed(arguments, PYTHONHASHSEED="0", LC_ALL="C", TZ="UTC")
    assert expected == printed(
        arguments, PYTHONHASHSEED="1", LC_ALL="nl_BE.UTF-8", TZ="Asia/Tokyo", PYTHONUTF8="0"
    )
    # The others are compressed; that they hold their texts is for `test_workbook`, `test_papers`.
    assert not format.is_text or "België".encode() in expected


def test_the_same_statement_gives_the_same_bytes_again() -> None:
    for path in EXAMPLES:
        statement, again = compute(read(path)), compute(read(path))
        for format in every_document():
            if not format.is_text:
                continue
            assert text_of(statement, format, options()) == text_of(again, format, options())


def test_a_number_of_the_file_is_shown_without_zeros_at_the_end() -> None:
    column = Column("value", "value", "text")
    assert cell_text(Decimal("1234.50"), column, 2, language_of("nl")) == "1.234,5"


@pytest.mark.parametrize(("width", "whole"), [(100, True), (60, True), (54, True), (50, False)])
def test_a_name_breaks_within_no_word_while_a_figure_has_room(
    width: int, whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    word = "Intergemeentelijkesamenwerkingsverenigingen"
    text = (
        f'title = "T"\n[partner.a]\nname = "{word} van de Rand"\nunits = 1\n'
        "[cost.rent]\namount = 100\n[cost.power]\namount = 100\n"
        '[contribution]\nmodel = "variable"\nkey = "units"\n'
    )
    monkeypatch.setenv("COLUMNS", str(width))
    shown = run("compute", "-", "--lang", "nl", stdin=text.encode()).text
    assert (word in shown) is whole
    assert max(map(len, shown.splitlines())) <= width
