"""What cannot be compared, and models as the command line names them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "other_currencies": "bedragen in {one} en in {other} kunnen niet vergeleken worden",
    "other_currency": "de bedragen van `{option}` zijn in {currency}, die van `{first}` in {other}: ze kunnen niet vergeleken worden",
    "model_twice": "een model staat hier twee keer",
    "unknown_model": "onbekend model `{model}`",
    "model_alone": "hier hoort `{model}` te staan, met niets erachter",
    "model_with_key": "hier hoort `{model}:SLEUTEL` te staan",
    "model_with_share": "hier hoort `{model}:VAST_DEEL:SLEUTEL` te staan",
    "model_for_instance": "bijvoorbeeld `{example}`",
    "leave_bounds_out": "`--no-bounds` laat de grenzen weg",
    "or_so": "{hint}; {way_out}",
}
