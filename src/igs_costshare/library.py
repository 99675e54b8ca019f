"""What a program asks for in one call: several forms of a budget, ranges, targets, explanations.

A `source` is the path of a file, or the text of a description, which has more lines than one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from igs_costshare.checking.report import Report
    from igs_costshare.comparing.comparison import Comparison
    from igs_costshare.computing.statement import Statement
    from igs_costshare.description.network import Network
    from igs_costshare.explaining import Explanation
    from igs_costshare.fairness.report import Fairness
    from igs_costshare.reading import Reading
    from igs_costshare.reading.settings import Settings
    from igs_costshare.varying.question import Answer
    from igs_costshare.varying.sweep import Sweep, SweepStep

Source: TypeAlias = str | os.PathLike[str]


class Swept(NamedTuple):
    """Figures along a range."""

    sweep: Sweep
    steps: tuple[SweepStep, ...]

    def records(self) -> list[dict[str, Decimal | None]]:
        """A dict for each step: the values by their paths, and each figure by its column.

        None where a step has no such figure.
        """
        from igs_costshare.description.values import EXACT

        sweep = self.sweep
        places = [each.figure.measure.places(sweep.decimals) for each in sweep.columns]
        return [
            {
                **dict(zip((vary.text for vary in sweep.varies), step.values, strict=True)),
                **{
                    column.id: None if cell is None else Decimal(cell).scaleb(-place, EXACT)
                    for column, place, cell in zip(
                        sweep.columns,
                        places,
                        step.amounts or [None] * len(places),
                        strict=True,
                    )
                },
            }
            for step in self.steps
        ]


def compare(
    options: Source | Mapping[str, Network],
    *,
    figure: str = "balance",
    scenarios: Iterable[str] = (),
    settings: Settings = (),
) -> Comparison:
    """One figure for every partner, in the file as it stands and each of its scenarios.

    `scenarios` names some of them only. Instead of a source a dict gives networks by name.
    Raises `InputError`.
    """
    from igs_costshare.comparing.comparison import BASE, Option, comparison
    from igs_costshare.reading import bytes_of, load_text_every, name_of, text_of
    from igs_costshare.reading.settings import settings_of

    if isinstance(options, Mapping):
        return comparison([(Option(id, id), each) for id, each in options.items()], figure)
    is_text = _is_text(options)
    name = "<text>" if is_text else name_of(options)
    text = str(options) if is_text else text_of(bytes_of(options), name)
    readings = load_text_every(text, name, settings_of(settings), tuple(scenarios))
    named = [(each.source.chosen or (BASE, BASE), each.network) for each in readings]
    return comparison([(Option(*chosen), network) for chosen, network in named], figure)


def sweep(
    source: Source,
    vary: str | Sequence[str],
    *,
    figure: str | None = None,
    scenario: str | None = None,
    settings: Settings = (),
) -> Swept:
    """Figures along a range: `vary` is `PATH=FROM:TO:STEP`, or two of them for a grid."""
    from igs_costshare.varying.ranges import varies_from
    from igs_costshare.varying.sweep import Sweep

    varies = varies_from([vary] if isinstance(vary, str) else list(vary))
    made = Sweep(_reading(source, settings, scenario), varies, figure)
    return Swept(made, tuple(made.steps()))


def solve(
    source: Source,
    vary: str,
    target: str,
    *,
    step: str | None = None,
    scenario: str | None = None,
    settings: Settings = (),
) -> Answer:
    """The value at which a figure meets its target: `vary` is `PATH` or `PATH=FROM:TO`."""
    from igs_costshare.varying.question import answered

    return answered(_reading(source, settings, scenario), vary, target, step)


def fair(
    source: Source | Statement, *, scenario: str | None = None, settings: Settings = ()
) -> Fairness:
    """What each partner would pay alone, and fair divisions of what all pay together."""
    from igs_costshare.computing.statement import Statement
    from igs_costshare.fairness.report import fairness_of

    if isinstance(source, Statement):
        return fairness_of(source)
    return fairness_of(_reading(source, settings, scenario).statement())


def explain(
    source: Source | Statement,
    row: str | None = None,
    column: str | None = None,
    *,
    scenario: str | None = None,
    settings: Settings = (),
) -> Explanation:
    """How the figures of a statement arise: all of them, those of a row, or one.

    A row is asked for by its id, or the name or NIS code of its partner. Of a source each step says
    where in the file its inputs stand; a statement that was computed does not know. Raises
    `InputError` for rows and columns that are not there.
    """
    from igs_costshare.computing.statement import Statement
    from igs_costshare.explaining import (
        cell_explanation,
        columns_of,
        explanation,
        row_explanation,
    )
    from igs_costshare.reading.suggestions import chosen, chosen_row

    if isinstance(source, Statement):
        statement, places = source, None
    else:
        reading = _reading(source, settings, scenario)
        statement, places = reading.statement(), reading.source
    if row is None:
        return explanation(statement, places)
    asked = chosen_row(row, statement.rows, "")
    if column is None:
        return row_explanation(statement, places, asked)
    columns = dict.fromkeys(columns_of(statement))
    return cell_explanation(statement, places, asked, chosen("column", column, columns, ""))


def check(
    source: Source,
    *,
    against: Statement | None = None,
    scenario: str | None = None,
    settings: Settings = (),
) -> Report:
    """What the rules of `check` find in a file, in every scenario or in one of them.

    A file that cannot be computed has a report too, which says why. `against` is an earlier
    statement, for `max_increase`.
    """
    from igs_costshare.checking.judgement import Asked, report
    from igs_costshare.computing.amounts import saved_from
    from igs_costshare.reading import bytes_of, name_of, text_of
    from igs_costshare.reading.settings import settings_of

    is_text = _is_text(source)
    name = "<text>" if is_text else name_of(source)
    text = str(source) if is_text else text_of(bytes_of(source), name)
    earlier = None if against is None else saved_from(against)
    asked = Asked(settings=settings_of(settings), scenario=scenario, against=earlier)
    return report(text, name, asked)


def _is_text(source: Source) -> bool:
    """Whether a source is a description itself: no file has a name of several lines."""
    return isinstance(source, str) and "\n" in source


def _reading(source: Source, settings: Settings, scenario: str | None) -> Reading:
    from igs_costshare.reading import load, load_text
    from igs_costshare.reading.settings import settings_of

    asked = settings_of(settings)
    if _is_text(source):
        return load_text(str(source), "<text>", asked, scenario)
    return load(source, asked, scenario)
