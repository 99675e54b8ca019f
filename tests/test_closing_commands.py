"""What `nota --settlement` and `letters --settlement` do by themselves, and where they say it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from command import run
from igs_costshare.papers.letter_folder import INDEX, earlier_sheets
from paperwork import pages, text
from test_closing import ACTUAL, ADVANCE, BUDGET_SETTLED, BY_BUDGET, CRISIS, NETWORK

WHY = "Waardoor het verandert"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "netwerk.toml"


def letters(file: Path, *options: str) -> tuple[str, str]:
    """What is said on stderr, and the letter of the first partner."""
    folder = file.parent / "brieven"
    ran = run("letters", file, "--settlement", "--lang", "nl", "--output", folder, *options)
    assert (ran.code, ran.out) == (0, b"")
    return ran.err, text((folder / "01-a.pdf").read_bytes())


# ---------------------------------------------------------------- the budget itself


def test_where_the_budget_is_settled_the_papers_and_a_note_say_so(file: Path) -> None:
    file.write_text(NETWORK + ADVANCE, "utf-8")
    told, letter = letters(file)
    ran = run("nota", file, "--settlement", "--lang", "nl")
    assert (ran.code, ran.err, told) == (0, BUDGET_SETTLED, BUDGET_SETTLED)
    assert BY_BUDGET in pages(ran.out)[0]
    assert BY_BUDGET in letter


def test_so_does_the_letter_of_who_is_no_partner(file: Path) -> None:
    left = '[partner.weg]\nname = "Weg"\nuntil = 2026-12-31\n[settlement]\nopening = { weg = 5 }\n'
    file.write_text(NETWORK + left, "utf-8")
    letters(file)
    assert BY_BUDGET in text((file.parent / "brieven" / "04-weg.pdf").read_bytes())


def test_who_asks_for_the_budget_needs_no_note_but_a_reader_does(file: Path) -> None:
    file.write_text(NETWORK + ADVANCE + ACTUAL, "utf-8")
    told, letter = letters(file, "--scenario", "base")
    ran = run("nota", file, "--settlement", "--scenario", "base", "--lang", "nl")
    assert (ran.err, told) == ("", "")
    assert BY_BUDGET in letter
    assert BY_BUDGET in pages(ran.out)[0]


@pytest.mark.parametrize(
    "more", [ACTUAL, '[settlement]\nscenario = "base"\n'], ids=["actual", "says so"]
)
def test_where_what_happened_is_settled_they_do_not(file: Path, more: str) -> None:
    file.write_text(NETWORK + ADVANCE + more, "utf-8")
    told, letter = letters(file)
    ran = run("nota", file, "--settlement", "--lang", "nl")
    assert (ran.err, told) == ("", "")
    assert "begrote cijfers" not in pages(ran.out)[0] + letter


# ---------------------------------------------------------------- why it is not as budgeted


def test_letters_say_by_themselves_why_the_share_is_not_as_budgeted(file: Path) -> None:
    file.write_text(NETWORK + ADVANCE + ACTUAL, "utf-8")
    _, letter = letters(file)
    assert "Het aandeel van Aalst in het jaar is € 50,00: € 10,00 hoger dan in de begroting." in (
        letter
    )
    assert f"{WHY} Wat Bedrag Begroting 40,00 Huur (€ 120,00 → € 150,00) +10,00" in letter
    assert letters(file, "--against", "base")[1] == letter


def test_against_another_scenario_they_say_that_instead(file: Path) -> None:
    other = '[scenario.minder]\nlabel = "Minder"\ncost.huur.amount = 90\n'
    file.write_text(NETWORK + ADVANCE + ACTUAL + other, "utf-8")
    _, letter = letters(file, "--against", "minder")
    assert "€ 20,00 hoger dan met “Minder”." in letter


def test_where_nothing_differs_there_is_nothing_beside_it(file: Path) -> None:
    file.write_text(NETWORK + ADVANCE + ACTUAL.replace("150", "120"), "utf-8")
    _, letter = letters(file)
    assert WHY not in letter
    assert "Begroting" not in letter


def test_a_final_letter_with_its_causes_is_one_sheet(tmp_path: Path) -> None:
    folder = tmp_path / "brieven"
    assert run("letters", CRISIS, "--settlement", "--lang", "nl", "--output", folder).code == 0
    for sheet in folder.glob("*.pdf"):
        (page,) = pages(sheet.read_bytes())
        assert WHY in page


# ---------------------------------------------------------------- the index


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("nl", ["Partner", "Naam", "NIS-code", "Bedrag", "Mededeling", "Rekening", "Bestand"]),
        ("en", ["Partner", "Name", "NIS code", "Amount", "Reference", "Account", "File"]),
        (
            "fr",
            ["Partenaire", "Nom", "Code INS", "Montant", "Communication", "Compte", "Fichier"],
        ),
    ],
)
def test_the_index_has_the_headings_of_people_where_these_are_asked_for(
    lang: str, expected: list[str], file: Path
) -> None:
    file.write_text(NETWORK.replace('"Aalst"', '"Aalst"\nnis = "41002"'), "utf-8")
    folder = file.parent / "brieven"
    options = ("--headings", "labels", "--lang", lang, "--output", folder)
    for _ in range(2):  # an index with such headings is one of ours
        assert run("letters", file, *options).code == 0
    header, *rows = csv.reader((folder / INDEX).read_text("utf-8").splitlines())
    assert header == expected
    assert rows[0][:3] == ["a", "Aalst", "41002"]
    assert earlier_sheets(folder) == ("01-a.pdf", "02-b.pdf", "03-c.pdf")


def test_without_them_it_has_ids(file: Path) -> None:
    file.write_text(NETWORK, "utf-8")
    folder = file.parent / "brieven"
    assert run("letters", file, "--headings", "ids", "--lang", "nl", "--output", folder).code == 0
    first, *_ = (folder / INDEX).read_text("utf-8").splitlines()
    assert first == "partner,name,amount,reference,iban,file"


def test_a_language_on_the_command_line_asks_for_no_other_headings(file: Path) -> None:
    file.write_text(NETWORK, "utf-8")
    ran = run("letters", file, "--headings", "namen", "--output", file.parent / "brieven")
    assert ran.code == 2
    assert "ids" in ran.err
