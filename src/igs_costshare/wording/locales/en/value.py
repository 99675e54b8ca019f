"""Kinds of value, and phrases that join or mark them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "and": "{first} and {last}",
    "or": "{first} or {last}",
    "quoted": "“{text}”",
    "labelled": "{label}: {text}",
    "number_of": "{label}",
    "number_of_vowel": "{label}",
    "more_changes": Plural("{count} more change", "{count} more changes"),
    "others": "{count} others",
    "long_number": "a number of more than 30 digits",
    "table": "a table",
    "list": "a list",
    "part_of_whole": "{part} of the whole",
    "above_previous": "{part} above last year",
}
