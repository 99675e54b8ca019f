"""Descriptions that no network comes near: refused in a sentence, or computed without delay."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import Path

import pytest

from command import run
from igs_costshare import InputError, compute, parse, read
from igs_costshare.explaining import explanation
from igs_costshare.reading.extent import MOST_AMOUNTS, MOST_STEPS
from igs_costshare.wording.language import english
from igs_costshare.wording.problems import sentence_of

PARTNERS = 'title = "Large"\n[partner.stad]\nkeys = { inhabitants = 3 }\n[partner.dorp]\n'
EQUALLY = '[contribution]\nmodel = "fixed"\n'


def refusal(text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        parse(text)
    return [sentence_of(problem, english()) for problem in caught.value.problems]


def lines(count: int) -> str:
    return "".join(f"[cost.c{each}]\namount = 1\n" for each in range(count))


def table(entries: Iterable[str]) -> str:
    return "{ " + ", ".join(entries) + " }"


def test_more_amounts_than_a_statement_shows_are_refused() -> None:
    partners = "".join(f"[partner.p{each}]\n" for each in range(1_000))

    assert refusal(f'title = "Large"\n{partners}{lines(501)}{EQUALLY}') == [
        "1,000 partners by 501 lines are 501,000 amounts; at most 500,000 are shared at once"
    ]
    assert MOST_AMOUNTS == 500_000


def test_lines_of_a_scenario_count() -> None:
    partners = "".join(f"[partner.p{each}]\n" for each in range(1_000))
    scenario = "".join(f"[scenario.more.cost.x{each}]\namount = 1\n" for each in range(2))

    assert refusal(f'title = "Large"\n{partners}{lines(499)}{EQUALLY}{scenario}') == [
        (
            "scenario.more: 1,000 partners by 501 lines are 501,000 amounts; "
            "at most 500,000 are shared at once"
        )
    ]


@pytest.mark.parametrize(
    ("contribution", "sentence"),
    [
        (
            'model = "variable"\nkey = ' + table(f"k{each} = 1" for each in range(MOST_STEPS + 1)),
            "contribution.key: has 51 keys; at most 50",
        ),
        (
            'model = "variable"\nrate = ' + table(f"k{each} = 1" for each in range(MOST_STEPS + 1)),
            "contribution.rate: has 51 keys; at most 50",
        ),
        (
            'model = "variable"\nrate = { inhabitants = ['
            + ", ".join(f"{{ up_to = {each + 1}, rate = 1 }}" for each in range(MOST_STEPS + 1))
            + "] }",
            "contribution.rate.inhabitants: has 51 brackets; at most 50",
        ),
    ],
)
def test_a_contribution_has_so_many_keys_and_brackets(contribution: str, sentence: str) -> None:
    assert refusal(f"{PARTNERS}{lines(1)}[contribution]\n{contribution}\n") == [sentence]


def test_so_many_subsidies_match() -> None:
    matches = "".join(f"[subsidy.s{each}]\nmatch = 0.1\n" for each in range(MOST_STEPS + 2))

    assert refusal(f"{PARTNERS}{lines(1)}{EQUALLY}{matches}") == [
        "subsidy.s50.match: is one of 52; at most 50 subsidies match"
    ]
    assert parse(f"{PARTNERS}{lines(1)}{EQUALLY}" + matches.split("[subsidy.s50]")[0])


def test_a_workbook_and_an_explanation_have_limits_of_their_own(tmp_path: Path) -> None:
    file, made = tmp_path / "large.toml", tmp_path / "large.xlsx"
    partners = "".join(f"[partner.p{each}]\n" for each in range(1_000))
    file.write_text(f'title = "Large"\n{partners}{lines(200)}{EQUALLY}', encoding="utf-8")

    workbook = run("compute", file, "--format", "xlsx", "--output", made)
    assert (workbook.code, made.exists()) == (2, False)
    assert workbook.err == (
        "error: a workbook of 200,200 amounts, more than 200,000, would be slow\n"
        "hint: take `--format csv`, or put lines together\n"
    )
    explained = run("explain", file)
    assert (explained.code, explained.out) == (2, b"")
    assert explained.err == (
        f"error: {file}: has 200,200 figures; at most 30,000 are explained at once\n"
        "hint: name a partner, `explain FILE PARTNER`, or one figure, "
        "`explain FILE PARTNER COLUMN`\n"
    )
    with pytest.raises(InputError) as refused:
        explanation(compute(read(file)), None)
    assert "at most 30,000" in sentence_of(refused.value.problems[0], english())


def test_subsidies_by_rate_are_of_the_costs_together() -> None:
    rates = "".join(f"[subsidy.s{each}]\nrate = 0.0001\n" for each in range(2_000))

    pool = compute(parse(f"{PARTNERS}{lines(2_000)}{EQUALLY}{rates}")).pool

    assert {line.total for line in pool.lines} == {100, 20}
    assert Fraction(pool.total, 100) == 2_000 - 2_000 * Fraction(2, 10)
