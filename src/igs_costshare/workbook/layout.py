"""Where things stand whatever the network is: rows from 0, cells as formulas write them."""

HEADINGS = 3
"""Row of the headings on Input and Statement; the first partner stands in the next."""
FIRST = HEADINGS + 1

VALID, SURE, HELD = "$B$3", "$B$4", "$B$5"
"""Cells on the sheet Method: whether the command would take these inputs, whether doubles can tell
every amount, and whether every input fits in a double."""
