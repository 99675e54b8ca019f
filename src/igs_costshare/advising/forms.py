"""Which legal forms are possible for a cooperation, and which is the lightest that would do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple, TypeAlias, get_args

from igs_costshare.description.governance import Governance
from igs_costshare.description.network import Network
from igs_costshare.messages import Message, say
from igs_costshare.rules.governance.forms import FORMS, KINDS, PRIVATE, LegalForm
from igs_costshare.rules.governance.municipalities import LEAST

Asked: TypeAlias = Literal["kinds", "staff", "contracts", "private", "transfer", "years"]
"""What the choice goes by: fields of `[governance]`, and the kinds of the partners."""
ASKED: tuple[Asked, ...] = get_args(Asked)

QUESTIONS: dict[Asked, Message] = {
    "kinds": say("advise.ask_kinds"),
    "staff": say("advise.ask_staff"),
    "contracts": say("advise.ask_contracts"),
    "private": say("advise.ask_private"),
    "transfer": say("advise.ask_transfer"),
    "years": say("advise.ask_years"),
}


class Verdict(NamedTuple):
    """Whether a form is possible."""

    form: LegalForm
    against: tuple[Message, ...]
    """Why it is not."""
    open: tuple[Asked, ...]
    """What would rule it out by another answer, and is not answered; empty where it is out."""

    @property
    def decided(self) -> bool | None:
        """Whether it is possible, whatever is answered; None where an answer decides."""
        return None if self.open else self.possible

    @property
    def possible(self) -> bool | None:
        """By what is answered; None where the kind of a partner decides it."""
        if self.against:
            return False
        return None if "kinds" in self.open else True


def verdicts(network: Network) -> tuple[Verdict, ...]:
    """All forms, the lightest first."""
    asked = network.governance or Governance()
    sector = asked.sector
    found = []
    for form in FORMS:
        told = [*_members(form, network, sector), *_wishes(form, asked)]
        against = tuple(each for each in told if isinstance(each, Message))
        left = {each for each in told if not (against or isinstance(each, Message))}
        found.append(Verdict(form, against, tuple(each for each in ASKED if each in left)))
    return tuple(found)


def lightest(found: tuple[Verdict, ...]) -> LegalForm | None:
    """The lightest form that does all that is asked so far; no heavier than needed."""
    return next((each.form for each in found if each.possible), None)


def questions(found: tuple[Verdict, ...]) -> tuple[Asked, ...]:
    """What is not answered and would decide a form."""
    left = {each for verdict in found for each in verdict.open}
    return tuple(each for each in ASKED if each in left)


def _members(form: LegalForm, network: Network, sector: str | None) -> Iterator[Message | Asked]:
    """Who may take part, and how many municipalities it takes."""
    kinds = [partner.kind for partner in network.partner.values()]
    for id, partner in network.partner.items():
        if partner.kind is not None and not form.admits(partner.kind, sector):
            name, kind = partner.name or id, KINDS[partner.kind]
            yield say("advise.not_admitted", partner=name, kind=kind, who=form.who)
    if form.members is not None and None in kinds:
        yield "kinds"
    least = _least_municipalities(form)
    if len(kinds) < LEAST and least < LEAST:
        yield say("advise.two_partners", count=LEAST)
    if form.id == "welfare" and not {*kinds} & {"ocmw", "municipality", None}:
        yield say("advise.no_local")
    if kinds.count("municipality") < least:
        if kinds.count("municipality") + kinds.count(None) < least:
            yield say("advise.municipalities", count=least)
        else:
            yield "kinds"


def _least_municipalities(form: LegalForm) -> int:
    """Municipalities that the form takes: an agreement of art. 387 is one of a municipality."""
    if form.association or form.id == "interlocal":
        return LEAST
    return 1 if form.id == "agreement" else 0


def _wishes(form: LegalForm, asked: Governance) -> Iterator[Message | Asked]:
    """What the partners want of it."""
    if not form.person and asked.staff is not False:
        managed = form.orders
        no_staff = say("advise.staff_of_manager") if managed else say("advise.no_staff")
        yield no_staff if asked.staff else "staff"
    if not form.orders and asked.contracts is not False:
        yield say("advise.no_orders") if asked.contracts else "contracts"
    if not any(form.admits(kind, asked.sector) for kind in PRIVATE) and asked.private is not False:
        yield say("advise.no_private", who=form.who) if asked.private else "private"
    if form.hands_over != asked.transfer:
        yield from _transfer(form, asked)
    if form.years is not None:
        yield from _term(form.years, asked)


def _term(most: int, asked: Governance) -> Iterator[Message | Asked]:
    if asked.years is None:
        yield "years"
    elif asked.years > most:
        yield say("advise.too_long", years=most)


def _transfer(form: LegalForm, asked: Governance) -> Iterator[Message | Asked]:
    if asked.transfer is None:
        yield "transfer"
    elif form.hands_over:
        yield say("advise.hands_over")
    else:
        yield say("advise.hands_nothing_over")
