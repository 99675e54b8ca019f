"""What the well-known keys count: one, and several."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "partners": Plural("partenaire", "partenaires"),
    "units": Plural("logement", "logements"),
    "nights": Plural("nuit", "nuits"),
    "days": Plural("jour d’utilisation", "jours d’utilisation"),
    "inhabitants": Plural("habitant", "habitants"),
    "youth": Plural("enfant ou jeune", "enfants et jeunes"),
    "households": Plural("ménage", "ménages"),
    "children": Plural("enfant", "enfants"),
    "pupils": Plural("élève", "élèves"),
    "members": Plural("membre", "membres"),
}
