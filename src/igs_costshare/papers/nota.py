"""The paper for a council: two pages, however large the network, and an annex if it needs one."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import PurePath
from shlex import quote

from igs_costshare.computing.statement import DAY_PRICE_PAID
from igs_costshare.errors import visible
from igs_costshare.papers.blocks import (
    Block,
    Boxed,
    Card,
    Cards,
    Drawing,
    Heading,
    Lead,
    Note,
    Paper,
    Paragraph,
    Run,
    Sheet,
    runs,
    strong,
)
from igs_costshare.papers.case import Case
from igs_costshare.papers.cause_table import cause_grid, causes_of
from igs_costshare.papers.line_table import is_cut, line_grid, lines_of
from igs_costshare.papers.marks import Marks, foot
from igs_costshare.papers.naming import before_name, cause_head, cause_of_change, paid_then
from igs_costshare.papers.options_table import Options
from igs_costshare.papers.partner_table import (
    LARGEST,
    MOST,
    chart_of,
    heading,
    largest,
    partner_grid,
)
from igs_costshare.papers.risk_table import risk_blocks
from igs_costshare.reading.loading import Reading
from igs_costshare.wording.language import currency_sign
from igs_costshare.wording.sentences import together

_MOST_ROWS = 10
"""Partners that tables after the first name on the two pages; the annex has all."""


def nota(case: Case, first: Reading, marks: Marks) -> Paper:
    """The paper; `first` is the reading of the first year, which the file states."""
    options = Options(case)
    sheets = [Sheet(tuple(_front(case))), Sheet(tuple(_back(case, options)))]
    annex = tuple(_annex(case, options))
    if annex:
        sheets.append(Sheet(annex, fits=False))
    return Paper(
        case.language.code,
        case.title,
        _over(case),
        foot(first, case.title, marks, case.pen),
        tuple(sheets),
        case.language.say("paper.page", page="{page}", pages="{pages}"),
    )


def _over(case: Case) -> str:
    """For whom the paper is."""
    say, mine = case.pen.say, case.mine
    if mine is None:
        return say("paper.for_all", count=len(case.partners))
    match case.partner(mine.id).kind:
        case "municipality":
            return say("paper.for_council", name=mine.name)
        case "ocmw":
            return say("paper.for_welfare", name=mine.name)
        case _:
            return say("paper.for_board", name=mine.name)


# ---------------------------------------------------------------- the first page


def _front(case: Case) -> Iterator[Block]:
    """The decision, four figures, who pays what, a chart of it, and why it changes."""
    many = len(case.standings) > MOST
    shown = largest(case) if many else case.standings
    yield Lead(tuple(_decision(case)))
    yield Cards(tuple(_cards(case)))
    yield Heading(_ten(case) if many else heading(case))
    yield partner_grid(case, shown if many else None)
    yield from map(Note, _notes(case, annexed=many))
    chart = chart_of(case, shown)
    if chart is not None:
        yield Heading(chart.title)
        yield Drawing(chart)
        yield from map(Note, filter(None, [chart.note]))
    yield from _why(case)


def _ten(case: Case) -> str:
    if case.before is not None:
        return case.pen.say("paper.largest_changes", count=LARGEST)
    return case.pen.say("paper.largest_bills", count=LARGEST)


def _decision(case: Case) -> Iterator[Run]:
    say = case.pen.say
    yield Run(f"{say('paper.decision')} ", bold=True)
    sentences = [_approve(case), paid_then(case, own=True), cause_of_change(case, own=True)]
    yield from runs(" ".join(filter(None, sentences)))


def _approve(case: Case) -> str:
    say, year, chosen = case.pen.say, case.year, case.reading.source.chosen
    if chosen is None:
        return say("paper.approve_year", year=year) if year else say("paper.approve")
    if not year:
        return say("paper.approve_scenario", scenario=chosen.name)
    return say("paper.approve_year_scenario", scenario=chosen.name, year=year)


def _cards(case: Case) -> Iterator[Card]:
    pen, say = case.pen, case.pen.say
    lines = lines_of(case)
    for kind, word in (("expense", "expenses"), ("revenue", "revenues")):
        total = case.step * sum(line.total for line in lines if line.kind == kind)
        named = say("paper.card_expenses") if word == "expenses" else say("paper.card_revenues")
        if total:
            yield Card(pen.large(total), named)
    count = len(case.partners)
    if case.bill < 0:
        yield Card(pen.large(-case.bill), say("paper.card_receive", count=count))
    else:
        yield Card(pen.large(case.bill), say("paper.card_pay", count=count))
    yield from _last_card(case)


def _last_card(case: Case) -> Iterator[Card]:
    """What changes for all, else what the reader pays, else nothing."""
    pen, say, mine, before = case.pen, case.pen.say, case.mine, case.before
    if before is not None:
        was, change = case.bill_before or 0, case.sign * case.change
        named = before_name(before, pen)
        currency = (
            say("paper.euro") if case.statement.currency == "EUR" else case.statement.currency
        )
        words = say("paper.card_change", currency=currency, name=named)
        if was * case.bill > 0:
            rise = pen.rise(Fraction(abs(case.bill) - abs(was), abs(was)))
            words = say("paper.with_percent", text=words, percent=rise)
        yield Card(pen.large_change(change), words)
    elif mine is not None:
        bill = mine.bill or 0
        word = say("paper.card_receives", name=mine.name)
        if bill >= 0:
            word = say("paper.card_pays", name=mine.name)
        yield Card(pen.large(abs(bill)), word)


def _notes(case: Case, *, annexed: bool) -> Iterator[str]:
    """What the amounts are, who is not there, and what the reserve does."""
    say, statement = case.pen.say, case.statement
    sentences = [case.language.say("statement.amounts", currency=currency_sign(statement.currency))]
    if case.receives:
        sentences.append(say("paper.to_receive_is"))
    else:
        sentences.append(say("paper.to_pay_is"))
    if any(each.bill is None or each.before is None for each in case.standings) and case.before:
        sentences.append(say("paper.not_there"))
    if statement.reserve is not None or any(line.id == DAY_PRICE_PAID for line in statement.lines):
        sentences.append(together(statement, case.language).replace("-", "−"))
    if annexed:
        sentences.append(say("paper.all_in_annex", count=len(case.standings)))
    yield " ".join(sentences)


def _why(case: Case) -> Iterator[Block]:
    """Which cause does what to whom."""
    causes, before = causes_of(case), case.before
    if before is None or not causes:
        return
    yield Heading(case.pen.say("paper.why"))
    if len(causes) == 1:
        cause = cause_head(before, causes[0], case.pen)
        yield Paragraph(runs(case.pen.say("paper.sole_cause", cause=strong(cause))))
        return
    shown = case.standings
    if len(shown) > _MOST_ROWS:
        shown = tuple(each for each in shown if each.id == case.own)
    yield cause_grid(case, shown)
    if before.difference.orders is not None:
        yield Note(case.pen.say("paper.sampled"))


# ---------------------------------------------------------------- the second page


def _back(case: Case, options: Options) -> Iterator[Block]:
    """How each cost is divided, the alternatives, the largest risk, and the text to decide."""
    yield Heading(case.pen.say("paper.how_divided"))
    yield line_grid(case)
    yield from _options(case, options)
    yield from risk_blocks(case)
    yield Heading(case.pen.say("paper.for_decision"))
    yield Boxed(tuple(_articles(case)))
    yield Note(_recompute(case))


def _options(case: Case, options: Options) -> Iterator[Block]:
    if not options.there_are:
        return
    yield Heading(case.pen.say("paper.options"))
    few = len(options.compared.partners) <= _MOST_ROWS
    ids = None if few else [case.own or ""]
    yield options.grid(options.places, ids)
    if options.left_out:
        names = case.language.listed(options.left_out)
        yield Note(case.language.say("page.left_out", names=names))


def _articles(case: Case) -> Iterator[tuple[Run, ...]]:
    pen, say, year, mine = case.pen, case.pen.say, case.year, case.mine
    yield runs(_consequences(case))
    body = _body(case)
    if year:
        article = say("paper.article_1_year", body=body, title=case.statement.title, year=year)
    else:
        article = say("paper.article_1", body=body, title=case.statement.title)
    yield (Run(f"{say('paper.article', number='1')} ", bold=True), *runs(article))
    if mine is None:
        article = say("paper.article_2_all", total=pen.money(abs(case.bill)))
        if case.bill < 0:
            article = say("paper.article_2_all_receive", total=pen.money(-case.bill))
    elif (mine.bill or 0) < 0:
        article = say(
            "paper.article_2_receive", name=mine.name, amount=pen.money(-(mine.bill or 0))
        )
    else:
        article = say("paper.article_2", name=mine.name, amount=pen.money(mine.bill or 0))
    yield (Run(f"{say('paper.article', number='2')} ", bold=True), *runs(article))


def _body(case: Case) -> str:
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
    net = pen.money(abs(mine.bill or 0))
    places = {
        "label": strong(say("paper.consequences")),
        "expenses": pen.money(case.step * row.expenses),
        "revenues": pen.money(case.step * row.revenues),
        "net": net,
    }
    if not row.revenues:
        return say("paper.consequences_expense", label=places["label"], expenses=places["expenses"])
    return say("paper.consequences_own", **places)


def _recompute(case: Case) -> str:
    """The command that gives the same figures."""
    source = case.reading.source
    command = f"igs-costshare compute {quote(visible(PurePath(source.name).name))}"
    if source.scenario is not None:
        command += f" --scenario {quote(source.scenario)}"
    if source.year is not None:
        command += f" --year {source.year}"
    command += "".join(f" --set {quote(visible(each.argument))}" for each in source.settings)
    return case.pen.say("paper.recompute", command=command)


# ---------------------------------------------------------------- the annex


def _annex(case: Case, options: Options) -> Iterator[Block]:
    """What the two pages leave out."""
    say, many = case.pen.say, len(case.standings) > MOST
    if many:
        yield Heading(say("paper.annex", what=heading(case)))
        yield partner_grid(case)
    if len(causes_of(case)) > 1 and len(case.standings) > _MOST_ROWS:
        yield Heading(say("paper.annex", what=say("paper.why")))
        yield cause_grid(case, case.standings)
    if is_cut(case):
        yield Heading(say("paper.annex", what=say("paper.how_divided")))
        yield line_grid(case, whole=True)
    too_many = options.there_are and len(options.compared.partners) > _MOST_ROWS
    if options.is_cut or too_many:
        yield Heading(say("paper.annex", what=say("paper.options")))
        yield from options.all_grids()
