"""`--set PATH=VALUE`: values laid over a file, in all its cases."""

from __future__ import annotations

from typing import Any

import pytest

from igs_costshare import InputError, compute, parse
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.reading.overrides import path_of, place_and_value
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text

TEXT = """\
title = "Jeugdregio"

[cost.coordinator]
amount = 60_000

[cost.rent]
fte = 0.5
fte_cost = 10_000
only = ["zulte", "deinze"]

[contribution]
model = "variable"
key = { partners = 1, youth = 2 }

[partner.zulte]
keys = { youth = 2_000 }

[partner.deinze]
keys = { youth = 5_000 }

[subsidy.decree]
rate = 0.4
of = ["rent"]

[day_price]
prices = { 1 = 16, 2 = 18 }
"""


def network(*settings: str, text: str = TEXT) -> Network:
    return parse(text, "network.toml", settings=settings)


def told(*settings: str, text: str = TEXT) -> str:
    with pytest.raises(InputError) as refused:
        network(*settings, text=text)
    return str(refused.value)


def given(table: Any) -> dict[str, Any]:
    """The fields of a table that are stated."""
    stated: dict[str, Any] = table.model_dump(exclude_defaults=True, by_alias=True)
    return stated


# ---------------------------------------------------------------- values


@pytest.mark.parametrize(
    ("setting", "title"),
    [
        ('title="Regio Zulte"', "Regio Zulte"),
        ("title='Regio Zulte'", "Regio Zulte"),
        ("title=Regio Zulte", "Regio Zulte"),
        ("title = Regio Zulte ", "Regio Zulte"),
        ('title="Regio Zulte" # nieuw', "Regio Zulte"),
        ("title=[Regio] Zulte = beter", "[Regio] Zulte = beter"),
        ("title=9870 Zulte", "9870 Zulte"),
        ('title="a" = "b"', '"a" = "b"'),
    ],
)
def test_a_text_needs_no_quotes(setting: str, title: str) -> None:
    assert network(setting).title == title


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ('partner."a.b".name', ("partner", "a.b", "name")),
        ("partner.'a.b'.name", ("partner", "a.b", "name")),
        (' partner . "a=b" . name ', ("partner", "a=b", "name")),
        ('index."cost.*.amount"', ("index", "cost.*.amount")),
        (r'"a\"b".x', ('a"b', "x")),
        ("rate.'l\"été'[0][12]", ("rate", 'l"été', 0, 12)),
        ("l'été.name", ("l'été", "name")),
        ("", None),
        ("a.", None),
        ("a..b", None),
        ('a."b', None),
        ('a."b"c', None),
        ("a[b]", None),
        ("a[0]b", None),
    ],
)
def test_a_path_has_quotes_where_toml_has_them(place: str, path: Path | None) -> None:
    assert place_and_value(place) == (path, None)
    assert place_and_value(f"{place}=1=2") == (path, None if path is None else "1=2")
    assert path_of(place) == path
    assert path_of(f"{place}=1") is None


def test_a_name_with_a_point_is_set() -> None:
    text = TEXT.replace("[unit", "[unit") + "[expected.partner]\n"
    figures = network('expected.partner."zulte".expenses=1', text=text).expected
    assert figures is not None
    assert figures.partner == {"zulte": {"expenses": 1}}


def test_more_than_one_value_is_a_text() -> None:
    assert told("year=2025\nmonth=3") == (
        'error: --set year=2025\\u000amonth=3: year: expected a number, got "2025\\u000amonth=3"\n'
        "hint: numbers stand without quotes and signs, with a decimal point: `84_500.25`"
    )


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (
            "title=",
            "title: is empty\nhint: give it a text, or leave the field out",
        ),
        (
            "title=9870",
            "title: expected a text, got 9870\nhint: put the text between quotes",
        ),
        (
            "year=0,5",
            (
                'year: expected a number, got "0,5"\n'
                "hint: numbers stand without quotes and signs, with a decimal point: `84_500.25`"
            ),
        ),
        (
            "cost.coordinator.amount=-1",
            "cost.coordinator.amount: must be at least 0, got -1",
        ),
        (
            "cost.coordinator.amount={ x = 1 }",
            "cost.coordinator.amount: expected a number, got a table",
        ),
        (
            "subsidy.decree.rate=2025-01-31",
            "subsidy.decree.rate: expected a number, got 2025-01-31",
        ),
        (
            "cost.rent.only=zulte",
            (
                'cost.rent.only: expected a list, got "zulte"\n'
                'hint: a list stands between brackets: `["zulte"]`'
            ),
        ),
        (
            "partner.zulte=3",
            "partner.zulte: expected a table, got 3",
        ),
        (
            "partner.zulte.keys=3",
            (
                "partner.zulte.keys: expected a table, got 3\n"
                "hint: write it by key, for instance `{ inhabitants = 3 }`"
            ),
        ),
        (
            "subsidy.decree.rate=50 %",
            'subsidy.decree.rate: expected a number, got "50 %"\nhint: 50 % is `0.5`',
        ),
        (
            "cost.rent.only=zulte, deinze",
            (
                'cost.rent.only: expected a list, got "zulte, deinze"\n'
                'hint: a list stands between brackets: `["zulte", "deinze"]`'
            ),
        ),
    ],
)
def test_a_wrong_value_is_told_with_its_setting(setting: str, words: str) -> None:
    assert told(setting) == f"error: --set {setting}: {words}"


