"""Decisions about learning a trade: one function per verb."""
