"""Spreadsheet engines that recalculate a workbook, and what it then shows."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import ironcalc

from igs_costshare.computing.statement import Statement
from igs_costshare.settling.settled import Settled

Cells = dict[tuple[int, int], Any]
"""What a sheet shows, by row and column from 1: numbers, texts, `#N/A`."""

HEADINGS = 4
"""The row of the headings, counted from 1."""
STATUS = (2, 1)
"""The cell that says whether all is well."""
BATCH = 80
"""With more files at once, LibreOffice may stop without a word."""

SOFFICE = shutil.which("soffice")
"""The command of LibreOffice; None where it is not installed."""

_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"
 oor:op="fuse"><value>{mode}</value></prop></item></oor:items>
"""
_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
"""Comma, quotes, UTF-8, values rather than what their formats show; each sheet as a file."""
ALWAYS, NEVER = 0, 1
"""Recalculate every formula of an XLSX when it is opened, or trust the values in it."""


def by_libreoffice(
    files: Sequence[Path], folder: Path, mode: int = ALWAYS, sheet: str = "Statement"
) -> dict[Path, Cells]:
    """What LibreOffice makes of the files, with every formula worked out anew."""
    profile, out = folder / f"profile-{mode}", folder / f"recalculated-{mode}"
    (profile / "user").mkdir(parents=True, exist_ok=True)
    settings = profile / "user" / "registrymodifications.xcu"
    settings.write_text(_ALWAYS.format(mode=mode), encoding="utf-8")
    for first in range(0, len(files), BATCH):
        subprocess.run(
            [
                str(SOFFICE),
                "--headless",
                f"-env:UserInstallation={profile.as_uri()}",
                *("--convert-to", _EVERY_SHEET, "--outdir", str(out)),
                *map(str, files[first : first + BATCH]),
            ],
            check=True,
            capture_output=True,
        )
    made = {file: out / f"{file.stem}-{sheet}.csv" for file in files}
    missing = [file.name for file, result in made.items() if not result.exists()]
    if missing:
        raise RuntimeError(f"LibreOffice made nothing of {missing}")
    return {file: shown(result) for file, result in made.items()}


def shown(file: Path) -> Cells:
    """The cells of a sheet that was written as CSV, the numbers as numbers."""
    with file.open(encoding="utf-8", newline="") as lines:
        return {
            (row, column): float(text) if _NUMBER.fullmatch(text) else text
            for row, cells in enumerate(csv.reader(lines), start=1)
            for column, text in enumerate(cells, start=1)
            if text
        }


_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]+)?")


class IronCalc:
    """A second engine, with the floors and sums of plain doubles."""

    def __init__(self, file: Path) -> None:
        self.model = ironcalc.load_from_xlsx(str(file))
        self.names: dict[str, str] = {
            each["name"]: each["formula"] for each in self.model.get_defined_name_list()
        }
        self.sheets: list[str] = [each["name"] for each in self.model.get_worksheets_properties()]

    def fill_in(self, cell: tuple[int, int], number: Decimal | int, sheet: str = "Input") -> None:
        """Put a number in a cell, of Input unless another sheet is named."""
        self.model.update_cell_with_number(self.sheets.index(sheet), *cell, float(number))

    def shown(self, sheet: str = "Statement") -> Cells:
        """What a sheet shows once all is worked out."""
        self.model.evaluate()
        at = self.sheets.index(sheet)
        _, bottom, _, right = self.model.get_sheet_dimensions(at)
        return {
            (row, column): value
            for row in range(1, bottom + 1)
            for column in range(1, right + 1)
            if (value := self.model.get_cell_value(at, row, column)) not in (None, "")
        }


def expected(statement: Statement) -> dict[tuple[int, int], Decimal]:
    """The figures of a statement by their place on the sheet."""
    expenses = sum(line.kind == "expense" for line in statement.lines)
    told = {}
    for row, each in enumerate(statement.rows, start=HEADINGS + 1):
        told[row, 2] = Decimal(each.units)
        amounts = (
            *each.cells[:expenses],
            each.expenses,
            *each.cells[expenses:],
            each.revenues,
            each.balance,
        )
        for column, units in enumerate(amounts, start=3):
            told[row, column] = Decimal(statement.minor(units)).scaleb(-statement.decimals)
    return told


def expected_due(settled: Settled) -> dict[tuple[int, int], Decimal]:
    """The figures of a settlement by their place on its sheet."""
    return {
        (row, column): Decimal(minor).scaleb(-settled.decimals)
        for row, each in enumerate((*settled.rows, settled.total), start=HEADINGS + 1)
        for column, minor in enumerate(each.columns.values(), start=2)
    }


def misses(
    cells: Mapping[tuple[int, int], Any], wanted: Mapping[tuple[int, int], Decimal]
) -> Iterator[str]:
    """The cells that do not show what they should."""
    for place, amount in wanted.items():
        value = cells.get(place)
        if not isinstance(value, int | float) or Decimal(repr(round(value, 6))) != amount:
            yield f"{place}: {value} instead of {amount}"
