"""What is said of a number that varies, and of a target that is met."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "range": "{what} from {first} to {last}",
    "grid": "{figure}: the rows are {rows}, the columns {columns}.",
    "impossible": "Empty: no statement is possible there.",
    "within": "{what} ({within})",
    "balance": "a balance of {amount}",
    "expenses": "expenses of {amount}",
    "revenues": "revenues of {amount}",
    "line": "{amount} on the line “{label}”",
    "for": "{figure} for {name}",
    "for_reserve": "{figure} for the reserve",
    "is": "{what} {value}",
    "is_long": "{what}: {value}",
    "met": "{named} gives {figure}.",
    "already": "{named}, as it stands, gives {figure} already.",
    "past": "{named} is the first past the target: it gives {figure}.",
    "others": "Other values meet or pass the target too; this one is nearest to {current}.",
    "others_low": "Other values meet or pass the target too; this one is the lowest.",
    "level": "{what} makes no difference: every value gives {figure}.",
    "none": "No value of {what} from {low} to {high} gives {figure}.",
    "none_above": "No value of {what} from {low} on gives {figure}.",
    "none_at_all": "No value of {what} gives {figure}.",
    "ever_nearer": "The higher the value, the nearer it comes, but none gets there.",
    "opposite": "With the other sign there is one: {value} gives {figure}.",
    "opposite_balance": "With the other sign there is one: {value} gives {figure}. A balance is negative for who pays more than it receives.",
    "jump": "No value of {what} gives {figure} to the cent: the amount jumps past it. With --step, such as --step 0.01, the first value at or past it is given.",
    "nearest": "{value} comes nearest, with {figure}.",
    "nearest_low": "{value} comes nearest, with {figure}, and is the lowest that can be.",
    "nearest_high": "{value} comes nearest, with {figure}, and is the highest that can be.",
}
