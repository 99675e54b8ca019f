"""What columns and rows of the statement are called, by their ids."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "partner": "Partner",
    "units": "Woningen",
    "expenses": "Uitgaven",
    "revenues": "Inkomsten",
    "balance": "Saldo",
    "bill": "Nettobijdrage",
    "share": "Aandeel in het totaal",
    "per_inhabitant": "Nettobijdrage per inwoner",
    "contribution": "Bijdrage",
    "day_price": "Dagprijzen",
    "day_price_paid": "Betaalde dagprijzen",
    "reserve": "Reserve",
    "total": "Totaal",
    "alone": "Alleen",
    "saving": "Besparing",
}
