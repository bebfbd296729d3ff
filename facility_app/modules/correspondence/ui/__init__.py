"""Screens of papers: the two registers, a paper as it will be printed, and forms filled in by hand."""
