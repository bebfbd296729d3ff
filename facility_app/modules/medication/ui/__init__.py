"""Screens of giving medicines: the round, catching up from paper, the desk of doctor and pharmacist."""
