"""Commented starter files, one for each kind of cooperation and language."""

from __future__ import annotations

from importlib.resources import files


def template_text(template: str, language: str) -> str:
    """The starter file `template` with comments in `language`."""
    return files(__name__).joinpath(f"{template}.{language}.toml").read_text(encoding="utf-8")
