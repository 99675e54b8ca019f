"""What is said of smaller groups of partners, and of whether everybody gains."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "no_group": "doit être fait d’identifiants de partenaires reliés par `+`, mais est {got}",
    "group_form": 'par exemple `"stad+dorp" = 10.3`',
    "no_step": "n’a aucun palier",
    "step_open": "n’a pas de `up_to`, ce que seul le dernier palier peut faire",
    "steps_fall": "doit monter : {end} vient après {before}",
    "groups_missing": Plural(
        "il manque {count} groupe de partenaires : {names}",
        "il manque {count} groupes de partenaires : {names}",
    ),
    "give_groups": "donnez pour chaque groupe ce qu’il paierait à lui seul",
    "above_steps": "ensemble, les participants ont {whole} pour `{key}`, au-dessus du dernier palier",
    "add_open_step": "ajoutez un palier, ou retirez `up_to` du dernier",
    "step_of_all": "ces paliers donnent {given} pour tous ensemble ({whole} pour `{key}`), alors que le poste est de {amount}",
    "steps_agree": "adaptez le poste ou le palier, pour que les deux s’accordent",
    "group_twice": "est le même groupe que `{group}`",
    "alone_differs": "diffère de ce que dit `partner.{partner}.alone`, {alone}",
    "state_once": "indiquez-le à un seul des deux endroits",
    "whole_differs": "diffère de ce que tous paient ensemble d’après les postes du fichier, {bill}",
    "leave_whole": "retirez ce groupe : les postes disent ce qu’il paie",
}
