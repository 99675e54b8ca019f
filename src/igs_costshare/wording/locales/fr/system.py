"""Why the system cannot read or write something."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "closed": "le fichier est fermé",
    "busy": "il est en cours d’utilisation",
    "quota": "votre quota de disque est dépassé",
    "too_large": "le fichier devient trop grand",
    "invalid": "le nom n’est pas valable",
    "input_output": "le disque ou l’appareil donne une erreur",
    "folder": "c’est un dossier",
    "loop": "un lien renvoie à lui-même",
    "too_many_files": "trop de fichiers sont ouverts",
    "name_too_long": "le nom est trop long",
    "nothing_there": "le fichier ou le dossier n’existe pas",
    "no_space": "le disque est plein",
    "no_folder": "une partie du chemin n’est pas un dossier",
    "no_device": "l’appareil n’existe pas",
    "not_allowed": "vous n’y avez pas accès",
    "not_permitted": "ce n’est pas autorisé",
    "read_only": "l’emplacement est en lecture seule",
    "other": "erreur {number} du système",
}
