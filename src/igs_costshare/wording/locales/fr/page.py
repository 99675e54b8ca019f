"""What the page says beside its tables."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "answer": "Contribution nette de chaque partenaire",
    "share": "Part",
    "per_inhabitant": "Par habitant",
    "bill_is": "Contribution nette : dépenses moins recettes ; ce qu’un partenaire reçoit est sous zéro.",
    "statement": "Ce que chaque partenaire supporte et reçoit",
    "aside": "Faites glisser le tableau : il continue jusqu’à « {last} ».",
    "part": "{caption} ({place} sur {count})",
    "balance_is": "Le solde, ce sont les recettes moins les dépenses : ce qui porte un signe moins, le partenaire le paie.",
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
