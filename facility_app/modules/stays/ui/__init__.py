"""Screens about stays: the list, the tabs of term, stages and plan on a person's page, and taking somebody in."""
