"""Files and folders that cannot be opened or written, and folders without a description."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "cannot_open": "ne peut être ouvert : {reason}",
    "cannot_write": "ne peut être écrit : {reason}",
    "cannot_remove": "ne peut pas être enlevé : {reason}",
    "no_such_folder": "ce dossier n’existe pas",
    "not_ordinary": "n’est pas un fichier ordinaire, et ne peut être réécrit",
    "is_folder": "est un dossier",
    "name_a_file": "nommez un fichier de ce dossier",
    "no_name": "n’est pas un nom de fichier",
    "no_description": "ne contient aucune description : aucun `*.toml` avec une table comme `[partner.ID]`",
    "start_one": "les dossiers cachés sont ignorés ; `igs-costshare init` écrit un fichier pour commencer",
    "named_txt": "est une description qui n’est pas vérifiée : son nom se termine par `.toml.txt`",
    "rename": "donnez-lui un nom qui se termine par `.toml` ; le Bloc-notes ajoute `.txt`, sauf si vous enregistrez sous le type Tous les fichiers",
}
