"""The paper for a council: two pages, the figures of the engine, and nothing that is not true."""

from __future__ import annotations

import re
import subprocess
import sys
from decimal import Decimal
from os import environ
from pathlib import Path

import pytest

from command import run
from igs_costshare import compute, diff, parse, read
from igs_costshare.method.rows import line_rows
from igs_costshare.papers.blocks import (
    Block,
    Boxed,
    Cards,
    Drawing,
    Grid,
    Heading,
    Lead,
    Note,
    Paper,
    Paragraph,
)
from igs_costshare.papers.case import Before, Case
from igs_costshare.papers.marks import Marks
from igs_costshare.papers.nota import nota as nota_of
from igs_costshare.reading import load_text
from igs_costshare.reading.planned import in_year
from igs_costshare.wording.language import language
from paperwork import alternatives, fonts, pages, tags, text
from paperwork import language as language_of

EXAMPLES = Path(__file__).parent.parent / "examples"
TALKS = EXAMPLES / "onderhandeling.toml"
PROPOSED = ("--scenario", "voorstel", "--against", "base", "--partner", "beek")
NL = language("nl")


def made(file: str | Path, *options: str, stdin: bytes = b"") -> bytes:
    ran = run("nota", file, "--lang", "nl", *options, stdin=stdin)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def written(minor: int, decimals: int = 2) -> str:
    return NL.figure(minor, decimals)


def paper(
    description: str, *, scenario: str | None = None, own: str | None = None, **asked: str
) -> Paper:
    """The blocks of a paper, which take no time to make."""
    from igs_costshare.papers.against import before_of

    first = load_text(description, "netwerk.toml", (), scenario)
    reading = in_year(first, int(asked["year"])) if "year" in asked else first
    before: Before | None = None
    if "against" in asked:
        before = before_of(first, reading, asked["against"], NL)
    return nota_of(Case(reading, NL, before, own), first, Marks())


def blocks(paper: Paper, sheet: int = 0) -> tuple[Block, ...]:
    return paper.sheets[sheet].blocks


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def said(paper: Paper) -> str:
    """The sentence that asks for a decision."""
    lead = blocks(paper)[0]
    assert isinstance(lead, Lead)
    return plain("".join(run.text for run in lead.runs))


def table(paper: Paper, heading: str, sheet: int = 0) -> list[tuple[str, ...]]:
    """The first table under a heading, with its headings as its first row."""
    found = blocks(paper, sheet)
    at = next(i for i, b in enumerate(found) if isinstance(b, Heading) and b.text == heading)
    grid = next(block for block in found[at:] if isinstance(block, Grid))
    heads = tuple(head.text for head in grid.heads)
    return [heads, *(tuple(map(plain, line.cells)) for line in grid.lines)]


def headings(paper: Paper, sheet: int = 0) -> list[str]:
    return [plain(block.text) for block in blocks(paper, sheet) if isinstance(block, Heading)]


PAYS = "Wat elke partner betaalt"
LINES = "Hoe elke kost verdeeld wordt"
INCOME = "Hoe de inkomsten verdeeld worden"
WHY = "Waardoor het verandert"


# ---------------------------------------------------------------- on paper


@pytest.fixture(scope="module")
def proposal() -> bytes:
    return made(TALKS, *PROPOSED, "--date", "2027-03-12")


def test_it_is_two_pages_tagged_in_its_language_and_in_our_font(proposal: bytes) -> None:
    assert len(pages(proposal)) == 2
    assert language_of(proposal) == "nl"
    assert fonts(proposal) == {"SourceSans3"}
    assert {"H1", "H2", "Table", "TH", "TD", "Figure"} <= set(tags(proposal))
    (alternative,) = alternatives(proposal)
    assert alternative == (
        "Meer te betalen voor Beek en Veld, minder voor Stad, Heuvel en Dorp. "
        "Open: huidige afspraak. Vol: “Voorstel”. Rechts het verschil."
    )


def test_the_first_sentence_says_what_we_pay_how_much_more_and_why(proposal: bytes) -> None:
    assert (
        "Gevraagde beslissing. De verdeling van de kosten voor 2027 goedkeuren volgens “Voorstel”. "
        "Beek betaalt € 1.670,28: € 840,78 meer dan met de huidige afspraak. Dat komt vooral door: "
        "nieuwe verdeling (25 % gelijk, rest volgens het aantal inwoners)."
    ) in pages(proposal)[0]


def test_every_amount_of_the_engine_stands_on_it(proposal: bytes) -> None:
    before, now = read(TALKS), read(TALKS, scenario="voorstel")
    statement, found = compute(now), diff(before, now)
    first, second = pages(proposal)
    for row in statement.rows:
        assert written(-row.balance) in first
        assert written(-row.balance) in second
    for change in found.rows:
        balance = change.columns["balance"]
        assert written(-(balance.a or 0)) in first
        assert NL.change(-balance.change, 2) in first
        for part in change.causes:
            assert NL.change(-part, 2) in first
    for line in line_rows(statement, NL):
        assert written(line.total) in second


