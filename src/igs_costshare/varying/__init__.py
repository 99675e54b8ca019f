"""One number of a description that varies: figures along a range, and where a target is met."""
