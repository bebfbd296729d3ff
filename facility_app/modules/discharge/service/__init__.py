"""Verbs of release; one function for each decision."""
