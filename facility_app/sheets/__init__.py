"""Spreadsheets in and out; knows no database and no window."""
