"""What stands for a value in the help of the commands."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "FILE": "BESTAND",
    "DATA": "TABEL",
    "KEY=HEADER": "SLEUTEL=KOP",
    "A": "A",
    "B": "B",
    "PATH": "PAD",
    "PARTNER": "PARTNER",
    "COLUMN": "KOLOM",
    "ID": "ID",
    "TEXT": "TEKST",
    "NUMBER": "GETAL",
    "PATTERN": "PATROON",
    "NAME": "NAAM",
    "PATH=VALUE": "PAD=WAARDE",
    "MODEL,MODEL…": "MODEL,MODEL…",
    "PATH=FROM:TO:STEP": "PAD=VAN:TOT:STAP",
    "PATH[=FROM:TO]": "PAD[=VAN:TOT]",
    "TEMPLATE": "SJABLOON",
    "COLUMN=VALUE": "KOLOM=WAARDE",
    "N": "N",
    "YEAR": "JAAR",
    "AGAINST": "WAARMEE",
    "DATE": "DATUM",
    "FOLDER": "MAP",
    "METHOD,METHOD…": "METHODE,METHODE…",
    "MODEL": "MODEL",
}
