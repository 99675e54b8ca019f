"""What the well-known keys count: one, and several."""

from __future__ import annotations

from igs_costshare.wording.catalogue import Plural, Words

WORDS: Words = {
    "partners": Plural("partner", "partners"),
    "units": Plural("home", "homes"),
    "nights": Plural("night", "nights"),
    "days": Plural("day of use", "days of use"),
    "inhabitants": Plural("inhabitant", "inhabitants"),
    "youth": Plural("child or young person", "children and young people"),
    "households": Plural("household", "households"),
    "children": Plural("child", "children"),
    "pupils": Plural("pupil", "pupils"),
    "members": Plural("member", "members"),
}
