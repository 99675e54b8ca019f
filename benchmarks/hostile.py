"""Print how long files that nobody writes take, and how much memory: each against the same bars.

    python benchmarks/hostile.py [CASE ...] [--list]

Each file is under 1 MB and made to be slow: many of something, or something long, in a command
that has no long work of its own. It is computed or refused in a sentence; it exits with 1 where
one takes longer than 10 seconds of processor time, more than 500 MB, or ends in any other way.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from timing import AS_INSTALLED

MOST_SECONDS = 10
MOST_MEBIBYTES = 500
MOST_BYTES = 1_000_000
_KILLED_AFTER = 120
"""Seconds on the clock; a busy machine takes longer than its processor."""


class Case(NamedTuple):
    """A file, or two for `diff`, and the commands that read it."""

    make: Callable[[], Iterable[str]]
    commands: tuple[str, ...] = ("compute FILE --format csv",)


def partners(count: int, fields: str = "keys = { inhabitants = {0} }") -> str:
    """So many partners, each with a figure of its own."""
    return "".join(
        f"[partner.p{each}]\n{fields.replace('{0}', str(1_000 + each * 7_919 % 61_003))}\n"
        for each in range(count)
    )


def costs(count: int, fields: str = "amount = 1_000.01") -> str:
    """So many lines; `{0}` in their fields is a number of their own."""
    return "".join(f"[cost.c{each}]\n{fields.replace('{0}', str(each))}\n" for each in range(count))


def subsidies(count: int, fields: str) -> str:
    """So many subsidies; `{0}` in their fields is a number of their own, of four digits."""
    return "".join(
        f"[subsidy.s{each}]\n{fields.replace('{0}', f'{each % 10_000:04}')}\n"
        for each in range(count)
    )


def inline(entries: Iterable[str]) -> str:
    """An inline table."""
    return "{ " + ", ".join(entries) + " }"


TITLE = 'title = "Hostile"\n'
BY_INHABITANTS = '[contribution]\nmodel = "variable"\nkey = "inhabitants"\n'
EQUALLY = '[contribution]\nmodel = "fixed"\n'


def small(partners_: int, *rest: str) -> Iterable[str]:
    """One file with so many partners, shared by inhabitants."""
    yield TITLE + partners(partners_) + BY_INHABITANTS + "".join(rest)


def one(*parts: str) -> Iterable[str]:
    """One file."""
    yield TITLE + "".join(parts)


def keyed(count: int, figure: int) -> str:
    """A partner with so many keys."""
    return f"keys = {inline(f'k{each} = {each + figure}' for each in range(count))}\n"


def scenarios(count: int, fields: str) -> str:
    """So many scenarios; `{0}` in their fields is a number of their own."""
    return "".join(
        f"[scenario.s{each}]\n{fields.replace('{0}', str(each))}\n" for each in range(count)
    )


CASES: dict[str, Case] = {
    "lists of partners": Case(lambda: small(2_000, costs(8_000, 'amount = 9\nonly = ["p1"]'))),
    "as many rates as costs": Case(
        lambda: small(5, costs(2_000), subsidies(2_000, "rate = 0.0001"))
    ),
    "matches": Case(lambda: small(5, costs(1), subsidies(4_000, "match = 0.1{0}"))),
    "lines, one partner": Case(lambda: small(1, costs(30_000, "amount = 1"))),
    "lines and partners": Case(
        lambda: small(700, costs(710)),
        tuple(f"compute FILE --format {each}" for each in ("csv", "json", "markdown")),
    ),
    "partners": Case(lambda: small(16_000, costs(2)), ("compute FILE --format csv", "check FILE")),
    "lines of their own": Case(
        lambda: one(
            partners(700),
            costs(
                700,
                'amount = 9\ncontribution = { model = "mixed", fixed_share = 0.{0}1, '
                'key = "inhabitants" }',
            ),
        )
    ),
    "keys": Case(
        lambda: one(
            "[partner.a]\n",
            keyed(20_000, 1),
            "[partner.b]\n",
            keyed(20_000, 7),
            costs(1),
            '[contribution]\nmodel = "variable"\nkey = ',
            inline(f"k{each} = 1" for each in range(20_000)),
        )
    ),
    "brackets": Case(
        lambda: one(
            partners(1_000),
            costs(1),
            '[contribution]\nmodel = "variable"\nrate = { inhabitants = [',
            ", ".join(f"{{ up_to = {each + 1}, rate = 1 }}" for each in range(25_000)),
            "] }",
        )
    ),
    "homes": Case(
        lambda: one(
            "[partner.a]\n[partner.b]\n[day_price]\nprices = { 1 = 16 }\ndays = 300\n",
            "occupancy = 0.9\n",
            *(f'[unit.u{each}]\nowner = "a"\noccupancy = 0.5\n' for each in range(20_000)),
            costs(1),
            EQUALLY,
        )
    ),
    "bounds": Case(
        lambda: one(
            partners(12_000),
            costs(1, "amount = 999_999"),
            BY_INHABITANTS,
            f"minimum = {inline(f'p{each} = {each % 97}.01' for each in range(12_000))}\n",
            f"maximum = {inline(f'p{each} = {each % 97 + 100}' for each in range(12_000))}\n",
        )
    ),
    "a long label": Case(
        lambda: small(2, f'[cost.c]\namount = 1\nlabel = "{"word " * 10_000}end"\n'),
        ("compute FILE", "compute FILE --format markdown"),
    ),
    "a table of many lines": Case(lambda: small(2, costs(20_000, "amount = 1")), ("compute FILE",)),
    "a workbook of many lines": Case(
        lambda: small(2, costs(5_000)), ("compute FILE --format xlsx --output out.xlsx",)
    ),
    "an explanation of partners": Case(lambda: small(5_000, costs(2)), ("explain FILE",)),
    "a scenario of many costs": Case(
        lambda: small(
            5,
            costs(1_000),
            *(f"[scenario.s.cost.c{each}]\namount = 2\n" for each in range(1_000)),
        )
    ),
    "scenarios": Case(
        lambda: small(1_000, costs(1), scenarios(3_000, 'remove = ["partner.p{0}"]'))
    ),
    "changed keys": Case(
        lambda: (
            TITLE + "[partner.a]\n" + keyed(2_000, 1) + costs(1) + EQUALLY,
            TITLE + "[partner.a]\n" + keyed(2_000, 7) + costs(1) + EQUALLY,
        ),
        ("diff FILE OTHER",),
    ),
    "changes over partners": Case(
        lambda: (
            TITLE + partners(2_000) + costs(10) + BY_INHABITANTS,
            TITLE + partners(2_000) + costs(10, "amount = 2_{0}00.02") + BY_INHABITANTS,
        ),
        ("diff FILE OTHER",),
    ),
    "a list on one line": Case(
        lambda: small(2, '[cost.c]\namount = 1\nonly = ["p0"', ', "x"' * 40_000, "]\n")
    ),
    "digits beside an exponent": Case(
        lambda: small(2, f"# {'9' * 4_000}\n[cost.c]\namount = 1e99999999999999999999\n")
    ),
    "faulty costs in scenarios": Case(
        lambda: small(2, costs(10_000, "amuont = 1"), scenarios(2, 'label = "s"'))
    ),
    "tables in double brackets": Case(lambda: one("[[cost]]\n" * 100_000)),
    "blank lines": Case(lambda: one("\n" * 20_000, partners(2), EQUALLY), ("check FILE",)),
}


def main() -> None:
    """Run the cases that are named, or all; print what each takes, and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", metavar="CASE")
    parser.add_argument("--list", action="store_true", help="print the names of the cases")
    options = parser.parse_args()
    if options.list:
        print("\n".join(CASES))
        return
    reached = [
        judged(name, case) for name, case in CASES.items() if name in (options.cases or CASES)
    ]
    sys.exit(not all(reached))


