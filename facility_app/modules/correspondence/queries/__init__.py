"""Reads of the papers' slice."""
