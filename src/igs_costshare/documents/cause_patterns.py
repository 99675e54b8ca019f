"""From the path of a change to what it is called.

A pattern is the path of a change with `*` for the ids. An entry on one side only has come (`+`) or
gone (`-`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from igs_costshare.messages import Message, say


class CausePhrase(NamedTuple):
    """What the words for a path need to know."""

    name: str
    """The entry that it stands in."""
    key: str
    """The key figure."""


CAUSES: Mapping[str, Callable[[CausePhrase], Message | str]] = {
    "partner": lambda _: say("cause.partners"),
    "partner.*": lambda it: say("cause.partner", name=it.name),
    "partner.*+": lambda it: say("cause.partner_joins", name=it.name),
    "partner.*-": lambda it: say("cause.partner_leaves", name=it.name),
    "partner.*.units": lambda it: say("cause.partner_units", name=it.name),
    "partner.*.days": lambda it: say("cause.partner_days", name=it.name),
    "partner.*.keys.*": lambda it: say("cause.partner_key", key=it.key, name=it.name),
    "partner.*.alone": lambda it: say("cause.partner_alone", name=it.name),
    "partner.*.from": lambda it: say("cause.partner_part", name=it.name),
    "partner.*.until": lambda it: say("cause.partner_part", name=it.name),
    "unit": lambda _: say("cause.homes"),
    "unit.*": lambda it: say("cause.home", name=it.name),
    "unit.*+": lambda it: say("cause.home_more", name=it.name),
    "unit.*-": lambda it: say("cause.home_less", name=it.name),
    "unit.*.owner": lambda it: say("cause.home_owner", name=it.name),
    "unit.*.days": lambda it: say("cause.home_days", name=it.name),
    "unit.*.occupancy": lambda it: say("cause.home_occupancy", name=it.name),
    "unit.*.prices": lambda it: say("cause.home_prices", name=it.name),
    "unit.*.mix": lambda it: say("cause.home_mix", name=it.name),
    "cost": lambda _: say("cause.costs"),
    "subsidy": lambda _: say("cause.subsidies"),
    "revenue": lambda _: say("cause.revenues"),
    "line": lambda it: it.name,
    "line+": lambda it: say("cause.line_new", name=it.name),
    "line-": lambda it: say("cause.line_gone", name=it.name),
    "line.amount": lambda it: it.name,
    "line.fte": lambda it: say("cause.line_fte", name=it.name),
    "line.fte_cost": lambda it: say("cause.line_fte_cost", name=it.name),
    "line.per": lambda it: say("cause.line_per", name=it.name),
    "line.only": lambda it: say("cause.line_members", name=it.name),
    "line.except": lambda it: say("cause.line_members", name=it.name),
    "line.contribution": lambda it: say("cause.line_contribution", name=it.name),
    "line.rate": lambda it: say("cause.line_rate", name=it.name),
    "line.of": lambda it: say("cause.line_of", name=it.name),
    "line.match": lambda it: say("cause.line_match", name=it.name),
    "line.cap": lambda it: say("cause.line_cap", name=it.name),
    "line.paid_by": lambda it: say("cause.line_paid", name=it.name),
    "line.in_kind": lambda it: say("cause.line_in_kind", name=it.name),
    "line.received_by": lambda it: say("cause.line_received", name=it.name),
    "line.scales": lambda it: say("cause.line_scales", name=it.name),
    "line.requires": lambda it: say("cause.line_requires", name=it.name),
    "fte": lambda _: say("cause.fte_cost"),
    "fte.cost": lambda _: say("cause.fte_cost"),
    "day_price": lambda _: say("cause.day_price"),
    "day_price.prices": lambda _: say("cause.day_prices"),
    "day_price.mix": lambda _: say("cause.day_price_mix"),
    "day_price.days": lambda _: say("cause.day_price_days"),
    "day_price.occupancy": lambda _: say("cause.occupancy"),
    "day_price.paid_by": lambda _: say("cause.day_price_paid_by"),
    "day_price.received_by": lambda _: say("cause.day_price_received"),
    "payment.*": lambda it: say("cause.payment", name=it.name),
    "settlement.opening": lambda _: say("cause.opening"),
    "settlement.account": lambda _: say("cause.keeper"),
    "contribution": lambda _: say("cause.contribution"),
    "contribution.key": lambda _: say("cause.key"),
    "contribution.rate": lambda _: say("cause.rate"),
    "contribution.shares": lambda _: say("cause.shares"),
    "contribution.order": lambda _: say("cause.turns"),
    "contribution.since": lambda _: say("cause.first_turn"),
    "contribution.fixed_amount": lambda _: say("cause.fixed_amount"),
    "contribution.fixed_share": lambda _: say("cause.fixed_share"),
    "contribution.minimum": lambda _: say("cause.minimum"),
    "contribution.maximum": lambda _: say("cause.maximum"),
    "contribution.minimum_share": lambda _: say("cause.minimum"),
    "contribution.maximum_share": lambda _: say("cause.maximum"),
    "contribution.max_rise": lambda _: say("cause.max_rise"),
    "contribution.previous": lambda _: say("cause.previous"),
    "contribution.only": lambda _: say("cause.members"),
    "contribution.except": lambda _: say("cause.members"),
    "rounding": lambda _: say("cause.rounding"),
    "rounding.unit": lambda _: say("cause.rounding_unit"),
    "rounding.half": lambda _: say("cause.rounding_half"),
    "rounding.difference": lambda _: say("cause.rounding_difference"),
    "stays": lambda _: say("cause.stays"),
    "order": lambda _: say("cause.order"),
    "year": lambda _: say("cause.year"),
}

PRICED: Mapping[str, Message] = {
    "unit": say("cause.per_unit"),
    "partner": say("cause.per_partner"),
    "day": say("cause.per_day_of_use"),
}
"""What a price may be for, besides one of a key."""

PAYERS: Mapping[str, Message] = {
    "resident": say("cause.residents"),
    "partner": say("cause.paid_by_partners"),
}
"""Who pays the day price."""

TAKERS: Mapping[str, Message] = {
    "largest-remainder": say("cause.largest_remainder"),
    "largest": say("cause.largest_share"),
}
"""Who takes a difference of rounding, besides a partner."""

HOLDERS: Mapping[str, Message] = {
    "account": say("cause.common_account"),
    "each": say("cause.everyone"),
}
"""Who paid or received a line, besides a partner."""
