"""Papers for councils and partners, and documents as PDF."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "not_installed": "le PDF a besoin de ce qui n’est pas encore installé",
    "install": "installez-le une fois : pip install '.[papers]'",
    "made_by": "igs-costshare {version}",
    "page": "{page} de {pages}",
    "too_long": "est trop long pour du papier : {cells} chiffres, et il y a de la place pour {most} au plus",
    "take_workbook": "un classeur (.xlsx) ou le CSV les a tous",
}
