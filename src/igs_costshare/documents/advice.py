"""Advice as a document: the legal forms, the administration, and the twelve success factors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Any, NamedTuple

from igs_costshare.advising.factors import Factor, Judged
from igs_costshare.advising.forms import QUESTIONS, Verdict, lightest, questions
from igs_costshare.advising.tasks import Administration, TaskModel
from igs_costshare.computing.statement import Statement
from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.messages import Message, say
from igs_costshare.money import rounded
from igs_costshare.wording.language import Language, capital, english
from igs_costshare.wording.sentences import title_of
from igs_costshare.wording.tables import NONE, Column, Table, TableRow, plain_amount

FORMAT = 1
"""The version of the objects of JSON; it goes up when a key changes its meaning."""
_MEAN_DECIMALS = 2

_FACTORS: Mapping[Factor, Message] = {
    "region": say("advise.factor_region"),
    "structure": say("advise.factor_structure"),
    "finance": say("advise.factor_finance"),
    "tasks": say("advise.factor_tasks"),
    "benefit": say("advise.factor_benefit"),
    "bottom_up": say("advise.factor_bottom_up"),
    "experiment": say("advise.factor_experiment"),
    "product_process": say("advise.factor_product_process"),
    "expertise": say("advise.factor_expertise"),
    "outlook": say("advise.factor_outlook"),
    "ownership": say("advise.factor_ownership"),
    "people": say("advise.factor_people"),
}
_POSSIBLE: Mapping[bool | None, Message] = {
    True: say("advise.possible"),
    False: say("advise.impossible"),
    None: say("advise.undecided"),
}


class Advice(NamedTuple):
    """What there is to advise."""

    statement: Statement
    forms: tuple[Verdict, ...]
    stated: str | None
    """The form that the file states."""
    tasks: tuple[Administration, ...]
    factors: tuple[Judged, ...]


class AdviceDocument:
    """Which form would do, who bears the administration, and how the partners see it."""

    def __init__(self, advice: Advice, language: Language) -> None:
        self.advice, self.language = advice, language
        self.names = {row.id: row.name for row in advice.statement.partners}
        lines = advice.statement.worked_out.network.cost
        self.lines = {id: line.label or id for id, line in lines.items()}

    @property
    def title(self) -> str:
        """Title, year and scenario."""
        return self.language.say("advise.title", title=title_of(self.advice.statement))

    def parts(self) -> Iterator[Part]:
        """The forms with reasons, what is not answered, the administration, and the factors."""
        yield self._forms()
        yield Notes((self._advised(),))
        yield Listing(tuple(self._reasons()))
        asked = questions(self.advice.forms)
        if asked:
            yield Notes((self.language.say("advise.questions"),))
            yield Listing(tuple(Item(self._question(each)) for each in asked))
        if self.advice.tasks:
            yield Notes((self.language.say("advise.tasks"),))
            yield Listing(tuple(Item(self._task(each)) for each in self.advice.tasks))
        if any(each.grades for each in self.advice.factors):
            yield Notes((self.language.say("advise.factors"),))
            yield self._factors()
        yield Notes((self.language.say("advise.by_the_file"),))
        yield Listing(tuple(self._shown()))

    def table(self) -> Table:
        """A row for each form."""
        names = ("form", "name", "possible", "source")
        columns = tuple(Column(each, each, "text") for each in names)
        rows = tuple(
            TableRow(
                "partner",
                (
                    each.form.id,
                    self.language.tell(each.form.name),
                    self.language.tell(_POSSIBLE[each.decided]),
                    each.form.source,
                ),
            )
            for each in self.advice.forms
        )
        return Table(columns, rows, 0)

    def data(self) -> dict[str, Any]:
        """The shape of `docs/commands.md`."""
        advice, tell = self.advice, english().tell
        advised = lightest(advice.forms)
        return {
            "format": FORMAT,
            "title": advice.statement.title,
            "forms": [
                {
                    "id": each.form.id,
                    "name": tell(each.form.name),
                    "possible": each.possible,
                    "reasons": [tell(reason) for reason in each.against],
                    "open": list(each.open),
                    "source": each.form.source,
                }
                for each in advice.forms
            ],
            "stated": advice.stated,
            "advised": None if advised is None else advised.id,
            "questions": [
                {"id": each, "question": tell(QUESTIONS[each])} for each in questions(advice.forms)
            ],
            "tasks": [each._asdict() | {"partners": list(each.partners)} for each in advice.tasks],
            "factors": [self._factor(each) for each in advice.factors],
        }

    def _factor(self, judged: Judged) -> dict[str, Any]:
        grades = judged.grades.values()
        return {
            "id": judged.factor,
            "group": judged.group,
            "mean": None if judged.mean is None else plain_amount(_hundredths(judged.mean), 2),
            "lowest": min(grades, default=None),
            "highest": max(grades, default=None),
            "lowest_by": list(judged.who_gave(min(grades))) if grades else [],
            "highest_by": list(judged.who_gave(max(grades))) if grades else [],
            "file": None if judged.shown is None else english().tell(judged.shown),
        }

    def _forms(self) -> Table:
        columns = (
            Column("form", self.language.say("advise.form"), "text"),
            Column("possible", self.language.say("advise.is_possible"), "text"),
            Column("source", self.language.say("advise.source"), "text"),
        )
        rows = tuple(
            TableRow("partner", (capital(str(name)), possible, source))
            for _, name, possible, source in (row.cells for row in self.table().rows)
        )
        return Table(columns, rows, 0)

    def _advised(self) -> str:
        """The lightest form that would do, beside the one that is stated."""
        advised, forms = lightest(self.advice.forms), self.advice.forms
        if advised is None:
            left = any(each.possible is None for each in forms)
            return self.language.tell(say("advise.not_known") if left else say("advise.none"))
        if advised.id == self.advice.stated:
            return self.language.say("advise.as_stated", form=advised.name)
        if any(each.form.id == advised.id and each.open for each in forms):
            return self.language.say("advise.so_far", form=advised.name)
        return self.language.say("advise.lightest", form=advised.name)

    def _reasons(self) -> Iterator[Item]:
        """Why forms are not possible, or what would decide them."""
        for verdict in self.advice.forms:
            name = capital(self.language.tell(verdict.form.name))
            if verdict.against:
                told = tuple(Item(self.language.tell(each)) for each in verdict.against)
                yield Item(self.language.say("advise.why_not", form=name), told)
            elif verdict.open:
                told = tuple(Item(self.language.tell(QUESTIONS[each])) for each in verdict.open)
                yield Item(self.language.say("advise.if", form=name), told)

    def _question(self, asked: Any) -> str:
        return self.language.tell(QUESTIONS[asked])

    def _task(self, task: Administration) -> str:
        line = self.lines[task.line]
        names = self.language.listed([self.names[each] for each in task.partners])
        told: Mapping[TaskModel, Message] = {
            "central": say("advise.task_central", line=line, names=names),
            "turns": say("advise.task_turns", line=line, names=names),
            "divided": say("advise.task_divided", line=line, names=names),
            "association": say("advise.task_association", line=line),
        }
        return self.language.tell(told[task.model])

    def _factors(self) -> Table:
        """The grades that were given, and who is furthest apart."""
        columns = (
            Column("factor", self.language.say("advise.factor"), "text"),
            Column("mean", self.language.say("advise.mean"), "each"),
            Column("lowest", self.language.say("advise.lowest"), "count"),
            Column("highest", self.language.say("advise.highest"), "count"),
            Column("apart", self.language.say("advise.apart"), "text"),
        )
        rows = []
        for judged in self.advice.factors:
            if judged.mean is None:
                continue
            low, high = min(judged.grades.values()), max(judged.grades.values())
            apart = self._apart(judged.who_gave(low), judged.who_gave(high)) if low < high else NONE
            name = self.language.tell(_FACTORS[judged.factor])
            rows.append(TableRow("partner", (name, _hundredths(judged.mean), low, high, apart)))
        return Table(columns, tuple(rows), _MEAN_DECIMALS)

    def _apart(self, low: Sequence[str], high: Sequence[str]) -> str:
        lowest, highest = (
            self.language.listed([self.names[each] for each in ids]) for ids in (low, high)
        )
        return self.language.say("advise.from_to", lowest=lowest, highest=highest)

    def _shown(self) -> Iterator[Item]:
        """What the file itself shows of a factor."""
        for judged in self.advice.factors:
            if judged.shown is not None:
                name = self.language.tell(_FACTORS[judged.factor])
                text = self.language.tell(judged.shown)
                yield Item(self.language.say("advise.shown", factor=name, text=text))


def _hundredths(mean: Fraction) -> int:
    return rounded(100 * mean.numerator, mean.denominator, "even")
