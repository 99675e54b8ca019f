"""Documents as PDF: every figure on it, tagged, in the one family of fonts, the same bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from fractions import Fraction
from os import environ
from pathlib import Path
from typing import Any

import pytest

from command import run
from igs_costshare.errors import InputError
from igs_costshare.papers import compile as compiling
from igs_costshare.papers.blocks import Grid, Head, Lead, Paper, Run, Sheet, TableLine
from igs_costshare.papers.compile import pdf
from igs_costshare.papers.glyphs import characters, printable
from igs_costshare.wording.language import language as each_language
from paperwork import alternatives, fonts, language, pages, reader, tags, text

EXAMPLES = Path(__file__).parent.parent / "examples"
NETWORK = EXAMPLES / "crisisopvangnetwerk.toml"
HOSTILE = [
    "#panic()",
    "*vet*",
    "$x$",
    "@preview/cetz:0.3",
    "\\ #let",
    '"]; #eval("1")',
    "<b>",
    "`code`",
    "= kop",
    "- punt",
    "/ term: x",
    "// weg",
]


def made(*arguments: str | Path, stdin: bytes = b"") -> bytes:
    ran = run(*map(str, arguments), "--format", "pdf", "--lang", "nl", stdin=stdin)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.parametrize(
    "call",
    [
        "compute crisisopvangnetwerk.toml",
        "compare onderhandeling.toml",
        "diff onderhandeling.toml --scenario voorstel",
        "plan zes-jaar-vooruit.toml",
        "settle crisisopvangnetwerk-afgerekend.toml",
        "stays crisisopvangnetwerk-afgerekend.toml",
        "explain onderhandeling.toml beek",
        "sweep onderhandeling.toml --vary day_price.occupancy=0.5:1:0.25",
        "solve onderhandeling.toml --vary day_price.occupancy --target total.balance=0",
    ],
)
def test_every_figure_of_a_document_stands_on_its_paper(call: str) -> None:
    command, file, *options = call.split()
    arguments = (command, str(EXAMPLES / file), *options)
    data = made(*arguments)
    told = run(*arguments, "--format", "markdown", "--lang", "nl").text
    cells = {
        cell.replace("*", "").replace("\xa0", " ").strip()
        for line in told.splitlines()
        if line.startswith("|")
        for cell in line.strip("|").split("|")
    }
    shown = text(data).replace(" ", "")
    figures = [cell for cell in cells if cell and cell[-1].isdigit() and "\\" not in cell]
    assert figures or command in ("explain", "solve")
    assert [cell for cell in figures if cell.replace(" ", "") not in shown] == []


def test_a_paper_is_tagged_and_has_its_language_title_and_fonts() -> None:
    data = made("compute", NETWORK)
    assert language(data) == "nl"
    assert fonts(data) == {"SourceSans3"}
    assert {"H1", "Table", "TH", "TD", "P"} <= set(tags(data))
    metadata = reader(data).metadata
    assert metadata is not None
    assert metadata.title == "Crisisopvangnetwerk 2023"
    assert metadata.get("/CreationDate") is None
    assert "/MarkInfo" in reader(data).root_object


def test_a_plot_is_for_the_terminal_and_a_plan_has_its_chart() -> None:
    data = made("plan", EXAMPLES / "zes-jaar-vooruit.toml", "--plot")
    assert alternatives(data)
    assert "⠀" not in text(data)


def test_a_sheet_says_what_it_is_of_and_which_it_is() -> None:
    (page,) = pages(made("compute", NETWORK))
    file = r"Crisisopvangnetwerk 2023 · bestand crisisopvangnetwerk\.toml \w{8}"
    assert re.search(rf"{file} · igs-costshare 0\.1\.0 1 van 1$", page)
    (page,) = pages(made("compute", NETWORK, "--status", "ontwerp", "--date", "2027-03-01"))
    assert "Crisisopvangnetwerk 2023 · ontwerp van 01/03/2027 · bestand " in page


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Lima"])
def test_the_same_file_gives_the_same_bytes_in_any_time_zone(zone: str, tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "igs_costshare", "compute", NETWORK, "--format", "pdf"],
        env={**environ, "TZ": zone, "LC_ALL": "nl_BE.UTF-8", "PYTHONHASHSEED": "7"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert ran.stdout == made("compute", NETWORK)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_text_on_paper(name: str) -> None:
    description = f"title = {name!r}\n[partner.a]\nname = {name!r}\n[cost.rent]\namount = 5\n"
    shown = text(made("compute", "-", stdin=f"{description}per = 'partner'".encode()))
    assert shown.replace(" ", "").count(name.replace(" ", "")) >= 2


def test_a_character_that_the_fonts_lack_never_vanishes() -> None:
    assert printable("Zoë ﬁn 👍🏽 漢") == "Zoë ﬁn □□ □"
    assert printable("A\N{COMBINING ENCLOSING CIRCLE}\N{FULLWIDTH LATIN CAPITAL LETTER B}") == "AB"
    assert {"−", "€", "…", "□"} <= characters()
    shown = text(made("compute", "-", stdin="title = '漢 👍'\n[partner.stad]".encode()))
    assert "□ □" in shown


def test_a_wide_table_lies_on_its_side_and_goes_on_below() -> None:
    lines = "".join(f"[cost.c{at}]\nlabel='Kostenpost {at}'\namount={at + 1}\n" for at in range(24))
    file = f"title = 'Breed'\n[contribution]\nmodel = 'fixed'\n[partner.stad]\n{lines}"
    data = made("compute", "-", stdin=file.encode())
    assert [page.mediabox.width > page.mediabox.height for page in reader(data).pages] == [True]
    assert all(f"Kostenpost {at}" in text(data) for at in range(24))


def test_a_document_that_nobody_would_read_on_paper_is_refused() -> None:
    partners = "".join(f"[partner.p{at}]\n" for at in range(500))
    lines = "".join(f"[cost.c{at}]\namount={at + 1}\n" for at in range(25))
    file = f"title = 'Groot'\n[contribution]\nmodel = 'fixed'\n{partners}{lines}".encode()
    ran = run("compute", "-", "--format", "pdf", "--lang", "nl", stdin=file)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == (
        "fout: --format pdf: is te lang voor papier: 14.529 cijfers, en er kunnen er hoogstens "
        "12.000 op\ntip: een rekenblad (.xlsx) of CSV heeft ze allemaal\n"
    )


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "error: PDF needs what is not installed yet\nhint: install it once: "),
        ("nl", "fout: PDF heeft iets nodig dat nog niet geïnstalleerd is\ntip: installeer het één"),
        ("fr", "erreur\xa0: le PDF a besoin de ce qui n’est pas encore installé\nconseil\xa0: "),
    ],
)
def test_without_the_extra_it_says_how_to_install_it(
    lang: str, expected: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    compiling.compiler.cache_clear()
    monkeypatch.setitem(sys.modules, "typst", None)
    output = tmp_path / "a.pdf"
    ran = run("compute", NETWORK, "--output", output, "--lang", lang)
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err.startswith(expected)
    assert ran.err.endswith("pip install '.[papers]'\n")
    assert not output.exists()


def test_a_terminal_shows_no_pdf(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("igs_costshare.cli.showing.is_screen", lambda: True)
    ran = run("compute", NETWORK, "--format", "pdf")
    assert ran.code == 2
    assert ran.err == (
        "error: --format: a terminal cannot show pdf\n"
        "hint: give --output, as in `--output network.pdf`\n"
    )


def test_whole_euros_stand_on_paper_where_they_are_asked_for() -> None:
    shown = text(made("compute", NETWORK, "--round", "euro"))
    assert "-40.436 " in shown
    assert "-40.436,00" not in shown


def test_a_word_that_is_wider_than_the_sheet_is_cut_into_pieces_and_no_figure_is_lost() -> None:
    name = "W" * 300
    grid = Grid("t", (Head("Partner", right=False), Head("Bedrag")), (TableLine((name, "1,00")),))
    data = pdf(Paper("nl", "Titel", "", "voet", (Sheet((grid,)), Sheet((grid,), fits=False))))
    assert text(data).replace(" ", "").count("W" * 300) == 2
    assert text(data).count("1,00") == 2


def test_figures_that_no_sheet_can_hold_are_told_with_a_way_out() -> None:
    cells = ("1" * 60,) * 9
    grid = Grid("t", (Head("1"),) * 9, (TableLine(cells),))
    with pytest.raises(InputError) as found:
        pdf(Paper("nl", "Titel", "", "voet", (Sheet((grid,)),)))
    (problem,) = found.value.problems
    words = [each_language("en").tell(each) for each in (problem.message, problem.hint or "")]
    assert words == [
        "does not come out on paper: panicked with: a table is wider than its page",
        "as a page it does: --format html",
    ]


def test_a_font_that_is_missing_is_an_error_and_no_empty_sheet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for template in Path(compiling.__file__).parent.glob("*.typ"):
        shutil.copy(template, tmp_path)
    compiling.compiler.cache_clear()
    monkeypatch.setattr(compiling, "_FOLDER", tmp_path)
    with pytest.raises(InputError, match="unknown font family: source sans 3"):
        pdf(Paper("nl", "Titel", "", "voet", ()))
    compiling.compiler.cache_clear()


def test_a_title_and_a_sentence_of_one_long_word_stay_on_the_sheet() -> None:
    word = "Titel" * 40
    data = pdf(Paper("nl", word, "", "voet", (Sheet((Lead((Run(word),)),)),)))
    found = pages(data)[0]
    assert found.replace(" ", "").replace("\N{ZERO WIDTH SPACE}", "").count(word) == 2
    assert max(map(len, found.split(" "))) < 150


def test_what_no_template_knows_stands_on_no_sheet() -> None:
    third: Any = Fraction(1, 3)
    with pytest.raises(TypeError, match="Fraction stands in no template"):
        pdf(Paper("nl", "", "", "", (Sheet((Lead((Run(third),)),)),)))
