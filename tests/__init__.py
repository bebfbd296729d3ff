"""Tests of the program, grouped like the rooms they test; proofs of what must never be lost in ``proof``."""
