"""Decisions about teaching and counselling: one function per verb."""
