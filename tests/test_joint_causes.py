"""A cause may differ from the difference of a line beside it, and a paper says so once."""

from __future__ import annotations

from command import run
from igs_costshare.papers.blocks import Note
from test_closing import CRISIS, closing, notes
from test_letters import blocks, settled
from test_nota import paper

JOINT = (
    "Waar oorzaken samenwerken, is hun gezamenlijk effect verdeeld; een oorzaak kan dus afwijken "
    "van het verschil van een post."
)
FILE = """title = "Netwerk"
year = 2027
[contribution]
model = "variable"
key = "inhabitants"
[cost.huur]
label = "Huur"
amount = 1_000
[cost.loon]
label = "Loon"
amount = 500
[partner.a]
keys.inhabitants = 100
[partner.b]
keys.inhabitants = 100
[scenario.actual]
cost.huur.amount = 1_200
"""
PEOPLE = "partner.a.keys.inhabitants = 300\n"
WAGES = "cost.loon.amount = 555\n"


def of_letter(file: str) -> int:
    letter = settled(file, "a", "base")
    return [each.text for each in blocks(letter) if isinstance(each, Note)].count(JOINT)


def test_a_cause_of_one_line_that_another_changes_too_is_told_as_such() -> None:
    assert of_letter(FILE + PEOPLE) == 1
    homes = FILE.replace("amount = 1_000", 'amount = 1_000\nper = "unit"')
    homes = homes.replace("keys.inhabitants = 100", "keys.inhabitants = 100\nunits = 1")
    assert notes(closing(homes + "partner.a.units = 2\n")).count(JOINT) == 1


def test_of_several_causes_of_no_line_alone_it_is_said_too() -> None:
    shared = 'contribution = { key = "partners" }\n'
    assert of_letter(FILE.replace("cost.huur.amount = 1_200\n", PEOPLE) + shared) == 0
    both = FILE.replace("cost.huur.amount = 1_200\n", PEOPLE + "partner.b.keys.inhabitants = 90\n")
    assert of_letter(both) == 1


def test_causes_that_are_the_differences_of_their_lines_say_nothing() -> None:
    assert of_letter(FILE) == 0
    assert of_letter(FILE + WAGES) == 0
    assert JOINT not in notes(closing(FILE + WAGES))
    assert JOINT not in notes(closing(FILE + PEOPLE))  # all together pay what the lines differ


def test_without_the_differences_of_lines_beside_it_a_nota_says_nothing() -> None:
    assert JOINT not in notes(paper(FILE + PEOPLE + WAGES, scenario="actual", against="base"))


def test_a_letter_of_which_the_causes_are_not_known_says_nothing() -> None:
    assert of_letter(FILE.partition("[scenario")[0]) == 0


def test_the_stays_are_the_cause_of_one_line() -> None:
    ran = run("nota", CRISIS, "--settlement", "--lang", "nl", "--format", "html")
    assert ran.code == 0
    assert "Waar oorzaken samenwerken" not in ran.text
