"""`python -m igs_costshare`."""

from igs_costshare.cli import main

main()
