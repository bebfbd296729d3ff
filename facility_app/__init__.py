"""Offline-first management of a drug-rehabilitation facility: one encrypted file, one window, one command line."""

from datetime import date

__version__ = "0.1.0"
RELEASED_ON = date(2026, 11, 21)
"""No clock can rightly be earlier than the program itself."""
