"""Proof engines: they cut the power, kill the program, fail its calls and damage its files, and count losses."""
