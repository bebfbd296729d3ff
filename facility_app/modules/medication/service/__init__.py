"""Verbs of giving medicines, each joining the unit of work of whoever called."""
