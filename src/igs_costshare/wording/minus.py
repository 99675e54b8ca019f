"""The minus of print, which is as wide as a plus, and no hyphen."""

from __future__ import annotations

import re

_NEGATIVE = re.compile(r"(?<![^\s])-(?=[\d€])")


def with_minus(figure: str) -> str:
    """A figure with a mark before it or not, its minus as print has it; a name is none.

    >>> with_minus("-1.390,15"), with_minus("↓ -20"), with_minus("Sint-Niklaas")
    ('−1.390,15', '↓ −20', 'Sint-Niklaas')
    """
    return _NEGATIVE.sub("−", figure)
