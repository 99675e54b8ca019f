"""Texts that are too long for their place, cut off where a reader can stop."""

from __future__ import annotations

from collections.abc import Sequence

from igs_costshare.wording.language import Language

_LOOSE = " ,;:×=→-–(\N{NO-BREAK SPACE}"
"""What a text does not end in."""


def cut_at_word(text: str, longest: int) -> str:
    """The text, cut off after a whole word and before a bracket that would stay open.

    >>> cut_at_word("Subsidie Vlaanderen (€ 6.000,00 → € 5.500,00)", 30)
    'Subsidie Vlaanderen…'
    >>> cut_at_word("samenwerkingsovereenkomst", 12)
    'samenwerkin…'
    """
    if len(text) <= longest:
        return text
    head = text[:longest].rpartition(" ")[0]
    if head.count("(") > head.count(")"):
        head = head[: head.rindex("(")]
    head = head.rstrip(_LOOSE)
    return f"{head or text[: longest - 1]}…"


def cut_at_change(changes: Sequence[str], longest: int, language: Language) -> str:
    """As many of the changes as there is room for, one at least, and how many others there are.

    >>> from igs_costshare.wording.language import language
    >>> cut_at_change(["een", "twee", "drie", "vier", "vijf"], 25, language("nl"))
    'een; nog 4 wijzigingen'
    >>> cut_at_change(["een hele lange wijziging", "twee"], 28, language("nl"))
    'een hele…; nog 1 wijziging'
    >>> cut_at_change(["een hele lange"], 10, language("nl")), cut_at_change([], 10, language("nl"))
    ('een hele…', '')
    """
    whole = language.joined(changes)
    if len(whole) <= longest:
        return whole
    for count in range(len(changes) - 1, 0, -1):
        more = language.say("value.more_changes", count=len(changes) - count)
        told = language.joined([*changes[:count], more])
        if len(told) <= longest:
            return told
    more_of_them = (
        [language.say("value.more_changes", count=len(changes) - 1)] if changes[1:] else []
    )
    room = longest - len(language.joined(["", *more_of_them]))
    return language.joined([cut_at_word(changes[0], room), *more_of_them])
