"""Where the outcome goes, and what is said beside it."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "closed": "cannot be written: it is closed",
    "overwrites": "is {what}, which the output would overwrite",
    "overwrites_hint": "give another file",
    "description": "the description itself",
    "earlier": "the earlier statement",
    "lock": "a lock",
    "register": "the register of stays",
    "data": "the table itself",
    "exists": "exists already",
    "lock_exists_hint": "--force replaces it; --lock NAME makes a second one beside it",
    "exists_hint": "--force replaces it",
    "exact": "{format} always has the exact amounts, not --round euro",
    "replaces": "this replaces the lock with the decision “{decision}”",
    "is_settlement": "this is the paper of the settlement, as with --settlement: scenario `{scenario}` closes the year",
    "no_settlement": "these letters say what each bears, not what is left to pay: that is in those with --settlement",
    "by_budget": 'this settlement is by the budgeted figures: the file has no scenario `actual`; if what it states is what happened, say so by `scenario = "base"` under `[settlement]`',
    "changed": "{path} was {before}, now {after}",
    "would_change": "{path} is {before}, would be {after}",
    "checking": "Checking",
    "checked": "Descriptions checked: {count}",
}
