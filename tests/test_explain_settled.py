"""`explain FILE PARTNER due`: how what is due arises, from lines, payments, and who paid."""

from __future__ import annotations

from pathlib import Path

import pytest

from command import run

YEAR = """title = "Netwerk"
year = 2026
[fte]
cost = 84_500
[cost.overhead]
fte = 0.2
paid_by = "caw"
[cost.rent]
label = "Huur"
amount = 3_000
paid_by = { stad = 1_000, account = 2_000 }
[cost.hours]
label = "Uren"
amount = 100
paid_by = "dorp"
in_kind = true
[revenue.gift]
label = "Gift"
amount = 200
received_by = "dorp"
[contribution]
model = "variable"
key = "units"
[partner.stad]
name = "Stad"
units = 4
[partner.dorp]
name = "Dorp"
units = 1
[partner.caw]
name = "CAW"
units = 1
[payment.q1]
label = "Voorschot 1"
part = 0.25
[payment.extra]
amounts = { stad = 100, dorp = -30 }
to = "caw"
[settlement]
account = "caw"
opening = { stad = -120.50 }
"""


@pytest.fixture
def net(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("net.toml").write_text(YEAR, encoding="utf-8")
    return "net.toml"


def told(*arguments: str) -> str:
    result = run("explain", *arguments, "--lang", "nl")
    assert (result.code, result.err) == (0, "")
    return result.text.replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_due_is_told_from_the_lines_and_payments(net: str) -> None:
    assert (
        told(net, "dorp", "due")
        == """Netwerk 2026

Dorp, Nog te betalen: € 2.605,00
  Nettobijdrage: € 3.300,00
    overhead: € 2.816,67
    Huur: € 500,00
    Uren: € 16,66
    min Gift: € 33,33
  min In natura: € 100,00
    Uren: € 100,00
      ← net.toml:15: cost.hours.paid_by = "dorp"
  Ontvangen: € 200,00
    Gift: € 200,00
      ← net.toml:20: revenue.gift.received_by = "dorp"
  min Voorschotten: € 795,00
    Voorschot 1, betaald aan CAW: € 825,00
      ← net.toml:35: payment.q1.part = 0.25
      25 % van de nettobijdrage in de begroting (€ 3.300,00) = € 825,00
    min extra, ontvangen van CAW: € 30,00
      ← net.toml:37: payment.extra.amounts.dorp = -30
"""
    )


def test_the_keeper_has_what_is_of_the_account(net: str) -> None:
    text = told(net, "caw", "due")
    assert "  min Voorschotten: € -4.195,00\n" in text
    assert "    min Voorschot 1, ontvangen van Stad: € 3.300,00\n" in text
    assert "  Saldo vorig jaar: € 120,50\n    Saldo vorig jaar (Stad): € 120,50\n" in text


def test_one_figure_of_a_settlement_is_told_alone(net: str) -> None:
    assert (
        told(net, "stad", "paid")
        == """Netwerk 2026

Stad, Betaald: € 1.000,00
  Huur: € 1.000,00
    ← net.toml:11: cost.rent.paid_by = { stad = 1_000, account = 2_000 }
"""
    )
    assert told(net, "stad", "in_kind").splitlines()[3:] == ["  Geen posten: € 0,00"]


def test_the_account_has_a_row_where_nobody_keeps_it(net: str) -> None:
    Path(net).write_text(YEAR.replace('account = "caw"\n', ""))
    assert (
        told(net, "account", "opening")
        == """Netwerk 2026

Gemeenschappelijke rekening, Saldo vorig jaar: € 120,50
  Saldo vorig jaar (Stad): € 120,50
    ← net.toml:40: settlement.opening.stad = -120.50
"""
    )


def test_a_payment_has_its_day_and_whom_it_was_paid_to_or_came_from(net: str) -> None:
    dated = YEAR.replace('label = "Voorschot 1"\n', 'label = "Voorschot 1"\ndate = 2026-03-31\n')
    Path(net).write_text(dated)
    assert "\n  Voorschot 1, 31/03/2026, betaald aan CAW: € 825,00\n" in told(
        net, "dorp", "payments"
    )
    of_keeper = told(net, "caw", "payments")
    assert "\n  min Voorschot 1, 31/03/2026, ontvangen van Dorp: € 825,00\n" in of_keeper
    assert "\n  extra, betaald aan Dorp: € 30,00\n" in of_keeper
    Path(net).write_text(dated.replace('account = "caw"\n', "").replace('to = "caw"\n', ""))
    of_dorp = told(net, "dorp", "payments")
    assert (
        "\n  Voorschot 1, 31/03/2026, betaald aan de gemeenschappelijke rekening: € 825" in of_dorp
    )
    assert "\n  min extra, ontvangen van de gemeenschappelijke rekening: € 30,00\n" in of_dorp


def test_the_other_side_of_last_year_is_the_keeper_or_the_account(net: str) -> None:
    assert "  min Saldo vorig jaar (CAW): € 120,50\n" in told(net, "stad", "opening")
    Path(net).write_text(YEAR.replace('account = "caw"\n', ""))
    assert "  min Saldo vorig jaar (Gemeenschappelijke rekening): € 120,50\n" in told(
        net, "stad", "opening"
    )


def test_lines_of_the_account_are_told_apart_in_the_row_of_who_keeps_it(net: str) -> None:
    text = told(net, "caw", "paid")
    assert "  overhead: € 16.900,00\n" in text
    assert "  Huur (gemeenschappelijke rekening): € 2.000,00\n" in text
    Path(net).write_text(YEAR.replace('account = "caw"\n', ""))
    assert "\n  Huur: € 2.000,00\n" in told(net, "account", "paid")


def test_with_closed_purses_the_difference_is_explained(net: str) -> None:
    Path(net).write_text(YEAR + 'transfers = "none"\n')
    assert "\nDorp, Verschil: € 2.605,00\n" in told(net, "dorp", "due")


def test_an_advance_is_rounded_to_the_cent(net: str) -> None:
    Path(net).write_text(YEAR.replace("part = 0.25", "part = 0.333"))
    text = told(net, "dorp", "payments")
    assert "33,3 % van de nettobijdrage in de begroting (€ 3.300,00) = € 1.098,90" in text
    Path(net).write_text(YEAR.replace("part = 0.25", "part = 0.33333"))
    text = told(net, "dorp", "payments")
    assert "€ 1.099,989" in text
    assert "Afgerond op de cent" in text


def test_the_scenario_that_is_settled_is_explained(net: str) -> None:
    Path(net).write_text(YEAR + '[scenario.actual]\nlabel = "Werkelijk"\ncost.hours.amount = 160\n')
    text = told(net, "dorp", "in_kind")
    assert text.startswith("Netwerk 2026: Werkelijk\n\nDorp, In natura: € 160,00\n")
    assert told(net, "dorp", "in_kind", "--scenario", "base").startswith("Netwerk 2026\n")


def test_a_line_of_that_name_comes_first(net: str) -> None:
    Path(net).write_text(YEAR.replace("[cost.rent]", "[cost.paid]"))
    assert told(net, "stad", "paid").startswith("Netwerk 2026\n\nStad, Huur: € 2.000,00\n")


def test_a_wrong_row_or_column_is_told(net: str) -> None:
    result = run("explain", net, "stadt", "due", "--lang", "nl")
    assert (result.code, result.err) == (
        2,
        "fout: net.toml: er is geen rij `stadt`\ntip: bedoelde u `stad`?\n",
    )
    result = run("explain", net, "stad", "paymens", "--lang", "nl")
    assert (result.code, result.err) == (
        2,
        "fout: net.toml: er is geen kolom `paymens`\ntip: bedoelde u `payments`?\n",
    )


def test_who_is_missing_from_what_is_settled_is_told_at_the_scenario(net: str) -> None:
    Path(net).write_text(YEAR + '[scenario.actual]\nremove = ["partner.dorp"]\n')
    result = run("explain", net, "stad", "due", "--lang", "nl")
    assert result.code == 2
    assert "fout: net.toml:43:10: scenario.actual.remove: " in result.err
    assert run("compute", net, "--scenario", "actual").code == 0
