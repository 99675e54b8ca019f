"""Steps as data: each follows from its operands, and leads to the next one or to the figure."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

import igs_costshare
from igs_costshare import Statement
from igs_costshare.documents.explanation import ExplanationDocument
from igs_costshare.explaining import (
    SETTLED_COLUMNS,
    Cell,
    Step,
    cell_explanation,
    columns_of,
    explanation,
    settled_explanation,
)
from igs_costshare.explaining.explanation import row_explanations
from igs_costshare.explaining.operands import (
    Counted,
    Days,
    Operand,
    Part,
    Ratio,
    RowAmounts,
    Weighted,
    worth,
)
from igs_costshare.explaining.operations import KINDS
from igs_costshare.messages import Money, Percent
from igs_costshare.money import Half, rounded
from igs_costshare.reading import Reading, load_text
from igs_costshare.reading.settled import settled_readings
from igs_costshare.wording.catalogue import area, codes
from igs_costshare.wording.language import language
from networks import as_toml, stated_descriptions, years

EXAMPLES = Path(__file__).parent.parent / "examples"
ADDED = {"term": 1, "less_term": -1, "sum_of_cells": 1, "reserve_part": 1, "reserve_kept": 1}
"""Steps that the figure of a cell adds up, and their sign."""


# ---------------------------------------------------------------- what leads where


def figures_of(operand: Operand) -> Iterator[Fraction]:
    """What an operand is worth, and what each of its terms is."""
    match operand:
        case Weighted(terms=terms):
            yield worth(operand)
            for term in terms:
                for each in term:
                    yield from figures_of(each)
        case RowAmounts(each=each):
            yield from map(abs, each)
            yield worth(operand)
        case int() | Fraction() | Money() | Percent() | Counted() | Days() | Ratio() | Part():
            yield worth(operand)
        case _:
            return  # a name, or a phrase


def worked_with(step: Step) -> set[Fraction]:
    return {figure for _, operand in step.operands for figure in figures_of(operand)}


def results_of(step: Step) -> set[Fraction]:
    """The amount or the share that a step comes to."""
    operands = dict(step.operands)
    return {
        operation(operands, step.steps)
        for name, operation in KINDS[step.kind].items()
        if name in ("amount", "share", "counted")
    }


def _ends_beside(step: Step, later: Sequence[Step]) -> bool:
    """Whether nothing is worked out from a step, though it is true and belongs there."""
    kinds = {each.kind for each in later}
    if "no_part" in kinds:  # nothing of the total, or of the price, is for this partner
        return step.kind in ("line_total", "price_amount", "price_staff")
    if "sum_of_cells" in kinds:  # which is rounded for each partner, and the price times all is not
        return step.kind == "line_priced"
    if kinds & {"term", "less_term"}:  # each line of the pool has its own product with this share
        return "share" in KINDS[step.kind]
    return False


class Ends:
    """Looks whether steps lead to a figure, in the rounding of a statement."""

    def __init__(self, statement: Statement, half: Half) -> None:
        self.unit, self.half = Fraction(statement.unit), half
        self.steps = 0

    def rounds(self, exact: Fraction) -> Fraction:
        return rounded(*(exact / self.unit).as_integer_ratio(), self.half) * self.unit

    def cell(self, cell: Cell) -> None:
        if cell.id == "units":
            counted = sum(step.operand("figure") for step in cell.steps)
            assert counted == cell.value
            return
        self.figure(cell.steps, cell.value)

    def figure(self, steps: Sequence[Step], figure: Fraction) -> None:
        """The steps lead to the figure: it is the last value, or all that it adds up."""
        added: list[Fraction] = [
            ADDED[step.kind] * (step.value or Fraction(0)) for step in steps if step.kind in ADDED
        ]
        values = [step.value for step in steps if step.value is not None]
        assert figure == (sum(added) if added else values[-1] if values else 0), steps
        self.chain(steps, {figure, *added, *(-each for each in added)})
        for step in steps:
            if step.kind in ("term", "less_term") and step.steps:
                self.figure(step.steps, step.operand("amount"))
            else:
                self.inside(step)

    def chain(self, steps: Sequence[Step], ends: set[Fraction]) -> None:
        """Each step comes to what a later one works with, or to one of the ends."""
        for at, step in enumerate(steps):
            self.steps += 1
            results = results_of(step)
            later = set().union(*map(worked_with, steps[at + 1 :]))
            if not results or results & (ends | later):
                continue
            assert _ends_beside(step, steps[at + 1 :]), (step, steps)

    def inside(self, step: Step) -> None:
        """The steps inside lead to the step, or to something that it works with."""
        inner = step.steps
        ends = worked_with(step) | results_of(step)
        values = [each.value for each in inner if each.value is not None]
        if values and sum(values) in ends:
            ends |= set(values)
        if step.kind == "line_total":
            ends |= {self.rounds(end) for end in ends}
        if step.kind in ("pool_cost", "pool_income"):
            # A pool adds up as well: its lines are rounded together, by a unit each at most.
            last = values[-1] if values else worth(dict(step.operands)["amount"])
            assert abs(last - (step.value or 0)) < self.unit
            ends.add(last)
        if step.kind == "pool_left":
            assert not values or abs(values[0] - (step.value or 0)) <= 100 * self.unit
            return
        if step.kind == "subsidy_match_nothing":
            assert values[0] <= 0
            return
        if inner and inner[0].kind == "days_size":
            assert sum(each.operand("days") for each in inner) in ends
        self.chain(inner, ends)
        for each in inner:
            self.inside(each)


def lead_to_their_figures(reading: Reading, *, each_column: bool) -> int:
    """Evaluate every step of every figure; how many steps there are."""
    statement = reading.statement()
    ends = Ends(statement, reading.network.rounding.half)
    whole = explanation(statement, reading.source)
    rows = [*whole.rows, *row_explanations(statement, reading.source)]
    cells = [cell for row in rows for cell in row.cells]
    if whole.pool is not None:
        cells.append(whole.pool)
    columns = columns_of(statement) if each_column else ("expenses", "contribution")
    for row in statement.rows:
        for column in set(columns) & set(columns_of(statement)):
            cells += cell_explanation(statement, reading.source, row, column).rows[0].cells
    for cell in cells:
        ends.cell(cell)
    return ends.steps


def settled_leads_to_its_figures(text: str) -> None:
    """Evaluate every step of every figure of a settlement."""
    readings = settled_readings(text, "n.toml")
    statement = readings.settled.statement()
    settled = readings.outcome(statement)
    ends = Ends(statement, readings.settled.network.rounding.half)
    for row in settled.rows:
        for column in SETTLED_COLUMNS:
            told = settled_explanation(settled, statement, readings.settled.source, row, column)
            (cell,) = told.rows[0].cells
            assert cell.value == Fraction(row.columns[column], 10**settled.decimals)
            ends.cell(cell)


@settings(
    deadline=None,
    max_examples=100,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
)
@given(years())
def test_every_step_of_a_random_settlement_leads_to_its_figure(
    description: dict[str, object],
) -> None:
    settled_leads_to_its_figures(as_toml(description))


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.toml")), ids=lambda path: path.stem)
def test_every_step_of_an_example_leads_to_its_figure(path: Path) -> None:
    reading = load_text(path.read_text(encoding="utf-8"), path.name)
    assert lead_to_their_figures(reading, each_column=True)


@settings(
    deadline=None,
    max_examples=200,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
)
@given(stated_descriptions())
def test_every_step_of_a_random_network_leads_to_its_figure(
    description: dict[str, object],
) -> None:
    lead_to_their_figures(load_text(as_toml(description), "n.toml"), each_column=False)


# ---------------------------------------------------------------- kinds and words


def test_every_kind_has_its_sentence_and_every_sentence_is_said() -> None:
    package = Path(igs_costshare.__file__).parent
    phrases = {
        key.removeprefix("step.")
        for path in sorted((package / "explaining").glob("*.py"))
        for key in literals(path)
        if key.startswith("step.")
    }
    assert sorted({*KINDS, *phrases}) == sorted(area("en", "step"))


def literals(path: Path) -> Iterator[str]:
    """The keys that a module says."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "say":
            key = node.args[0]
            assert isinstance(key, ast.Constant)
            yield str(key.value)


@pytest.mark.parametrize("code", codes())
def test_every_step_of_the_examples_is_told_in_every_language(code: str) -> None:
    for path in sorted(EXAMPLES.glob("*.toml")):
        reading = load_text(path.read_text(encoding="utf-8"), path.name)
        document = ExplanationDocument(
            explanation(reading.statement(), reading.source), language(code)
        )
        for row in document.data()["rows"]:
            for cell in row["cells"]:
                assert all(step["text"] for step in cell["steps"])


def test_texts_are_no_figures() -> None:
    with pytest.raises(TypeError, match="'stad' is no figure"):
        worth("stad")
    with pytest.raises(TypeError, match="a mean is taken over weighted terms"):
        KINDS["mean_price"]["weights"]({"sum": Fraction(1)}, ())
