"""TOML → Network, or every problem with its place."""

from igs_costshare.reading.loading import (
    Reading,
    bytes_of,
    load,
    load_every,
    load_or_saved,
    load_text,
    load_text_every,
    name_of,
    parse,
    read,
    text_of,
    under,
    warned,
)

__all__ = [
    "Reading",
    "bytes_of",
    "load",
    "load_every",
    "load_or_saved",
    "load_text",
    "load_text_every",
    "name_of",
    "parse",
    "read",
    "text_of",
    "under",
    "warned",
]
