"""What is said of a settlement: faults, the table, and who pays whom."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "off": "les montants font {given}, et le poste {total}",
    "add_up": "il manque {amount}",
    "lower": "c’est {amount} de trop",
    "left_behind": "retire `{partner}`, dont le règlement a besoin : {fields}",
    "keep": "réglez un autre scénario, ou laissez `{partner}` dans celui-ci",
    "in_kind_by_nobody": "`in_kind` demande `paid_by` : rien ne dit qui l’apporte",
    "say_who_brings_in": "ajoutez `paid_by` avec un partenaire, ou omettez `in_kind`",
    "in_kind_by_account": "le compte commun n’apporte rien en nature",
    "partner_brings_in": "nommez des partenaires, ou omettez `in_kind`",
    "each_of_charge": "personne ne supporte une part de ce poste : `[contribution]` est un tarif",
    "name_one": 'nommez un partenaire, `"account"`, ou le montant de chacun',
    "day_price_not_received": "les partenaires paient le prix de journée dans le règlement : personne ne l’a encore reçu",
    "leave_out": "omettez-le",
    "too_fine": "a plus de {most} décimales, et est payé tel quel : {got}",
    "round_it": "arrondissez à ce qui a été payé",
}
