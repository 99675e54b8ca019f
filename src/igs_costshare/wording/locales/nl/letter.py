"""What letters to partners say besides other papers."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "part_between": "{name} doet mee van {first} tot en met {last}: {part}.",
    "part_from": "{name} doet mee vanaf {first}: {part}.",
    "part_until": "{name} doet mee tot en met {last}: {part}.",
    "months": "{number} van de {all} maanden",
    "days": "{number} van de {all} dagen",
    "check_counted": "{key}: {own} van {total}; naar het deel van het jaar dat elke partner meedoet: {counted} van {counted_total}.",
}
