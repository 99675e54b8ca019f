"""What the models of a contribution are called."""

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "fixed": "fixed",
    "variable": "variable",
    "mixed": "mixed",
    "per-day": "per day",
    "agreed": "agreed",
    "turns": "turns",
}
