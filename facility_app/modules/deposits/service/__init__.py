"""Decisions about deposits: money, belongings, supplies, the closing of a month, the return of everything."""
