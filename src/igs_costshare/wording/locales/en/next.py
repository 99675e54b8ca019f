"""What the file of the next year says otherwise."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "no_year": "without `year` there is no next year",
    "not_sound": "the description of {year} would not be sound, by what follows",
    "not_written": "the next year of this file cannot be written into its text: what would stand there says something else",
    "by_hand": "write the partners, costs and income of the file in tables of their own, such as `[partner.stad]`",
    "year": "year {before} → {after}",
    "index": Plural("index {rise} on {count} number", "index {rise} on {count} numbers"),
    "step": Plural("step {step} on {count} number", "step {step} on {count} numbers"),
    "removed": "`{path}` is taken out",
    "merged": "{members} become {partner}",
    "set": "as the plan sets it: {paths}",
    "left": "{partner} left before this year and is taken out",
    "owing": "{partner} stays in the file: at the settlement of {year}, {amount} remained to be paid",
    "owed": "{partner} stays in the file: at the settlement of {year}, {amount} remained to be paid back to it",
    "gone_owing": "{partner} is no longer in the file, but at the settlement of {year} still had {amount} to pay: for whoever takes that over, it belongs in `settlement.opening`",
    "gone_owed": "{partner} is no longer in the file, but at the settlement of {year} was still to get {amount} back: for whoever takes that over, it belongs in `settlement.opening`",
    "passing": "{partner} left before this year and stays in the file for the order of the turns",
    "whole": "{partner} came before this year: `from` is taken out",
    "previous": "`contribution.previous` holds what each paid last year",
    "reserve": "`reserve.opening` is the closing of last year",
    "expected": "`expected` has the figures that the plan expects of {year}",
    "dropped": "`{path}` is left out",
    "scenario_dropped": "scenario `{scenario}` is left out",
    "settled_dropped": "scenario `{scenario}` is left out; take over yourself what of it also holds next year",
    "settle": "what is not paid after the settlement of {year} belongs in `settlement.opening`",
    "scenario_not_raised": "scenario `{scenario}` keeps its own amounts: the plan’s rise is not in them",
    "rounded": Plural(
        "{count} number is rounded; the exact one stands beside it",
        "{count} numbers are rounded; the exact ones stand beside them",
    ),
    "rise_ended": "`{path}` has no year any more and stays as 0: else `{other}` would hold for it",
    "plan_goes_on": "`[plan]` goes on until {until}",
    "plan_ends": "`[plan]` has come to its end and is taken out",
}
