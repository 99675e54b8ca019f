"""What is said around the table of a statement."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "explained_short": "Where each figure stands in the file and what lies beneath is told with --all; one column is always told whole.",
    "amounts": "Amounts in {currency}.",
    "fte": "Staff: {fte} FTE.",
    "together_pay": "Together {expenses} goes out and {revenues} comes in: the partners pay the difference of {amount} together.",
    "together_surplus": "Together {expenses} goes out and {revenues} comes in: a surplus of {amount}.",
    "together_even": "Together {expenses} goes out, and as much comes in.",
    "goes_out_and_in": "Together {expenses} goes out and {revenues} comes in.",
    "between_partners": "Of both, {amount} is day prices that partners pay one another.",
    "partners_pay": "The partners pay {paid} together, and {reserve}.",
    "partners_pay_and_receive": "The partners pay {paid} together and receive {received}, and {reserve}.",
    "reserve_gives": "the reserve adds {amount}",
    "reserve_gets": "{amount} goes into the reserve",
    "reserve_rests": "the reserve neither adds nor receives anything",
    "reserve_sign": "Of the reserve: a balance with a minus sign is what it adds, one without what goes into it.",
    "warning": "Warning: {problem}.",
    "basis": "Basis: {basis}.",
    "euros": "euros",
    "some_rows": "some rows",
    "rounded": "Shown in whole {currency}, each amount rounded by itself; so these do not quite add up: {uneven}.",
    "rounded_even": "Shown in whole {currency}, each amount rounded by itself.",
}
