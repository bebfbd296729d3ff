"""Thuốc: the catalogue, stock by lot and place, and the ledger of controlled medicines (TT 18/2026/TT-BYT).

Owns medicines and their classes, places, lots, movements, slips, counts, destructions and what doses took.
Treatment calls its ``api`` to take a dose and to give one back; pharmacy knows of doses by their ids alone.
"""
