"""A register of stays: what is read from it, and every fault with its place and the way out."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal
from fractions import Fraction
from io import BytesIO
from itertools import pairwise
from typing import Any
from unicodedata import normalize
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from igs_costshare.errors import MOST_PROBLEMS, InputError, dotted
from igs_costshare.staying import sheet, source
from igs_costshare.staying.lodgings import Body, Home, Lodgings
from igs_costshare.staying.reader import register_of
from igs_costshare.staying.register import Register, Stay
from igs_costshare.staying.summary import Counted, Longest, Referred, summary_of
from igs_costshare.wording.language import language
from igs_costshare.wording.problems import problem_text

PRICES = ((1, Decimal(16)), (2, Decimal(18)))
LODGINGS = Lodgings(
    year=2026,
    count="nights",
    homes=(
        Home("kerk", "Kerkstraat 1", "stad", PRICES),
        Home("dok", "Dok", "stad", PRICES),
        Home("plein", "Plein", "caw", PRICES),
        Home("park", "Plein", "caw", None),
    ),
    partners=(
        Body("stad", "Stad", "44021", 0),
        Body("dorp", "Het Dorp", None, 2),
        Body("caw", "CAW", None, 0),
        Body("gast", None, None, 0),
    ),
    referrer_needed=True,
)
IN_DAYS = LODGINGS._replace(count="days")
HEAD = "unit,owner,referrer,persons,from,until,stay\n"


def read(rows: str, lodgings: Lodgings = LODGINGS, head: str = HEAD) -> Register:
    return register_of((head + rows).encode(), "v.csv", lodgings)


def told(
    content: str | bytes, lodgings: Lodgings = LODGINGS, name: str = "v.csv", code: str = "en"
) -> str:
    """The problems of a register, as a person reads them."""
    with pytest.raises(InputError) as caught:
        register_of(content.encode() if isinstance(content, str) else content, name, lodgings)
    return "\n".join(problem_text(each, language(code)) for each in caught.value.problems)


def warned(register: Register, code: str = "en") -> str:
    return "\n".join(problem_text(each, language(code)) for each in register.warnings)


def workbook(*rows: list[Any]) -> bytes:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in rows:
        page.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = BytesIO()
    book.save(file)
    return file.getvalue()


# ------------------------------------------------------------------ what is read


def test_stays_are_read_and_their_nights_within_the_year_summed() -> None:
    register = read(
        "kerk,,stad,2,2026-03-14,2026-03-17,a-1\n"
        "kerk,,dorp,1,2025-12-30,02/01/2026,\n"
        ",dorp,dorp,3,30/12/2026,,b\n"
        ",dorp,dorp,3,2026-12-30,2027-02-01,c\n"
    )
    assert list(register.stays) == [
        Stay("kerk", "stad", "stad", 2, date(2026, 3, 14), date(2026, 3, 17), "a-1", 2),
        Stay("kerk", "stad", "dorp", 1, date(2025, 12, 30), date(2026, 1, 2), None, 3),
        Stay(None, "dorp", "dorp", 3, date(2026, 12, 30), None, "b", 4),
        Stay(None, "dorp", "dorp", 3, date(2026, 12, 30), date(2027, 2, 1), "c", 5),
    ]
    assert register.nights.unit == {"kerk": {"stad": {2: 3}, "dorp": {1: 1}}}
    assert register.nights.owner == {"dorp": {"dorp": {3: 4}}}
    assert register.warnings == ()
    assert len(register) == 4
    assert (register.name, register.lodgings) == ("v.csv", LODGINGS)


@pytest.mark.parametrize(
    ("came", "left", "nights", "days"),
    [
        ("2026-03-14", "2026-03-17", 3, 4),
        ("2026-03-14", "2026-03-14", 0, 1),
        ("2026-12-31", "", 1, 1),
        ("2026-01-01", "", 365, 365),
        ("2020-01-01", "", 365, 365),
        ("2020-01-01", "2026-01-01", 0, 1),
        ("2026-12-31", "2027-01-01", 1, 1),
        ("2020-01-01", "2025-12-31", 0, 0),
        ("2027-01-01", "", 0, 0),
        ("2027-01-01", "2027-01-02", 0, 0),
    ],
)
def test_only_what_lies_within_the_year_counts(
    came: str, left: str, nights: int, days: int
) -> None:
    row = f"kerk,,stad,1,{came},{left},\n"
    for lodgings, number in ((LODGINGS, nights), (IN_DAYS, days)):
        expected = {"kerk": {"stad": {1: number}}} if number else {}
        assert read(row, lodgings).nights.unit == expected


@given(
    came=st.dates(date(2025, 10, 1), date(2027, 3, 1)),
    length=st.integers(0, 500),
    count=st.sampled_from(["nights", "days"]),
)
def test_nights_are_those_of_a_calendar_ticked_day_by_day(
    came: date, length: int, count: Any
) -> None:
    left = date.fromordinal(came.toordinal() + length)
    last = left.toordinal() + (count == "days")
    ticked = sum(date.fromordinal(day).year == 2026 for day in range(came.toordinal(), last))
    row = f"kerk,,stad,1,{came},{left},\n"
    nights = read(row, LODGINGS._replace(count=count)).nights
    assert nights.unit == ({"kerk": {"stad": {1: ticked}}} if ticked else {})


@pytest.mark.parametrize("cell", ["kerk", " KERK ", "kerkstraat 1", "Kerkstraat  1"])
def test_a_home_answers_to_its_id_and_its_name(cell: str) -> None:
    assert [each.unit for each in read(f"{cell},,stad,1,2026-01-01,,\n").stays] == ["kerk"]


@pytest.mark.parametrize("cell", ["stad", "STAD", " Stad", "44021"])
def test_a_partner_answers_to_its_id_its_name_and_its_nis_code(cell: str) -> None:
    assert [each.referrer for each in read(f"kerk,,{cell},1,2026-01-01,,\n").stays] == ["stad"]


def test_a_home_and_its_owner_may_stand_together() -> None:
    assert read("kerk,44021,stad,1,2026-01-01,,\n").nights.unit == {"kerk": {"stad": {1: 365}}}


def test_an_owner_alone_stands_for_its_homes_of_one_price() -> None:
    assert read(",stad,stad,1,2026-12-31,,\n").nights.owner == {"stad": {"stad": {1: 1}}}


def test_a_referrer_may_be_absent_where_nothing_asks_for_it() -> None:
    lodgings = LODGINGS._replace(referrer_needed=False)
    register = read("kerk,1,2026-12-31,\n", lodgings, "unit,persons,from,until\n")
    assert register.nights.unit == {"kerk": {"": {1: 1}}}
    assert [each.referrer for each in register.stays] == [""]


def test_a_register_of_the_header_alone_has_no_stays() -> None:
    register = read("")
    assert (len(register), register.nights.unit, register.warnings) == (0, {}, ())


HEADS = (
    "unit,owner,referrer,persons,from,until,stay",
    "UNIT,Owner,Referrer,PERSONS,From,Until,Stay",
    "woning,eigenaar,doorverwijzer,personen,aankomst,vertrek,verblijf",
    "Woning,Eigenaar,Toeleider,Personen,Van,Tot,Verblijf",
)


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("mark", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("quote", ["", '"'])
def test_a_register_is_the_same_however_it_is_written(
    head: str, mark: str, end: str, encoding: str, quote: str
) -> None:
    lodgings = LODGINGS._replace(homes=(Home("cafe", "Café – één", "stad", PRICES),))
    rows = [head, "Café – één,,stad,2,2026-03-14,2026-03-17,a", ",dorp,dorp,1,2026-01-01,,"]
    cells = [[f"{quote}{cell}{quote}" for cell in row.split(",")] for row in rows]
    text = end.join(mark.join(row) for row in cells) + end
    register = register_of(text.encode(encoding), "v.csv", lodgings)
    assert register.nights.unit == {"cafe": {"stad": {2: 3}}}
    assert [each.line for each in register.stays] == [2, 3]
    assert register.fingerprint == SAME


SAME = register_of(
    b"stay;until;from;persons;referrer;unit;owner\n"
    b";;01/01/2026;1;dorp;;Het Dorp\nb;17/3/2026;14/3/2026;2;44021;cafe;stad",
    "other.csv",
    LODGINGS._replace(homes=(Home("cafe", "Café – één", "stad", PRICES),)),
).fingerprint


def test_a_fingerprint_is_of_the_stays_and_of_nothing_else() -> None:
    row = "kerk,,stad,1,2026-01-01,2026-02-01,\n"
    others = [
        row.replace("kerk", "dok"),
        row.replace("stad", "dorp"),
        row.replace(",1,", ",2,"),
        row.replace("01-01", "01-02"),
        row.replace("02-01", "02-02"),
        row.replace("2026-02-01", ""),
        row + row,
        "",
        ",stad,stad,1,2026-01-01,2026-02-01,\n",
    ]
    prints = [read(each).fingerprint for each in (row, *others)]
    assert len(set(prints)) == len(prints)
    assert all(len(each) == 64 for each in prints)
    assert read(row.replace("\n", "code\n"), IN_DAYS).fingerprint == prints[0]
    assert prints[0] == ("78f11d3d09284e38a4bd906766cc95994f897cbaab54dd1663942a3944a49841")


def test_empty_rows_are_passed_over_and_lines_stay_true() -> None:
    register = read(
        "\n,,,,,,\nkerk,,stad,1,2026-01-01,2026-01-02,\n ,,,,,,\n\n;\n".replace(";", "")
    )
    assert [each.line for each in register.stays] == [4]
    above = register_of(f"\n,,\n{HEAD}kerk,,stad,1,2026-01-01,,".encode(), "v.csv", LODGINGS)
    assert [each.line for each in above.stays] == [4]


def test_short_rows_and_empty_columns_without_a_name_are_no_fault() -> None:
    register = read("kerk,,stad,1,2026-01-01\nkerk,,stad,1,2026-01-01,2026-01-01,,,,\n")
    assert [each.departure for each in register.stays] == [None, date(2026, 1, 1)]
    spare = read("kerk,,stad,1,2026-01-01,,,,\n", head=HEAD.replace("\n", ",,\n"))
    assert len(spare) == 1


def test_a_line_break_within_quotes_leaves_the_lines_true() -> None:
    head = 'unit,"referrer",persons,from,"until\n",stay\n'
    rows = 'kerk,stad,1,2026-01-01,2026-01-02,"a\r\n"\n"dok\n",stad,1,2026-01-01,2026-01-02,\n'
    register = read(rows, head=head)
    assert [each.line for each in register.stays] == [3, 5]


def test_codes_may_have_spaces_around_them() -> None:
    register = read("kerk,,stad,1,2026-01-01,2026-01-02, a-1 \n")
    assert [each.code for each in register.stays] == ["a-1"]


def test_many_rows_are_read_some_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = "".join(f"kerk,,stad,1,2026-01-01,2026-01-0{at % 9 + 1},\n" for at in range(200))
    whole = read(rows)
    monkeypatch.setattr(source, "CHARACTERS_AT_ONCE", 100)
    monkeypatch.setattr(source, "ROWS_AT_ONCE", 7)
    parts = register_of.__wrapped__((HEAD + rows).encode(), "v.csv", LODGINGS)
    quoted = register_of.__wrapped__(
        (HEAD + rows.replace("kerk", '"kerk"')).encode(), "v.csv", LODGINGS
    )
    for other in (parts, quoted):
        assert list(other.stays) == list(whole.stays)
        assert other.fingerprint == whole.fingerprint


def test_a_register_that_many_variants_read_is_read_once() -> None:
    content = (HEAD + "kerk,,stad,1,2026-01-01,2026-01-02,\n").encode()
    assert register_of(content, "v.csv", LODGINGS) is register_of(content, "v.csv", LODGINGS)
    assert register_of(content, "v.csv", IN_DAYS) is not register_of(content, "v.csv", LODGINGS)


# ------------------------------------------------------------------ overlaps and other years


def test_two_stays_at_a_time_in_one_home_are_told_with_both_lines_and_the_days() -> None:
    register = read(
        "kerk,,stad,1,2026-03-14,2026-03-20,\n"
        "kerk,,dorp,1,2026-03-20,,\n"
        "dok,,dorp,1,2026-03-10,2026-03-30,\n"
        "kerk,,dorp,1,2026-03-12,2026-03-16,\n"
    )
    assert warned(register) == (
        "warning: v.csv:5: from: overlaps with line 2 in home `Kerkstraat 1`: "
        "both are there from 2026-03-14 to 2026-03-15"
    )
    assert warned(register, "nl") == (
        "let op: v.csv:5: from: overlapt met regel 2 in de woning `Kerkstraat 1`: "
        "beide zijn er van 14/03/2026 tot en met 15/03/2026"
    )
    assert [each.path for each in register.warnings] == [("from",)]


def test_the_days_of_an_overlap_are_those_of_the_year() -> None:
    rows = "kerk,,stad,1,2025-12-20,2026-01-03,\nkerk,,dorp,1,2025-12-28,2026-02-01,\n"
    assert warned(read(rows)).endswith("both are there from 2026-01-01 to 2026-01-02")
    rows = "kerk,,stad,1,2026-12-20,2027-01-03,\nkerk,,dorp,2,2026-12-28,,\n"
    assert warned(read(rows)).endswith("both are there from 2026-12-28 to 2026-12-31")


@pytest.mark.parametrize("lodgings", [LODGINGS, IN_DAYS])
def test_a_stay_of_no_night_overlaps_nothing(lodgings: Lodgings) -> None:
    rows = "kerk,,stad,1,2026-03-14,2026-03-20,\nkerk,,stad,1,2026-03-16,2026-03-16,\n"
    assert read(rows, lodgings).overlaps == ()
    assert read(rows.replace("-20", "-14"), lodgings).overlaps == ()


def test_who_has_not_left_takes_the_home_to_the_end_of_the_year() -> None:
    register = read("kerk,,stad,1,2026-03-14,,\nkerk,,stad,1,2026-04-01,,\n")
    assert [(each.line, each.other, each.first, each.last) for each in register.overlaps] == [
        (3, 2, date(2026, 4, 1), date(2026, 12, 31))
    ]
    later = "kerk,,stad,1,2027-03-14,,\nkerk,,stad,1,2027-03-14,2027-03-20,\n"
    assert read(later).overlaps == ()


def test_counted_homes_take_as_many_stays_at_a_time_as_there_are() -> None:
    register = read(
        ",dorp,stad,1,2026-03-01,2026-03-10,\n"
        ",dorp,stad,1,2026-03-02,2026-03-20,\n"
        ",dorp,stad,1,2026-03-05,2026-03-30,\n"
        ",dorp,stad,1,2026-03-20,2026-03-30,\n"
    )
    assert warned(register) == (
        "warning: v.csv:4: from: one more stay than `Het Dorp` has homes: with line 2, "
        "from 2026-03-05 to 2026-03-09"
    )
    two = ",stad,stad,1,2026-03-01,2026-03-10,\n" * 2
    assert read(two).overlaps == ()
    assert len(read(two + two).overlaps) == 2


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 12)), max_size=12),
    st.sampled_from([("kerk,", 1), (",dorp", 2)]),
)
def test_a_stay_overlaps_where_more_are_there_than_homes(
    stays: list[tuple[int, int]], place: tuple[str, int]
) -> None:
    home, homes = place
    start = date(2026, 5, 1).toordinal()
    days = [(start + came, start + came + length) for came, length in stays]
    rows = "".join(
        f"{home},stad,1,{date.fromordinal(came)},{date.fromordinal(left)},\n" for came, left in days
    )
    crowded = any(
        sum(came <= night < left for came, left in days) > homes
        for night in range(start, start + 50)
    )
    overlaps = read(rows).overlaps
    assert bool(overlaps) == crowded
    for each in overlaps:
        for line in (each.line, each.other):
            came, left = days[line - 2]
            assert came <= each.first.toordinal() <= each.last.toordinal() < left


def test_homes_by_name_and_by_their_owner_are_taken_together() -> None:
    named = "kerk,,stad,1,2026-03-01,2026-03-10,\ndok,,stad,1,2026-03-02,2026-03-12,\n"
    assert read(named + ",stad,stad,1,2026-03-10,2026-03-13,\n").overlaps == ()
    register = read(named + ",stad,stad,1,2026-02-20,2026-03-13,\n")
    assert warned(register) == (
        "warning: v.csv:3: from: one more stay than `Stad` has homes: with line 2, "
        "from 2026-03-02 to 2026-03-09"
    )
    assert warned(register, "nl") == (
        "let op: v.csv:3: from: één verblijf meer dan `Stad` woningen heeft: met regel 2, "
        "van 02/03/2026 tot en met 09/03/2026"
    )


def test_two_in_one_home_take_one_home() -> None:
    register = read(
        "kerk,,stad,1,2026-03-01,2026-03-10,\nkerk,,stad,1,2026-03-05,2026-03-20,\n"
        "kerk,,stad,1,2026-03-05,2026-03-06,\n"
        ",stad,stad,1,2026-03-01,2026-03-30,\ndok,,stad,1,2026-03-15,2026-03-18,\n"
    )
    told_of = [(each.line, each.other, each.lodging.unit) for each in register.overlaps]
    assert told_of == [(3, 2, "kerk"), (4, 3, "kerk"), (6, 3, None)]


MIXED = ("kerk,", "dok,", ",stad")


@given(
    st.lists(st.tuples(st.sampled_from(MIXED), st.integers(0, 30), st.integers(0, 12)), max_size=12)
)
def test_more_stays_than_homes_are_found_however_homes_are_named(
    stays: list[tuple[str, int, int]],
) -> None:
    start = date(2026, 5, 1).toordinal()
    rows = "".join(
        f"{home},stad,1,{date.fromordinal(start + came)},{date.fromordinal(start + came + more)},\n"
        for home, came, more in stays
    )

    def taken(night: int) -> list[str]:
        return [home for home, came, more in stays if came <= night < came + more]

    def homes(night: int) -> int:
        there = taken(night)
        return len({*there} - {",stad"}) + there.count(",stad")

    overlaps = read(rows).overlaps
    crowded = any(homes(night) > 2 for night in range(50))
    assert crowded == any(each.lodging.unit is None for each in overlaps)
    twice = any(taken(night).count(home) > 1 for night in range(50) for home in MIXED[:2])
    assert twice == any(each.lodging.unit is not None for each in overlaps)
    for each in overlaps:
        for line in (each.line, each.other):
            _, came, more = stays[line - 2]
            first, last = each.first.toordinal() - start, each.last.toordinal() - start
            assert came <= first <= last < came + more
            if each.lodging.unit is None:
                assert all(homes(night) > 2 for night in (first, last))


def test_stays_of_another_year_overlap_nothing() -> None:
    rows = "kerk,,stad,1,2025-03-14,2026-01-01,\nkerk,,stad,1,2025-03-14,2025-12-31,\n"
    assert read(rows).overlaps == ()
    assert len(read(rows.replace("2026-01-01", "")).overlaps) == 0
    assert len(read(rows.replace("2026-01-01", "").replace("2025-12-31", "")).overlaps) == 1


def test_a_stay_of_another_year_deserves_a_look() -> None:
    register = read(
        "kerk,,stad,1,2025-03-14,2025-12-31,\n"
        "kerk,,stad,1,2025-12-31,2026-01-01,\n"
        "kerk,,stad,1,2027-01-01,,\n"
    )
    assert warned(register) == (
        "warning: v.csv:2: from: no day of this stay lies in 2026\n"
        "warning: v.csv:4: from: no day of this stay lies in 2026"
    )
    assert register.nights.unit == {}


LOOK = "hint: is it one stay, then take one of both rows out"
OWN_CODE = "hint: give each stay a code of its own; is it one stay, then take one of both rows out"


def test_a_stay_that_stands_there_twice_deserves_a_look() -> None:
    register = read(
        ",dorp,stad,1,2026-03-14,2026-03-20,a\n,dorp,stad,2,2026-03-14,2026-03-20,a\n"
        "kerk,,stad,1,2026-05-01,2026-05-03,a\n,dorp,stad,1,2026-03-14,2026-03-20,b\n"
        "kerk,,stad,1,2026-05-04,,c\nkerk,,stad,1,2025-05-04,2025-05-05,c\n"
    )
    assert warned(register) == (
        f"warning: v.csv:3: stay: is line 2 once more: the same code, home and days\n{LOOK}\n"
        f"warning: v.csv:4: stay: has the same code as line 2\n{OWN_CODE}\n"
        "warning: v.csv:5: from: one more stay than `Het Dorp` has homes: with line 2, "
        "from 2026-03-14 to 2026-03-19\n"
        "warning: v.csv:7: from: no day of this stay lies in 2026"
    )
    assert "v.csv:3: stay: is regel 2 nog eens: dezelfde code, woning en d" in warned(
        register, "nl"
    )
    assert "v.csv:4: stay: heeft dezelfde code als regel 2\n" in warned(register, "nl")
    assert "v.csv:3: stay: répète la ligne 2" in warned(register, "fr")
    assert "v.csv:4: stay: a le même code que la ligne 2\n" in warned(register, "fr")


def test_what_ends_on_new_years_day_has_no_night_that_comes_back() -> None:
    before = ",dorp,stad,1,2025-12-20,2026-01-01,a\n"
    rows = f"{before},dorp,stad,1,2026-01-01,2026-03-20,a\n"
    assert warned(read(rows)) == ""
    assert warned(read(rows, IN_DAYS)).startswith(
        "warning: v.csv:3: stay: has the same code as line 2\n"
    )
    assert warned(read(before + before)) == ""


def test_a_row_without_a_code_is_told_twice_where_a_home_has_no_name() -> None:
    row = ",dorp,stad,1,2026-03-14,2026-03-20,\n"
    assert warned(read(row + row)) == (
        f"warning: v.csv:3: says in every column what line 2 says\n{LOOK}"
    )
    assert warned(read(row + row), "nl").startswith(
        "let op: v.csv:3: zegt in elke kolom hetzelfde als regel 2\n"
    )
    assert warned(read(row + row.replace("1,2026", "2,2026"))) == ""
    assert warned(read(row + row.replace("stad", "gast"))) == ""
    named = "kerk,,stad,1,2026-03-14,2026-03-20,\n"
    assert warned(read(named + named)).count("warning") == 1
    old = row.replace("2026", "2025")
    assert "says" not in warned(read(old + old))


def test_a_day_far_from_the_year_deserves_a_look() -> None:
    register = read(
        "kerk,,stad,1,1026-01-01,2026-01-05,\nkerk,,stad,1,2026-02-11,2062-03-11,\n"
        "dok,,stad,1,2021-01-01,2027-12-31,\nplein,caw,stad,1,2020-12-31,2028-01-01,\n"
        "dok,,stad,1,1985-01-01,1985-01-02,\n"
    )
    assert warned(register) == (
        "warning: v.csv:2: from: the arrival lies before 2021\n"
        "hint: look whether the year is right\n"
        "warning: v.csv:3: until: the departure lies after 2027\n"
        "hint: look whether the year is right; leave the cell empty where somebody was still there "
        "at the end of the year\n"
        "warning: v.csv:5: from: the arrival lies before 2021\n"
        "hint: look whether the year is right\n"
        "warning: v.csv:5: until: the departure lies after 2027\n"
        "hint: look whether the year is right; leave the cell empty where somebody was still there "
        "at the end of the year\n"
        "warning: v.csv:6: from: no day of this stay lies in 2026"
    )
    assert "from: de aankomst ligt voor 2021\ntip: kijk na of het jaartal klopt\n" in warned(
        register, "nl"
    )
    assert "until: le départ se situe après 2027\n" in warned(register, "fr")


def test_the_first_and_the_last_year_there_are_have_no_others() -> None:
    for year in (1, 9999):
        register = read(f"kerk,,stad,1,{year:04}-01-01,,\n", LODGINGS._replace(year=year))
        assert register.warnings == ()


def test_more_warnings_than_anybody_reads_are_cut_off() -> None:
    row = "kerk,,stad,1,2025-01-01,2025-01-02,\n"
    told_of = read(row * (MOST_PROBLEMS + 5)).warnings
    assert len(told_of) == MOST_PROBLEMS + 1
    assert problem_text(told_of[-1], language("en")) == (
        "warning: v.csv: has more that deserves a look: these are the first 10,000"
    )
    lines = [each.place.line for each in told_of[:-1] if each.place]
    assert all(one <= other for one, other in pairwise(lines))


# ------------------------------------------------------------------ the summary


def test_the_summary_counts_stays_and_nights_and_tells_the_longest() -> None:
    summary = summary_of(
        read(
            "kerk,,stad,2,2025-12-22,2026-01-11,lang\n"
            "kerk,,stad,1,2026-02-01,2026-02-08,\n"
            "dok,,dorp,1,2026-12-20,,open\n"
            ",dorp,stad,2,2026-12-31,2027-01-02,\n"
            "dok,,gast,2,2024-01-01,2025-12-31,oud\n"
        )
    )
    assert summary.units == {"kerk": Counted(2, 17), "dok": Counted(1, 12)}
    assert summary.owners == {"dorp": Counted(1, 1)}
    assert summary.referrers == {
        "stad": Referred(3, {1: 7, 2: 11}),
        "dorp": Referred(1, {1: 12}),
    }
    assert summary.mean_nights == Fraction(27, 2)
    assert summary.longest == Longest("lang", "kerk", "stad", 20, 2)
    assert summary.still_there == 2
    assert summary.overlaps == ()


def test_a_register_without_stays_has_no_mean_and_no_longest() -> None:
    summary = summary_of(read(""))
    assert (summary.mean_nights, summary.longest, summary.still_there) == (None, None, 0)
    open_only = summary_of(read("kerk,,stad,1,2026-12-01,,\n"))
    assert open_only.mean_nights is None
    assert open_only.longest == Longest(None, "kerk", "stad", 31, 2)


# ------------------------------------------------------------------ faults of cells

DAYS = "hint: write a day as year-month-day, `2026-03-14`, or as day/month/year, `14/03/2026`"
PERSONS = "hint: write a number, such as `3`"
NO_DORPP = "owner: there is no partner `dorpp`\nhint: did you mean `dorp`?"
MONTH_FIRST = "the month seems to stand before the day"
YEAR_FIRST = (
    "hint: give the whole column the format year-month-day, `2026-03-31`, and save again: "
    "a day such as `01/02/2026` would be read wrongly too"
)
LEAVE_EMPTY = (
    "hint: leave the cell empty where somebody was still there at the end of the year; "
    "else write a day as year-month-day, `2026-03-14`, or as day/month/year, `14/03/2026`"
)
OPEN = ("nog aanwezig", "?", "heden", "-")
FAULTS = [
    ("kerks,,stad,1,2026-01-01,,", "unit: there is no home `kerks`\nhint: did you mean `kerk`?"),
    (
        "x,,stad,1,2026-01-01,,",
        "unit: there is no home `x`\nhint: known: `kerk`, `dok`, `plein`, `park`",
    ),
    (
        "Jan Peeters,,stad,1,2026-01-01,,",
        "unit: no home has this id or name\nhint: known: `Kerkstraat 1`, `Dok`, `Plein`, `park`",
    ),
    (
        "dorp,,stad,1,2026-01-01,,",
        "unit: there is no home `dorp`\nhint: that is a partner: write it in the column `owner`",
    ),
    (
        ",,stad,1,2026-01-01,,",
        "unit: no home is named, nor an owner",
    ),
    (
        "kerk,dorp,stad,1,2026-01-01,,",
        (
            "owner: home `kerk` belongs to `stad`, not to this owner\n"
            "hint: leave the owner out: it follows from the home"
        ),
    ),
    (
        "kerk,dorpp,stad,1,2026-01-01,,",
        NO_DORPP,
    ),
    (
        ",dorpp,stad,1,2026-01-01,,",
        NO_DORPP,
    ),
    (
        ",caw,stad,1,2026-01-01,,",
        "owner: the homes of `caw` differ in price\nhint: name the home: `plein`, `park`",
    ),
    (",gast,stad,1,2026-01-01,,", "owner: `gast` has no homes"),
    ("kerk,,,1,2026-01-01,,", "referrer: no referrer is named"),
    (
        "kerk,,Mevrouw Maria,1,2026-01-01,,",
        (
            "referrer: no partner has this id, name or NIS code\n"
            "hint: known: `Stad`, `Het Dorp`, `CAW`, `gast`"
        ),
    ),
    ("kerk,,stad,,2026-01-01,,", f"persons: the number of persons is missing\n{PERSONS}"),
    ("kerk,,stad,2.5,2026-01-01,,", f"persons: must be a whole number of persons\n{PERSONS}"),
    ("kerk,,stad,twee,2026-01-01,,", f"persons: must be a whole number of persons\n{PERSONS}"),
    ("kerk,,stad,²,2026-01-01,,", f"persons: must be a whole number of persons\n{PERSONS}"),
    ("kerk,,stad,0,2026-01-01,,", "persons: must be at least 1"),
    ("kerk,,stad,-2,2026-01-01,,", "persons: must be at least 1"),
    ("kerk,,stad,100,2026-01-01,,", "persons: must be at most 99"),
    ("kerk,,stad,1,,,", f"from: no date is given\n{DAYS}"),
    ("kerk,,stad,1,2026-02-31,,", f"from: this day is not in the calendar\n{DAYS}"),
    ("kerk,,stad,1,31/02/2026,,", f"from: this day is not in the calendar\n{DAYS}"),
    ("kerk,,stad,1,2026-01-01,3/14/2026,", f"until: {MONTH_FIRST}\n{YEAR_FIRST}"),
    ("kerk,,stad,1,13/13/2026,,", f"from: this day is not in the calendar\n{DAYS}"),
    ("kerk,,stad,1,02/29/2026,,", f"from: this day is not in the calendar\n{DAYS}"),
    *((f"kerk,,stad,1,2026-01-01,{cell},", f"until: is no date\n{LEAVE_EMPTY}") for cell in OPEN),
    ("kerk,,stad,1,1-1-26,,", f"from: the year has two digits\n{DAYS}"),
    ("kerk,,stad,1,01/01/26,,", f"from: the year has two digits\n{DAYS}"),
    (
        "kerk,,stad,1,2026-01-01,46095,",
        (
            "until: seems to be the number by which Excel counts a day\n"
            "hint: format these cells as a date, and save again"
        ),
    ),
    ("kerk,,stad,1,2026-01-01 10:00:00,,", f"from: has a time beside the day\n{DAYS}"),
    ("kerk,,stad,1,2026-01-01 12:30,,", f"from: has a time beside the day\n{DAYS}"),
    ("kerk,,stad,1,14 maart,,", f"from: is no date\n{DAYS}"),
    ("kerk,,stad,1,20260314,,", f"from: is no date\n{DAYS}"),
    ("kerk,,stad,1,14.03.2026,,", f"from: is no date\n{DAYS}"),
    ("kerk,,stad,1,2026-01-02,2026-01-01,", "until: lies before the day of arrival"),
]


@pytest.mark.parametrize(("row", "expected"), FAULTS)
def test_a_faulty_cell_is_told_with_its_line_and_its_column(row: str, expected: str) -> None:
    good = "kerk,,stad,1,2026-01-01,2026-01-02,a\n"
    assert told(HEAD + good + row + "\n" + good) == f"error: v.csv:3: {expected}"


def test_a_name_of_two_homes_asks_for_the_id() -> None:
    lodgings = LODGINGS._replace(
        homes=(
            *LODGINGS.homes,
            Home("oost", "Hal", "stad", None),
            Home("west", "HAL", "stad", None),
        )
    )
    assert told(HEAD + "hal,,stad,1,2026-01-01,,\n", lodgings) == (
        "error: v.csv:2: unit: more than one has this name\nhint: write the id: `oost`, `west`"
    )


def test_a_name_of_two_partners_asks_for_the_id() -> None:
    lodgings = LODGINGS._replace(partners=(*LODGINGS.partners, Body("dorp2", "het dorp", None, 0)))
    assert told(HEAD + "kerk,,Het Dorp,1,2026-01-01,,\n", lodgings) == (
        "error: v.csv:2: referrer: more than one has this name\nhint: write the id: `dorp`, `dorp2`"
    )


def test_an_id_goes_before_a_name() -> None:
    assert read("plein,,stad,1,2026-12-31,,\n").nights.unit == {"plein": {"stad": {1: 1}}}


def test_there_may_be_no_home_with_a_name_and_very_many() -> None:
    none = LODGINGS._replace(homes=())
    assert told(HEAD + "x,,stad,1,2026-01-01,,\n", none) == (
        "error: v.csv:2: unit: there is no home `x`"
    )
    many = LODGINGS._replace(homes=tuple(Home(f"h{at}", None, "stad", None) for at in range(20)))
    assert told(HEAD + "x,,stad,1,2026-01-01,,\n", many).endswith("`h10`, `h11` …")


def test_all_faults_are_told_in_line_order_and_in_that_of_the_columns() -> None:
    rows = (
        "stay,until,from,persons,referrer,unit,owner\nx y,1-1-26,,0,,,\n,,2026-01-01,1,stad,,gast\n"
    )
    lines = [line for line in told(rows).split("\n") if line.startswith("error")]
    assert [line.split(":")[2:4] for line in lines] == [
        ["2", " stay"],
        ["2", " until"],
        ["2", " from"],
        ["2", " persons"],
        ["2", " referrer"],
        ["2", " unit"],
        ["3", " owner"],
    ]


def test_a_column_is_called_as_the_file_calls_it() -> None:
    head = "Woning;Toeleider;Personen;Aankomst;Vertrek\n"
    assert told(f"{head}kerk;stad;0;01/01/2026;\n", code="nl") == (
        "fout: v.csv:2: Personen: moet minstens 1 zijn"
    )


def test_more_faults_than_anybody_reads_are_cut_off() -> None:
    content = HEAD + "kerk,,stad,0,2026-01-01,,\n" * (MOST_PROBLEMS + 5)
    with pytest.raises(InputError) as caught:
        register_of(content.encode(), "v.csv", LODGINGS)
    assert len(caught.value.problems) == MOST_PROBLEMS + 1


@pytest.mark.parametrize("word", ["Totaal", "TOTAL:", "Subtotaal maart", "Som"])
def test_a_row_of_totals_is_told_as_such(word: str) -> None:
    assert told(f"{HEAD}kerk,,stad,1,2026-01-01,,\n{word},,,12,,,\n") == (
        "error: v.csv:3: seems to be a row of totals, not a stay\n"
        "hint: take it out: the tool adds up by itself"
    )


def test_a_home_that_is_called_as_a_total_is_a_home() -> None:
    lodgings = LODGINGS._replace(homes=(Home("totaal", None, "stad", None),))
    assert len(read("totaal,,stad,1,2026-01-01,,\n", lodgings)) == 1


@pytest.mark.parametrize("head", [HEAD, HEAD.replace("\n", ",\n")])
def test_a_cell_without_a_header_is_told(head: str) -> None:
    assert told(head + "kerk,,stad,1,2026-01-01,,a,opmerking\n") == (
        "error: v.csv:2: has a cell in a column without a header\n"
        "hint: leave it out; put a cell that holds the separator between quotes"
    )


# ------------------------------------------------------------------ faults of the header

WRITE = (
    "hint: the first row names the columns: `unit` or `owner`, `referrer`, `persons`, `from`, "
    "`until`, `stay`"
)


@pytest.mark.parametrize("content", ["", "\n\n", ";;;\n;;\n", "   "])
def test_an_empty_file_is_told(content: str) -> None:
    assert told(content) == f"error: v.csv: is empty\n{WRITE}"


def test_a_missing_column_is_told() -> None:
    assert told("stay\na\n") == "\n".join(
        f"error: v.csv:1: the column `{column}` is missing\n{WRITE}"
        for column in ("referrer", "unit", "persons", "from", "until")
    )
    unasked = LODGINGS._replace(referrer_needed=False)
    assert told("owner,persons,until\na\n", unasked) == (
        f"error: v.csv:1: the column `from` is missing\n{WRITE}"
    )


def test_a_missing_column_goes_by_its_header_in_the_language_of_the_reader() -> None:
    without = told("woning,doorverwijzer,personen,vertrek\na\n", code="nl")
    assert without.startswith("fout: v.csv:1: de kolom `aankomst` (from) ontbreekt\n")
    without = told("unit,referrer,from,until\na\n", code="fr")
    assert without.startswith("erreur\N{NO-BREAK SPACE}: v.csv:1: il manque la colonne `persons`")


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Gezinsgrootte", "personen"),
        ("begin", "aankomst"),
        ("start", "aankomst"),
        ("Aankomstdatum", "aankomst"),
        ("einde", "vertrek"),
        ("vertrekdatum", "vertrek"),
        ("gemeente", "doorverwijzer"),
        ("persoonen", "personen"),
        ("arrivée", "from"),
        ("départ", "until"),
        ("de\u0301part", "until"),
        ("Aantal personen", "personen"),
        ("Pers.", "personen"),
        ("Aantal persoonen", "personen"),
        ("Datum aankomst", "aankomst"),
        ("Datum van", "aankomst"),
        ("aankomst:", "aankomst"),
        ("Check-in", "from"),
        ("Datum vertrek", "vertrek"),
        ("Vertrek*", "vertrek"),
        ("tot en met", "vertrek"),
        ("t.e.m.", "vertrek"),
        ("t/m", "vertrek"),
        ("Toeleider OCMW", "toeleider"),
        ("toeleidende partner", "toeleider"),
        ("Doorverwijzer/toeleider", "doorverwijzer"),
        ("OCMW", "doorverwijzer"),
        ("Eigenaar woning", "eigenaar"),
    ],
)
def test_a_header_that_was_probably_meant_as_another_is_told_so(header: str, meant: str) -> None:
    assert told(f"stay,unit,{header}\na\n", code="nl").startswith(
        f"fout: v.csv:1: {dotted((header,))}: is geen kolom van een register\n"
        f"tip: noem ze `{meant}`, als er "
    )


@pytest.mark.parametrize(
    ("header", "meant"),
    [
        ("Nr.", "verblijf"),
        ("Dossiernummer", "verblijf"),
        ("code", "verblijf"),
        ("Nr van", "verblijf"),
    ],
)
def test_a_number_may_be_the_code_of_a_stay(header: str, meant: str) -> None:
    assert told(f"unit,referrer,persons,from,until,{header}\n") == (
        f"error: v.csv:1: {dotted((header,))}: is no column of a register\n"
        f"hint: call it `{meant}` if it holds a code of the stay"
    )


@pytest.mark.parametrize(
    ("header", "code", "words"),
    [
        ("Noodwoning", "nl", "noem ze `woning`, als er de woning in staat"),
        ("Noodwoning", "fr", "appelez-la `woning`, si elle contient le logement"),
        ("Noodwoning", "en", "call it `woning` if it holds the home"),
    ],
)
def test_a_header_is_named_though_few_others_are_known(header: str, code: str, words: str) -> None:
    said = told(f"personen,{header},Jan Peeters\na\n", code=code)
    assert words in said
    assert said.count(f"`{header}`") == 0
    assert "Peeters" not in said


@pytest.mark.parametrize(
    "header",
    [
        *("Naam", "Naam van de bewoner", "Geboortedatum personen", "Telefoon woning", "dagen"),
        *("Opmerkingen vertrek", "Woning nr", "Nachten", "Kerk", "Stad"),
    ],
)
def test_another_header_is_left_out(header: str) -> None:
    assert told(f"woning,referrer,persons,from,until,{header}\n") == (
        f"error: v.csv:1: {dotted((header,))}: is no column of a register\n"
        "hint: leave it out: the tool needs no personal data"
    )


def test_a_column_that_is_there_already_was_not_meant() -> None:
    assert told("unit,referrer,personen,gezinsgrootte,from,until\n") == (
        "error: v.csv:1: gezinsgrootte: is no column of a register\n"
        "hint: leave it out: the tool needs no personal data"
    )


@pytest.mark.parametrize("midnight", [" 0:00", " 00:00", " 00:00:00", "T00:00:00", " 00:00:00.000"])
def test_midnight_that_a_spreadsheet_program_adds_is_no_time(midnight: str) -> None:
    row = f"kerk,,stad,1,14/03/2026{midnight},2026-03-20{midnight},\n"
    (stay,) = read(row).stays
    assert (str(stay.arrival), str(stay.departure)) == ("2026-03-14", "2026-03-20")


def test_a_suggestion_has_the_name_as_the_file_writes_it() -> None:
    assert told(HEAD + "Kerkstrat 1,,stad,1,2026-01-01,,\n").endswith(
        "\nhint: did you mean `Kerkstraat 1`?"
    )


def test_a_column_that_the_tool_does_not_need_is_refused_beside_the_faults_of_rows() -> None:
    assert told(
        "unit;Naam;referrer;persons;from;until;Geboortedatum\nkerk;Jan;stad;0;2026-01-01;;1985-07-30\n"
    ) == (
        "error: v.csv:1: Naam: is no column of a register\n"
        "hint: leave it out: the tool needs no personal data\n"
        "error: v.csv:1: Geboortedatum: is no column of a register\n"
        "hint: leave it out: the tool needs no personal data\n"
        "error: v.csv:2: persons: must be at least 1"
    )


@pytest.mark.parametrize("head", ["85.07.30-033.28", "1985-07-30", "x" * 41, "a\u202eb"])
def test_a_header_that_may_tell_who_somebody_is_goes_by_its_number(head: str) -> None:
    assert told(f"unit;referrer;persons;from;until;{head}\n") == (
        "error: v.csv:1: column 6 is none of a register\n"
        "hint: leave it out: the tool needs no personal data"
    )


def test_a_column_may_stand_there_once() -> None:
    assert told("unit,referrer,persons,from,until,Van\n") == (
        "error: v.csv:1: Van: is the same column as `from`\nhint: keep one of them"
    )


def test_a_file_without_headers_is_not_quoted() -> None:
    assert told("Jan Peeters;1985-07-30;kerk\nAn;1990-01-01;kerk\n") == (
        f"error: v.csv:1: no cell of this row is the name of a column\n{WRITE}"
    )


@pytest.mark.parametrize("mark", ["|", ":", "~", " "])
def test_another_mark_between_the_cells_is_told(mark: str) -> None:
    content = f"{HEAD.replace(',', mark)}kerk{mark}stad{mark}1\n"
    assert told(content) == (
        "error: v.csv:1: something else than `;`, `,` or a tab stands between the cells of this "
        "row\nhint: save it with `;`, `,` or a tab between the cells"
    )
    assert told(content, code="nl") == (
        "fout: v.csv:1: tussen de cellen van deze rij staat iets anders dan `;`, `,` of een tab\n"
        "tip: bewaar het met `;`, `,` of een tab tussen de cellen"
    )
    assert "séparées par autre chose que" in told(content, code="fr")


def test_months_before_days_are_told_once_for_each_column() -> None:
    rows = (
        "kerk,,stad,1,01/02/2026,01/13/2026,\nkerk,,stad,1,02/13/2026,03/31/2026,\n"
        "kerk,,stad,0,02/14/2026,04/05/2026,\nkerk,,stad,1,13/03/2026,31/02/2026,\n"
        "kerk,,stad,1,02/28/2026,,\n"
    )
    assert told(HEAD + rows) == (
        f"error: v.csv:2: until: {MONTH_FIRST}, in 2 rows from this one on\n{YEAR_FIRST}\n"
        f"error: v.csv:3: from: {MONTH_FIRST}, in 3 rows from this one on\n{YEAR_FIRST}\n"
        "error: v.csv:4: persons: must be at least 1\n"
        f"error: v.csv:5: until: this day is not in the calendar\n{DAYS}"
    )
    said = told(HEAD + rows, code="nl")
    assert "until: de maand lijkt voor de dag te staan, in 2 rijen vanaf deze\ntip: geef" in said
    assert "le mois semble précéder le jour, dans 3 lignes" in told(HEAD + rows, code="fr")


def test_months_before_days_are_counted_through_all_batches(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(source, "CHARACTERS_AT_ONCE", 100)
    rows = "kerk,,stad,1,02/13/2026,,\n" * 50
    with pytest.raises(InputError) as caught:
        register_of.__wrapped__((HEAD + rows).encode(), "v.csv", LODGINGS)
    (problem,) = caught.value.problems
    assert problem_text(problem, language("nl")).startswith(
        "fout: v.csv:2: from: de maand lijkt voor de dag te staan, in 50 rijen vanaf deze\n"
    )


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("of_file", ["NFC", "NFD"])
def test_accents_are_the_same_however_they_are_written(form: Any, of_file: Any) -> None:
    home = Home("cafe", normalize(of_file, "Café – één"), "stad", PRICES)
    row = normalize(form, "CAFÉ – één,,stad,1,2026-12-31,,\n")
    assert read(row, LODGINGS._replace(homes=(home,))).nights.unit == {"cafe": {"stad": {1: 1}}}


@pytest.mark.parametrize(
    ("cell", "column", "words"),
    [
        ("Dorpp", "referrer", "did you mean `Het Dorp`?"),
        ("dorpp", "referrer", "did you mean `dorp`?"),
        ("Het Dorpp", "referrer", "did you mean `Het Dorp`?"),
        ("Gasst", "referrer", "did you mean `gast`?"),
        ("Pleinn", "unit", "did you mean `Plein`?"),
        ("Parkk", "unit", "did you mean `park`?"),
        ("Kerkk", "unit", "did you mean `Kerkstraat 1`?"),
    ],
)
def test_a_suggestion_is_a_name_where_a_name_was_typed(cell: str, column: str, words: str) -> None:
    cells = {"unit": "kerk", "referrer": "stad", column: cell}
    row = f"{HEAD}{cells['unit']},,{cells['referrer']},1,2026-01-01,,\n"
    assert told(row).endswith(f"\nhint: {words}")


def test_titles_above_the_header_are_told() -> None:
    assert told(f"Verblijven 2026,,,\n,,,\n{HEAD}kerk,,stad,1,2026-01-01,,\n") == (
        "error: v.csv:1: this row does not name the columns; row 3 seems to\n"
        "hint: take out the rows above the names of the columns"
    )


# ------------------------------------------------------------------ files that cannot be read

QUOTES = (
    "a quotation mark is not closed, or something follows it in its cell\n"
    "hint: put the whole cell between quotes, and write a quotation mark within it twice"
)


def test_a_quotation_mark_that_is_not_closed_is_told_after_the_rows_before_it() -> None:
    rows = 'kerk,,stad,0,2026-01-01,,\n"kerk\n",,stad,1,2026-01-01,,\n"kerk"s,,stad,1,,,\n'
    assert told(HEAD + rows) == (
        f"error: v.csv:2: persons: must be at least 1\nerror: v.csv:5: {QUOTES}"
    )
    assert told('"unit') == f"error: v.csv:1: {QUOTES}"
    assert told('"' + "x" * 200_000) == f"error: v.csv:1: {QUOTES}"


def test_what_is_no_text_is_told() -> None:
    assert told(b"unit\0,x") == ("error: v.csv: is no text\nhint: save the register as CSV (UTF-8)")


def test_a_workbook_with_a_password_is_told() -> None:
    assert told(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", name="v.xlsx") == (
        "error: v.xlsx: is protected by a password, or an old workbook (.xls)\n"
        "hint: save it as .xlsx without a password, or as CSV"
    )


NO_WORKBOOK = (
    "error: v.xlsx: is no workbook that can be read\n"
    "hint: open it in a spreadsheet program, and save it as .xlsx or as CSV"
)


def packed(**files: bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [b"", b"unit,owner", b"PK\x03\x04", workbook(["unit"])[:-300], packed(x=b"y")],
    ids=["empty", "text", "mark", "cut off", "another packed file"],
)
def test_what_is_no_workbook_is_told(content: bytes) -> None:
    assert told(content, name="v.xlsx") == NO_WORKBOOK


def test_a_workbook_that_is_damaged_within_is_told() -> None:
    content = bytearray(workbook(["unit", "persons"], ["kerk", 1]))
    at = content.index(b"xl/worksheets/sheet1.xml") + 40
    content[at : at + 20] = bytes(20)
    assert told(bytes(content), name="v.xlsx") == NO_WORKBOOK


TOO_LARGE = (
    "error: v.xlsx: is larger than a register of stays\nhint: save the register as CSV (UTF-8)"
)


def test_a_workbook_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_BYTES", 10_000)
    assert told(packed(x=bytes(20_000)), name="v.xlsx") == TOO_LARGE


def test_a_workbook_with_cells_far_apart_is_refused() -> None:
    book = Workbook()
    assert book.active is not None
    book.active["XFD1048576"] = 1
    assert told(saved(book), name="v.xlsx") == TOO_LARGE


def test_a_workbook_whose_texts_repeat_without_end_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cells = b"".join(b'<c r="A%d" t="s"><v>0</v></c>' % at for at in range(1, 50))
    content = packed(
        **{
            "xl/sharedStrings.xml": b"<si><t>" + b"x" * 5_000 + b"</t></si>",
            "xl/worksheets/sheet1.xml": b"<sheetData>" + cells,
        }
    )
    monkeypatch.setattr(sheet, "MOST_BYTES", 100_000)
    assert told(content, name="v.xlsx") == TOO_LARGE


PAGE = (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    '{row}<c {r}="{at}" t="inlineStr"><is><t>r="ZZZZ1"</t></is></c></row></sheetData></worksheet>'
)


def with_page(page: str) -> bytes:
    """A workbook of which the first sheet is another."""
    whole = BytesIO(workbook(["unit"]))
    with ZipFile(whole) as packed_before:
        parts = {name: packed_before.read(name) for name in packed_before.namelist()}
    parts["xl/worksheets/sheet1.xml"] = page.encode()
    return packed(**parts)


@pytest.mark.parametrize(
    ("place", "row"),
    [
        *(("ZZZZZZ99", "<row>"), ("A9999999999", "<row>"), ("a999999999", "<row>")),
        *(("xfd9999999", "<row>"), ("ZZZZ2", "<row>"), ("XFE1", "<row>"), ("A1048577", "<row>")),
        *(("2A", "<row>"), ("", "<row>"), ("&#65;99999999", "<row>")),
        *(("A1", '<row r="4294967295">'), ("A1", "<row r = '1048577'>"), ("A1", '<row r="0A">')),
    ],
)
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_cell_at_no_place_in_a_sheet_is_refused(place: str, row: str, prefix: str) -> None:
    page = PAGE.format(row=row, r="r", at=place)
    page = page.replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
    page = page.replace("xmlns=", "xmlns:x=") if prefix else page
    assert told(with_page(page), name="v.xlsx") == NO_WORKBOOK


def test_a_place_in_small_letters_is_one_and_a_text_is_none() -> None:
    page = PAGE.format(row="<row>", r="r", at="xfd1")
    no_header = "error: v.xlsx:1: no cell of this row is the name of a column"
    assert told(with_page(page), name="v.xlsx") == f"{no_header}\n{WRITE}"
    far = PAGE.format(row="<row>", r="r", at="xfd1048576")
    assert told(with_page(far), name="v.xlsx") == TOO_LARGE


@pytest.mark.parametrize("within", ["content.xml", "xl/workbook.bin"])
def test_another_kind_of_sheet_is_no_workbook(within: str) -> None:
    assert told(packed(**{within: b""}), name="v.xlsx") == NO_WORKBOOK


# ------------------------------------------------------------------ sheets

TITLES = ["Woning", "Doorverwijzer", "Personen", "Aankomst", "Vertrek", "Verblijf"]


def test_a_sheet_has_dates_numbers_and_formulas() -> None:
    content = workbook(
        TITLES,
        ["kerk", 44021, 2, date(2026, 3, 14), datetime.fromisoformat("2026-03-17"), 12],
        [],
        ["dok", "stad", 1.0, "2026-03-14", "15/03/2026", "b"],
        ["dok", "stad", 1, date(2026, 12, 31), None, None],
        [None, " "],
    )
    register = register_of(content, "v.xlsx", LODGINGS)
    assert list(register.stays) == [
        Stay("kerk", "stad", "stad", 2, date(2026, 3, 14), date(2026, 3, 17), "12", 2),
        Stay("dok", "stad", "stad", 1, date(2026, 3, 14), date(2026, 3, 15), "b", 4),
        Stay("dok", "stad", "stad", 1, date(2026, 12, 31), None, None, 5),
    ]
    text = (
        "unit,referrer,persons,from,until\ndok,stad,1,2026-03-14,2026-03-15\n"
        "kerk,stad,2,2026-03-14,2026-03-17\ndok,stad,1,2026-12-31,\n"
    )
    same = register_of(text.encode(), "v.csv", LODGINGS)
    assert same.fingerprint == register.fingerprint


def test_rows_of_a_sheet_are_counted_from_its_top() -> None:
    content = workbook([], [], TITLES, ["kerk", "stad", 0, date(2026, 1, 1), time(12), None])
    assert told(content, name="v.xlsx") == (
        "error: v.xlsx:4: Personen: must be at least 1\n"
        f"error: v.xlsx:4: Vertrek: is no date\n{LEAVE_EMPTY}"
    )


HALF_PAST = datetime.fromisoformat("2026-03-14 12:30")


def test_a_time_and_a_bare_number_in_a_sheet_are_told() -> None:
    content = workbook(TITLES, ["kerk", "stad", 2.5, HALF_PAST, 46095, True])
    assert told(content, name="v.xlsx") == (
        f"error: v.xlsx:2: Personen: must be a whole number of persons\n{PERSONS}\n"
        f"error: v.xlsx:2: Aankomst: has a time beside the day\n{DAYS}\n"
        "error: v.xlsx:2: Vertrek: seems to be the number by which Excel counts a day\n"
        "hint: format these cells as a date, and save again"
    )


def test_an_empty_sheet_is_told() -> None:
    assert told(workbook(), name="v.xlsx") == f"error: v.xlsx: is empty\n{WRITE}"
