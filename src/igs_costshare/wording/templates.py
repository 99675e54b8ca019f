"""Commented starter files, one for each kind of cooperation, in every language."""

from __future__ import annotations

from importlib.resources import files

from igs_costshare.wording import locales


def template_text(template: str, language: str) -> str:
    """The starter file `template` with comments in the language of that code."""
    file = files(locales).joinpath(language, f"{template}.toml")
    return file.read_text(encoding="utf-8")
