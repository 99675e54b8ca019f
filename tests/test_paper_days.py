"""The day at the foot of a paper: as people write it in a decision, of the lock that fits."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from command import run
from igs_costshare.papers.marks import date_of
from igs_costshare.reading import load
from igs_costshare.wording.days import day_in

TEXT = 'title = "Klein"\nyear = 2027\n[partner.a]\n[cost.k]\namount = 5\nper = "partner"\n'
SCENARIO = TEXT + "[scenario.meer]\ncost.k.amount = 7\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("gemeenteraad 12/03/2027, punt 7", date(2027, 3, 12)),
        ("gemeenteraad 2027-03-12, punt 7", date(2027, 3, 12)),
        ("GR/2027-03-12", date(2027, 3, 12)),
        ("stuurgroep 14 maart 2027", date(2027, 3, 14)),
        ("stuurgroep van 1-3-2027.", date(2027, 3, 1)),
        ("(1.3.2027)", date(2027, 3, 1)),
        ("conseil du 14 mars 2027", date(2027, 3, 14)),
        ("conseil du 1er août 2027, point 7", date(2027, 8, 1)),
        ("CONSEIL DU 1 AOUT 2027", date(2027, 8, 1)),
        ("council of 14 March 2027", date(2027, 3, 14)),
        ("12/03/2027, op voorstel van de stuurgroep van 20/02/2027", date(2027, 3, 12)),
        ("31/02/2027, verbeterd: 28/02/2027", date(2027, 2, 28)),
        ("14 brumaire 2027", None),
        ("3/2027", None),
        ("12/03/27", None),
        ("112/03/2027", None),
        ("12/03-2027", None),
        ("12/03/20271", None),
        ("2027-03-12-7", None),
        ("artikel 7.12.03.2027", None),
        ("", None),
    ],
)
def test_a_day_is_known_as_people_write_it(text: str, expected: date | None) -> None:
    assert day_in(text) == expected


def decided(file: Path, decision: str, *options: str) -> None:
    assert run("freeze", file, "--force", "--decision", decision, *options).code == 0


def test_the_foot_has_the_day_of_the_decision_in_words(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(TEXT, encoding="utf-8")
    decided(file, "stuurgroep 14 maart 2027")
    ran = run("compute", file, "--format", "html", "--lang", "nl")
    assert "· 14/03/2027 ·" in ran.text


def test_a_lock_counts_where_it_is_of_what_the_file_says_whatever_it_is_called(
    tmp_path: Path,
) -> None:
    file = tmp_path / "a.toml"
    file.write_text(SCENARIO, encoding="utf-8")
    assert date_of(load(str(file))) is None
    decided(file, "gemeenteraad 12/03/2027")
    decided(file, "stuurgroep 20 april 2027", "--lock", "meer", "--scenario", "meer")
    assert date_of(load(str(file))) == date(2027, 3, 12)
    assert date_of(load(str(file), (), "meer")) == date(2027, 4, 20)
    assert date_of(load(str(file), ["cost.k.amount=9"])) is None


def test_of_several_locks_of_the_same_figures_the_latest_day_counts(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(TEXT, encoding="utf-8")
    decided(file, "stuurgroep 5 mei 2027")
    decided(file, "gemeenteraad 1 juni 2027", "--lock", "correctie")
    decided(file, "zonder dag", "--lock", "leeg")
    Path(f"{file}.stuk.lock").write_text("geen slot", encoding="utf-8")
    assert date_of(load(str(file))) == date(2027, 6, 1)
    file.write_text(TEXT.replace("5", "6"), encoding="utf-8")
    decided(file, "gemeenteraad 2 juli 2027", "--lock", "correctie")
    assert date_of(load(str(file))) == date(2027, 7, 2)
