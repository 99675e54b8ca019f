"""From a description to its network, or what is wrong with its fields."""

from __future__ import annotations

from pydantic import ValidationError

from igs_costshare.description.network import Network
from igs_costshare.description.numerals import THOUSANDTH, in_thousandths
from igs_costshare.errors import Problem, first_few
from igs_costshare.reading.description import Description, value_at


def validated(description: Description) -> tuple[Network | None, list[Problem]]:
    """The network of a description, or what is wrong with its fields."""
    if value_at(description, ("rounding", "unit")) == THOUSANDTH:
        description = in_thousandths(description)
    try:
        return Network.model_validate(description), []
    except ValidationError as error:
        from igs_costshare.reading.refusals import field_problems

        return None, first_few(field_problems(error, description))
