"""One sheet for each partner: the figures of the engine, how to pay, and all files or none."""

from __future__ import annotations

import csv
import io
import re
import stat
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from command import run
from igs_costshare import compute, diff, parse, read, settle
from igs_costshare.description.bank import Bank
from igs_costshare.papers import code as coding
from igs_costshare.papers.blocks import Block, Code, Drawing, Grid, Heading, Note, Paragraph
from igs_costshare.papers.case import Case
from igs_costshare.papers.code import payment_code
from igs_costshare.papers.letter_index import IndexDocument
from igs_costshare.papers.letters import Letter, Letters
from igs_costshare.papers.marks import Marks
from igs_costshare.papers.reference import structured
from igs_costshare.reading import load, load_text
from igs_costshare.reading.settled import settled_readings
from igs_costshare.wording.language import language
from paperwork import alternatives, fonts, pages, tags

EXAMPLES = Path(__file__).parent.parent / "examples"
TALKS = (EXAMPLES / "onderhandeling.toml").read_text("utf-8")
SETTLED = EXAMPLES / "crisisopvangnetwerk-afgerekend.toml"
BANK = '\n[bank]\niban = "BE68 5390 0754 7034"\nbic = "KREDBEBB"\nname = "Noodwoningen"\n'
NL = language("nl")


def written(minor: int) -> str:
    return NL.figure(minor, 2)


def plain(text: str) -> str:
    return text.replace("\xa0", " ")


def letters(
    description: str, scenario: str | None = None, against: str | None = None
) -> list[Letter]:
    """The sheets as blocks, which take no time to make."""
    from igs_costshare.papers.against import before_of

    reading = load_text(description, "netwerk.toml", (), scenario)
    before = None if against is None else before_of(reading, reading, against, NL)
    return list(Letters(Case(reading, NL, before), reading, Marks()))


def of(found: list[Letter], partner: str) -> Letter:
    return next(letter for letter in found if letter.partner == partner)


def blocks(letter: Letter) -> tuple[Block, ...]:
    return letter.paper.sheets[0].blocks


def table(letter: Letter, heading: str) -> list[tuple[str, ...]]:
    found = blocks(letter)
    at = next(i for i, b in enumerate(found) if isinstance(b, Heading) and b.text == heading)
    grid = next(block for block in found[at:] if isinstance(block, Grid))
    return [tuple(map(plain, line.cells)) for line in grid.lines]


def pairs(letter: Letter) -> list[tuple[str, str]]:
    """Where to pay, with a code or without."""
    (code,) = (block for block in blocks(letter) if isinstance(block, Code))
    return [(word, plain(value)) for word, value in code.lines]


def coded(letter: Letter) -> bool:
    """Whether there is a code to scan."""
    return any(isinstance(block, Code) and block.svg for block in blocks(letter))


def headings(letter: Letter) -> list[str]:
    return [block.text for block in blocks(letter) if isinstance(block, Heading)]


def said(letter: Letter, place: int = 0) -> str:
    found = [block for block in blocks(letter) if isinstance(block, Paragraph)]
    return plain("".join(run.text for run in found[place].runs))


# ---------------------------------------------------------------- on paper


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("letters")
    file = place / "netwerk.toml"
    file.write_text(TALKS + BANK, encoding="utf-8")
    options = ("--scenario", "voorstel", "--against", "base", "--lang", "nl")
    ran = run("letters", file, *options, "--output", place / "brieven")
    assert (ran.code, ran.out, ran.err) == (0, b"", "")
    return place / "brieven"


def test_there_is_a_file_for_each_partner_and_an_index(folder: Path) -> None:
    names = ["01-stad.pdf", "02-heuvel.pdf", "03-beek.pdf", "04-veld.pdf", "05-dorp.pdf"]
    assert sorted(path.name for path in folder.iterdir()) == [*names, "index.csv"]
    rows = list(csv.DictReader((folder / "index.csv").read_text("utf-8").splitlines()))
    statement = compute(parse(TALKS, scenario="voorstel"))
    assert [row["file"] for row in rows] == names
    assert [Decimal(row["amount"]) for row in rows] == [
        Decimal(-row.balance) / 100 for row in statement.partners
    ]
    assert list(rows[0]) == ["partner", "name", "amount", "reference", "iban", "file"]
    assert {row["iban"] for row in rows} == {"BE68539007547034"}


def test_a_letter_is_one_page_with_its_amounts_its_reference_and_a_code(folder: Path) -> None:
    data = (folder / "03-beek.pdf").read_bytes()
    (page,) = pages(data)
    statement = compute(parse(TALKS, scenario="voorstel"))
    beek = statement.partners[2]
    for line, cell in zip(statement.lines, beek.cells, strict=True):
        assert written(line.total) in page
        assert written(cell) in page
    assert "Beek betaalt € 1.670,28 in 2027" in page
    assert "BE68 5390 0754 7034" in page
    (row,) = (
        row
        for row in csv.DictReader((folder / "index.csv").read_text("utf-8").splitlines())
        if row["partner"] == "beek"
    )
    assert row["reference"] in page
    assert fonts(data) == {"SourceSans3"}
    assert {"H1", "H2", "Table", "TH", "TD", "Figure"} <= set(tags(data))
    drawn, code = alternatives(data)
    assert drawn.startswith("Uw deel van elke kost: Omkadering 17,5")
    assert plain(code) == (f"QR-code om € 1.670,28 te betalen met mededeling {row['reference']}")


def test_the_change_of_a_letter_is_that_of_diff_cause_by_cause(folder: Path) -> None:
    (page,) = pages((folder / "03-beek.pdf").read_bytes())
    found = diff(parse(TALKS), parse(TALKS, scenario="voorstel"))
    beek = next(row for row in found.partners if row.id == "beek")
    for part in beek.causes:
        assert NL.change(-part, 2) in page
    for amounts in beek.columns.values():
        assert amounts.a is None or amounts.a == 1 or written(abs(amounts.a)) in page


def test_the_same_file_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    options = ("--scenario", "voorstel", "--against", "base", "--lang", "nl")
    again = tmp_path / "brieven"
    assert run("letters", folder.parent / "netwerk.toml", *options, "--output", again).code == 0
    for path in folder.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes()


# ---------------------------------------------------------------- what it says


def test_each_line_says_how_it_was_computed_what_it_was_and_the_difference() -> None:
    beek = of(letters(TALKS, "voorstel", "base"), "beek")
    assert table(beek, "Wat u draagt en ontvangt") == [
        (
            *("Omkadering", "25 % × 1/5 + 75 % × 12.475/75.000 = 17,475 %"),
            *("16.900,00", "17,5 %", "2.953,28", "2.112,50", "+840,78"),
        ),
        (
            *("Woonbegeleiding", "1 woning × € 4.225,00 = € 4.225,00"),
            *("38.025,00", "11,1 %", "4.225,00", "4.225,00", "0,00"),
        ),
        ("Uitgaven", "", "54.925,00", "13,1 %", "7.178,28", "6.337,50", "+840,78"),
        (
            *("Dagprijzen", "1 woning × 360 dagen × 85 % × € 18,00 = € 5.508,00"),
            *("−49.572,00", "11,1 %", "−5.508,00", "−5.508,00", "0,00"),
        ),
        ("Te betalen", "", "5.353,00", "31,2 %", "1.670,28", "829,50", "+840,78"),
    ]
    assert table(beek, "Waardoor het verandert") == [
        ("Huidige afspraak", "829,50"),
        ("Nieuwe verdeling (25 % gelijk, rest volgens het aantal inwoners)", "+958,14"),
        ("Woningen van Stad (3 → 4)", "−117,36"),
        ("Te betalen 2027", "1.670,28"),
    ]
    assert said(beek) == (
        "Voor Noodwoningen: de onderhandeling, volgens “Voorstel”. Beek betaalt € 1.670,28: "
        "€ 840,78 meer dan met de huidige afspraak. Per inwoner betaalt Beek € 0,13. Beek ontvangt "
        "zelf Dagprijzen € 5.508,00; dat telt mee bij de afrekening."
    )
    assert said(beek, 1) == (
        "Woningen: 1 van 9. Inwoners: 12.475 van 75.000. Een VTE kost € 84.500,00. De bezetting is "
        "begroot op 85 %. Klopt een van deze cijfers niet, meld het dan aan de coördinator."
    )
    assert beek.paper.over == (
        "Bijlage per partner · Noodwoningen: de onderhandeling 2027 · 3 van 5"
    )


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_no_letter_says_lambda_or_a_path_and_every_letter_adds_up(example: Path) -> None:
    statement = compute(read(example))
    found = letters(example.read_text("utf-8"))
    for letter, row in zip(found, statement.partners, strict=True):
        assert letter.amount == -statement.minor(row.balance)
        lines = table(letter, "Wat u draagt en ontvangt")
        amounts = [_decimal(line[4]) for line in lines]
        sums = [at for at, line in enumerate(lines) if line[0] in ("Uitgaven", "Inkomsten")]
        rest = [amount for at, amount in enumerate(amounts[:-1]) if at not in sums]
        assert sum(rest) == amounts[-1]
        told = repr(letter.paper)
        assert "λ" not in told
        assert not re.search(r"(cost|partner|contribution|day_price)\.\w", told)


