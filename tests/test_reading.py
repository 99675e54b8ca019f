"""What comes in from outside: files, standard input, line ends, encodings, and start-up."""

from __future__ import annotations

import errno
import subprocess
import sys
import tomllib
import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import ValidationError

from command import run
from igs_costshare import InputError, Network, compute, parse, read
from igs_costshare.errors import Place, Problem, dotted, hidden_in, reason_of, visible
from igs_costshare.messages import Message, Toml, say
from igs_costshare.reading import load_text
from igs_costshare.reading.description import value_at
from igs_costshare.reading.marks import named
from igs_costshare.reading.overrides import place_and_value
from igs_costshare.reading.refusals import field_problems
from igs_costshare.reading.syntax import syntax_problem
from igs_costshare.reading.text import LARGEST_FILE
from igs_costshare.reading.toml import NotToml, from_toml
from igs_costshare.wording.language import english, language
from igs_costshare.wording.problems import problem_text

TEXT = """\
title = "Jeugdregio"

[cost.coordinator]
amount = 60_000

[contribution]
model = "fixed"

[partner.zulte]
name = "Zulte"

[partner.deinze]
"""

STATEMENT = (
    "partner,name,units,coordinator,expenses,revenues,balance\n"
    "zulte,Zulte,0,30000.00,30000.00,0.00,-30000.00\n"
    "deinze,deinze,0,30000.00,30000.00,0.00,-30000.00\n"
    "total,Total,0,60000.00,60000.00,0.00,-60000.00\n"
)


def told(text: str, *settings: str) -> str:
    """What is said of a text that cannot be used."""
    with pytest.raises(InputError) as refused:
        parse(text, "network.toml", settings=settings)
    return str(refused.value)


# ---------------------------------------------------------------- accepted without complaint


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="plain"),
        pytest.param(TEXT.encode("utf-8-sig"), id="byte-order mark"),
        pytest.param(TEXT.replace("\n", "\r\n").encode(), id="Windows line ends"),
        pytest.param(TEXT.replace("\n", "\r\n").encode("utf-8-sig"), id="both, as Notepad saves"),
        pytest.param(TEXT.rstrip().encode(), id="no line end at the end"),
    ],
)
def test_a_file_is_read_however_an_editor_saved_it(data: bytes, tmp_path: Path) -> None:
    file = tmp_path / "network.toml"
    file.write_bytes(data)

    result = run("compute", file, "--format", "csv")

    assert (result.code, result.text, result.err) == (0, STATEMENT, "")


def test_standard_input_is_read_as_a_dash() -> None:
    result = run("compute", "-", "--format", "csv", stdin=TEXT.encode())
    assert (result.code, result.text, result.err) == (0, STATEMENT, "")


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009"])
def test_a_name_may_have_any_space_that_word_puts_in(space: str) -> None:
    network = parse(TEXT.replace('"Zulte"', f'"Zulte{space}en{space}Machelen"'))
    assert network.partner["zulte"].name == f"Zulte{space}en{space}Machelen"


@pytest.mark.parametrize(
    "name", ["Brüssel-Ëlzele", "İzmir", "漢字", "👨‍👩‍👧", "cafe\u0301", "שלום"]
)
def test_a_name_may_be_in_any_script(name: str) -> None:
    assert parse(TEXT.replace('"Zulte"', f'"{name}"')).partner["zulte"].name == name


@pytest.mark.parametrize(
    "shared",
    [
        'contribution.model = "fixed"\n',
        "contribution = { \"model\" = 'fixed' }\n",
        '[contribution]\n"model" = """fixed"""\n',
        '[ contribution ]# hoe\n\tmodel="fixed"\n',
    ],
)
def test_toml_may_be_written_in_all_its_ways(shared: str) -> None:
    text = f'title = "T"\n{shared}[cost]\nrent.amount = 3\n[partner]\nzulte = {{}}\n'
    if shared.startswith("["):
        text = f'title = "T"\n[cost]\nrent.amount = 3\n[partner]\nzulte = {{}}\n{shared}'
    network = parse(text)
    assert network.contribution is not None
    assert network.contribution.model == "fixed"


