"""Headings of the tables that spreadsheets get, and names of their sheets."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "id": "Id",
    "nis": "Code INS",
    "figures": "Chiffres",
    "compared": "Comparaison",
    "differs": "Différence",
    "kind": "Sorte",
    "what": "Quoi",
}
