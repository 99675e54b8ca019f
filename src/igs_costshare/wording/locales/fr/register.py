"""What is wrong with a register of stays, and the way out."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "only_register": "les nuits viennent du registre : indiquez-le dans `stays.register`",
    "no_year": "un registre demande `year` : seuls les séjours de cette année comptent",
    "add_year": "ajoutez `year = 2026` en haut",
}
