"""What cannot be compared, and models as the command line names them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "other_currencies": "amounts in {one} and in {other} cannot be compared",
    "other_currency": "the amounts of `{option}` are in {currency}, those of `{first}` in {other}: they cannot be compared",
    "model_twice": "a model stands here twice",
    "unknown_model": "unknown model `{model}`",
    "model_alone": "expected `{model}`",
    "model_with_key": "expected `{model}:KEY`",
    "model_with_share": "expected `{model}:FIXED_SHARE:KEY`",
    "model_for_instance": "for instance `{example}`",
    "leave_bounds_out": "`--no-bounds` leaves the bounds out",
    "or_so": "{hint}; {way_out}",
}
