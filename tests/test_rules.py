"""A gallery of files for each rule, with its exact words.

`rules/RULE/fails*.toml` break the rule, in the file as it stands or in a scenario, and the `.txt`
beside each is what the rule says of it, in every language. `rules/RULE/passes*.toml` hold to it.
After a change of words, `pytest tests/test_rules.py --rewrite` writes the answers anew, and the
list of all rules in `docs/regels.md`: read the difference before you commit it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from conftest import Kept
from igs_costshare import InputError, compute, parse
from igs_costshare.errors import Problem
from igs_costshare.reading.loading import load
from igs_costshare.rules import RULES as ALL_RULES
from igs_costshare.rules.expected import EXPECTED
from igs_costshare.rules.file import DOUBTFUL
from igs_costshare.rules.governance import GOVERNANCE
from igs_costshare.rules.governance.forms import FORMS
from igs_costshare.rules.limits import LIMITS
from igs_costshare.rules.practice import PRACTICE
from igs_costshare.rules.programme import PROGRAMME
from igs_costshare.rules.rule import Case, Finding, Rule
from igs_costshare.wording.catalogue import codes
from igs_costshare.wording.language import language
from igs_costshare.wording.problems import problem_text
from networks import as_toml, descriptions
from reference import Description

GALLERY = Path(__file__).parent / "rules"
DOCUMENT = Path(__file__).parent.parent / "docs" / "regels.md"
RULES = {
    rule.id: rule for rule in (DOUBTFUL, *EXPECTED, *LIMITS, *GOVERNANCE, *PROGRAMME, *PRACTICE)
}


def files(prefix: str) -> list[object]:
    found = sorted(path for id in RULES for path in (GALLERY / id).glob(f"{prefix}*.toml"))
    return [pytest.param(path, id=f"{path.parent.name}-{path.stem}") for path in found]


def cases(path: Path) -> Iterator[Case]:
    """The file as it stands, and in each of its scenarios."""
    reading = load(path)
    base = Case(reading.network, compute(reading.network))
    yield base
    for scenario in reading.source.scenarios:
        network = load(path, (), scenario).network
        yield Case(network, compute(network), scenario, base=base)


def told(rule: Rule, path: Path, code: str) -> Iterator[str]:
    """What the rule says of a file; of a scenario only what the base does not have."""
    base, *others = cases(path)
    of_base = list(rule.find(base))
    yield from (answer(rule, finding, code) for finding in of_base)
    for case in others if rule.in_scenarios else ():
        for finding in rule.find(case):
            if finding not in of_base:
                yield f"({case.scenario}) {answer(rule, finding, code)}"


def answer(rule: Rule, finding: Finding, code: str) -> str:
    severity = finding.severity or rule.severity
    problem = Problem(finding.message, finding.path, finding.hint, severity=severity)
    return problem_text(problem, language(code))


@pytest.mark.parametrize("path", files("fails"))
def test_a_file_that_breaks_a_rule_is_answered_with_these_words(path: Path, kept: Kept) -> None:
    rule = RULES[path.parent.name]
    words = [f"{lang.upper()}\n\n" + "\n\n".join(told(rule, path, lang)) for lang in codes()]
    text = "\n\n".join(words) + "\n"
    kept(path.with_suffix(".txt"), text.encode())
    assert list(told(rule, path, "en"))


@pytest.mark.parametrize("path", files("passes"))
def test_a_file_that_holds_to_a_rule_hears_nothing_of_it(path: Path) -> None:
    assert list(told(RULES[path.parent.name], path, "en")) == []


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_broken_by_a_file_and_held_to_by_another(rule: str) -> None:
    assert list((GALLERY / rule).glob("fails*.toml"))
    assert list((GALLERY / rule).glob("passes*.toml"))


# ---------------------------------------------------------------- any network


def some(draw: DrawFn, names: Sequence[str]) -> list[str]:
    return draw(st.lists(st.sampled_from(names), unique=True)) if names else []


@st.composite
def governed(draw: DrawFn) -> Description:
    """A network under any legal form, for any term, that takes part in Plan Samenleven."""
    network = draw(descriptions())
    partners = list(network["partner"])
    income = [*network.get("subsidy", {}), *network.get("revenue", {})]
    for partner in network["partner"].values():
        keys = partner.setdefault("keys", {})
        if draw(st.booleans()):
            keys["non_eu14"] = draw(st.integers(0, 9_000))
    network["governance"] = {
        "form": draw(st.sampled_from([form.id for form in FORMS])),
        "start": draw(st.dates()),
        "end": draw(st.dates()),
        "managing": draw(st.sampled_from([*partners, "nobody"])),
        "sector": draw(st.sampled_from(["energy", "culture"])),
    }
    network["programme"] = {
        "plan_samenleven": {
            "joined": some(draw, partners),
            "elsewhere": some(draw, partners),
            "incentive": some(draw, income),
            "incentive_year": draw(st.integers(2020, 2030)),
        }
    }
    return network


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(governed())
def test_what_the_rules_find_in_any_network_can_be_told_in_every_language(
    description: Description,
) -> None:
    try:
        network = parse(as_toml(description))
    except InputError:
        return
    case = Case(network, compute(network))
    for rule in RULES.values():
        for finding in rule.find(case):
            texts = {answer(rule, finding, code) for code in codes()}
            assert len(texts) == len(codes())


# ---------------------------------------------------------------- the list in the documentation

HEAD = "| regel | ernst | wat moet kloppen | bron |\n|---|---|---|---|\n"
SEVERITIES = {"error": "fout", "warning": "waarschuwing"}


def listed() -> str:
    """The document with the rules as they are now."""
    before, _, after = DOCUMENT.read_text(encoding="utf-8").partition(HEAD)
    dutch = language("nl")
    rows = "".join(
        f"| `{rule.id}` | {SEVERITIES[rule.severity]} | {dutch.tell(rule.summary)} | "
        f"{rule.source} |\n"
        for rule in ALL_RULES
    )
    return before + HEAD + rows + "\n" + after[after.index("\n\n") + 2 :].lstrip("\n")


def test_the_documentation_lists_every_rule_as_it_is(kept: Kept) -> None:
    kept(DOCUMENT, listed().encode())


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.id)
def test_every_rule_is_one_sentence_in_each_language_with_its_source(rule: Rule) -> None:
    for sentence in (language(code).tell(rule.summary) for code in codes()):
        assert sentence
        assert sentence[0].islower() or sentence[0] in "`["
        assert not sentence.endswith(".")
    assert rule.source


def test_no_two_rules_have_the_same_id() -> None:
    ids = [rule.id for rule in ALL_RULES]
    assert sorted(set(ids)) == sorted(ids)