def _decimal(figure: str) -> Decimal:
    return Decimal(figure.replace(".", "").replace(",", ".").replace("−", "-"))


NETWORK = """
title = "Klein"
year = 2027
[contribution]
model = "fixed"
[cost.huur]
label = "Huur"
amount = 100
[partner.a]
name = "Aalst"
[partner.b]
name = "Brug"
[scenario.meer]
cost.huur.amount = 300
[scenario.minder]
cost.huur.amount = 60
[scenario.niets]
cost.huur.amount = 0
[scenario.subsidie]
subsidy.s.amount = 50
[scenario.terug]
revenue.r = { amount = 400, per = "partner" }
[scenario.terugger]
revenue.r = { amount = 500, per = "partner" }
[scenario.komt]
partner.c.name = "Dorp"
[scenario.zelfde]
cost.huur.label = "Loon"
"""


def lead(scenario: str | None, against: str | None, partner: str = "a") -> tuple[str, str]:
    letter = of(letters(NETWORK, scenario, against), partner)
    return plain(letter.paper.title), said(letter).partition(". ")[2]


def test_the_headline_has_the_amount_and_the_sentence_the_change() -> None:
    assert lead(None, None) == ("Aalst betaalt € 50,00 in 2027", "")
    assert lead("meer", "base") == (
        "Aalst betaalt € 150,00 in 2027",
        "Aalst betaalt € 150,00: € 100,00 meer dan met de huidige afspraak.",
    )
    assert lead("minder", "base")[1].endswith("€ 20,00 minder dan met de huidige afspraak.")
    assert lead("zelfde", "base")[1] == (
        "Aalst betaalt € 50,00, evenveel als met de huidige afspraak."
    )
    assert lead("niets", "base")[0] == "Aalst betaalt niets"
    assert lead("terug", "base") == (
        "Aalst ontvangt € 350,00 in 2027",
        "Aalst ontvangt € 350,00; met de huidige afspraak was € 50,00 te betalen.",
    )
    assert lead("terug", "terugger") == (
        "Aalst ontvangt € 350,00 in 2027",
        "Aalst ontvangt € 350,00: € 100,00 minder dan met “terugger”.",
    )
    assert lead("komt", "base", "c") == ("Dorp betaalt € 33,33 in 2027", "")


def test_who_was_not_there_and_what_does_not_change_have_no_bridge() -> None:
    assert "Waardoor het verandert" not in headings(of(letters(NETWORK, "komt", "base"), "c"))
    assert "Waardoor het verandert" not in headings(of(letters(NETWORK, "zelfde", "base"), "a"))
    shown = table(of(letters(NETWORK, "komt", "base"), "c"), "Wat u draagt en ontvangt")
    assert {len(line) for line in shown} == {5}
    came = table(of(letters(NETWORK, "subsidie", "base"), "a"), "Wat u draagt en ontvangt")
    assert came[2] == (
        "s",
        "Gelijke delen: 1 van 2 partners",
        "−50,00",
        "50,0 %",
        "−25,00",
        "–",
        "−25,00",
    )


def test_of_many_lines_those_in_which_a_partner_has_nothing_are_left_out() -> None:
    many = "".join(f"[cost.k{at}]\namount = 5\nonly = ['b']\n" for at in range(20))
    shown = table(of(letters(NETWORK + many), "a"), "Wat u draagt en ontvangt")
    assert [line[0] for line in shown] == ["Huur", "Uitgaven", "Te betalen"]


# ---------------------------------------------------------------- payment


def test_advances_stand_with_their_days_and_the_first_is_in_the_code() -> None:
    stad = of(
        letters(
            SETTLED.read_text("utf-8").replace(
                "verblijven-2022.csv", str(EXAMPLES / "verblijven-2022.csv")
            )
        ),
        "stad",
    )
    assert table(stad, "Betaling") == [
        ("Voorschot lente", "31/03/2022", "10.109,00"),
        ("Voorschot herfst", "30/09/2022", "20.000,00"),
        ("Rest van dit bedrag", "–", "−9.891,00"),
        ("Te betalen", "", "20.218,00"),
    ]
    (code,) = (block for block in blocks(stad) if isinstance(block, Code))
    assert plain(code.lines[0][1]) == "€ 10.109,00"


def test_a_bank_without_a_code_of_its_own_has_no_such_line() -> None:
    letter = of(letters(NETWORK + '[bank]\niban = "BE68539007547034"\n'), "a")
    (code,) = (block for block in blocks(letter) if isinstance(block, Code))
    assert [word for word, _ in code.lines] == ["Bedrag", "Op naam van", "Rekening", "Mededeling"]


def test_a_cause_that_does_nothing_for_a_partner_is_left_out_of_its_letter() -> None:
    file = (
        NETWORK
        + "[scenario.beide]\ncost.huur.amount = 120\ncost.b = { amount = 5, only = ['b'] }\n"
    )
    assert len(table(of(letters(file, "beide", "base"), "a"), "Waardoor het verandert")) == 3
    assert len(table(of(letters(file, "beide", "base"), "b"), "Waardoor het verandert")) == 4


def test_without_an_account_the_amount_is_told_and_nothing_more() -> None:
    letter = of(letters(NETWORK), "a")
    assert said(letter, 2) == f"Te betalen: € 50,00, met mededeling {letter.reference}."
    assert not coded(letter)
    assert "Betaling" not in headings(of(letters(NETWORK, "terug"), "a"))
    assert "Betaling" not in headings(of(letters(NETWORK, "niets"), "a"))
    assert "Betaling" not in headings(of(letters(NETWORK + BANK, "niets"), "a"))


def test_in_another_currency_the_account_stands_there_without_a_code() -> None:
    letter = of(letters('currency = "CHF"\n' + NETWORK + BANK), "a")
    assert not coded(letter)
    assert ("Rekening", "BE68 5390 0754 7034") in pairs(letter)


def test_a_code_holds_no_part_of_a_cent_and_no_more_than_a_milliard() -> None:
    bank = Bank(iban="BE68539007547034")
    assert payment_code(bank, "N", Decimal("0.005"), "x") is None
    assert payment_code(bank, "N", Decimal(1_000_000_000), "x") is None
    assert (payment_code(bank, "N" * 90, Decimal("1.10"), "x") or "").startswith("<svg")


def test_without_the_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "segno.helpers", None)
    with pytest.raises(ValueError, match=r"paper\.not_installed"):
        payment_code(Bank(iban="BE68539007547034"), "N", Decimal(1), "x")
    assert coding.payment_code is payment_code


def test_the_code_says_what_the_guideline_asks() -> None:
    """Read back from the call, as the marks of the code are the library's."""
    from segno.helpers import make_epc_qr

    made = payment_code(Bank(iban="BE68539007547034", bic="KREDBEBB"), "N", Decimal("1.10"), "x")
    code = make_epc_qr(
        name="N",
        iban="BE68539007547034",
        amount=Decimal("1.10"),
        text="x",
        bic="KREDBEBB",
        encoding=1,
    )
    drawn = io.BytesIO()
    code.save(drawn, kind="svg", xmldecl=False, svgns=True, nl=False, border=0)
    assert made == drawn.getvalue().decode()
    assert code.error == "M"


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1_234_567_890, "+++123/4567/89002+++"),
        (97, "+++000/0000/09797+++"),
        (0, "+++000/0000/00097+++"),
    ],
)
def test_a_structured_communication_has_its_check_digits(number: int, expected: str) -> None:
    assert structured(number) == expected


