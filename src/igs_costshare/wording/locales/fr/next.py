"""What the file of the next year says otherwise."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "no_year": "sans `year`, il n’y a pas d’année suivante",
    "not_sound": "la description de {year} ne serait pas correcte, pour les raisons qui suivent",
    "not_written": "l’année suivante de ce fichier ne peut pas être écrite dans son texte : ce qui s’y trouverait dit autre chose",
    "by_hand": "écrivez les partenaires, les coûts et les recettes du fichier dans des tables à part, comme `[partner.stad]`",
    "year": "année {before} → {after}",
    "index": Plural(
        "indexation de {rise} sur {count} nombre", "indexation de {rise} sur {count} nombres"
    ),
    "step": Plural("pas de {step} sur {count} nombre", "pas de {step} sur {count} nombres"),
    "removed": "`{path}` est retiré",
    "merged": "{members} deviennent {partner}",
    "set": "selon le plan : {paths}",
    "left": "{partner} est parti avant cette année et est retiré",
    "owing": "{partner} reste dans le fichier : au règlement de {year}, il restait {amount} à payer",
    "owed": "{partner} reste dans le fichier : au règlement de {year}, il restait {amount} à lui rembourser",
    "gone_owing": "{partner} n’est plus dans le fichier, mais devait encore payer {amount} au règlement de {year} : pour qui le reprend, ce montant se place sous `settlement.opening`",
    "gone_owed": "{partner} n’est plus dans le fichier, mais devait encore recevoir {amount} au règlement de {year} : pour qui le reprend, ce montant se place sous `settlement.opening`",
    "passing": "{partner} est parti avant cette année et reste dans le fichier pour l’ordre des tours",
    "whole": "{partner} est venu avant cette année : `from` est retiré",
    "previous": "`contribution.previous` contient ce que chacun a payé l’année dernière",
    "reserve": "`reserve.opening` est le solde final de l’année dernière",
    "expected": "`expected` a les chiffres que le plan attend de {year}",
    "dropped": "`{path}` est laissé de côté",
    "scenario_dropped": "le scénario `{scenario}` est laissé de côté",
    "settled_dropped": "le scénario `{scenario}` est laissé de côté ; reprenez vous-même ce qui en vaut aussi pour l’année suivante",
    "settle": "ce qui n’est pas payé après le règlement de {year} se place sous `settlement.opening`",
    "scenario_not_raised": "le scénario `{scenario}` garde ses propres montants : la hausse prévue par le plan n’y est pas",
    "rounded": Plural(
        "{count} nombre est arrondi ; le nombre exact se trouve à côté",
        "{count} nombres sont arrondis ; les nombres exacts se trouvent à côté",
    ),
    "rise_ended": "`{path}` n’a plus d’année et reste à 0 : sinon `{other}` vaudrait pour lui",
    "plan_goes_on": "`[plan]` continue jusqu’en {until}",
    "plan_ends": "`[plan]` est arrivé à son terme et est retiré",
}
