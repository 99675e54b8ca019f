"""Characters that look like others, or like nothing, where TOML wants plain ones."""

from __future__ import annotations

import re
import unicodedata

from igs_costshare.description.unseen import UNSEEN

_SPACES_AND_UNSEEN = re.compile(rf"[^\S\x00-\x7f]|[{UNSEEN}\U000e0000-\U000e0fff]")

_MINUS = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")


def named(character: str) -> str:
    r"""A character by name and number.

    >>> named("\N{NO-BREAK SPACE}")
    'a no-break space (U+00A0)'
    """
    name = unicodedata.name(character, "character without a name").lower()
    return f"{'an' if name[0] in 'aeio' else 'a'} {name} (U+{ord(character):04X})"


def strange_space(code: str, at: int) -> str:
    """How to mend what nobody sees at a place in a line; empty where it is none of that."""
    if not _SPACES_AND_UNSEEN.match(code, at):
        return ""
    told = named(code[at])
    if code[at].isspace() and re.match(r"\s\d{3}(?!\d)", code[at:]) and code[at - 1 : at].isdigit():
        return f"thousands take an underscore, not {told}: `84_500`"
    if code[at].isspace():
        return f"here stands {told}: type an ordinary space"
    return f"here stands {told}, which nobody sees: take it out"


def strange_mark(code: str, at: int) -> str:
    """What a character outside plain text is, at a place where TOML has no use for it."""
    if code[at : at + 1].isascii():
        return ""
    told = named(code[at])
    if _MINUS.match(code, at):
        return f"here stands {told}: a minus is `-`"
    return f"here stands {told}, which has no meaning outside a text between quotes"