def test_each_foot_says_what_tells_the_paper_from_others(proposal: bytes, tmp_path: Path) -> None:
    frozen = tmp_path / "onderhandeling.toml"
    frozen.write_bytes(TALKS.read_bytes())
    assert run("freeze", frozen, "--scenario", "voorstel").code == 0
    lock = Path(f"{frozen}.lock").read_text("utf-8")
    (sha,) = re.findall(r'sha256 = "([0-9a-f]{64})"', lock)
    for number, page in enumerate(pages(proposal), 1):
        assert page.endswith(
            "Noodwoningen: de onderhandeling 2027 · scenario Voorstel · ontwerp van 12/03/2027 · "
            f"bestand onderhandeling.toml {sha[:8]} · igs-costshare 0.1.0 {number} van 2"
        )


@pytest.mark.parametrize("zone", ["Asia/Tokyo", "America/Lima"])
def test_the_same_file_gives_the_same_bytes(zone: str, proposal: bytes, tmp_path: Path) -> None:
    options = [str(TALKS), *PROPOSED, "--date", "2027-03-12", "--lang", "nl"]
    ran = subprocess.run(
        [sys.executable, "-m", "igs_costshare", "nota", *options],
        env={**environ, "TZ": zone, "PYTHONHASHSEED": "5"},
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert ran.stdout == proposal


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "Decision asked. Approve how the costs of 2027 are shared in “Voorstel”. Beek pays"),
        ("fr", "Décision demandée. Approuver la répartition des coûts de 2027 selon « Voorstel »."),
    ],
)
def test_it_is_in_the_language_of_the_reader(lang: str, expected: str) -> None:
    data = run("nota", TALKS, *PROPOSED, "--lang", lang).out
    assert expected in pages(data)[0]
    assert language_of(data) == lang


@pytest.mark.parametrize(("partners", "sheets"), [(1, 2), (25, 4), (300, None)])
def test_however_large_the_network_the_paper_is_two_pages(
    partners: int, sheets: int | None
) -> None:
    description = large(partners)
    data = made("-", "--scenario", "duur", "--against", "base", stdin=description.encode())
    found = pages(data)
    assert sheets is None or len(found) == sheets
    assert "Voor het besluit" in found[1]
    assert all("Bijlage: " not in page for page in found[:2])
    if partners > 25:
        assert "De 10 grootste veranderingen" in found[0]
        assert "290 andere partners" in found[0]
        assert "Bijlage: Wat elke partner betaalt" in found[2]
    shown = " ".join(found)
    statement = compute(parse(description, scenario="duur"))
    assert all(written(-row.balance) in shown for row in statement.rows)


def large(partners: int, lines: int = 3, name: str = "Gemeente {at}") -> str:
    blocks = [
        'title = "Groot netwerk"\nyear = 2027',
        '[contribution]\nmodel = "mixed"\nfixed_share = 0.25\nkey = "inhabitants"',
        '[subsidy.vl]\nlabel = "Vlaamse subsidie"\nrate = 0.2',
        *(
            f'[cost.c{at}]\nlabel = "Post {at}"\namount = {9_000 + 12.34 * at}'
            for at in range(lines)
        ),
        *(
            f"[partner.p{at}]\nname = '{name.format(at=at)}'\n"
            f"keys = {{ inhabitants = {5_000 + 137 * at} }}"
            for at in range(partners)
        ),
        '[scenario.duur]\nlabel = "Duurder"\ncost.c0.amount = 20000\nsubsidy.vl.rate = 0.1',
    ]
    return "\n\n".join(blocks)


def test_names_of_sixty_characters_and_hostile_ones_stand_whole_on_two_pages() -> None:
    names = ["#panic() *vet* $x$ @a " + "x" * 38, "Samenwerkingsverband " + "y" * 39]
    description = large(2).replace("Gemeente 0", names[0]).replace("Gemeente 1", names[1])
    data = made("-", "--partner", "p0", stdin=description.encode())
    found = pages(data)
    assert len(found) == 2
    shown = "".join(found).replace(" ", "")
    assert all(name.replace(" ", "") in shown for name in names)


@pytest.mark.parametrize(
    "label",
    [
        "Werkingskosten/personeelskosten/begeleidingskosten/overhead",
        "begeleiding_en_omkadering_van_gezinnen_in_noodwoningen_2027",
        "Begeleiding en omkadering van gezinnen in noodwoningen".replace(" ", "\N{NO-BREAK SPACE}"),
        "W" * 60,
    ],
)
def test_a_long_word_in_a_label_breaks_in_its_cell(label: str) -> None:
    scenarios = "".join(
        f'[scenario.s{at}]\nlabel = "Alternatief{at}"\ncost.c.amount = {250_001 + at}\n'
        for at in range(4)
    ).replace("Alternatief3", label)
    description = SMALL + FIXED + f'[cost.c]\nlabel = "{label}"\namount = 250000\n' + scenarios
    data = made("-", "--scenario", "s0", "--against", "base", stdin=description.encode())
    _, second = pages(data)
    shown = re.sub("[\N{ZERO WIDTH SPACE} ]", "", second)
    assert shown.count(re.sub(r"\s", "", label)) >= 2


# ---------------------------------------------------------------- who pays what

SMALL = """
title = "Klein"
year = 2027
[partner.a]
name = "Aalst"
[partner.b]
name = "Brug"
"""
FIXED = '[contribution]\nmodel = "fixed"\n'


