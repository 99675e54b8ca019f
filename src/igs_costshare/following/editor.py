"""A description's text brought to other values: each change at its place, all else as it was."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from difflib import SequenceMatcher
from fractions import Fraction
from typing import Any

from igs_costshare.errors import Path
from igs_costshare.following.additions import Additions
from igs_costshare.following.edits import Edit, edited, exact_comment, outermost, without_entries
from igs_costshare.following.notation import alike, toml_value
from igs_costshare.following.pieces import Item, Span
from igs_costshare.reading.description import Description


def rewritten(
    text: str,
    before: Description,
    after: Description,
    exact: Mapping[Path, Fraction],
    places: Mapping[Path, Path],
    block: Path,
) -> str:
    """The text that says `after`, where it said `before`.

    `exact` holds what was rounded, for comments; `places` where new entries stand: at another's.
    `block` is where the file has the year, of which values are written as they stand there.
    """
    ended = text if text.endswith("\n") else f"{text}\n"
    made = _Editor(ended.encode(), exact, places, block, before).brought(after)
    body = made.rstrip("\r\n")
    return body + ended[len(ended.rstrip("\r\n")) :] if text.endswith("\n") else body


class _Editor(Additions):
    """The changes to one text."""

    def brought(self, after: Description) -> str:
        """The text with the values of `after`."""
        self._change(self.before, after, ())
        spans = [*outermost(self._whole_rows())]
        self.edits += [Edit(*span, b"") for span in spans]
        for holder in dict.fromkeys(item.holder for item in self.gone):
            if holder is not None and not any(one <= holder[0] < end for one, end in spans):
                inner = [item for item in self.gone if item.holder == holder]
                self.edits += without_entries(self.pieces, holder, inner)
        for end, exact in self._numbers_by_row().values():
            self.edits += exact_comment(self.pieces, end, exact)
        body = edited(self.pieces.data, self.edits).decode()
        if not self.tail:
            return body
        return self.line_end.join([body.rstrip("\r\n") + self.line_end, *self.tail])

    def _whole_rows(self) -> Iterator[Span]:
        """The rows of tables and values that are taken out whole."""
        starts, row_of = self.pieces.starts, self.pieces.row_of
        for first, last in self.regions:
            yield starts[first], starts[last]
        for item in self.gone:
            if item.holder is None:
                yield starts[row_of(item.start)], starts[row_of(item.end - 1) + 1]

    def _numbers_by_row(self) -> dict[int, tuple[int, list[str]]]:
        """Of each row with new numbers, the end of its last one and what was rounded."""
        rows: dict[int, list[Item]] = {}
        for item in sorted(self.numbers, key=lambda each: each.end):
            rows.setdefault(self.pieces.row_of(item.end), []).append(item)
        return {
            row: (items[-1].end, self.exact_texts([each.path for each in items]))
            for row, items in rows.items()
        }

    def _change(self, before: Description, after: Description, path: Path) -> None:
        """Bring a table to its new values."""
        moved = {new for new in self.places if new[:-1] == path}
        for key, value in before.items():
            here = (*path, key)
            if key not in after or here in moved:
                self._remove(here)
            else:
                self._revise(here, value, after[key])
        for key, value in after.items():
            if key not in before or (*path, key) in moved:
                self.add(path, key, value)

    def _revise(self, path: Path, before: Any, after: Any) -> None:
        rounded = any(each[: len(path)] == path for each in self.exact)
        if alike(before, after) and not rounded:
            return
        item = self.pieces.at.get(path)
        if isinstance(before, dict) and isinstance(after, dict):
            self._change(before, after, path)
            return
        lists = isinstance(before, list) and isinstance(after, list)
        if lists and self._list(path, before, after):
            return
        if item is None:
            self._remove(path)
            self.add(path[:-1], path[-1], after)
        else:
            self._replace(item, after)

    def _list(self, path: Path, before: list[Any], after: list[Any]) -> bool:
        """Bring a list to its new entries, and leave those that stay; whether that can be done."""
        if len(before) == len(after):
            for at, (old, new) in enumerate(zip(before, after, strict=True)):
                self._revise((*path, at), old, new)
            return True
        matching = SequenceMatcher(None, [*map(repr, before)], [*map(repr, after)], autojunk=False)
        steps = matching.get_opcodes()
        if any(last - first < end - start for _, first, last, start, end in steps):
            return False
        for _, first, last, start, end in steps:
            for old, new in zip(range(first, last), range(start, end), strict=False):
                self._revise((*path, old), before[old], after[new])
            for old in range(first + end - start, last):
                self._remove((*path, old))
        return True

    def _replace(self, item: Item, value: Any) -> None:
        written = self.pieces.data[item.value : item.end].decode()
        stated = self.stated(item.path, value)
        alone = isinstance(value, int | Decimal) and not written.startswith("{")
        like = written if alone else self.like
        text = stated or toml_value(value, like)
        self.edits.append(Edit(item.value, item.end, text.encode()))
        self.numbers.append(item)

    def _remove(self, path: Path) -> None:
        """Take out all that says something of a path."""
        length = len(path)
        for header in self.pieces.headers:
            if header.path[:length] == path:
                self.regions.append(self.pieces.region(header))
        self.gone += [item for item in self.pieces.items if item.path[:length] == path]
