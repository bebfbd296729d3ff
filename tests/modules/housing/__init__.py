"""Tests of places to sleep."""
