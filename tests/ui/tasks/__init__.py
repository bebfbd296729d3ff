"""Tests of the kit's tasks."""
