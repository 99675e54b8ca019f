"""Which columns of a table stand next to one another in a terminal, and how wide they are.

Figures are never cut. What does not fit the width gets higher headings; then a total over one
single line stands for that line too; then the columns are set closer; then names fold where a row
has several of them; then the columns are stacked in blocks, each with all that names its rows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from operator import ge

from rich.cells import cell_len

from igs_costshare.errors import visible
from igs_costshare.render.block import NARROW_GAP, WIDE_GAP, Block, heading_width, word_width
from igs_costshare.wording.language import Language
from igs_costshare.wording.tables import Table, texts_of

_WIDEST_NAME = 32
_NARROWEST_NAME = 12
"""How narrow several names of a row may become before the columns are stacked."""


def blocks(table: Table, language: Language, width: int) -> Iterator[Block]:
    """The table whole where it fits, else without repetition, else in blocks of columns."""
    whole = _block(table, language, min(_WIDEST_NAME, width // 2 - 1)).with_whole_words(width)
    merged = _without_repetition(whole, table.sums, language)
    candidates = (whole, whole.fitted(word_width), merged, merged.fitted(word_width))
    for gap in (WIDE_GAP, NARROW_GAP):
        for candidate in candidates:
            if candidate.width(gap) <= width:
                yield candidate
                return
    folded = _with_folded_names(whole.fitted(word_width), width)
    if folded is not None:
        yield folded
        return
    if whole.names == len(whole.columns):
        yield whole.folded(width)
        return
    ends = [whole.place(sum) + 1 for sum in table.sums[:-1]]
    stacked = whole.folded(_room_of_names(whole, width))
    last = len(whole.columns) - 1
    # Of a statement every block ends with the balance, where there is room for it.
    kept = (last,) if table.sums and _has_room(stacked, last, width) else ()
    for first, end in zip([whole.names, *ends], [*ends, last + 1], strict=True):
        places = [place for place in range(first, end) if place not in kept]
        yield from _stacked(stacked, places, width, kept, balanced=not table.sums)


def _has_room(stacked: Block, kept: int, width: int) -> bool:
    """Whether a column fits beside the names and the widest of the others."""
    names = sum(stacked.widths[: stacked.names]) + WIDE_GAP * (stacked.names - 1)
    widest = max(stacked.widths[stacked.names : -1], default=0)
    return names + 2 * WIDE_GAP + widest + stacked.widths[kept] <= width


def _with_folded_names(whole: Block, width: int) -> Block | None:
    """The columns in one block with several names that fold; None where there is no room."""
    figures = sum(NARROW_GAP + each for each in whole.widths[whole.names :])
    folded = whole.folded(width - figures)
    kept = (min(wide, _NARROWEST_NAME) for wide in whole.widths[: whole.names])
    least = map(max, kept, whole.words)
    fits = whole.names > 1 and folded.width(NARROW_GAP) <= width
    return folded if fits and all(map(ge, folded.widths, least)) else None


def _room_of_names(whole: Block, width: int) -> int:
    """What names take of stacked blocks: half, or more where words and the figures ask for it."""
    half = width // 2 - 1
    words = sum(whole.words) + WIDE_GAP * (whole.names - 1)
    beside = max(whole.widths[whole.names :], default=0) + WIDE_GAP
    return max(half, min(words, width - beside))


def _block(table: Table, language: Language, widest: int) -> Block:
    texts = tuple(texts_of(table, language))
    longest = tuple(max(map(cell_len, each)) for each in texts)
    total = table.rows[-1].role == "total"
    kinds = [column.kind for column in table.columns]
    names = max(1, sum(1 for _ in takewhile("text".__eq__, kinds)))
    columns = tuple(each._replace(heading=visible(each.heading)) for each in table.columns)
    block = Block(columns, texts, longest, longest, widest, total, names)
    return block.fitted(heading_width)


def _without_repetition(whole: Block, sums: Sequence[str], language: Language) -> Block:
    """A single line that equals its total is named in the heading of the total."""
    places = list(range(len(whole.columns)))
    headings = [column.heading for column in whole.columns]
    line = 2 if whole.columns[1].id == "units" else 1
    for total in map(whole.place, sums):
        if total - line == 1:
            heading = language.say("value.labelled", label=headings[total], text=headings[line])
            whole = whole.headed(total, heading)
            places.remove(line)
        line = total + 1
    return whole.only(places)


def _stacked(
    whole: Block, places: Sequence[int], width: int, kept: Sequence[int], *, balanced: bool
) -> Iterator[Block]:
    """Blocks of these columns that fit the width, each with all names in front, `kept` at its end.

    As few as can be; `balanced` about as wide as one another, else the last ones full, so that a
    total stands beside what it sums up.
    """
    names = range(whole.names)
    room = width - sum(whole.widths[: whole.names]) - WIDE_GAP * (whole.names - 1)
    stacked = _filled(whole, places, room - _figures(whole, kept))
    for block in _balanced(whole, stacked) if balanced else stacked:
        yield whole.only([*names, *block, *kept])


def _balanced(whole: Block, stacked: list[list[int]]) -> list[list[int]]:
    """As many blocks, from the last on as narrow as those before it allow."""
    blocks: list[list[int]] = []
    while stacked:
        *stacked, last = _narrowed(whole, stacked)
        blocks.insert(0, last)
    return blocks


def _narrowed(whole: Block, stacked: list[list[int]]) -> list[list[int]]:
    """The same columns in as many blocks, of which the widest is as narrow as can be."""
    places = [place for block in stacked for place in block]
    even = narrower = stacked
    while 1 < len(narrower) == len(stacked):
        even, widest = narrower, max(_figures(whole, block) for block in narrower)
        if any(len(block) == 1 and _figures(whole, block) == widest for block in narrower):
            break
        narrower = _filled(whole, places, widest - 1)
    return even


def _filled(whole: Block, places: Sequence[int], room: int) -> list[list[int]]:
    """The columns in blocks of so much room, which a single column may exceed.

    They are filled from the last, so that a total and the balance stay with what they sum up.
    """
    stacked: list[list[int]] = []
    left = 0
    for place in reversed(places):
        left -= WIDE_GAP + whole.widths[place]
        if left < 0 or not stacked:
            stacked.insert(0, [])
            left = room - WIDE_GAP - whole.widths[place]
        stacked[0].insert(0, place)
    return stacked


def _figures(whole: Block, places: Sequence[int]) -> int:
    """What columns take behind the names."""
    return sum(WIDE_GAP + whole.widths[place] for place in places)