def test_brackets_may_be_a_list_of_tables() -> None:
    inline = "rate = { partners = [ { up_to = 1, rate = 2 }, { rate = 1 } ] }\n"
    tables = (
        "[[contribution.rate.partners]]\nup_to = 1\nrate = 2\n"
        "[[contribution.rate.partners]]\nrate = 1\n"
    )
    text = TEXT.replace('"fixed"\n', '"variable"\n{}')
    assert parse(text.format(inline)) == parse(text.format(tables))


def test_a_text_may_begin_with_a_byte_order_mark() -> None:
    assert parse("\ufeff" + TEXT) == parse(TEXT)


def test_a_path_may_be_an_object_of_pathlib(tmp_path: Path) -> None:
    file = tmp_path / "network.toml"
    file.write_text(TEXT, encoding="utf-8")
    assert read(file) == read(str(file)) == parse(TEXT)


@pytest.mark.parametrize(
    ("written", "unit"), [("1", "1"), ("1.0", "1"), ("0.01", "0.01"), ("0.010", "0.01")]
)
def test_a_rounding_unit_may_be_written_with_more_digits(written: str, unit: str) -> None:
    assert str(parse(f"rounding.unit = {written}\n{TEXT}").rounding.unit) == unit


def test_a_currency_is_a_code_of_three_letters() -> None:
    assert parse(f'currency = "CHF"\n{TEXT}').currency == "CHF"


def test_settings_are_for_the_library_as_well() -> None:
    assert parse(TEXT, settings=["title=Regio"]).title == "Regio"


def test_a_network_cannot_be_changed() -> None:
    network = parse(TEXT)
    with pytest.raises(ValueError, match="frozen"):
        setattr(network, "title", "Other")  # noqa: B010 - mypy refuses the plain way
    assert isinstance(network, Network)


# ---------------------------------------------------------------- files that cannot be read


def test_a_missing_file_is_said_to_be_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("compute", "network.toml")
    assert (result.code, result.out, result.err) == (
        2,
        b"",
        (
            "error: network.toml: there is no such file\n"
            f"hint: looked in {tmp_path}; `igs-costshare init` writes a starter file\n"
        ),
    )


def test_a_folder_is_said_to_be_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("compute", ".")
    assert (result.code, result.out, result.err) == (
        2,
        b"",
        "error: .: is a folder\nhint: name the file in it\n",
    )


@pytest.mark.parametrize(
    ("asked", "there", "meant"),
    [
        ("begroting.toml", ["begroting.toml.txt"], "begroting.toml.txt"),
        ("begroting.toml", ["Begroting.toml.txt", "begroting.txt"], "Begroting.toml.txt"),
        ("begroting", ["begroting.toml"], "begroting.toml"),
        ("begroting.toml.txt", ["begroting.toml"], "begroting.toml"),
        ("begrotnig.toml", ["begroting.toml", "nota.docx"], "begroting.toml"),
        ("jaar/begrotnig.toml", ["jaar/begroting.toml"], str(Path("jaar", "begroting.toml"))),
    ],
)
def test_a_missing_file_is_told_with_the_one_that_was_probably_meant(
    asked: str, there: list[str], meant: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in there:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).touch()

    folder = (tmp_path / asked).parent
    assert run("compute", asked).err == (
        f"error: {asked}: there is no such file\nhint: looked in {folder}; did you mean {meant}?\n"
    )


