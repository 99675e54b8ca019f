"""What letters to partners say besides other papers."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "part_between": "{name} doet mee van {first} tot en met {last}: {part}.",
    "part_from": "{name} doet mee vanaf {first}: {part}.",
    "part_until": "{name} doet mee tot en met {last}: {part}.",
    "months": "{number} van de {all} maanden",
    "days": "{number} van de {all} dagen",
    "for_part": "{amount} (voor {part})",
    "check_counted": "{key}: {own} van {total}; naar het deel van het jaar dat elke partner meedoet: {counted} van {counted_total}.",
    "your_parts_of_income": "Uw deel van elke inkomst",
    "largest_parts": "Van de {all} posten staan de {count} grootste in de grafiek.",
    "by_key": "Verdeelsleutel: {figure} van {total}",
    "in_equal_parts": "Gelijke delen: 1 van {members}",
    "nights_at": "{days} × {price}",
    "comes_to": "{sum} = {amount}",
    "at_own_prices": "{days} tegen de prijzen van elke woning en elk gezin, samen {amount}",
    "and_others": "nog {count} bedragen, samen {amount}",
    "of_which": "Waarvan",
    "keeper": "U beheert de gemeenschappelijke rekening: wat erop binnenkwam en wat eruit betaald werd, staat mee in uw afrekening.",
    "other_postings": "nog {count} andere",
    "paid_to": "{label}, aan {name}",
    "got_from": "{label}, van {name}",
    "partners": "{count} partners",
    "check_account": "Onder “De afrekening”: {what}.",
    "the_payments": "de voorschotten en andere betalingen",
    "the_invoices": "de facturen die u betaalde",
    "the_kind": "wat u zelf inbracht",
    "the_receipts": "de inkomsten die u ontving",
    "the_opening": "het saldo van vorig jaar",
    "check_homes": "{what} in uw woningen volgens het register: {sizes}.",
    "check_clients": "{what} van uw cliënten volgens het register: {sizes}.",
    "of_size": "{number} (gezin van {size})",
}
