"""Kinds of value, and phrases that join or mark them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "and": "{first} et {last}",
    "or": "{first} ou {last}",
    "quoted": "« {text} »",
    "labelled": "{label} : {text}",
    "number_of": "le nombre de {label}",
    "number_of_vowel": "le nombre d’{label}",
    "more_changes": Plural("{count} autre changement", "{count} autres changements"),
    "others": "{count} autres",
    "long_number": "un nombre de plus de 30 chiffres",
    "table": "une table",
    "list": "une liste",
    "part_of_whole": "{part} du total",
    "above_previous": "{part} au-dessus de l’année précédente",
}
