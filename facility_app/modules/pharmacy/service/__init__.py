"""Verbs of the pharmacy, each joining the unit of work of whoever called."""
