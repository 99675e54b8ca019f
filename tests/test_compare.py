"""Scenarios and contribution models side by side: the figures, the words, the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command import run
from igs_costshare import parse
from igs_costshare.comparing.comparison import Comparison, Option, comparison
from igs_costshare.comparing.models import with_way_out
from igs_costshare.documents.comparison import ComparisonDocument
from igs_costshare.errors import Problem
from igs_costshare.messages import Money, say
from igs_costshare.wording.language import language
from igs_costshare.wording.tables import Table

NETWORK = """title = "Netwerk"
year = 2026

[partner.stad]
name = "Stad"
units = 3
keys = { inhabitants = 30_000 }

[partner.dorp]
name = "Dorp"
units = 1
keys = { inhabitants = 10_000 }

[partner.caw]
name = "CAW"
units = 0
keys = { inhabitants = 0 }

[cost.overhead]
label = "Omkadering"
amount = 12_000

[revenue.gift]
label = "Gift"
amount = 600

[contribution]
model = "variable"
key = "units"

[scenario.inwoners]
label = "Volgens inwoners"
contribution.key = "inhabitants"
cost.overhead.amount = 12_400

[scenario.weg]
label = "CAW vertrekt"
contribution = { model = "fixed" }
remove = ["partner.caw"]
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "netwerk.toml").write_text(NETWORK, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "netwerk.toml"


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


DUTCH = """Netwerk 2026: Nettobijdrage

             Huidige      Volgens          CAW
Partner     afspraak     inwoners     vertrekt  Spreiding
─────────────────────────────────────────────────────────
Stad        8.550,00   ↑ 8.850,00   ↓ 5.700,00   3.150,00
Dorp      ↓ 2.850,00     2.950,00   ↑ 5.700,00   2.850,00
CAW             0,00         0,00                    0,00
─────────────────────────────────────────────────────────
Totaal   ↓ 11.400,00  ↑ 11.800,00  ↓ 11.400,00     400,00

Bedragen in €.
Nettobijdrage: uitgaven min inkomsten; wat iemand ontvangt, staat onder nul.
↓ voordeligst voor die rij, ↑ duurst. Spreiding: het hoogste min het laagste.

Nettobijdrage per inwoner:

          Huidige   Volgens       CAW
Partner  afspraak  inwoners  vertrekt
─────────────────────────────────────
Stad         0,28      0,30      0,19
Dorp         0,28      0,30      0,57
─────────────────────────────────────
Totaal       0,28      0,30      0,28
"""


def test_all_scenarios_stand_beside_the_description(file: str) -> None:
    ran = run("compare", file, "--lang", "nl")
    assert (ran.code, ran.err, plain(ran.text)) == (0, "", DUTCH)


def test_csv_has_a_column_for_each_scenario(file: str) -> None:
    ran = run("compare", file, "--format", "csv")
    assert ran.text.splitlines() == [
        "partner,name,base,inwoners,weg",
        "stad,Stad,-8550.00,-8850.00,-5700.00",
        "dorp,Dorp,-2850.00,-2950.00,-5700.00",
        "caw,CAW,0.00,0.00,",
        "total,Total,-11400.00,-11800.00,-11400.00",
    ]


def test_csv_has_a_column_for_each_model(file: str) -> None:
    models = "fixed,variable:inhabitants,mixed:0.5:inhabitants"
    ran = run("compare", file, "--models", models, "--format", "csv")
    assert ran.text.splitlines() == [
        "partner,name,fixed,variable:inhabitants,mixed:0.5:inhabitants",
        "stad,Stad,-3800.00,-8550.00,-6175.00",
        "dorp,Dorp,-3800.00,-2850.00,-3325.00",
        "caw,CAW,-3800.00,0.00,-1900.00",
        "total,Total,-11400.00,-11400.00,-11400.00",
    ]


def test_models_have_their_words(file: str) -> None:
    models = "fixed,variable:units,mixed:0.25:inhabitants"
    dutch = " ".join(plain(run("compare", file, "--models", models, "--lang", "nl").text).split())
    assert "Gelijk" in dutch
    assert "Volgens het" in dutch
    english = run("compare", file, "--models", models, "--lang", "en", "--format", "markdown").text
    assert (
        "| Partner | Equal | By homes | 25\N{NO-BREAK SPACE}% equal, rest by inhabitants | Spread |"
    ) in english


def test_a_charge_shows_its_reserve(file: str) -> None:
    prices = ["--set", "day_price={ prices = { 1 = 10 } }", "--set", "partner.stad.days=100"]
    ran = run("compare", file, "--models", "fixed,per-day", *prices, "--format", "csv")
    assert ran.text.splitlines()[-2:] == [
        "reserve,Reserve,0.00,-10400.00",
        "total,Total,-11400.00,-11400.00",
    ] or ran.text.splitlines()[-2:] == [
        "reserve,Reserve,,-10400.00",
        "total,Total,-11400.00,-11400.00",
    ]


def test_who_takes_part_stays_as_it_is(file: str) -> None:
    left_out = ["--set", "contribution.except=['caw']"]
    ran = run("compare", file, "--models", "fixed", *left_out, "--format", "csv")
    assert ran.text.splitlines()[1:4] == [
        "stad,Stad,-5700.00",
        "dorp,Dorp,-5700.00",
        "caw,CAW,0.00",
    ]
    only = ["--set", "contribution.only=['stad']"]
    ran = run("compare", file, "--models", "fixed", *only, "--format", "csv")
    assert ran.text.splitlines()[1] == "stad,Stad,-11400.00"


@pytest.mark.parametrize(
    ("figure", "title", "rows"),
    [
        (
            "expenses",
            "Expenses",
            ["9000.00,9300.00,6000.00", "3000.00,3100.00,6000.00", "0.00,0.00,"],
        ),
        ("revenues", "Revenues", ["450.00,450.00,300.00", "150.00,150.00,300.00", "0.00,0.00,"]),
        ("gift", "Gift", ["450.00,450.00,300.00", "150.00,150.00,300.00", "0.00,0.00,"]),
        (
            "overhead",
            "Omkadering",
            ["9000.00,9300.00,6000.00", "3000.00,3100.00,6000.00", "0.00,0.00,"],
        ),
        ("units", "Homes", ["3,3,3", "1,1,1", "0,0,"]),
    ],
)
def test_any_column_is_compared(file: str, figure: str, title: str, rows: list[str]) -> None:
    ran = run("compare", file, "--figure", figure, "--format", "csv")
    assert [line.split(",", 2)[2] for line in ran.text.splitlines()[1:4]] == rows
    people = run("compare", file, "--figure", figure, "--lang", "en")
    assert people.text.splitlines()[0] == f"Netwerk 2026: {title}"
    assert ("cheapest" in people.text) == (figure != "units")
    assert ("For each inhabitant:" in people.text) == (figure != "units")


def test_the_lower_expense_and_the_higher_revenue_are_cheaper(file: str) -> None:
    for figure, cheapest, dearest in (
        ("expenses", ["weg"], ["inwoners"]),
        ("revenues", ["base", "inwoners"], ["weg"]),
        ("balance", ["weg"], ["inwoners"]),
    ):
        data = json.loads(run("compare", file, "--figure", figure, "--format", "json").out)
        stad = data["partners"][0]
        assert (stad["cheapest"], stad["dearest"]) == (cheapest, dearest)


def test_json_has_everything(file: str) -> None:
    data = json.loads(run("compare", file, "--format", "json").out)
    assert {**data, "partners": data["partners"][1:], "total": None} == {
        "format": 1,
        "title": "Netwerk",
        "currency": "EUR",
        "figure": "balance",
        "options": [
            {"id": "base", "name": "base"},
            {"id": "inwoners", "name": "Volgens inwoners"},
            {"id": "weg", "name": "CAW vertrekt"},
        ],
        "partners": [
            {
                "id": "dorp",
                "name": "Dorp",
                "values": {"base": "-2850.00", "inwoners": "-2950.00", "weg": "-5700.00"},
                "per_inhabitant": {"base": "0.28", "inwoners": "0.30", "weg": "0.57"},
                "cheapest": ["base"],
                "dearest": ["weg"],
                "spread": "2850.00",
            },
            {
                "id": "caw",
                "name": "CAW",
                "values": {"base": "0.00", "inwoners": "0.00", "weg": None},
                "per_inhabitant": {"base": None, "inwoners": None, "weg": None},
                "cheapest": [],
                "dearest": [],
                "spread": "0.00",
            },
        ],
        "reserve": None,
        "total": None,
    }
    counts = json.loads(run("compare", file, "--figure", "units", "--format", "json").out)
    assert counts["total"]["values"] == {"base": 4, "inwoners": 4, "weg": 4}


def test_one_scenario_on_request_and_settings_for_all(file: str) -> None:
    ran = run(
        "compare", file, "--scenario", "weg", "--set", "revenue.gift.amount=0", "--format", "csv"
    )
    assert ran.text.splitlines()[0] == "partner,name,base,weg"
    assert ran.text.splitlines()[-1] == "total,Total,-12000.00,-12000.00"
    models = run("compare", file, "--scenario", "weg", "--models", "fixed", "--format", "csv")
    assert models.text.splitlines()[1:] == [
        "stad,Stad,-5700.00",
        "dorp,Dorp,-5700.00",
        "total,Total,-11400.00",
    ]


def test_where_nothing_differs_it_says_so(file: str) -> None:
    ran = run("compare", file, "--models", "fixed,variable:partners", "--lang", "en")
    assert "It makes no difference for anybody." in ran.text
    assert "cheapest" not in ran.text


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("en", "There is only one, so there is nothing to compare it with."),
        ("nl", "Er is er maar één, dus er valt niets te vergelijken."),
        ("fr", "Il n’y en a qu’un\u00a0: il n’y a rien à comparer."),
    ],
)
def test_a_model_alone_is_compared_with_nothing(file: str, code: str, words: str) -> None:
    assert f"\n{words}\n" in run("compare", file, "--models", "fixed", "--lang", code).text


