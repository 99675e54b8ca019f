"""What cannot be compared, and models as the command line names them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "other_currencies": "bedragen in {one} en in {other} kunnen niet vergeleken worden",
    "other_currency": "de bedragen van `{option}` zijn in {currency}, die van `{first}` in {other}: ze kunnen niet vergeleken worden",
    "model_twice": "een model staat hier twee keer",
    "unknown_model": "onbekend model `{model}`",
    "known_models": "er zijn {models}",
    "model_form": "hier hoort `{form}` te staan",
    "model_for_instance": "bijvoorbeeld `mixed:0.5:inhabitants`",
    "leave_bounds_out": "`--no-bounds` laat de grenzen weg",
    "or_so": "{hint}; {way_out}",
}
