"""Decisions about somebody's care; each entry carries when it happened, when it was written and by whom."""
