"""What smaller groups of partners would pay, and what a fair division of the bill would be."""
