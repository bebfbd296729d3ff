"""Decisions of the exchange: keys and trust, what leaves, what the receiver answered; each with its audit row."""
