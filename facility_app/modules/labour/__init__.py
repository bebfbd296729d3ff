"""Lao động trị liệu: teams, daily sheets under the caps of the day, tools, and the result book with its split.

NĐ 163/2026 Đ87, Đ117, Đ118, Đ128; law.md §18 rows 8 and 15: all labour counts together, by the date. The hours
themselves are written by one verb, which asks every rule inside the transaction that writes.
"""
