"""Papers for councils and partners, and documents as PDF."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "not_installed": "PDF needs what is not installed yet",
    "install": "install it once: pip install '.[papers]'",
    "made_by": "igs-costshare {version}",
    "page": "{page} of {pages}",
    "too_long": "is too long for paper: {cells} figures, and at most {most} can be read",
    "take_workbook": "a workbook (.xlsx) or CSV has them all",
}
