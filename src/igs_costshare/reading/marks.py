"""Characters that look like others, or like nothing, where TOML wants plain ones."""

from __future__ import annotations

import re

from igs_costshare.description.unseen import UNSEEN
from igs_costshare.messages import Message, say

_SPACES_AND_UNSEEN = re.compile(rf"[^\S\x00-\x7f]|[{UNSEEN}\U000e0000-\U000e0fff]")

_MINUS = re.compile("[\u2010-\u2015\u2212\ufe63\uff0d]")


def named(character: str) -> Message:
    r"""A character by name and number.

    >>> named("\N{NO-BREAK SPACE}").places[1]
    ('code', 'U+00A0')
    """
    name = _NAMES.get(character, say("character.other"))
    return say("character.named", name=name, code=f"U+{ord(character):04X}")


_NAMES = {
    "\u00a0": say("character.no_break_space"),
    "\u202f": say("character.narrow_no_break_space"),
    "\u2002": say("character.en_space"),
    "\u2003": say("character.em_space"),
    "\u2007": say("character.figure_space"),
    "\u2009": say("character.thin_space"),
    "\u200a": say("character.hair_space"),
    "\u3000": say("character.ideographic_space"),
    "\u00ad": say("character.soft_hyphen"),
    "\u200b": say("character.zero_width_space"),
    "\u200c": say("character.zero_width_non_joiner"),
    "\u200d": say("character.zero_width_joiner"),
    "\u2060": say("character.word_joiner"),
    "\ufeff": say("character.byte_order_mark"),
    "\u200e": say("character.left_to_right_mark"),
    "\u200f": say("character.right_to_left_mark"),
    "\u202a": say("character.left_to_right_embedding"),
    "\u202b": say("character.right_to_left_embedding"),
    "\u202c": say("character.end_of_direction"),
    "\u202d": say("character.left_to_right_override"),
    "\u202e": say("character.right_to_left_override"),
    "\u2010": say("character.hyphen"),
    "\u2011": say("character.non_breaking_hyphen"),
    "\u2012": say("character.figure_dash"),
    "\u2013": say("character.en_dash"),
    "\u2014": say("character.em_dash"),
    "\u2212": say("character.minus"),
    "\u00d7": say("character.times"),
    "\u00bc": say("character.quarter"),
    "\u00bd": say("character.half"),
    "\u00be": say("character.three_quarters"),
}
"""What people call the characters that word processors and web pages leave in a text."""


def strange_space(code: str, at: int) -> Message | None:
    """How to mend what nobody sees at a place in a line; None where it is none of that."""
    if not _SPACES_AND_UNSEEN.match(code, at):
        return None
    told = named(code[at])
    if code[at].isspace() and re.match(r"\s\d{3}(?!\d)", code[at:]) and code[at - 1 : at].isdigit():
        return say("syntax.space_for_thousands", character=told)
    if code[at].isspace():
        return say("syntax.strange_space", character=told)
    return say("syntax.unseen", character=told)


def strange_mark(code: str, at: int) -> Message | None:
    """What a character outside plain text is, at a place where TOML has no use for it."""
    if code[at : at + 1].isascii():
        return None
    told = named(code[at])
    if _MINUS.match(code, at):
        return say("syntax.strange_minus", character=told)
    return say("syntax.strange_mark", character=told)


def unseen_in(name: str) -> Message | None:
    """The first character of a name that nobody sees; None where all can be seen."""
    found = _SPACES_AND_UNSEEN.search(name)
    return named(found[0]) if found else None
