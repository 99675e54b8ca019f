"""What is wrong with a register of stays, and the way out."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "only_register": "nachten komen uit het register: noem het in `stays.register`",
    "no_year": "een register heeft `year` nodig: alleen verblijven in dat jaar tellen",
    "add_year": "voeg bovenaan `year = 2026` toe",
}
