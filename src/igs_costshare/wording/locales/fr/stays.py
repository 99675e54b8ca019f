"""What is said of a register of stays."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "title": "{title} : séjours",
    "title_of": "{title} : séjours, {scenario}",
    "caption": "Logements",
    "home": "Logement",
    "owner": "Propriétaire",
    "stays": "Séjours",
    "nights": "Nuits",
    "days": "Jours",
    "available": "Jours disponibles",
    "occupancy": "Occupation",
    "income": "Prix de journée",
    "referrer": "Orienteur",
    "nights_of_size": "Nuits, ménage de {size}",
    "days_of_size": "Jours, ménage de {size}",
    "elsewhere": "Dans les logements d’autres",
    "amount": "Au prix de journée",
    "referrers": "Qui a orienté, et pour combien de temps :",
    "between": "Dans les logements de qui (colonnes) les clients de qui (lignes) ont séjourné, en nuits :",
    "between_days": "Dans les logements de qui (colonnes) les clients de qui (lignes) ont séjourné, en jours :",
    "between_amounts": "La même chose au prix de journée :",
    "uneven": "L’arrondi écarte les colonnes de {owners} des prix de journée de leurs logements : chaque ligne est ce qu’un partenaire paie.",
    "findings": "Ce qui mérite un coup d’œil dans le registre :",
    "at_line": "ligne {line}, {home} : {text}",
    "planned": "Occupation prévue : {occupancy}.",
    "mean": "Les séjours terminés dans l’année ont duré {nights} nuits en moyenne.",
    "longest": Plural(
        "Le plus long séjour : {home}, {count} nuit.",
        "Le plus long séjour : {home}, {count} nuits.",
    ),
    "longest_coded": Plural(
        "Le plus long séjour : {stay}, {home}, {count} nuit.",
        "Le plus long séjour : {stay}, {home}, {count} nuits.",
    ),
    "longest_of": Plural(
        "Le plus long séjour : dans un logement de {owner}, {count} nuit.",
        "Le plus long séjour : dans un logement de {owner}, {count} nuits.",
    ),
    "longest_coded_of": Plural(
        "Le plus long séjour : {stay}, dans un logement de {owner}, {count} nuit.",
        "Le plus long séjour : {stay}, dans un logement de {owner}, {count} nuits.",
    ),
    "still_there": Plural(
        "{count} séjour se poursuit après la fin de l’année.",
        "{count} séjours se poursuivent après la fin de l’année.",
    ),
    "unreferred": "De {nights} {counted}, l’orienteur n’est pas connu.",
    "unreferred_in": Plural(
        "De {nights} {counted}, en {count} séjour, l’orienteur n’est pas connu : ligne {lines}.",
        "De {nights} {counted}, en {count} séjours, l’orienteur n’est pas connu : lignes {lines}.",
    ),
    "no_register": "n’a pas de registre des séjours",
    "name_register": 'indiquez-le : `[stays] register = "sejours.csv"`, dans le fichier ou dans un scénario',
}
