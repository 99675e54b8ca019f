"""A folder for each language.

Its `__init__` has the marks of figures and the rule of the plural; each other module is an area
(`fault`, `help`, `column` …) with the texts by name in `WORDS`. The folders hold the same areas,
keys, places and plurals, as a test sees to. To add a language, copy the folder `en` and
translate it: nothing else names the languages.
"""
