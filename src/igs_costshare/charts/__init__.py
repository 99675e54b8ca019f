"""Charts, chosen by the data: each a scene of lines, dots and texts for the page and for paper."""
