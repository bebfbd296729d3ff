"""Screens of absences: who is away, one person's cases, a form for each decision."""
