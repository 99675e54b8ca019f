"""What cannot be compared, and models as the command line names them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "other_currencies": "des montants en {one} et en {other} ne peuvent être comparés",
    "other_currency": "les montants de `{option}` sont en {currency}, ceux de `{first}` en {other} : ils ne peuvent être comparés",
    "model_twice": "un modèle figure ici deux fois",
    "unknown_model": "modèle inconnu `{model}`",
    "model_alone": "`{model}` est attendu, sans rien derrière",
    "model_with_key": "`{model}:CLÉ` est attendu",
    "model_with_share": "`{model}:PART_FIXE:CLÉ` est attendu",
    "model_for_instance": "par exemple `{example}`",
    "leave_bounds_out": "`--no-bounds` omet les limites",
    "or_so": "{hint} ; {way_out}",
}