def test_a_partner_that_has_a_reference_pays_with_that() -> None:
    own = NETWORK.replace("[partner.b]\n", '[partner.b]\nreference = "+++123/4567/89002+++"\n')
    assert of(letters(own), "b").reference == "+++123/4567/89002+++"
    words = NETWORK.replace("[partner.b]\n", '[partner.b]\nreference = "Bestelbon 2027/14"\n')
    assert of(letters(words), "b").reference == "Bestelbon 2027/14"


def test_references_differ_by_partner_year_and_network_and_not_by_scenario() -> None:
    base = [letter.reference for letter in letters(NETWORK)]
    assert len(set(base)) == 2
    removed = NETWORK + "[scenario.zonder]\nremove = ['partner.a']\n"
    assert of(letters(removed, "zonder"), "b").reference == base[1]
    later = [letter.reference for letter in letters(NETWORK.replace("2027", "2028"))]
    other = [letter.reference for letter in letters(NETWORK.replace("Klein", "Groot"))]
    nameless = [letter.reference for letter in letters(NETWORK.replace("year = 2027\n", ""))]
    assert len({*base, *later, *other, *nameless}) == 8
    for reference in (*base, *later, *other):
        digits = re.sub(r"\D", "", reference)
        assert int(digits[:10]) % 97 == int(digits[10:]) % 97


# ---------------------------------------------------------------- the final account


def test_the_final_account_is_that_of_settle(tmp_path: Path) -> None:
    output = tmp_path / "brieven"
    ran = run("letters", SETTLED, "--settlement", "--output", output, "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    text = SETTLED.read_text("utf-8")
    readings = settled_readings(text, str(SETTLED))
    settled = settle(readings.budget.statement(), readings.settled.statement())
    rows = csv.DictReader((output / "index.csv").read_text("utf-8").splitlines())
    for row, of_engine in zip(rows, settled.partners, strict=True):
        assert Decimal(row["amount"]) == Decimal(of_engine.due) / 100
        (page,) = pages((output / row["file"]).read_bytes())
        figures = [of_engine.figure("bill"), of_engine.figure("payments"), of_engine.due]
        assert all(written(abs(figure)) in page for figure in figures)
    (page,) = pages((output / "05-caw.pdf").read_bytes())
    assert "CAW ontvangt nog € 22.535,65" in page
    assert "Nog te ontvangen (-) -22.535,65" in page
    assert "Voorschotten en betalingen aan u 52.690,75" in page
    assert "Voorschotten en betalingen van u" not in page
    assert "U beheert de gemeenschappelijke rekening: " in page
    assert "Betaling Stad betaalt € 13.483,70 aan CAW. Gemeente 1 betaalt € 2.164,65" in page
    (page,) = pages((output / "01-stad.pdf").read_bytes())
    assert "Stad betaalt nog € 13.483,70" in page
    advances = "Voorschotten en betalingen van u -30.109,00 Voorschot lente, 31/03/2022 -10.109,00"
    assert advances in page
    assert "Betaling Stad betaalt € 13.483,70 aan CAW." in page


def test_a_final_account_that_comes_to_nothing_and_what_it_is_held_against(tmp_path: Path) -> None:
    paid = NETWORK + "[payment.p]\namounts = { a = 50, b = 50 }\n"
    file = tmp_path / "a.toml"
    file.write_text(paid, encoding="utf-8")
    options = ("--settlement", "--lang", "nl", "--output", tmp_path / "x")
    assert run("letters", file, *options).code == 0
    (page,) = pages((tmp_path / "x" / "01-a.pdf").read_bytes())
    assert "Aalst heeft niets meer te betalen" in page
    actual = paid + "[scenario.actual]\ncost.huur.amount = 120\n"
    file.write_text(actual, encoding="utf-8")
    assert run("letters", file, *options, "--against", "base").code == 0
    (page,) = pages((tmp_path / "x" / "01-a.pdf").read_bytes())
    assert (
        "Het aandeel van Aalst in het jaar is € 60,00: € 10,00 hoger dan in de begroting." in page
    )
    assert "Begroting 50,00" in page


# ---------------------------------------------------------------- files


def test_the_index_has_the_nis_codes_and_no_formula() -> None:
    coded = NETWORK.replace('"Aalst"', '"=1+1"\nnis = 41002')
    reading = load_text(coded, "a.toml")
    case = Case(reading, NL)
    document = IndexDocument(list(Letters(case, reading, Marks())), case, case.decimals)
    from igs_costshare.render import Format, Options, render

    shown = render(document, Format.CSV, Options()).decode()
    assert shown.splitlines()[0] == "partner,name,nis,amount,reference,iban,file"
    assert shown.splitlines()[1].startswith("a,'=1+1,41002,50.00,+++27")
    assert shown.splitlines()[2].startswith("b,Brug,,50.00,+++27")
    assert document.data()["letters"][0]["amount"] == 5_000
    assert [*document.parts()] == [document.table()]


def test_all_files_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.toml"
    file.write_text(NETWORK, encoding="utf-8")
    output = tmp_path / "brieven"
    output.mkdir()
    (output / "02-b.pdf").mkdir()
    ran = run("letters", file, "--output", output, "--lang", "en")
    assert ran.code == 2
    assert [path.name for path in output.iterdir()] == ["02-b.pdf"]
    from igs_costshare.files import Drafts

    def full(*_: object) -> None:
        from igs_costshare.errors import InputError, Problem
        from igs_costshare.messages import say

        raise InputError([Problem(say("system.no_space"))])

    monkeypatch.setattr(Drafts, "put_in_place", full)
    assert run("letters", file, "--output", tmp_path / "nieuw").code == 2
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize(
    ("output", "expected"),
    [
        ("a.toml", "error: --output: is a file, and has to be a folder\n"),
        ("geen/map", "cannot be written: there is no such file or folder"),
    ],
)
def test_where_no_folder_can_be_it_says_so(output: str, expected: str, tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(NETWORK, encoding="utf-8")
    before = file.read_bytes()
    ran = run("letters", file, "--output", tmp_path / output, "--lang", "en")
    assert ran.code == 2
    assert expected in ran.err or "cannot" in ran.err
    assert file.read_bytes() == before


def test_a_year_of_a_plan_has_its_letters_too(tmp_path: Path) -> None:
    plan = EXAMPLES / "zes-jaar-vooruit.toml"
    ran = run("letters", plan, "--year", "2030", "--output", tmp_path / "x", "--lang", "nl")
    assert (ran.code, ran.err) == (0, "")
    (page,) = pages((tmp_path / "x" / "01-stad.pdf").read_bytes())
    assert "Stad betaalt € 19.968,38 in 2030" in page
    assert stat.S_ISDIR((tmp_path / "x").stat().st_mode)


# ---------------------------------------------------------------- a charge and its reserve


CHARGED = """
title = "Met reserve"
year = 2027
[contribution]
model = "variable"
rate = { inhabitants = 2 }
[reserve]
opening = 100
[cost.huur]
label = "Huur"
amount = 500
[partner.a]
name = "Aalst"
keys = { inhabitants = 300 }
[partner.b]
name = "Brug"
keys = { inhabitants = 100 }
[scenario.duur]
cost.huur.amount = 950
[scenario.even]
cost.huur.amount = 800
"""


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        (None, "Van wat er binnenkomt, gaat € 300,00 naar de reserve."),
        ("duur", "De reserve legt € 150,00 bij."),
        ("even", None),
    ],
)
def test_what_all_partners_pay_is_what_a_share_is_of(
    scenario: str | None, expected: str | None
) -> None:
    letter = of(letters(CHARGED, scenario), "a")
    assert table(letter, "Wat u draagt en ontvangt") == [
        ("Bijdrage", "300 inwoners × € 2,00 = € 600,00", "800,00", "75,0 %", "600,00"),
        ("Uitgaven", "", "800,00", "75,0 %", "600,00"),
        ("Te betalen", "", "800,00", "75,0 %", "600,00"),
    ]
    notes = [plain(block.text) for block in blocks(letter) if isinstance(block, Note)]
    assert notes == ([] if expected is None else [expected])


