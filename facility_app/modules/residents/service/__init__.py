"""Decisions about people: one function per verb, each with its right, its entry in the trail and the card kept."""