def test_whole_euros_on_request(file: str) -> None:
    ran = run("compare", file, "--round", "euro", "--lang", "nl")
    assert "↑ 8.850" in plain(ran.text)
    assert "Getoond in hele euro’s, elk bedrag apart afgerond." in ran.text
    assert "0,28" in ran.text
    units = run("compare", file, "--round", "euro", "--figure", "units", "--lang", "nl")
    assert units.code == 0


def test_faults_in_any_scenario_are_told(file: str) -> None:
    Path("fout.toml").write_text(
        NETWORK.replace("[scenario.weg]", "[scenario.weg]\ncost.overhead.amount = -1\n")
    )
    ran = run("compare", "fout.toml", "--output", "uit.csv")
    assert ran.code == 2
    assert "scenario.weg.cost.overhead.amount: must be at least 0, got -1" in ran.err
    assert not Path("uit.csv").exists()


@pytest.mark.parametrize(
    ("models", "said"),
    [
        (
            "fixd",
            "error: --models fixd: unknown model `fixd`\nhint: did you mean `fixed`?\n",
        ),
        (
            "mixed:0.5,variable:",
            (
                "error: --models mixed:0.5: expected `mixed:FIXED_SHARE:KEY`\n"
                "hint: for instance `mixed:0.5:inhabitants`\n\n"
                "error: --models variable:: expected `variable:KEY`\n"
                "hint: for instance `variable:inhabitants`\n"
            ),
        ),
        ("fixed,fixed", "error: --models fixed,fixed: a model stands here twice\n"),
        (
            "mixed:half:units",
            (
                "error: --models mixed:half:units: contribution.fixed_share: "
                'expected a number, got "half"\n'
                "hint: numbers stand without quotes and signs, with a decimal point: `84_500.25`\n"
            ),
        ),
        (
            "mixed:2:units",
            (
                "error: --models mixed:2:units: contribution.fixed_share: must be at most 1, "
                "got 2\n"
                "hint: 2 % is `0.02`\n"
            ),
        ),
    ],
)
def test_models_that_cannot_be(file: str, models: str, said: str) -> None:
    ran = run("compare", file, "--models", models)
    assert (ran.code, ran.out, ran.err) == (2, b"", said)