def _share(part: str) -> Decimal:
    return _decimal(part.removesuffix(" %"))


@pytest.mark.parametrize("example", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_in_every_example_a_share_is_the_amount_divided_by_what_all_pay(example: Path) -> None:
    for letter in letters(
        example.read_text("utf-8").replace("verblijven", f"{EXAMPLES}/verblijven")
    ):
        for _, _, all, share, own, *_ in table(letter, "Wat u draagt en ontvangt"):
            if share != "–" and abs(_decimal(all)) >= 100:
                assert abs(_share(share) - 100 * _decimal(own) / _decimal(all)) < Decimal("0.1")


def test_who_was_made_of_several_is_held_against_them_together() -> None:
    from igs_costshare.papers.against import before_of
    from igs_costshare.reading.planned import in_year

    first = load(EXAMPLES / "zes-jaar-vooruit.toml")
    reading = in_year(first, 2028)
    case = Case(reading, NL, before_of(first, reading, "2027", NL))
    letter = of(list(Letters(case, first, Marks())), "vlaardorp")
    notes = [plain(block.text) for block in blocks(letter) if isinstance(block, Note)]
    assert "Vlaardorp staat naast wat Dorp en Veld samen betaalden." in notes
    stad = [
        block.text
        for block in blocks(of(list(Letters(case, first, Marks())), "stad"))
        if isinstance(block, Note)
    ]
    assert len(stad) == 2
    assert stad[1].startswith("Waar oorzaken samenwerken, ")


# ---------------------------------------------------------------- names, risks


def test_an_inhabitant_is_called_as_the_file_calls_one() -> None:
    named = '[key.inhabitants]\nlabel = "zielen"\none = "ziel"\n'
    reading = load_text(CHARGED + named, "a.toml")
    case = Case(reading, NL.calling(reading.network.key))
    letter = of(list(Letters(case, reading, Marks())), "a")
    assert said(letter) == "Voor Met reserve. Per ziel betaalt Aalst € 2,00."
    (drawn,) = (block for block in blocks(letter) if isinstance(block, Drawing))
    assert "Ter vergelijking: zielen 75,0" in drawn.scene.description


HOMES = """
title = "Woningen"
year = 2027
[contribution]
model = "fixed"
[cost.staf]
label = "Staf"
amount = 1_000
[subsidy.vl]
label = "Subsidie"
amount = 600
[day_price]
prices = { 1 = 10 }
days = 100
occupancy = 0.5
[partner.a]
name = "Aalst"
units = 1
[partner.b]
name = "Brug"
units = 0
[scenario.zonder]
remove = ["subsidy.vl"]
[scenario.krap]
subsidy.vl.amount = 20
"""


def risk(scenario: str | None, partner: str) -> tuple[str, str, list[tuple[str, ...]]]:
    """The heading, the sentence and the table of the risk, where the letter has one."""
    letter = of(letters(HOMES, scenario), partner)
    (heading,) = (each for each in headings(letter) if "bezetting" in each or "risico" in each)
    return heading, said(letter, 2), table(letter, heading)


def test_the_letter_of_who_has_homes_says_what_happens_if_occupancy_falls() -> None:
    heading, sentence, lines = risk(None, "a")
    assert heading == "Als de bezetting daalt"
    assert sentence == (
        "Bezettingsgraad: bij 45 % in plaats van 50 % is de nettobijdrage van Aalst € 50,00 hoger."
    )
    assert lines == [("Te ontvangen", "250,00", "275,00", "300,00", "325,00", "350,00")]


def test_who_has_none_reads_of_the_largest_risk_of_its_own_or_of_nothing() -> None:
    assert risk(None, "b") == (
        "Het grootste risico: Subsidie",
        "Subsidie: bij € 540,00 in plaats van € 600,00 is de nettobijdrage van Brug € 30,00 hoger.",
        [("Te betalen", "230,00", "215,00", "200,00", "185,00", "170,00")],
    )
    without = headings(of(letters(HOMES, "zonder"), "b"))
    assert not any("risico" in each or "bezetting" in each for each in without)


def test_a_bill_that_may_turn_either_way_has_a_minus_where_it_is_received() -> None:
    assert risk("krap", "a")[2] == [
        ("Te betalen (−: te ontvangen)", "40,00", "15,00", "−10,00", "−35,00", "−60,00")
    ]


def test_a_fall_of_occupancy_may_lower_what_is_paid_and_the_letter_says_so() -> None:
    paying = HOMES.replace("units = 0", "units = 0\ndays = { 1 = 50 }").replace(
        "occupancy = 0.5", 'occupancy = 0.5\npaid_by = "partner"'
    )
    letter = of(letters(paying), "b")
    assert said(letter, 2) == (
        "Bezettingsgraad: bij 45 % in plaats van 50 % is de nettobijdrage van Brug € 50,00 lager."
    )


def test_a_figure_that_costs_more_when_it_is_higher_is_told_so() -> None:
    letter = of(letters(CHARGED), "a")
    assert said(letter, 2) == (
        "Het aantal inwoners van Aalst: bij 330 in plaats van 300 is de nettobijdrage van Aalst "
        "€ 60,00 hoger."
    )


def test_a_figure_that_stays_whole_stands_once_at_each_value() -> None:
    few = CHARGED.replace("inhabitants = 300", "inhabitants = 5").replace("rate", "key", 1)
    few = few.replace("key = { inhabitants = 2 }", 'key = "inhabitants"')
    few = few.replace("[reserve]\nopening = 100\n", "")
    letter = of(letters(few), "a")
    (heading,) = (each for each in headings(letter) if "risico" in each)
    found = blocks(letter)
    at = next(i for i, b in enumerate(found) if isinstance(b, Heading) and b.text == heading)
    (grid,) = (block for block in found[at : at + 3] if isinstance(block, Grid))
    shown = [head.text for head in grid.heads[1:]]
    assert shown == ["4", "5 (begroot)", "6"]


def test_a_long_word_in_the_name_of_a_line_may_break() -> None:
    from igs_costshare.papers.widths import column_widths

    long = NETWORK.replace('label = "Huur"', f'label = "{"Kost" * 40}"')
    found = blocks(of(letters(long), "a"))
    grid = next(block for block in found if isinstance(block, Grid))
    assert column_widths(grid)[0]["word"] < 10_000


# ---------------------------------------------------------------- advances


ADVANCED = """
title = "Voorschotten"
year = 2027
[contribution]
model = "fixed"
[cost.werking]
label = "Werking"
amount = 9_000
[partner.a]
name = "Aalst"
[partner.b]
name = "Brug"
[payment.herfst]
label = "Herfst"
date = 2027-10-01
amounts = { a = 2_000 }
[payment.ooit]
amounts = { a = 100 }
[payment.lente]
label = "Lente"
date = 2027-03-01
amounts = { a = 2_500 }
[scenario.niets]
cost.werking.amount = 0
[scenario.terug]
revenue.r = { amount = 10_000 }
[scenario.komt]
partner.c.name = "Dorp"
"""
PARTS = '[payment.deel]\nlabel = "Deel"\ndate = 2027-05-01\npart = 0.25\nexcept = ["a"]\n'


def test_advances_stand_as_they_fall_due_and_the_first_is_to_be_paid_first() -> None:
    letter = of(letters(ADVANCED), "a")
    assert table(letter, "Betaling") == [
        ("Lente", "01/03/2027", "2.500,00"),
        ("Herfst", "01/10/2027", "2.000,00"),
        ("ooit", "–", "100,00"),
        ("Saldo bij de afrekening", "–", "−100,00"),
        ("Te betalen", "", "4.500,00"),
    ]
    assert said(letter, -1) == (
        f"Eerst te betalen: Lente, € 2.500,00, met mededeling {letter.reference}."
    )
    (code,) = (
        block for block in blocks(of(letters(ADVANCED + BANK), "a")) if isinstance(block, Code)
    )
    assert (code.lines[0][0], plain(code.lines[0][1])) == ("Lente", "€ 2.500,00")


@pytest.mark.parametrize(
    ("scenario", "total"),
    [("niets", ("Te betalen", "", "0,00")), ("terug", ("Te ontvangen (−)", "", "−500,00"))],
)
def test_where_nothing_is_to_pay_no_code_asks_for_an_advance(
    scenario: str, total: tuple[str, ...]
) -> None:
    letter = of(letters(ADVANCED + BANK, scenario), "a")
    assert table(letter, "Betaling")[-1] == total
    assert not coded(letter)
    assert said(letter, -1) == (
        "Er is dit jaar niets te betalen: wat u voorschiet, krijgt u terug bij de afrekening."
    )


APART = (
    "De voorschotten zijn een deel van de begroting en veranderen niet mee met deze variant: ze "
    "staan in de brief bij de begroting."
)


def test_a_part_of_the_budget_is_no_advance_of_a_scenario_or_a_setting() -> None:
    dearer = "[scenario.duur]\ncost.werking.amount = 20_000\n"
    file = ADVANCED + PARTS + dearer + BANK
    assert table(of(letters(file), "b"), "Betaling")[0] == ("Deel", "01/05/2027", "1.125,00")
    letter = of(letters(file, "duur"), "b")
    assert said(letter, -1) == APART
    assert pairs(letter)[0] == ("Bedrag", "€ 10.000,00")
    assert not coded(letter)
    reading = load_text(file, "a.toml", ["cost.werking.amount=20_000"])
    set_otherwise = of(list(Letters(Case(reading, NL), reading, Marks())), "b")
    assert said(set_otherwise, -1) == APART
    # Amounts that were stated hold whatever the budget is.
    first = ("Lente", "01/03/2027", "2.500,00")
    assert table(of(letters(file, "duur"), "a"), "Betaling")[0] == first
    assert "Betaling" not in headings(of(letters(file, "terug"), "b"))


def test_account_and_reference_are_copied_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(ADVANCED + PARTS + BANK, encoding="utf-8")
    options = ("--set", "cost.werking.amount=20_000", "--lang", "nl", "--output", tmp_path / "x")
    assert run("letters", file, *options).code == 0
    reference = of(letters(ADVANCED), "b").reference
    (page,) = pages((tmp_path / "x" / "02-b.pdf").read_bytes())
    assert f"Mededeling {reference} " in page
    assert "BE68 5390 0754 7034" in page


def test_who_is_there_in_a_scenario_only_makes_no_advance() -> None:
    letter = of(letters(ADVANCED + PARTS, "komt"), "c")
    assert said(letter, -1) == f"Te betalen: € 3.000,00, met mededeling {letter.reference}."


def test_a_payment_to_a_partner_says_to_whom_and_has_no_code() -> None:
    to = '[payment.p]\nlabel = "Huur"\ndate = 2027-01-01\nto = "b"\namounts = { a = 80 }\n'
    letter = of(letters(ADVANCED + to + BANK), "a")
    assert table(letter, "Betaling")[0] == ("Huur (aan Brug)", "01/01/2027", "80,00")
    assert said(letter, -1) == "Eerst te betalen: Huur, € 80,00, aan Brug."
    assert not coded(letter)


def test_who_keeps_the_account_pays_itself_no_advance() -> None:
    kept = ADVANCED + '[settlement]\naccount = "a"\n'
    assert said(of(letters(kept), "a"), -1).startswith("Te betalen: € 4.500,00")


def test_an_advance_of_the_first_year_of_a_plan_has_no_day_in_a_later_one() -> None:
    from igs_costshare.reading.planned import in_year

    first = load_text(ADVANCED + "[plan]\nuntil = 2028\n", "a.toml")
    found = list(Letters(Case(in_year(first, 2028), NL), first, Marks()))
    assert table(of(found, "a"), "Betaling")[0] == ("Herfst", "–", "2.000,00")


def test_a_day_after_the_year_is_told_as_the_file_states_it_in_every_year() -> None:
    from igs_costshare.reading.planned import in_year

    late = ADVANCED.replace("2027-10-01", "2029-01-31") + "[plan]\nuntil = 2028\n"
    assert late.count("2029-01-31") == 1
    first = load_text(late, "a.toml")
    for reading in (first, in_year(first, 2028)):
        found = list(Letters(Case(reading, NL), first, Marks()))
        days = {row[0]: row[1] for row in table(of(found, "a"), "Betaling")}
        assert days["Herfst"] == "31/01/2029"


# ---------------------------------------------------------------- who pays whom in the end


def settled(description: str, partner: str, against: str | None = None) -> Letter:
    """The letter of the final account."""
    from igs_costshare.papers.against import before_of

    readings = settled_readings(description, "netwerk.toml")
    reading = readings.settled
    before = None if against is None else before_of(reading, reading, against, NL)
    return of(list(Letters(Case(reading, NL, before), reading, Marks(), readings)), partner)


def test_with_closed_purses_nobody_pays_and_the_headline_says_so() -> None:
    closed = NETWORK + '[settlement]\ntransfers = "none"\n'
    closed = closed.replace("amount = 100\n", "amount = 100\npaid_by = { a = 70, b = 30 }\n")
    titles = [plain(settled(closed, each).paper.title) for each in "ab"]
    assert titles == [
        "Aalst bracht € 20,00 meer in dan zijn aandeel",
        "Brug bracht € 20,00 minder in dan zijn aandeel",
    ]
    assert table(settled(closed, "a"), "De afrekening")[-1] == ("Verschil", "−20,00")
    assert said(settled(closed + BANK, "b"), -1) == (
        "Gesloten beurzen: er wordt niets overgeschreven, ook niet voor het verschil."
    )
    assert [settled(closed, each).amount for each in "ab"] == [0, 0]
    even = closed.replace("a = 70, b = 30", "a = 50, b = 50")
    assert plain(settled(even, "a").paper.title) == "Aalst bracht precies zijn aandeel in"


def test_what_goes_to_a_partner_does_not_go_to_the_account() -> None:
    direct = NETWORK + '[settlement]\ntransfers = "direct"\n' + BANK
    direct = direct.replace("amount = 100\n", 'amount = 100\npaid_by = "a"\n')
    letter = settled(direct, "b")
    assert said(letter, -1) == "Brug betaalt € 50,00 aan Aalst."
    assert not coded(letter)
    assert said(settled(direct, "a"), -1) == "Brug betaalt € 50,00 aan Aalst."


def test_what_goes_to_the_account_has_its_code() -> None:
    letter = settled(NETWORK + BANK, "b")
    assert said(letter, -1) == "Brug betaalt € 50,00 aan de gemeenschappelijke rekening."
    (code,) = (block for block in blocks(letter) if isinstance(block, Code))
    assert plain(code.lines[0][1]) == "€ 50,00"


def test_of_many_who_pay_the_sum_is_told() -> None:
    many = "".join(f"[partner.p{at}]\nname = 'P{at}'\n" for at in range(8))
    kept = NETWORK + many + '[settlement]\naccount = "a"\n'
    kept = kept.replace("amount = 100\n", 'amount = 100\npaid_by = "a"\n')
    assert said(settled(kept, "a"), -1) == (
        "9 partners betalen u samen € 90,00: elk het bedrag in zijn brief."
    )
    back = kept.replace('paid_by = "a"', 'paid_by = "each"') + "[settlement.opening]\n"
    back += "".join(f"p{at} = -5\n" for at in range(8))
    assert said(settled(back, "a"), -1) == (
        "U betaalt samen € 40,00 aan 8 partners: elk het bedrag in zijn brief."
    )


def test_the_share_in_the_year_goes_up_or_down_or_stays() -> None:
    less = NETWORK + "[scenario.actual]\ncost.huur.amount = 80\n"
    assert said(settled(less, "a", "base")) == (
        "Voor Klein, volgens “actual”. Het aandeel van Aalst in het jaar is € 40,00: € 10,00 lager "
        "dan in de begroting."
    )
    same = NETWORK + "[scenario.actual]\ncost.huur.label = 'Loon'\n"
    assert said(settled(same, "a", "base")).endswith(
        "Het aandeel van Aalst in het jaar is € 50,00, evenveel als in de begroting."
    )
    joined = NETWORK + "[scenario.actual]\npartner.c.name = 'Dorp'\n"
    assert said(settled(joined, "c", "base")) == "Voor Klein, volgens “actual”."


def test_who_keeps_the_account_reads_its_share_and_that_of_the_reserve_apart() -> None:
    kept = CHARGED + '[settlement]\naccount = "a"\n'
    letter = settled(kept, "a")
    assert table(letter, "De afrekening")[:2] == [
        ("Uw aandeel in het jaar", "600,00"),
        ("Deel van de reserve, die u beheert", "−300,00"),
    ]
    assert "Per inwoner is het aandeel € 2,00." in said(letter)


def test_the_final_account_is_in_the_steps_of_the_settlement() -> None:
    whole = NETWORK + "[scenario.actual]\nrounding.unit = 1\n"
    whole += "[payment.p]\namounts = { a = 20.25 }\n"
    letter = settled(whole + BANK, "a")
    assert (plain(letter.paper.title), letter.amount) == ("Aalst betaalt nog € 29,75", 2_975)
    assert table(letter, "De afrekening") == [
        ("Uw aandeel in het jaar", "", "50,00"),
        ("Voorschotten en betalingen van u", "", "−20,25"),
        ("p", "−20,25", ""),
        ("Nog te betalen", "", "29,75"),
    ]
    (code,) = (block for block in blocks(letter) if isinstance(block, Code))
    assert plain(code.lines[0][1]) == "€ 29,75"


ADVANCES = """
[payment.later]
amounts = { a = 1, b = 2 }
[payment.herfst]
label = "Herfst"
date = 2027-09-30
amounts = { a = 10, b = -5 }
[payment.lente]
label = "Lente"
date = 2027-03-31
amounts = { a = 20 }
[payment.recht]
label = "Rechtstreeks"
amounts = { a = 3 }
to = "b"
"""


def test_each_advance_stands_under_the_account_with_its_day_as_it_fell_due() -> None:
    assert table(settled(NETWORK + ADVANCES, "a"), "De afrekening") == [
        ("Uw aandeel in het jaar", "", "50,00"),
        ("Voorschotten en betalingen van u", "", "−34,00"),
        ("Lente, 31/03/2027", "−20,00", ""),
        ("Herfst, 30/09/2027", "−10,00", ""),
        ("later", "−1,00", ""),
        ("Rechtstreeks, aan Brug", "−3,00", ""),
        ("Nog te betalen", "", "16,00"),
    ]
    assert table(settled(NETWORK + ADVANCES, "b"), "De afrekening") == [
        ("Uw aandeel in het jaar", "", "50,00"),
        ("Voorschotten en betalingen van u", "", "−2,00"),
        ("later", "−2,00", ""),
        ("Voorschotten en betalingen aan u", "", "8,00"),
        ("Herfst, 30/09/2027", "5,00", ""),
        ("Rechtstreeks, van Aalst", "3,00", ""),
        ("Nog te betalen", "", "56,00"),
    ]


def test_who_keeps_the_account_reads_that_and_what_passed_over_it() -> None:
    kept = NETWORK.replace("[partner.b]", "[partner.c]\nname = 'Dorp'\n[partner.b]")
    kept += ADVANCES.replace("b = 2", "b = 2, c = 4") + '[settlement]\naccount = "c"\n'
    kept = kept.replace("amount = 100\n", 'amount = 100\npaid_by = "a"\n')
    kept += "[cost.loon]\nlabel = 'Loon'\namount = 20\n[cost.water]\namount = 10\npaid_by = 'c'\n"
    letter = settled(kept, "c")
    assert table(letter, "De afrekening") == [
        ("Uw aandeel in het jaar", "", "43,33"),
        ("Kosten die u al betaalde", "", "−30,00"),
        ("Loon (gemeenschappelijke rekening)", "−20,00", ""),
        ("water", "−10,00", ""),
        ("Voorschotten en betalingen van u", "", "−5,00"),
        ("Herfst, 30/09/2027, aan Brug", "−5,00", ""),
        ("Voorschotten en betalingen aan u", "", "33,00"),
        ("Lente, 31/03/2027, van Aalst", "20,00", ""),
        ("Herfst, 30/09/2027, van Aalst", "10,00", ""),
        ("later, van 2 partners", "3,00", ""),
        ("Nog te betalen", "", "41,33"),
    ]
    assert said(letter, 1) == (
        "U beheert de gemeenschappelijke rekening: wat erop binnenkwam en wat eruit betaald werd, "
        "staat mee in uw afrekening."
    )
    assert not said(settled(kept, "a"), 1).startswith("U beheert")
    assert table(settled(kept, "a"), "De afrekening")[1] == (
        "Kosten die u al betaalde: Huur",
        "",
        "−100,00",
    )


def test_of_many_parts_the_largest_stand_there_and_the_others_together() -> None:
    many = "".join(f"[cost.k{at}]\namount = {at % 5}\npaid_by = 'a'\n" for at in range(12))
    found = table(settled(NETWORK + many, "a"), "De afrekening")
    assert found[1] == ("Kosten die u al betaalde", "", "−21,00")
    parts = found[2:-1]
    assert [part[0] for part in parts] == [
        *("k1", "k2", "k3", "k4", "k7", "k8", "k9"),
        "nog 2 andere",
    ]
    assert sum(_decimal(part[1]) for part in parts) == -21


def test_a_final_account_names_what_decides_it_to_look_over(tmp_path: Path) -> None:
    rows = ("u0,,1,2026-01-01,2026-01-11", ",b,2,2026-03-01,2026-03-06")
    text = registered(tmp_path, EARNING + homes(""), *rows)
    found = checked(settled(text, "a"))
    assert found == (
        "Woningen: 1 van 2. Nachten in uw woningen volgens het register: 10 (gezin van 1). Onder "
        "“De afrekening”: de inkomsten die u ontving."
    )
    paid = text.replace("amount = 100\n", "amount = 100\npaid_by = 'a'\nin_kind = true\n")
    paid += "[payment.p]\namounts = { a = 5, b = 5 }\n[settlement]\nopening = { a = 3 }\n"
    brought = "“De afrekening”: de voorschotten en andere betalingen, wat u zelf inbracht, de "
    assert brought in checked(settled(paid, "a"))
    assert "inkomsten die u ontving en het saldo van vorig jaar." in checked(settled(paid, "a"))
    bills = paid.replace("in_kind = true\n", "")
    assert "de facturen die u betaalde, de inkomsten" in checked(settled(bills, "a"))
    assert "Onder “De afrekening”" not in checked(settled(NETWORK, "a"))


def test_who_pays_by_use_reads_how_long_its_clients_stayed(tmp_path: Path) -> None:
    rows = ("u0,,1,2026-01-01,2026-01-11,b", ",b,2,2026-03-01,2026-03-06,b")
    used = EARNING.replace("[partner.a]", 'paid_by = "partner"\n[partner.a]', 1) + homes("")
    register = tmp_path / "verblijven.csv"
    stays = "".join(f"{row}\n" for row in rows)
    register.write_text(
        f"woning,eigenaar,personen,van,tot,doorverwijzer\n{stays}", encoding="utf-8"
    )
    used += f'[stays]\nregister = "{register}"\n'
    assert checks(used, "b").endswith(
        "Nachten in uw woningen volgens het register: 5 (gezin van 2). "
        "Nachten van uw cliënten volgens het register: 10 (gezin van 1) en 5 (gezin van 2)."
    )
    assert "cliënten" not in checks(used, "a")


# ---------------------------------------------------------------- the folder


def folder_of(tmp_path: Path, text: str, *options: str) -> tuple[int, str, Path]:
    file, output = tmp_path / "a.toml", tmp_path / "brieven"
    file.write_text(text, encoding="utf-8")
    ran = run("letters", file, "--output", output, "--lang", "en", *options)
    return ran.code, ran.err, output


@pytest.mark.parametrize("dialect", ["plain", "excel-be"])
def test_sheets_that_an_earlier_index_names_go_and_no_other_file(
    dialect: str, tmp_path: Path
) -> None:
    options = ("--csv-dialect", dialect)
    assert folder_of(tmp_path, NETWORK, *options)[0] == 0
    output = tmp_path / "brieven"
    (output / "03-eigen.pdf").write_bytes(b"x")
    (output / "nota.txt").write_bytes(b"x")
    one = NETWORK.partition("[partner.b]")[0]
    assert folder_of(tmp_path, one, *options)[:2] == (0, "")
    names = sorted(path.name for path in output.iterdir())
    assert names == ["01-a.pdf", "03-eigen.pdf", "index.csv", "nota.txt"]


def test_an_index_that_names_other_files_takes_none_of_them_away(tmp_path: Path) -> None:
    _, _, output = folder_of(tmp_path, NETWORK)
    index = output / "index.csv"
    index.write_text(
        index.read_text("utf-8").replace("02-b.pdf", "../a.toml") + "x,,,,,nota.txt\n\n", "utf-8"
    )
    (output / "nota.txt").write_bytes(b"x")
    assert folder_of(tmp_path, NETWORK)[0] == 0
    assert (tmp_path / "a.toml").exists()
    assert (output / "nota.txt").exists()


@pytest.mark.parametrize("data", [b"a,b\n", b"", b"\xff\xfe", b'"' + b"x" * 200_000])
def test_an_index_of_somebody_else_is_not_written_over(data: bytes, tmp_path: Path) -> None:
    output = tmp_path / "brieven"
    output.mkdir()
    (output / "index.csv").write_bytes(data)
    code, err, _ = folder_of(tmp_path, NETWORK)
    assert code == 2
    assert (
        "index.csv: was not made by `letters`, and is not written over\nhint: name another" in err
    )
    assert [path.name for path in output.iterdir()] == ["index.csv"]


def test_a_sheet_that_cannot_be_removed_is_told(tmp_path: Path) -> None:
    _, _, output = folder_of(tmp_path, NETWORK)
    (output / "02-b.pdf").unlink()
    (output / "02-b.pdf").mkdir()
    code, err, _ = folder_of(tmp_path, NETWORK.partition("[partner.b]")[0])
    assert code == 2
    assert "02-b.pdf: cannot be removed: " in err


def test_the_index_opens_in_excel_as_it_is_in_belgium(tmp_path: Path) -> None:
    _, _, output = folder_of(tmp_path, NETWORK, "--csv-dialect", "excel-be")
    data = (output / "index.csv").read_bytes()
    assert data.startswith("\ufeffpartner;name;amount;".encode())
    assert re.search(rb"\na;Aalst;50,00;\*\*\*27\d/\d{4}/00\d{3}\*\*\*;;01-a.pdf\r\n", data)


def index_of(text: str) -> list[tuple[str, str, bool]]:
    """Of each partner its amount, its account, and whether it has a reference."""
    readings = settled_readings(text, "netwerk.toml")
    reading, outcome = readings.settled, readings.outcome(readings.settled.statement())
    case = Case(reading, NL)
    found = list(Letters(case, reading, Marks(), readings))
    table = IndexDocument(found, case, outcome.decimals).table()
    return [
        (NL.figure(amount, 2), str(iban), bool(reference))
        for _, _, amount, reference, iban, _ in (row.cells for row in table.rows)
        if isinstance(amount, int)
    ]


def test_who_pays_nothing_on_the_account_has_no_account_and_no_reference_in_the_index() -> None:
    paid = NETWORK + BANK + "[payment.p]\namounts = { a = 80, b = 20 }\n"
    assert index_of(paid) == [("-30,00", "", False), ("30,00", "BE68539007547034", True)]
    direct = paid + '[settlement]\ntransfers = "direct"\n'
    assert index_of(direct) == [("-30,00", "", False), ("30,00", "", False)]
    even = paid.replace("a = 80, b = 20", "a = 50, b = 50")
    assert index_of(even) == [("0,00", "", False), ("0,00", "", False)]
    letter = of(letters(NETWORK, "terug"), "a")
    assert (letter.amount, letter.reference) == (-35_000, "")


def test_letters_go_to_a_folder_and_never_to_standard_output(tmp_path: Path) -> None:
    file = tmp_path / "a.toml"
    file.write_text(NETWORK, encoding="utf-8")
    ran = run("letters", file, "--output", "-", "--lang", "en")
    assert (ran.code, ran.out) == (2, b"")
    assert ran.err == (
        "error: --output: a letter for each partner is more than one file, and cannot go to "
        "standard output\nhint: name a folder: --output letters\n"
    )


@pytest.mark.parametrize("ending", ["docx", "ods", "csv"])
def test_a_nota_is_no_pdf_under_another_name(ending: str, tmp_path: Path) -> None:
    file, output = tmp_path / "a.toml", tmp_path / f"y.{ending}"
    file.write_text(NETWORK, encoding="utf-8")
    ran = run("nota", file, "--output", output, "--lang", "en")
    assert ran.code == 2
    assert ran.err.startswith("error: --output: ")
    assert not output.exists()


# ---------------------------------------------------------------- part of the year

PARTLY = """title = "Deels"
year = 2027
[contribution]
model = "variable"
key = "units"
[cost.huur]
amount = 300
[partner.a]
name = "Aalst"
units = 2
[partner.b]
name = "Brug"
units = 2
until = 2027-06-30
"""


def checks(description: str, partner: str) -> str:
    """What stands under what is to be looked over."""
    return checked(of(letters(description), partner))


def checked(letter: Letter) -> str:
    found = blocks(letter)
    at = next(i for i, b in enumerate(found) if b == Heading("Kijk deze cijfers na"))
    told = found[at + 1]
    assert isinstance(told, Paragraph)
    return plain("".join(run.text for run in told.runs)).removesuffix(
        " Klopt een van deze cijfers niet, meld het dan aan de coördinator."
    )


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("until = 2027-06-30", "tot en met 30/06/2027: 6 van de 12 maanden"),
        ("from = 2027-04-10", "vanaf 10/04/2027: 9 van de 12 maanden"),
        ("from = 2026-04-10\nuntil = 2027-06-30", "tot en met 30/06/2027: 6 van de 12 maanden"),
        (
            "from = 2027-04-10\nuntil = 2027-09-01",
            "van 10/04/2027 tot en met 01/09/2027: 6 van de 12 maanden",
        ),
    ],
)
def test_who_is_there_for_a_part_of_the_year_reads_for_which(days: str, told: str) -> None:
    found = checks(PARTLY.replace("until = 2027-06-30", days), "b")
    assert found.startswith(f"Brug doet mee {told}. Woningen: 2 van 4; naar het deel van het jaar")


