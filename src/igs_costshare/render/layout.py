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
    whole = _block(table, language, min(_WIDEST_NAME, width // 2 - 1))
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
    ends = [whole.place(sum) + 1 for sum in table.sums[:-1]]
    stacked = whole.folded(_room_of_names(whole, width))
    for first, end in zip([whole.names, *ends], [*ends, len(whole.columns)], strict=True):
        yield from _stacked(stacked, range(first, end), width)


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
    if whole.names == 1:
        return half
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


def _stacked(whole: Block, places: Sequence[int], width: int) -> Iterator[Block]:
    """Blocks of these columns that fit the width, each with all names in front.

    They are filled from the last, so that a total and the balance stay with what they sum up.
    """
    stacked: list[list[int]] = []
    names = range(whole.names)
    front = sum(whole.widths[: whole.names]) + WIDE_GAP * (whole.names - 1)
    room = 0
    for place in reversed(places):
        room -= WIDE_GAP + whole.widths[place]
        if room < 0 or not stacked:
            stacked.insert(0, [])
            room = width - front - WIDE_GAP - whole.widths[place]
        stacked[0].insert(0, place)
    for block in stacked:
        yield whole.only([*names, *block])
