"""Tests of giving medicines."""