@pytest.mark.parametrize("there", ["nota.docx", "begroting.docx", "heel-iets-anders.toml"])
def test_a_file_that_is_nothing_like_it_is_not_what_was_meant(
    there: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(there).touch()
    assert "did you mean" not in run("compute", "begroting.toml").err


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    asked = tmp_path / "jaar" / "begroting.toml"
    assert run("compute", asked).err == (
        f"error: {asked}: there is no such file\nhint: there is no folder {tmp_path / 'jaar'}\n"
    )


@pytest.mark.parametrize("name", ["", " "])
def test_an_empty_name_is_told(name: str) -> None:
    assert run("compute", name).err == (
        "error: the name of the file is empty\nhint: name a file, or `-` for standard input\n"
    )


def test_the_description_in_a_folder_is_named(tmp_path: Path) -> None:
    for name in ("network.toml", "nota.docx"):
        (tmp_path / name).touch()
    told = f"error: {tmp_path}: is a folder\nhint: name the file in it"
    assert run("compute", tmp_path).err == f"{told}: {tmp_path / 'network.toml'}\n"
    (tmp_path / "other.TOML").touch()
    assert run("compute", tmp_path).err == f"{told}\n"


def test_a_folder_is_a_folder_on_windows_too(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert "is a folder" in run("compute", tmp_path).err


def test_a_folder_that_cannot_be_listed_has_no_names_to_offer(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("os.scandir", refuse)
    told = run("compute", tmp_path / "network.toml").err
    assert f"looked in {tmp_path}; `igs-costshare init`" in told


@pytest.mark.parametrize(
    "text",
    [
        'title "Een, twee"\n',
        "title: een, twee\n",
        'only ["stad", "dorp"]\n',
        'title = "T"\npartner;naam\nstad;Stad\n',
        "# partner;naam\ntitle\n",
    ],
)
def test_a_description_with_a_fault_is_no_table(text: str) -> None:
    assert "CSV" not in run("compute", "-", stdin=text.encode()).err


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("31/02/2026", "2025-12-31"),
        ("12/31/2026", "2025-12-31"),
        ("1-2-2026", "2026-02-01"),
        ("2026.2.1", "2026-02-01"),
        ("2026-2-1", "2026-02-01"),
        ("1/2/26", "2025-12-31"),
    ],
)
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_date_is_shown_as_it_is_written_in_a_file(written: str, meant: str, quote: str) -> None:
    text = f'title = "T"\n[governance]\nstart = {quote}{written}{quote}\n[partner.stad]\n'
    told = run("compute", "-", stdin=text.encode()).err
    assert f"hint: dates are written year-month-day, without quotes: `{meant}`\n" in told


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (PermissionError(13, "Permission denied"), "may not be read"),
        (OSError(5, "Input/output error"), "cannot be read: Input/output error"),
        (ValueError("embedded null byte"), "is not the name of a file"),
    ],
)
def test_a_file_that_resists_is_told(
    fault: Exception, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, mode: str) -> None:
        raise fault

    monkeypatch.setattr(Path, "open", refuse)
    result = run("compute", "network.toml")
    assert (result.code, result.out, result.err) == (2, b"", f"error: network.toml: {words}\n")


def test_a_name_with_strange_characters_is_told_harmlessly() -> None:
    result = run("compute", "a\x1b[31m\0.toml")
    assert result.err == "error: a\\u001b[31m\\u0000.toml: is not the name of a file\n"


def test_a_file_of_unreasonable_size_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "huge.toml"
    with file.open("wb") as open_file:
        open_file.truncate(LARGEST_FILE + 1)
    assert run("compute", file).err == f"error: {file}: is larger than 64 MiB\n"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "error: <stdin>: is empty\nhint: `igs-costshare init` writes a starter file\n"),
        (
            TEXT.replace("60_000", "-1").encode(),
            (
                "error: <stdin>:4:10: cost.coordinator.amount: must be at least 0, got -1\n"
                "4 | amount = -1\n"
                "  |          ^\n"
            ),
        ),
    ],
)
def test_standard_input_has_a_name_of_its_own(data: bytes, words: str) -> None:
    result = run("compute", "-", stdin=data)
    assert (result.code, result.out, result.err) == (2, b"", words)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("nl", ("fout", "<standaardinvoer>")),
        ("fr", ("erreur\u00a0", "<entrée standard>")),
    ],
)
def test_standard_input_is_called_so_in_the_language_of_who_reads(
    code: str, words: tuple[str, str]
) -> None:
    label, name = words
    data = TEXT.replace("60_000", "-1").encode()
    assert run("compute", "-", "--lang", code, stdin=data).err.startswith(f"{label}: {name}:4:10: ")
    told = run("explain", "-", "--all", "--lang", code, stdin=TEXT.encode()).text
    assert f"← {name}:4: cost.coordinator.amount = 60_000" in told


