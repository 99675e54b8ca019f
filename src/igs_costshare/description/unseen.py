"""What of a text leaves no mark on paper, and names that look the same without it."""

from __future__ import annotations

import re
import unicodedata

UNSEEN = (
    r"\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
)
"""Characters that leave no mark on paper, spaces apart."""
STRAY = r"\u200b\u2060\ufeff"
"""Those that came into a text by accident: they do not join or shape letters either."""
_UNSEEN_ONES = f"[{UNSEEN}\U000e0000-\U000e0fff]+"


def seen(text: str) -> str:
    """What can be seen of a text."""
    return re.sub(_UNSEEN_ONES, "", text)


def as_read(name: str) -> str:
    """A name as a reader takes it in: two that are the same so cannot be told apart.

    >>> as_read("De  Stad\N{NO-BREAK SPACE}"), as_read("\uff24e st\u200bad")
    ('de stad', 'de stad')
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKC", seen(name))
    return " ".join(plain.split()).casefold()
