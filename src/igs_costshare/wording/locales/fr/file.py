"""Files and folders that cannot be found, opened or written, and what the system says of it."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "cannot_open": "ne peut être ouvert : {reason}",
    "cannot_write": "ne peut être écrit : {reason}",
    "no_such_folder": "ce dossier n'existe pas",
    "not_ordinary": "n'est pas un fichier ordinaire, et ne peut être réécrit",
    "is_folder": "est un dossier",
    "name_a_file": "nommez un fichier de ce dossier",
    "no_name": "n'est pas un nom de fichier",
    "no_description": "ne contient aucune description : aucun `*.toml` avec une table comme `[partner.ID]`",
    "start_one": "les dossiers cachés sont ignorés ; `igs-costshare init` écrit un fichier pour commencer",
    "named_txt": "est une description qui n'est pas vérifiée : son nom se termine par `.toml.txt`",
    "rename": "donnez-lui un nom qui se termine par `.toml` ; le Bloc-notes ajoute `.txt`, sauf si vous enregistrez sous le type Tous les fichiers",
    "absent": "il n'y a ni fichier ni dossier de ce nom",
    "forbidden": "vous n'en avez pas le droit",
    "not_permitted": "le système ne le permet pas",
    "full": "le disque est plein",
    "over_quota": "votre espace sur le disque est épuisé",
    "too_large": "le fichier est trop grand",
    "read_only": "ce disque est en lecture seule",
    "no_folder": "une partie du chemin n'est pas un dossier",
    "folder": "c'est un dossier",
    "name_too_long": "le nom est trop long",
    "links_in_circle": "des liens se renvoient l'un à l'autre",
    "device": "l'appareil ou le réseau a signalé une erreur",
    "busy": "un autre programme l'utilise",
    "invalid": "le système ne l'accepte pas",
    "system": "erreur du système : {text}",
    "unknown": "erreur inconnue",
}
