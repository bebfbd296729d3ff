"""Care of the file itself: backups, restores, new keys, checks and upgrades, each with its right and its trail.

Owns no table. Rests on R5, R10 and R14 of the reliability promises.
"""
