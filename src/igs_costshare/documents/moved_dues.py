"""A settlement beside the one that was kept: who has to pay what instead of what, and to whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from igs_costshare.comparing.difference import Amounts, Difference
from igs_costshare.description.ids import ACCOUNT
from igs_costshare.documents.difference import Standpoint
from igs_costshare.documents.difference_causes import CauseTeller
from igs_costshare.documents.document import Item, Listing, Notes, Part
from igs_costshare.documents.due_difference import DueDifferenceDocument
from igs_costshare.documents.settlement_phrases import course_sentence, transfer_sentence
from igs_costshare.settling.settled import Course, Transfer
from igs_costshare.wording.language import Language


class MovedDuesDocument(DueDifferenceDocument):
    """From the settlement that was kept to the one of now, with the transfers that differ."""

    def __init__(
        self,
        difference: Difference,
        standpoints: tuple[Standpoint, Standpoint],
        transfers: tuple[Sequence[Transfer], Sequence[Transfer]],
        language: Language,
        reserve: tuple[Course | None, Course | None] | None = None,
    ) -> None:
        """`reserve` is what it does on either side, where that is another."""
        super().__init__(difference, standpoints, language)
        self._transfers, self._reserve = transfers, reserve

    def parts(self) -> Iterator[Part]:
        """The figures that moved, what each has to pay instead of what, and the transfers."""
        if self.difference.changed:
            yield from super().parts()
        then, now = ({*each} for each in self._transfers)
        if then != now:
            gone, come = self._transfers
            yield from self._who_pays_whom([each for each in gone if each not in now], self.a)
            yield from self._who_pays_whom([each for each in come if each not in then], self.b)
        if self._reserve is not None:
            frozen, current = map(self._course, self._reserve)
            say = self.language.say
            yield Notes(
                (
                    say("compared.reserve_of", when=self.a.heading, told=frozen),
                    say("compared.reserve_of", when=self.b.heading, told=current),
                )
            )

    def _course(self, course: Course | None) -> str:
        if course is None:
            return self.language.say("compared.no_reserve")
        return course_sentence(course, self._money, self.language)

    def _causes(self, teller: CauseTeller) -> Iterator[Part]:
        """Who has to pay what instead of what."""
        rows = [*self.difference.partners, *filter(None, [self.difference.reserve])]
        told = [
            self.language.say(
                "compared.instead",
                name=self._name(row),
                now=self._left(row.columns["due"].b or 0),
                then=self._before(row.columns["due"]),
            )
            for row in rows
            if row.columns["due"].change
        ]
        if told:
            yield Listing(tuple(map(Item, told)))

    def _before(self, due: Amounts) -> str:
        """What it was; the amount alone where it was to be paid as well, or came back as well."""
        a, b = due.a or 0, due.b or 0
        return self._money(abs(a)) if a * b > 0 else self._left(a)

    def _left(self, due: int) -> str:
        """What somebody has to pay or gets back."""
        if not due:
            return self.language.say("compared.nothing_due")
        amount = self._money(abs(due))
        if due > 0:
            return self.language.say("compared.to_pay", amount=amount)
        return self.language.say("compared.to_get", amount=amount)

    def _who_pays_whom(self, transfers: Sequence[Transfer], side: Standpoint) -> Iterator[Part]:
        if not transfers:
            yield Notes((self.language.say("compared.no_transfers", when=side.heading),))
            return
        names = {row.id: row.name for row in self.difference.partners} | {ACCOUNT: ""}
        yield Notes((self.language.say("compared.transfers", when=side.heading),))
        sentences = (
            transfer_sentence(
                names[each.payer], names[each.taker], self._money(each.amount), self.language
            )
            for each in transfers
        )
        yield Listing(tuple(map(Item, sentences)))

    def _money(self, minor: int) -> str:
        difference = self.difference
        return self.language.money(minor, difference.decimals, difference.b.currency)
