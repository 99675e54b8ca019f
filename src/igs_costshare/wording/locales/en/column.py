"""What columns and rows of the statement are called, by their ids."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "partner": "Partner",
    "units": "Homes",
    "expenses": "Expenses",
    "revenues": "Revenues",
    "balance": "Balance",
    "bill": "Net contribution",
    "share": "Share of the total",
    "per_inhabitant": "Net contribution per inhabitant",
    "contribution": "Contribution",
    "day_price": "Day prices",
    "day_price_paid": "Day prices paid",
    "reserve": "Reserve",
    "total": "Total",
    "alone": "Alone",
    "saving": "Saving",
}
