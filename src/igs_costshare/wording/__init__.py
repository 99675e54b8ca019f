"""Everything that a person reads, in every language there is.

`language` has figures and texts, `catalogue` finds a text by its key, and `locales/` holds a folder
for each language, which alone makes the language. `tables` and `sentences` say what stands in and
around the table of a statement, `problems` what is wrong with a file.
"""
