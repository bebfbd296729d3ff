"""What makes the program run on a machine: environment, system packages, skeletons; standard library only."""