def test_a_closed_standard_input_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError) as refused:
        read("-")
    assert str(refused.value) == (
        "error: <stdin>: is empty\nhint: `igs-costshare init` writes a starter file"
    )


# ---------------------------------------------------------------- problems, as values


def test_a_refusal_holds_every_problem_with_its_place() -> None:
    with pytest.raises(InputError) as refused:
        parse(TEXT.replace("60_000", "-1").replace('"fixed"', '"fixt"'), "network.toml")
    assert refused.value.problems == (
        Problem(
            say("fault.at_least", least=0, got=Toml(-1)),
            ("cost", "coordinator", "amount"),
            origin="network.toml",
            place=Place(4, 10, "amount = -1"),
        ),
        Problem(
            say(
                "fault.not_among",
                allowed='"fixed", "variable", "mixed", "per-day", "agreed", "turns"',
                got=Toml("fixt"),
            ),
            ("contribution", "model"),
            say("reference.meant", name="fixed"),
            origin="network.toml",
            place=Place(7, 9, 'model = "fixt"'),
        ),
    )
    assert isinstance(refused.value, ValueError)


def test_a_text_without_a_name_is_called_text() -> None:
    with pytest.raises(InputError, match=r"^error: <text>:1:1: title: is missing\n"):
        parse("# nothing yet")


def test_a_problem_of_nothing_in_particular_is_just_said() -> None:
    assert (
        problem_text(Problem(say("fault.missing"), severity="warning"), english())
        == "warning: is missing"
    )


def test_an_excerpt_of_an_empty_line_is_left_out() -> None:
    problem = Problem(say("fault.missing"), ("cost", 0), origin="a.toml", place=Place(3, 1, "  "))
    assert problem_text(problem, english()) == "error: a.toml:3:1: cost[0]: is missing"


def test_a_path_is_quoted_where_it_would_be_unclear() -> None:
    assert dotted(("cost", "a.b", "", 'c"d\\', 0, "e")) == r'cost."a.b"."".`c\"d\\`[0].e'.replace(
        "`", '"'
    )


NAMES_IN_TOML = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@given(st.lists(NAMES_IN_TOML | st.integers(0, 10**9 - 1), max_size=5), NAMES_IN_TOML)
@example(["cost.*.amount", 0, "a=b"], "index")
def test_what_is_written_as_a_path_is_read_back_as_that_path(
    rest: list[str | int], table: str
) -> None:
    path = (table, *rest)
    assert place_and_value(dotted(path)) == (path, None)
    assert place_and_value(f"{dotted(path)}=a.b=c") == (path, "a.b=c")


@pytest.mark.parametrize(
    ("hidden", "code"),
    [
        ("\x00", "0000"),
        ("\x7f", "007f"),
        ("\u2028", "2028"),
        ("\u202e", "202e"),
        ("\u200f", "200f"),
    ],
)
def test_hidden_characters_are_made_visible(hidden: str, code: str) -> None:
    assert visible(f"a{hidden}b") == f"a\\u{code}b"


def test_hidden_are_control_separating_and_direction_characters() -> None:
    turning = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    hidden = [
        each
        for each in map(chr, range(sys.maxunicode + 1))
        if unicodedata.category(each) in ("Cc", "Cs", "Zl", "Zp")
        or unicodedata.bidirectional(each) in turning
        or each in "\u200e\u200f\u061c"
    ]

    assert [each for each in map(chr, range(sys.maxunicode + 1)) if hidden_in(each)] == hidden