def test_the_table_has_keys_shares_and_what_was_paid_before() -> None:
    found = paper(TALKS.read_text("utf-8"), scenario="voorstel", own="beek", against="base")
    rows = table(found, PAYS)
    assert rows[0] == (
        *("Partner", "Woningen", "Inwoners", "Te betalen 2027", "Aandeel", "Per inwoner"),
        *("Huidige afspraak", "Verschil"),
    )
    assert rows[3] == (*("Beek", "1", "12.475", "1.670,28", "31,2 %", "0,13", "829,50", "+840,78"),)
    assert rows[-1] == (
        *("Totaal", "9", "75.000", "5.353,00", "100 %", "0,07", "6.636,00", "−1.283,00"),
    )


def test_without_inhabitants_and_without_a_before_there_are_no_such_columns() -> None:
    found = paper(SMALL + FIXED + "[cost.c]\namount = 10\n")
    assert table(found, PAYS) == [
        ("Partner", "Te betalen 2027", "Aandeel"),
        ("Aalst", "5,00", "50,0 %"),
        ("Brug", "5,00", "50,0 %"),
        ("Totaal", "10,00", "100 %"),
    ]
    assert said(found) == (
        "Gevraagde beslissing. De verdeling van de kosten voor 2027 goedkeuren. "
        "De 2 partners betalen samen € 10,00."
    )
    assert found.over == "Nota voor de besturen van de 2 partners"


def test_where_some_pay_and_others_receive_there_are_no_shares() -> None:
    file = (
        SMALL + "[cost.c]\namount = 10\nper = 'partner'\n[revenue.r]\namount = 15\nonly = ['b']\n"
    )
    found = paper(file + "contribution = { model = 'fixed' }\n", own="b")
    assert table(found, PAYS)[0] == ("Partner", "Te betalen 2027")
    assert said(found).endswith("Brug ontvangt € 5,00.")
    assert found.over == "Nota voor het bestuur · Brug"


def test_where_all_receive_the_paper_speaks_of_that() -> None:
    found = paper(SMALL.replace("year = 2027\n", "") + FIXED + "[revenue.r]\namount = 15\n")
    rows = table(found, "Wat elke partner ontvangt")
    assert rows[0] == ("Partner", "Te ontvangen", "Aandeel")
    assert rows[-1] == ("Totaal", "15,00", "100 %")
    assert said(found).endswith(
        "De verdeling van de inkomsten goedkeuren. De 2 partners ontvangen samen € 15,00."
    )
    assert table(found, INCOME, 1) == [
        ("Post", "Bedrag", "Hoe berekend", "Wie draagt wat"),
        ("r", "15,00", "vast bedrag", "gelijk"),
        ("Te ontvangen", "15,00", "", ""),
    ]
    (cards,) = (block for block in blocks(found) if isinstance(block, Cards))
    assert [plain(card.figure) for card in cards.cards] == ["€ 15,00", "€ 15,00"]


def test_nothing_at_all_is_told_as_nothing() -> None:
    found = paper(SMALL, own="a")
    assert said(found).endswith("Aalst betaalt niets.")
    assert said(paper(SMALL)).endswith("De 2 partners betalen samen niets.")
    assert not any(isinstance(block, Drawing) for block in blocks(found))
    assert headings(found, 1) == [LINES, "Voor het besluit"]


@pytest.mark.parametrize(
    ("kind", "over", "body"),
    [
        ("municipality", "Nota voor de gemeenteraad · Aalst", "De gemeenteraad keurt"),
        (
            "ocmw",
            "Nota voor de raad voor maatschappelijk welzijn · Aalst",
            "De raad voor maatschappelijk welzijn keurt",
        ),
        ("nonprofit", "Nota voor het bestuur · Aalst", "Het bestuur keurt"),
    ],
)
def test_whoever_decides_is_called_by_its_name(kind: str, over: str, body: str) -> None:
    found = paper(SMALL.replace('"Aalst"', f'"Aalst"\nkind = "{kind}"'), own="a")
    assert found.over == over
    (box,) = (block for block in blocks(found, 1) if isinstance(block, Boxed))
    assert body in "".join(run.text for run in box.paragraphs[1])


# ---------------------------------------------------------------- against

CHANGING = (
    SMALL
    + """
[contribution]
model = "fixed"
[cost.c]
label = "Huur"
amount = 10
[scenario.zelfde]
cost.c.label = "Loon"
[scenario.minder]
label = "Minder"
cost.c.amount = 4
[scenario.subsidie]
subsidy.s.amount = 5
[scenario.komt]
partner.c = { name = "Dorp" }
[scenario.gaat]
remove = ["partner.b"]
[scenario.om]
cost.c = { amount = 4, contribution = { model = "agreed", shares = { a = 100, b = 0 } } }
revenue.r = { amount = 8, contribution = { model = "agreed", shares = { a = 0, b = 100 } } }
"""
)


def against(scenario: str | None, other: str, own: str | None = None) -> str:
    whole = said(paper(CHANGING, scenario=scenario, own=own, against=other))
    return whole.partition("goedkeuren")[2].partition(". ")[2]


def test_more_less_and_as_much_are_told_with_what_they_are_held_against() -> None:
    assert against(None, "minder") == (
        "De 2 partners betalen samen € 10,00: € 6,00 meer dan met “Minder”. "
        "Dat komt door: Huur (€ 4,00 → € 10,00)."
    )
    assert against("minder", "base", "a") == (
        "Aalst betaalt € 2,00: € 3,00 minder dan met de huidige afspraak. "
        "Dat komt door: Huur (€ 10,00 → € 4,00)."
    )
    assert against(None, "base") == (
        "De 2 partners betalen samen € 10,00, evenveel als met de huidige afspraak."
    )


