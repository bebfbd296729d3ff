"""Tests of vocational courses, room by room."""
