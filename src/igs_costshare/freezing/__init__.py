"""A statement frozen with the decision on it, and whether it still comes out of the file."""