def test_who_receives_now_and_paid_before_is_told_so() -> None:
    assert against("om", "base", "b").startswith(
        "Brug ontvangt € 8,00; met de huidige afspraak was € 5,00 te betalen."
    )
    assert against(None, "om", "b").startswith(
        "Brug betaalt € 5,00; met “om” was € 8,00 te ontvangen."
    )


def test_who_was_not_there_has_no_before_and_who_left_no_bill() -> None:
    came = table(paper(CHANGING, scenario="komt", against="base"), PAYS)
    assert came[3] == ("Dorp", "3,33", "33,3 %", "–", "+3,33")
    gone = table(paper(CHANGING, scenario="gaat", against="base"), PAYS)
    assert gone[2] == ("Brug", "–", "5,00", "−5,00")
    assert against("komt", "base", "c") == "Dorp betaalt € 3,33."
    notes = [
        b.text
        for b in blocks(paper(CHANGING, scenario="gaat", against="base"))
        if isinstance(b, Note)
    ]
    assert "Een streepje staat waar iemand geen partner is." in notes[0]


def test_a_sole_cause_is_a_sentence_and_several_are_a_table() -> None:
    found = paper(CHANGING, scenario="minder", against="base")
    assert not any(isinstance(b, Grid) for b in blocks(found)[-1:])
    both = CHANGING + "[scenario.beide]\ncost.c.amount = 20\nsubsidy.s.amount = 5\n"
    rows = table(paper(both, scenario="beide", against="base"), WHY)
    assert [len(row) for row in rows] == [4] * 4
    assert rows[-1][-1] == "+5,00"


def test_many_causes_are_told_with_the_smaller_ones_together() -> None:
    costs = "".join(f"[cost.k{at}]\nlabel='K{at}'\namount=10\n" for at in range(6))
    changed = "".join(f"cost.k{at}.amount = {11 + at * at}\n" for at in range(6))
    file = f"{SMALL}{FIXED}{costs}[scenario.x]\n{changed}"
    rows = table(paper(file, scenario="x", against="base"), WHY)
    assert rows[0][-2:] == ("3 kleinere oorzaken", "Verschil")
    assert rows[-1][-1] == f"+{written(sum(1 + at * at for at in range(6)) * 100)}"


def test_two_years_of_a_plan_and_a_saved_statement_can_be_held_against_one_another(
    tmp_path: Path,
) -> None:
    plan = EXAMPLES / "zes-jaar-vooruit.toml"
    first = pages(made(plan, "--year", "2030", "--against", "2027", "--partner", "stad"))[0]
    assert "Stad betaalt € 19.968,38: € 4.596,38 meer dan in 2027." in first
    saved = tmp_path / "vroeger.json"
    saved.write_bytes(run("compute", TALKS, "--format", "json").out)
    first = pages(made(TALKS, "--scenario", "voorstel", "--against", str(saved)))[0]
    assert "€ 1.283,00 minder dan volgens “vroeger.json”." in first
    assert WHY not in first


def test_the_reserve_comes_after_the_partners_and_makes_it_add_up() -> None:
    data = EXAMPLES / "zes-jaar-vooruit.toml"
    found = paper(data.read_text("utf-8"), year="2030")
    assert table(found, LINES, 1)[-2:] == [
        ("Uit de reserve", "−346,24", "", ""),
        ("Te betalen", "36.957,57", "", ""),
    ]
    kept = table(paper(data.read_text("utf-8")), LINES, 1)
    assert kept[-2][:2] == ("Naar de reserve", "100,00")


# ---------------------------------------------------------------- the second page


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_the_lines_of_every_example_add_up_to_what_is_paid(example: Path) -> None:
    statement = compute(read(example))
    found = paper(example.read_text("utf-8"))
    rows = table(found, INCOME if INCOME in headings(found, 1) else LINES, 1)
    amounts = [
        Decimal(row[1].replace(".", "").replace(",", ".").replace("−", "-")) for row in rows[1:]
    ]
    names = [row[0] for row in rows[1:]]
    sums = [at for at, name in enumerate(names) if name in ("Uitgaven", "Inkomsten")]
    if "Uitgaven" in names:
        assert sum(amounts[: sums[0]]) == amounts[sums[0]]
    lines = [amount for at, amount in enumerate(amounts[:-1]) if at not in sums]
    assert sum(lines) == amounts[-1]
    bill = -sum(statement.minor(row.balance) for row in statement.partners)
    places = Decimal(1).scaleb(-statement.decimals)
    assert amounts[-1] == abs(bill) * places


def test_above_twelve_lines_the_small_ones_are_one_and_the_annex_has_all() -> None:
    found = paper(large(2, 15))
    rows = table(found, LINES, 1)
    assert [row[0] for row in rows if "kleinere" in row[0]] == ["6 kleinere posten"]
    whole = table(found, f"Bijlage: {LINES}", 2)
    assert len(whole) == 15 + 4
    assert rows[-1] == whole[-1]


def test_the_alternatives_say_what_is_different() -> None:
    rows = table(
        paper(TALKS.read_text("utf-8"), scenario="voorstel", own="beek"), "De alternatieven", 1
    )
    assert rows[0] == (
        *("Te betalen door", "Huidige afspraak", "Volgens inwoners", "Voorstel"),
        *("Lage bezetting", "Zonder Dorp"),
    )
    assert rows[1][0] == "wat anders is"
    assert rows[1][5] == "Dorp vertrekt"
    assert rows[6] == ("Dorp", "829,50", "165,67", "648,50", "2.449,50", "–")
    assert rows[7] == ("Totaal", "6.636,00", "6.636,00", "5.353,00", "19.596,00", "7.919,00")


