"""A number that varies and a figure that follows it, in words."""

from __future__ import annotations

from igs_costshare.computing.statement import SUMS, Row, Statement
from igs_costshare.documents.cause_phrases import pattern_of
from igs_costshare.documents.cause_words import CAUSES
from igs_costshare.documents.varied_words import VARIED
from igs_costshare.errors import Path, dotted
from igs_costshare.wording.language import Language, capital
from igs_costshare.wording.tables import column_heading, labels_of


def phrase(words: str, language: Language, **places: str) -> str:
    """The words of that name with their places filled."""
    return VARIED[language.code][words].format(**places)


def say(sentence: str, language: Language, **places: str) -> str:
    """The sentence of that name, beginning with a capital."""
    return capital(phrase(sentence, language, **places))


def what_varies(path: Path, name: str, language: Language) -> str:
    """What stands at a path, in words; the path itself where there are none for it.

    `name` is what the file calls the entry that it stands in.
    """
    words = CAUSES[language.code]
    pattern, told = pattern_of(path), len(path)
    while pattern not in words:
        pattern, told = pattern.rpartition(".")[0], told - 1
        if not pattern:
            return dotted(path)
    what = words[pattern].format(name=name, key=language.key(str(path[-1])))
    within = dotted(path[told:])
    return f"{what} ({language.known_key(within) or within})" if within else what


def figure_phrase(
    amount: int, row: Row, column: str, statement: Statement, language: Language
) -> str:
    """An amount in units of rounding as what it is, and whose: `a balance of € 0.00 for Stad`."""
    money = language.money(statement.minor(amount), statement.decimals, statement.currency)
    if column in SUMS:
        figure = phrase(column, language, amount=money)
    else:
        label = column_heading(column, labels_of(statement).get(column), language)
        figure = phrase("line", language, amount=money, label=label)
    if row.id == "total":
        return figure
    whose = "for_reserve" if row.id == "reserve" else "for"
    return phrase(whose, language, figure=figure, name=row.name)
