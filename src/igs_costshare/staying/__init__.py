"""A register of stays: from its bytes to nights by home, referrer and household size.

`reader` reads it whole, or tells every problem; `register` is what it comes to, `summary` what it
says of single stays. Nothing personal is kept, and no message repeats a cell that is refused.
"""
