"""What the models of a contribution are called."""

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "fixed": "fixe",
    "variable": "variable",
    "mixed": "mixte",
    "per-day": "par jour",
    "agreed": "convenu",
    "turns": "à tour de rôle",
}
