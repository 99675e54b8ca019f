"""TOML → Network, or every problem with its place."""

from igs_costshare.reading.loading import (
    Reading,
    load,
    load_every,
    load_or_saved,
    load_text,
    parse,
    read,
    under,
)

__all__ = [
    "Reading",
    "load",
    "load_every",
    "load_or_saved",
    "load_text",
    "parse",
    "read",
    "under",
]
