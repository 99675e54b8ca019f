"""Texts from files, and the names of files, are data in every format: no markup, no codes."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from command import run
from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.errors import is_hidden, visible
from igs_costshare.reading.text import name_of
from igs_costshare.render import Format, Options, render
from igs_costshare.wording.language import language
from igs_costshare.wording.tables import Column, Table, TableRow, cell_text

PLACES = ("the title", "a sentence", "an item", "an item in an item")
CODES = "a\x1b[31m\nb\N{RIGHT-TO-LEFT OVERRIDE}c\udcff"
SHOWN = r"a\u001b[31m\u000ab\u202ec\udcff"


class Said:
    """A document that says the same text in every place."""

    def __init__(self, text: str) -> None:
        self.title = text

    def parts(self) -> Iterable[Part]:
        yield Notes((self.title,))
        yield Listing((Item(self.title, (Item(self.title),)),))

    def table(self) -> Table:
        raise NotImplementedError

    def data(self) -> dict[str, Any]:
        raise NotImplementedError


def rendered(document: Said, format: Format) -> str:
    return render(document, format, Options(width=200)).decode()


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(["", "1", "12", " ", "    "]),
    st.text(">.)-+=#*_~", min_size=1, max_size=4),
    st.sampled_from(["", " x", "x", " - x", " 1. x"]),
)
@example("1", ".", " Personeel")
@example("1", ")", " Personeel")
@example("", ">", " x")
@example("", "---", "")
@example("", "-", " x")
@example("", "+", " x")
@example("", "#", " x")
@example("    ", "-", "x")
def test_no_start_of_a_text_is_markup_in_markdown(start: str, marks: str, rest: str) -> None:
    text = f"{start}{marks}{rest}"
    tokens = MarkdownIt("gfm-like").parse(rendered(Said(text), Format.MARKDOWN))
    opened = [token.type for token in tokens if token.type.endswith("_open")]
    item = ["bullet_list_open", "list_item_open", "paragraph_open"]
    assert opened == ["heading_open", "paragraph_open", *item, *item]
    shown = ["".join(each.content for each in token.children or ()) for token in tokens]
    assert [each.strip() for each in shown if each] == [text.strip()] * len(PLACES)


def test_a_figure_keeps_its_sign_in_markdown() -> None:
    assert "\n-20.218,00\n" in rendered(Said("-20.218,00"), Format.MARKDOWN)
    assert "\n+4.210,33\n" in rendered(Said("+4.210,33"), Format.MARKDOWN)


@pytest.mark.parametrize("format", [Format.TABLE, Format.MARKDOWN])
def test_nothing_moves_the_cursor_or_turns_the_line(format: Format) -> None:
    text = rendered(Said(CODES), format)
    assert text.replace(r"\\", "\\").replace(r"\[", "[").count(SHOWN) == len(PLACES)
    assert not any(is_hidden(character) for character in text.replace("\n", ""))


@pytest.mark.parametrize("format", [Format.TABLE, Format.MARKDOWN])
def test_nor_in_a_table(format: Format) -> None:
    class Tabled(Said):
        def parts(self) -> Iterable[Part]:
            columns = (Column("id", CODES, "text"), Column("figure", "figure", "amount"))
            yield Table(columns, (TableRow("total", (CODES, 5)),), 2)

    text = rendered(Tabled("T"), format)
    assert text.replace(r"\\", "\\").replace(r"\[", "[").count(SHOWN) == 2
    assert not any(is_hidden(character) for character in text.replace("\n", ""))


@given(st.text())
def test_what_is_visible_holds_nothing_hidden_and_stays_so(text: str) -> None:
    shown = visible(text)
    assert not any(map(is_hidden, shown))
    assert visible(shown) == shown
    assert (shown == text) == (not any(map(is_hidden, text)))


def test_a_cell_is_visible() -> None:
    column = Column("name", "name", "text")
    assert cell_text(CODES, column, 2, language("nl")) == SHOWN


# ---------------------------------------------------------------- names of files

NETWORK = """
title = "T"
cost.rent.amount = 100
contribution.model = "fixed"
partner.stad = {}
partner.dorp = {}
"""
NAMES = (
    "a\x1b[31mb.toml",
    "regel\nbreuk.toml",
    "omge\N{RIGHT-TO-LEFT OVERRIDE}keerd.toml",
    "1. Personeel.toml",
    "> x.toml",
    "<b>vet<b>.toml",
)
needs_any_name = pytest.mark.skipif(sys.platform != "linux", reason="such names need Linux")


def test_a_file_is_called_by_a_name_that_can_be_shown() -> None:
    assert name_of(CODES) == SHOWN
    assert name_of("-") == "<stdin>"


@needs_any_name
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "command", ["html", "explain", "explain markdown", "diff", "diff markdown"]
)
def test_the_name_of_a_file_is_text(tmp_path: Path, name: str, command: str) -> None:
    file, other = tmp_path / name, tmp_path / "other.toml"
    file.write_text(NETWORK)
    other.write_text(NETWORK.replace("100", "200"))
    what, *format = command.split()
    ran = {
        "html": lambda: run("compute", file, "--format", "html"),
        "explain": lambda: run("explain", file, "stad", "rent", *_as(format)),
        "diff": lambda: run("diff", file, other, *_as(format)),
    }[what]()
    assert ran.code == 0
    assert not any(map(is_hidden, ran.text.replace("\n", "")))
    if what == "html":
        assert "<b>" not in ran.text
    if format:
        kinds = {token.type for token in MarkdownIt("gfm-like").parse(ran.text)}
        assert not kinds & {"blockquote_open", "ordered_list_open", "hr", "code_block"}


def _as(format: list[str]) -> list[str]:
    return ["--format", *format] if format else []


@needs_any_name
@pytest.mark.parametrize("format", ["html", "json", "markdown", "csv", "table"])
def test_a_name_that_is_not_utf8_is_told_too(tmp_path: Path, format: str) -> None:
    file = os.fsencode(tmp_path) + b"/\xff.toml"
    with open(file, "w", encoding="utf-8") as opened:  # noqa: PTH123 - a name of bytes
        opened.write(NETWORK)
    name = os.fsdecode(file)
    assert run("compute", name, "--format", format).code == 0
    if format != "html":
        assert run("diff", name, name, "--format", format).code == 0


@needs_any_name
def test_the_page_names_its_file(tmp_path: Path) -> None:
    file = tmp_path / "a\x1bb.toml"
    file.write_text(NETWORK)
    assert r"a\u001bb.toml" in run("compute", file, "--format", "html").text
    data = json.loads(run("diff", file, file, "--format", "json").out)
    assert data["a"]["file"].endswith(r"/a\u001bb.toml")
