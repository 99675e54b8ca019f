"""Statements that were kept, as JSON or in a lock, and whether they still come out."""