def test_a_value_replaces_what_stands_there() -> None:
    replaced = network("contribution.key=youth", 'cost.rent.only=["zulte"]', "year=2025")
    assert given(replaced.contribution) == {"model": "variable", "key": "youth"}
    assert replaced.cost["rent"].only == ["zulte"]
    assert replaced.year == 2025


def test_the_last_of_two_settings_wins() -> None:
    assert network("year=2025", "year=2026").year == 2026


# ---------------------------------------------------------------- paths


@pytest.mark.parametrize(
    "argument",
    [
        "title",
        "",
        "=3",
        "a..b=3",
        ".a=3",
        "[0]=3",
        "a[x]=3",
        "a[1=3",
        "a[1]b=3",
        f"a[{'9' * 5000}]=3",
    ],
)
def test_an_argument_must_be_a_path_and_a_value(argument: str) -> None:
    assert told(argument) == (
        f"error: --set {argument}: expected PATH=VALUE\n"
        "hint: for instance `day_price.occupancy=0.9`"
    )


def test_every_argument_that_cannot_be_read_is_told() -> None:
    assert told("title", "year=2025", "year") == (
        "error: --set title: expected PATH=VALUE\n"
        "hint: for instance `day_price.occupancy=0.9`\n"
        "\n"
        "error: --set year: expected PATH=VALUE\n"
        "hint: for instance `day_price.occupancy=0.9`"
    )


def test_a_path_may_have_spaces_around_its_parts() -> None:
    assert network(" cost . coordinator . amount = 5 ").cost["coordinator"].amount == 5


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (
            "cost.rente.amount=3",
            "cost.rente.amount: there is no cost `rente`\nhint: did you mean `rent`?",
        ),
        (
            "partner.gent.units=3",
            "partner.gent.units: there is no partner `gent`\nhint: known: `zulte`, `deinze`",
        ),
        (
            "unit.kerkstraat.owner=zulte",
            "unit.kerkstraat.owner: there is no unit `kerkstraat`",
        ),
        (
            "partner[0].units=3",
            "partner[0].units: there is no partner `0`\nhint: known: `zulte`, `deinze`",
        ),
        (
            "cost.rent.lable=Huur",
            "cost.rent.lable: unknown field\nhint: did you mean `label`?",
        ),
        (
            "fte.cots=3",
            "fte.cots: unknown field\nhint: did you mean `cost`?",
        ),
        (
            "rouding.unit=1",
            "rouding: unknown field\nhint: did you mean `rounding`?",
        ),
        (
            "title.x=3",
            "title.x: nothing to set: `title` is not a table",
        ),
        (
            "cost.rent[0]=3",
            "cost.rent[0]: nothing to set: `cost.rent` is a table",
        ),
        (
            "cost.rent.only[2]=zulte",
            "cost.rent.only[2]: nothing to set: `cost.rent.only` is a list of 2, counted from 0",
        ),
        (
            "cost.rent.only.x=zulte",
            "cost.rent.only.x: nothing to set: `cost.rent.only` is a list of 2, counted from 0",
        ),
        (
            "cost.rent.of[0]=zulte",
            "cost.rent.of[0]: nothing to set: `cost.rent.of` is not a table",
        ),
        (
            "year.x=3",
            "year: expected a number, got a table",
        ),
    ],
)
def test_a_path_that_leads_nowhere_is_told(setting: str, words: str) -> None:
    assert told(setting) == f"error: --set {setting}: {words}"


def test_an_unknown_id_is_told_where_the_table_itself_is_wrong() -> None:
    text = 'title = "T"\npartner = 3\n'
    assert told("partner.zulte.units=3", text=text) == (
        "error: network.toml:2:11: partner: expected a table, got 3\n"
        "2 | partner = 3\n"
        "  |           ^\n"
        "\n"
        "error: --set partner.zulte.units=3: partner.zulte.units: there is no partner `zulte`"
    )


def test_a_place_in_a_list_is_counted_from_0() -> None:
    assert network("cost.rent.only[1]=zulte", "cost.rent.only[0]=deinze").cost["rent"].only == [
        "deinze",
        "zulte",
    ]


