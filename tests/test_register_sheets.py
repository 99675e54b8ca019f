"""Workbooks as people bring them: cells without a value, and stays on other sheets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook
from openpyxl.chartsheet import Chartsheet

from command import run
from igs_costshare.filling.data import data_of
from igs_costshare.staying import sheet, unread
from igs_costshare.staying.reader import register_of
from igs_costshare.staying.unread import ERROR, UNSAVED, plain, unread_in
from stayed import NET, STAYS
from test_register import LODGINGS, NO_WORKBOOK, TITLES, WRITE, saved, told, warned, workbook

GOOD = ["kerk", "stad", 1, date(2026, 3, 14), date(2026, 3, 20), "a"]
ERROR_CELL = "the cell holds an error\nhint: mend the formula, or type what should stand there"
UNSAVED_CELL = (
    "the cell holds a formula whose outcome was not saved\n"
    "hint: open the workbook in a spreadsheet program, and save it again"
)


def changed(content: bytes, change: Callable[[str], str], part: str = "sheet1.xml") -> bytes:
    """A workbook with another text of one of its parts."""
    file = BytesIO()
    with ZipFile(BytesIO(content)) as before, ZipFile(file, "w", ZIP_DEFLATED) as after:
        for name in before.namelist():
            data = before.read(name)
            if name.endswith(part):
                data = change(data.decode()).encode()
            after.writestr(name, data)
    return file.getvalue()


# ------------------------------------------------------------------ cells without a value


@pytest.mark.parametrize("column", range(len(TITLES)))
@pytest.mark.parametrize(
    ("cell", "words"), [("#REF!", ERROR_CELL), ("=NA()", UNSAVED_CELL), ('=""', UNSAVED_CELL)]
)
def test_a_cell_without_a_value_is_an_error_in_its_column(
    column: int, cell: str, words: str
) -> None:
    row = [cell if at == column else good for at, good in enumerate(GOOD)]
    content = workbook(TITLES, GOOD, row)
    assert told(content, name="v.xlsx") == f"error: v.xlsx:3: {TITLES[column]}: {words}"


@pytest.mark.parametrize(
    ("code", "error", "unsaved"),
    [
        (
            "nl",
            (
                "fout: v.xlsx:2: Vertrek: in de cel staat een foutmelding\n"
                "tip: herstel de formule, of typ wat er moet staan"
            ),
            (
                "fout: v.xlsx:2: Vertrek: in de cel staat een formule waarvan de uitkomst niet "
                "bewaard is\ntip: open de werkmap in een rekenprogramma, en bewaar ze opnieuw"
            ),
        ),
        (
            "fr",
            (
                "erreur : v.xlsx:2: Vertrek: la cellule contient une erreur\n"
                "conseil : corrigez la formule, ou tapez ce qui doit y figurer"
            ),
            (
                "erreur : v.xlsx:2: Vertrek: la cellule contient une formule dont le résultat n’a "
                "pas été enregistré\n"
                "conseil : ouvrez le classeur dans un tableur, et enregistrez-le à nouveau"
            ),
        ),
    ],
)
def test_it_is_told_in_the_language_of_the_reader(code: str, error: str, unsaved: str) -> None:
    for cell, words in (("#N/A", error), ("=D2+6", unsaved)):
        content = workbook(TITLES, [*GOOD[:4], cell, "a"])
        said = told(content, name="v.xlsx", code=code).replace("\N{NO-BREAK SPACE}", " ")
        assert said == words


def test_an_owner_beside_a_home_without_a_value_does_not_take_its_stays() -> None:
    content = workbook([*TITLES, "Eigenaar"], ["#N/A", *GOOD[1:], "stad"])
    assert told(content, name="v.xlsx") == f"error: v.xlsx:2: Woning: {ERROR_CELL}"
    content = workbook([*TITLES, "Eigenaar"], [*GOOD, "=B2"])
    assert told(content, name="v.xlsx") == f"error: v.xlsx:2: Eigenaar: {UNSAVED_CELL}"


def test_rows_of_nothing_but_such_cells_are_told_below_the_last_one_too() -> None:
    content = workbook(TITLES, GOOD, [], ["#REF!", None, None, "=D2"], ["#REF!"])
    assert told(content, name="v.xlsx") == (
        f"error: v.xlsx:4: Woning: {ERROR_CELL}\n"
        f"error: v.xlsx:4: Aankomst: {UNSAVED_CELL}\n"
        f"error: v.xlsx:5: Woning: {ERROR_CELL}"
    )


def test_a_cell_in_no_column_of_the_register_may_hold_an_error() -> None:
    content = workbook([None, *TITLES], [None, *GOOD, "#REF!"], ["#N/A"], [None] * 7 + ["=H2"])
    assert len(register_of(content, "v.xlsx", LODGINGS)) == 1


@pytest.mark.parametrize("first", [1, 2, 5])
def test_a_table_may_stand_aside(first: int) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for at, (title, cell) in enumerate(zip(TITLES, [*GOOD[:4], "#REF!", "a"], strict=True)):
        page.cell(4, first + at, title)
        page.cell(5, first + at, cell)
    assert told(saved(book), name="v.xlsx") == f"error: v.xlsx:5: Vertrek: {ERROR_CELL}"


EMPTY_TEXT = '<c r="E2" t="str"><f>IF(1,"","")</f><v></v></c>'
FORMULAS = {
    EMPTY_TEXT: None,
    EMPTY_TEXT.replace("<v></v>", "<v/>"): None,
    EMPTY_TEXT.replace("<v></v>", "<v> </v>"): None,
    EMPTY_TEXT.replace("<v></v>", ""): UNSAVED,
    '<c r="E2"><f>D2+6</f><v>46101</v></c>': 0,
    '<c r="E2"><f>D2+6</f>\n<v>46101</v></c>': 0,
    '<c r="E2"><f t="shared" si="0"/><v>46101</v></c>': 0,
    '<c r="E2" t="inlineStr"><f>D2</f><is><t>2026-03-20</t></is></c>': 0,
    '<c r="E2"><f t="shared" si="0"/></c>': UNSAVED,
    '<c r="E2"><f>D2+6</f></c>': UNSAVED,
    '<c r="E2" ><f>D2+6</f> <v /> </c>': UNSAVED,
    '<c r="E2"><f>D2+6</f><v xml:space="preserve"></v></c>': UNSAVED,
    '<c t="e" r="E2"><f>NA()</f><v>#N/A</v></c>': ERROR,
    '<c r="E2" s="1" t = \'e\'><v>#REF!</v></c>': ERROR,
}


@pytest.mark.parametrize(("cell", "kind"), FORMULAS.items())
@pytest.mark.parametrize("prefix", ["", "x:"])
def test_a_formula_has_the_outcome_that_was_saved(cell: str, kind: int | None, prefix: str) -> None:
    content = workbook(TITLES, GOOD[:4])

    def with_cell(page: str) -> str:
        page = re.sub(r'(<c r="D2".*?</c>)', lambda found: found[1] + cell, page)
        if prefix:
            page = re.sub(r"<(/?)(?=\w)", r"<\1x:", page).replace("xmlns=", "xmlns:x=")
        return page

    content = changed(content, with_cell)
    if kind:
        words = {ERROR: ERROR_CELL, UNSAVED: UNSAVED_CELL}[kind]
        assert told(content, name="v.xlsx") == f"error: v.xlsx:2: Vertrek: {words}"
    elif kind == 0:
        assert unread_in(cell.encode()) == {}
    else:
        (stay,) = register_of(content, "v.xlsx", LODGINGS).stays
        assert stay.departure is None


@pytest.mark.parametrize("drop", [' r="[A-Z]+[0-9]+"', ' r="[0-9]+"', ' r="[A-Z]*[0-9]+"'])
def test_cells_that_do_not_say_where_they_stand_are_counted(drop: str) -> None:
    content = workbook(
        TITLES, GOOD, ["kerk", "stad", 1, date(2026, 3, 14), "#REF!", "a"], [*GOOD[:3], "=D2"]
    )
    assert told(changed(content, lambda page: re.sub(drop, "", page)), name="v.xlsx") == (
        f"error: v.xlsx:3: Vertrek: {ERROR_CELL}\nerror: v.xlsx:4: Aankomst: {UNSAVED_CELL}"
    )


def test_a_place_of_some_cells_goes_for_those_after_it() -> None:
    page = (
        b'<row r="3"><c r="B3"><v>1</v></c><c t="e"/><c t="e" r="F3"/></row><row><c t="e"/></row>'
    )
    assert {row: bytes(marks) for row, marks in unread_in(page).items()} == {
        3: b"\0\0\1\0\0\1",
        4: b"\1",
    }


@pytest.mark.parametrize("text", ["#N/A", "#N/B", "#VERW!", "#DIV/0!", "#NOM?", "Err:502"])
def test_a_csv_has_the_text_of_an_error(text: str) -> None:
    csv = f"unit,referrer,persons,from,until\nkerk,stad,1,2026-01-01,{text}\n"
    assert told(csv) == f"error: v.csv:2: until: {ERROR_CELL}"


@pytest.mark.parametrize(
    "path", ["/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml", "Worksheets/Sheet1.XML"]
)
def test_the_first_sheet_is_found_wherever_the_workbook_says(path: str) -> None:
    content = workbook(TITLES, [*GOOD[:4], "#REF!"])
    content = changed(
        content,
        lambda text: re.sub('Target="/xl/worksheets/sheet1.xml"', f'Target="{path}"', text),
        "workbook.xml.rels",
    )
    assert told(content, name="v.xlsx") == f"error: v.xlsx:2: Vertrek: {ERROR_CELL}"


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("xl/workbook.xml", "r:id", "rid"),
        ("workbook.xml.rels", 'Id="rId1"', 'Id="rId9"'),
        ("workbook.xml.rels", "/xl/worksheets/sheet1.xml", "/xl/worksheets/none.xml"),
    ],
)
def test_without_a_first_sheet_it_is_no_workbook(part: str, old: str, new: str) -> None:
    content = changed(workbook(TITLES, GOOD), lambda text: text.replace(old, new), part)
    assert told(content, name="v.xlsx") == NO_WORKBOOK


def test_a_sheet_of_nothing_but_cells_without_a_value_is_no_workbook(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(unread, "MOST_UNREAD", 5)
    content = workbook(TITLES, *[["#REF!", "=A1"]] * 3)
    assert told(content, name="v.xlsx") == NO_WORKBOOK


def test_errors_on_a_sheet_that_is_not_read_are_none() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(TITLES)
    page.append(GOOD)
    book.create_sheet().append([None, "#REF!", "=A1"])
    assert len(register_of(saved(book), "v.xlsx", LODGINGS)) == 1


def test_other_tables_pass_over_rows_without_a_value() -> None:
    content = workbook(["id", "inhabitants"], ["stad", 12], ["#REF!", "#REF!"])
    assert [row.cells for row in data_of(content, "d.xlsx", {"id"}).lines] == [("stad", "12")]


# ------------------------------------------------------------------ merged cells

MERGED_CELL = "the cell is merged with another\nhint: unmerge the cells, and fill in each row"


def merged(content: bytes, *ranges: str, prefix: str = "") -> bytes:
    """A workbook with merged cells, whatever stands in them."""
    cells = "".join(f'<{prefix}mergeCell ref="{each}"/>' for each in ranges)
    mark = f"</sheetData><{prefix}mergeCells>{cells}</{prefix}mergeCells>"
    return changed(content, lambda page: page.replace("</sheetData>", mark))


@pytest.mark.parametrize("column", range(len(TITLES)))
def test_a_cell_that_is_merged_with_one_above_is_an_error_in_its_column(column: int) -> None:
    letter = "ABCDEF"[column]
    row = [None if at == column else good for at, good in enumerate(GOOD)]
    content = merged(workbook(TITLES, GOOD, row), f"{letter}2:{letter}3")
    assert told(content, name="v.xlsx") == f"error: v.xlsx:3: {TITLES[column]}: {MERGED_CELL}"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (
            "nl",
            (
                "fout: v.xlsx:3: Vertrek: de cel is samengevoegd met een andere\n"
                "tip: splits de cellen, en vul elke rij in"
            ),
        ),
        (
            "fr",
            (
                "erreur : v.xlsx:3: Vertrek: la cellule est fusionnée avec une autre\n"
                "conseil : annulez la fusion des cellules, et remplissez chaque ligne"
            ),
        ),
    ],
)
def test_that_is_told_in_the_language_of_the_reader(code: str, words: str) -> None:
    content = merged(workbook(TITLES, GOOD, [*GOOD[:4], None, "b"]), "E2:E3")
    said = told(content, name="v.xlsx", code=code)
    assert said.replace("\N{NO-BREAK SPACE}", " ") == words


def test_what_is_written_by_a_program_that_merges() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for row in (TITLES, GOOD, [*GOOD[:4], None, "b"], [*GOOD[:5], "c"]):
        page.append(row)
    page.merge_cells("E2:E3")
    page.merge_cells("A2:B2")
    assert told(saved(book), name="v.xlsx") == (
        f"error: v.xlsx:2: Doorverwijzer: {MERGED_CELL}\nerror: v.xlsx:3: Vertrek: {MERGED_CELL}"
    )


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_cells_beside_and_below_a_merged_one_hold_nothing_whatever_is_hidden(prefix: str) -> None:
    content = merged(workbook(TITLES, GOOD, GOOD), "E3:D2", "B2:C2", prefix=prefix)
    assert told(content, name="v.xlsx") == (
        f"error: v.xlsx:2: Personen: {MERGED_CELL}\n"
        f"error: v.xlsx:2: Vertrek: {MERGED_CELL}\n"
        f"error: v.xlsx:3: Aankomst: {MERGED_CELL}\n"
        f"error: v.xlsx:3: Vertrek: {MERGED_CELL}"
    )


def test_headers_rows_without_anything_and_other_columns_may_be_merged() -> None:
    content = workbook(TITLES, GOOD, [], [*GOOD[:5], "b"])
    ranges = ("A1:F1", "A2:A3", "C2:C3", "H2:XFD1048576", "A5:F1048576")
    assert len(register_of(merged(content, *ranges), "v.xlsx", LODGINGS)) == 2


def test_a_table_that_stands_aside_may_have_merged_cells_too() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    for at, title in enumerate(TITLES):
        for row, cell in ((4, title), (5, GOOD[at]), (6, GOOD[at])):
            page.cell(row, 3 + at, cell)
    content = merged(saved(book), "G5:G6")
    assert told(content, name="v.xlsx") == f"error: v.xlsx:6: Vertrek: {MERGED_CELL}"


def test_cells_that_do_not_say_where_they_stand_may_be_merged() -> None:
    content = merged(workbook(TITLES, GOOD, [*GOOD[:4], None, "b"]), "A2:A3")
    content = changed(content, lambda page: re.sub(' r="[A-Z]*[0-9]+"', "", page))
    assert f"error: v.xlsx:3: Woning: {MERGED_CELL}" in told(content, name="v.xlsx")


def test_more_merged_cells_than_anybody_reads_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(TITLES, GOOD, [*GOOD[:5], "b"])
    monkeypatch.setattr(unread, "MOST_MERGED", 40)
    assert len(register_of(merged(content, *["H2:H3"] * 2), "v.xlsx", LODGINGS)) == 2
    assert told(merged(content, *["H2:H3"] * 3), name="v.xlsx") == NO_WORKBOOK


HIDDEN = '<c r="E3" t="e"/><mergeCell ref="E2:E3"/>'


@pytest.mark.parametrize("passage", [f"<!-- {HIDDEN} -->", "<!-- > --><!---->"])
def test_what_stands_in_a_comment_is_no_cell(passage: str) -> None:
    content = workbook(TITLES, GOOD, [*GOOD[:5], "b"])
    content = changed(content, lambda page: page.replace("</sheetData>", f"{passage}</sheetData>"))
    assert len(register_of(content, "v.xlsx", LODGINGS)) == 2


def test_what_only_looks_like_a_cell_is_none() -> None:
    cell = f'<c r="E3"><f>D2</f><v><![CDATA[{HIDDEN}]]></v></c>'.encode()
    assert plain(b"<?xml?><!DOCTYPE x>" + cell) == b'<?xml?><c r="E3"><f>D2</f><v>-</v></c>'
    assert unread_in(plain(cell)) == {}


@pytest.mark.parametrize("broken", ["<!-- ", "<![CDATA[", "<!DOCTYPE", "<!---->" * 4])
def test_a_passage_without_an_end_and_too_many_are_refused(
    broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unread, "MOST_UNREAD", 3)
    content = changed(workbook(TITLES, GOOD), lambda page: page + broken)
    assert told(content, name="v.xlsx") == NO_WORKBOOK


# ------------------------------------------------------------------ other sheets


def months(*sheets: Sequence[Sequence[object]]) -> bytes:
    book = Workbook()
    for at, rows in enumerate(sheets):
        page = book.create_sheet("Jan Peeters" if at else "Blad", at)
        for row in rows:
            page.append(row)
    return saved(book)


def test_sheets_that_are_not_read_are_told_by_their_numbers() -> None:
    content = months([TITLES, GOOD], [["uitleg"]], [["Februari"], TITLES, GOOD], [TITLES])
    register = register_of(content, "v.xlsx", LODGINGS)
    assert len(register) == 1
    assert warned(register) == (
        "warning: v.xlsx: only the first sheet is read; other sheets name the columns of a "
        "register too: 3, 4\nhint: put all stays on the first sheet"
    )
    assert warned(register, "nl") == (
        "let op: v.xlsx: alleen het eerste blad wordt gelezen; ook andere bladen noemen de "
        "kolommen van een register: 3, 4\ntip: zet alle verblijven op het eerste blad"
    )
    assert "d’autres feuilles nomment aussi les colonnes" in warned(register, "fr")


def test_of_many_sheets_the_first_are_named() -> None:
    said = warned(register_of(months(*[[TITLES]] * 20), "v.xlsx", LODGINGS))
    assert said.split("\n")[0].endswith(" register too: 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13 …")


def test_one_word_of_a_header_or_a_chart_is_no_register() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(TITLES)
    page.append(GOOD)
    book.create_sheet().append(["Verblijf", "in 2025"])
    assert isinstance(book.create_chartsheet(), Chartsheet)
    assert register_of(saved(book), "v.xlsx", LODGINGS).warnings == ()


def test_a_sheet_that_is_not_there_is_none_that_is_read() -> None:
    content = changed(
        months([TITLES, GOOD], [TITLES]),
        lambda text: text.replace("sheet2.xml", "none.xml"),
        "workbook.xml.rels",
    )
    assert register_of(content, "v.xlsx", LODGINGS).warnings == ()


def test_large_other_sheets_are_not_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_BESIDE", 3)
    content = months([TITLES, GOOD], [TITLES])
    assert register_of.__wrapped__(content, "v.xlsx", LODGINGS).warnings == ()


@pytest.mark.parametrize("first", [[], [["Uitleg", "bij dit register"]]])
def test_headers_on_another_sheet_alone_are_told(first: list[list[str]]) -> None:
    content = months(first, [["niets"]], [TITLES, GOOD])
    assert told(content, name="v.xlsx") == (
        "error: v.xlsx: only the first sheet is read, and sheet 3 names the columns\n"
        "hint: put that sheet first in the workbook"
    )
    assert told(content, name="v.xlsx", code="nl") == (
        "fout: v.xlsx: alleen het eerste blad wordt gelezen, en blad 3 noemt de kolommen\n"
        "tip: zet dat blad vooraan in de werkmap"
    )
    assert "seule la première feuille est lue" in told(content, name="v.xlsx", code="fr")


def test_headers_on_no_sheet_are_told_as_before() -> None:
    assert told(months([], [["niets"]]), name="v.xlsx") == f"error: v.xlsx: is empty\n{WRITE}"


def test_check_finds_sheets_that_are_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("net.toml").write_text(NET + STAYS.replace(".csv", ".xlsx"), encoding="utf-8")
    head = ["eigenaar", "doorverwijzer", "personen", "van", "tot"]
    Path("stays.xlsx").write_bytes(months([head], [head]))
    result = run("check", "net.toml", "--lang", "nl")
    assert result.code == 0
    assert result.text.startswith("let op: stays.xlsx: stays-sheets: alleen het eerste blad wordt")
    assert "Jan Peeters" not in result.text + run("stays", "net.toml").text
