"""How each figure of a statement arises, from the inputs up: a tree of steps."""

from igs_costshare.explaining.explanation import (
    cell_explanation,
    columns_of,
    explanation,
    row_explanation,
    row_explanations,
)
from igs_costshare.explaining.settled import SETTLED_COLUMNS, settled_explanation
from igs_costshare.explaining.steps import Cell, ExplainedRow, Explanation, Input, Step

__all__ = [
    "SETTLED_COLUMNS",
    "Cell",
    "ExplainedRow",
    "Explanation",
    "Input",
    "Step",
    "cell_explanation",
    "columns_of",
    "explanation",
    "row_explanation",
    "row_explanations",
    "settled_explanation",
]