def test_what_a_figure_counts_for_stands_beside_it_where_somebody_is_not_there_all_year() -> None:
    assert checks(PARTLY, "b") == (
        "Brug doet mee tot en met 30/06/2027: 6 van de 12 maanden. "
        "Woningen: 2 van 4; naar het deel van het jaar dat elke partner meedoet: 1 van 3."
    )
    assert checks(PARTLY, "a") == (
        "Woningen: 2 van 4; naar het deel van het jaar dat elke partner meedoet: 2 van 3."
    )
    used = PARTLY.replace('key = "units"', 'key = "days"').replace("units = 2", "days = 40")
    assert checks(used, "a") == "Gebruiksdagen: 40 van 80."  # never cut
    idle = PARTLY.replace("units = 2\nuntil", "units = 0\nuntil")
    assert checks(idle, "a") == "Woningen: 2 van 2."


def test_a_part_of_the_year_counts_in_days_where_the_plan_has_it_so() -> None:
    by_days = PARTLY + '[plan]\nuntil = 2028\nprorata = "days"\n'
    assert checks(by_days, "b").startswith(
        "Brug doet mee tot en met 30/06/2027: 181 van de 365 dagen."
    )


# ---------------------------------------------------------------- your part of each cost


def bars_of(description: str, partner: str = "a") -> tuple[str, list[str], str]:
    """Heading, names and note of the chart of a letter."""
    found = blocks(of(letters(description), partner))
    (at,) = (i for i, b in enumerate(found) if isinstance(b, Drawing))
    heading, drawing, after = found[at - 1 : at + 2]
    assert isinstance(heading, Heading)
    assert isinstance(drawing, Drawing)
    texts = [text for text in drawing.scene.texts() if not text.endswith("%")]
    return heading.text, texts, after.text if isinstance(after, Note) else ""


