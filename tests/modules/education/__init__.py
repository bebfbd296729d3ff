"""Tests of education, room by room."""
