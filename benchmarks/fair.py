"""Print how long `fair` takes beyond `compute` of the same file, of few partners and of many.

    python benchmarks/fair.py [--turns 5] [--check]

Each network has homes, lines that scale in every way, and two subsidies, one of which asks for a
threshold. `--check` exits with 1 where a bar of `docs/performance.md` is not reached.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from timing import side_by_side

LINES = 12
BARS = {10: 0.5, 12: 1.5, 300: 5.0}
"""Seconds beyond `compute`, by partners."""


def main() -> None:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    reached = True
    with tempfile.TemporaryDirectory() as name:
        for partners, bar in BARS.items():
            file = Path(name) / f"{partners}.toml"
            file.write_text(written(partners), encoding="utf-8")
            taken = side_by_side(
                {each: command(each, file) for each in ("compute", "fair")}, options.turns
            )
            beyond = taken["fair"].seconds - taken["compute"].seconds
            print(f"  {partners:>4} partners, beyond compute {beyond:6.2f} s  (bar {bar:g} s)")
            reached = reached and beyond <= bar
    if options.check and not reached:
        sys.exit(1)


def command(name: str, file: Path) -> list[str]:
    """The installed command on a file."""
    return [sys.executable, "-m", "igs_costshare", name, str(file), "--format", "json"]


def written(partners: int) -> str:
    """A network of so many partners."""
    chance = random.Random(2)  # noqa: S311 - figures to try are not secret
    homes = [chance.randint(1, 20) for _ in range(partners)]
    half = sum(homes) // 2
    ways = (
        "",
        'scales = "units"',
        'scales = { largest = "metres" }',
        (
            f'scales = {{ key = "units", steps = [{{ up_to = {half}, amount = 600 }}, '
            "{ amount = 1_000 }] }"
        ),
    )
    lines = [f"[cost.c{at}]\namount = 1_000\n{ways[at % len(ways)]}" for at in range(LINES)]
    bodies = [
        f"[partner.p{at}]\nunits = {number}\nkeys = {{ metres = {chance.randint(10, 900)} }}"
        for at, number in enumerate(homes)
    ]
    rest = (
        "[subsidy.a]\nrate = 0.2\n[subsidy.b]\nmatch = 1\ncap = 9_000\nrequires = { units = 10 }\n"
        '[contribution]\nmodel = "variable"\nkey = "units"\n'
        "[day_price]\nprices = { 1 = 12.5 }\ndays = 360\noccupancy = 0.13"
    )
    return "\n".join(['title = "Proef"', *lines, *bodies, rest])


if __name__ == "__main__":
    main()
