"""The foot of pages and sheets: whichever command makes them, they say what they were made of."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from command import run
from igs_costshare.cli.stayed import StayedDocument
from igs_costshare.page.plain import plain_page
from igs_costshare.papers.document import paper_of
from igs_costshare.reading.settled import load_settled
from igs_costshare.wording.language import language
from paperwork import pages

EXAMPLES = Path(__file__).parent.parent / "examples"
CLOSED = EXAMPLES / "crisisopvangnetwerk-afgerekend.toml"
PLAN = """title = "Klein"
year = 2027
[plan]
until = 2029
[partner.a]
[partner.b]
[cost.k]
amount = 50
[contribution]
model = "fixed"
[scenario.meer]
label = "Meer"
cost.k.amount = 70
"""
MARKED = ("--status", "definitief", "--date", "2027-03-12", "--lang", "nl")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "klein.toml"
    file.write_text(PLAN, encoding="utf-8")
    return file


def sha(file: Path, *options: str) -> str:
    """The first digits of the hash that `freeze` keeps."""
    assert run("freeze", file, "--force", *options).code == 0
    (found,) = re.findall(r'sha256 = "([0-9a-f]{8})', Path(f"{file}.lock").read_text("utf-8"))
    Path(f"{file}.lock").unlink()
    return str(found)


def foot(*arguments: str | Path) -> str:
    """The foot of the page that a command makes, without the program."""
    ran = run(*arguments, "--format", "html")
    assert (ran.code, ran.err) == (0, "")
    (found,) = re.findall("<footer><p>(.*)</p></footer>", ran.text)
    return str(found).removesuffix(" · igs-costshare 0.1.0")


@pytest.mark.parametrize(
    ("command", "title"),
    [
        (("compute",), "Klein 2027"),
        (("settle",), "Klein 2027"),
        (("settle", "--year", "2028"), "Klein 2028"),
        (("plan",), "Klein"),
        (("compare",), "Klein 2027"),
        (("compare", "--models", "variable:partners"), "Klein 2027"),
        (("compare", "--year", "2028"), "Klein 2028"),
        (("fair",), "Klein 2027"),
        (("fair", "--model", "variable:partners"), "Klein 2027"),
        (("diff", "--year", "2028"), "Klein 2028"),
    ],
    ids=" ".join,
)
def test_every_page_has_status_day_file_and_hash_at_its_foot(
    command: tuple[str, ...], title: str, file: Path
) -> None:
    name, *options = command
    assert foot(name, file, *options, *MARKED) == (
        f"{title} · definitief van 12/03/2027 · bestand klein.toml {sha(file)}"
    )


def test_a_scenario_stands_at_the_foot_with_its_own_hash(file: Path) -> None:
    expected = f"Klein 2027 · scenario Meer · bestand klein.toml {sha(file, '--scenario', 'meer')}"
    options = ("--scenario", "meer", "--lang", "nl")
    assert foot("settle", file, *options) == expected
    assert foot("fair", file, *options) == expected
    assert foot("plan", file, *options) == expected.replace(" 2027", "")
    assert foot("diff", file, *options) == expected.replace(
        "· bestand", f"· bestand klein.toml {sha(file)} · bestand"
    )


def test_a_difference_names_both_files_and_of_saved_figures_none(file: Path) -> None:
    other, saved = file.with_name("ander.toml"), file.with_name("bewaard.json")
    other.write_text(PLAN.replace("50", "60"), encoding="utf-8")
    assert foot("diff", file, other, "--lang", "nl") == (
        f"Klein 2027 · bestand klein.toml {sha(file)} · bestand ander.toml {sha(other)}"
    )
    assert run("compute", file, "--output", saved).code == 0
    assert (
        foot("diff", saved, other, "--lang", "nl")
        == f"Klein 2027 · bestand ander.toml {sha(other)}"
    )
    ran = run("diff", saved, saved, "--format", "html", "--lang", "nl")
    assert (ran.code, "<footer>" in ran.text) == (0, False)
    dues = foot("diff", file, other, "--due", *MARKED)
    assert dues.startswith("Klein 2027 · definitief van 12/03/2027 · bestand klein.toml ")


@pytest.mark.parametrize("command", ["settle", "stays"])
def test_sheets_have_the_same_foot_as_pages(command: str, tmp_path: Path) -> None:
    expected = foot(command, CLOSED, *MARKED)
    assert re.fullmatch(
        "Crisisopvangnetwerk 2022 · scenario werkelijke cijfers · definitief van 12/03/2027 · "
        "bestand crisisopvangnetwerk-afgerekend.toml [0-9a-f]{8}",
        expected,
    )
    sheet = tmp_path / "blad.pdf"
    assert run(command, CLOSED, *MARKED, "--output", sheet).code == 0
    for page in pages(sheet.read_bytes()):
        assert f"{expected} · igs-costshare 0.1.0".replace(" ", "") in page.replace(" ", "")


def test_the_day_of_the_lock_stands_there_where_none_is_asked_for(file: Path) -> None:
    options = ("--decision", "gemeenteraad 14 maart 2027")
    assert run("freeze", file, *options).code == 0
    assert " · 14/03/2027 · bestand klein.toml " in foot("settle", file, "--lang", "nl")


@pytest.mark.parametrize("command", ["settle", "plan", "compare", "fair"])
def test_a_status_goes_with_a_page_or_sheets(command: str, file: Path) -> None:
    ran = run(command, file, "--status", "ontwerp", "--lang", "en")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == "error: --status: goes with --format pdf or --format html\n"
    ran = run(command, file, "--format", "html", "--date", "12/03/2027", "--lang", "en")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith("error: --date: ")


def test_what_was_made_without_a_command_has_its_title_at_the_foot_of_sheets() -> None:
    from igs_costshare.documents.settlement import SettlementDocument

    readings = load_settled(CLOSED)
    document = SettlementDocument(readings.outcome(readings.settled.statement()), language("nl"))
    assert paper_of(document, language("nl")).footer.startswith(f"{document.title} · igs-costshare")
    assert "<footer>" not in plain_page(document, "", language("nl"))
    assert StayedDocument.footing is None