def test_every_model_that_cannot_be_shared_is_told_once(file: str) -> None:
    ran = run("compare", file, "--models", "variable:youth,mixed:0.5:yout")
    assert ran.code == 2
    assert "--models variable:youth: contribution.key: unknown key `youth`" in ran.err
    assert "--models mixed:0.5:yout: contribution.key: unknown key `yout`" in ran.err


def test_wrong_usage(file: str) -> None:
    ran = run("compare", file, "--figure", "balans")
    assert (ran.code, ran.err) == (
        2,
        "error: --figure balans: there is no column `balans`\nhint: did you mean `balance`?\n",
    )
    unknown = run("compare", file, "--scenario", "wegg")
    assert unknown.err == (
        "error: --scenario wegg: there is no scenario `wegg`\nhint: did you mean `weg`?\n"
    )
    twice = run("compare", file, "--models", "fixed", "--scenario", "weg", "--scenario", "inwoners")
    assert twice.code == 2
    assert "goes once with --models" in twice.err


def test_warnings_are_told_once(file: str) -> None:
    Path("raar.toml").write_text(NETWORK.replace("12_000", "12.500"), encoding="utf-8")
    ran = run("compare", "raar.toml")
    assert ran.code == 0
    assert ran.err.count("is read as 12.5") == 1


