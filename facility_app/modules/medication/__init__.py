"""Dùng thuốc: orders of prescribers, their check and release by a pharmacist, doses given by nurses (the MAR).

Owns orders, holds, doses, allergies, overrides, rules the facility approved, detox protocols and substitution
programmes (law.md §6.3, clinical.md §4.2, §5). Doses leave the stock through ``pharmacy.api`` in the same
transaction; what reveals HIV lies in tables of its own and is shown by verbs that leave a trail.
"""