def test_more_alternatives_than_a_page_holds_stand_in_the_annex() -> None:
    more = "".join(f"[scenario.s{at}]\ncost.c.amount = {at + 20}\n" for at in range(7))
    found = paper(f"{SMALL}{FIXED}[cost.c]\namount = 10\n{more}", scenario="s6")
    assert table(found, "De alternatieven", 1)[0][1:] == (
        "Huidige afspraak",
        "s0",
        "s1",
        "s2",
        "s6",
    )
    annexed = [block for block in blocks(found, 2) if isinstance(block, Grid)]
    assert [len(grid.heads) - 1 for grid in annexed] == [5, 3]


def test_a_scenario_that_cannot_be_computed_is_named() -> None:
    broken = f"{SMALL}{FIXED}[cost.c]\namount = 10\n[scenario.ok]\ncost.c.amount = 5\n"
    broken += "[scenario.kapot]\nsubsidy.s.amount = 200\n"
    notes = [block.text for block in blocks(paper(broken), 1) if isinstance(block, Note)]
    assert notes[0] == "Weggelaten, omdat het niet berekend kan worden: kapot."


def test_the_command_at_the_end_gives_the_same_figures(tmp_path: Path) -> None:
    options = ("--scenario", "voorstel", "--set", "fte.cost=90000")
    shown = text(made(TALKS, *options))
    assert (
        "Narekenen: igs-costshare compute onderhandeling.toml --scenario voorstel "
        "--set fte.cost=90000."
    ) in shown


# ---------------------------------------------------------------- the command


def test_a_lock_gives_the_day_of_its_decision(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(SMALL, encoding="utf-8")
    assert run("freeze", file, "--decision", "raad van 2026-03-12, punt 7").code == 0
    assert "· ontwerp van 12/03/2026 ·" in text(made(file))
    assert "· definitief van 01/02/2027 ·" in text(
        made(file, "--status", "definitief", "--date", "2027-02-01")
    )
    file.write_text(SMALL + "[cost.c]\namount = 1\nper = 'partner'\n", encoding="utf-8")
    assert "· ontwerp · bestand a.toml" in text(made(file))
    Path(f"{file}.lock").write_text("kapot", encoding="utf-8")
    assert "· ontwerp · bestand a.toml" in text(made(file))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            ("--partner", "stat"),
            "error: --partner: there is no partner `stat`\nhint: did you mean ",
        ),
        (("--status", "klaar"), "error: --status: must be ontwerp or definitief, got klaar\n"),
        (("--date", "12/03/2027"), "error: --date: is no day\nhint: as in `--date 2027-03-12`\n"),
        (("--date", "2027-02-31"), "error: --date: is no day\n"),
        (("--format", "csv"), "error: --format: this command has no csv: take pdf or html\n"),
        (("--against", "nergens.toml"), "error: nergens.toml: "),
        (("--against", "2030"), "error: 2030: "),
    ],
)
def test_a_mistake_is_told_and_nothing_is_written(
    options: tuple[str, ...], expected: str, tmp_path: Path
) -> None:
    output = tmp_path / "nota"
    ran = run("nota", TALKS, *options, "--output", output, "--lang", "en")
    assert (ran.code, ran.out, output.exists()) == (2, b"", False)
    assert ran.err.startswith(expected)


def test_a_year_that_the_plan_does_not_have_is_no_file() -> None:
    ran = run("nota", EXAMPLES / "zes-jaar-vooruit.toml", "--against", "2040", "--lang", "en")
    assert ran.code == 2
    assert "the plan has no such year" in ran.err


def test_warnings_are_told_beside_the_paper(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(SMALL + "[cost.c]\namount = 12.345\nper = 'partner'\n", encoding="utf-8")
    ran = run("nota", file, "--output", tmp_path / "a.pdf", "--lang", "en")
    assert ran.code == 0
    assert ran.err.startswith("warning: ")


def test_the_same_paper_is_a_page_of_html(tmp_path: Path) -> None:
    output = tmp_path / "nota.html"
    name = "<script>alert(1)</script>"
    hostile = large(3).replace("Gemeente 1", name)
    ran = run(
        *("nota", "-", "--output", output, "--partner", "p0", "--lang", "nl"),
        *("--scenario", "duur", "--against", "base"),
        stdin=hostile.encode(),
    )
    assert (ran.code, ran.err) == (0, "")
    html = output.read_text("utf-8")
    assert html.startswith('<!doctype html>\n<html lang="nl">')
    assert name not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert html.count("<svg") == 2  # one for a telephone
    assert "<strong>Gevraagde beslissing. </strong>" in html
    statement = compute(parse(hostile, scenario="duur"))
    assert all(written(-row.balance) in html for row in statement.rows)


# ---------------------------------------------------------------- corners


RECEIVING = SMALL + FIXED + "[revenue.r]\namount = 15\n"


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ("revenue.r.amount = 30", "Meer te ontvangen voor Aalst en Brug"),
        ("revenue.r.amount = 5", "Minder te ontvangen voor Aalst en Brug"),
        (
            "contribution = { model = 'agreed', shares = { a = 80, b = 20 } }",
            "Meer te ontvangen voor Aalst, minder voor Brug",
        ),
    ],
)
def test_what_changes_of_what_is_received_is_told_so(changed: str, expected: str) -> None:
    found = paper(f"{RECEIVING}[scenario.x]\n{changed}\n", scenario="x", against="base")
    assert expected in headings(found)