def test_the_bars_are_of_all_costs_and_of_no_income() -> None:
    more = "".join(f"[cost.k{at}]\namount = {5 + at}\n" for at in range(6))
    income = '[revenue.r]\namount = 4000\nper = "partner"\n[cost.nul]\namount = 0\n'
    assert bars_of(NETWORK + more + income) == (
        "Uw deel van elke kost",
        ["Huur", *(f"k{at}" for at in range(6))],
        "",
    )


def test_of_more_costs_than_there_is_room_for_the_largest_are_drawn_and_that_is_said() -> None:
    more = "".join(f"[cost.k{at}]\namount = {5 + at}\n" for at in range(9))
    _, names, note = bars_of(NETWORK + more)
    assert names == ["Huur", *(f"k{at}" for at in range(2, 9))]
    assert note == "Van de 10 posten staan de 8 grootste in de grafiek."


def test_where_only_income_is_shared_the_bars_are_of_that() -> None:
    income = NETWORK.partition("[scenario")[0].replace("[cost.huur]", "[revenue.huur]")
    income += "[revenue.r]\namount = 50\n"
    assert bars_of(income) == ("Uw deel van elke inkomst", ["Huur", "r"], "")


# ---------------------------------------------------------------- how a figure arises

EARNING = """title = "Woningen"
year = 2026
[contribution]
model = "fixed"
[cost.huur]
amount = 100
[day_price]
prices = { 1 = 16, 2 = 18 }
days = 300
occupancy = 0.5
[partner.a]
name = "Aalst"
[partner.b]
name = "Brug"
units = 1
"""


