"""The amounts and the references of all letters, for the program of the accounts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from igs_costshare.documents.document import Part
from igs_costshare.papers.case import Case
from igs_costshare.papers.letters import Letter
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Cell, Column, Table, TableRow


def index_headings(language: Language) -> Mapping[str, str]:
    """What stands above each column for people, by its id."""
    say = language.say
    return {
        "partner": language.column("partner"),
        "name": say("letter.index_name"),
        "nis": say("letter.index_nis"),
        "amount": say("paper.amount"),
        "reference": say("paper.reference"),
        "iban": say("paper.account"),
        "file": say("letter.index_file"),
    }


class IndexDocument:
    """The amounts and the references of all letters, for the program of the accounts."""

    title = "index"

    def __init__(self, letters: list[Letter], case: Case, decimals: int) -> None:
        """`decimals` are those of the amounts of the letters."""
        self.letters, self.case, self.decimals = letters, case, decimals

    def worded(self) -> Table:
        """The same with headings for people."""
        table, headings = self.table(), index_headings(self.case.language)
        columns = tuple(each._replace(heading=headings[each.id]) for each in table.columns)
        return table._replace(columns=columns)

    def parts(self) -> Iterator[Part]:
        """The table."""
        yield self.table()

    def table(self) -> Table:
        """A row for each letter."""
        network, bank = self.case.network, self.case.network.bank
        coded = any(partner.nis for partner in network.parties.values())
        names = ["partner", "name", *(["nis"] if coded else [])]
        rows = []
        for each in self.letters:
            nis = [network.parties[each.partner].nis or ""] if coded else []
            account = bank.iban if bank is not None and each.reference else ""
            cells: tuple[Cell, ...] = (
                each.partner,
                each.name,
                *nis,
                each.amount,
                each.reference,
                account,
                each.file,
            )
            rows.append(TableRow("partner", cells))
        columns = (
            *(Column(id, id, "text") for id in names),
            Column("amount", "amount", "amount"),
            *(Column(id, id, "text") for id in ("reference", "iban", "file")),
        )
        return Table(columns, tuple(rows), self.decimals)

    def data(self) -> Mapping[str, Any]:
        """The same as objects."""
        return {"letters": [each._asdict() for each in self.letters]}