@pytest.mark.parametrize(
    "text",
    [
        'title = "\\e"',
        'title = "\\x41"',
        "at = 07:30",
        "a = { b = 1, }",
        "a = {\n}",
        "a = { b = { c = 1 },\n d = 2 }",
        "a = { b = 1, # }\n}",
        'a = { b = """}""",\n c = 1 }',
    ],
)
def test_what_only_toml_1_1_knows_is_refused(text: str) -> None:
    """Every program that reads TOML reads the files that we read."""
    with pytest.raises(tomllib.TOMLDecodeError):
        tomllib.loads(text)
    with pytest.raises(NotToml):
        from_toml(text)


@pytest.mark.parametrize(
    "text",
    [
        "at = 07:30:00",
        'title = "a, } 08:30 {"',
        'a = { b = { c = { d = { e = 1 } } }, f = "}" }',
        "a = [\n { b = 1 }, # {\n]",
    ],
)
def test_what_looks_like_toml_1_1_is_read_all_the_same(text: str) -> None:
    assert from_toml(text) == tomllib.loads(text, parse_float=Decimal)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (10**30, "a number of more than 30 digits"),
        ("a" * 41, '"' + "a" * 39 + '…"'),
        ([1], "a list"),
        ({}, "a table"),
    ],
)
def test_a_value_is_quoted_shortly(value: object, words: str) -> None:
    assert english().write(Toml(value)) == words


@pytest.mark.parametrize("path", [("title", "x"), ("cost", 0), ("list", 3), ("list", "x"), ("no",)])
def test_nothing_stands_at_a_path_that_leads_nowhere(path: tuple[str | int, ...]) -> None:
    assert value_at({"title": "T", "cost": {}, "list": [1]}, path) is None


# ---------------------------------------------------------------- broken references


LISTED = """title = "x"
[partner.stad]
keys = { inhabitants = 5 }
[partner.dorp]
keys = { inhabitants = 2 }
[partner.caw]
[contribution]
model = "variable"
key = "inhabitants"
"""


def test_a_key_is_asked_of_those_that_share_a_line_by_it() -> None:
    beside = LISTED + '[cost.rent]\namount = 7\nexcept = ["caw"]\n'
    assert [row.expenses for row in compute(parse(beside)).partners] == [500, 200, 0]
    with pytest.raises(InputError, match="partner `caw` lacks the key `inhabitants`"):
        parse(beside + "[cost.staff]\namount = 1\n")
    with pytest.raises(InputError, match="partner `caw` lacks the key `inhabitants`"):
        parse(beside + "[subsidy.grant]\namount = 1\n")


def test_a_list_of_a_line_brings_partners_whose_key_is_asked() -> None:
    text = LISTED.replace('key = "inhabitants"', 'key = "inhabitants"\nexcept = ["caw"]')
    text += '[cost.rent]\namount = 7\n[cost.help]\namount = 9\nonly = ["dorp", "caw"]\n'
    with pytest.raises(InputError) as refused:
        parse(text)
    assert str(refused.value).endswith(
        "hint: add `inhabitants = …` to the `keys` of `caw`, or take the partner out of "
        "`cost.help.only`"
    )


def test_a_partner_without_figures_is_told_once_whatever_uses_them() -> None:
    text = TEXT.replace("[partner.zulte]\n", "[partner.zulte]\nkeys = { youth = 1 }\n")
    text += '\n[cost.rent]\namount = 1\nper = "youth"\n[cost.it]\namount = 1\nper = "youth"\n'
    assert told(text) == (
        "error: network.toml:13:1: partner.deinze.keys.youth: "
        "partner `deinze` lacks the key `youth`, which `cost.rent.per` uses\n"
        "13 | [partner.deinze]\n"
        "   | ^\n"
        "hint: add `youth = …` to the `keys` of `deinze`, or leave the partner out: "
        '`cost.rent.except = ["deinze"]`'
    )


