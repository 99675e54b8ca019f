"""What is put into a text where nothing stood: a line, an entry within others, a table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from igs_costshare.errors import Path
from igs_costshare.following.edits import Edit, beside
from igs_costshare.following.notation import alike, exactly, toml_key, toml_value
from igs_costshare.following.pieces import Header, Item, Pieces, Span
from igs_costshare.reading.description import TABLES_OF_IDS, Description, value_at


class Additions:
    """The changes to one text, as far as they put something into it."""

    def __init__(
        self,
        data: bytes,
        exact: Mapping[Path, Fraction],
        places: Mapping[Path, Path],
        block: Path,
        before: Description,
    ) -> None:
        self.pieces = Pieces(data)
        self.exact, self.places = exact, places
        self.block, self.before = block, before
        self.edits: list[Edit] = []
        self.gone: list[Item] = []
        """What is taken out; what lies within it may be among it."""
        self.regions: list[Span] = []
        """The rows of tables that are taken out."""
        self.tail: list[str] = []
        """Tables at the end of the file."""
        self.numbers: list[Item] = []
        """What has a new value."""
        self.like = "1_000" if re.search(rb"[0-9]_[0-9]", data) else "1000"
        self.line_end = "\r\n" if b"\r\n" in data else "\n"

    def exact_texts(self, paths: Iterable[Path]) -> list[str]:
        """The exact values at or below paths, each with its name where there may be others."""
        paths = [*paths]
        found = {
            path: number
            for path, number in self.exact.items()
            if any(path[: len(each)] == each for each in paths)
        }
        if [*found] == paths and len(paths) == 1:
            return [*map(exactly, found.values())]
        return [f"{path[-1]} = {exactly(number)}" for path, number in found.items()]

    def stated(self, path: Path, value: Any) -> str | None:
        """A value as the block of the year has it; None where it is not of there."""
        place = (*self.block, *path)
        item = self.pieces.at.get(place)
        if item is None or not alike(value_at(self.before, place), value):
            return None
        text = self.pieces.data[item.value : item.end].decode()
        return None if "\n" in text or self.exact_texts([path]) else text

    def add(self, path: Path, key: str | int, value: Any) -> None:
        """Put in what a table did not have: at the end of it, or at the place it is to take."""
        here = (*path, key)
        if here in self.places:
            self._at_place_of(self.places[here], here, value)
            return
        fellows = [each for each in self.pieces.headers if each.path[: len(path)] == path]
        own = next((each for each in fellows if each.path == path), None)
        holder = self.pieces.at.get(path)
        dotted = [
            item
            for item in self.pieces.items
            if item.path[: len(path)] == path and len(self.pieces.base(item)) <= len(path)
        ]
        entry = isinstance(value, dict) and (not path or path[0] in TABLES_OF_IDS)
        if not path and isinstance(value, dict):
            self._at_end(here, value)
        elif not path:
            self._line(None, here, value)
        elif entry and len(path) == 1 and any(len(each.path) > 1 for each in fellows):
            self._table(max(self.pieces.region(each)[1] for each in fellows), here, value)
        elif own is not None and isinstance(value, dict) and self._dotted_elsewhere(here):
            for name, inner in value.items():
                self._line(own, (key, name), inner, (*here, name))
        elif own is not None:
            self._line(own, (key,), value, here)
        elif holder is not None:
            self._inner((holder.value, holder.end), (key,), value, here)
        elif dotted:
            self._beside(dotted[-1], here, value)
        else:
            self._table(self.pieces.region(fellows[0])[0], path, {str(key): value})

    def _dotted_elsewhere(self, path: Path) -> bool:
        """Whether other entries have such a table as dotted names: `keys.youth = 7`."""
        return any(
            item.holder is None
            and item.path[0] == path[0]
            and item.path[2:-1] == path[2:]
            and self.pieces.base(item) == item.path[:2]
            for item in self.pieces.items
        )

    def _at_end(self, path: Path, value: Mapping[str, Any]) -> None:
        """New tables at the end of the file, one for each entry where it holds entries."""
        if path[0] in TABLES_OF_IDS:
            for key, entry in value.items():
                self._table(len(self.pieces.rows), (*path, key), entry)
        else:
            self._table(len(self.pieces.rows), path, value)

    def _table(self, row: int, path: Path, value: Mapping[str, Any]) -> None:
        """A new table above a row."""
        lines = [f"[{toml_key(path)}]"]
        lines += [self._text_of((key,), each, (*path, key)) for key, each in value.items()]
        text = "".join(f"{line}{self.line_end}" for line in lines)
        if row == len(self.pieces.rows):
            self.tail.append(text)
            return
        if row and not self.pieces.rows[row - 1].strip():
            text = f"{text}{self.line_end}"
        self._put(self.pieces.starts[row], text)

    def _line(self, table: Header | None, key: Path, value: Any, path: Path | None = None) -> None:
        """A line at the end of a table."""
        row = self.pieces.last_row(table) + 1
        text = self._text_of(key, value, key if path is None else path)
        self._put(self.pieces.starts[row], f"{text}{self.line_end}")

    def _beside(self, last: Item, path: Path, value: Any) -> None:
        """A dotted name below the last one of its table."""
        base = self.pieces.base(last)
        if last.holder is not None:
            self._inner(last.holder, path[len(base) :], value, path)
            return
        row = self.pieces.row_of(last.end - 1) + 1
        text = self._text_of(path[len(base) :], value, path)
        self._put(self.pieces.starts[row], f"{text}{self.line_end}")

    def _inner(self, holder: Span, key: Path, value: Any, path: Path) -> None:
        """An entry at the end of an inline table."""
        entries = [item for item in self.pieces.items if item.holder == holder]
        place = entries[-1].end if entries else holder[0] + 1
        stays = any(item not in self.gone for item in entries)
        added = any(edit.start == edit.end == place for edit in self.edits)
        text = f"{toml_key(key)} = {self._value(value, path)}"
        self._put(place, f", {text}" if stays or added else text if entries else f" {text} ")

    def _at_place_of(self, first: Path, path: Path, value: Mapping[str, Any]) -> None:
        """A new entry where another stands that goes."""
        headers = [each for each in self.pieces.headers if each.path[: len(first)] == first]
        if headers:
            self._table(self.pieces.region(headers[0])[0], path, value)
            return
        item = next(item for item in self.pieces.items if item.path[: len(first)] == first)
        key = path[len(self.pieces.base(item)) :]
        if item.holder is not None:
            self.gone = [each for each in self.gone if each.path[: len(first)] != first]
            text = f"{toml_key(key)} = {self._value(value, path)}"
            self.edits.append(Edit(item.start, item.end, text.encode()))
            return
        row = self.pieces.row_of(item.start)
        self._put(self.pieces.starts[row], f"{self._text_of(key, value, path)}{self.line_end}")

    def _text_of(self, key: Path, value: Any, path: Path) -> str:
        """A line with a name, its value, and what was exact of it."""
        exact = self.exact_texts([path])
        comment = beside(exact) if exact else ""
        return f"{toml_key(key)} = {self._value(value, path)}{comment}"

    def _value(self, value: Any, path: Path) -> str:
        return self.stated(path, value) or toml_value(value, self.like, str(path[-1]))

    def _put(self, place: int, text: str) -> None:
        self.edits.append(Edit(place, place, text.encode()))
