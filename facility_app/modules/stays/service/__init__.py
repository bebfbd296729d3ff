"""Decisions about stays, one function each."""
