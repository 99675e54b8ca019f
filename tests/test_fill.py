"""`fill`: key figures of a table stand in the description, and no other byte is another."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from command import Result, run
from igs_costshare import InputError
from igs_costshare.filling.columns import Asked
from igs_costshare.filling.filled import filled
from igs_costshare.filling.numerals import NoNumber, number_in
from igs_costshare.messages import say
from igs_costshare.wording.language import language
from networks import as_toml, descriptions
from reference import Description

NETWORK = """# The network — of the north
title = "North"

[cost.rent]
amount = 10_000   # contract of 2020

[contribution]
model = "variable"
key = "inhabitants"

[partner.stad]   # since 2012
name = "Stad"
nis = "44021"
units = 2
keys = { inhabitants = 31_866, youth = 7_412 } # of 2025

[partner.dorp]
name = "Dorp"
nis = 11001
keys.inhabitants = 5000
"""
AUTO = Asked(None, {})


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "C")
    Path("n.toml").write_bytes(NETWORK.encode())


def fill(table: str | bytes, *options: str, name: str = "d.csv") -> Result:
    Path(name).write_bytes(table.encode() if isinstance(table, str) else table)
    return run("fill", "n.toml", name, *options)


def text() -> str:
    return Path("n.toml").read_bytes().decode()


def sheet(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


# What is written


def test_figures_take_the_place_of_others_and_all_else_stays() -> None:
    ran = fill("nis;inwoners;jongeren\n44021;32010;7412\n11001;5001;\nTotaal:;9;9\n")
    assert ran == Result(
        0,
        b"",
        "n.toml:15: partner.stad.keys.inhabitants was 31_866, now 32_010\n"
        "n.toml:20: partner.dorp.keys.inhabitants was 5000, now 5001\n"
        "note: left as they are, for the table has no figure: partner.dorp.keys.youth\n",
    )
    assert text() == NETWORK.replace("31_866", "32_010").replace("5000", "5001")


def test_a_dry_run_tells_and_writes_nothing() -> None:
    ran = fill("id,inhabitants\nstad,32010\ndorp,5000\n", "--dry-run")
    assert ran == Result(
        0, b"", "n.toml:15: partner.stad.keys.inhabitants is 31_866, would be 32_010\n"
    )
    assert text() == NETWORK
    new = fill("id,youth\nstad,7412\ndorp,9\n", "--dry-run")
    assert new == Result(0, b"", "n.toml:21: partner.dorp.keys.youth would be new: 9\n")


def test_what_is_the_same_already_is_not_written_anew() -> None:
    Path("n.toml").chmod(0o444)
    ran = fill("id\tinhabitants\nstad\t31866,0\ndorp\t5000\n")
    assert ran == Result(0, b"", "note: no figure changes\n")
    assert text() == NETWORK


def test_a_figure_that_a_partner_has_not_yet_is_added_as_the_file_writes_them() -> None:
    ran = fill("naam;youth;units\nStad;7412;2\nDorp;1250;3\n")
    assert ran == Result(
        0,
        b"",
        "n.toml:21: partner.dorp.keys.youth is new: 1_250\n"
        "n.toml:22: partner.dorp.units is new: 3\n",
    )
    assert text() == NETWORK + "keys.youth = 1_250\nunits = 3\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("[partner.stad]\nkeys = { youth = 1 }", "keys = { youth = 1, inhabitants = 7 }"),
        ("[partner.stad.keys]\nyouth = 1", "youth = 1\ninhabitants = 7"),
        ("[partner.stad]\nkeys.youth = 1", "keys.youth = 1\nkeys.inhabitants = 7"),
        ("[partner.stad]\nname = 'S'", "name = 'S'\nkeys = { inhabitants = 7 }"),
        ("[partner]\nstad = { units = 1 }", "{ units = 1, keys = { inhabitants = 7 } }"),
        ("[partner.stad]", "[partner.stad]\nkeys = { inhabitants = 7 }"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_new_key_stands_where_the_file_has_those_of_the_partner(
    before: str, after: str, end: str
) -> None:
    one = f'title = "N"\n{before}\n'.replace("\n", end)
    made = filled(one, "n.toml", b"id;inhabitants\nstad;7\n", "d", Asked(None, NEW))
    assert made.text.endswith(f"{after}\n".replace("\n", end))


NEW = {"inhabitants": "inhabitants"}


def test_where_the_others_have_dotted_keys_a_new_partner_gets_them_too() -> None:
    one = 'title = "N"\n[partner.a]\nkeys.x = 1\nkeys.y = 2\n[partner.b]\nname = "B"\n'
    made = filled(one, "n.toml", b"id;x;y\nb;3;4\na;1;2\n", "d", AUTO)
    assert made.text == f"{one}keys.x = 3\nkeys.y = 4\n"


def test_a_byte_order_mark_and_the_end_of_the_file_stay() -> None:
    before = b"\xef\xbb\xbf" + NETWORK.replace("\n", "\r\n").encode() + b"\r\n\r\n# end"
    Path("n.toml").write_bytes(before)
    assert fill("id;inhabitants\nstad;31867\ndorp;5000").code == 0
    assert Path("n.toml").read_bytes() == before.replace(b"31_866", b"31_867")


def test_the_output_of_compute_is_a_table_too() -> None:
    table = run("compute", "n.toml", "--format", "csv").text.replace("44021,2,", "44021,5,")
    ran = fill(table)
    assert ran == Result(
        0,
        b"",
        "n.toml:14: partner.stad.units was 2, now 5\nn.toml:21: partner.dorp.units is new: 0\n",
    )


# Who is not found


def test_who_is_not_found_on_either_side_is_told_with_exit_code_1() -> None:
    ran = fill("gemeente;inwoners\n STAD ;32010\nGhent;9\n;7\n")
    assert ran == Result(
        1,
        b"",
        "n.toml:15: partner.stad.keys.inhabitants was 31_866, now 32_010\n"
        "note: not found in n.toml: Ghent\n"
        "note: not found in d.csv: Dorp\n",
    )
    assert "32_010" in text()


def test_of_many_that_are_not_found_the_first_are_named() -> None:
    rows = "".join(f"{99000 + each};{each}\n" for each in range(20))
    ran = fill(f"nis;inwoners\n44021;31866\n11001;5000\n{rows}")
    assert ran == Result(
        1,
        b"",
        "note: no figure changes\nnote: not found in n.toml: 99000, 99001, 99002, 99003, 99004, "
        "99005, 99006 and 13 others\n",
    )


def test_by_what_rows_are_matched_can_be_asked() -> None:
    table = "nis;id;naam;inwoners\n44021;dorp;Stad;1\n11001;stad;Dorp;2\n"
    for match, stad in (("nis", 1), ("id", 2), ("name", 1)):
        Path("n.toml").write_bytes(NETWORK.encode())
        assert fill(table, "--match", match).code == 0
        assert tomllib.loads(text())["partner"]["stad"]["keys"]["inhabitants"] == stad


# How tables are read


@pytest.mark.parametrize(
    "table",
    [
        "Gemeente;Bevolking 2026\nStad;32.010,0\nDorp;5 001\n".encode("cp1252"),
        "Gemeente;Bevolking 2026\r\nStad;32010,00\r\nDorp;5001\r\n".encode("utf-8-sig"),
        "Titel;;\n;;\nGemeente;Regio;Bevolking 2026\nStad;é;32010\nDorp;è;5001\n".encode("cp1252"),
        b'gemeente,"Bevolking 2026"\n"Stad","32,010.0"\nDorp,5001\n',
        "gemeente\tBevolking 2026\nStad\t32\N{NARROW NO-BREAK SPACE}010\nDorp\t5001\n".encode(),
        "gemeente;Bevolking 2026\nStad;32010\nDorp;5001\n".encode("utf-16"),
        sheet(["Gemeente", "Bevolking 2026"], ["Stad", 32010], ["Dorp", 5001.0]),
        sheet(["Cijfers", None], ["Gemeente", "Bevolking 2026"], ["Stad", "32010"], ["Dorp", 5001]),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(table: bytes) -> None:
    ran = fill(table)
    assert (ran.code, ran.err.count("\n")) == (0, 2)
    assert text() == NETWORK.replace("31_866", "32_010").replace("5000", "5001")


def test_a_number_of_a_sheet_is_never_in_doubt() -> None:
    made = filled(
        NETWORK, "n", sheet(["id", "youth"], ["stad", 7.125], ["dorp", 12000]), "d.xlsx", AUTO
    )
    assert [change.after for change in made.changes] == ["7.1250", "12_000"]


def test_columns_are_named_by_their_headers() -> None:
    ran = fill(
        "Gemeente;2025;2026\nStad;1;32010\nDorp;2;5000\n",
        "--column",
        "inhabitants=2026",
        "--column",
        "visitors = 2025",
    )
    assert ran.code == 0
    assert "partner.stad.keys.visitors is new: 1" in ran.err
    assert "partner.stad.keys.inhabitants was 31_866, now 32_010" in ran.err


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("31866", "31866"),
        (" 31866,5 ", "31866.5"),
        ("31866.25", "31866.25"),
        ("0.125", "0.125"),
        ("0,125", "0.125"),
        ("1234.567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("31.866,50", "31866.50"),
        ("31,866.50", "31866.50"),
        ("31 866", "31866"),
        ("1 031 866,5", "1031866.5"),
        ("1.2345", "1.2345"),
    ],
)
def test_a_number_is_read_where_it_is_unmistakable(cell: str, number: str) -> None:
    assert number_in(cell) == Decimal(number)


HOW = (
    "write a number without a unit or a sign, such as 31866 or 12,5; leave the cell empty where "
    "there is no figure"
)


@pytest.mark.parametrize(
    ("cell", "told"),
    [
        ("31.866", "31.866 can be read as 31866 and as 31,866; write `31866` or `31,8660`"),
        ("1,250", "1,250 can be read as 1250 and as 1,25; write `1250` or `1,25`"),
        ("12.000", "12.000 can be read as 12000 and as 12; write `12000` or `12`"),
        ("12 inw.", "12 inw. is no number; " + HOW),
        ("1.23.456", None),
        ("1.234,567.8", None),
        ("3,5,7", None),
        ("١٢", None),
        ("-4", "must be at least 0, got -4"),
        ("10000000000000", "must be at most 1,000,000,000,000, got 10000000000000"),
        ("0,12345678901", "has more than 10 decimals: 0,12345678901"),
    ],
)  # fmt: skip
def test_what_is_no_number_or_in_doubt_is_refused_with_the_way_out(
    cell: str, told: str | None
) -> None:
    found = number_in(cell)
    assert isinstance(found, NoNumber)
    if told is not None:
        english = language("en")
        parts = [found.message, *([found.hint] if found.hint else [])]
        assert "; ".join(map(english.tell, parts)) == told


# What is refused


@pytest.mark.parametrize(
    ("table", "options", "told"),
    [
        (
            "nis;inwoners;units\n44021;31.866;1,5\n44021;1;1\n11001;x;2\n",
            (),
            (
                "error: d.csv:2: inwoners: 31.866 can be read as 31866 and as 31,866\n"
                "hint: write `31866` or `31,8660`\n\n"
                "error: d.csv:2: units: must be a whole number, got 1,5\n\n"
                "error: d.csv:3: nis: “44021” stands in line 2 already\n"
                "hint: leave one row for each partner\n\n"
                "error: d.csv:4: inwoners: x is no number\n"
                "hint: write a number without a unit or a sign, such as 31866 or 12,5; leave the "
                "cell empty where there is no figure\n"
            ),
        ),
        (
            "wie;inwoners\nStad;1\n",
            (),
            (
                "error: d.csv:1: no column says which partner a row is of: its header would be "
                "nis, id or name\nhint: the headers are `wie`, `inwoners`\n"
            ),
        ),
        (
            "nis;aantal\n44021;1\n",
            ("--match", "name"),
            (
                "error: d.csv:1: no column says which partner a row is of: its header would "
                "be name\n"
                "hint: the headers are `nis`, `aantal`\n\n"
                "error: d.csv:1: no column is called as a key of the file\n"
                'hint: say which column it is: --column inhabitants="aantal"\n'
            ),
        ),
        (
            "nis;inwoners 2025;inwoners 2026;nis\n44021;1;2;3\n",
            (),
            (
                "error: d.csv:1: nis: more than one column is called “nis”, or holds the same key\n"
                "hint: give each column a header of its own, or name one with --column\n\n"
                'error: d.csv:1: "inwoners 2026": more than one column is called “inwoners 2026”, '
                "or holds the same key\n"
                "hint: give each column a header of its own, or name one with --column\n"
            ),
        ),
        (
            "nis;inwoners\n",
            ("--column", "inhabitants=Inwonrs", "--column", "youth=inwoners"),
            (
                "error: --column inhabitants=Inwonrs: no column is called “Inwonrs”\n"
                "hint: did you mean `inwoners`?\n"
            ),
        ),
        (
            "nis;inwoners\n",
            ("--column", "x", "--column", "Y=a", "--column", "z=a", "--column", "z=b"),
            (
                "error: --column x: expected KEY=HEADER\n"
                'hint: say which column it is: --column inhabitants="Bevolking 2026"\n\n'
                'error: --column Y=a: "Y" is not an id\n'
                "hint: an id is made of lower-case letters, digits, `-` and `_`: `y`\n\n"
                "error: --column z=b: names the key `z` for the second time\n"
            ),
        ),
        (
            "nis;inwoners\n",
            ("--column", "inhabitant=inwoners"),
            (
                "error: --column inhabitant=inwoners: unknown key `inhabitant`\n"
                "hint: did you mean `inhabitants`?\n"
            ),
        ),
        ("", (), "error: d.csv: holds no rows\n"),
        (
            "a" * 10 + "\0;b",
            (),
            "error: d.csv: is no text\nhint: save the table as CSV (UTF-8)\n",
        ),
    ],
)
def test_everything_that_is_wrong_is_told_and_nothing_written(
    table: str, options: tuple[str, ...], told: str
) -> None:
    ran = fill(table, *options)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == told
    assert text() == NETWORK


def test_a_name_of_several_partners_is_in_doubt() -> None:
    Path("n.toml").write_text(NETWORK.replace('"Dorp"', '"Stad"'))
    ran = fill("name;inhabitants\nStad;1\n")
    assert (ran.code, ran.err) == (
        2,
        (
            "error: d.csv:2: name: “Stad” is the name of several partners: `stad`, `dorp`\n"
            "hint: match by id or by NIS code: --match id, --match nis\n"
        ),
    )
    Path("n.toml").write_text(NETWORK.replace("11001", "44021"))
    assert "`stad`, `dorp`\n" in fill("nis;inhabitants\n44021;1\n").err


def test_a_description_that_would_not_be_sound_is_refused() -> None:
    ran = fill("id;inhabitants\nstad;0\ndorp;0\n")
    assert ran.code == 2
    assert ran.err.startswith(
        "error: n.toml: with these figures the description would not be sound, by what follows\n\n"
        "error: n.toml:9:7: contribution.key: "
    )
    assert text() == NETWORK


def test_a_description_that_lacks_its_figures_is_what_fill_is_for() -> None:
    Path("n.toml").write_text(re.sub(r"\n(units|keys).*", "", NETWORK))
    assert run("compute", "n.toml").code == 2
    assert fill("id;inwoners\nstad;2\ndorp;1\n", "--column", "inhabitants=inwoners").code == 0
    assert run("compute", "n.toml").code == 0


@pytest.mark.parametrize("broken", ["title = ", "title = 1\n[partner]\nstad = 5\n", "partner = 7"])
def test_a_description_that_is_none_is_told_as_compute_tells_it(broken: str) -> None:
    Path("n.toml").write_text(broken)
    assert fill("id;inwoners\nstad;2\n") == run("compute", "n.toml")


def test_standard_input_and_the_file_itself() -> None:
    assert run("fill", "-", "d.csv").err == ("error: FILE: standard input cannot be rewritten\n")
    assert run("fill", "n.toml", "./n.toml").err == ("error: ./n.toml: is the description itself\n")
    ran = run("fill", "n.toml", "-", stdin=b"id;inwoners\nstad;1\ndorp;5000\n")
    assert ran.err == "n.toml:15: partner.stad.keys.inhabitants was 31_866, now 1\n"
    assert run("fill", "n.toml", "nowhere.csv").code == 2


def test_a_table_with_too_many_rows() -> None:
    rows = "".join(f"{each};1\n" for each in range(20_001))
    assert fill(f"id;inwoners\n{rows}").err == "error: d.csv: has more than 20,000 rows\n"


def test_a_text_of_which_nothing_can_be_written_by_itself_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("igs_costshare.filling.filled.rewritten", lambda text, *_: text)
    ran = fill("id;inhabitants\nstad;1\ndorp;5000\n")
    assert ran.err.startswith("error: n.toml: these figures cannot be written into the text")


# Any file


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(descriptions(), st.data())
def test_no_other_byte_of_any_file_changes(description: Description, data: st.DataObject) -> None:
    before = as_toml(description)
    partners = tomllib.loads(before)["partner"]
    stated = [(id, key) for id, each in partners.items() for key in each.get("keys", {})]
    numbers = st.decimals(1, 10**9, places=2, allow_nan=False)
    new = {place: data.draw(numbers) for place in stated}
    keys = list(dict.fromkeys(key for _, key in stated))
    if not keys:
        return
    rows = [";".join(["id", *keys])]
    rows += [
        ";".join([id, *(str(new.get((id, key), "")).replace(".", ",") for key in keys)])
        for id in partners
    ]
    refused: InputError | None = None
    try:
        made = filled(before, "n.toml", "\n".join(rows).encode(), "d.csv", AUTO)
    except InputError as error:  # the figures break a rule of the file, as limits of a rate
        refused = error
    if refused is not None:
        assert refused.problems[0].message == say("data.not_sound")
        return
    wanted = tomllib.loads(before, parse_float=Decimal)
    for (id, key), number in new.items():
        wanted["partner"][id]["keys"][key] = number
    assert tomllib.loads(made.text, parse_float=Decimal) == wanted
    assert re.sub(r"[0-9._]+", "", made.text) == re.sub(r"[0-9._]+", "", before)
    old = tomllib.loads(before, parse_float=Decimal)["partner"]
    changed = {change.path[1:4:2] for change in made.changes}
    assert changed == {place for place in new if old[place[0]]["keys"][place[1]] != new[place]}


def test_a_row_that_is_longer_than_the_header_is_refused() -> None:
    before = text()
    ran = fill("naam,inwoners\nStad,31,866\nDorp,2000\nBeek,1,2,3\n", "--lang", "nl")
    assert (ran.code, text()) == (2, before)
    assert ran.err == (
        "fout: d.csv:2: deze rij heeft 3 cellen en de kop 2\n"
        "tip: zet een getal met een komma tussen aanhalingstekens, of scheid de cellen met een "
        "puntkomma\n\n"
        "fout: d.csv:4: deze rij heeft 4 cellen en de kop 2\n"
        "tip: zet een getal met een komma tussen aanhalingstekens, of scheid de cellen met een "
        "puntkomma\n"
    )


def test_blank_cells_behind_a_row_are_none_and_a_sheet_may_have_remarks_beside_its_table() -> None:
    assert "cellen" not in fill("naam,inwoners,,\nStad,31866,,\n", "--lang", "nl").err
    book = sheet(["naam", "inwoners"], ["Stad", 31_866, "volgens Statbel"])
    assert "cellen" not in fill(book, "--lang", "nl", name="d.xlsx").err
