"""JSON: for programs; amounts are strings, so that no cent is lost."""

from __future__ import annotations

import json

from igs_costshare.documents.document import Document
from igs_costshare.render import Options


def render(document: Document, options: Options) -> str:
    """The objects of the document, indented, with the characters as they are."""
    return json.dumps(document.data(), indent=2, ensure_ascii=False) + "\n"
