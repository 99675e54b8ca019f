"""The README shows pictures that are there, and that a command makes."""

from __future__ import annotations

import re
import runpy
from pathlib import Path
from typing import Any

import pytest

DOCS = Path(__file__).parent.parent / "docs"
PICTURES = sorted(path.name for path in (DOCS / "pictures").iterdir())
LARGEST = 200 * 1024


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(DOCS / "pictures.py"))


def shown() -> list[str]:
    readme = (DOCS.parent / "README.md").read_text("utf-8")
    return re.findall(r"!\[[^\]]+\]\(docs/pictures/([^)]+)\)", readme)


def test_the_readme_shows_every_picture_and_the_command_makes_it(script: dict[str, Any]) -> None:
    assert sorted(shown()) == PICTURES == sorted(script["PICTURES"])


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_small(name: str) -> None:
    assert (DOCS / "pictures" / name).stat().st_size < LARGEST


def test_the_picture_of_the_table_is_that_of_today(script: dict[str, Any], tmp_path: Path) -> None:
    picture = tmp_path / "table.svg"
    script["PICTURES"]["table.svg"](picture)
    assert words(picture) == words(DOCS / "pictures" / "table.svg")


def words(picture: Path) -> list[str]:
    return re.findall(r">([^<>]+)</text>", picture.read_text("utf-8"))
