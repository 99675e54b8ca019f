"""PDF: the tables and sentences of a document on sheets of A4, tagged for those who listen."""

from __future__ import annotations

from igs_costshare.documents.document import Document
from igs_costshare.papers.compile import pdf
from igs_costshare.papers.document import paper_of
from igs_costshare.render import Options


def render(document: Document, options: Options) -> bytes:
    """Title and parts; what runs on has its number on every sheet."""
    return pdf(paper_of(document, options.language))
