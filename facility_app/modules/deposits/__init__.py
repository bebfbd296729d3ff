"""Lưu ký: money and belongings a facility keeps for the people inside, and what it issues to them to live with.

Every receipt is numbered without a gap, every balance is the sum of its rows, and nothing written is ever changed.
"""
