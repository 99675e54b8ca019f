"""How much a file may hold: what is larger than any description is refused, and soon."""

from __future__ import annotations

from pathlib import Path

import pytest

from igs_costshare import InputError, parse
from igs_costshare.description.texts import MOST_CHARACTERS
from igs_costshare.errors import MOST_PROBLEMS
from igs_costshare.reading import extent
from igs_costshare.reading.extent import MOST_ENTRIES
from igs_costshare.reading.positions import positions
from igs_costshare.reading.syntax import enormous_number
from igs_costshare.reading.text import LARGEST_FILE
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import problem_text

HEAD = 'title = "T"\n[contribution]\nmodel = "fixed"\n'


def refusal(text: str) -> InputError:
    with pytest.raises(InputError) as refused:
        parse(text, "network.toml")
    return refused.value


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("partner", "".join(f"[partner.p{at}]\n" for at in range(MOST_ENTRIES + 1))),
        ("cost", "[partner.stad]\n" + "[[cost]]\n" * (MOST_ENTRIES + 1)),
        (
            "cost.rent.only",
            f"[partner.stad]\n[cost.rent]\nonly = [{'1, ' * (MOST_ENTRIES + 1)}]\n",
        ),
    ],
)
def test_a_table_or_list_has_its_limits(path: str, text: str) -> None:
    assert str(refusal(HEAD + text)) == (
        f"error: network.toml: {path}: has 20,001 entries, more than 20,000"
    )


def test_a_long_text_of_small_tables_is_read() -> None:
    assert parse(f"{HEAD}#{' ' * 3 * MOST_ENTRIES}\n[partner.stad]\n").title == "T"


@pytest.mark.parametrize("field", ["title", "partner.stad.name"])
def test_a_text_has_its_limits(field: str) -> None:
    rest = "" if field == "title" else 'title = "T"\n'
    problem = refusal(f'{rest}{field} = "{"x" * 1_001}"\n')
    assert f"{field}: has 1,001 characters, more than 1,000" in str(problem)


def test_the_first_problems_are_told_and_that_there_are_more() -> None:
    lines = "".join(f'[cost.c{at}]\namount = "x"\n' for at in range(MOST_PROBLEMS + 5))

    problems = refusal(f"{HEAD}[partner.stad]\n{lines}").problems

    assert len(problems) == MOST_PROBLEMS + 1
    assert [each.path[1] for each in problems[:-1]] == [f"c{at}" for at in range(MOST_PROBLEMS)]
    assert (
        problem_text(problems[-1], english())
        == "error: network.toml: has more problems: these are 10,000 of them"
    )


def test_as_many_problems_as_are_told_are_all_of_them() -> None:
    lines = "".join(f'[cost.c{at}]\namount = "x"\n' for at in range(MOST_PROBLEMS))
    assert len(refusal(f"{HEAD}[partner.stad]\n{lines}").problems) == MOST_PROBLEMS


def test_among_thousands_of_names_a_small_mistake_is_still_found() -> None:
    partners = "".join(f"[partner.p{at:04}]\n" for at in range(1_100))
    text = f'{HEAD}{partners}[cost.rent]\namount = 1\nonly = ["p100", "q0001", "anders"]\n'

    hints = [english().tell(each.hint or "") for each in refusal(text).problems]

    assert hints[:2] == ["did you mean `p1000`?", "did you mean `p0001`?"]
    assert str(hints[2]).startswith("known: `p0000`, `p0001`")


def test_an_enormous_number_is_found_beside_digits_in_remarks_and_texts() -> None:
    text = f'#{"1" * 5_000}\nname = "{"2" * 5_000}"\n' * 50 + f"a = 1e{'9' * 20}\n"
    place = enormous_number(text).place
    assert (place and place.line, place and place.column) == (101, 5)


def test_columns_count_characters_on_a_line_of_thousands_of_entries() -> None:
    names = ", ".join(['"é"'] * 9_000)
    found = positions(f"only = [{names}]\n")
    assert found[("only", 8_999)].value == (0, 8 + 8_999 * 5)


def test_a_faulty_file_with_scenarios_is_told_in_no_more_words() -> None:
    lines = "".join(f'[cost.c{at}]\namount = "x"\n' for at in range(50))
    scenarios = "[scenario.een]\n[scenario.twee]\n"
    assert len(refusal(f"{HEAD}[partner.stad]\n{lines}{scenarios}").problems) == 50


def test_the_reference_states_the_limits() -> None:
    reference = (Path(__file__).parent.parent / "docs" / "file.md").read_text(encoding="utf-8")
    table = reference.partition("**Sizes.**")[2].partition("**Unknown fields**")[0]
    limits = [row.split("|")[2].split()[0] for row in table.splitlines() if row.startswith("|")]
    assert limits[2:] == [
        f"{most:,}"
        for most in (
            LARGEST_FILE >> 20,
            extent.MOST_ENTRIES,
            MOST_CHARACTERS,
            4_200,
            extent.MOST_AMOUNTS,
            extent.MOST_STEPS,
            extent.MOST_IN_WORKBOOK,
            extent.MOST_EXPLAINED,
            extent.MOST_SCENARIOS,
            extent.MOST_SCENARIO_VALUES,
            extent.MOST_SCENARIO_AMOUNTS,
            MOST_PROBLEMS,
        )
    ]
