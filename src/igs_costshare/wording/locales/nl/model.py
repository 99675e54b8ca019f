"""What the models of a contribution are called."""

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "fixed": "vast",
    "variable": "variabel",
    "mixed": "gemengd",
    "per-day": "per dag",
    "agreed": "afgesproken",
    "turns": "om beurten",
}
