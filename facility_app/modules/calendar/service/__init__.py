"""Decisions about the calendar: one function per verb."""
