"""What stands for a value in the help of the commands."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "FILE": "FILE",
    "DATA": "DATA",
    "KEY=HEADER": "KEY=HEADER",
    "A": "A",
    "B": "B",
    "PATH": "PATH",
    "PARTNER": "PARTNER",
    "COLUMN": "COLUMN",
    "ID": "ID",
    "TEXT": "TEXT",
    "NUMBER": "NUMBER",
    "PATTERN": "PATTERN",
    "NAME": "NAME",
    "PATH=VALUE": "PATH=VALUE",
    "MODEL,MODEL…": "MODEL,MODEL…",
    "PATH=FROM:TO:STEP": "PATH=FROM:TO:STEP",
    "PATH[=FROM:TO]": "PATH[=FROM:TO]",
    "TEMPLATE": "TEMPLATE",
    "COLUMN=VALUE": "COLUMN=VALUE",
    "N": "N",
    "YEAR": "YEAR",
    "AGAINST": "AGAINST",
    "DATE": "DATE",
    "FOLDER": "FOLDER",
    "METHOD,METHOD…": "METHOD,METHOD…",
    "MODEL": "MODEL",
}
