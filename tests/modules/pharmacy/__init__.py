"""Tests of the pharmacy."""
