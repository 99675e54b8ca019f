"""What the well-known keys count: one, and several."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "partners": Plural("partner", "partners"),
    "units": Plural("woning", "woningen"),
    "nights": Plural("nacht", "nachten"),
    "days": Plural("gebruiksdag", "gebruiksdagen"),
    "inhabitants": Plural("inwoner", "inwoners"),
    "youth": Plural("kind of jongere", "kinderen en jongeren"),
    "households": Plural("huishouden", "huishoudens"),
    "children": Plural("kind", "kinderen"),
    "pupils": Plural("leerling", "leerlingen"),
    "members": Plural("lid", "leden"),
}
