"""Tests of deposits."""
