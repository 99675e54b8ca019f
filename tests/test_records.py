"""A format is one record: whatever part of it is forgotten, a test says so."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from pathlib import Path

import pytest

from command import run
from igs_costshare.checking.formats import CheckFormat
from igs_costshare.render import OTHERS, Format, every_document, format_of

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "crisisopvangnetwerk.toml"
PAGES = ("statement", "commands")
REFERENCE = "".join((ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8") for page in PAGES)
GOLDEN = ROOT / "tests" / "golden"

SHOWN_BY = {
    Format.TABLE: "crisisopvangnetwerk.nl.txt",
    Format.CSV: "crisisopvangnetwerk.csv",
    Format.JSON: "crisisopvangnetwerk.json",
    Format.MARKDOWN: "crisisopvangnetwerk.nl.md",
}
"""The golden of a text that every document has; of the others `test_page`, `test_workbook`
and `test_papers` read back what they hold."""

each_format = pytest.mark.parametrize("format", [*Format, *CheckFormat], ids=repr)


@each_format
def test_the_module_of_a_format_renders(format: Format | CheckFormat) -> None:
    render = import_module(format.module).render
    assert len(inspect.signature(render).parameters) == 2


def test_no_two_formats_share_a_module_or_an_ending() -> None:
    modules = [format.module for format in (*Format, *CheckFormat)]
    endings = [*(ending for format in Format for ending in format.endings), *OTHERS]
    assert len(set(modules)) == len(modules)
    assert len(set(endings)) == len(endings)
    assert all(re.fullmatch(r"\.[a-z]+", ending) for ending in endings)


@pytest.mark.parametrize("folder", ["render", "checking/formats"])
def test_every_module_that_renders_is_the_module_of_a_format(folder: str) -> None:
    package = f"igs_costshare.{folder.replace('/', '.')}"
    names = (f"{package}.{path.stem}" for path in (ROOT / f"src/igs_costshare/{folder}").glob("*"))
    rendering = {
        name
        for name in names
        if not name.rpartition(".")[2].startswith("__")
        and hasattr(import_module(name), "render")
        and import_module(name).render.__module__ == name
    }
    assert rendering == {
        format.module
        for format in (*Format, *CheckFormat)
        if format.module.rpartition(".")[0] == package
    }


@pytest.mark.parametrize("format", Format)
def test_a_format_has_an_ending_unless_it_is_that_of_the_terminal(format: Format) -> None:
    assert bool(format.endings) == (format is not Format.TABLE)
    assert {format_of(ending) for ending in format.endings} <= {format}


@pytest.mark.parametrize("format", Format)
def test_a_format_gives_text_where_it_says_so(format: Format) -> None:
    ran = run("compute", EXAMPLE, "--format", format)
    assert (ran.code, ran.err) == (0, "")
    assert (b"\0" in ran.out) is not format.is_text


@pytest.mark.parametrize("format", Format)
def test_a_format_for_people_is_in_their_language(
    format: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    for locale in ("nl_BE.UTF-8", "en_GB.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        shown.append(run("compute", EXAMPLE, "--format", format).out)
    assert (shown[0] != shown[1]) is format.for_people


@pytest.mark.parametrize("format", CheckFormat)
def test_a_format_of_a_check_for_people_is_in_their_language(
    format: CheckFormat, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = []
    wrong = ("--set", "expected.total.balance=1", "--set", "limits.max_contribution=1")
    for locale in ("nl_BE.UTF-8", "en_GB.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        shown.append(run("check", EXAMPLE, *wrong, "--format", format).out)
    assert shown[0]
    assert (shown[0] != shown[1]) is format.for_people


@pytest.mark.parametrize("format", Format)
def test_a_command_says_what_it_offers_instead_of_what_not_every_document_has(
    format: Format,
) -> None:
    ran = run("solve", EXAMPLE, "--vary", "fte.cost", "--target", "x=0", "--format", format)
    assert (
        f"this command has no {format}: take table, csv, json, markdown or pdf" in ran.err
    ) is not format.of_every_document


def test_every_format_that_every_document_has_has_its_golden() -> None:
    assert set(SHOWN_BY) == {each for each in every_document() if each.is_text}
    assert all((GOLDEN / name).exists() for name in SHOWN_BY.values())


@pytest.mark.parametrize("format", Format)
def test_the_reference_has_a_row_for_every_format_and_names_its_endings(format: Format) -> None:
    assert f"\n| `{format}` |" in REFERENCE
    assert all(f"`{ending}`" in REFERENCE for ending in format.endings)


@pytest.mark.parametrize("format", CheckFormat)
def test_the_reference_names_every_format_of_a_check(format: CheckFormat) -> None:
    (row,) = (line for line in REFERENCE.splitlines() if line.startswith("| `--format` | `text`"))
    assert f"`{format}`" in row
