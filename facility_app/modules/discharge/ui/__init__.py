"""Screens of release: the runway, tomorrow's list, one release with its gate, steps and handover packet."""
