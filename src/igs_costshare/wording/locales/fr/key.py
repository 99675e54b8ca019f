"""What the well-known keys are called where something is divided by them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "partners": "des parts égales",
    "units": "le nombre de logements",
    "days": "le nombre de jours d’utilisation",
    "use": "l’utilisation au prix de journée",
    "inhabitants": "le nombre d’habitants",
    "youth": "le nombre d’enfants et de jeunes",
    "households": "le nombre de ménages",
    "children": "le nombre d’enfants",
    "pupils": "le nombre d’élèves",
    "members": "le nombre de membres",
}
