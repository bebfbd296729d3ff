"""The slices: one folder per noun of the work."""