def test_a_field_of_a_bracket_is_reached_through_its_place() -> None:
    text = TEXT.replace("key = { partners = 1, youth = 2 }", "rate.youth = [ { rate = 1 } ]")
    text = text.replace('only = ["zulte", "deinze"]\n', "")
    changed = network("contribution.rate.youth[0].rate=2", text=text)
    assert given(changed.contribution)["rate"] == {"youth": [{"rate": 2}]}


def test_prices_and_keys_are_set_one_by_one() -> None:
    changed = network("day_price.prices.2=19", "day_price.prices.3=20", "contribution.key.youth=1")
    assert given(changed.day_price) == {"prices": {1: 16, 2: 19, 3: 20}}
    assert given(changed.contribution)["key"] == {"partners": 1, "youth": 1}


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (
            "day_price.prices.4=20",
            (
                "day_price.prices: has no price for a household of 3\n"
                "hint: sizes run 1, 2, 3 … without a gap; "
                "the last price also counts for larger ones"
            ),
        ),
        (
            "day_price.prices.x=20",
            'day_price.prices.x: "x" is not a household size\nhint: sizes are 1, 2, 3 …',
        ),
    ],
)
def test_a_price_that_does_not_fit_is_told(setting: str, words: str) -> None:
    assert told(setting) == f"error: --set {setting}: {words}"


def test_a_table_that_the_file_lacks_is_made() -> None:
    changed = network("fte.cost=84_500", "cost.coordinator.fte=1", "rounding.half=up")
    assert given(changed.fte) == {"cost": 84_500}
    assert given(changed.cost["coordinator"]) == {"fte": 1}
    assert given(changed.rounding) == {"half": "up"}


def test_a_partner_is_added_as_a_whole() -> None:
    assert list(network("partner.gent={ keys = { youth = 9 } }").partner) == [
        "zulte",
        "deinze",
        "gent",
    ]


def test_a_partner_may_be_called_as_a_field_of_a_contribution() -> None:
    added = ["partner.key={ keys = { youth = 1 } }", "partner.model={ keys = { youth = 1 } }"]
    assert list(network(*added).partner) == ["zulte", "deinze", "key", "model"]


# ---------------------------------------------------------------- fields that exclude one another


@pytest.mark.parametrize(
    ("setting", "stated"),
    [
        ("cost.rent.amount=5", {"amount": 5, "only": ["zulte", "deinze"]}),
        (
            'cost.rent.except=["zulte"]',
            {"fte": network().cost["rent"].fte, "fte_cost": 10_000, "except": ["zulte"]},
        ),
        (
            "cost.rent.contribution.model=fixed",
            {
                "fte": network().cost["rent"].fte,
                "fte_cost": 10_000,
                "only": ["zulte", "deinze"],
                "contribution": {"model": "fixed"},
            },
        ),
    ],
)
def test_a_field_drops_what_it_excludes(setting: str, stated: dict[str, Any]) -> None:
    assert given(network(setting).cost["rent"]) == stated


def test_a_subsidy_is_of_one_kind() -> None:
    assert given(network("subsidy.decree.match=1").subsidy["decree"]) == {"match": 1}
    assert given(network("subsidy.decree.amount=1").subsidy["decree"]) == {"amount": 1}


def test_a_price_for_each_drops_the_contribution_of_a_line() -> None:
    own = "cost.rent.contribution.model=fixed"
    assert given(network(own, "cost.rent.per=partner").cost["rent"])["per"] == "partner"
    assert "contribution" not in given(network(own, "cost.rent.per=partner").cost["rent"])


def test_a_field_of_a_table_that_is_missing_drops_nothing() -> None:
    assert given(network("revenue.gifts={ amount = 3 }").revenue["gifts"]) == {"amount": 3}


FREE = TEXT.replace('only = ["zulte", "deinze"]\n', "")


@pytest.mark.parametrize(
    ("settings", "stated"),
    [
        (["contribution.model=fixed"], {"model": "fixed"}),
        (
            ["contribution.model=fixed", "contribution.fixed_amount=5"],
            {"model": "fixed", "fixed_amount": 5},
        ),
        (
            ["contribution.fixed_amount=5", "contribution.model=fixed"],
            {"model": "fixed", "fixed_amount": 5},
        ),
        (
            ["contribution.rate.youth=3", "contribution.model=variable"],
            {"model": "variable", "rate": {"youth": 3}},
        ),
        (["contribution.rate.youth=3"], {"model": "variable", "rate": {"youth": 3}}),
        (
            ["contribution.minimum=1", "contribution.model=fixed", "contribution.model=agreed",
             "contribution.shares={ zulte = 50, deinze = 50 }"],
            {"model": "agreed", "shares": {"zulte": 50, "deinze": 50}, "minimum": 1},
        ),
        (
            ['contribution={ model = "mixed", fixed_share = 1, key = "youth" }',
             "contribution.model=fixed"],
            {"model": "fixed"},
        ),
    ],
)  # fmt: skip
def test_a_model_drops_the_fields_of_the_old_one(
    settings: list[str], stated: dict[str, Any]
) -> None:
    changed = network(*settings, text=FREE)
    assert given(changed.contribution) == stated