def homes(*prices: str) -> str:
    return "".join(
        f"[unit.u{at}]\nowner = 'a'\n" + (f"prices = {{ {each} }}\n" if each else "")
        for at, each in enumerate(prices)
    )


def registered(tmp_path: Path, text: str, *rows: str) -> str:
    """The description with a register of stays: home, persons, from, until."""
    register = tmp_path / "verblijven.csv"
    stays = "".join(f"{row}\n" for row in rows)
    register.write_text(f"woning,eigenaar,personen,van,tot\n{stays}", encoding="utf-8")
    return f'{text}[stays]\nregister = "{register}"\n'


def how(description: str, partner: str, line: str = "Dagprijzen") -> str:
    found = table(of(letters(description), partner), "Wat u draagt en ontvangt")
    return next(row[1] for row in found if row[0] == line)


def test_nights_are_told_by_price_whatever_home_and_come_to_the_amount(tmp_path: Path) -> None:
    rows = (
        "u0,,1,2026-01-01,2026-01-11",
        "u1,,1,2026-02-01,2026-02-21",
        "u1,,2,2026-03-01,2026-03-04",
        "u2,,1,2026-03-01,2026-03-02",
        ",b,4,2026-03-01,2026-03-06",
    )
    text = registered(tmp_path, EARNING + homes("", "", "1 = 15"), *rows)
    assert how(text, "a") == (
        "1 nacht × € 15,00 + 30 nachten × € 16,00 + 3 nachten × € 18,00 = € 549,00"
    )
    assert how(text, "b") == "5 nachten × € 18,00 = € 90,00"
    days = text + 'count = "days"\n'
    assert how(days, "b") == "6 gebruiksdagen × € 18,00 = € 108,00"
    empty = registered(tmp_path, EARNING, ",b,1,2026-01-01,2026-01-02")
    assert how(empty, "a") == "Geen woningen, dus geen dagprijzen"