@pytest.mark.parametrize(
    ("amount", "expected"),
    [
        (20_000, "Meer te betalen voor 8 van de 8 partners"),
        (1_000, "Minder te betalen voor 8 van de 8 partners"),
    ],
)
def test_many_changes_are_counted(amount: int, expected: str) -> None:
    file = large(8) + f"\n[scenario.x]\ncost.c0.amount = {amount}\n"
    assert expected in headings(paper(file, scenario="x", against="base"))


def test_changes_both_ways_are_counted_and_those_of_what_is_received() -> None:
    equal = "\n[scenario.x]\ncontribution = { model = 'fixed' }\n"
    titles = headings(paper(large(8) + equal, scenario="x", against="base"))
    assert "Meer te betalen voor 4 van de 8 partners, minder voor 4" in titles
    income = large(8).replace("[cost.c", "[revenue.c").replace("[subsidy.vl]", "[cost.niets]")
    income = income.replace("rate = 0.2\n", "amount = 0\n").partition("[scenario.duur]")[0]
    titles = headings(paper(income + equal, scenario="x", against="base"))
    assert "Meer te ontvangen voor 4 van de 8 partners, minder voor 4" in titles


def test_who_only_comes_or_leaves_pays_neither_more_nor_less() -> None:
    file = SMALL + "[cost.c]\namount = 10\nper = 'partner'\n[scenario.x]\npartner.c.name = 'Dorp'\n"
    titles = headings(paper(file, scenario="x", against="base"))
    assert "Wie komt en wie vertrekt" in titles


def test_a_division_that_takes_many_words_is_a_cause_by_its_model() -> None:
    file = f"{SMALL}{FIXED}[cost.c]\namount = 10\n[scenario.x]\n"
    file += "contribution = { model = 'agreed', shares = { a = 80, b = 20 } }\n"
    assert said(paper(file, scenario="x", own="a", against="base")).endswith(
        "Dat komt door: bijdragemodel (vast → afgesproken)."
    )


def test_a_scenario_without_a_year_is_approved_by_its_name() -> None:
    found = paper(CHANGING.replace("year = 2027\n", ""), scenario="minder", against="base")
    assert "De verdeling van de kosten goedkeuren volgens “Minder”." in said(found)


def test_too_many_causes_to_try_every_order_are_said_to_be_a_sample() -> None:
    costs = "".join(f"[cost.k{at}]\nlabel='K{at}'\namount=10\n" for at in range(20))
    changed = "".join(f"cost.k{at}.amount = {11 + at * at}\n" for at in range(20))
    text = f"{SMALL}{FIXED}{costs}[scenario.x]\n{changed}"
    first = load_text(text, "a.toml", (), "x")
    base = load_text(text, "a.toml")
    found = Before("base", "", diff(base.network, first.network, most=20).in_steps_shown())
    sampled = nota_of(Case(first, NL, found), first, Marks())
    notes = [block.text for block in blocks(sampled) if isinstance(block, Note)]
    assert notes[-1].startswith("Er zijn te veel wijzigingen om elke volgorde te proberen")


def test_the_figures_above_a_chart_are_what_their_lines_stand_for() -> None:
    few = SMALL + FIXED + "[cost.c]\namount = 3\n[scenario.s]\ncost.c.amount = 5\n"
    chart = drawing(paper(few, scenario="s", against="base"))
    assert [text for text in chart.scene.texts() if "," in text][:6] == [
        *("0,00", "0,50", "1,00", "1,50", "2,00", "2,50")
    ]


def drawing(paper: Paper) -> Drawing:
    return next(block for block in blocks(paper) if isinstance(block, Drawing))


# ---------------------------------------------------------------- what people recognise

SIX = EXAMPLES / "zes-jaar-vooruit.toml"


def six(own: str | None, year: int = 2028, then: int = 2027) -> Paper:
    return paper(SIX.read_text("utf-8"), own=own, year=str(year), against=str(then))


def test_two_causes_that_do_as_much_are_both_named_by_what_happens() -> None:
    assert said(six("stad")).endswith(
        "Stad betaalt € 18.770,64: € 3.398,64 meer dan in 2027. De oorzaken: Dorp en Veld fuseren "
        "tot Vlaardorp (in 2028), € 1.550,40 meer; Administratie: de beurt van Stad, € 1.550,40 "
        "meer; indexering van 4 cijfers, € 297,84 meer."
    )


def test_of_three_causes_that_do_as_much_none_is_the_main_one() -> None:
    three = SMALL + FIXED + "".join(f"[cost.c{at}]\namount = 10\n" for at in range(3))
    dearer = "".join(f"cost.c{at}.amount = {11 + at // 9}\n" for at in range(3))
    found = said(paper(f"{three}[scenario.s]\n{dearer}", scenario="s", against="base"))
    assert "meer dan met de huidige afspraak" in found
    assert "Dat komt" not in found


def test_the_first_full_year_of_a_partner_is_called_so() -> None:
    assert said(six("beek")).endswith("Dat komt vooral door: eerste volledige jaar van Beek.")


