"""Which legal form would do, who bears the administration, and how healthy the cooperation is."""
