"""What the well-known keys are called where something is divided by them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "partners": "gelijke delen",
    "units": "het aantal woningen",
    "days": "het aantal gebruiksdagen",
    "use": "het gebruik tegen de dagprijs",
    "inhabitants": "het aantal inwoners",
    "youth": "het aantal kinderen en jongeren",
    "households": "het aantal huishoudens",
    "children": "het aantal kinderen",
    "pupils": "het aantal leerlingen",
    "members": "het aantal leden",
}
