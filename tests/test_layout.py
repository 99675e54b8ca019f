"""Tables too wide for a terminal: every block says what its rows are, and nothing is cut."""

from __future__ import annotations

import re

import pytest
from rich.cells import cell_len

from igs_costshare.documents.document import Part
from igs_costshare.render import Options
from igs_costshare.render.terminal import render
from igs_costshare.wording.language import english
from igs_costshare.wording.tables import Column, Table, TableRow


class Shown:
    """A document of one table."""

    title = "T"

    def __init__(self, table: Table) -> None:
        self._table = table

    def parts(self) -> list[Part]:
        return [self._table]

    def table(self) -> Table:
        return self._table

    def data(self) -> dict[str, str]:
        return {}


def table(*rows: tuple[str, ...], figures: int = 4) -> Table:
    names = [Column(f"n{at}", f"Naam {at}", "text") for at in range(len(rows[0]))]
    columns = [Column(f"c{at}", f"Bedrag {at}", "amount") for at in range(figures)]
    return Table(
        (*names, *columns),
        tuple(
            TableRow("partner", (*row, *(1_000_00 * (place + 1) + at for at in range(figures))))
            for place, row in enumerate(rows)
        ),
        2,
    )


def blocks(shown: Table, width: int) -> list[list[str]]:
    """The lines of each block, below its rule."""
    text = render(Shown(shown), Options(english(), width=width))
    return [part.split("\n") for part in re.split(r"─\n", text)[1:]]


TWO = table(("Stad aan de Schelde", "Huur van de kantoren"), ("Dorp", "Energie en water"))
THREE = table(("Stad", "Kost", "Huur van de kantoren en de zalen"), ("Dorp", "Kost", "Water"))


@pytest.mark.parametrize("shown", [TWO, THREE], ids=["two names", "three names"])
@pytest.mark.parametrize("width", range(36, 120, 3))
def test_every_block_names_its_rows_and_keeps_every_figure(shown: Table, width: int) -> None:
    figures = []
    for lines in blocks(shown, width):
        rows = [line for line in lines if re.search(r"\d\.\d\d", line)]
        figures += re.findall(r"[\d,]+\.\d\d", "\n".join(rows))
        assert [line.split()[0] for line in rows] == ["Stad", "Dorp"]
        texts = [name for row in shown.rows for name in row.cells[1:] if isinstance(name, str)]
        assert all(text.split()[0][:4] in "\n".join(rows) for text in texts)
    assert sorted(figures) == sorted(f"{place},000.0{at}" for place in (1, 2) for at in range(4))


@pytest.mark.parametrize("width", [50, 66, 80])
def test_names_that_fold_begin_on_one_line_with_the_figures(width: int) -> None:
    first, *_ = blocks(TWO, width)
    assert re.match(r"Stad\b.*Huur\b.*1,000\.00", first[0])
    assert "1,0" not in first[1]


def test_several_names_fold_before_the_columns_are_stacked() -> None:
    assert len(blocks(TWO, 80)) == 1
    assert len(blocks(TWO, 70)) == 1
    assert len(blocks(TWO, 55)) > 1


def test_columns_are_stacked_rather_than_a_word_of_a_name_broken() -> None:
    long = table(("Stad", "Woonbegeleiding"), ("Dorp", "Gas"))
    for width in (40, 48, 52, 56, 60, 64):
        text = "\n".join(line for lines in blocks(long, width) for line in lines)
        assert text.count("Woonbegeleiding") == len(blocks(long, width))


def test_columns_are_stacked_in_blocks_that_are_about_as_wide() -> None:
    short = table(("Stad",), ("Dorp",), figures=7)
    assert [len(lines[0].split()) - 1 for lines in blocks(short, 66)] == [3, 4]
    assert [len(lines[0].split()) - 1 for lines in blocks(short, 40)] == [2, 2, 3]


def test_a_column_that_is_wider_than_the_others_stands_alone() -> None:
    shown = table(("Stad",), figures=3)
    wide = TableRow("partner", ("Stad", 10**24, 1, 2))
    assert [len(lines[0].split()) - 1 for lines in blocks(shown._replace(rows=(wide,)), 40)] == [
        1,
        2,
    ]


def test_names_that_are_short_are_no_reason_to_fold() -> None:
    short = table(("Stad", "Huur"), ("Dorp", "Gas"), figures=9)
    assert [lines[0].split()[:2] for lines in blocks(short, 60)] == [["Stad", "Huur"]] * 3


def test_a_table_of_names_only_is_shown_in_any_width() -> None:
    for width in (8, 20, 80):
        text = render(Shown(table(("Stad", "Huur"), figures=0)), Options(width=width))
        assert {"Sta", "Stad"} & {*re.findall(r"Stad?", text)}


def test_a_heading_of_many_words_costs_no_more_time_than_its_words() -> None:
    heading = " ".join(["woord"] * 20_000)
    shown = table(("Stad", "Huur"))
    columns = (*shown.columns[:2], Column("c0", heading, "amount"), *shown.columns[3:])
    text = render(Shown(shown._replace(columns=columns)), Options(width=80))
    assert max(map(cell_len, text.splitlines())) <= 80
