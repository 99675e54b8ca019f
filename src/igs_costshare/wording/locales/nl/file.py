"""Files and folders that cannot be found, opened or written, and what the system says of it."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "cannot_open": "kan niet geopend worden: {reason}",
    "cannot_write": "kan niet weggeschreven worden: {reason}",
    "no_such_folder": "die map bestaat niet",
    "not_ordinary": "is geen gewoon bestand, en kan niet herschreven worden",
    "is_folder": "is een map",
    "name_a_file": "noem een bestand erin",
    "no_name": "is geen bestandsnaam",
    "no_description": "bevat geen beschrijving: geen `*.toml` met een tabel zoals `[partner.ID]`",
    "start_one": "verborgen mappen worden overgeslagen; `igs-costshare init` schrijft een bestand om mee te beginnen",
    "named_txt": "is een beschrijving die niet nagekeken wordt: de naam eindigt op `.toml.txt`",
    "rename": "geef het een naam die eindigt op `.toml`; Kladblok voegt `.txt` toe, tenzij u bewaart als type Alle bestanden",
    "absent": "er is geen bestand of map met die naam",
    "forbidden": "daar hebt u geen rechten voor",
    "not_permitted": "dat staat het systeem niet toe",
    "full": "de schijf is vol",
    "over_quota": "uw ruimte op de schijf is op",
    "too_large": "het bestand is te groot",
    "read_only": "op deze schijf kan alleen gelezen worden",
    "no_folder": "een deel van het pad is geen map",
    "folder": "het is een map",
    "name_too_long": "de naam is te lang",
    "links_in_circle": "koppelingen verwijzen naar elkaar",
    "device": "het apparaat of het netwerk gaf een fout",
    "busy": "het is in gebruik door een ander programma",
    "invalid": "het systeem aanvaardt dit niet",
    "system": "fout van het systeem: {text}",
    "unknown": "onbekende fout",
}
