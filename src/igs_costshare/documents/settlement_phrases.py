"""How the figures of a settlement are called, and what is said of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from igs_costshare.description.ids import ACCOUNT
from igs_costshare.messages import say
from igs_costshare.settling.settled import SIGNS, Course, Settled, Way
from igs_costshare.wording.language import Language


def party(id: str, name: str, language: Language) -> str:
    """What a row is called; the account and the total have no name of their own."""
    if name:
        return name
    return language.say("settling.account") if id == ACCOUNT else language.column(id)


def figure_headings(language: Language, way: Way = "account") -> Mapping[str, str]:
    """What stands above each figure; with closed purses nobody pays what is due."""
    return {
        "bill": language.say("settling.bill"),
        "opening": language.say("settling.opening"),
        "paid": language.say("settling.paid"),
        "in_kind": language.say("settling.in_kind"),
        "received": language.say("settling.received"),
        "payments": language.say("settling.payments"),
        "due": language.say("settling.difference")
        if way == "none"
        else language.say("settling.due"),
    }


def due_sentence(used: Sequence[str], way: Way, language: Language) -> str:
    """How what is due is made of the columns that are shown."""
    headings = figure_headings(language, way)
    first, *rest = (figure for figure in SIGNS if figure in used)
    sum = headings[first]
    for figure in rest:
        sum += f" {'+' if SIGNS[figure] > 0 else '−'} {_low(headings[figure])}"
    return language.say("settling.due_is", due=headings["due"], sum=_low(sum))


def sign_sentence(way: Way, language: Language) -> str:
    """What a minus in what is due means."""
    if way == "none":
        return language.say("settling.sign_closed")
    return language.say("settling.sign")


def column_sentences(used: Sequence[str], language: Language) -> Iterator[str]:
    """What each column holds that is shown, the first and the last apart."""
    sentences = {
        "opening": say("settling.opening_is"),
        "paid": say("settling.paid_is"),
        "in_kind": say("settling.in_kind_is"),
        "received": say("settling.received_is"),
        "payments": say("settling.payments_is"),
    }
    yield from (language.tell(told) for figure, told in sentences.items() if figure in used)


def _low(text: str) -> str:
    return f"{text[:1].lower()}{text[1:]}"


def course_sentence(course: Course, money: Callable[[int], str], language: Language) -> str:
    """How the reserve begins and ends the year; no change is negative."""
    opening, closing = money(course.opening), money(course.closing)
    amount = money(abs(course.change))
    if course.change > 0:
        return language.say(
            "settling.reserve_gets", opening=opening, amount=amount, closing=closing
        )
    if course.change < 0:
        return language.say(
            "settling.reserve_gives", opening=opening, amount=amount, closing=closing
        )
    return language.say("settling.reserve_rests", opening=opening)


def transfer_sentence(payer: str, taker: str, amount: str, language: Language) -> str:
    """Who pays whom; the account, which has no name of its own, pays nothing to itself."""
    if not taker:
        return language.say("settling.pays_account", payer=payer, amount=amount)
    if not payer:
        return language.say("settling.account_pays", taker=taker, amount=amount)
    return language.say("settling.pays", payer=payer, taker=taker, amount=amount)


def no_transfers(settled: Settled, language: Language) -> str:
    """Why nobody pays anybody."""
    if any(row.due for row in settled.rows):
        return language.say("settling.closed_purses")
    return language.say("settling.nothing_due")


def against_the_budget(settled: Settled, language: Language) -> Iterator[str]:
    """What each bears beside what was budgeted."""
    for name, budgeted, actual in (each[1:] for each in settled.bills):
        if budgeted is None:
            yield language.say("settling.not_budgeted", name=name)
            continue
        if actual is None:
            yield language.say("settling.no_longer_there", name=name)
            continue
        more = actual - budgeted
        amount = language.money(abs(more), settled.decimals, settled.currency)
        if more > 0:
            yield language.say("settling.more", name=name, amount=amount)
        elif more < 0:
            yield language.say("settling.less", name=name, amount=amount)
        else:
            yield language.say("settling.as_budgeted", name=name)
