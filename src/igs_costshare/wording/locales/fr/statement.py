"""What is said around the table of a statement."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "explained_short": "Où chaque chiffre se trouve dans le fichier et ce qu’il y a dessous se montre avec --all ; une seule colonne est toujours complète.",
    "amounts": "Montants en {currency}.",
    "fte": "Personnel : {fte} ETP.",
    "together_pay": "Au total, les dépenses sont de {expenses} et les recettes de {revenues} : les partenaires apportent ensemble {amount}.",
    "together_surplus": "Au total, les dépenses sont de {expenses} et les recettes de {revenues} : un excédent de {amount}.",
    "together_even": "Au total, les dépenses sont de {expenses} et les recettes d’autant.",
    "goes_out_and_in": "Au total, les dépenses sont de {expenses} et les recettes de {revenues}.",
    "between_partners": "Dans les deux, {amount} sont des prix de journée que les partenaires se paient entre eux.",
    "partners_pay": "Les partenaires paient ensemble {paid} et {reserve}.",
    "partners_pay_and_receive": "Les partenaires paient ensemble {paid} et reçoivent {received}, et {reserve}.",
    "reserve_gives": "la réserve apporte {amount}",
    "reserve_gets": "{amount} va à la réserve",
    "reserve_rests": "la réserve n’apporte et ne reçoit rien",
    "reserve_sign": "Pour la réserve, un solde avec un signe moins est ce qu’elle apporte, et un solde sans ce signe ce qui y va.",
    "warning": "Attention : {problem}.",
    "basis": "Fondement : {basis}.",
    "euros": "euros",
    "some_rows": "certaines lignes",
    "rounded": "Montré en {currency} entiers, chaque montant arrondi séparément ; ainsi ceux-ci ne font pas tout à fait la somme : {uneven}.",
    "rounded_even": "Montré en {currency} entiers, chaque montant arrondi séparément.",
}
