"""From the text of a file to a network, or every problem with its place and the way out."""

from igs_costshare.reading.loading import (
    Reading,
    from_tables,
    load,
    load_every,
    load_text,
    load_text_every,
    parse,
    read,
    under,
    warned,
)
from igs_costshare.reading.text import bytes_of, name_of, text_of

__all__ = [
    "Reading",
    "bytes_of",
    "from_tables",
    "load",
    "load_every",
    "load_text",
    "load_text_every",
    "name_of",
    "parse",
    "read",
    "text_of",
    "under",
    "warned",
]
