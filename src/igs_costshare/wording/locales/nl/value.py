"""Kinds of value, and phrases that join or mark them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "and": "{first} en {last}",
    "or": "{first} of {last}",
    "quoted": "“{text}”",
    "labelled": "{label}: {text}",
    "number_of": "het aantal {label}",
    "number_of_vowel": "het aantal {label}",
    "more_changes": Plural("nog {count} wijziging", "nog {count} wijzigingen"),
    "others": "{count} andere",
    "long_number": "een getal van meer dan 30 cijfers",
    "table": "een tabel",
    "list": "een lijst",
    "part_of_whole": "{part} van het geheel",
    "above_previous": "{part} boven vorig jaar",
}
