"""Tests of the kit's models."""
