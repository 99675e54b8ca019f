"""The remarks of a description that is made from a table of partners."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "head": "Een netwerk om in te vullen, met een partner voor elke rij van uw tabel.\nBerekenen: igs-costshare compute netwerk.toml --lang nl\nLater nieuwe cijfers overnemen: igs-costshare fill netwerk.toml TABEL",
    "title": "Ons netwerk",
    "cost": "UITGAVEN: een blok per post, als bedrag per jaar. Deze is een voorbeeld: vervang ze door de uwe.",
    "label": "Werking",
    "contribution": "HOE DE UITGAVEN VERDEELD WORDEN: volgens deze sleutel. Andere modellen: zie de handleiding, of igs-costshare init dues.",
    "partners": "PARTNERS: de namen en cijfers komen uit uw tabel.",
}
