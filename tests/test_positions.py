"""Where each value of a file stands: lines and columns, whatever way it is written."""

from __future__ import annotations

import pytest

from igs_costshare.errors import Path
from igs_costshare.reading.positions import Position, positions
from igs_costshare.reading.source import Source


def marked(text: str, path: Path) -> tuple[str, str]:
    """What begins at the name and at the value of a path."""
    position = positions(text)[path]
    lines = text.split("\n")
    name, value = (lines[row][column:] for row, column in position)
    return name, value


@pytest.mark.parametrize(
    ("text", "path", "name", "value"),
    [
        ("a = 1", ("a",), "a = 1", "1"),
        ("  a\t= 1 # x", ("a",), "a\t= 1 # x", "1 # x"),
        ("[t]\na = 1", ("t",), "t]", "[t]"),
        ("[t]\na = 1", ("t", "a"), "a = 1", "1"),
        ("[t] # x\n# y\na = 1 # z", ("t", "a"), "a = 1 # z", "1 # z"),
        ("[ t . u ]", ("t",), "t . u ]", "t . u ]"),
        ("[ t . u ]", ("t", "u"), "u ]", "[ t . u ]"),
        ("a.b.c = 1", ("a",), "a.b.c = 1", "a.b.c = 1"),
        ("a.b.c = 1", ("a", "b"), "b.c = 1", "b.c = 1"),
        ("a.b.c = 1", ("a", "b", "c"), "c = 1", "1"),
        ("1.2 = 3", ("1", "2"), "2 = 3", "3"),
        ("2025-01-31 = 3", ("2025-01-31",), "2025-01-31 = 3", "3"),
        ("true = 3", ("true",), "true = 3", "3"),
        ("'a.b'.\"c d\" = 1", ("a.b", "c d"), '"c d" = 1', "1"),
        ('"\\u0061" = 1', ("a",), '"\\u0061" = 1', "1"),
        ('"" = 1', ("",), '"" = 1', "1"),
        ("a = { b = 1, c.d = 2 }", ("a",), "a = { b = 1, c.d = 2 }", "{ b = 1, c.d = 2 }"),
        ("a = { b = 1, c.d = 2 }", ("a", "b"), "b = 1, c.d = 2 }", "1, c.d = 2 }"),
        ("a = { b = 1, c.d = 2 }", ("a", "c", "d"), "d = 2 }", "2 }"),
        ("a = [1, 2]", ("a", 1), "2]", "2]"),
        ("a = [\n  1, # one\n  # and\n  2,\n]", ("a", 1), "2,", "2,"),
        ("a = [[1], [{ b = 2 }]]", ("a", 1, 0, "b"), "b = 2 }]]", "2 }]]"),
        ("[[a]]\nb = 1\n[[a]]\nb = 2", ("a",), "a]]", "[[a]]"),
        ("[[a]]\nb = 1\n[[a]]\nb = 2", ("a", 1, "b"), "b = 2", "2"),
        ("[[a.b]]\n[[a.b]]\n[a.b.c]\nd = 1", ("a", "b", 1, "c", "d"), "d = 1", "1"),
        ("[[a]]\n[[a.b]]\n[[a]]\n[[a.b]]\nc = 1", ("a", 1, "b", 0, "c"), "c = 1", "1"),
        ("a = '''\nb = 1\n'''\nc = 2", ("c",), "c = 2", "2"),
        (
            "é = 0\n".replace("é", "'é'") + "'漢字' = '🏠' # x",
            ("漢字",),
            "'漢字' = '🏠' # x",
            "'🏠' # x",
        ),
        ("x = { '🏠' = 1, b = 2 }", ("x", "b"), "b = 2 }", "2 }"),
        ("a = 2025-01-31 10:00:00", ("a",), "a = 2025-01-31 10:00:00", "2025-01-31 10:00:00"),
    ],
)
def test_a_name_and_its_value_are_found(text: str, path: Path, name: str, value: str) -> None:
    assert marked(text, path) == (name, value)


def test_a_table_stands_at_its_own_header_wherever_that_comes() -> None:
    text = "[a.b]\nc = 1\n[a]\nd = 2"
    assert marked(text, ("a",)) == ("a]", "[a]")


def test_windows_line_ends_move_nothing() -> None:
    text = "[t]\na = 1\n"
    assert positions(text.replace("\n", "\r\n")) == positions(text)


def test_what_is_nested_beyond_any_field_has_no_place() -> None:
    deep = f"a = {'[' * 400}1{']' * 400}\n{'b.' * 5000}b = 1\n[{'c.' * 5000}c]\nd = 2\n"
    found = positions(deep)
    assert max(map(len, found)) <= 12
    assert found[("a",)] == Position((0, 0), (0, 4))


def test_a_text_that_no_file_can_hold_breaks_nothing() -> None:
    assert positions('a = "\ud800"\nb = 1')[("b",)] == Position((1, 0), (1, 4))


@pytest.mark.parametrize(
    ("path", "at_key", "line", "column"),
    [
        (("cost", "rent", "amount"), False, 4, 10),
        (("cost", "rent", "amount"), True, 4, 1),
        (("cost", "rent", "label"), False, 3, 1),
        (("cost", "rent"), True, 3, 7),
        (("cost", "energy", "fte"), False, 3, 2),
        (("year",), False, 1, 1),
        ((), False, 1, 1),
    ],
)
def test_a_problem_stands_at_its_path_or_the_nearest_table(
    path: Path, at_key: bool, line: int, column: int
) -> None:
    source = Source.of('title = "T"\n\n[cost.rent]\namount = 3\n', "network.toml")
    place = source.layout.place(path, at_key)
    assert (place.line, place.column) == (line, column)
