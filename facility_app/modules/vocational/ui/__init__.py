"""Screens of vocational courses and jobs."""
