"""Screens of the pharmacy: catalogue, store, book, counts, requisitions, reports, traces."""
