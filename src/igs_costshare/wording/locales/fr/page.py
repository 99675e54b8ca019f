"""What the page says beside its tables."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "statement": "Ce que chaque partenaire supporte et reçoit",
    "part": "{caption} ({place} sur {count})",
    "balance_is": "Le solde, ce sont les recettes moins les dépenses : ce qui porte un signe moins, le partenaire le paie.",
    "chart": "Dépenses, recettes et solde par partenaire",
    "chart_pays": "{name} a {expenses} de dépenses et {revenues} de recettes, et paie la différence de {balance}.",
    "chart_receives": "{name} a {expenses} de dépenses et {revenues} de recettes, un excédent de {balance}.",
    "chart_even": "{name} a {expenses} de dépenses et autant de recettes.",
    "chart_all": "Les barres montrent {count} partenaires, de {first} à {last} : dépenses {expenses}, recettes {revenues} et soldes {balance}.",
    "range": "de {low} à {high}",
    "each": "de {amount} chacun",
    "chart_most": "Le graphique montre les {count} partenaires dont les montants sont les plus grands, sur {all} ; le tableau les reprend tous.",
    "bars": "Chaque partenaire a trois barres : ce qu’il supporte, ce qu’il reçoit et la différence. Toutes sont à la même échelle ; ce qui est inférieur à zéro va vers la gauche.",
    "method": "Comment la répartition s’est faite",
    "pool": "Ce que les partenaires partagent",
    "line": "Poste",
    "amount": "Montant",
    "to_share": "À répartir",
    "contributions": "Contributions des partenaires",
    "reserve_pays": "La réserve apporte",
    "reserve_keeps": "À la réserve",
    "rounding": "Tout est calculé exactement et arrondi une seule fois, à la fin, à {unit}.",
    "largest_remainder": "Ce qui reste alors d’un montant réparti va, {unit} à la fois, aux partenaires au plus fort reste, de sorte que chaque colonne fait exactement la somme.",
    "largest": "Ce qui reste alors d’un montant réparti est pour le partenaire qui a la plus grande part, de sorte que chaque colonne fait exactement la somme.",
    "taker": "Ce qui reste alors d’un montant réparti est pour {partner} (ou, s’il n’a pas de part, pour la plus grande part), de sorte que chaque colonne fait exactement la somme.",
    "priced": "Les prix et les tarifs sont arrondis pour chaque partenaire séparément : qui utilise autant paie autant.",
    "scenarios": "Les scénarios côte à côte",
    "scenario_table": "Contribution nette de chaque partenaire dans chaque scénario",
    "left_out": "Laissé de côté, faute de pouvoir être calculé : {names}.",
    "explanation": "D’où viennent les chiffres",
    "explanation_of": "D’abord les dépenses et les recettes dans leur ensemble, chaque chiffre avec la ligne de {file} où il figure ; ensuite la part de chaque partenaire, au centime près.",
    "line_of": "ligne {line}",
    "whole": "Le réseau dans son ensemble",
    "explanation_long": "Pour {partners} partenaires et {lines} postes, cela prendrait des centaines de pages. La commande « igs-costshare explain » l’explique pour le partenaire que vous indiquez.",
    "contents": "Sur cette page",
}
