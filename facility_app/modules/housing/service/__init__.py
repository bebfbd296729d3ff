"""Decisions about the house: its places and capacity, who sleeps where, teams, rolls; and what follows a stay."""
