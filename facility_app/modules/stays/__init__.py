"""The stay (lần cai nghiện): its legal type, its decisions, the clock of its term, its stages, where somebody is.

Rests on Luật PCMT 2025, NĐ 163/2026 and, for stays begun before 01/07/2026, Luật PCMT 2021 and NĐ 116/2021.
"""
