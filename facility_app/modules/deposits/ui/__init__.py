"""Screens of custody: the list, one person's tab, sheets for things and supplies, the closing of months."""
