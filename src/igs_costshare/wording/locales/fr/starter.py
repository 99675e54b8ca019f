"""The remarks of a description that is made from a table of partners."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "head": "Un réseau à compléter, avec un partenaire pour chaque ligne de votre tableau.\nCalculer : igs-costshare compute reseau.toml --lang fr\nY reprendre plus tard de nouveaux chiffres : igs-costshare fill reseau.toml TABLEAU",
    "title": "Notre réseau",
    "cost": "DÉPENSES : un bloc par poste, en montant annuel. Celui-ci est un exemple : remplacez-le par les vôtres.",
    "label": "Fonctionnement",
    "contribution": "COMMENT LES DÉPENSES SONT RÉPARTIES : selon cette clé. Autres modèles : voir la documentation, ou igs-costshare init dues.",
    "partners": "PARTENAIRES : les noms et les chiffres sont ceux de votre tableau.",
}
