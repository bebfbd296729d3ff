"""Days at a facility, told from outside."""
