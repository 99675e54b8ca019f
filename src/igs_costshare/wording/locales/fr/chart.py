"""What charts find, and what their marks mean."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "amounts": "Ce que paie chaque partenaire",
    "all_alike": "Tous les partenaires ont le même montant",
    "pays_most": "{name} paie le plus : {share} du total",
    "receives_most": "{name} reçoit le plus : {share} du total",
    "amounts_text": "Montants de {count} partenaires, du plus grand au plus petit : {first} a le plus ({high}), {last} le moins ({low}).",
    "covered_text": "Dépenses de {count} partenaires, avec la part que couvrent les recettes : {first} supporte le plus ({high}), {last} le moins ({low}).",
    "amounts_note": "Du plus grand au plus petit, avec la part dans le total.",
    "signed_note": "Du plus grand au plus petit ; un signe moins signifie que le partenaire reçoit.",
    "covered_note": "Une barre est ce que supporte un partenaire ; la partie la plus claire est couverte par ses recettes. À droite, ce qu’il paie encore, ou avec un signe moins ce qui lui reste.",
    "covered_received_note": "Une barre est ce que supporte un partenaire ; sa partie la plus claire, ses recettes. À droite, ce qu’il reçoit.",
    "most_annex": "Le graphique montre les {count} partenaires dont les montants sont les plus grands, sur {all} ; l’annexe les reprend tous.",
    "most": "Le graphique montre les {count} partenaires dont les montants sont les plus grands, sur {all} ; le tableau les reprend tous.",
}
