"""Why an amount changes, in a sentence that is true: one main cause, or the largest ones."""

from __future__ import annotations

import re

import pytest

from command import run
from test_closing import CRISIS
from test_nota import paper, said

HEAD = 'title = "Netwerk"\n[contribution]\nmodel = "fixed"\n[partner.a]\nname = "Aalst"\n'


def told(
    lines: dict[str, int], moved: dict[str, int], more: str = "", own: str | None = None
) -> str:
    """What is said of the causes behind the change; amounts may fall below what they were."""
    file = HEAD + more
    file += "".join(f'[cost.{id}]\nlabel = "{id}"\namount = {x}\n' for id, x in lines.items())
    file += "[scenario.s]\n" + "".join(f"cost.{id}.amount = {x}\n" for id, x in moved.items())
    found = said(paper(file, scenario="s", against="base", own=own))
    return re.split(r"afspraak(?: was € [\d.,]+ te betalen)?\. ?", found)[1]


def test_a_cause_is_the_main_one_only_where_it_does_more_than_all_others_together() -> None:
    lines = {"x": 100, "y": 100, "z": 100}
    assert told(lines, {"x": 161, "y": 140, "z": 80}) == (
        "Dat komt vooral door: x (€ 100,00 → € 161,00)."
    )
    assert told(lines, {"x": 160, "y": 140, "z": 80}) == (
        "De oorzaken: x (€ 100,00 → € 160,00), € 60,00 meer; y (€ 100,00 → € 140,00), € 40,00 "
        "meer; daartegenover z (€ 100,00 → € 80,00), € 20,00 minder."
    )


def test_of_many_causes_the_largest_are_named() -> None:
    lines = dict.fromkeys("vwxyz", 100)
    assert told(lines, {"v": 110, "w": 120, "x": 130, "y": 95, "z": 102}) == (
        "De grootste oorzaken: x (€ 100,00 → € 130,00), € 30,00 meer; w (€ 100,00 → € 120,00), "
        "€ 20,00 meer; v (€ 100,00 → € 110,00), € 10,00 meer."
    )


def test_of_causes_that_do_as_much_none_is_left_out_alone() -> None:
    lines = dict.fromkeys("vwxyz", 100)
    assert told(lines, {"v": 110, "w": 120, "x": 130, "y": 90}) == (
        "De grootste oorzaken: x (€ 100,00 → € 130,00), € 30,00 meer; w (€ 100,00 → € 120,00), "
        "€ 20,00 meer."
    )
    assert (
        told({"v": 100, "w": 200, "x": 300, "y": 400}, {"v": 110, "w": 210, "x": 310, "y": 410})
        == ""
    )


def test_where_the_largest_all_work_the_other_way_they_are_told_without_an_opposite() -> None:
    lines = {"x": 100, "y": 200, "z": 300, "p": 150, "q": 250, "r": 350, "s": 400, "t": 500}
    moved = {"x": 50, "y": 148, "z": 246, "p": 190, "q": 290, "r": 390, "s": 440, "t": 540}
    assert told(lines, moved) == (
        "De grootste oorzaken: z (€ 300,00 → € 246,00), € 54,00 minder; y (€ 200,00 → € 148,00), "
        "€ 52,00 minder; x (€ 100,00 → € 50,00), € 50,00 minder."
    )


def test_a_line_that_comes_or_goes_is_told_without_a_second_colon() -> None:
    file = HEAD + '[cost.x]\nlabel = "Huur"\namount = 100\n'
    new = '[scenario.s]\ncost.boiler = { label = "Boiler", amount = 40 }\n'
    sole = said(paper(file + new, scenario="s", against="base"))
    assert sole.endswith(" Dat komt door de nieuwe post Boiler.")
    more = said(paper(file + new + "cost.x.amount = 101\n", scenario="s", against="base"))
    assert more.endswith(" Dat komt vooral door de nieuwe post Boiler.")
    gone = said(paper(file + new, own="a", against="s"))
    assert gone.endswith(" Dat komt door het wegvallen van de post Boiler.")


INCOME = '[revenue.i]\nlabel = "Verhuur"\namount = 300\n'


def test_who_receives_more_is_told_what_it_receives_more() -> None:
    lines = {"x": 90, "y": 100, "z": 50}
    assert told(lines, {"x": 70, "y": 85, "z": 56}, INCOME, "a") == (
        "De oorzaken: x (€ 90,00 → € 70,00), € 20,00 meer; y (€ 100,00 → € 85,00), € 15,00 meer; "
        "daartegenover z (€ 50,00 → € 56,00), € 6,00 minder."
    )


def test_who_no_longer_pays_but_receives_is_told_what_it_bears() -> None:
    lines = {"x": 250, "y": 250, "z": 100}
    assert told(lines, {"x": 90, "y": 97, "z": 110}, INCOME, "a") == (
        "De oorzaken: x (€ 250,00 → € 90,00), € 160,00 minder te dragen; y (€ 250,00 → € 97,00), "
        "€ 153,00 minder te dragen; daartegenover z (€ 100,00 → € 110,00), € 10,00 meer te dragen."
    )


def test_where_the_causes_cancel_out_none_is_named() -> None:
    assert told({"x": 100, "y": 300}, {"x": 110, "y": 290}) == ""


def test_the_closed_year_of_the_example_hides_no_opposite_cause() -> None:
    ran = run("nota", CRISIS, "--settlement", "--lang", "nl", "--format", "html")
    told = re.sub(r"<[^>]*>|\\s", " ", ran.text)
    assert (
        "De oorzaken: kost van een VTE (€ 84.500,00 → € 86.190,00), € 1.690,00 meer; de nieuwe "
        "post Herstellingen, € 1.236,40 meer; daartegenover verblijven in de woningen, € 2.386,00 "
        "minder."
    ) in " ".join(told.split())


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("en", "The causes: cost of an FTE"),
        ("fr", "Les causes : coût d’un ETP"),
    ],
)
def test_in_the_other_languages(code: str, sentence: str) -> None:
    ran = run("nota", CRISIS, "--settlement", "--lang", code, "--format", "html")
    assert sentence in ran.text.replace("\xa0", " ").replace("\u202f", " ")
