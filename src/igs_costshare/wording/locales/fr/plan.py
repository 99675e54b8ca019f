"""What is said of a plan over the years."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "fits_nothing": "ne correspond à aucun nombre du fichier, dans aucune année",
    "fit_alike": "`{one}` et `{other}` correspondent aussi bien l’un que l’autre à `{number}`",
    "name_it": "indiquez le nombre lui-même",
    "merge_in_part": "`{partner}` n’est là que pour une partie d’une année",
    "merge_whole": "retirez ses `from` et `until`, ou fusionnez une autre année",
    "merge_alone": "une fusion réunit plusieurs partenaires",
    "merge_several": "indiquez les partenaires qui fusionnent",
    "merge_taken": "`{partner}` est déjà un partenaire",
    "merge_one_sided": "`{path}` en nomme certains, et pas les autres",
    "merge_list": "écrivez cette liste dans le bloc d’une année antérieure, ou nommez-les tous",
    "until": "doit être une année de {first} à {last}",
    "no_year": "un plan demande l’année (`year`) par laquelle il commence",
    "not_in_a_year": "une année n’a pas de `{field}` propre",
    "of_the_file": "il figure dans le fichier lui-même",
    "first_year": "c’est l’année que le fichier décrit lui-même",
    "write_above": "écrivez-le dans le fichier lui-même, au-dessus de `[plan]`",
    "no_such_year": "le plan n’a pas cette année",
    "years": "il va de {first} à {last}",
}
