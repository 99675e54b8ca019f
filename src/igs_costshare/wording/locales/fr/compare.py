"""What cannot be compared, and models as the command line names them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "other_currencies": "des montants en {one} et en {other} ne peuvent être comparés",
    "other_currency": "les montants de `{option}` sont en {currency}, ceux de `{first}` en {other} : ils ne peuvent être comparés",
    "model_twice": "un modèle figure ici deux fois",
    "unknown_model": "modèle inconnu `{model}`",
    "known_models": "il y a {models}",
    "model_form": "`{form}` est attendu",
    "model_for_instance": "par exemple `mixed:0.5:inhabitants`",
    "leave_bounds_out": "`--no-bounds` omet les limites",
    "or_so": "{hint} ; {way_out}",
}
