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
    "your_parts_of_income": "Uw deel van elke inkomst",
    "largest_parts": "Van de {all} posten staan de {count} grootste in de grafiek.",
    "by_key": "Verdeelsleutel: {figure} van {total}",
    "in_equal_parts": "Gelijke delen: 1 van {members}",
    "nights_at": "{days} × {price}",
    "comes_to": "{sum} = {amount}",
    "at_own_prices": "{days} tegen de prijzen van elke woning en elk gezin, samen {amount}",
    "and_others": "nog {count} bedragen, samen {amount}",
}
