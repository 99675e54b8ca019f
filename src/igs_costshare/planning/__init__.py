"""The years of a plan side by side: what happens in each, who pays what, and the reserve."""
