"""Key figures: what each partner counts for, by key, and the proportions that they make.

Built-in keys: `partners` (1 each), `units` (homes), `days` (days of use, planned or of the
register), `use` (days of use times day price, in euros). Any other key stands under the partners'
`keys`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from igs_costshare.description.network import Network
from igs_costshare.messages import say
from igs_costshare.sharing.exact import Figures, combined, masked, over_one_denominator, total_of
from igs_costshare.sharing.homes import Used, homes_of, use_by_partner
from igs_costshare.sharing.presence import ONE, cut, presence_of
from igs_costshare.sharing.refusal import CannotShare
from igs_costshare.sharing.rule import PARTNERS, USE, Keys

NOT_STATED = Decimal(0)

_DAYS = "days"
NEVER_CUT = (_DAYS, USE)
"""Keys that count what was used, whatever part of the year a partner was there."""


class KeyFigures:
    """The figures of every key of a network, each worked out once, when first asked for."""

    def __init__(self, network: Network) -> None:
        self.network = network
        self._known: dict[str, Figures] = {}
        self._cut: dict[str, Figures] = {}

    def __getitem__(self, key: str) -> Figures:
        """The figures of the key; 0 for a partner that does not state it."""
        if key not in self._known:
            self._known[key] = over_one_denominator(
                [_BUILT_IN[key](self, partner) for partner in self.network.partner]
                if key in _BUILT_IN
                else [
                    partner.keys.get(key, NOT_STATED) for partner in self.network.partner.values()
                ]
            )
        return self._known[key]

    def cut(self, key: str) -> Figures:
        """The figures of the key, of those who are there for a part of the year that part only.

        Days of use are what they are, and never cut.
        """
        if self.presence is None or key in NEVER_CUT:
            return self[key]
        if key not in self._cut:
            figures = self[key]
            numerators, common = cut(figures.numerators, self.presence)
            self._cut[key] = Figures(numerators, figures.denominator * common)
        return self._cut[key]

    @cached_property
    def presence(self) -> tuple[Fraction, ...] | None:
        """The part of the year of each partner; None where all are there the whole year."""
        return presence_of(self.network)

    def present(self, position: int) -> Fraction:
        """The part of the year that a partner is there."""
        return ONE if self.presence is None else self.presence[position]

    @cached_property
    def homes(self) -> Mapping[str, int]:
        """Homes by partner: those it names, or the count it states."""
        return homes_of(self.network)

    @cached_property
    def use(self) -> Mapping[str, list[Used]]:
        """Days of use by partner, with their prices: of the register, or else as planned."""
        return use_by_partner(self.network)


_BUILT_IN: Mapping[str, Callable[[KeyFigures, str], Fraction | int]] = {
    PARTNERS: lambda _figures, _partner: 1,
    "units": lambda figures, partner: figures.homes[partner],
    _DAYS: lambda figures, partner: total_of(Fraction(each.days) for each in figures.use[partner]),
    USE: lambda figures, partner: total_of(each.amount for each in figures.use[partner]),
}


def key_weights(keys: Keys, figures: KeyFigures, part: Sequence[bool]) -> tuple[int, ...]:
    """The shares of one key, or of several by their weights, as whole proportions.

    Raises `CannotShare` where a key that counts is zero for every partner that takes part.
    """
    shares = []
    for name, weight in keys.parts:
        own = masked(figures.cut(name).numerators, part)
        if not any(own):
            of_register = name in (_DAYS, USE) and figures.network.nights is not None
            hint = say("sharing.by_register") if of_register else say("sharing.give_figures")
            raise CannotShare(say("sharing.key_zero", key=name), ("key", name), hint)
        shares.append((weight, own))
    return combined(shares)
