"""The shape that every document has, whatever format it is going to be shown in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, Protocol, runtime_checkable

from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table


class Notes(NamedTuple):
    """Sentences, each a line or a paragraph of its own."""

    sentences: tuple[str, ...]

    @property
    def is_caption(self) -> bool:
        """Whether it is one sentence that ends in a colon: the caption of what follows it."""
        return len(self.sentences) == 1 and self.sentences[0].endswith(":")


class Item(NamedTuple):
    """A line of a list, with what belongs under it."""

    text: str
    items: tuple[Item, ...] = ()


class Listing(NamedTuple):
    """Lines, some of them under others."""

    items: tuple[Item, ...]


class Plot(NamedTuple):
    """A figure against a number, as a line; for terminals."""

    x_label: str
    y_label: str
    points: tuple[tuple[Decimal, int | None], ...]
    """Number and amount, in the order of the numbers; no amount where there is none."""
    decimals: int
    """The amounts are whole numbers of 10^-decimals."""
    dates: bool = False
    """Whether the numbers are years, which have no marks for thousands."""


class Span(NamedTuple):
    """An amount, and two others between which it is to lie."""

    name: str
    low: int
    amount: int
    high: int


class Spans(NamedTuple):
    """Amounts between two others, a line for each, over one scale; for terminals."""

    legend: str
    rows: tuple[Span, ...]
    decimals: int
    """The amounts are whole numbers of 10^-decimals."""


Part = Table | Notes | Listing | Plot | Spans


@runtime_checkable
class Footed(Protocol):
    """A document that knows from which description it was made."""

    def foot(self) -> str:
        """What tells its sheets from others: scenario, status, day, file, program."""


class Document(Protocol):
    """A title and its parts for people, one table for spreadsheets, objects for programs."""

    @property
    def title(self) -> str:
        """The heading."""

    def parts(self) -> Iterable[Part]:
        """What people read, from top to bottom; none of it is markup."""

    def table(self) -> Table:
        """All figures, in columns with the ids of the contract."""

    def data(self) -> Mapping[str, Any]:
        """The objects of JSON; amounts are strings, so that no cent is lost."""


class Worded(Document, Protocol):
    """A document that knows what people call the columns of its table."""

    language: Language

    def worded(self) -> Table:
        """All figures, in columns with headings in the language of the document."""