def test_the_model_of_a_line_leaves_the_common_one_alone() -> None:
    changed = network("cost.coordinator.contribution.model=fixed")
    assert given(changed.cost["coordinator"])["contribution"] == {"model": "fixed"}
    assert changed.contribution == network().contribution


# ---------------------------------------------------------------- whose fault it is


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        (
            "contribution.model=agreed",
            (
                "contribution.shares: is missing\n"
                "hint: add `shares`: percentage of each partner that takes part; they add up to 100"
            ),
        ),
        (
            "contribution.minimum=50_000",
            (
                "contribution.minimum: the minimums add up to €\xa0100,000.00, "
                "more than the €\xa058,000.00 to share\n"
                "hint: lower the minimum"
            ),
        ),
        (
            "subsidy.decree.amount=100_000",
            (
                "subsidy.decree: the subsidies are €\xa0100,000.00, "
                "more than all costs together (€\xa065,000.00)\n"
                "hint: lower them, or limit one with `cap`"
            ),
        ),
        (
            "partner.gent={}",
            (
                "partner.gent.keys.youth: partner `gent` lacks the key `youth`, "
                "which `contribution.key.youth` uses\n"
                "hint: add `youth = …` to the `keys` of `gent`, "
                'or leave the partner out: `contribution.except = ["gent"]`'
            ),
        ),
    ],
)
def test_what_a_setting_upsets_is_told_with_the_setting(setting: str, words: str) -> None:
    assert told(setting) == f"error: --set {setting}: {words}"


def test_a_fault_of_the_file_stays_with_the_file() -> None:
    text = TEXT.replace("rate = 0.4", "cap = 4")
    assert told("subsidy.decree.label=Decreet", text=text) == (
        "error: network.toml:21:1: subsidy.decree: lacks `amount`, `rate` or `match`\n"
        "21 | [subsidy.decree]\n"
        "   | ^\n"
        "hint: give one of them"
    )


def test_what_no_setting_is_near_is_told_of_the_latest() -> None:
    assert told("year=2027", "contribution.rate.youth=3") == (
        "error: --set contribution.rate.youth=3: cost.rent: "
        "`[contribution]` is a charge and cannot divide a line of some partners\n"
        'hint: give the line a contribution of its own: `contribution = { model = "fixed" }`'
    )


def test_settings_are_told_after_the_file_and_in_their_order() -> None:
    text = TEXT.replace("rate = 0.4", "rate = -1")
    assert told("title=3", "year=3", "cost.coordinator.amount=-1", text=text) == (
        "error: network.toml:22:8: subsidy.decree.rate: must be at least 0, got -1\n"
        "22 | rate = -1\n"
        "   |        ^\n"
        "\n"
        "error: --set title=3: title: expected a text, got 3\n"
        "hint: put the text between quotes\n"
        "\n"
        "error: --set year=3: year: must be at least 1000, got 3\n"
        "\n"
        "error: --set cost.coordinator.amount=-1: cost.coordinator.amount: "
        "must be at least 0, got -1"
    )


def test_a_setting_may_mend_the_file() -> None:
    broken = TEXT.replace("60_000", "-1").replace("rate = 0.4", "rate = 40")
    mended = network("cost.coordinator.amount=60_000", "subsidy.decree.rate=0.4", text=broken)
    assert mended == network()


def test_a_warning_about_a_set_value_names_the_setting() -> None:
    from igs_costshare.reading import load_text

    reading = load_text(TEXT, "network.toml", ["cost.coordinator.amount=84.500"])
    (warning,) = reading.source.located(compute(reading.network).warnings)
    assert problem_text(warning, english()) == (
        "warning: --set cost.coordinator.amount=84.500: cost.coordinator.amount: "
        "84.500 is read as 84.5: the point is a decimal point\n"
        "hint: for thousands write `84_500`"
    )


def test_a_field_of_another_model_drops_nothing_of_this_one() -> None:
    text = (
        'title = "FS"\ncost.a.amount = 10_000\n'
        'contribution = { model = "variable", rate = { inhabitants = 1 } }\n'
        "[partner.x]\nkeys = { inhabitants = 3_000 }\n"
    )
    with pytest.raises(InputError) as by_setting:
        parse(text, settings=["contribution.fixed_share=0.3"])
    with pytest.raises(InputError) as by_scenario:
        parse(f"{text}[scenario.s]\ncontribution.fixed_share = 0.3\n", scenario="s")
    for raised in (by_setting, by_scenario):
        assert [each.message.key for each in raised.value.problems] == ["fault.other_model"]