def test_who_became_one_is_held_against_what_they_paid_together() -> None:
    found = six("vlaardorp")
    rows = {row[0]: row for row in table(found, PAYS)}
    assert rows["Vlaardorp"][-2:] == ("14.220,00", "−4.396,80")
    assert not {"Dorp", "Veld"} & set(rows)
    assert "Vlaardorp betaalt € 9.823,20: € 4.396,80 minder dan in 2027." in said(found)
    notes = " ".join(block.text for block in blocks(found) if isinstance(block, Note))
    assert "Vlaardorp staat naast wat Dorp en Veld samen betaalden." in notes
    assert "Een streepje" not in notes
    why = {row[0]: row for row in table(found, WHY)}
    assert why["Vlaardorp"] == (
        "Vlaardorp",
        "−3.050,40",
        "−1.550,40",
        "0,00",
        "+204,00",
        "−4.396,80",
    )


def test_all_that_is_shared_together_may_go_by_turns() -> None:
    turns = (
        SMALL
        + "[cost.c]\namount = 10\n[contribution]\nmodel = 'turns'\norder = ['a', 'b']\n"
        + "[plan]\nuntil = 2028\n"
    )
    found = paper(turns, own="b", year="2028", against="2027")
    assert said(found).endswith("Dat komt door: de beurt van Brug.")


def test_who_keeps_its_name_in_a_merger_is_held_against_itself_and_the_other() -> None:
    stays = (
        SMALL + "[partner.c]\nname = 'Calm'\n" + FIXED + "[cost.c]\namount = 30\n"
        "[plan]\nuntil = 2028\n[plan.2028]\nmerge = { a = ['a', 'b'] }\n"
    )
    rows = {row[0]: row for row in table(paper(stays, year="2028", against="2027"), PAYS)}
    assert rows["Aalst"][-2:] == ("20,00", "−5,00")
    assert "Brug" not in rows


# ---------------------------------------------------------------- what each cost goes by


def notes(paper: Paper, sheet: int = 1) -> list[str]:
    return [plain(block.text) for block in blocks(paper, sheet) if isinstance(block, Note)]


def test_what_a_charge_makes_each_pay_stands_under_the_lines() -> None:
    assert notes(six("stad"))[0] == (
        "Elk van de 4 partners betaalt € 1.500,00 en € 0,41616 per inwoner, samen € 36.379,68."
    )


def test_percentages_that_were_agreed_on_stand_under_the_lines() -> None:
    found = paper((EXAMPLES / "luchtkwaliteit.toml").read_text("utf-8"))
    assert notes(found)[0] == (
        "Afgesproken percentages: Amsterdam 10 %, Rotterdam 17 %, Den Haag 31 % en Utrecht 42 %."
    )


def test_percentages_and_bounds_of_a_line_are_told_with_its_name() -> None:
    own = "contribution = { model = 'agreed', shares = { a = 60, b = 40 }, minimum = 2 }\n"
    found = paper(SMALL + FIXED + "[cost.c]\nlabel = 'Huur'\namount = 10\n" + own)
    assert notes(found)[0] == (
        "Huur: Afgesproken percentages: Aalst 60 % en Brug 40 %. Minimum: € 2,00. Wie aan een "
        "grens zit, blijft daar; de anderen passen het verschil naar verhouding bij."
    )


def test_percentages_of_many_partners_stand_in_the_annex() -> None:
    many = range(25)
    shares = ", ".join(f"p{at} = 4" for at in many)
    file = 'title = "T"\n' + "".join(
        f'[partner.p{at}]\nname = "Gemeente met een lange naam {at}"\n' for at in many
    )
    file += f"[contribution]\nmodel = 'agreed'\nshares = {{ {shares} }}\n[cost.c]\namount = 10\n"
    found = paper(file)
    assert not any(note.startswith("Afgesproken") for note in notes(found))
    assert any(note.startswith("Afgesproken percentages: ") for note in notes(found, 2))


@pytest.mark.parametrize("name", ["woningen-bij-naam", "schoolverlaters"])
def test_a_small_network_has_no_annex_for_a_long_cell(name: str) -> None:
    assert len(paper((EXAMPLES / f"{name}.toml").read_text("utf-8")).sheets) == 2


# ---------------------------------------------------------------- the risk


def risk_of(found: Paper) -> str:
    block = next(block for block in blocks(found, 1) if isinstance(block, Paragraph))
    return plain("".join(run.text for run in block.runs))


def test_the_risk_says_both_values_and_what_one_still_pays_where_all_pay_nothing() -> None:
    found = paper(TALKS.read_text("utf-8"), scenario="voorstel", own="beek")
    assert risk_of(found) == (
        "Bezettingsgraad: 76,5 % in plaats van 85 % kost Beek € 550,80. Bij ongeveer 94,2 % hoeven "
        "de partners samen niets te betalen. Beek betaalt dan nog € 1.076."
    )


def test_who_receives_where_all_pay_nothing_is_told_so() -> None:
    file = (
        SMALL
        + FIXED
        + (
            "[cost.c]\namount = 100\n[subsidy.s]\namount = 95\n[revenue.r]\namount = 4\n"
            "contribution = { model = 'agreed', shares = { a = 0, b = 100 } }\n"
        )
    )
    told = "Bij ongeveer € 96,00 hoeven de partners samen niets te betalen."
    assert risk_of(paper(file, own="b")) == (
        f"S: € 85,50 in plaats van € 95,00 kost Brug € 4,75. {told} Brug ontvangt dan € 2,00."
    )
    assert risk_of(paper(file)) == (
        f"S: € 85,50 in plaats van € 95,00 kost de partners samen € 9,50. {told}"
    )


