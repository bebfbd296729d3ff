"""Offline-first management of a drug-rehabilitation facility: one encrypted file, one window, one command line."""

__version__ = "0.1.0"
