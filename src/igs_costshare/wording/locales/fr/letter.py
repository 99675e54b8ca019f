"""What letters to partners say besides other papers."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "part_between": "{name} participe du {first} au {last} inclus : {part}.",
    "part_from": "{name} participe à partir du {first} : {part}.",
    "part_until": "{name} participe jusqu’au {last} inclus : {part}.",
    "months": "{number} des {all} mois",
    "days": "{number} des {all} jours",
    "check_counted": "{key} : {own} sur {total} ; selon la partie de l’année où chaque partenaire participe : {counted} sur {counted_total}.",
    "your_parts_of_income": "Votre part de chaque recette",
    "largest_parts": "Le graphique montre les {count} plus grands des {all} postes.",
    "by_key": "Clé de répartition : {figure} sur {total}",
    "in_equal_parts": "Parts égales : 1 sur {members}",
    "nights_at": "{days} × {price}",
    "comes_to": "{sum} = {amount}",
    "at_own_prices": "{days}, aux prix propres à chaque logement et ménage, ensemble {amount}",
    "and_others": "{count} autres montants, ensemble {amount}",
}
