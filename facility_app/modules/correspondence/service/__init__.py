"""Verbs of the papers' slice."""
