"""The comparisons and differences that are made here, each with its workbook."""

from __future__ import annotations

from igs_costshare.cli.footed import WithFoot
from igs_costshare.documents.comparison import ComparisonDocument
from igs_costshare.documents.difference import DifferenceDocument
from igs_costshare.documents.due_difference import DueDifferenceDocument


class ComparedDocument(WithFoot, ComparisonDocument):
    """A comparison that has a workbook."""

    def workbook(self) -> bytes:
        """What is compared, on a sheet for each of its tables; exact whatever is asked."""
        from igs_costshare.workbook.shown import shown_bytes

        self.whole = False
        return shown_bytes(self, self.comparison.currency, self.language.say("heading.compared"))


class _WithWorkbook(WithFoot, DifferenceDocument):
    """A difference that has a workbook."""

    def workbook(self) -> bytes:
        """What differs, on a sheet for each of its tables; exact whatever is asked."""
        from igs_costshare.workbook.shown import shown_bytes

        self.whole = False
        name = self.language.say("heading.differs")
        return shown_bytes(self, self.difference.b.currency, name)


class StatementsDocument(_WithWorkbook):
    """The difference between two statements."""


class DuesDocument(_WithWorkbook, DueDifferenceDocument):
    """The difference between what is due in two settlements."""
