"""From key figures to exact contributions and totals: pure, and nothing is rounded."""
