"""The starter files as texts, and the end of the year in one of them switched on."""

from __future__ import annotations

import re
from pathlib import Path

from igs_costshare.wording.templates import template_text

OPTION = re.compile(r"#(?=[\[a-z])")
"""A hash without a space after it: an option that is off. (`#:schema` is for editors.)"""
_ROW = re.compile(r"#   ([\w-]+;.*)")
_REGISTER = re.compile(r'stays\.register = "(.+)"')


def closed_starter(language: str, folder: Path, name: str) -> Path:
    """Write the starter file of crisis housing with the end of its year switched on.

    The end of the year is the last part of the file, and who paid its costs. The rows of a register
    that stand there as remarks come in the register beside the file, whose path is returned.
    """
    text = template_text("crisis-housing", language).replace("#paid_by", "paid_by")
    budget, end = text.rsplit("\n\n", 1)
    closed = "\n".join(OPTION.sub("", line) for line in end.splitlines())
    (folder / name).write_text(f"{budget}\n\n{closed}\n", encoding="utf-8")
    (register,) = _REGISTER.findall(closed)
    rows = [f"{row}\n" for row in _ROW.findall(closed)]
    path: Path = folder / register
    path.write_text("".join(rows), encoding="utf-8")
    return path
