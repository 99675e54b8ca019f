"""`advise`: the legal forms, who does the administration, and the twelve success factors."""

from __future__ import annotations

import io
import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from command import Result, run
from igs_costshare.advising.factors import GROUPS
from igs_costshare.description.assessment import Judgement
from igs_costshare.description.kinds import fields_of

TEXT = """title = "Jeugdregio"

[governance]
staff = false
contracts = false
private = false
transfer = false
years = 6

[partner.stad]
name = "Stad"
kind = "municipality"

[partner.dorp]
name = "Dorp"
kind = "municipality"

[partner.welzijn]
name = "OCMW Stad"
kind = "ocmw"

[cost.secretariaat]
label = "Secretariaat"
amount = 9_000

[contribution]
model = "fixed"
"""
FORMS = ("agreement", "ocmw_cooperation", "interlocal", "project", "service", "mandated", "welfare")


def advise(text: str, *options: str) -> Result:
    return run("advise", "-", *options, stdin=text.encode())


def told(text: str) -> Any:
    ran = advise(text, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    return json.loads(ran.text)


def possible(text: str) -> dict[str, bool | None]:
    return {each["id"]: each["possible"] for each in told(text)["forms"]}


def with_(field: str, value: str) -> str:
    before, _, after = TEXT.partition(f"{field} = ")
    return f"{before}{field} = {value}\n{after.partition(chr(10))[2]}"


# ---------------------------------------------------------------- forms


def test_no_heavier_than_needed() -> None:
    assert possible(TEXT) == {
        **dict.fromkeys(FORMS, True),
        "ocmw_cooperation": False,
        "mandated": False,
    }
    assert told(TEXT)["advised"] == "agreement"
    assert told(TEXT)["questions"] == []


@pytest.mark.parametrize(
    ("field", "value", "advised", "reason"),
    [
        ("staff", "true", "project", "it is no legal person, and has no staff of its own"),
        ("contracts", "true", "interlocal", "nobody can give orders to third parties for it"),
        ("transfer", "true", "mandated", "no management can be handed over to it"),
    ],
)
def test_what_is_asked_makes_it_heavier(field: str, value: str, advised: str, reason: str) -> None:
    answer = told(with_(field, value))
    assert (answer["advised"], answer["forms"][0]["reasons"]) == (advised, [reason])


def test_staff_of_an_interlocal_association_is_that_of_who_manages_it() -> None:
    reasons = told(with_("staff", "true"))["forms"][2]["reasons"]
    assert reasons == ["it is no legal person: only the managing municipality can have the staff"]


def test_a_private_partner_closes_most_forms() -> None:
    assert [id for id, each in possible(with_("private", "true")).items() if each] == [
        "agreement",
        "interlocal",
        "welfare",
    ]
    with_caw = TEXT + '[partner.bedrijf]\nname = "Bedrijf"\nkind = "private"\n'
    answer = told(with_caw)
    assert [each["id"] for each in answer["forms"] if each["possible"]] == [
        "agreement",
        "interlocal",
    ]
    assert answer["forms"][3]["reasons"] == [
        "Bedrijf is a private partner: only local governments may take part"
    ]
    energy = with_("transfer", "true").replace("[governance]", '[governance]\nsector = "energie"')
    assert told(energy + '[partner.b]\nkind = "private"\n')["advised"] == "mandated"


def test_a_welfare_association_takes_a_local_government() -> None:
    text = TEXT.replace('"municipality"', '"nonprofit"').replace('"ocmw"', '"nonprofit"')
    assert told(text)["forms"][6]["reasons"] == ["it takes an OCMW or a municipality"]
    assert told(text)["advised"] is None


def test_nobody_cooperates_alone() -> None:
    for kind, form in (("municipality", 0), ("ocmw", 1), ("ocmw", 6)):
        text = f'title = "Alleen"\n[partner.a]\nkind = "{kind}"\n'
        assert told(text)["forms"][form]["reasons"] == ["it takes at least 2 partners"]


def test_what_an_answer_would_rule_out_is_not_said_to_be_possible() -> None:
    rows = advise(TEXT.replace("staff = false\n", ""), "--format", "csv").text.splitlines()
    assert rows[1].split(",")[2] == "depends"


def test_a_long_term_needs_a_heavier_form() -> None:
    text = with_("years", "20").replace("staff = false", "staff = true")
    assert told(text)["advised"] == "welfare"
    assert told(text)["forms"][4]["reasons"] == ["a term is at most 18 years"]


def test_it_takes_municipalities() -> None:
    text = TEXT.replace("municipality", "ocmw")
    assert [id for id, each in possible(text).items() if each] == ["ocmw_cooperation", "welfare"]
    assert told(text)["forms"][0]["reasons"] == ["it takes 1 municipality"]
    assert told(text)["forms"][2]["reasons"] == ["it takes 2 municipalities"]


def test_the_kind_of_a_partner_may_decide_a_form() -> None:
    text = TEXT.replace('kind = "municipality"\n', "", 1)
    answer = told(text)
    assert possible(text)["interlocal"] is None
    assert answer["questions"] == [
        {"id": "kinds", "question": "What kind (`kind`) is each partner?"}
    ]
    assert answer["advised"] == "agreement"
    without_kinds = text.replace('kind = "municipality"\n', "").replace('kind = "ocmw"\n', "")
    assert told(without_kinds)["advised"] is None
    shown = advise(without_kinds, "--lang", "en").text
    assert "Which form would do depends on what is not answered." in shown


def test_what_is_not_answered_is_listed() -> None:
    bare = TEXT[: TEXT.index("[governance]")] + TEXT[TEXT.index("[partner.stad]") :]
    answer = told(bare)
    assert [each["id"] for each in answer["questions"]] == [
        *("staff", "contracts", "private", "transfer", "years"),
    ]
    assert answer["advised"] == "agreement"
    shown = advise(bare, "--lang", "en").text
    assert "By what is known now, the lightest form that will do is an agreement." in shown
    assert "Questions that the file does not answer:" in shown


def test_no_form_may_do_all_that_is_asked() -> None:
    text = with_("private", "true").replace("transfer = false", "transfer = true")
    assert told(text)["advised"] is None
    assert "No form does all that is asked." in advise(text, "--lang", "en").text


def test_the_form_of_the_file_is_held_beside_it() -> None:
    stated = TEXT.replace("[governance]", '[governance]\nform = "agreement"')
    shown = advise(stated, "--lang", "en").text.replace("\n", " ")
    assert "asked is an agreement, which the file states." in shown
    assert told(stated)["stated"] == "agreement"
    heavier = TEXT.replace("[governance]", '[governance]\nform = "mandated"')
    assert told(heavier)["factors"][1]["file"] == (
        "a mandated association is stated, which is not possible"
    )
    assert "is an agreement. No heavier than needed." in advise(
        heavier, "--lang", "en"
    ).text.replace("\n", " ")


# ---------------------------------------------------------------- tasks and factors


@pytest.mark.parametrize(
    ("line", "model", "partners"),
    [
        ('paid_by = "stad"', "central", ["stad"]),
        ('only = ["dorp"]', "central", ["dorp"]),
        ('only = ["dorp", "stad"]', "divided", ["dorp", "stad"]),
        ("paid_by = { stad = 4_000, dorp = 5_000 }", "divided", ["stad", "dorp"]),
        ("paid_by = { stad = 4_000, account = 5_000 }", "central", ["stad"]),
        ('paid_by = "each"', "divided", ["stad", "dorp", "welzijn"]),
        ('paid_by = "account"', "association", []),
        ("", "association", []),
        (
            'contribution = { model = "turns", order = ["dorp", "stad"], since = 2026 }',
            *("turns", ["dorp", "stad"]),
        ),
    ],
)
def test_who_does_the_administration_is_read_from_its_line(
    line: str, model: str, partners: list[str]
) -> None:
    marked = f"amount = 9_000\nadministration = true\n{line}"
    text = f"year = 2026\n{TEXT.replace('amount = 9_000', marked)}"
    assert told(text)["tasks"] == [{"line": "secretariaat", "model": model, "partners": partners}]
    assert "Who does the administration:" in advise(text, "--lang", "en").text


def test_the_turns_of_the_common_contribution_hold_for_its_lines() -> None:
    turns = 'model = "turns"\norder = ["stad", "dorp", "welzijn"]'
    text = TEXT.replace("amount = 9_000", "amount = 9_000\nadministration = true")
    text = "year = 2026\n" + text.replace('model = "fixed"', turns)
    assert told(text)["tasks"][0]["model"] == "turns"
    priced = text.replace("administration = true", 'administration = true\nper = "partner"')
    assert told(priced)["tasks"][0]["model"] == "association"


GRADED = (
    TEXT
    + """
[assessment.partner.stad]
region = 4
people = 5

[assessment.partner.dorp]
region = 2
people = 5

[assessment.partner.welzijn]
region = 2
"""
)


def test_the_partners_judge_each_factor() -> None:
    factors = told(GRADED)["factors"]
    assert factors[0] == {
        "id": "region",
        "group": "structure",
        "mean": "2.67",
        "lowest": 2,
        "highest": 4,
        "lowest_by": ["dorp", "welzijn"],
        "highest_by": ["stad"],
        "file": None,
    }
    assert (factors[1]["mean"], factors[1]["lowest"], factors[1]["lowest_by"]) == (None, None, [])
    shown = advise(GRADED, "--lang", "en", "--format", "markdown").text
    assert "| Region | 2.67 | 2 | 4 | Dorp and OCMW Stad against Stad |" in shown
    assert "| People who pull the cart | 5.00 | 5 | 5 | – |" in shown


def test_there_are_twelve_factors_in_three_groups() -> None:
    assert tuple(each for group in GROUPS.values() for each in group) == fields_of(Judgement)
    assert [each["id"] for each in told(TEXT)["factors"]] == list(fields_of(Judgement))


def test_the_file_itself_shows_some_factors() -> None:
    def shown(text: str) -> list[str]:
        return [each["file"] for each in told(text)["factors"] if each["file"] is not None]

    assert shown(TEXT) == [
        "the file states no legal form",
        "1 line does not say where it was agreed (`basis`)",
        "no line is marked `administration = true`",
        "nobody pays more than alone",
    ]
    marked = 'amount = 9_000\nbasis = "art. 4"\nadministration = true'
    text = TEXT.replace("amount = 9_000", marked).replace(
        'name = "Dorp"', 'name = "Dorp"\nalone = 5'
    )
    stated = text.replace("[governance]", '[governance]\nform = "interlocal"')
    assert shown(stated) == [
        "an interlocal association is stated",
        "every line says where it was agreed",
        "the administration is in `secretariaat`",
        "Dorp would pay less alone",
    ]
    bare = TEXT[: TEXT.index("[cost.")]
    assert shown(bare)[1] == "the file has no lines"
    assert len(shown(bare)) == 3


def test_who_leaves_judges_no_longer() -> None:
    text = GRADED + '[scenario.s]\nremove = ["partner.stad"]\n'
    ran = advise(text, "--scenario", "s", "--format", "json")
    assert json.loads(ran.text)["factors"][0]["mean"] == "2.00"


def test_where_nobody_that_judged_is_left_nothing_is_judged() -> None:
    text = TEXT + "[assessment.partner.stad]\nregion = 4\n"
    text += '[scenario.s]\nremove = ["partner.stad"]\n'
    ran = advise(text, "--scenario", "s", "--format", "json")
    assert json.loads(ran.text)["factors"][0]["mean"] is None


def test_who_merges_is_asked_anew() -> None:
    plan = '[plan]\nuntil = 2027\n[plan.2027.merge]\nnieuw = ["stad", "dorp"]\n'
    ran = advise("year = 2026\n" + GRADED + plan, "--year", "2027", "--format", "json")
    assert json.loads(ran.text)["factors"][0]["mean"] == "2.00"


def test_a_grade_is_from_1_to_5() -> None:
    ran = advise(GRADED.replace("region = 4", "region = 6"), "--lang", "en")
    assert (ran.code, ran.err.splitlines()[0]) == (
        2,
        "error: <stdin>:30:10: assessment.partner.stad.region: must be at most 5, got 6",
    )


# ---------------------------------------------------------------- formats, and the terminal


def test_every_format_has_it() -> None:
    assert advise(TEXT, "--format", "csv").text.splitlines()[:2] == [
        "form,name,possible,source",
        'agreement,an agreement,yes,"Decreet Lokaal Bestuur, art. 387"',
    ]
    page = advise(GRADED, "--format", "html", "--lang", "nl").text
    assert "<h1>Jeugdregio: welke vorm, en hoe gezond?</h1>" in page
    assert "<li>Stad is een gemeente: alleen OCMW’s kunnen deelnemen</li>" in page


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_is_asked_what_the_file_does_not_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from igs_costshare.cli.asking import answers, may_ask
    from igs_costshare.reading.loading import load_text
    from igs_costshare.wording.language import language

    bare = TEXT[: TEXT.index("[governance]")] + TEXT[TEXT.index("[partner.stad]") :]
    monkeypatch.setattr(sys, "stdin", Terminal("misschien\nja\n\nnee\nn\nzes\n6\n"))
    monkeypatch.setattr(sys, "stderr", Terminal())
    assert may_ask("netwerk.toml")
    assert not may_ask("-")
    asked: list[str] = []
    monkeypatch.setattr("igs_costshare.cli.asking.talk", asked.append)
    answered = answers(load_text(bare, "x").network, language("nl")).governance
    assert answered is not None
    assert (answered.staff, answered.contracts, answered.private) == (True, None, None)
    assert (answered.transfer, answered.years) == (False, Decimal(6))
    assert asked[0] == "Is eigen personeel nodig (`staff`)? (ja of nee; leeg: niet bekend)"
    assert len(asked) == 7


def test_what_is_answered_on_a_terminal_is_advised_by(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = TEXT[: TEXT.index("[governance]")] + TEXT[TEXT.index("[partner.stad]") :]
    (tmp_path / "net.toml").write_text(bare, encoding="utf-8")
    monkeypatch.setattr("igs_costshare.cli.asking.may_ask", lambda file: file.endswith(".toml"))
    ran = run("advise", tmp_path / "net.toml", "--format", "json", stdin=b"yes\n\n\n\n")
    assert json.loads(ran.text)["advised"] == "project"
    assert ran.err.splitlines()[0] == (
        "Is staff of its own needed (`staff`)? (yes or no; empty: not known)"
    )
