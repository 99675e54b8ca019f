"""What letters to partners say besides other papers."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "part_between": "{name} participe du {first} au {last} inclus : {part}.",
    "part_from": "{name} participe à partir du {first} : {part}.",
    "part_until": "{name} participe jusqu’au {last} inclus : {part}.",
    "months": "{number} des {all} mois",
    "days": "{number} des {all} jours",
    "for_part": "{amount} (pour {part})",
    "check_counted": "{key} : {own} sur {total} ; selon la partie de l’année où chaque partenaire participe : {counted} sur {counted_total}.",
    "your_parts_of_income": "Votre part de chaque recette",
    "largest_parts": "Le graphique montre les {count} plus grands des {all} postes.",
    "by_key": "Clé de répartition : {figure} sur {total}",
    "in_equal_parts": "Parts égales : 1 sur {members}",
    "nights_at": "{days} × {price}",
    "comes_to": "{sum} = {amount}",
    "at_own_prices": "{days}, aux prix propres à chaque logement et ménage, ensemble {amount}",
    "and_others": "{count} autres montants, ensemble {amount}",
    "of_which": "Dont",
    "keeper": "Vous tenez le compte commun : ce qui y est entré et ce qui en a été payé figure dans votre règlement.",
    "other_postings": "{count} autres",
    "paid_to": "{label}, à {name}",
    "got_from": "{label}, de {name}",
    "partners": "{count} partenaires",
    "check_account": "Sous « Le règlement » : {what}.",
    "the_payments": "les avances et autres paiements",
    "the_invoices": "les factures que vous avez payées",
    "the_kind": "ce que vous avez apporté en nature",
    "the_receipts": "les recettes que vous avez reçues",
    "the_opening": "le solde de l’année passée",
    "check_homes": "{what} dans vos logements selon le registre : {sizes}.",
    "check_clients": "{what} de vos clients selon le registre : {sizes}.",
    "of_size": "{number} (ménage de {size})",
}
