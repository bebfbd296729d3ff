"""Tests of the words every slice shares."""
