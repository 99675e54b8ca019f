"""Private names of XlsxWriter that `workbook/written.py` uses, which a new version may take away.

Where one of these tests fails, the upper bound of `xlsxwriter` in `pyproject.toml` was raised too
far: look in the new version for what has taken the place of the name, mend
`workbook/written.py`, run `pytest tests/test_workbook.py tests/test_workbook_recalculated.py`, and
raise the bound then. No mending is needed to go back: put the bound below the first version that
lacks the name.
"""

from __future__ import annotations

import inspect
import re
import tomllib
from io import BytesIO
from pathlib import Path

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import CellFormulaTuple, Worksheet

ROOT = Path(__file__).parent.parent


def parameters(kind: type, method: str) -> list[str]:
    return list(inspect.signature(getattr(kind, method)).parameters)


def test_a_formula_is_a_tuple_of_formula_style_and_value() -> None:
    assert CellFormulaTuple._fields == ("formula", "format", "value")


def test_a_sheet_keeps_its_cells_in_a_table_of_rows_and_writes_them_one_by_one() -> None:
    sheet = xlsxwriter.Workbook(BytesIO()).add_worksheet()
    sheet.write_formula(2, 3, "=1+1", None, 2)
    assert sheet.table[2][3] == CellFormulaTuple("1+1", None, 2)
    assert parameters(Worksheet, "_check_dimensions")[:3] == ["self", "row", "col"]
    assert parameters(Worksheet, "_write_cell") == ["self", "row", "col", "cell"]


def test_a_sheet_writes_its_rows_by_methods_of_its_own() -> None:
    assert parameters(Worksheet, "_write_rows") == ["self"]
    assert parameters(Worksheet, "_write_row")[:3] == ["self", "row", "spans"]


def test_a_style_knows_its_number() -> None:
    assert parameters(Format, "_get_xf_index") == ["self"]


def test_the_version_that_is_allowed_has_an_upper_bound() -> None:
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    (bound,) = (each for each in listed["project"]["dependencies"] if "xlsxwriter" in each)
    assert re.fullmatch(r"xlsxwriter>=[\d.]+,<[\d.]+", bound)


def test_no_other_private_name_of_a_library_is_used() -> None:
    """Ours begin with `self`, `cls`, `other`; those of a named tuple or an enumeration are public.

    What leans on Typer is held by `tests/test_telling.py`.
    """
    public = {"_replace", "_asdict", "_fields", "_value_"}
    found = {
        (path.name, name)
        for path in (ROOT / "src").rglob("*.py")
        for owner, name in re.findall(r"(\w+|\))\.(_[a-z]\w*)", path.read_text(encoding="utf-8"))
        if name not in public and owner not in ("self", "cls", "other")
    }
    assert found == {
        ("written.py", "_get_xf_index"),
        ("written.py", "_write_cell"),
        ("telling.py", "_click"),
        ("telling.py", "_completion_shared"),
    }
