"""The second page of a nota: how each cost is shared, the alternatives, the risk, the decision."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from shlex import quote

from igs_costshare.errors import visible
from igs_costshare.papers.blocks import (
    Block,
    Boxed,
    Heading,
    Note,
    Run,
    runs,
    strong,
)
from igs_costshare.papers.case import Case
from igs_costshare.papers.line_table import line_grid, lines_heading, terms_of
from igs_costshare.papers.options_table import Options
from igs_costshare.papers.risk_table import risk_blocks

MOST_ROWS = 10
"""Partners that tables after the first name on the two pages; the annex has all."""


def back(case: Case, options: Options) -> Iterator[Block]:
    """How each cost is divided, the alternatives, the largest risk, and the text to decide."""
    yield Heading(lines_heading(case))
    yield line_grid(case)
    yield from terms_of(case)
    yield from _options(case, options)
    yield from risk_blocks(case)
    yield Heading(case.pen.say("paper.for_decision"))
    yield Boxed(tuple(_articles(case)))
    yield Note(recompute(case, "compute"))


def _options(case: Case, options: Options) -> Iterator[Block]:
    if not options.there_are:
        return
    yield Heading(case.pen.say("paper.options"))
    few = len(options.compared.partners) <= MOST_ROWS
    ids = None if few else [case.own or ""]
    yield options.grid(options.places, ids)
    if options.left_out:
        names = case.language.listed(options.left_out)
        yield Note(case.language.say("page.left_out", names=names))


def _articles(case: Case) -> Iterator[tuple[Run, ...]]:
    pen, say, year, mine = case.pen, case.pen.say, case.year, case.mine
    yield runs(_consequences(case))
    body = body_of(case)
    what, title = what_is_shared(case), case.statement.title
    if year:
        article = say("paper.article_1_year", body=body, what=what, title=title, year=year)
    else:
        article = say("paper.article_1", body=body, what=what, title=title)
    yield numbered(1, article, case)
    if mine is None:
        article = say("paper.article_2_all", total=pen.money(abs(case.bill)))
        if case.bill < 0:
            article = say("paper.article_2_all_receive", total=pen.money(-case.bill))
    elif mine.borne < 0:
        article = say("paper.article_2_receive", name=mine.name, amount=pen.money(-mine.borne))
    else:
        article = say("paper.article_2", name=mine.name, amount=pen.money(mine.borne))
    yield numbered(2, article, case)


def numbered(number: int, article: str, case: Case) -> tuple[Run, ...]:
    """An article of the decision with its number."""
    return (Run(f"{case.pen.say('paper.article', number=str(number))} ", bold=True), *runs(article))


def what_is_shared(case: Case) -> str:
    """Costs, or income where there are none."""
    if case.shares_income:
        return case.pen.say("paper.of_income")
    return case.pen.say("paper.of_costs")


def body_of(case: Case) -> str:
    """Who decides."""
    say, mine = case.pen.say, case.mine
    kind = None if mine is None else case.partner(mine.id).kind
    if kind == "municipality":
        return say("paper.the_council")
    if kind == "ocmw":
        return say("paper.the_welfare_council")
    return say("paper.the_board")


def _consequences(case: Case) -> str:
    """What is to be budgeted, with blanks for what only the reader knows."""
    pen, say, mine = case.pen, case.pen.say, case.mine
    if mine is None or mine.at is None:
        return say("paper.consequences_all", label=strong(say("paper.consequences")))
    row = case.statement.partners[mine.at]
    bill = mine.borne
    net = say("paper.net_nothing")
    if bill > 0:
        net = say("paper.net_to_pay", amount=pen.money(bill))
    elif bill < 0:
        net = say("paper.net_to_receive", amount=pen.money(-bill))
    places = {
        "label": strong(say("paper.consequences")),
        "expenses": pen.money(case.step * row.expenses),
        "revenues": pen.money(case.step * row.revenues),
        "net": net,
    }
    if not row.revenues:
        return say("paper.consequences_expense", label=places["label"], expenses=places["expenses"])
    return say("paper.consequences_own", **places)


def recompute(case: Case, command: str, base: str | None = None) -> str:
    """How a command gives the same figures; `base` is what it calls the file as it stands."""
    source = case.reading.source
    command = f"igs-costshare {command} {quote(visible(PurePath(source.name).name))}"
    scenario = base if source.scenario is None else source.scenario
    if scenario is not None:
        command += f" --scenario {quote(scenario)}"
    if source.year is not None:
        command += f" --year {source.year}"
    command += "".join(f" --set {quote(visible(each.argument))}" for each in source.settings)
    return case.pen.say("paper.recompute", command=command)
