"""Tests of calendar, room by room."""
