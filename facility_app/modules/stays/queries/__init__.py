"""Reads about stays."""
