"""What is said of smaller groups of partners, and of whether everybody gains."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "no_group": "must be the ids of partners, joined by `+`, but is {got}",
    "group_form": 'for instance `"stad+dorp" = 10.3`',
    "no_step": "has no step",
    "step_open": "lacks `up_to`, which only the last step may",
    "steps_fall": "must rise: {end} comes after {before}",
    "groups_missing": Plural(
        "lacks {count} group of partners: {names}",
        "lacks {count} groups of partners: {names}",
    ),
    "give_groups": "give each group what it would pay by itself",
    "above_steps": "all together have {whole} of `{key}`, above the last step",
    "add_open_step": "add a step, or let the last one go without `up_to`",
    "step_of_all": "these steps give {given} for all together ({whole} of `{key}`), while the line is {amount}",
    "steps_agree": "change the line or the step, so that the two agree",
    "group_twice": "is the same group as `{group}`",
    "alone_differs": "differs from what `partner.{partner}.alone` says, {alone}",
    "state_once": "state it in one of the two places",
    "whole_differs": "differs from what all together pay by the lines of the file, {bill}",
    "leave_whole": "leave this group out: the lines say what it pays",
}
