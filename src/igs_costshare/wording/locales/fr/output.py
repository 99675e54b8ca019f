"""Where the outcome goes, and what is said beside it."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "closed": "ne peut être écrite : elle est fermée",
    "overwrites": "est {what}, et serait écrasé",
    "overwrites_hint": "donnez un autre fichier",
    "description": "la description même",
    "earlier": "le décompte antérieur",
    "lock": "un verrou",
    "register": "le registre des séjours",
    "data": "le tableau même",
    "exists": "existe déjà",
    "lock_exists_hint": "--force le remplace ; --lock NOM en crée un second à côté",
    "exists_hint": "--force le remplace",
    "exact": "{format} a toujours les montants exacts, même avec --round euro",
    "replaces": "ceci remplace le verrou avec la décision « {decision} »",
    "is_settlement": "ceci est la note du règlement, comme avec --settlement : le scénario `{scenario}` clôture l’année",
    "no_settlement": "ces lettres disent ce que chacun supporte, non ce qui reste à payer : cela figure dans celles avec --settlement",
    "by_budget": 'ce règlement se fait selon les chiffres budgétés : le fichier n’a pas de scénario `actual` ; si ce qu’il indique est ce qui s’est passé, dites-le par `scenario = "base"` sous `[settlement]`',
    "changed": "{path} était {before}, maintenant {after}",
    "would_change": "{path} est {before}, deviendrait {after}",
    "checking": "Vérification",
    "checked": "Descriptions vérifiées : {count}",
}
