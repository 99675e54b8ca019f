"""How a change is told: by the bill, or by what is received where it stays below 0."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from igs_costshare.messages import Message, say

Said: TypeAlias = Callable[[str, str], Message]
"""Of whom or what, and the amount."""
BySign: TypeAlias = Mapping[int, Said]
"""By whether it is more (1), less (-1) or the same (0)."""


class View(NamedTuple):
    """From whose side a change is told."""

    sign: int
    """What a balance that rises is, told so: more (1) or less (-1)."""
    of_one: BySign
    of_all: BySign
    of_part: BySign
    """The part of one cause."""


_AMOUNTS: BySign = {
    1: lambda what, amount: say("compared.more", what=what, amount=amount),
    -1: lambda what, amount: say("compared.less", what=what, amount=amount),
}

PAYS = View(
    -1,
    {
        1: lambda name, amount: say("compared.pays_more", name=name, amount=amount),
        -1: lambda name, amount: say("compared.pays_less", name=name, amount=amount),
        0: lambda name, _: say("compared.pays_same", name=name),
    },
    {
        1: lambda _, amount: say("compared.everybody_pays_more", amount=amount),
        -1: lambda _, amount: say("compared.everybody_pays_less", amount=amount),
        0: lambda _, __: say("compared.everybody_pays_same"),
    },
    _AMOUNTS,
)
"""Who pays, before or after."""

RECEIVES = View(
    1,
    {
        1: lambda name, amount: say("compared.receives_more", name=name, amount=amount),
        -1: lambda name, amount: say("compared.receives_less", name=name, amount=amount),
        0: lambda name, _: say("compared.receives_same", name=name),
    },
    {
        1: lambda _, amount: say("compared.everybody_receives_more", amount=amount),
        -1: lambda _, amount: say("compared.everybody_receives_less", amount=amount),
        0: lambda _, __: say("compared.everybody_receives_same"),
    },
    _AMOUNTS,
)
"""Who receives before and after."""