def judged(name: str, case: Case) -> bool:
    """Whether all commands of a case stay under the bars; each is printed."""
    with tempfile.TemporaryDirectory() as folder:
        files = {}
        for place, text in zip(("FILE", "OTHER"), case.make(), strict=False):
            files[place] = Path(folder) / f"{place.lower()}.toml"
            if files[place].write_text(text, encoding="utf-8") > MOST_BYTES:
                raise ValueError(f"{name}: larger than {MOST_BYTES:,} bytes")
        measured = [_measured(name, each, files, Path(folder)) for each in case.commands]
    return all(measured)


def _measured(name: str, command: str, files: dict[str, Path], folder: Path) -> bool:
    arguments = [str(files.get(each, each)) for each in command.split()]
    process = subprocess.Popen(
        ["timeout", str(_KILLED_AFTER), sys.executable, "-m", "igs_costshare", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env=AS_INSTALLED,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds, mebibytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    told = {0: "computed", 2: "refused"}.get(process.returncode, f"exit {process.returncode}")
    reached = (
        process.returncode in (0, 2) and seconds <= MOST_SECONDS and mebibytes <= MOST_MEBIBYTES
    )
    mark = "" if reached else "  ← beyond the bar"
    print(
        f"{name:<28} {command:<44} {seconds:6.2f} s {mebibytes:5.0f} MiB  {told}{mark}", flush=True
    )
    return reached


if __name__ == "__main__":
    main()
