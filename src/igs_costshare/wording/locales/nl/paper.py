"""Papers for councils and partners, and documents as PDF."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "not_installed": "PDF heeft iets nodig dat nog niet geïnstalleerd is",
    "install": "installeer het één keer: pip install '.[papers]'",
    "made_by": "igs-costshare {version}",
    "page": "{page} van {pages}",
    "too_long": "is te lang voor papier: {cells} cijfers, en er kunnen er hoogstens {most} op",
    "take_workbook": "een rekenblad (.xlsx) of CSV heeft ze allemaal",
}
