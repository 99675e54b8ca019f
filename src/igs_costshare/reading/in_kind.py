"""What is brought in without money, which needs somebody who does; told beside mistyped names."""

from __future__ import annotations

from collections.abc import Iterator

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.errors import Problem
from igs_costshare.messages import say
from igs_costshare.reading.description import Description, table_at


def in_kind_by_nobody(description: Description) -> Iterator[Problem]:
    """What is brought in is brought in by partners, not by the account."""
    for id, cost in table_at(description, "cost").items():
        if not isinstance(cost, dict) or cost.get("in_kind") is not True:
            continue
        payers = cost.get("paid_by")
        if payers is None:
            hint = say("settling.say_who_brings_in")
            yield Problem(say("settling.in_kind_by_nobody"), ("cost", id, "in_kind"), hint)
        elif payers == ACCOUNT or (isinstance(payers, dict) and payers.get(ACCOUNT)):
            path = ("cost", id, "paid_by", *([ACCOUNT] if isinstance(payers, dict) else []))
            hint = say("settling.partner_brings_in")
            yield Problem(say("settling.in_kind_by_account"), path, hint, payers != ACCOUNT)
