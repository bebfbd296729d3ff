"""Screens about people: the list, writing somebody down, and the page of one person."""
