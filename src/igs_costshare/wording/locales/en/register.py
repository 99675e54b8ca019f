"""What is wrong with a register of stays, and the way out."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "only_register": "nights come from the register: name it in `stays.register`",
    "no_year": "a register needs `year`: only stays in that year count",
    "add_year": "add `year = 2026` at the top",
}
