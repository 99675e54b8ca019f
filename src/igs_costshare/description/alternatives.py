"""Fields of one table that exclude one another, and those of which one is needed, as data.

The reader refuses a table that breaks a rule, an override (`--set`) that gives one alternative
drops the others, and the JSON Schema says so to editors.
"""

from __future__ import annotations

from typing import NamedTuple

from igs_costshare.description.contributions import Model
from igs_costshare.description.kinds import fields_of

CONTRIBUTIONS = ("contribution", "cost.*.contribution", "revenue.*.contribution")
"""Where a contribution may stand in a file."""


class Alternatives(NamedTuple):
    """Of `fields`, a table takes at most one, and where `needed` exactly one."""

    where: str
    fields: tuple[str, ...]
    needed: bool = False
    model: str = ""
    """The contribution model that the rule is for; empty for tables without one."""


def _of_contributions(model: str, *fields: str, needed: bool = False) -> tuple[Alternatives, ...]:
    return tuple(Alternatives(where, fields, needed, model) for where in CONTRIBUTIONS)


ALTERNATIVES = (
    Alternatives("cost.*", ("amount", "fte"), needed=True),
    Alternatives("cost.*", ("amount", "fte_cost")),
    Alternatives("cost.*", ("per", "contribution")),
    Alternatives("cost.*", ("per", "scales")),
    Alternatives("cost.*", ("only", "except")),
    Alternatives("revenue.*", ("per", "contribution")),
    Alternatives("revenue.*", ("per", "scales")),
    Alternatives("revenue.*", ("only", "except")),
    *(
        Alternatives(f"{table}.*.scales", fields, needed=True)
        for table in ("cost", "revenue")
        for fields in (("steps", "largest"), ("key", "largest"))
    ),
    Alternatives("subsidy.*", ("amount", "rate", "match"), needed=True),
    Alternatives("subsidy.*", ("amount", "of")),
    Alternatives("subsidy.*", ("match", "of")),
    Alternatives("payment.*", ("amounts", "part"), needed=True),
    Alternatives("payment.*", ("amounts", "except")),
    *_of_contributions("", "only", "except"),
    *_of_contributions("variable", "key", "rate", needed=True),
    *_of_contributions("mixed", "fixed_share", "fixed_amount", needed=True),
    *_of_contributions("mixed", "key", "rate", needed=True),
    *_of_contributions("mixed", "fixed_share", "rate"),
    *(
        Alternatives(f"{where}.rate.*.*", ("rate", "amount"), needed=True)
        for where in CONTRIBUTIONS
    ),
)

MODEL_FIELDS = tuple(
    dict.fromkeys(
        field
        for kind in Model.__subclasses__()
        for field in fields_of(kind)
        if field not in (*fields_of(Model), "model")
    )
)
"""What belongs to one contribution model and goes when another model comes."""
