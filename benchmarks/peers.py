"""What somebody would use instead, on the same division: partners by cost lines.

Each peer divides every cost line by inhabitants and rounds to the cent in the way of its users.
`lost_cents` says by how much the rounded parts of all lines together miss their totals.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import NamedTuple

from networks import amount_in_cents, inhabitants

CENT = Decimal("0.01")


class Peer(NamedTuple):
    """A way to divide: the command, and how to read the cents from what it leaves."""

    command: list[str]
    lost_cents: Callable[[str], int]


def missed(parts_in_cents: dict[int, int]) -> int:
    """Cents by which the parts of the lines miss their totals, all lines together."""
    return sum(abs(amount_in_cents(line) - cents) for line, cents in parts_in_cents.items())


def available(partners: int, lines: int, folder: Path) -> dict[str, Peer]:
    """The peers that this machine has, with their input written to the folder."""
    makers = (_pandas, _hledger, _beanquery, _libreoffice)
    return {
        maker.__name__.strip("_"): peer
        for maker in makers
        if (peer := maker(partners, lines, folder)) is not None
    }


def _cents(text: str) -> int:
    return int((Decimal(text.replace(",", "")) / CENT).to_integral_value())


def _runs(command: list[str]) -> bool:
    return subprocess.run(command, stderr=subprocess.DEVNULL, check=False).returncode == 0


def _pandas(partners: int, lines: int, folder: Path) -> Peer | None:
    python = shutil.which("python3")
    if python is None or not _runs([python, "-c", "import pandas"]):
        return None
    rows = [f"{inhabitants(each)}" for each in range(partners)]
    (folder / "keys.csv").write_text("inhabitants\n" + "\n".join(rows) + "\n")
    costs = [f"c{line},{amount_in_cents(line) / 100:.2f}" for line in range(lines)]
    (folder / "costs.csv").write_text("line,amount\n" + "\n".join(costs) + "\n")
    script = folder / "divide.py"
    script.write_text(
        "import pandas\n"
        "keys = pandas.read_csv('keys.csv')['inhabitants']\n"
        "costs = pandas.read_csv('costs.csv')\n"
        "parts = {c.line: (c.amount * keys / keys.sum()).round(2) for c in costs.itertuples()}\n"
        "pandas.DataFrame(parts).to_csv('pandas.csv', index=False)\n"
    )
    return Peer([python, str(script)], lambda _: missed(_columns(folder / "pandas.csv")))


def _columns(path: Path) -> dict[int, int]:
    """The sum of each column of a CSV file, in cents."""
    with path.open(newline="") as file:
        _, *rows = csv.reader(file)
    return {
        line: sum(_cents(row[line]) for row in rows if row[line]) for line in range(len(rows[0]))
    }


def _hledger(partners: int, lines: int, folder: Path) -> Peer | None:
    program = shutil.which("hledger")
    if program is None:
        return None
    everyone = sum(inhabitants(each) for each in range(partners))
    rule = ["= ^cost:"]
    rule += [
        f"    (partner:p{each})  *{Decimal(inhabitants(each)) / everyone:.12f}"
        for each in range(partners)
    ]
    entries = [
        f"2026-01-01 cost {line}\n    cost:c{line}  {amount_in_cents(line) / 100:.2f} EUR\n"
        "    network"
        for line in range(lines)
    ]
    journal = folder / "costs.journal"
    journal.write_text("commodity 1000.00 EUR\n" + "\n\n".join(["\n".join(rule), *entries]) + "\n")
    command = [program, "-f", str(journal), "print", "--auto", "-O", "csv"]
    return Peer(command, _hledger_cents)


def _hledger_cents(output: str) -> int:
    sums: dict[int, int] = {}
    for row in csv.DictReader(output.splitlines()):
        if row["account"].startswith("(partner:"):
            line = int(row["description"].split()[-1])
            rounded = Decimal(row["amount"]).quantize(CENT, ROUND_HALF_EVEN)
            sums[line] = sums.get(line, 0) + _cents(str(rounded))
    return missed(sums)


def _beanquery(partners: int, lines: int, folder: Path) -> Peer | None:
    program = shutil.which("bean-query")
    if program is None:
        return None
    accounts = [f"2026-01-01 open Assets:P{each}" for each in range(partners)]
    accounts += [f"2026-01-01 open Expenses:C{line}" for line in range(lines)]
    accounts.append("2026-01-01 open Equity:Network")
    everyone = sum(inhabitants(each) for each in range(partners))
    entries = []
    for line in range(lines):
        total = Decimal(amount_in_cents(line)) / 100
        parts = [
            f"  Assets:P{each}  {(total * inhabitants(each) / everyone).quantize(CENT)} EUR"
            for each in range(partners)
        ]
        entries.append(f'2026-01-01 * "cost {line}"\n' + "\n".join(parts) + "\n  Equity:Network")
    ledger = folder / "costs.beancount"
    ledger.write_text("\n".join(accounts) + "\n\n" + "\n\n".join(entries) + "\n")
    query = "SELECT narration, sum(number) AS cost WHERE account ~ 'Assets' GROUP BY narration"
    return Peer([program, "-f", "csv", str(ledger), query], _beanquery_cents)


def _beanquery_cents(output: str) -> int:
    rows = csv.DictReader(output.splitlines())
    return missed({int(row["narration"].split()[-1]): _cents(row["cost"]) for row in rows})


def _libreoffice(partners: int, lines: int, folder: Path) -> Peer | None:
    program = shutil.which("soffice")
    if program is None:
        return None
    top = ["", *(f"{amount_in_cents(line) / 100:.2f}" for line in range(lines))]
    last = partners + 1
    rows = [
        [
            str(inhabitants(each)),
            *(_share(_letters(line + 1), each + 2, last) for line in range(lines)),
        ]
        for each in range(partners)
    ]
    sheet = folder / "sheet.csv"
    sheet.write_text("\n".join("\t".join(row) for row in [top, *rows]) + "\n")
    read = "Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,true"
    write = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    out = str(folder / "recalculated")
    command = [program, "--headless", f"--infilter={read}", "--convert-to", write]
    command += ["--outdir", out, str(sheet)]

    def lost(_: str) -> int:
        sums = _columns(folder / "recalculated" / "sheet.csv")
        return missed({line: sums[line + 1] for line in range(lines)})

    return Peer(command, lost)


def _share(column: str, row: int, last: int) -> str:
    """The formula of somebody who rounds each cell."""
    return f"=ROUND({column}$1*$A{row}/SUM($A$2:$A${last}),2)"


def _letters(column: int) -> str:
    """The name of a column of a spreadsheet, from 0."""
    name = ""
    while column >= 0:
        name = chr(ord("A") + column % 26) + name
        column = column // 26 - 1
    return name
