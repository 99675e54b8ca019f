"""Where each value of a JSON text stands, found when there is something to point at."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from igs_costshare.errors import Path, Place

_TOKEN = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


_DEEPEST = 10
"""Parts of the longest path that is kept: fields lie no deeper, whatever a file may nest."""


@dataclass(frozen=True, eq=False, repr=False)
class JsonLayout:
    """A sound JSON text, and where each path stands in it."""

    text: str

    def place(self, path: Path) -> Place:
        """Where the value at a path stands, or the nearest that holds it."""
        starts = self._starts
        length = next(each for each in range(len(path), -1, -1) if path[:each] in starts)
        start = starts[path[:length]]
        line = bisect_right(self._begins, start) - 1
        column = start - self._begins[line]
        return Place(line + 1, column + 1, self._lines[line].rstrip("\r"))

    @cached_property
    def _lines(self) -> list[str]:
        return self.text.split("\n")

    @cached_property
    def _begins(self) -> list[int]:
        """The first character of each line."""
        return [0, *accumulate(len(line) + 1 for line in self._lines)]

    @cached_property
    def _starts(self) -> dict[Path, int]:
        """The first character of each value; of a name that stands twice the last, as it counts."""
        starts: dict[Path, int] = {}
        around: list[_Holder] = [_Holder((), is_table=False, part=None)]
        for token in _TOKEN.finditer(self.text):
            holder, mark = around[-1], token[0]
            if mark in ("}", "]"):
                around.pop()
            elif mark == ",":
                holder.go_on()
            elif holder.is_table and holder.part is None:
                holder.part = json.loads(mark)
            elif mark != ":":
                path = holder.here
                if len(path) <= _DEEPEST:
                    starts[path] = token.start()
                if mark in ("{", "["):
                    table = mark == "{"
                    around.append(_Holder(path, is_table=table, part=None if table else 0))
        return starts


@dataclass
class _Holder:
    """A table or a list of which the values come one by one."""

    path: Path
    is_table: bool
    part: str | int | None
    """The name or the number of the value that comes; a table has none before its name."""

    @property
    def here(self) -> Path:
        """The path of the value that comes, down to where paths are kept; the whole has none."""
        beyond = len(self.path) > _DEEPEST
        return self.path if self.part is None or beyond else (*self.path, self.part)

    def go_on(self) -> None:
        """To the next value."""
        self.part = self.part + 1 if isinstance(self.part, int) else None
