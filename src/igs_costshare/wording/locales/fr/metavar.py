"""What stands for a value in the help of the commands."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "FILE": "FICHIER",
    "DATA": "TABLEAU",
    "KEY=HEADER": "CLÉ=EN-TÊTE",
    "A": "A",
    "B": "B",
    "PATH": "CHEMIN",
    "PARTNER": "PARTENAIRE",
    "COLUMN": "COLONNE",
    "ID": "ID",
    "TEXT": "TEXTE",
    "NUMBER": "NOMBRE",
    "PATTERN": "MOTIF",
    "NAME": "NOM",
    "PATH=VALUE": "CHEMIN=VALEUR",
    "MODEL,MODEL…": "MODÈLE,MODÈLE…",
    "PATH=FROM:TO:STEP": "CHEMIN=DE:À:PAS",
    "PATH[=FROM:TO]": "CHEMIN[=DE:À]",
    "TEMPLATE": "CANEVAS",
    "COLUMN=VALUE": "COLONNE=VALEUR",
    "N": "N",
    "YEAR": "ANNÉE",
    "AGAINST": "COMPARAISON",
    "DATE": "DATE",
    "FOLDER": "DOSSIER",
    "METHOD,METHOD…": "MÉTHODE,MÉTHODE…",
    "MODEL": "MODÈLE",
}
