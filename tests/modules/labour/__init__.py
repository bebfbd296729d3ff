"""Tests of labour, room by room."""