def test_a_scenario_gives_what_its_values_give_by_set(file: str) -> None:
    scenario = run("compute", file, "--scenario", "inwoners", "--format", "csv")
    settings = ["contribution.key=inhabitants", "cost.overhead.amount=12_400"]
    by_set = run("compute", file, *(f"--set={each}" for each in settings), "--format", "csv")
    assert scenario.out == by_set.out


def test_scenarios_called_like_models_or_alike_keep_their_names(tmp_path: Path) -> None:
    file = tmp_path / "namen.toml"
    file.write_text(
        NETWORK
        + "[scenario.fixed]\n[scenario.mixed]\n"
        + '[scenario.een]\nlabel = "Plan"\n[scenario.twee]\nlabel = "Plan"\n',
        encoding="utf-8",
    )
    ran = run("compare", file, "--format", "markdown", "--lang", "nl")
    assert ran.text.splitlines()[2] == (
        "| Partner | Huidige afspraak | Volgens inwoners | CAW vertrekt | fixed | mixed "
        "| Plan (een) | Plan (twee) | Spreiding |"
    )


def test_amounts_of_two_currencies_are_not_compared(tmp_path: Path) -> None:
    file = tmp_path / "munt.toml"
    file.write_text(NETWORK + '[scenario.pond]\ncurrency = "GBP"\n', encoding="utf-8")
    ran = run("compare", file)
    assert (ran.code, ran.err) == (
        2,
        (
            "error: the amounts of `pond` are in GBP, those of `base` in EUR: "
            "they cannot be compared\n"
        ),
    )


def test_a_line_that_an_option_lacks_leaves_its_cells_empty(file: str) -> None:
    Path("charge.toml").write_text(
        NETWORK
        + "[scenario.tarief]\n[scenario.tarief.contribution]\nmodel = 'fixed'\nfixed_amount = 5\n",
        encoding="utf-8",
    )
    ran = run("compare", "charge.toml", "--figure", "overhead", "--format", "csv")
    assert ran.text.splitlines()[1] == "stad,Stad,9000.00,9300.00,6000.00,"
    assert "total,Total,12000.00,12400.00,12000.00," in ran.text


def test_faults_of_scenarios_that_are_not_asked_for_do_not_count(tmp_path: Path) -> None:
    file = tmp_path / "fout.toml"
    file.write_text(NETWORK + "[scenario.kapot]\ncontribution.maximum = 1\n", encoding="utf-8")
    assert run("compare", file).code == 2
    assert run("compare", file, "--scenario", "weg").code == 0


