"""Tests of the kit's lists."""
