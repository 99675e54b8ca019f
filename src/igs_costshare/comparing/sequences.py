"""One order for the entries of two tables."""

from __future__ import annotations

from collections.abc import Sequence


def merged(leading: Sequence[str], other: Sequence[str]) -> list[str]:
    """Every id of both: those of `leading` in its order, the rest after what they stand behind.

    Where both sides have ids of their own behind the same one, the block whose first id comes
    first in the alphabet stands first; so it does not matter which side leads, as long as both
    have what they share in the same order.

    >>> merged(["stad", "caw", "dorp"], ["stad", "gavere", "dorp"])
    ['stad', 'caw', 'gavere', 'dorp']
    """
    shared = {*leading} & {*other}
    behind, also = _blocks(leading, shared), _blocks(other, shared)
    order: list[str] = []
    for anchor in ("", *(id for id in leading if id in shared)):
        blocks = sorted(filter(None, (behind.get(anchor), also.get(anchor))))
        order += [*([anchor] if anchor else []), *(id for block in blocks for id in block)]
    return order


def _blocks(ids: Sequence[str], shared: set[str]) -> dict[str, list[str]]:
    """The ids that only one side has, by the shared id that they stand behind."""
    blocks: dict[str, list[str]] = {}
    anchor = ""
    for id in ids:
        if id in shared:
            anchor = id
        else:
            blocks.setdefault(anchor, []).append(id)
    return blocks
