"""What is said of a number that varies, and of a target that is met."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "range": "{what} de {first} à {last}",
    "grid": "{figure} : dans les lignes {rows}, dans les colonnes {columns}.",
    "impossible": "Vide : aucun calcul n’y est possible.",
    "within": "{what} ({within})",
    "balance": "un solde de {amount}",
    "expenses": "des dépenses de {amount}",
    "revenues": "des recettes de {amount}",
    "line": "{amount} au poste « {label} »",
    "for": "{figure} pour {name}",
    "for_reserve": "{figure} pour la réserve",
    "is": "{what} {value}",
    "is_long": "{what} : {value}",
    "met": "{named} donne {figure}.",
    "already": "{named}, tel quel, donne déjà {figure}.",
    "past": "{named} est la première valeur au-delà de l’objectif et donne {figure}.",
    "others": "D’autres valeurs atteignent ou dépassent aussi l’objectif ; celle-ci est la plus proche de {current}.",
    "others_low": "D’autres valeurs atteignent ou dépassent aussi l’objectif ; celle-ci est la plus basse.",
    "level": "{what} ne fait pas de différence : toute valeur donne {figure}.",
    "none": "Aucune valeur de {low} à {high} ne donne {figure} ({what}).",
    "none_above": "Aucune valeur à partir de {low} ne donne {figure} ({what}).",
    "none_at_all": "Aucune valeur ne donne {figure} ({what}).",
    "ever_nearer": "Plus la valeur est haute, plus elle s’en approche, mais aucune n’y arrive.",
    "opposite": "Avec l’autre signe il y en a une : {value} donne {figure}.",
    "opposite_balance": "Avec l’autre signe il y en a une : {value} donne {figure}. Un solde est négatif pour qui paie plus qu’il ne reçoit.",
    "jump": "Aucune valeur ne donne {figure} au centime près ({what}) : le montant saute par-dessus. Avec --step, par exemple --step 0.01, vous obtenez la première valeur qui atteint ou dépasse l’objectif.",
    "nearest": "{value} est la plus proche, avec {figure}.",
    "nearest_low": "{value} est la plus proche, avec {figure}, et c’est la plus basse possible.",
    "nearest_high": "{value} est la plus proche, avec {figure}, et c’est la plus haute possible.",
}