def test_more_homes_are_neither_cheap_nor_dear(tmp_path: Path) -> None:
    file = tmp_path / "woningen.toml"
    file.write_text(NETWORK + "[scenario.meer]\npartner.dorp.units = 5\n", encoding="utf-8")
    ran = run("compare", file, "--figure", "units", "--lang", "en")
    assert "cheapest" not in ran.text
    assert "no difference" not in ran.text


def test_a_fault_that_a_model_brings_is_told_of_the_model(file: str) -> None:
    listed = "[cost.extra]\namount = 5\nonly = ['stad']\n[day_price]\nprices = { 1 = 10 }\n"
    Path("lijst.toml").write_text(NETWORK + listed, encoding="utf-8")
    ran = run("compare", "lijst.toml", "--models", "per-day")
    assert ran.code == 2
    assert ran.err.startswith("error: --models per-day: cost.extra: ")


# ---------------------------------------------------------------- one option, and agreed bounds


def test_a_row_in_one_option_only_has_no_spread(file: str) -> None:
    alone = ["--set", "partner.nieuw={ units = 2 }"]
    swapped = """[scenario.ruil]
remove = ["partner.caw"]
partner.nieuw.units = 0
"""
    Path("ruil.toml").write_text(NETWORK.partition("[scenario")[0] + swapped, encoding="utf-8")
    data = json.loads(run("compare", "ruil.toml", "--format", "json").out)
    assert [(row["id"], row["spread"]) for row in data["partners"]] == [
        ("stad", "0.00"), ("dorp", "0.00"), ("caw", None), ("nieuw", None)
    ]  # fmt: skip
    ran = run("compare", "ruil.toml", "--lang", "en")
    rows = [line.split() for line in ran.text.splitlines() if line.startswith(("CAW", "nieuw"))]
    assert rows == [["CAW", "0.00"], ["nieuw", "0.00"]]
    assert "no difference" not in ran.text
    assert (
        run("compare", file, "--models", "fixed", *alone, "--lang", "en").text.count("Spread") == 0
    )


BOUNDED = NETWORK.partition("[scenario")[0].replace(
    'key = "units"', 'key = "units"\nminimum = 500\nmaximum = { stad = 8_000, dorp = 9_000 }'
)
SIZES = "variable:inhabitants,per-day"
PRICED = ["--set", "day_price={ prices = { 1 = 10 } }", "--set", "partner.stad.days=100"]


