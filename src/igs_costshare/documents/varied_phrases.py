"""A number that varies and a figure that follows it, in words."""

from __future__ import annotations

from igs_costshare.computing.statement import Row, Statement
from igs_costshare.documents.cause_patterns import CAUSES, CausePhrase
from igs_costshare.documents.cause_phrases import pattern_of
from igs_costshare.errors import Path, dotted
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import column_heading, labels_of


def what_varies(path: Path, name: str, language: Language) -> str:
    """What stands at a path, in words; the path itself where there are none for it.

    `name` is what the file calls the entry that it stands in.
    """
    pattern, told = pattern_of(path), len(path)
    while pattern not in CAUSES:
        pattern, told = pattern.rpartition(".")[0], told - 1
        if not pattern:
            return dotted(path)
    what = language.tell(CAUSES[pattern](CausePhrase(name, language.key(str(path[-1])))))
    within = dotted(path[told:])
    if not within:
        return what
    return language.say("varied.within", what=what, within=language.known_key(within) or within)


def figure_phrase(
    amount: int, row: Row, column: str, statement: Statement, language: Language
) -> str:
    """An amount in units of rounding as what it is, and whose: `a balance of € 0.00 for Stad`.

    A balance keeps its sign here: it is the target, as it was asked for.
    """
    money = language.money(statement.minor(amount), statement.decimals, statement.currency)
    figure = _figure(money, column, statement, language)
    if row.id == "total":
        return figure
    if row.id == "reserve":
        return language.say("varied.for_reserve", figure=figure)
    return language.say("varied.for", figure=figure, name=row.name)


def _figure(money: str, column: str, statement: Statement, language: Language) -> str:
    if column == "balance":
        return language.say("varied.balance", amount=money)
    if column == "expenses":
        return language.say("varied.expenses", amount=money)
    if column == "revenues":
        return language.say("varied.revenues", amount=money)
    label = column_heading(column, labels_of(statement).get(column), language)
    return language.say("varied.line", amount=money, label=label)
