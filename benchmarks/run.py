"""Print how fast the installed command is, side by side with its floor and with its peers.

    python benchmarks/run.py [--turns 10] [--check]

`--check` exits with 1 where a bar of `docs/performance.md` is not reached.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import networks
import peers
from timing import Taken, run, side_by_side

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "examples" / "crisisopvangnetwerk.toml"
LINES = 40


def command(file: Path, output: str) -> list[str]:
    """The installed command on a file."""
    return [sys.executable, "-m", "igs_costshare", "compute", str(file), "--format", output]


def main() -> None:
    """Measure, print, and judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--turns", type=int, default=10)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        reached = [
            *start_up(options.turns),
            *large(Path(name), options.turns),
            *growth(Path(name)),
            *what_if(Path(name), max(1, options.turns // 2)),
            *years(Path(name), max(1, options.turns // 2)),
            *papers(Path(name)),
            *many_files(Path(name), max(1, options.turns // 3)),
            *instead(Path(name), max(1, options.turns // 2)),
        ]
    if options.check and not all(reached):
        sys.exit(1)


def judged(what: str, value: float, bar: float, unit: str = "×") -> bool:
    """Print a figure beside its bar; whether it is reached."""
    print(f"  {what:<44} {value:6.2f} {unit}  (bar {bar:g} {unit})")
    return value <= bar


def start_up(turns: int) -> list[bool]:
    """The whole process against the bare floor of its stack."""
    print("Start-up, whole process")
    taken = side_by_side(
        {"floor": [sys.executable, str(HERE / "floor.py")], "csv": command(EXAMPLE, "csv")}, turns
    )
    _print_times(taken)
    return [judged("compute --format csv / floor", _ratio(taken, "csv", "floor"), 1.25)]


def large(folder: Path, turns: int) -> list[bool]:
    """All Belgian municipalities times forty lines, against the smallest network."""
    partners = networks.BELGIAN_MUNICIPALITIES
    print(f"\n{partners} partners × {LINES} lines")
    file = _written(folder, partners, LINES)
    small = command(_written(folder, 5, 3), "csv")
    formats = ("csv", "json", "markdown", "html", "table", "xlsx")
    taken = side_by_side(
        {"start-up": small} | {each: command(file, each) for each in formats}, max(1, turns // 2)
    )
    _print_times(taken)
    return [
        judged("csv / start-up", _ratio(taken, "csv", "start-up"), 2),
        judged("table / start-up", _ratio(taken, "table", "start-up"), 8),
        judged("html beyond start-up", _beyond(taken, "html", "start-up"), 2, "s"),
        judged("memory of the table", taken["table"].mebibytes, 150, "MiB"),
        judged("xlsx", taken["xlsx"].seconds, 3, "s"),
    ]


def growth(folder: Path) -> list[bool]:
    """Time beyond start-up, as partners and lines grow."""
    print("\nGrowth, csv, seconds beyond start-up")
    start = side_by_side({"start": command(_written(folder, 5, 3), "csv")}, 3)["start"].seconds
    beyond: dict[tuple[int, int], float] = {}
    for partners, lines in ((100, LINES), (1_000, LINES), (10_000, LINES), (10_000, 1)):
        taken = run(command(_written(folder, partners, lines), "csv"))
        beyond[partners, lines] = taken.seconds - start
        print(
            f"  {partners:>6} partners × {lines:>2} lines "
            f"{beyond[partners, lines]:8.3f} s {taken.mebibytes:6.0f} MiB"
        )
    per_partner = beyond[10_000, LINES] / beyond[1_000, LINES]
    return [judged("10,000 / 1,000 partners (10 is linear)", per_partner, 13)]


def years(folder: Path, turns: int) -> list[bool]:
    """Six years of 300 partners and 20 lines, against one statement of them."""
    print("\nA plan of 6 years, 300 partners × 20 lines")
    file = folder / "planned.toml"
    file.write_text(networks.planned(300, 20))
    program = [sys.executable, "-m", "igs_costshare", "plan", str(file), "--format", "csv"]
    taken = side_by_side(
        {
            "start-up": command(_written(folder, 5, 3), "csv"),
            "compute": command(file, "csv"),
            "plan": program,
        },
        turns,
    )
    _print_times(taken)
    beyond = _beyond(taken, "plan", "start-up") / _beyond(taken, "compute", "start-up")
    return [judged("plan / compute, both beyond start-up", beyond, 4)]


def papers(folder: Path) -> list[bool]:
    """The paper for a council and the letters of 300 partners, each once."""
    print("\nPapers of 300 partners × 3 lines")
    file = _written(folder, 300, 3)
    account = '\n[bank]\niban = "BE68 5390 0754 7034"\n'
    file.write_text(file.read_text(encoding="utf-8") + account, encoding="utf-8")
    program = [sys.executable, "-m", "igs_costshare"]
    taken = {
        "nota": run([*program, "nota", str(file), "--output", str(folder / "nota.pdf")]),
        "letters": run([*program, "letters", str(file), "--output", str(folder / "letters")]),
    }
    return [
        judged("nota, whole process", taken["nota"].seconds, 3, "s"),
        judged("letters, whole process", taken["letters"].seconds, 20, "s"),
    ]


EIGHT = (
    "fte.cost=90_000",
    "day_price.occupancy=0.6",
    "day_price.days=350",
    "day_price.prices={ 1 = 17, 2 = 19, 3 = 21 }",
    "cost.overhead.fte=0.3",
    "cost.counselling.fte=0.2",
    "partner.stad.units=5",
    "partner.caw.units=2",
)
"""Changes of the example, of which each is a cause."""


def what_if(folder: Path, turns: int) -> list[bool]:
    """Scenarios of the example: a long sweep, a difference with causes; and of many partners."""
    print("\nScenarios, whole process")
    program = [sys.executable, "-m", "igs_costshare"]
    sets = [f"--set={each}" for each in EIGHT]
    vary = ["--vary", "day_price.occupancy=0:0.999:0.001"]
    before, after = folder / "before.toml", folder / "after.toml"
    before.write_text(networks.description(300, 5))
    after.write_text(networks.changed(300, 5))
    taken = side_by_side(
        {
            "start-up": command(EXAMPLE, "csv"),
            "sweep": [*program, "sweep", str(EXAMPLE), *vary, "--format", "csv"],
            "diff": [*program, "diff", str(EXAMPLE), *sets, "--format", "csv"],
            "diff of 300": [*program, "diff", str(before), str(after), "--format", "csv"],
        },
        turns,
    )
    _print_times(taken)
    return [
        judged(
            "sweep of 1,000 steps beyond start-up", _beyond(taken, "sweep", "start-up"), 0.5, "s"
        ),
        judged("diff of 8 changes beyond start-up", _beyond(taken, "diff", "start-up"), 0.2, "s"),
        judged("diff of 300 partners, 10 causes", taken["diff of 300"].seconds, 3, "s"),
    ]


def many_files(folder: Path, turns: int) -> list[bool]:
    """A repository of budgets checked in one process, a hundred times as many as ten of them."""
    print("\ncheck, files in one process, start-up included")
    few, many = _repository(folder, 10), _repository(folder, 1_000)
    check = [sys.executable, "-m", "igs_costshare", "check"]
    taken = side_by_side(
        {"10 files": [*check, str(few)], "1,000 files": [*check, str(many)]}, turns
    )
    _print_times(taken)
    return [judged("1,000 files / 10 files", _ratio(taken, "1,000 files", "10 files"), 60)]


def _repository(folder: Path, files: int) -> Path:
    """A folder of budgets, each with a total that is expected of it and a scenario."""
    place = folder / f"{files}-files"
    place.mkdir()
    for each in range(files):
        (place / f"{each:04}.toml").write_text(networks.budget(partners=5, lines=3))
    return place


SIZES = ((networks.BELGIAN_MUNICIPALITIES, LINES), (10_000, 4))
"""Partners and lines at which the command runs beside its peers."""


def instead(folder: Path, turns: int) -> list[bool]:
    """What a user would pick instead, with the cents that it loses."""
    return [
        faster
        for partners, lines in SIZES
        for faster in _beside(_subfolder(folder, f"{partners}-{lines}"), partners, lines, turns)
    ]


def _beside(folder: Path, partners: int, lines: int, turns: int) -> list[bool]:
    print(f"\nThe same division elsewhere, {partners:,} × {lines}")
    found = peers.available(partners, lines, folder)
    ours = "igs-costshare csv"
    commands = {ours: command(_written(folder, partners, lines), "csv")}
    taken = side_by_side(
        commands | {name: peer.command for name, peer in found.items()}, turns, folder
    )
    for name, each in taken.items():
        lost = 0
        if name in found:
            output = subprocess.run(
                found[name].command, capture_output=True, text=True, check=True, cwd=folder
            ).stdout
            lost = found[name].lost_cents(output)
        print(f"  {name:<20} {each.seconds:8.3f} s {each.mebibytes:6.0f} MiB {lost:6} cents lost")
    return [judged(f"{ours} / {name}", _ratio(taken, ours, name), 1) for name in found]


def _subfolder(folder: Path, name: str) -> Path:
    place = folder / name
    place.mkdir()
    return place


def _written(folder: Path, partners: int, lines: int) -> Path:
    file = folder / f"{partners}x{lines}.toml"
    file.write_text(networks.description(partners, lines))
    return file


def _beyond(taken: dict[str, Taken], above: str, below: str) -> float:
    return taken[above].seconds - taken[below].seconds


def _ratio(taken: dict[str, Taken], above: str, below: str) -> float:
    return taken[above].seconds / taken[below].seconds


def _print_times(taken: dict[str, Taken]) -> None:
    for name, each in taken.items():
        print(f"  {name:<20} {each.seconds:8.3f} s {each.mebibytes:6.0f} MiB")


if __name__ == "__main__":
    main()