@pytest.fixture
def bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    (tmp_path / "grenzen.toml").write_text(BOUNDED, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return "grenzen.toml"


def test_agreed_bounds_hold_where_the_model_is_a_division(bounded: str) -> None:
    ran = run("compare", bounded, "--models", SIZES, *PRICED, "--format", "csv")
    assert ran.text.splitlines()[1:4] == [
        "stad,Stad,-8000.00,-1000.00",
        "dorp,Dorp,-2900.00,0.00",
        "caw,CAW,-500.00,0.00",
    ]
    assert ran.err == (
        "note: Bounds in the file: at least € 500.00 and a maximum for each partner "
        "(Stad € 8,000.00 and Dorp € 9,000.00).\n"
        "note: They hold for: by inhabitants.\n"
        "note: They are left out for: per day.\n"
    ).replace("€ ", "€\N{NO-BREAK SPACE}")


def test_agreed_bounds_are_left_out_on_request(bounded: str) -> None:
    asked = ["--models", "variable:inhabitants", "--no-bounds", "--lang", "nl"]
    told = " ".join(plain(run("compare", bounded, *asked).text).split())
    assert "Ze vallen weg bij: volgens het aantal inwoners." in told
    assert "Ze gelden" not in told
    csv = run("compare", bounded, *asked, "--format", "csv")
    assert csv.text.splitlines()[1] == "stad,Stad,-8550.00"


def test_bounds_that_are_a_part_of_the_whole_are_kept_and_left_out_alike(bounded: str) -> None:
    shares = ("--set", "contribution.maximum_share={ stad = 0.5 }")
    asked = ("compare", bounded, "--models", SIZES, *PRICED, *shares, "--format")
    ran = run(*asked, "csv")
    assert ran.text.splitlines()[1].startswith("stad,Stad,-5700.00,")
    assert [each["bounds"] for each in json.loads(run(*asked, "json").out)["options"]] == [
        {
            "minimum": "500",
            "maximum": {"stad": "8000", "dorp": "9000"},
            "maximum_share": {"stad": "0.5"},
        },
        {"minimum": None, "maximum": None},
    ]
    without = run(*asked, "csv", "--no-bounds")
    assert without.text.splitlines()[1].startswith("stad,Stad,-8550.00,")


def test_bounds_of_many_partners_are_counted(bounded: str) -> None:
    each = ", ".join(f"{name} = 1" for name in ("stad", "dorp", "caw", "vier"))
    ran = run(
        *("compare", bounded, "--models", "fixed", "--lang", "nl"),
        *("--set", "partner.vier={}", "--set", f"contribution.minimum={{ {each} }}"),
        *("--set", "contribution.maximum=9_000"),
    )
    told = " ".join(plain(ran.text).split())
    assert (
        "Grenzen in het bestand: een minimum voor 4 partners en hoogstens € 9.000,00. "
        "Ze gelden bij: gelijk."
    ) in told


def test_the_bounds_of_each_model_stand_in_json(bounded: str) -> None:
    ran = run("compare", bounded, "--models", SIZES, *PRICED, "--format", "json")
    assert [each["bounds"] for each in json.loads(ran.out)["options"]] == [
        {"minimum": "500", "maximum": {"stad": "8000", "dorp": "9000"}},
        {"minimum": None, "maximum": None},
    ]
    assert ran.err == ""


def test_without_bounds_nothing_is_said_of_them(file: str) -> None:
    ran = run("compare", file, "--models", "fixed", "--no-bounds", "--lang", "en")
    assert "ounds" not in ran.text


def test_a_problem_of_bounds_without_a_hint_has_the_way_out_alone() -> None:
    above = say("sharing.above_maximum", most=Money(2))
    told = with_way_out(Problem(above, ("contribution", "minimum", "stad")))
    assert told.hint == say("compare.leave_bounds_out")
    elsewhere = Problem(above, ("cost", "rent", "contribution", "minimum"))
    assert with_way_out(elsewhere) == elsewhere


def test_bounds_that_a_model_cannot_keep_name_the_way_out(bounded: str) -> None:
    charge = 'contribution={ model = "fixed", fixed_amount = 10_000, minimum = 9_000 }'
    ran = run("compare", bounded, "--models", "fixed", "--set", charge)
    assert ran.code == 2
    assert ran.err == (
        f"error: --set {charge}: contribution.minimum: the minimums add up to "
        "€\N{NO-BREAK SPACE}27,000.00, more than the €\N{NO-BREAK SPACE}11,400.00 to share\n"
        "hint: lower the minimum; `--no-bounds` leaves the bounds out\n"
    )


def test_no_bounds_goes_with_models(file: str) -> None:
    ran = run("compare", file, "--no-bounds")
    assert (ran.code, ran.out) == (2, b"")
    assert "error: --no-bounds: goes with --models" in ran.err


def test_a_warning_on_a_kept_bound_stands_at_its_place_in_the_file(bounded: str) -> None:
    Path("raar.toml").write_text(BOUNDED.replace("minimum = 500", "minimum = 500.250"))
    ran = run("compare", "raar.toml", "--models", "fixed,variable:inhabitants")
    assert ran.err.count("warning: raar.toml:30:11: contribution.minimum: ") == 1
    assert ran.err.count("warning: ") == 1


# ---------------------------------------------------------------- models in words

FOUR = """title = "T"
currency = "EUR"
cost.rent.amount = 100
[partner]
a = { days = 1, keys = { inhabitants = 1, youth = 1 } }
b = { days = 1, keys = { inhabitants = 1, youth = 1 } }
c = { days = 1, keys = { inhabitants = 1, youth = 1 } }
d = { days = 1, keys = { inhabitants = 1, youth = 1 } }
[day_price]
prices = { 1 = 10 }
"""


def tried(model: str) -> Comparison:
    """A model beside itself under other bounds."""
    network = parse(f"{FOUR}[contribution]\n{model}\n")
    return comparison(
        [
            (Option("one", "ONE", network.contribution, network.contribution), network),
            (Option("two", "TWO"), network),
        ]
    )


@pytest.mark.parametrize(
    ("model", "heading"),
    [
        ("model = 'fixed'", "Equal"),
        ("model = 'fixed'\nfixed_amount = 5", "ONE"),
        ("model = 'variable'\nkey = 'youth'", "By children and young people"),
        ("model = 'variable'\nkey = 'partners'", "Equal"),
        ("model = 'variable'\nkey = { youth = 0.5, inhabitants = 0.5 }", "ONE"),
        ("model = 'variable'\nrate = { youth = 2 }", "ONE"),
        ("model = 'mixed'\nfixed_share = 0.25\nkey = 'days'", "25 % equal, rest by days of use"),
        ("model = 'mixed'\nfixed_amount = 5\nkey = 'days'", "ONE"),
        ("model = 'agreed'\nshares = { a = 25, b = 25, c = 25, d = 25 }", "ONE"),
        ("model = 'per-day'", "Per day"),
    ],
)
def test_a_model_that_fits_a_heading_is_told_in_it(model: str, heading: str) -> None:
    table = next(iter(ComparisonDocument(tried(model), language("en")).parts()))
    assert isinstance(table, Table)
    assert plain(table.columns[1].heading) == heading


@pytest.mark.parametrize(
    ("bounds", "told"),
    [
        ("minimum = { a = 1, b = 2, c = 3, d = 4 }", "een minimum voor 4 partners"),
        ("maximum = { a = 101, b = 102, c = 103, d = 104 }", "een maximum voor 4 partners"),
        ("minimum = { a = 1, b = 2.5 }", "een minimum per partner (a € 1,00 en b € 2,50)"),
        (
            "maximum_share = { a = 0.6 }\nminimum = 1\nminimum_share = 0.05",
            (
                "minstens € 1,00, minstens 5 % van het geheel en een maximum per partner "
                "(a 60 % van het geheel)"
            ),
        ),
        (
            "maximum = { a = 60 }\nminimum = 1",
            "minstens € 1,00 en een maximum per partner (a € 60,00)",
        ),
    ],
)
def test_bounds_are_told_for_all_for_some_or_counted(bounds: str, told: str) -> None:
    document = ComparisonDocument(tried(f"model = 'fixed'\n{bounds}"), language("nl"))
    assert [*map(plain, document.bounds())] == [
        f"Grenzen in het bestand: {told}.",
        "Ze gelden bij: gelijk.",
        "Ze vallen weg bij: TWO.",
    ]


@pytest.mark.parametrize(
    ("model", "words"),
    [
        ("fixed:3", ("`fixed` te staan, met niets erachter", "`fixed`")),
        ("variable", ("`variable:SLEUTEL` te staan", "`variable:inhabitants`")),
        ("mixed", ("`mixed:VAST_DEEL:SLEUTEL` te staan", "`mixed:0.5:inhabitants`")),
    ],
)
def test_how_a_model_is_written_is_told_in_the_language_with_an_example_of_that_model(
    file: str, model: str, words: tuple[str, str]
) -> None:
    ran = run("compare", file, "--models", model, "--lang", "nl")
    form, example = words
    assert ran.err == (f"fout: --models {model}: hier hoort {form}\ntip: bijvoorbeeld {example}\n")


def test_what_is_settled_stands_beside_the_budget() -> None:
    closed = str(Path(__file__).parent.parent / "examples/crisisopvangnetwerk-afgerekend.toml")
    for format in ("markdown", "html"):
        told = run("compare", closed, "--format", format, "--lang", "nl").out.decode()
        assert "Begroting" in told
        assert "uidige afspraak" not in told
    page = run("compute", closed, "--format", "html", "--lang", "nl").out.decode()
    assert "uidige afspraak" not in page
    told = run("compare", closed, "--format", "json").out.decode()
    assert '"name": "base"' in told
