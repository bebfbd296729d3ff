"""Decisions about labour: one function per verb."""
