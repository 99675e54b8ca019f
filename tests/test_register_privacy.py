"""A register says nothing of people: what may is refused, and no message repeats it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from igs_costshare.errors import InputError, Problem
from igs_costshare.staying.lodgings import Body, Home, Lodgings
from igs_costshare.staying.reader import register_of
from igs_costshare.staying.register import Register
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import language
from igs_costshare.wording.problems import problems_text

LODGINGS = Lodgings(
    2026,
    "nights",
    (Home("kerk", "Kerkstraat", "stad", None),),
    (Body("stad", "Stad", "44021", 0), Body("dorp", None, None, 1)),
    True,
)
HEAD = "unit,owner,referrer,persons,from,until,stay\n"
COLUMNS = tuple(HEAD.strip().split(","))
GOOD = ("kerk", "", "stad", "1", "2026-01-01", "2026-02-01", "a")
NUMBER = "error: v.csv:2: stay: seems to hold a national register number\n"
BIRTH = "error: v.csv:2: stay: seems to hold a date of birth\n"
OTHER_CODE = "hint: use a code that says nothing of a person, such as a serial number"


def outcome(content: bytes, name: str = "v.csv") -> Register | tuple[Problem, ...]:
    try:
        return register_of(content, name, LODGINGS)
    except InputError as error:
        return error.problems


def told(content: bytes, name: str = "v.csv") -> str:
    """All that is said of a file, in every language."""
    found = outcome(content, name)
    problems = found.warnings if isinstance(found, Register) else found
    return "\n".join(problems_text(problems, language(code)) for code in codes())


def with_code(code: str) -> str:
    found = outcome(f"{HEAD}kerk,,stad,1,2026-01-01,2026-02-01,{code}\n".encode())
    return "" if isinstance(found, Register) else problems_text(found, language("en"))


def number(born: str, serial: str = "033", *, since_2000: bool = False) -> str:
    """A national register number with its check digits."""
    digits = born + serial
    return f"{digits}{97 - int(('2' if since_2000 else '') + digits) % 97:02}"


NUMBERS = [
    number("850730"),
    number("010203", since_2000=True),
    number("852730"),  # BIS: month + 20
    number("854730"),  # BIS: month + 40
    number("014203", since_2000=True),
    number("000000"),
]


def test_the_number_that_the_register_itself_gives_as_an_example() -> None:
    assert number("850730") == "85073003328"


@pytest.mark.parametrize("digits", NUMBERS)
@pytest.mark.parametrize("form", ["{}", "V{}", "{}x", "-{}.", "2026_{}"])
def test_a_national_register_number_is_no_code(digits: str, form: str) -> None:
    assert with_code(form.format(digits)) == NUMBER + OTHER_CODE


@pytest.mark.parametrize("digits", NUMBERS)
@pytest.mark.parametrize("form", ["19{}", "20{}", "V20{}x", "-19{}"])
def test_so_is_one_with_its_century(digits: str, form: str) -> None:
    assert with_code(form.format(digits)) == NUMBER + OTHER_CODE


@pytest.mark.parametrize("digits", NUMBERS)
def test_so_is_one_with_letters_between_its_digits(digits: str) -> None:
    code = f"{digits[:2]}a{digits[2:4]}B{digits[4:6]}cd{digits[6:9]}-{digits[9:]}"
    assert with_code(code) == NUMBER + OTHER_CODE


@pytest.mark.parametrize("digits", NUMBERS)
@pytest.mark.parametrize("marks", ["..-.", "    ", "----", ".. .", "//-."])
def test_so_is_one_with_points_dashes_or_spaces(digits: str, marks: str) -> None:
    parts = (digits[:2], digits[2:4], digits[4:6], digits[6:9], digits[9:])
    code = "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))
    assert with_code(code) == NUMBER + OTHER_CODE


@pytest.mark.parametrize("code", ["85073003329", "850730033281", "2026-000-0001", "0123456789"])
def test_other_digits_are_a_code(code: str) -> None:
    assert with_code(code) == ""


@pytest.mark.parametrize(
    "code",
    [
        *("1985-07-30", "30-07-1985", "1985.7.3", "3.7.1985", "19850730", "30071985"),
        *("x1985-07-30", "1985-07-30-2", "1985_07_30", "30/07/1985", "30 07 1985"),
        *("2024-01-01", "31122024", "1900-01-01", "2001-02-03"),
        *("1985--07--30", "30..07.1985", "1985_0730", "198507-30", "3007_1985", "1985-07.30"),
        *("30-JUL-1985", "30jul1985", "1985-juli-30", "3.mei.1985", "aug-3-1985", "x30juin1985"),
        *("30.07.85", "30-7-85", "85-7-30", "30/07/85", "30-jul-85", "30_7_24", "01-02-24"),
        *("24-02-15", "1-2-03", "Vjan-11-1956", "xmaart3_1985", "huisAUG.3.1985"),
        *("2026-03-05-85", "2026-03-05-30-7-85", "85-07-30-2026-03-05", "2026-03-05-1985"),
        *("2025.12.31.30.07.85", "2026-03-05-25-07-85", "2024-03-05-1", "2024.03.05.2"),
    ],
)
def test_a_full_date_two_years_before_is_no_code(code: str) -> None:
    assert with_code(code) == BIRTH + OTHER_CODE


@pytest.mark.parametrize(
    "code",
    [
        *("2025-01-01", "31122026", "2026-03-14.1", "1985-13-30", "19851330", "32011985"),
        *("1985-07", "071985", "18850730", "198507301", "00012345", "1985-7"),
        *("26-01-05", "25-07-12", "01-02-25", "01-02-27", "01-13-85", "A1-2-03", "1-2-3"),
        *("2026-03-05-1", "2026.03.05.2", "2026_03_05_1", "2026-03-05-12", "2025-01-02-01"),
        *("A2026-3-5-7", "v-2026-03-05-31", "2026-03-05-1b", "2026-03-05-032", "2026-03-31-99"),
        *("30-jul-26", "30-jug-1985", "jul-1985", "marie-12", "12-marc-ab"),
    ],
)
def test_a_recent_date_or_what_is_none_is_a_code(code: str) -> None:
    assert with_code(code) == ""


SIGNS = st.sampled_from(["-", ".", "_"])
RECENT = st.dates(date(2025, 1, 1), date(2027, 12, 31))


@given(RECENT, SIGNS, SIGNS, st.integers(1, 31), st.booleans(), st.sampled_from(["", "V", "a-"]))
def test_a_day_of_arrival_with_a_serial_number_is_a_code(
    day: date, mark: str, last: str, serial: int, padded: bool, before: str
) -> None:
    parts = (f"{day:%Y}", f"{day:%m}", f"{day:%d}") if padded else (day.year, day.month, day.day)
    number = f"{serial:02}" if padded else serial
    assert with_code(f"{before}{mark.join(map(str, parts))}{last}{number}") == ""


BORN = st.dates(date(1932, 1, 1), date(2023, 12, 31))
BIRTHS = st.sampled_from(
    ["%Y-%m-%d", "%d-%m-%Y", "%Y%m%d", "%d%m%Y", "%d-%b-%Y", "%b-%d-%Y", "%Y%b%d"]
)


@given(BORN, BIRTHS, SIGNS, st.sampled_from(["", "V", "2026-", "a-"]), st.sampled_from(["", "-1"]))
def test_a_date_of_birth_beside_something_else_is_no_code(
    born: date, form: str, mark: str, before: str, after: str
) -> None:
    code = before + f"{born:{form}}".replace("-", mark) + after
    assert with_code(code) != ""


@given(BORN, RECENT, SIGNS, st.sampled_from(["%y-%m-%d", "%d-%m-%y"]), st.booleans())
def test_a_short_date_of_birth_beside_a_day_of_arrival_is_none_either(
    born: date, day: date, mark: str, form: str, first: bool
) -> None:
    said = f"{born:{form}}"
    years = {int(part) for part in (said[:2], said[-2:])}
    code = f"{day}{mark}{said}" if first else f"{said}{mark}{day}"
    assert with_code(code) == BIRTH + OTHER_CODE or years & {25, 26, 27}


def test_one_such_code_among_others_is_found() -> None:
    rows = "kerk,,stad,1,2026-01-01,2026-02-01,19990101\n"
    found = told((HEAD + rows.replace("1999", "2026") * 10 + rows).encode())
    assert "v.csv:12: stay: seems to hold a date of birth" in found
    assert found.count("stay:") == len(codes())


@pytest.mark.parametrize(
    "cell", ["Jan Peeters", "85.07.30-033.28", "85073003328", "1985-07-30", "josé", "a@b.be"]
)
@pytest.mark.parametrize("column", COLUMNS)
def test_what_may_tell_who_somebody_is_is_not_repeated(cell: str, column: str) -> None:
    row = [cell if each == column else good for each, good in zip(COLUMNS, GOOD, strict=True)]
    said = told(f"{HEAD}{','.join(row)}\n".encode())
    assert cell not in said


def test_what_looks_like_an_id_is() -> None:
    assert "`kerkk`" in told(f"{HEAD}kerkk,,stad,1,2026-01-01,,\n".encode())
    assert "`abcdefghijkl`" in told(f"{HEAD}abcdefghijkl,,stad,1,2026-01-01,,\n".encode())
    assert "abcdefghijkl" not in told(f"{HEAD}abcdefghijklm,,stad,1,2026-01-01,,\n".encode())


@pytest.mark.parametrize(
    "cell",
    [
        *("30-7-85", "85-7-30", "30_07_85", "30-785", "30jul85", "3-mei", "juli1985", "1985"),
        *("31258", "44023", "1985-7", "Peeters", "Jan"),
    ],
)
@pytest.mark.parametrize("column", ["unit", "owner", "referrer"])
def test_a_date_or_a_name_is_not_quoted_as_an_id(cell: str, column: str) -> None:
    row = [
        "" if column == "owner" and each == "unit" else good
        for each, good in zip(COLUMNS, GOOD, strict=True)
    ]
    row[COLUMNS.index(column)] = cell
    said = told(f"{HEAD}{','.join(row)}\n".encode())
    assert "v.csv:2" in said
    assert cell not in said


@pytest.mark.parametrize("cell", ["kerk-2", "kerk-2026", "huis12", "Kerkk", "a", "12", "123"])
def test_an_id_or_what_resembles_one_is_quoted(cell: str) -> None:
    assert f"`{cell}`" in told(f"{HEAD}{cell},,stad,1,2026-01-01,,\n".encode())


@pytest.mark.parametrize("known", ["unit", "van", "Verblijf"])
def test_of_a_row_with_one_known_cell_nothing_is_repeated(known: str) -> None:
    said = told(f"{known};Jan;Peeters;josé\n".encode())
    assert "column 2 is none of a register" in said
    assert not any(each in said for each in ("Jan", "Peeters", "josé"))


@pytest.mark.parametrize(
    "head",
    ["30-7-85", "85-7-30", "30.07.85", "30 juli", "3 août 85", "July 30", "31258", "31258,5"],
)
def test_a_header_that_is_like_a_date_goes_by_its_number(head: str) -> None:
    said = told(f"unit;referrer;persons;from;until;{head}\n".encode())
    assert "error: v.csv:1: column 6 is none of a register" in said
    assert head not in said


PIECES = st.sampled_from(
    ["Zqx", "Wvu", "zq", "é", " ", "-", ".", "/", "@", "7", "85", "1985", "Ω", "=", '"', "\n", ";"]
)
CELLS = st.lists(PIECES, min_size=1, max_size=12).map("".join)


def pieces_of(cell: str) -> list[str]:
    """Every part of a cell that no message holds by chance."""
    return [
        cell[at : at + 4]
        for at in range(len(cell) - 3)
        if any(mark in cell[at : at + 4] for mark in ("Zq", "zq", "Wv", "@", "Ω", "85"))
    ]


def is_like_an_id(cell: str) -> bool:
    text = cell.strip()
    plain = text.replace("-", "").replace("_", "")
    return len(text) <= 12 and plain.isascii() and plain.isalnum()


@settings(max_examples=300)
@given(st.lists(CELLS, min_size=7, max_size=8))
def test_no_message_repeats_any_part_of_a_refused_cell(cells: list[str]) -> None:
    quoted = ",".join('"{}"'.format(cell.replace('"', '""')) for cell in cells)
    said = told(f"{HEAD}{quoted}\n".encode())
    assert "v.csv:2" in said
    may_be_quoted = " ".join(filter(is_like_an_id, cells[:3]))
    for piece in {piece for cell in cells for piece in pieces_of(cell)}:
        assert piece not in said or piece in may_be_quoted


@given(st.lists(CELLS, min_size=1, max_size=6), st.sampled_from(",;\t"))
def test_a_first_row_without_a_header_is_not_repeated(cells: list[str], mark: str) -> None:
    said = told(mark.join(cells).encode("utf-8"))
    for cell in cells:
        for piece in pieces_of(cell):
            assert piece not in said


@settings(max_examples=300)
@given(st.binary(max_size=200), st.sampled_from(["v.csv", "v.xlsx"]))
def test_any_bytes_are_a_register_or_told(content: bytes, name: str) -> None:
    assert isinstance(outcome(content, name), Register | tuple)


ODD = st.sampled_from(
    ["unit", "kerk", ",", ";", '"', "\n", "\r", "2026-01-01", "0000-00-00", "\ufeff", "1", "\x85"]
)


@settings(max_examples=300)
@given(st.lists(ODD, max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "utf-32"]))
def test_any_text_below_a_header_is_a_register_or_told(pieces: list[str], encoding: str) -> None:
    for head in ("", HEAD):
        assert isinstance(outcome((head + "".join(pieces)).encode(encoding)), Register | tuple)


@pytest.mark.parametrize("start", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
@pytest.mark.parametrize("name", ["v.csv", "v.xlsx"])
@given(st.binary(max_size=300))
def test_any_bytes_after_the_mark_of_a_workbook_are_told(
    start: bytes, name: str, rest: bytes
) -> None:
    assert isinstance(outcome(start + rest, name), tuple)
