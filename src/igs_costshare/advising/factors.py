"""The twelve success factors: what the partners think of each, beside what the file shows.

The factors are those of Bataljong for intermunicipal cooperation (seen 2026), in three groups.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple, TypeAlias

from igs_costshare.advising.forms import Verdict
from igs_costshare.advising.tasks import Administration
from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.fairness.report import fairness_of
from igs_costshare.messages import Message, listed, say

Factor: TypeAlias = Literal[
    "region",
    "structure",
    "finance",
    "tasks",
    "benefit",
    "bottom_up",
    "experiment",
    "product_process",
    "expertise",
    "outlook",
    "ownership",
    "people",
]
GROUPS: Mapping[str, tuple[Factor, ...]] = {
    "structure": ("region", "structure", "finance", "tasks"),
    "content": (
        "benefit",
        "bottom_up",
        "experiment",
        "product_process",
        "expertise",
        "outlook",
    ),
    "people": ("ownership", "people"),
}
"""A clear structure, relevant content and results, and people who are involved."""


class Judged(NamedTuple):
    """What is known of a factor."""

    factor: Factor
    group: str
    grades: Mapping[str, int]
    """By partner; those who gave none are left out."""
    shown: Message | None
    """What the file itself shows; None where it shows nothing of it."""

    @property
    def mean(self) -> Fraction | None:
        """Of those who gave a grade."""
        return Fraction(sum(self.grades.values()), len(self.grades)) if self.grades else None

    def who_gave(self, grade: int) -> tuple[str, ...]:
        """Who gave a grade."""
        return tuple(id for id, each in self.grades.items() if each == grade)


def judged(
    network: Network,
    statement: Statement,
    forms: tuple[Verdict, ...],
    tasks: tuple[Administration, ...],
) -> tuple[Judged, ...]:
    """All factors, in their order."""
    given = network.assessment.partner if network.assessment is not None else {}
    shown: Mapping[Factor, Message | None] = {
        "structure": _structure(network, forms),
        "finance": _finance(network),
        "tasks": _tasks(tasks),
        "benefit": _benefit(statement),
    }
    return tuple(
        Judged(
            factor,
            group,
            {
                id: int(grade)
                for id, each in given.items()
                if (grade := getattr(each, factor)) is not None
            },
            shown.get(factor),
        )
        for group, factors in GROUPS.items()
        for factor in factors
    )


def _structure(network: Network, forms: tuple[Verdict, ...]) -> Message:
    """The legal form, and whether it can be that."""
    stated = network.governance and network.governance.form
    verdict = next((each for each in forms if each.form.id == stated), None)
    if verdict is None:
        return say("advise.no_form")
    if verdict.against:
        return say("advise.form_impossible", form=verdict.form.name)
    return say("advise.form_stated", form=verdict.form.name)


def _finance(network: Network) -> Message:
    """Whether every line says where it was agreed."""
    agreed = [
        *(line.basis for line in network.lines.values()),
        *(subsidy.basis for subsidy in network.subsidy.values()),
    ]
    lacking = agreed.count(None)
    if lacking:
        return say("advise.without_basis", count=lacking)
    return say("advise.every_basis") if agreed else say("advise.no_lines")


def _tasks(tasks: tuple[Administration, ...]) -> Message:
    """Whether a line says who does the administration."""
    if not tasks:
        return say("advise.no_administration")
    return say("advise.administration", lines=listed(f"`{each.line}`" for each in tasks))


def _benefit(statement: Statement) -> Message | None:
    """Whether everybody gains; nothing where the file has no lines."""
    fairness = fairness_of(statement)
    if fairness.saving is None or not fairness.game.network.lines:
        return None
    if not fairness.better_alone:
        return say("advise.everyone_gains")
    names = [statement.partners[at].name for at in fairness.better_alone]
    return say("advise.better_alone", names=listed(names))