@pytest.mark.parametrize(
    "scope",
    [
        '[cost.rent]\namount = 1\nper = "youth"\nonly = ["zulte"]\n',
        '[cost.rent]\namount = 1\nper = "youth"\nexcept = ["deinze"]\n',
        (
            '[cost.rent]\namount = 1\nexcept = ["deinze"]\n'
            'contribution = { model = "variable", key = "youth" }\n'
        ),
        (
            "[cost.rent]\namount = 1\n"
            'contribution = { model = "variable", key = "youth", only = ["zulte"] }\n'
        ),
    ],
)
def test_a_partner_that_takes_no_part_needs_no_figures(scope: str) -> None:
    text = TEXT.replace("[partner.zulte]\n", "[partner.zulte]\nkeys = { youth = 1 }\n")
    assert "rent" in parse(f"{text}\n{scope}").cost


def test_many_partners_are_not_all_listed() -> None:
    partners = "".join(f"[partner.{letter * 3}]\n" for letter in "abcdefghijklmn")
    assert told(f'title = "T"\n{partners}[unit.home]\nowner = "zulte"\n') == (
        "error: network.toml:17:9: unit.home.owner: unknown partner `zulte`\n"
        '17 | owner = "zulte"\n'
        "   |         ^\n"
        "hint: known: `aaa`, `bbb`, `ccc`, `ddd`, `eee`, `fff`, `ggg`, `hhh`, `iii`, `jjj`, "
        "`kkk`, `lll` …"
    )


def test_where_nothing_is_known_nothing_is_suggested() -> None:
    text = TEXT.replace("[cost.coordinator]\namount", "[subsidy.decree]\nrate = 0.1\nof = ['rent']")
    assert told(text.replace(" = 60_000\n", "\n")) == (
        "error: network.toml:5:7: subsidy.decree.of[0]: unknown cost `rent`\n"
        "5 | of = ['rent']\n"
        "  |       ^"
    )


# ---------------------------------------------------------------- size and depth


@pytest.mark.parametrize("depth", [10, 100, 200])
def test_a_deeply_nested_value_is_no_number(depth: int) -> None:
    nested = f"year = {'[' * depth}{']' * depth}"
    assert told(f"{nested}\n{TEXT}") == (
        "error: network.toml:1:8: year: expected a number, got a list\n"
        f"1 | {nested[:100]}\n"
        "  |        ^"
    )


def test_a_key_of_many_parts_is_an_unknown_field() -> None:
    long = f"note.{'a.' * 200}a = 1"
    assert told(f"{long}\n{TEXT}").startswith("error: network.toml:1:1: note: unknown field\n")


def test_very_many_problems_are_all_told() -> None:
    lines = "".join(f"[cost.line-{number}]\namount = -{number}\n" for number in range(1, 2001))
    with pytest.raises(InputError) as refused:
        parse(f"{TEXT}\n{lines}")
    assert len(refused.value.problems) == 2000


@pytest.mark.parametrize("line", [f"only = [{'b,' * 50_000}=", "only = 'b" * 20_000])
def test_a_fault_in_a_very_long_line_is_told_at_once(line: str) -> None:
    assert told(f"{line}\n{TEXT}").startswith("error: network.toml:1:")


# ---------------------------------------------------------------- start-up

ONLY_FOR_FAULTS = {
    "rich",
    "tree_sitter",
    "tree_sitter_toml",
    "igs_costshare.reading.positions",
    "igs_costshare.reading.syntax",
}


def test_a_good_file_is_computed_without_what_only_faults_need(tmp_path: Path) -> None:
    file = tmp_path / "network.toml"
    file.write_text(TEXT, encoding="utf-8")
    program = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
        f"sys.argv = ['igs-costshare', 'compute', {str(file)!r}, '--format', 'csv']\n"
        "from igs_costshare.cli import main\n"
        "main()\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8"
    )
    assert ran.stdout == STATEMENT
    assert ONLY_FOR_FAULTS & set(ran.stderr.split()) == set()


