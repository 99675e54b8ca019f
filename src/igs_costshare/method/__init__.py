"""How everything is shared, in words: the rule of every line that moves money."""
