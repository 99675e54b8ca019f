"""Figures of a statement by their names: what a column holds for a row, exact and as shown."""
