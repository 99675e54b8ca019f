"""Files and folders that cannot be opened or written, and folders without a description."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "cannot_open": "kan niet geopend worden: {reason}",
    "cannot_write": "kan niet weggeschreven worden: {reason}",
    "cannot_remove": "kan niet weggenomen worden: {reason}",
    "no_such_folder": "die map bestaat niet",
    "not_ordinary": "is geen gewoon bestand, en kan niet herschreven worden",
    "is_folder": "is een map",
    "name_a_file": "noem een bestand erin",
    "no_name": "is geen bestandsnaam",
    "no_description": "bevat geen beschrijving: geen `*.toml` met een tabel zoals `[partner.ID]`",
    "start_one": "verborgen mappen worden overgeslagen; `igs-costshare init` schrijft een bestand om mee te beginnen",
    "named_txt": "is een beschrijving die niet nagekeken wordt: de naam eindigt op `.toml.txt`",
    "rename": "geef het een naam die eindigt op `.toml`; Kladblok voegt `.txt` toe, tenzij u bewaart als type Alle bestanden",
}
