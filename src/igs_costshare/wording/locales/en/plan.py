"""What is said of a plan over the years."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "fits_nothing": "fits no number of the file in any year",
    "fit_alike": "`{one}` and `{other}` fit `{number}` alike",
    "name_it": "name the number itself",
    "merge_in_part": "`{partner}` is there for a part of a year only",
    "merge_whole": "take out its `from` and `until`, or merge in a later year",
    "merge_alone": "a merger is of several partners",
    "merge_several": "name the partners that merge",
    "merge_taken": "`{partner}` is a partner already",
    "merge_one_sided": "`{path}` names some of them, and not the others",
    "merge_list": "set that list in the block of the year before they merge, or name all of them",
    "until": "must be a year from {first} to {last}",
    "no_year": "a plan needs the `year` that it begins with",
    "not_in_a_year": "a year has no `{field}` of its own",
    "of_the_file": "it stands in the file itself",
    "first_year": "this is the year that the file itself describes",
    "write_above": "write it in the file itself, above `[plan]`",
    "no_such_year": "the plan has no such year",
    "years": "it goes from {first} to {last}",
}
