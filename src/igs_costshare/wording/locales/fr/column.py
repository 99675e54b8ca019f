"""What columns and rows of the statement are called, by their ids."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "partner": "Partenaire",
    "units": "Logements",
    "expenses": "Dépenses",
    "revenues": "Recettes",
    "balance": "Solde",
    "bill": "Contribution nette",
    "share": "Part du total",
    "per_inhabitant": "Contribution nette par habitant",
    "contribution": "Contribution",
    "day_price": "Prix de journée",
    "day_price_paid": "Prix de journée payés",
    "reserve": "Réserve",
    "total": "Total",
    "alone": "Seul",
    "saving": "Économie",
}
