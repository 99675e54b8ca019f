"""What a smaller group of partners would pay: how lines shrink, and costs found by study."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Discriminator, Tag

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.fault import Checked, fault
from igs_costshare.description.ids import KeyRef
from igs_costshare.description.tables import ONE, TABLE, one_or_table
from igs_costshare.description.values import Amount, Figure, Signed
from igs_costshare.messages import Toml, say

JOINS = "+"
"""What stands between the ids of a group."""

_GROUP = r"[a-z0-9][a-z0-9_-]*(?: *\+ *[a-z0-9][a-z0-9_-]*)*"


class ScaleStep(FileTable):
    """What a line costs up to a figure of those who take part together."""

    up_to: Figure | None = described("as the key", default=None)
    amount: Amount = described("€ per year")


class Scaling(FileTable):
    """What a line becomes for a smaller group, by steps or by the largest figure."""

    key: KeyRef | None = described(default=None)
    steps: list[ScaleStep] | None = described(default=None)
    largest: KeyRef | None = described(default=None)


Scales = Annotated[
    Annotated[KeyRef, Tag(ONE)] | Annotated[Scaling, Tag(TABLE)],
    Discriminator(one_or_table),
]
"""A key, by the sum of which a line goes, or a table that says more."""


def is_group(name: str) -> bool:
    """Whether a name is written as that of a group."""
    return re.fullmatch(_GROUP, name) is not None


def _group(value: object) -> str:
    if isinstance(value, str) and is_group(value):
        return value
    raise fault(say("fair.no_group", got=Toml(value)), say("fair.group_form"))


GroupName = Annotated[str, Checked(_group, {"type": "string", "pattern": f"^{_GROUP}$"})]
"""The ids of a group, joined by `+`."""

Coalitions = dict[GroupName, Signed]
"""Euros a year by group."""


def members_of(group: str) -> tuple[str, ...]:
    """The ids of a group, as they stand in its name.

    >>> members_of("stad + dorp")
    ('stad', 'dorp')
    """
    return tuple(each.strip() for each in group.split(JOINS))
