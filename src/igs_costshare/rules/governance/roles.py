"""The managing municipality and the applicant: whether they take part, and may be what they are."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import Literal

from igs_costshare.errors import clipped
from igs_costshare.language import Language, Words
from igs_costshare.rules.governance.forms import KINDS, form_of
from igs_costshare.rules.rule import Case, Finding, Rule

_ABSENT = Words("`{partner}` neemt niet deel", "`{partner}` does not take part")
_TAKE = Words("neem een van de partners: {ids}", "take one of the partners: {ids}")
_MOST_NAMED = 6
"""Partners that a hint lists."""


def _takes_no_part(
    role: Literal["managing", "applicant"], case: Case, language: Language
) -> Iterator[Finding]:
    governance = case.network.governance
    named = governance and getattr(governance, role)
    if named and named not in case.network.partner:
        ids = ", ".join(f"`{id}`" for id in islice(case.network.partner, _MOST_NAMED))
        more = " …" if len(case.network.partner) > _MOST_NAMED else ""
        yield Finding(
            _ABSENT.say(language, partner=clipped(named)),
            ("governance", role),
            _TAKE.say(language, ids=ids + more),
        )


_NOBODY = Words(
    "een interlokale vereniging heeft geen rechtspersoonlijkheid, en er staat geen beherende "
    "gemeente die voor haar optreedt",
    "an interlocal association is no legal person, and no managing municipality is named to act "
    "for it",
)
_NAME_ONE = Words(
    "zet `managing = …` in `[governance]`, met de id van een deelnemende gemeente",
    "add `managing = …` to `[governance]`, with the id of a municipality that takes part",
)
_NO_MUNICIPALITY = Words(
    "`{partner}` is {kind}; een interlokale vereniging wordt beheerd door een gemeente",
    "`{partner}` is {kind}; it is a municipality that manages an interlocal association",
)
_ANOTHER = Words("neem een deelnemende gemeente", "take a municipality that takes part")


def _no_managing_municipality(case: Case, language: Language) -> Iterator[Finding]:
    """An interlocal association without a managing partner, or with one that is no municipality.

    One that does not take part, or has no kind, is told by the rules about that.
    """
    governance = case.network.governance
    form = form_of(case.network)
    if governance is None or form is None or form.id != "interlocal":
        return
    if governance.managing is None:
        yield Finding(_NOBODY.say(language), ("governance", "form"), _NAME_ONE.say(language))
        return
    partner = case.network.partner.get(governance.managing)
    if partner is not None and partner.kind not in (None, "municipality"):
        yield Finding(
            _NO_MUNICIPALITY.say(
                language, partner=governance.managing, kind=KINDS[partner.kind].say(language)
            ),
            ("governance", "managing"),
            _ANOTHER.say(language),
        )


ROLES: tuple[Rule, ...] = (
    Rule(
        "interlocal-managing",
        "error",
        "Decreet Lokaal Bestuur, interlokale vereniging",
        Words(
            "een interlokale vereniging heeft een beherende gemeente",
            "an interlocal association has a managing municipality",
        ),
        _no_managing_municipality,
    ),
    Rule(
        "managing-takes-part",
        "error",
        "Decreet Lokaal Bestuur, interlokale vereniging",
        Words("wie beheert, neemt deel", "the one that manages takes part"),
        partial(_takes_no_part, "managing"),
    ),
    Rule(
        "applicant-takes-part",
        "error",
        "docs/format.md, [governance]",
        Words("de indiener neemt deel", "the applicant takes part"),
        partial(_takes_no_part, "applicant"),
    ),
)
