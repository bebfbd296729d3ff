"""Tiếp nhận: who comes in at the gate, one by one or by a list (law.md §4; NĐ 163/2026 Đ106–108).

Owns the runs of roster imports and what is remembered of files' columns. The people and their stays belong to
``residents`` and ``stays``; this slice writes them only through their ``api``.
"""
