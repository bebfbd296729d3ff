"""Giáo dục, tư vấn: programmes, classes, lessons, attendance, results, counselling, schooling of minors.

Luật PCMT 2025 Đ29.3; NĐ 163/2026 Đ86, Đ115, Đ119, Đ127. Owns the classes and everything held in them. Whoever
counts what residents were taught, or asks who is taken when, comes through ``api``.
"""
