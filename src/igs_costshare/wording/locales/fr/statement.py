"""What is said around the table of a statement."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "amounts": "Montants en {currency}.",
    "fte": "Personnel : {fte} ETP.",
    "together_pay": "Ensemble il sort {expenses} et il entre {revenues} : les partenaires ajoutent ensemble {amount}.",
    "together_surplus": "Ensemble il sort {expenses} et il entre {revenues} : un excédent de {amount}.",
    "together_even": "Ensemble il sort {expenses} et il entre autant.",
    "goes_out_and_in": "Ensemble il sort {expenses} et il entre {revenues}.",
    "between_partners": "Dans les deux, {amount} sont des prix par jour que les partenaires se paient entre eux.",
    "partners_pay": "Les partenaires paient ensemble {paid} et {reserve}.",
    "partners_pay_and_receive": "Les partenaires paient ensemble {paid} et reçoivent {received}, et {reserve}.",
    "reserve_gives": "la réserve ajoute {amount}",
    "reserve_gets": "{amount} va à la réserve",
    "reserve_rests": "la réserve n’ajoute et ne reçoit rien",
    "reserve_sign": "Pour la réserve, un solde avec un signe moins est ce qu’elle ajoute, et un solde sans ce signe ce qui y va.",
    "warning": "Attention : {problem}.",
    "basis": "Fondement : {basis}.",
    "euros": "euros",
    "some_rows": "certaines lignes",
    "rounded": "Montré en {currency} entiers, chaque montant arrondi séparément ; ainsi ceux-ci ne font pas tout à fait la somme : {uneven}.",
    "rounded_even": "Montré en {currency} entiers, chaque montant arrondi séparément.",
}