@pytest.mark.parametrize("depth", [257, 1_500])
def test_tables_far_too_deep_are_told(depth: int) -> None:
    with pytest.raises(InputError) as refused:
        parse(f"title = 'T'\n[{'a.' * depth}b]\nc = 1\n", "netwerk.toml")
    assert str(refused.value) == (
        "error: netwerk.toml: lists or tables are nested too deeply to read"
    )


def test_a_whole_number_that_python_cannot_write_is_told() -> None:
    with pytest.raises(InputError) as refused:
        parse(f"title = 'T'\npartner.a.kind = 0x{'F' * 4000}\n", "netwerk.toml")
    assert str(refused.value) == "error: netwerk.toml: a number has far too many digits"


# ---------------------------------------------------------------- words, apart from what is wrong


def told_in_every_language(message: Message) -> list[str]:
    return [language(code).tell(message) for code in ("en", "nl", "fr")]


def test_what_the_reader_of_toml_says_anew_is_told_without_its_words() -> None:
    problem = syntax_problem("Something else (at line 1, column 3)", "a = 1")
    assert (problem.message, problem.place) == (say("syntax.not_toml"), Place(1, 3, "a = 1"))
    assert isinstance(problem.message, Message)
    assert told_in_every_language(problem.message) == [
        "not TOML",
        "dit is geen geldige TOML",
        "ce n’est pas du TOML valable",
    ]


def test_a_rare_character_has_its_number_only() -> None:
    assert told_in_every_language(named("\N{SNOWMAN}")) == [
        "a character (U+2603)",
        "een teken (U+2603)",
        "un caractère (U+2603)",
    ]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENAMETOOLONG, "File name too long"), "de naam is te lang"),
        (OSError(9999, "Rare"), "fout 9999 van het systeem"),
    ],
)
def test_the_system_is_told_in_dutch(error: OSError, words: str) -> None:
    assert language("nl").tell(reason_of(error)) == words


def test_a_list_of_days_that_are_no_numbers_is_not_written_by_household_size() -> None:
    assert told(TEXT.replace("[partner.deinze]", '[partner.deinze]\ndays = [120, "x"]')) == (
        "error: network.toml:13:8: partner.deinze.days: expected a number, got a list\n"
        '13 | days = [120, "x"]\n'
        "   |        ^"
    )


def test_values_that_are_quoted_can_be_told_apart_and_told_once() -> None:
    assert len({Toml([1]), Toml([1]), Toml([2]), Toml({}), Toml(1)}) == 4


def test_an_error_has_a_text_where_it_leaves_the_library_and_only_there() -> None:
    with pytest.raises(InputError) as inside:
        load_text("", "network.toml")
    with pytest.raises(InputError) as outside:
        parse("", "network.toml")
    assert inside.value.problems == outside.value.problems
    assert inside.value.args == (inside.value.problems,)
    assert str(outside.value).startswith("error: network.toml:1:1: title: is missing\n")


def test_a_tab_in_a_name_is_told() -> None:
    assert told(TEXT.replace('name = "Zulte"', r'name = "Zulte\t"')).startswith(
        "error: network.toml:10:8: partner.zulte.name: holds a tab\n"
    )


def test_an_order_of_turns_without_anyone_says_what_belongs_there() -> None:
    text = (
        'title = "T"\nyear = 2027\n[partner.stad]\n[cost.rent]\namount = 9\n'
        '[contribution]\nmodel = "turns"\norder = []\n'
    )
    assert run("compute", "-", "--lang", "nl", stdin=text.encode()).err == (
        "fout: <standaardinvoer>:8:9: contribution.order: is leeg: er is niemand om mee te delen\n"
        "8 | order = []\n  |         ^\n"
        "tip: noem de partners in de volgorde van hun beurt\n"
    )


def test_an_error_of_pydantic_without_words_is_no_other_error() -> None:
    error = ValidationError.from_exception_data(
        "Network", [{"type": "bool_type", "loc": ("title",), "input": 1}]
    )
    with pytest.raises(ValueError, match="no words for the error `bool_type` of Pydantic"):
        list(field_problems(error, {"title": 1}))
