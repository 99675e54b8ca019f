"""How a partner's figure in a line arises, in the one step that says most of it."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.computing.statement import Statement
from igs_costshare.explaining.cells import line_cell
from igs_costshare.explaining.dossier import Dossier
from igs_costshare.explaining.steps import Step

_SHARES = (
    "by_contribution",
    "combined",
    "key",
    "equal",
    "agreed_scaled",
    "agreed",
    "in_turn",
    "part_of_share",
)
"""Steps that say a share, the one that says most first; one that goes by a factor says nothing."""
_AMOUNTS = (
    *("no_part", "nobody_stayed", "homes_none", "not_stayed"),
    *("priced", "homes_earn", "home_earns", "stayed", "days_use"),
    *("due_fixed", "due_rate", "due_bracket", "due_class", "due_days"),
    *("held_low", "held_high", "held_low_part", "held_high_part", "held_rise"),
    "part_of_amount",
)
"""Steps that say an amount; several may lead to one figure."""


class Briefly:
    """A statement whose figures are told in a step each."""

    def __init__(self, statement: Statement) -> None:
        self.dossier = Dossier(statement, None, brief=True)

    def steps(self, at: int) -> dict[str, tuple[Step, ...]]:
        """By line, what leads to the figure of the partner at a place."""
        lines = self.dossier.statement.lines
        return {line.id: _telling(line_cell(self.dossier, line, at).steps) for line in lines}


def _telling(steps: Sequence[Step]) -> tuple[Step, ...]:
    kinds = [step.kind for step in steps]
    for kind in _SHARES:
        if kind in kinds:
            return (steps[kinds.index(kind)],)
    return tuple(step for step in steps if step.kind in _AMOUNTS)
