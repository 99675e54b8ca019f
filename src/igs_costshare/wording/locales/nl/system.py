"""Why the system cannot read or write something."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "closed": "het bestand is gesloten",
    "busy": "het is in gebruik",
    "quota": "uw ruimte op de schijf is op",
    "too_large": "het bestand wordt te groot",
    "invalid": "de naam is ongeldig",
    "input_output": "de schijf of het apparaat geeft een fout",
    "folder": "het is een map",
    "loop": "een snelkoppeling verwijst naar zichzelf",
    "too_many_files": "er staan te veel bestanden open",
    "name_too_long": "de naam is te lang",
    "nothing_there": "het bestand of de map bestaat niet",
    "no_space": "de schijf is vol",
    "no_folder": "een deel van het pad is geen map",
    "no_device": "het apparaat bestaat niet",
    "not_allowed": "u hebt er geen toegang toe",
    "not_permitted": "dat is niet toegelaten",
    "read_only": "er kan daar niet worden geschreven",
    "other": "fout {number} van het systeem",
}
