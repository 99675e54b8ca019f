"""The value at which a target is met, as a document: a sentence or two, and the figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from igs_costshare.description.values import LARGEST_NUMBER
from igs_costshare.documents.document import Notes, Part
from igs_costshare.documents.figure_phrases import figure_phrase, told_steps
from igs_costshare.documents.varied_phrases import what_varies
from igs_costshare.errors import dotted
from igs_costshare.varying.question import Answer
from igs_costshare.wording.decimals import decimal_text
from igs_costshare.wording.language import Language, capital
from igs_costshare.wording.sentences import title_of
from igs_costshare.wording.tables import Column, Table, TableRow, plain_amount
from igs_costshare.wording.units import notation_at, number_text


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
        answer, base, measure = self.answer, self.answer.base, self.answer.figure.measure
        columns = (
            Column("path", "path", "text"),
            Column("value", "value", "number"),
            Column("target", "target", measure.notation),
            Column("reached", "reached", measure.notation),
        )
        figures = (
            told_steps(each, measure, base) for each in (answer.target, answer.solution.reached)
        )
        row = TableRow("partner", (dotted(answer.search.path), answer.solution.value, *figures))
        return Table(columns, (row,), base.decimals)

    def data(self) -> Mapping[str, Any]:
        """The shape of `docs/commands.md`."""
        answer, value = self.answer, self.answer.solution.value
        return {
            "path": dotted(answer.search.path),
            "value": None if value is None else decimal_text(value),
            "target": self._plain(answer.target),
            "reached": self._plain(answer.solution.reached),
        }

    def _plain(self, steps: int) -> str:
        base, measure = self.answer.base, self.answer.figure.measure
        return plain_amount(told_steps(steps, measure, base), measure.places(base.decimals))

    def _sentences(self) -> Iterator[str]:
        answer, solution, language = self.answer, self.answer.solution, self.language
        if solution.value is None:
            yield from self._why_none()
            return
        yield capital(self._met(self._named(solution.value), self._figure(solution.reached)))
        if solution.others and answer.current is None:
            yield language.say("varied.others_low")
        elif solution.others:
            current = self._number(answer.current or Decimal(0))
            yield language.say("varied.others", current=current)

    def _met(self, named: str, figure: str) -> str:
        """That a value meets the target, or is the first past it."""
        language, solution = self.language, self.answer.solution
        if self.answer.current == solution.value:
            return language.say("varied.already", named=named, figure=figure)
        if solution.passed:
            return language.say("varied.past", named=named, figure=figure)
        return language.say("varied.met", named=named, figure=figure)

    def _named(self, value: Decimal) -> str:
        """What varies with its value: `Occupancy 0.85`, but `Homes of Stad: 5`."""
        what, number = self._what(), self._number(value)
        if " " in what:
            return self.language.say("varied.is_long", what=what, value=number)
        return self.language.say("varied.is", what=what, value=number)

    def opposite(self) -> Iterator[str]:
        """What meets the target with the other sign, where nothing meets it as it is."""
        answer, other = self.answer, self.answer.opposite
        if other is None or other.value is None:
            return
        value, figure = self._number(other.value), self._figure(other.reached)
        if answer.figure.measure.id == "balance":
            yield self.language.say("varied.opposite_balance", value=value, figure=figure)
        else:
            yield self.language.say("varied.opposite", value=value, figure=figure)

    def _why_none(self) -> Iterator[str]:
        answer, solution, language = self.answer, self.answer.solution, self.language
        if solution.level:
            figure = self._figure(solution.reached)
            yield capital(language.say("varied.level", what=self._what(), figure=figure))
            return
        if solution.passed:
            figure = self._figure(answer.target)
            yield capital(language.say("varied.jump", what=self._what(), figure=figure))
        else:
            yield self._none()
        yield from self.opposite()
        if solution.nearest == answer.high >= LARGEST_NUMBER:
            yield language.say("varied.ever_nearer")
        else:
            yield self._nearest()

    def _nearest(self) -> str:
        """The value that comes nearest, and whether it is the end of what can be."""
        answer, solution, language = self.answer, self.answer.solution, self.language
        value, figure = self._number(solution.nearest), self._figure(solution.reached)
        if solution.nearest == answer.high:
            return language.say("varied.nearest_high", value=value, figure=figure)
        if solution.nearest == answer.low:
            return language.say("varied.nearest_low", value=value, figure=figure)
        return language.say("varied.nearest", value=value, figure=figure)

    def _none(self) -> str:
        """That no value will do, between bounds that mean something."""
        answer, number, language = self.answer, self._number, self.language
        low, high = number(answer.low), number(answer.high)
        what, figure = self._what(), self._figure(answer.target)
        if answer.high < LARGEST_NUMBER:
            return capital(
                language.say("varied.none", what=what, low=low, high=high, figure=figure)
            )
        if answer.search.low is None:
            return capital(language.say("varied.none_at_all", what=what, figure=figure))
        return capital(language.say("varied.none_above", what=what, low=low, figure=figure))

    def _number(self, value: Decimal) -> str:
        """The number as what it is in the file: an amount, a percentage."""
        answer = self.answer
        unit = notation_at(answer.search.path)
        return number_text(value, unit, answer.base.currency, self.language)

    def _what(self) -> str:
        return what_varies(self.answer.search.path, self.answer.name, self.language)

    def _figure(self, steps: int) -> str:
        return figure_phrase(steps, self.answer.figure, self.answer.base, self.language)