def test_a_rate_that_rose_for_years_is_told_in_few_decimals() -> None:
    found = paper(SIX.read_text("utf-8"), year="2031")
    assert risk_of(found) == (
        "Tarief per inwoner: € 0,4858 in plaats van € 0,44163 kost de partners samen € 2.826,45."
    )


# ---------------------------------------------------------------- one sign, and every name

GETTING = (
    SMALL
    + FIXED
    + "[cost.c]\namount = 100\n[revenue.r]\namount = 900\n[revenue.d]\namount = 200\n"
    + "[scenario.s]\nlabel = 'Zuinig'\ncost.c.amount = 90\n"
    + "[scenario.t]\nsubsidy.s.amount = 80\n"
)


def test_where_all_receive_every_figure_has_one_sign() -> None:
    found = paper(GETTING, own="a", scenario="t")
    assert table(found, "Wat elke partner ontvangt")[1][:2] == ("Aalst", "540,00")
    assert "540,00" in drawing(found).scene.texts()
    assert "Rechts staat wat hij ontvangt." in drawing(found).scene.note
    what = "Het grootste risico: s"
    assert table(found, what, 1)[1:] == [
        ("Samen te ontvangen", "1.072,00", "1.076,00", "1.080,00", "1.084,00", "1.088,00"),
        ("waarvan Aalst", "536,00", "538,00", "540,00", "542,00", "544,00"),
    ]
    assert "ontvangst: € 590,00; netto te ontvangen: € 540,00." in boxed(found)


def boxed(found: Paper) -> str:
    (box,) = (block for block in blocks(found, 1) if isinstance(block, Boxed))
    return plain(" ".join(run.text for runs in box.paragraphs for run in runs))


def test_a_net_bill_is_told_with_its_direction() -> None:
    own = "contribution = { model = 'agreed', shares = { a = 0, b = 100 } }\n"
    file = f"{SMALL}{FIXED}[cost.c]\namount = 10\n[revenue.r]\namount = AMOUNT\n{own}"
    assert "netto te betalen: € 3,00" in boxed(paper(file.replace("AMOUNT", "2"), own="b"))
    assert "netto niets" in boxed(paper(file.replace("AMOUNT", "5"), own="b"))


def test_what_is_held_against_what_is_named_under_a_chart(tmp_path: Path) -> None:
    assert "Open: 2027. Vol: 2028." in drawing(six(None)).scene.note
    found = paper(GETTING, against="s")
    assert "Open: Zuinig. Vol: huidige afspraak." in drawing(found).scene.note
    other = tmp_path / "vroeger.toml"
    other.write_text(GETTING.replace("= 900", "= 800"), "utf-8")
    found = paper(GETTING, against=str(other))
    assert "Open: “vroeger.toml”. Vol: “netwerk.toml”." in drawing(found).scene.note
    assert table(found, "Wat elke partner ontvangt")[0][-2] == "“vroeger.toml”"


def test_the_note_of_a_chart_says_where_all_partners_are() -> None:
    for count, told in (
        (20, "De grafiek toont de 12 grootste veranderingen; in de tabel staan alle 20 partners."),
        (
            30,
            "De grafiek toont de 10 grootste veranderingen; in de bijlage staan alle 30 partners.",
        ),
    ):
        found = paper(large(count), scenario="duur", against="base")
        assert drawing(found).scene.note.endswith(told)
    assert drawing(paper(large(30))).scene.note.endswith(
        "De grafiek toont de 10 partners met de grootste bedragen, van 30; in de bijlage staan ze "
        "allemaal."
    )


def test_a_heading_does_not_stand_above_table_and_chart() -> None:
    found = headings(
        paper(
            SMALL + FIXED + "[cost.c]\namount = 10\n[cost.d]\namount = 1\n"
            "contribution = { model = 'agreed', shares = { a = 50, b = 50 } }\n"
        )
    )
    assert found.count(PAYS) == 1


def test_people_are_called_as_the_file_calls_them() -> None:
    file = TALKS.read_text("utf-8") + ("\n[key.inhabitants]\nlabel = 'bewoners'\none = 'bewoner'\n")
    first, _ = pages(made("-", stdin=file.encode()))
    assert "Bewoners Te betalen 2027 Aandeel Per bewoner" in first


def test_a_turn_that_is_the_same_is_no_cause() -> None:
    turns = (
        SMALL
        + "[cost.c]\namount = 10\n[contribution]\nmodel = 'turns'\norder = ['a', 'b']\n"
        + "[plan]\nuntil = 2029\n[plan.index]\n'cost.c.amount' = 0.5\n"
    )
    found = paper(turns, own="a", year="2029", against="2027")
    assert "beurt" not in said(found)
    assert "Dat komt door: indexering" in said(found)


def test_what_is_different_in_a_scenario_folds_in_its_cell() -> None:
    label = "Werkingskosten/personeelskosten/begeleidingskosten/overhead"
    file = f'{SMALL}{FIXED}[cost.c]\nlabel = "{label}"\namount = 250000\n'
    file += "[scenario.s]\ncost.c.amount = 1\n"
    row = table(paper(file), "De alternatieven", 1)[1]
    assert row[2] == f"{label} (€ 250.000,00 → € 1,00)"
