"""What was probably meant by a name that nothing answers to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache
from itertools import chain, islice
from typing import Literal, Protocol, TypeVar

from igs_costshare.errors import InputError, Problem, clipped
from igs_costshare.messages import Message, listed, say
from igs_costshare.reading.description import shared_start

_MOST_NAMES = 12
"""Names that a hint lists; the file itself has the others."""

_COMPARED = 20
"""Names that are compared in full: a file may have hundreds, and as many mistakes."""

_MOST_KEPT = 1_000
"""Answers that are kept: one mistake often stands in thousands of entries."""

DUTCH = {
    "aandeel": "fixed_share",
    "aandelen": "shares",
    "afrekening": "settlement",
    "afrekeningen": "settlement",
    "afronding": "rounding",
    "afval": "waste",
    "alleen": "only",
    "bedrag": "amount",
    "behalve": "except",
    "beheerder": "managing",
    "beherend": "managing",
    "beherende": "managing",
    "bestuur": "governance",
    "betaald": "paid_by",
    "betaald door": "paid_by",
    "betaald_door": "paid_by",
    "betaling": "payment",
    "betalingen": "payment",
    "bewoner": "resident",
    "bewoners": "resident",
    "bezetting": "occupancy",
    "bezettingsgraad": "occupancy",
    "bijdrage": "contribution",
    "brandweerzone": "emergency_zone",
    "dagen": "days",
    "dagprijs": "day_price",
    "dienstverlenend": "service",
    "dienstverlenende vereniging": "service",
    "doorverwijzer": "partner",
    "doorverwijzers": "partner",
    "drempel": "threshold",
    "eigenaar": "owner",
    "einde": "end",
    "energie": "energy",
    "enkel": "only",
    "gemeente": "municipality partner",
    "gemeenten": "partner",
    "gemengd": "mixed",
    "grenzen": "limits",
    "hulpverleningszone": "emergency_zone",
    "indiener": "applicant",
    "inkomsten": "revenues revenue",
    "intercommunale": "intermunicipal",
    "interlokaal": "interlocal",
    "interlokale vereniging": "interlocal",
    "inwoner": "inhabitants",
    "inwoners": "inhabitants",
    "jaar": "year",
    "kost": "cost",
    "kosten": "cost",
    "limieten": "limits",
    "munt": "currency",
    "naam": "name",
    "omhoog": "up",
    "omschrijving": "label",
    "ontvangen": "received_by",
    "ontvangen door": "received_by",
    "ontvangen_door": "received_by",
    "ontvangsten": "revenue",
    "opbrengst": "revenue",
    "opbrengsten": "revenue",
    "opdrachthoudend": "mandated",
    "opdrachthoudende vereniging": "mandated",
    "overeenkomst": "agreement",
    "overheid": "government",
    "percentage": "rate shares",
    "percentages": "shares",
    "plafond": "cap",
    "politiezone": "police_zone",
    "prijs": "prices",
    "prijzen": "prices",
    "privaat": "private",
    "programma": "programme",
    "projectvereniging": "project",
    "provincie": "province",
    "rechtsvorm": "form",
    "referentieregio": "region",
    "regio": "region",
    "rekening": "account",
    "reserves": "reserve",
    "saldo": "balance",
    "samenleven": "plan_samenleven",
    "sleutel": "key",
    "sleutels": "keys",
    "soort": "kind",
    "stad": "municipality partner",
    "stimulans": "incentive",
    "subsidie": "subsidy",
    "subsidies": "subsidy",
    "tarief": "rate",
    "titel": "title",
    "toeleider": "partner",
    "toeleiders": "partner",
    "tot": "up_to",
    "totaal": "total",
    "uitgaven": "expenses cost",
    "uitgezonderd": "except",
    "van": "of",
    "variabel": "variable",
    "vast": "fixed",
    "verblijf": "stays",
    "verblijven": "stays",
    "verdeelsleutel": "key",
    "verwacht": "expected",
    "voorschot": "payment",
    "voorschotten": "payment",
    "vorm": "form",
    "vte": "fte",
    "vzw": "nonprofit",
    "welzijnsvereniging": "welfare",
    "woning": "unit",
    "woningen": "units",
}
"""Words of those who fill in the file, and what the file calls them, in one place or another."""


OF_FAIR = (
    "alone",
    "saving",
    "adds",
    "shapley",
    "nucleolus",
    "scrb",
    "equal-saving",
    "proportional",
)
"""Columns of another command, which is told to whoever asks for one elsewhere."""


def chosen(
    what: Literal["row", "column", "method"], name: str, known: Collection[str], origin: str
) -> str:
    """The name that somebody asks for; raises `InputError` where it is not known."""
    if name not in known:
        unknown, hint = say("reference.no_row", name=name), suggestion(name, known)
        if what == "column":
            unknown = say("reference.no_column", name=name)
            hint = say("reference.of_fair", name=name) if name in OF_FAIR else hint
        elif what == "method":
            unknown = say("reference.no_method", name=name)
        raise InputError([Problem(unknown, hint=hint, origin=origin)])
    return name


class Named(Protocol):
    """A row of a statement or a settlement, by what people call it."""

    @property
    def id(self) -> str:
        """Of a partner, or what the row is."""

    @property
    def name(self) -> str:
        """Of a partner; empty where a row has none of its own."""

    @property
    def nis(self) -> str | None:
        """The code of a municipality; of none else."""


_Row = TypeVar("_Row", bound=Named)


def chosen_row(asked: str, rows: Iterable[_Row], origin: str) -> _Row:
    """The row that somebody asks for, by its id, or else by its name or NIS code.

    In upper or lower case, as in a register. Raises `InputError` where none is called so, or more
    than one.
    """
    known = {row.id: row for row in rows}
    if asked in known:
        return known[asked]
    from igs_costshare.staying.directory import names_of

    names = names_of((id, [row.name, row.nis]) for id, row in known.items())
    found = names.find(asked)
    if isinstance(found, str):
        return known[found]
    if found:
        hint = say("reference.write_the_id", ids=listed([f"`{id}`" for id in found], "or"))
        problem = Problem(say("reference.several_rows", name=asked), hint=hint, origin=origin)
        raise InputError([problem])
    if not likeliest(asked, known) and (meant := likeliest(asked, names.named)):
        meant_one = say("reference.meant", name=names.written[meant])
        unknown = Problem(say("reference.no_row", name=asked), hint=meant_one, origin=origin)
        raise InputError([unknown])
    return known[chosen("row", asked, known, origin)]


def suggestion(name: object, known: Iterable[str]) -> Message | None:
    """The hint for an unknown name: the one that was probably meant, or those there are.

    >>> suggestion("lable", ["label", "amount"]) == say("reference.meant", name="label")
    True
    >>> suggestion("naam", ["name", "kind"]) == say("reference.meant", name="name")
    True
    >>> suggestion("vat", ["label", "amount"]) == say("reference.known", names="`label`, `amount`")
    True
    """
    if not isinstance(known, AbstractSet | Mapping):
        known = dict.fromkeys(known)
    meant = likeliest(name, known)
    if meant:
        return say("reference.meant", name=meant)
    names = list(islice(known, _MOST_NAMES + 1))
    if not names:
        return None
    listed = ", ".join(f"`{clipped(each)}`" for each in names[:_MOST_NAMES])
    return say("reference.known", names=listed + (" …" if len(names) > _MOST_NAMES else ""))


def likeliest(name: object, known: Iterable[str], likeness: int = 60) -> str:
    """The known name that was probably meant; empty where none is so like it (in %)."""
    asked = clipped(str(name)).lower()
    if isinstance(known, Collection) and len(known) > _MANY:
        return _one_mistake_away(asked, known)
    return _closest(asked, tuple(known), likeness)


@lru_cache(_MOST_KEPT)
def _closest(asked: str, names: tuple[str, ...], likeness: int) -> str:
    from difflib import get_close_matches

    alike = get_close_matches(asked, _alike(asked, names), n=1, cutoff=likeness / 100)
    return translated(asked, names) or next(iter(alike), "")


_MANY = 1_000
"""Names among which only those are looked for that differ by one letter."""

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789-_"


def _one_mistake_away(name: str, known: Collection[str]) -> str:
    """The known name with one letter more, less, other or swapped; in no time, of thousands.

    >>> _one_mistake_away("gnet", {"gent", "aalst"}), _one_mistake_away("brugge", {"gent"})
    ('gent', '')
    """
    halves = [(name[:at], name[at:]) for at in range(len(name) + 1)]
    swapped = (one + two[1] + two[0] + two[2:] for one, two in halves if len(two) > 1)
    less = (one + two[1:] for one, two in halves)
    other = (one + letter + two[1:] for one, two in halves for letter in _LETTERS)
    more = (one + letter + two for one, two in halves for letter in _LETTERS)
    return next((each for each in chain(swapped, less, other, more) if each in known), "")


def translated(name: object, known: Collection[str]) -> str:
    """The known name that is this one, or its translation; empty where there is none."""
    asked = clipped(str(name)).lower()
    return next((each for each in (asked, *DUTCH.get(asked, "").split()) if each in known), "")


def _alike(name: str, known: Iterable[str]) -> list[str]:
    """The names that begin and end most like it: few enough to compare in full, of hundreds."""
    from heapq import nlargest

    def in_common(other: str) -> int:
        return shared_start(name, other) + shared_start(name[::-1], other[::-1])

    return nlargest(_COMPARED, known, key=in_common)


def mistyped(field: str, table: Iterable[str]) -> bool:
    """Whether a name in the table probably means the field, so that it is not missing as well."""
    return any(likeliest(name, [field]) for name in table if name != field)
