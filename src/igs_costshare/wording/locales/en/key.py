"""What the well-known keys are called where something is divided by them."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Words

WORDS: Words = {
    "partners": "equal parts",
    "units": "homes",
    "days": "days of use",
    "use": "use at the day price",
    "inhabitants": "inhabitants",
    "youth": "children and young people",
    "households": "households",
    "children": "children",
    "pupils": "pupils",
    "members": "members",
}
