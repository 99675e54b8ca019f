"""The plot of a terminal: readable without colour, and no figure of it is ever cut."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

import pytest

from igs_costshare.documents.document import Notes, Part, Plot
from igs_costshare.render import Format, Options, render
from igs_costshare.render.plot import drawn
from igs_costshare.wording.language import language
from igs_costshare.wording.tables import Column, Table, cell_text

NL, EN = language("nl"), language("en")


def plot(*points: tuple[str, int | None]) -> Plot:
    return Plot(
        "occupancy", "Balance, €", tuple((Decimal(number), each) for number, each in points), 2
    )


def lines(*points: tuple[str, int | None], width: int = 80) -> list[str]:
    return [line.rstrip() for line in drawn(plot(*points), EN, width)]


def test_zero_has_a_line_of_its_own() -> None:
    assert lines(("0", -100_00), ("1", 100_00)) == [
        "(Balance, €)",
        "       100 |",
        "        80 |                                              ⢀⡠⠤⠒⠉",
        "        60 |                                         ⣀⡠⠤⠒⠉⠁",
        "        40 |                                    ⣀⡠⠔⠒⠉",
        "        20 |                               ⣀⡠⠔⠒⠉",
        "         0 | ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣠⣔⣒⣉⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀",
        "       -20 |                     ⣀⠤⠔⠊⠉",
        "       -40 |                ⣀⠤⠔⠊⠉",
        "       -60 |           ⣀⠤⠔⠊⠉",
        "       -80 |     ⢀⣀⠤⠒⠊⠉",
        "      -100 | ⣀⠤⠒⠊⠁",
        "-----------|-|---------|---------|---------|---------|---------|->",
        "           | 0         0.2       0.4       0.6       0.8       1",
        "                                                    (occupancy)",
    ]


def test_a_gap_breaks_the_line_and_a_point_alone_is_a_dot() -> None:
    assert lines(("0", 100), ("1", 200), ("2", None), ("3", 300)) == [
        "(Balance, €)",
        "      3.00 |",
        "      2.80 |                                                            ⠈",
        "      2.60 |",
        "      2.40 |",
        "      2.20 |",
        "      2.00 |                    ⢀⡀",
        "      1.80 |                ⢀⣀⠔⠒⠁",
        "      1.60 |            ⢀⣀⠔⠒⠁",
        "      1.40 |        ⢀⣀⠔⠒⠁",
        "      1.20 |    ⢀⣀⠔⠒⠁",
        "      1.00 | ⣀⠔⠒⠁",
        "-----------|-|---------|---------|---------|---------|---------|---------|->",
        "           | 0         0.5       1         1.5       2         2.5       3",
        "                                                              (occupancy)",
    ]


@pytest.mark.parametrize(
    "points",
    [
        [("0", 100)],
        [("0", 100), ("1", None)],
        [("0", None), ("1", None)],
        [("1", 100), ("1", 200)],
    ],
)
def test_one_point_is_no_plot(points: list[tuple[str, int | None]]) -> None:
    assert lines(*points) == []


def test_a_narrow_terminal_has_a_narrow_plot_or_none() -> None:
    points = (("0", 100), ("1", 200))
    assert max(map(len, lines(*points, width=60))) <= 60
    assert lines(*points, width=52) == []


def test_the_same_amount_everywhere_is_a_level_line() -> None:
    assert lines(("0", -4_043_600), ("1", -4_043_600)) == [
        "(Balance, €)",
        "-40,435.99 |",
        "-40,436.00 | ⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀⣀",
        "-----------|-|---------|---------|---------|---------|---------|->",
        "           | 0         0.2       0.4       0.6       0.8       1",
        "                                                    (occupancy)",
    ]


def test_long_amounts_and_numbers_are_shown_whole() -> None:
    shown = drawn(plot(("1000000", 0), ("90000000.5", -123_456_789_012)), NL, 80)
    assert [line.rstrip() for line in shown] == [
        "(Balance, €)",
        "             0 |",
        "  -200.000.000 | ⠉⠑⠒⠢⠤⢄⣀⡀",
        "  -400.000.000 |        ⠈⠉⠑⠒⠢⠤⢄⣀⡀",
        "  -600.000.000 |                ⠈⠉⠉⠒⠒⠤⠤⣀⣀",
        "  -800.000.000 |                         ⠉⠉⠒⠒⠤⠤⣀⣀",
        "-1.000.000.000 |                                 ⠉⠉⠑⠒⠢⠤⢄⣀⡀",
        "-1.200.000.000 |                                         ⠈⠉⠑⠒⠢⠤⢄⣀⡀",
        "-1.400.000.000 |                                                 ⠈⠉",
        "---------------|-|---------|---------|---------|---------|---------|->",
        "               | 1.000.000           36.600.000,2        72.200.000,4",
        "                                                        (occupancy)",
    ]


class Plotted:
    """A document with a plot between two sentences."""

    title = "Plotted"

    def parts(self) -> Iterator[Part]:
        yield Notes(("Before.",))
        yield plot(("0", 100), ("1", 200))
        yield Notes(("After.",))

    def table(self) -> Table:
        return Table((), (), 2)

    def data(self) -> Mapping[str, Any]:
        return {}


def test_a_plot_is_for_terminals() -> None:
    assert render(Plotted(), Format.MARKDOWN, Options()).decode() == (
        "## Plotted\n\nBefore.\n\nAfter.\n"
    )
    shown = render(Plotted(), Format.TABLE, Options()).decode()
    assert shown.startswith("Plotted\n\nBefore.\n\n(Balance, €)\n")
    assert shown.endswith("(occupancy)\n\nAfter.\n")


def test_a_number_of_the_file_is_written_without_zeros_at_the_end() -> None:
    column = Column("value", "Value", "number")
    assert cell_text(Decimal("1234.50"), column, 2, NL) == "1.234,5"
    assert cell_text(Decimal("0.0000000001"), column, 2, EN) == "0.0000000001"
