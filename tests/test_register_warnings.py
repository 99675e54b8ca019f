"""Warnings of a register where people and programs read them: in which file, on which lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import run
from igs_costshare.errors import Place, Problem
from igs_costshare.messages import say
from igs_costshare.wording.language import english, language
from igs_costshare.wording.problems import told_together
from stayed import NET, STAYS

HEAD = "unit,referrer,persons,from,until\n"
OTHER_YEAR = "brug,dorp,1,2025-03-04,2025-03-06\n"
THIS_YEAR = "brug,dorp,1,2026-03-04,2026-03-06\n"


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("net.toml").write_text(NET + STAYS, encoding="utf-8")
    Path("stays.csv").write_text(HEAD + OTHER_YEAR + THIS_YEAR + OTHER_YEAR.replace("03", "04"))
    return Path("net.toml")


def text_of(*arguments: str | Path) -> str:
    """What a command shows, on one line, as plain as it can be."""
    text = run(*arguments).text.replace("\N{NO-BREAK SPACE}", " ").replace("\\", "")
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("en", "Warning: stays.csv, lines 2 and 4: from: no day of this stay lies in 2026."),
        ("nl", "Let op: stays.csv, regels 2 en 4: from: geen enkele dag van dit verblijf ligt in"),
        ("fr", "Attention : stays.csv, lignes 2 et 4 : from: aucun jour de ce séjour ne tombe en"),
    ],
)
@pytest.mark.parametrize("command", ["compute", "settle"])
@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_a_warning_of_a_register_says_where(
    net: Path, command: str, format: str, lang: str, told: str
) -> None:
    text = text_of(command, net, "--format", format, "--lang", lang)
    assert text.count(told) == 1


def test_programs_read_where_too(net: Path) -> None:
    for command in ("compute", "settle"):
        data = json.loads(run(command, net, "--format", "json").text)
        assert data["warnings"] == [
            "stays.csv, lines 2 and 4: from: no day of this stay lies in 2026"
        ]


def test_standard_error_has_them_one_by_one(net: Path) -> None:
    err = run("compute", net, "--lang", "en").err
    assert err == (
        "warning: stays.csv:2: from: no day of this stay lies in 2026\n\n"
        "warning: stays.csv:4: from: no day of this stay lies in 2026\n"
    )


def outside(line: int, message: str = "outside", origin: str = "stays.csv") -> Problem:
    """What is wrong on a line of a register."""
    said = say("register.outside", year="2026")
    if message == "overlap":
        said = say("register.overlap", home="a", line=str(line - 1), first="x", last="y")
    return Problem(said, ("from",), None, False, "warning", origin, Place(line, 0, ""))


def test_one_line_is_a_line() -> None:
    assert told_together([outside(3)], english()) == (
        "stays.csv, line 3: from: no day of this stay lies in 2026",
    )


def test_of_many_lines_the_first_are_named() -> None:
    told = told_together([outside(line) for line in range(1_000, 1_015)], language("nl"))
    first = ", ".join(str(line) for line in range(1_000, 1_010))
    rest = "from: geen enkele dag van dit verblijf ligt in 2026"
    assert told == (f"stays.csv, regels {first} en nog 5 andere: {rest}",)


def test_of_a_kind_the_first_are_told_and_all_to_programs() -> None:
    problems = [outside(line, "overlap") for line in range(2, 14)]
    told = told_together([*problems, outside(20)], english())
    assert len(told) == 12
    assert told[9].startswith("stays.csv, line 11: from: overlaps with line 10")
    assert told[10] == "stays.csv: 2 more like these: `check` tells them all"
    assert told[11].startswith("stays.csv, line 20: ")
    assert len(told_together(problems[:11], english())) == 11
    assert told_together(problems[:11], english())[10].endswith(
        "one more like these: `check` tells it"
    )
    assert len(told_together(problems, english(), every=True)) == 12


def test_that_there_is_more_names_the_register() -> None:
    more = Problem(say("register.more_warnings", told=3), severity="warning", origin="stays.csv")
    assert told_together([more], english()) == (
        "stays.csv: has more that deserves a look: these are the first 3",
    )


def test_warnings_of_the_description_stay_as_they_are() -> None:
    problem = Problem(
        say("register.empty"), ("cost", "rent"), origin="net.toml", place=Place(1, 2, "x")
    )
    unplaced = problem._replace(origin="", place=None)
    told = "cost.rent: is empty"
    assert told_together([problem, unplaced], english()) == (told,)


# ---------------------------------------------------------------- nights of no referrer


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [
        (
            "en",
            "Of 2 nights, of 1 stay, no referrer is known: line 3.",
            "Of 5 nights, of 2 stays, no referrer is known: lines 3 and 4.",
        ),
        (
            "nl",
            "Van 2 nachten, in 1 verblijf, is geen doorverwijzer bekend: regel 3.",
            "Van 5 nachten, in 2 verblijven, is geen doorverwijzer bekend: regels 3 en 4.",
        ),
        (
            "fr",
            "De 2 nuits, en 1 séjour, l’orienteur n’est pas connu : ligne 3.",
            "De 5 nuits, en 2 séjours, l’orienteur n’est pas connu : lignes 3 et 4.",
        ),
    ],
)
def test_stays_of_no_referrer_are_counted_and_named(
    net: Path, lang: str, one: str, two: str
) -> None:
    rows = f"{HEAD}{THIS_YEAR}brug,,1,2026-05-01,2026-05-03\n"
    outside_and_empty = "brug,,1,2025-05-01,2025-05-03\nbrug,,1,2026-06-01,2026-06-01\n"
    Path("stays.csv").write_text(rows + outside_and_empty)
    assert one in text_of("stays", net, "--lang", lang)
    Path("stays.csv").write_text(f"{rows}brug,,1,2025-12-30,2026-01-04\n{outside_and_empty}")
    assert two in text_of("stays", net, "--lang", lang)


def test_of_a_register_without_referrers_no_lines_are_named(net: Path) -> None:
    Path("stays.csv").write_text("unit,persons,from,until\nbrug,1,2026-05-01,2026-05-02\n")
    assert "Of 1 night no referrer is known." in text_of("stays", net, "--lang", "en")
    net.write_text(net.read_text().replace('"stays.csv"', '"stays.csv"\ncount = "days"'))
    assert "Of 2 days of use no referrer is known." in text_of("stays", net, "--lang", "en")
