"""From a network to its statement: the engine, what it keeps, and the amounts of a statement."""
