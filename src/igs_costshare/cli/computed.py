"""The statement that `compute` makes, with the page and the workbook of it."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from igs_costshare.documents.statement import StatementDocument
from igs_costshare.errors import InputError, visible
from igs_costshare.reading.loading import Reading
from igs_costshare.reading.planned import sound_variants_in_year
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import titled

if TYPE_CHECKING:
    from igs_costshare.explaining import Explanation
    from igs_costshare.page.page import OtherScenarios
    from igs_costshare.papers.marks import Marks
    from igs_costshare.workbook.settling import Settling


class ComputedDocument(StatementDocument):
    """A statement with the description that it was made from."""

    def __init__(
        self,
        reading: Reading,
        language: Language,
        *,
        whole: bool = False,
        first: Reading | None = None,
        marks: Marks | None = None,
    ) -> None:
        """`whole` shows people whole euros; `first` is the first year of the plan, in a later one.

        `marks` are those of the foot of a page.
        """
        super().__init__(reading.statement(), language, whole=whole)
        self.reading, self.first, self.marks = reading, first or reading, marks

    def page(self) -> str:
        """The page: the file, its scenarios, and how the figures arise."""
        from igs_costshare.page.page import page

        alternatives = _alternatives(self.reading, self.language)
        file = visible(PurePath(self.reading.source.name).name)
        explained = self._explanation()
        return page(self, self.reading.network, explained, alternatives, file, self.foot())

    def foot(self) -> str:
        """What tells this page, or these sheets, from others."""
        from igs_costshare.papers.marks import Marks, foot
        from igs_costshare.papers.pen import Pen

        statement = self.statement
        pen = Pen(self.language, statement.currency, statement.decimals)
        title = titled(statement.title, statement.year)
        return foot(self.first, title, self.marks or Marks(), pen)

    def workbook(self) -> bytes:
        """The workbook, which recalculates."""
        from igs_costshare.workbook import workbook_bytes

        return workbook_bytes(self.reading.network, self.statement, self.language, self._settling())

    def _settling(self) -> Settling | None:
        """The settlement of the statement, where that is what the file settles."""
        from igs_costshare.reading.settled import as_settled
        from igs_costshare.workbook.settling import Settling, is_settled

        if not is_settled(self.reading.network):
            return None
        readings = as_settled(self.reading)
        if readings is None:
            return None
        try:
            outcome = readings.outcome(self.statement)
        except InputError:
            if self.reading.source.year is None:
                raise
            return None  # nobody says yet who pays in a later year
        return Settling(outcome, readings.budget.statement(), self.statement)

    def _explanation(self) -> Explanation:
        """How the figures arise: of every partner, or of a very large network of its totals."""
        from igs_costshare.explaining.explanation import explanation, row_explanation
        from igs_costshare.page.page import MOST_EXPLAINED

        statement, source = self.statement, self.reading.source
        if len(statement.partners) * len(statement.lines) > MOST_EXPLAINED:
            return row_explanation(statement, source, statement.total)
        return explanation(statement, source)


def _alternatives(reading: Reading, language: Language) -> OtherScenarios:
    """The file as it stands and in each scenario, under the same settings.

    One whose figures break a rule is left out: the statement that was asked for stands without it.
    """
    from igs_costshare.comparing.comparison import comparison, forms
    from igs_costshare.documents.alternatives import what_differs
    from igs_costshare.page.page import OtherScenarios

    if not reading.source.scenarios:
        return OtherScenarios()
    sound, left_out = sound_variants_in_year(reading)
    named = forms([each.source.chosen for each in sound], reading.source.settled)
    options = [(option, each.network) for option, each in zip(named, sound, strict=True)]
    base_name = language.say("compared.base")
    names = tuple(base_name if each is None else each.name for each in left_out)
    if not options[1:]:
        return OtherScenarios(left_out=names)
    (_, base), *others = options
    different = tuple(what_differs(base, network, language) for _, network in others)
    return OtherScenarios(comparison(options), different, names)
