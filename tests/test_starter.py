"""`init --partners`: a description to begin with, that has a partner for each row of a table."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from command import run
from igs_costshare import compute, parse
from igs_costshare.filling.starter import starter
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import language

TABLE = (
    "Cijfers van de regio;;;;;\n"
    "Gemeente;NIS-code;Bevolking 2026;Aantal woningen;Oppervlakte (km²);Provincie\n"
    "Sint-Niklaas;46021;82035;4;83,8;Oost-Vlaanderen\n"
    "Beveren-Kruibeke;46030;66 012;2;188,3;Oost-Vlaanderen\n"
    "Totaal;;148047;6;;\n"
)


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")


def refused(table: str) -> str:
    Path("d.csv").write_text(table, encoding="utf-8")
    ran = run("init", "--partners", "d.csv", "--output", "n.toml")
    assert ran.code == 2
    assert not Path("n.toml").exists()
    return ran.err


def test_each_row_is_a_partner_with_its_name_code_and_figures() -> None:
    Path("d.csv").write_bytes(TABLE.encode("cp1252"))
    assert run("init", "--partners", "d.csv", "--output", "n.toml", "--lang", "nl").code == 0
    text = Path("n.toml").read_text(encoding="utf-8")
    assert text.endswith(
        "[partner.sint-niklaas]\n"
        'name = "Sint-Niklaas"\n'
        'nis = "46021"\n'
        "units = 4\n"
        "keys = { inhabitants = 82_035, oppervlakte-km2 = 83.80 }\n"
        "\n"
        "[partner.beveren-kruibeke]\n"
        'name = "Beveren-Kruibeke"\n'
        'nis = "46030"\n'
        "units = 2\n"
        "keys = { inhabitants = 66_012, oppervlakte-km2 = 188.30 }\n"
    )
    assert text.startswith("# Een netwerk om in te vullen")
    shown = run("compute", "n.toml", "--format", "csv").text
    assert shown == (
        "partner,name,nis,units,overhead,expenses,revenues,balance\n"
        "sint-niklaas,Sint-Niklaas,46021,4,5541.15,5541.15,0.00,-5541.15\n"
        "beveren-kruibeke,Beveren-Kruibeke,46030,2,4458.85,4458.85,0.00,-4458.85\n"
        "total,Total,,6,10000.00,10000.00,0.00,-10000.00\n"
    )


@pytest.mark.parametrize("code", codes())
def test_it_can_be_computed_in_every_language(code: str) -> None:
    for table in ("naam\nStad\nDorp\n", "id;jongeren\nstad;0\ndorp;1,5\n", TABLE):
        statement = compute(parse(starter(table.encode(), "d.csv", language(code))))
        assert statement.total.expenses == 1_000_000
        assert len(statement.partners) == 2


def test_without_figures_all_pay_the_same() -> None:
    text = starter(b"name\nStad\nDorp\n", "d.csv", language("en"))
    assert tomllib.loads(text)["contribution"] == {"model": "fixed"}


def test_an_id_of_another_meaning_gets_a_number() -> None:
    text = starter(b"id;name\nreserve;Reserve\n", "d.csv", language("en"))
    assert [*tomllib.loads(text)["partner"]] == ["reserve-1"]


def test_columns_of_texts_and_of_built_in_keys_are_left_out() -> None:
    table = "name;days;remark;partners;;inwoners;inwoners 2025\nStad;3;x;1;5;7;8\nDorp;;;;;;\n"
    partners = tomllib.loads(starter(table.encode(), "d.csv", language("en")))["partner"]
    assert partners == {
        "stad": {"name": "Stad", "keys": {"inhabitants": 7}},
        "dorp": {"name": "Dorp"},
    }


def test_what_is_in_doubt_is_told_all_at_once() -> None:
    told = refused(
        "naam;nis;inwoners;woningen\nStad;4402;31.866;1,5\nStad;44021;1;1\nSTAD;;1;1\n!!;;1;1\n"
        "a\tb;;1;1\n"
    )
    assert told == (
        'error: d.csv:2: nis: must be a NIS code of five digits, got "4402"\n\n'
        "error: d.csv:2: inwoners: 31.866 can be read as 31866 and as 31,866\n"
        "hint: write `31866` or `31,8660`\n\n"
        "error: d.csv:2: woningen: must be a whole number, got 1,5\n\n"
        "error: d.csv:4: “stad” stands in line 3 already\n"
        "hint: leave one row for each partner\n\n"
        "error: d.csv:5: this row has no name that an id can be made of\n\n"
        "error: d.csv:6: naam: holds a tab\n"
        "hint: take it out\n"
    )


def test_a_table_without_names_or_rows_is_refused() -> None:
    assert refused("nis;inwoners\n44021;1\n") == (
        "error: d.csv:1: no column says what the partners are called: its header would be naam, "
        "name\n"
    )
    assert refused("naam;inwoners\n") == "error: d.csv: holds no rows\n"


def test_no_other_starter_file_can_be_asked_for_and_no_file_is_replaced() -> None:
    assert run("init", "dues", "--partners", "d.csv").err == (
        "error: --partners: makes a file of its own: leave the name of the starter file out\n"
    )
    Path("d.csv").write_text("naam\nStad\n")
    assert "exists" in run("init", "--partners", "d.csv", "--output", "d.csv").err
    told = run("init", "--partners", "d.csv", "--output", "d.csv", "--force").err
    assert told.startswith("error: d.csv: ")
    assert Path("d.csv").read_text() == "naam\nStad\n"


NAMES = st.from_regex(r"[A-Za-z][a-z -]{0,12}[a-z]", fullmatch=True)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(NAMES, st.integers(0, 10**9)),
        min_size=1,
        max_size=12,
        unique_by=lambda row: "".join(filter(str.isalpha, row[0])).lower(),
    )
)
def test_any_table_of_names_and_figures_is_valid_right_away(rows: list[tuple[str, int]]) -> None:
    table = "naam;inwoners\n" + "".join(f"{name};{figure}\n" for name, figure in rows)
    statement = compute(parse(starter(table.encode(), "d.csv", language("nl"))))
    assert [row.name for row in statement.partners] == [name for name, _ in rows]


def test_an_id_that_a_spreadsheet_would_make_a_number_of_gets_a_letter() -> None:
    made = starter(b"naam,inwoners\n01,100\n=1+1,200\n", "d.csv", language("nl"))
    assert [*tomllib.loads(made)["partner"]] == ["p-01", "p-1-1"]
