"""Everything that a person reads, in every language there is.

`language` has figures and texts, `catalogue` finds a text by its key, and `locales/` holds a
folder for each language, which alone makes the language. This place imports nothing of ours but
`messages` and `money`.
"""
