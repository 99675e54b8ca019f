"""Headings of the tables that spreadsheets get, and names of their sheets."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "id": "Id",
    "nis": "NIS code",
    "figures": "Figures",
    "compared": "Comparison",
    "differs": "Difference",
    "kind": "Kind",
    "what": "What",
}
