"""A contribution in a few words, as it stands above a column."""

from __future__ import annotations

from typing import assert_never

from igs_costshare.description.contributions import Contribution
from igs_costshare.messages import Percent
from igs_costshare.sharing.rule import Charge, Division, Keys, rule_of
from igs_costshare.wording.language import Language


def in_words(model: Contribution, language: Language) -> str | None:
    """A model in the few words that fit a heading; None for one that takes more."""
    match rule_of(model):
        case Charge() as charge:
            return language.say("compared.model_per_day") if charge.by_use else None
        case Division() as division:
            return _divided(division, language)
        case _ as never:
            assert_never(never)


def _divided(division: Division, language: Language) -> str | None:
    keys, part = division.rest, division.part_equally
    if not isinstance(keys, Keys) or division.amount_each is not None:
        return None
    if keys.equal:
        return language.say("compared.model_equal")
    if len(keys.parts) > 1:
        return None
    key = language.key(keys.parts[0][0])
    if part is None:
        return language.say("compared.model_by_key", key=key)
    return language.say("compared.model_mixed", key=key, part=Percent(part, 2))
