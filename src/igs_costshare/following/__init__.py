"""The description of the next year, as the text of this one with what changes and no more."""
