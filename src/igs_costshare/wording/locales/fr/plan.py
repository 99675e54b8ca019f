"""What is said of a plan over the years."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "fits_nothing": "ne correspond à aucun nombre du fichier, dans aucune année",
    "fit_alike": "`{one}` et `{other}` correspondent aussi bien l’un que l’autre à `{number}`",
    "name_it": "indiquez le nombre lui-même",
    "nobody_left": "il n’y a plus personne avec qui partager en {year}",
    "end_before": "faites finir le plan plus tôt : `until = {last}`",
    "state_previous": "écrivez dans le bloc de cette année ce qui compte comme l’année d’avant, sans ceux qui sont libres de payer plus : `{path} = {{ … }}` ; ou permettez une hausse plus forte",
    "rises_by": "cela augmente par `{path}` ; donnez-lui une valeur à part dans `[plan.{year}]`, ou une autre hausse",
    "merge_in_part": "`{partner}` n’est là que pour une partie de {year}",
    "merge_absent": "`{partner}` n’est pas là en {year}",
    "merge_whole": "retirez ses {fields}, ou fusionnez une année où il est là du début à la fin",
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
    "left": "{name} s’en va",
    "joined": "{name} rejoint",
    "joined_on": "{name} rejoint le {day}",
    "first_full_year": "première année complète de {name}",
    "ending": "{name} participe jusqu’au {day}",
    "merged": "{names} fusionnent en {name}",
    "turn": "le tour de {name}",
    "turn_of_line": "{line} : le tour de {name}",
    "capped_rise": Plural(
        "la hausse de {names} est plafonnée", "la hausse de {names} est plafonnée"
    ),
    "capped": Plural("{names} atteint le maximum", "{names} atteignent le maximum"),
    "partners": "{number} partenaires",
    "index": "indexation de {part}",
    "index_apart": Plural(
        "indexation d’un montant, de {least} à {most}",
        "indexation de {count} montants, de {least} à {most}",
    ),
    "figures_rise": "chiffres clés {part}",
    "figures_rise_apart": Plural(
        "un chiffre clé, de {least} à {most}", "{count} chiffres clés, de {least} à {most}"
    ),
    "stepped": Plural("une hausse fixe d’un nombre", "des hausses fixes de {count} nombres"),
    "events": "Ce qui se passe :",
    "reserve": "La réserve :",
    "reserve_gets": "de {opening}, {amount} de plus, à {closing}",
    "reserve_gives": "de {opening}, {amount} de moins, à {closing}",
    "reserve_rests": "reste à {opening}",
    "reserve_short": "{told} (négatif)",
    "reserve_row": "Réserve : ce qu’elle contient à la fin de l’année ; le total est celui des partenaires.",
    "not_there": "{mark} pas partenaire cette année-là.",
    "year": "Année",
    "curves": "Les chiffres des partenaires de {first} à {last}, une ligne pour chacun.",
    "sheet": "Plan",
    "values_only": "Ces feuilles contiennent les montants calculés ; `compute --year {year} --format xlsx` donne un décompte qui se recalcule.",
    "also": "{first} ; {also}",
    "add_plan": "ajoutez `[plan]` avec sa dernière année : `until = …`",
}
