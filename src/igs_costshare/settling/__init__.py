"""What each still has to pay or gets back, from what it bears and what it paid."""
