"""The starter files: each computes as it is, with every option in it, in every language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from command import run
from igs_costshare.cli.init import Template
from igs_costshare.wording.catalogue import DEFAULT, codes
from starters import OPTION, closed_starter

TEMPLATES = tuple(map(str, Template))
FILES = [(template, language) for template in TEMPLATES for language in codes()]
OTHERS = [(template, language) for template, language in FILES if language != DEFAULT]


def starter(template: str, language: str) -> str:
    """The text of a starter file, as it lies in the package."""
    folder = files("igs_costshare.wording.locales").joinpath(language)
    return folder.joinpath(f"{template}.toml").read_text(encoding="utf-8")


def statement(text: str) -> dict[str, Any]:
    """What `compute` makes of a text; it says nothing on standard error."""
    ran = run("compute", "-", "--format", "json", "--strict", stdin=text.encode())
    assert (ran.code, ran.err) == (0, "")
    result: dict[str, Any] = json.loads(ran.out)
    return result


def figures(statement: dict[str, Any]) -> list[Any]:
    """The figures of a statement in order, without names and ids."""
    rows = [*statement["partners"], statement["reserve"], statement["total"]]
    return [
        statement["year"],
        statement["fte"],
        statement["pool"]["total"],
        *(
            row and (row["units"], list(row["cells"].values()), row["revenues"], row["balance"])
            for row in rows
        ),
    ]


def options(text: str) -> Iterator[tuple[str, str]]:
    """Each option of a starter file by name, with the text in which it alone is switched on.

    An option is one field, or a block with the fields under it, up to the next blank line.
    """
    lines = text.splitlines(keepends=True)
    for start, line in enumerate(lines):
        within = "".join(lines[:start]).rpartition("\n\n")[2]
        if not OPTION.match(line) or (line[1] != "[" and "\n#[" in f"\n{within}"):
            continue
        end = start + 1
        while line[1] == "[" and end < len(lines) and lines[end].startswith("#"):
            if lines[end].startswith("#["):
                break
            end += 1
        on = [OPTION.sub("", each) for each in lines[start:end]]
        yield line[1:].strip(), "".join([*lines[:start], *on, *lines[end:]])


OPTIONS = [
    pytest.param(text, id=f"{template}.{language} {name}")
    for template, language in FILES
    for name, text in options(starter(template, language))
]


@pytest.mark.parametrize(("template", "language"), FILES)
def test_init_prints_the_starter_file_byte_for_byte(template: str, language: str) -> None:
    ran = run("init", template, "--lang", language)
    assert (ran.code, ran.err, ran.text) == (0, "", starter(template, language))


def test_init_without_a_template_gives_crisis_housing() -> None:
    assert run("init", "--lang", "nl").text == starter("crisis-housing", "nl")


@pytest.mark.parametrize(("template", "language"), FILES)
def test_a_starter_file_computes_without_a_warning(template: str, language: str) -> None:
    assert statement(starter(template, language))["warnings"] == []


@pytest.mark.parametrize("language", codes())
def test_a_language_has_every_starter_file_and_no_other(language: str) -> None:
    folder = files("igs_costshare.wording.locales").joinpath(language)
    names = {path.name for path in folder.iterdir() if path.name.endswith(".toml")}
    assert names == {f"{template}.toml" for template in TEMPLATES}


@pytest.mark.parametrize(("template", "language"), OTHERS)
def test_a_starter_file_gives_the_same_figures_in_every_language(
    template: str, language: str
) -> None:
    own, english = (statement(starter(template, each)) for each in (language, DEFAULT))
    assert figures(own) == figures(english)


@pytest.mark.parametrize(("template", "language"), OTHERS)
def test_a_starter_file_has_the_same_options_in_every_language(
    template: str, language: str
) -> None:
    own, english = (
        [re.split(r"[.\]= ]", name)[0] for name, _ in options(starter(template, each))]
        for each in (language, DEFAULT)
    )
    assert own == english
    assert len(own) >= 5


@pytest.mark.parametrize("text", OPTIONS)
def test_each_option_of_a_starter_file_may_be_switched_on(text: str) -> None:
    assert statement(text)["warnings"] == []


@pytest.mark.parametrize(("template", "language"), FILES)
def test_a_starter_file_points_editors_to_the_schema(template: str, language: str) -> None:
    text = starter(template, language)
    assert text.startswith("#:schema network.schema.json\n")
    asked = "" if language == DEFAULT else f"--lang {language} "
    assert f"igs-costshare schema {asked}--output network.schema.json" in text


@pytest.mark.parametrize(("template", "language"), FILES)
def test_a_starter_file_fits_a_screen_and_opens_in_notepad(template: str, language: str) -> None:
    text = starter(template, language)
    assert max(len(line) for line in text.splitlines()) <= 100
    assert "\t" not in text
    assert "\r" not in text


def test_an_unknown_template_is_a_mistake_in_the_command() -> None:
    ran = run("init", "libraries", "--lang", "en")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(
        "error: TEMPLATE: must be `crisis-housing`, `youth-work`, `dues` or `settlement`, "
        'got "libraries"\n'
    )


def test_the_crisis_starter_gives_the_published_totals() -> None:
    total = statement(starter("crisis-housing", "nl"))["total"]
    assert (total["expenses"], total["revenues"]) == ("84500.00", "44064.00")


@pytest.mark.parametrize("language", codes())
def test_youth_work_shows_the_plain_subsidy_of_half_the_costs_beside_the_match(
    language: str,
) -> None:
    text = starter("youth-work", language)
    assert "#   rate = 0.5 " in text

    half = statement(text.replace("match = 1\n", "rate = 0.5\n"))

    (subsidy,) = [
        line
        for line in half["pool"]["lines"]
        if line["id"] in ("flanders", "vlaanderen", "flandre")
    ]
    assert subsidy["total"] == "40000.00"


# ---------------------------------------------------------------- the end of the year


def settled(*arguments: str | Path, text: str = "") -> dict[str, list[str]]:
    """What `settle` says: the columns of each row, in order and without their ids."""
    ran = run("settle", *arguments, "--format", "csv", stdin=text.encode())
    assert (ran.code, ran.err) == (0, "")
    header, *rows = (line.split(",") for line in ran.text.splitlines())
    return {
        name: [row[at] for row in rows] for at, name in enumerate(header) if name not in _OF_IDS
    }


_OF_IDS = ("partner", "name")


@pytest.mark.parametrize("language", codes())
def test_the_end_of_the_year_of_crisis_housing_works_when_it_is_switched_on(
    language: str, tmp_path: Path
) -> None:
    closed_starter(language, tmp_path, "network.toml")

    columns = settled(tmp_path / "network.toml")

    assert columns["received"] == ["1350.00", "0.00", "840.00", "0.00", "1152.00", "3342.00"]
    assert columns["payments"][:-2] == ["19109.00", "4777.25", "4777.25", "4777.25"]
    assert columns["opening"] == ["-120.50", "0.00", "85.20", "0.00", "35.30", "0.00"]
    assert columns["paid"] == ["0.00"] * 4 + ["86190.00"] * 2
    assert columns["due"][-1] == "0.00"


@pytest.mark.parametrize("language", codes())
def test_the_register_of_crisis_housing_tells_who_stayed_where(
    language: str, tmp_path: Path
) -> None:
    closed_starter(language, tmp_path, "network.toml")
    ran = run("stays", tmp_path / "network.toml", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    assert [home["nights"] for home in json.loads(ran.out)["homes"]] == [75, 0, 42, 0, 72]


@pytest.mark.parametrize("language", codes())
def test_the_settlement_starter_is_settled_alike_in_every_language(language: str) -> None:
    columns = settled("-", text=starter("settlement", language))
    assert columns["bill"] == ["15043.44", "6017.38", "4011.58", "25072.40"]
    assert columns["due"] == ["1371.04", "-1822.62", "451.58", "0.00"]


@pytest.mark.parametrize("language", codes())
def test_what_the_settlement_starter_expects_holds_when_it_is_switched_on(language: str) -> None:
    (text,) = (
        text for name, text in options(starter("settlement", language)) if "expected" in name
    )
    ran = run("check", "-", "--strict", stdin=text.encode())
    assert (ran.code, ran.text, ran.err) == (0, "", "")


@pytest.mark.parametrize(
    "text", [pytest.param(text, id=name) for name, text in options(starter("settlement", DEFAULT))]
)
def test_each_option_of_the_settlement_starter_may_be_settled(text: str) -> None:
    assert settled("-", text=text)["due"][-1] == "0.00"
