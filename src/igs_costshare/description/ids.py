"""Ids of a description: new ones, and those that stand for an entry elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Annotated, Any

from igs_costshare.description.fault import Checked, fault
from igs_costshare.description.unseen import seen
from igs_costshare.errors import clipped
from igs_costshare.messages import Message, Toml, say

BUILT_IN_KEYS = ("partners", "units", "days", "use")
"""Keys that every network has; see `figures`."""

PER_WORDS = {"unit": "units", "partner": "partners", "day": "days"}
"""What `per` may say instead of a key, and the key it stands for."""

RESERVED_IDS = frozenset(
    (
        "partner",
        "name",
        "nis",
        "units",
        "expenses",
        "revenues",
        "balance",
        "contribution",
        "day_price",
        "day_price_paid",
        "total",
        "reserve",
        "largest",
        "largest-remainder",
    )
)
"""Names with a meaning of their own among the columns, rows and takers of a difference."""

ACCOUNT, EACH = "account", "each"
"""Who may have paid or received besides a partner: the common account, or each what is its own."""
_TAKEN = RESERVED_IDS | {ACCOUNT, EACH}

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


def _named(what: Message) -> Checked:
    """What checks a name that stands elsewhere as an id; `references` says whether it does."""

    def check(value: object) -> str:
        if not isinstance(value, str):
            hint = say("fault.quote_id", id=Toml(value)) if isinstance(value, int) else None
            if isinstance(value, dict):
                hint = say("fault.one_id")
            raise fault(say("fault.no_id_of", what=what, got=Toml(value)), hint)
        return value

    return Checked(check, _schema())


def _id(refused: frozenset[str] = frozenset(), hint: Message | None = None) -> Checked:
    """What checks a new id: in TOML the name of a table or a field, in JSON any value.

    `hint` is the way out for one that is refused.
    """

    def check(value: object) -> str:
        if not isinstance(value, str) or not _ID.fullmatch(value):
            text = value if isinstance(value, str) else ""
            raise fault(say("fault.no_id", got=Toml(value)), _as_id(text))
        if value in refused:
            raise fault(say("fault.reserved", id=value), hint)
        return value

    return Checked(check, _schema(refused))


def _schema(refused: Iterable[str] = ()) -> dict[str, Any]:
    others = f"(?!(?:{'|'.join(sorted(refused))})$)" if refused else ""
    return {"type": "string", "pattern": f"^{others}{_ID.pattern}$"}


def _as_id(text: str) -> Message:
    """What an id is made of, and which one a text could be."""
    near = nearest_id(seen(text))
    made = say("fault.id_near", id=near) if near else say("fault.id_made")
    return made if seen(text) == text else say("fault.id_unseen", made=made)


def nearest_id(name: str) -> str:
    """What a name could be called as an id; empty where nothing is left of it.

    >>> nearest_id("Sint-Niklaas & Beërnem")
    'sint-niklaas-beernem'
    """
    letters = unicodedata.normalize("NFKD", clipped(name).lower())
    plain = "".join(each for each in letters if not unicodedata.combining(each))
    return re.sub(r"[^a-z0-9_-]+|-{2,}", "-", plain).strip("_-")


_KEYS_BUILT_IN = frozenset({*BUILT_IN_KEYS, *PER_WORDS})

PartnerId = Annotated[
    str,
    _id(_TAKEN, say("fault.other_partner")),
]
LineId = Annotated[str, _id(_TAKEN, say("fault.other_line"))]
UnitId = Annotated[str, _id()]
PaymentId = Annotated[str, _id()]
_TAKEN_BY_SCENARIOS = frozenset(("base", "partner", "name", "nis"))
ScenarioId = Annotated[
    str,
    _id(_TAKEN_BY_SCENARIOS, say("fault.other_scenario")),
]
OwnKeyName = Annotated[
    str,
    _id(_KEYS_BUILT_IN, say("fault.built_in_keys")),
]
"""A key that partners bring figures for."""

PartnerRef = Annotated[str, _named(say("fault.a_partner"))]
CostRef = Annotated[str, _named(say("fault.a_cost"))]
IncomeRef = Annotated[str, _named(say("fault.an_income"))]
KeyRef = Annotated[str, _named(say("fault.a_key"))]
ColumnRef = Annotated[str, _named(say("fault.a_column"))]
ScenarioRef = Annotated[str, _named(say("fault.a_scenario"))]
"""Ids that stand for an entry elsewhere: a key may be built in or of the partners' own."""
HolderRef = Annotated[str, _named(say("fault.a_partner"))]
"""Where money is: a partner, or `account`."""
PayerRef = Annotated[str, _named(say("fault.a_partner"))]
"""Who paid or received: a partner, `account`, or `each` its own part."""


IN_ORDER = "<in order>"
"""Notes a list of ids whose order counts; in any other the order says nothing."""
