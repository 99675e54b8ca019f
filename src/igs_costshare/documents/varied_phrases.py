"""A number that varies and a figure that follows it, in words."""

from __future__ import annotations

from igs_costshare.documents.cause_phrases import pattern_of
from igs_costshare.documents.cause_words import CAUSES
from igs_costshare.documents.varied_words import VARIED
from igs_costshare.errors import Path, dotted
from igs_costshare.language import Lang, Language
from igs_costshare.statement import Row, Statement
from igs_costshare.tables import line_heading


def phrase(words: str, language: Language, **places: str) -> str:
    """The words of that name with their places filled."""
    return VARIED[Lang(language.code)][words].format(**places)


def say(sentence: str, language: Language, **places: str) -> str:
    """The sentence of that name, beginning with a capital."""
    return capital(phrase(sentence, language, **places))


def capital(text: str) -> str:
    """The text with a capital in front."""
    return f"{text[:1].upper()}{text[1:]}"


def what_varies(path: Path, name: str, language: Language) -> str:
    """What stands at a path, in words; the path itself where there are none for it.

    `name` is what the file calls the entry that it stands in.
    """
    words = CAUSES[Lang(language.code)]
    pattern, told = pattern_of(path), len(path)
    while pattern not in words:
        pattern, told = pattern.rpartition(".")[0], told - 1
        if not pattern:
            return dotted(path)
    what = words[pattern].format(name=name, key=language.key(str(path[-1])))
    within = dotted(path[told:])
    return f"{what} ({language.keys.get(within, within)})" if within else what


def column_heading(column: str, statement: Statement, language: Language) -> str:
    """What a column of the statement is called."""
    labels = {line.id: line.label for line in statement.lines}
    if column in labels:
        return line_heading(column, labels[column], language)
    return language.word(column)


def figure_phrase(
    amount: int, row: Row, column: str, statement: Statement, language: Language
) -> str:
    """An amount in units of rounding as what it is, and whose: `a balance of € 0.00 for Stad`."""
    money = language.money(statement.minor(amount), statement.decimals, statement.currency)
    if column in ("expenses", "revenues", "balance"):
        figure = phrase(column, language, amount=money)
    else:
        label = column_heading(column, statement, language)
        figure = phrase("line", language, amount=money, label=label)
    if row.id == "total":
        return figure
    whose = "for_reserve" if row.id == "reserve" else "for"
    return phrase(whose, language, figure=figure, name=row.name)
