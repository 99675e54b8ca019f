"""The statement as a live spreadsheet: change a figure, and it recalculates as `compute` would.

The sheet Input holds the figures of the file (`fields`, `terms` and `columns`, each of the `kinds`
that the schema says; `entering` writes them, `inputs` knows where they stand), Stays the nights of
a register (`stays`, `stay_sheet`), Statement the result (`results`), Settlement what is still to
pay (`settling` says where, `settlement` and `sources` write it), and Method what all rests on
(`method`) with the workings below (`tables`, `workings`). What a formula computes is in the module
named after it: `keys`, `homes`, `budget`; `weights` and `bounds` for what divides, `charges` for
what does not, by the normal form of a contribution (`sharing.rule`), so that a new model that comes
down to it needs nothing here; `division`, `pricing`, `reconciling`, `advances`; `lines` joins them
in the order of the columns. The rules, and why they are so, are those of `sharing`, `money` and
`settling`; what doubles can tell of an amount is in `amounts` and `formulas`.

A figure that a model states in a field that the formulas read (`terms`, `limits`) may be changed;
one that only its normal form knows is fixed, and stands in the formulas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from igs_costshare.computing.statement import Statement
from igs_costshare.description.network import Network
from igs_costshare.errors import InputError, Problem
from igs_costshare.messages import say
from igs_costshare.reading.extent import MOST_IN_WORKBOOK
from igs_costshare.wording.language import Language
from igs_costshare.wording.sentences import title_of

if TYPE_CHECKING:
    from igs_costshare.workbook.settling import Settling


def workbook_bytes(
    network: Network,
    statement: Statement,
    language: Language,
    settling: Settling | None = None,
    *,
    settlement_first: bool = False,
) -> bytes:
    """The workbook of a network and its statement, as the bytes of an XLSX file.

    With a settlement of that statement it has a sheet of that too, in front where that is asked.

    The same network gives the same bytes. The cells of the statement hold its amounts until a
    spreadsheet recalculates them. Raises `InputError` where there are more than it should hold.
    """
    amounts = len(statement.rows) * len(statement.lines)
    if amounts > MOST_IN_WORKBOOK:
        told = say("workbook.too_many_amounts", amounts=amounts, most=MOST_IN_WORKBOOK)
        raise InputError([Problem(told, hint=say("workbook.too_many_columns_hint"))])
    from igs_costshare.workbook.book import Book
    from igs_costshare.workbook.cells import sheet_names
    from igs_costshare.workbook.entering import write_inputs
    from igs_costshare.workbook.making import write_statement
    from igs_costshare.workbook.settlement import SettlementSheet
    from igs_costshare.workbook.stay_sheet import write_stays
    from igs_costshare.workbook.stays import StayCells, without_plans

    network = without_plans(network)
    title, names = title_of(statement), sheet_names(language)
    made_by = language.say("workbook.made_by", input=names.input)
    decimals = statement.decimals if settling is None else settling.outcome.decimals
    book = Book(statement.currency, decimals, {"title": title, "comments": made_by})
    inputs = write_inputs(book, book.sheet(names.input), network, language, title)
    stays = StayCells(network, inputs, names.stays)
    if stays.rows:
        write_stays(book, book.sheet(names.stays), stays, language, title)
    table = front = book.sheet(names.statement)
    settlement = None
    if settling is not None:
        page = book.sheet(names.settlement)
        settlement = SettlementSheet(book, page, inputs, settling, language)
        settlement.prepare()
        front = page if settlement_first else table
    method = book.sheet(names.method)
    write_statement(book, table, method, inputs, statement, language, settlement)
    front.page.activate()
    return book.to_bytes()
