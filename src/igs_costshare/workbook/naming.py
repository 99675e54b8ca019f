"""What keys, prices and contributions are called on the sheets."""

from __future__ import annotations

from fractions import Fraction

from igs_costshare.computing.statement import DAY_PRICE_PAID
from igs_costshare.description.ids import PER_WORDS
from igs_costshare.description.network import Network
from igs_costshare.errors import Path
from igs_costshare.messages import Message, say
from igs_costshare.sharing.rule import USE
from igs_costshare.wording.language import Language, capital
from igs_costshare.wording.tables import line_heading

_PER_ONE = {
    "units": say("workbook.per_home"),
    "partners": say("workbook.per_partner"),
    "days": say("workbook.per_day"),
    USE: say("workbook.per_use"),
}
"""What a price is for, by the keys that are built in."""


_SEVERAL = Fraction(2)


def key_word(key: str, language: Language) -> str:
    """What a key counts: `woningen`, `inwoners`; one of the partners' own as the file has it."""
    known = language.known_key(key)
    if known is None or key == USE:
        return known or key
    return language.noun(key, _SEVERAL)


def key_heading(key: str, language: Language) -> str:
    """What a key counts, as a heading: `Inwoners`; one of the partners' own as the file has it."""
    word = key_word(key, language)
    return word if language.known_key(key) is None else capital(word)


def price_of_one(per: str, language: Language) -> str:
    """What a price is for: a home, a partner, a day, or one of a key."""
    key = PER_WORDS.get(per, per)
    if key in _PER_ONE:
        return language.tell(_PER_ONE[key])
    if language.known_key(key) is None:
        return language.say("workbook.per_key", key=key)
    return language.say("workbook.per_one", one=language.noun(key, Fraction(1)))


def name_of(network: Network, path: Path, language: Language) -> str:
    """What a contribution or a line is called: the common one, or by its line."""
    match path:
        case ("contribution",):
            return language.say("workbook.contribution")
        case ("day_price",):
            return language.column(DAY_PRICE_PAID)
        case (_, id, *_):
            return line_heading(str(id), network.lines[str(id)].label, language)
    raise TypeError(f"nothing shares costs at {'.'.join(map(str, path))}")


def of_name(name: str, what: Message | str, language: Language) -> str:
    """The heading of a step of a contribution or a line."""
    return language.say("workbook.after_name", name=name, what=what)
