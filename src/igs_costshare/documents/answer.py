"""The value at which a target is met, as a document: a sentence or two, and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from igs_costshare.description.values import LARGEST_NUMBER
from igs_costshare.documents.document import Notes, Part
from igs_costshare.documents.varied_phrases import figure_phrase, say, what_varies
from igs_costshare.errors import dotted
from igs_costshare.varying.question import Answer
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import title_of
from igs_costshare.wording.tables import Column, Table, TableRow, plain_amount
from igs_costshare.wording.units import number_text, unit_at


class AnswerDocument:
    """What `solve` found."""

    def __init__(self, answer: Answer, language: Language) -> None:
        self.answer, self.language = answer, language

    @property
    def title(self) -> str:
        """The network."""
        return title_of(self.answer.base)

    def parts(self) -> Iterator[Part]:
        """The value, or why there is none and what comes nearest."""
        yield Notes(tuple(self._sentences()))

    def table(self) -> Table:
        """One row: what varies, its value, the target, and the figure at that value."""
        answer, base = self.answer, self.answer.base
        columns = (
            Column("path", "path", "text"),
            Column("value", "value", "number"),
            Column("target", "target", "amount"),
            Column("reached", "reached", "amount"),
        )
        amounts = (base.minor(answer.target), base.minor(answer.solution.reached))
        row = TableRow("partner", (dotted(answer.search.path), answer.solution.value, *amounts))
        return Table(columns, (row,), base.decimals)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/format.md`."""
        answer, value = self.answer, self.answer.solution.value
        return {
            "path": dotted(answer.search.path),
            "value": None if value is None else decimal_text(value),
            "target": self._amount(answer.target),
            "reached": self._amount(answer.solution.reached),
        }

    def _amount(self, units: int) -> str:
        base = self.answer.base
        return plain_amount(base.minor(units), base.decimals)

    def _sentences(self) -> Iterator[str]:
        answer, solution = self.answer, self.answer.solution
        if solution.value is None:
            yield from self._why_none()
            return
        already = answer.current == solution.value
        word = "already" if already else "past" if solution.passed else "met"
        what, value = self._what(), self._number(solution.value)
        # `Occupancy 0.85`, but `Homes of Stad: 5`.
        named = f"{what}: {value}" if " " in what else f"{what} {value}"
        yield self._say(word, solution.reached, named=named)
        if solution.others and answer.current is None:
            yield self._say("others_low", 0)
        elif solution.others:
            yield self._say("others", 0, current=self._number(answer.current or Decimal(0)))

    def opposite(self) -> Iterator[str]:
        """What meets the target with the other sign, where nothing meets it as it is."""
        answer, other = self.answer, self.answer.opposite
        if other is not None and other.value is not None:
            word = "opposite_balance" if answer.figure.column == "balance" else "opposite"
            yield self._say(word, other.reached, value=self._number(other.value))

    def _why_none(self) -> Iterator[str]:
        answer, solution, number = self.answer, self.answer.solution, self._number
        if solution.level:
            yield self._say("level", solution.reached)
            return
        if solution.passed:
            yield self._say("jump", answer.target)
        else:
            yield self._none()
        yield from self.opposite()
        if solution.nearest == answer.high >= LARGEST_NUMBER:
            yield self._say("ever_nearer", solution.reached)
            return
        at_end = {answer.low: "nearest_low", answer.high: "nearest_high"}
        word = at_end.get(solution.nearest, "nearest")
        yield self._say(word, solution.reached, value=number(solution.nearest))

    def _none(self) -> str:
        """That no value will do, between bounds that mean something."""
        answer, number = self.answer, self._number
        low, high = number(answer.low), number(answer.high)
        if answer.high < LARGEST_NUMBER:
            return self._say("none", answer.target, low=low, high=high)
        if answer.search.low is None:
            return self._say("none_at_all", answer.target)
        return self._say("none_above", answer.target, low=low)

    def _number(self, value: Decimal) -> str:
        """The number as what it is in the file: an amount, a percentage."""
        answer = self.answer
        unit = unit_at(answer.search.path)
        return number_text(value, unit, answer.base.currency, self.language)

    def _what(self) -> str:
        return what_varies(self.answer.search.path, self.answer.name, self.language)

    def _say(self, sentence: str, amount: int, **places: str) -> str:
        answer = self.answer
        row = answer.base.rows[answer.figure.row]
        return say(
            sentence,
            self.language,
            what=self._what(),
            figure=figure_phrase(amount, row, answer.figure.column, answer.base, self.language),
            **places,
        )
