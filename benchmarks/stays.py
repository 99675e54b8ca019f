"""Print how long a register of stays takes, beside what reading its cells and dates takes.

    python benchmarks/stays.py [--turns 5] [--stays 100000] [--check]

The register is written as CSV and read, checked and summed in this process; beside it, the
standard `csv` module reads the same text and `date.fromisoformat` its dates. `--check` exits with
1 where a bar of `docs/performance.md` is not reached.
"""

from __future__ import annotations

import argparse
import csv
import gc
import io
import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from igs_costshare.staying.lodgings import Body, Home, Lodgings
from igs_costshare.staying.reader import register_of

YEAR = 2026
PARTNERS = 30
STAYS_OF_A_HOME = 8
MOST_HOMES = 20_000
MOST_TIMES = 4
MOST_MEBIBYTES = 500
MANY = 1_000_000


def main() -> None:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--stays", type=int, default=100_000)
    parser.add_argument("--once", action="store_true", help="read once; print seconds and MiB")
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    content, lodgings = written(options.stays)
    if options.once:
        taken = fastest(lambda: _read(content, lodgings), 1)
        print(taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
        return
    text = content.decode()
    cells = fastest(lambda: _cells_and_dates(text), options.turns)
    register = fastest(lambda: _read(content, lodgings), options.turns)
    print(f"{options.stays:,} stays, {len(content) / 2**20:.1f} MiB")
    print(f"  csv.reader and date.fromisoformat {cells:6.2f} s")
    print(f"  the register                      {register:6.2f} s")
    print(f"  ratio {register / cells:.2f} (bar {MOST_TIMES})")
    seconds, mebibytes = _in_a_process(MANY)
    print(f"{MANY:,} stays, once: {seconds:.2f} s, {mebibytes:.0f} MiB (bar {MOST_MEBIBYTES})")
    if options.check and (register > MOST_TIMES * cells or mebibytes > MOST_MEBIBYTES):
        sys.exit(1)


def written(stays: int) -> tuple[bytes, Lodgings]:
    """A register of stays, one after the other in each home, and what it is held against."""
    chance = random.Random(1)  # noqa: S311 - figures to try are not secret
    partners = [f"gemeente-{at}" for at in range(PARTNERS)]
    homes = [f"woning-{at}" for at in range(max(1, min(MOST_HOMES, stays // STAYS_OF_A_HOME)))]
    free = {home: date(YEAR, 1, 1) - timedelta(chance.randrange(60)) for home in homes}
    lines = ["unit,referrer,persons,from,until,stay"]
    for at in range(stays):
        home = homes[at % len(homes)]
        came, left = free[home], free[home] + timedelta(chance.randrange(1, 88))
        free[home] = left
        who = f"{chance.choice(partners)},{chance.randint(1, 6)}"
        lines.append(f"{home},{who},{came},{left},V{YEAR}-{at:06}")
    owned = tuple(Home(home, None, partners[at % PARTNERS], None) for at, home in enumerate(homes))
    bodies = tuple(Body(partner, partner.title(), None, 0) for partner in partners)
    return "\n".join(lines).encode(), Lodgings(YEAR, "nights", owned, bodies, True)


def fastest(work: Callable[[], object], turns: int) -> float:
    """Seconds of processor time, the least of several turns."""
    taken = []
    for _ in range(turns):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def _read(content: bytes, lodgings: Lodgings) -> object:
    register = register_of.__wrapped__(content, "stays.csv", lodgings)
    return register.warnings, register.nights


def _cells_and_dates(text: str) -> None:
    rows = list(csv.reader(io.StringIO(text, newline="")))
    for row in rows[1:]:
        date.fromisoformat(row[3])
        date.fromisoformat(row[4])


def _in_a_process(stays: int) -> tuple[float, float]:
    command = [sys.executable, __file__, "--once", "--stays", str(stays)]
    ran = subprocess.run(command, capture_output=True, check=True, encoding="utf-8")
    seconds, mebibytes = map(float, ran.stdout.split())
    return seconds, mebibytes


if __name__ == "__main__":
    main()
