"""What passes between the partners over a year: payments, the reserve, and how all is settled."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from typing import Literal

from igs_costshare.description.contributions import FileTable, described
from igs_costshare.description.dates import Date
from igs_costshare.description.ids import ACCOUNT, HolderRef, PartnerRef, ScenarioRef
from igs_costshare.description.texts import Text
from igs_costshare.description.values import Part, Signed

BASE = "base"
"""The description as it stands, where a scenario may be named."""
ACTUAL = "actual"
"""The scenario that is settled where the file names none."""


def settled_scenario(stated: str | None, scenarios: Collection[str]) -> str | None:
    """The scenario that a file settles; None for the description as it stands.

    >>> settled_scenario(None, ["lean", "actual"]), settled_scenario("base", ["actual"])
    ('actual', None)
    """
    if stated is not None:
        return None if stated == BASE else stated
    return ACTUAL if ACTUAL in scenarios else None


class Payment(FileTable):
    """An advance, or any payment between a partner and the common account."""

    label: Text | None = described(default=None)
    date: Date | None = described(default=None)
    part: Part | None = described("part, 0 to 1", default=None)
    except_: list[PartnerRef] | None = described(default=None, alias="except")
    amounts: dict[PartnerRef, Signed] | None = described("€", default=None)
    to: HolderRef = described(default=ACCOUNT)


class Settlement(FileTable):
    """How a year is settled: which statement, through whom, and what is left from the last."""

    scenario: ScenarioRef | None = described(default=None)
    account: PartnerRef | None = described(default=None)
    transfers: Literal["account", "direct", "none"] = described(default="account")
    opening: dict[PartnerRef, Signed] = described("€", default={})


class Reserve(FileTable):
    """The reserve of the network, which a charge fills or draws on."""

    opening: Signed = described("€", default=Decimal(0))
