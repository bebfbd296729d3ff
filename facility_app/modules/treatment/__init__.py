"""Medical care of a stay (điều trị): instruments and their scores, vitals, diagnoses, substances and drug tests.

Rests on Luật PCMT 2025 Đ23, Đ29, Đ39, NĐ 163/2026 Đ85, Đ114 and TT 06/2026/TT-BYT. Nothing clinical is written in
the program: items, bands, limits, codes and intervals are data, and what was not read in a source only warns.
"""
