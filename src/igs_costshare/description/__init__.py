"""What a file describes: kinds of value, contributions, the network; nothing is computed here."""
