"""What is said of a settlement: faults, the table, and who pays whom."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "off": "the amounts come to {given}, and the line to {total}",
    "add_up": "{amount} is missing",
    "lower": "that is {amount} too much",
    "left_behind": "takes `{partner}` away, which the settlement needs: {fields}",
    "keep": "settle another scenario, or let `{partner}` stay in this one",
    "in_kind_by_nobody": "`in_kind` needs `paid_by`: nothing says who brings it in",
    "say_who_brings_in": "add `paid_by` with a partner, or leave `in_kind` out",
    "in_kind_by_account": "the common account brings nothing in kind",
    "partner_brings_in": "name partners, or leave `in_kind` out",
    "each_of_charge": "nobody bears a part of this line: `[contribution]` is a charge",
    "name_one": 'name a partner, `"account"`, or the amount of each',
    "day_price_not_received": "the partners pay the day price in the settlement: nobody has received it yet",
    "leave_out": "leave it out",
    "too_fine": "has more than {most} decimals, and passes as it stands: {got}",
    "round_it": "round it to what was paid",
}
