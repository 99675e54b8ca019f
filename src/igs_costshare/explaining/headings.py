"""What columns and rows are called, by their ids."""

from __future__ import annotations

from collections.abc import Mapping

from igs_costshare.messages import Message, say

HEADINGS: Mapping[str, Message] = {
    "units": say("column.units"),
    "expenses": say("column.expenses"),
    "revenues": say("column.revenues"),
    "balance": say("column.balance"),
    "contribution": say("column.contribution"),
    "day_price": say("column.day_price"),
    "day_price_paid": say("column.day_price_paid"),
    "reserve": say("column.reserve"),
    "total": say("column.total"),
}
"""Columns and rows that the file does not name; others go by their label or id."""
