"""What letters to partners say besides other papers."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "part_between": "{name} takes part from {first} through {last}: {part}.",
    "part_from": "{name} takes part from {first}: {part}.",
    "part_until": "{name} takes part through {last}: {part}.",
    "months": "{number} of the {all} months",
    "days": "{number} of the {all} days",
    "for_part": "{amount} (for {part})",
    "check_counted": "{key}: {own} of {total}; by the part of the year that each partner takes part: {counted} of {counted_total}.",
    "your_parts_of_income": "Your part of each income",
    "largest_parts": "Of the {all} lines the chart shows the {count} largest.",
    "by_key": "Key: {figure} of {total}",
    "in_equal_parts": "Equal parts: 1 of {members}",
    "nights_at": "{days} × {price}",
    "comes_to": "{sum} = {amount}",
    "at_own_prices": "{days}, each at the price of its home and household, together {amount}",
    "and_others": "{count} more amounts, together {amount}",
    "of_which": "Of which",
    "keeper": "You keep the common account: what came in on it and what was paid from it stands in your account.",
    "other_postings": "{count} others",
    "paid_to": "{label}, to {name}",
    "got_from": "{label}, from {name}",
    "partners": "{count} partners",
    "check_account": "Under “The final account”: {what}.",
    "the_payments": "the advances and other payments",
    "the_invoices": "the invoices that you paid",
    "the_kind": "what you brought in",
    "the_receipts": "the income that you received",
    "the_opening": "the balance of last year",
    "check_homes": "{what} in your homes by the register: {sizes}.",
    "check_clients": "{what} of your clients by the register: {sizes}.",
    "of_size": "{number} (household of {size})",
}
