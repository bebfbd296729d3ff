"""The kit every screen is built from; it knows no noun of the work."""