def test_nights_at_many_prices_are_told_together(tmp_path: Path) -> None:
    prices = [f"1 = {10 + at}" for at in range(9)]
    rows = [f"u{at},,1,2026-01-01,2026-01-02" for at in range(9)]
    text = registered(tmp_path, EARNING + homes(*prices), *rows)
    assert how(text, "a") == (
        "9 nachten tegen de prijzen van elke woning en elk gezin, samen € 126,00"
    )


def test_homes_that_earn_the_same_are_told_together_and_many_others_by_their_sum() -> None:
    assert how(EARNING + homes("", ""), "a") == (
        "2 woningen × 300 dagen × 50 % × € 17,00 = € 5.100,00"
    )
    assert how(EARNING + homes("", "1 = 10"), "a") == (
        "u0: 300 dagen × 50 % × € 17,00 = € 2.550,00; u1: 300 dagen × 50 % × € 10,00 = € 1.500,00"
    )
    five = EARNING + homes("1 = 10", "1 = 11", "1 = 12", "1 = 13", "1 = 14")
    assert how(five, "a").endswith(
        "u2: 300 dagen × 50 % × € 12,00 = € 1.800,00; nog 2 bedragen, samen € 4.050,00"
    )
    assert "…" not in how(five, "a")


def test_of_a_part_of_the_year_that_part_of_what_homes_earn_is_told() -> None:
    partly = EARNING.replace("units = 1", "units = 1\nuntil = 2026-06-30")
    assert how(partly, "b") == (
        "1 woning × 300 dagen × 50 % × € 17,00 = € 2.550,00; "
        "6/12 van het jaar: € 2.550,00 × 6/12 = € 1.275,00"
    )


def test_a_share_that_never_ends_stands_as_in_the_column_beside_it() -> None:
    three = PARTLY.partition("[partner.b]")[0]
    three += '[partner.b]\nname = "Brug"\nunits = 1\n'
    assert how(three, "b", "huur") == "Verdeelsleutel: 1 van 3 woningen"
    mixed = three.replace('model = "variable"', 'model = "mixed"\nfixed_share = 0.5')
    assert how(mixed, "b", "huur") == "50 % × 1/2 + 50 % × 1/3 = 41,7 %"
    bounded = three.replace('key = "units"', 'key = "units"\nminimum = 110')
    assert how(bounded, "b", "huur").endswith("bij, of 36,7 %")


RECEIVES = (
    NETWORK
    + """
[revenue.verhuur]
amount = 60

[scenario.actual]
revenue.verhuur.amount = 260
"""
)


def test_a_share_below_zero_is_told_as_what_is_received() -> None:
    assert "Het aandeel" not in said(settled(RECEIVES, "a", "base"))
    assert said(settled(RECEIVES, "a", "base")).endswith(
        "Aalst ontvangt over het jaar netto € 80,00; begroot was € 20,00 te dragen."
    )


@pytest.mark.parametrize(
    ("now", "was", "told"),
    [
        ("260", "60", "netto € 80,00; met de huidige afspraak was € 20,00 te dragen."),
        ("260", "280", "netto € 80,00; met de huidige afspraak was € 90,00 te ontvangen."),
        ("260", "260", "netto € 80,00, evenveel als met de huidige afspraak."),
    ],
)
def test_beside_another_scenario_that_is_not_called_budgeted(now: str, was: str, told: str) -> None:
    file = NETWORK.partition("[scenario")[0] + f"[revenue.verhuur]\namount = {was}\n"
    file += '[settlement]\ntransfers = "none"\n[scenario.s]\n'
    file += f"revenue.verhuur.amount = {now}\n"
    assert said(of(letters(file, "s", "base"), "a")).endswith(told)


def test_what_one_pays_to_several_is_one_sentence() -> None:
    three = NETWORK.partition("[scenario")[0] + '[partner.c]\nname = "Dorp"\n'
    three = three.replace("amount = 100\n", "amount = 90\npaid_by = { a = 50, c = 40 }\n")
    letter = settled(three + '[settlement]\ntransfers = "direct"\n', "b")
    assert said(letter, -1) == "Brug betaalt € 20,00 aan Aalst en € 10,00 aan Dorp."
    kept = settled(three + '[settlement]\naccount = "b"\n', "b")
    assert said(kept, -1) == "Brug betaalt € 20,00 aan Aalst en € 10,00 aan Dorp."
