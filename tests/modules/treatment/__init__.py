"""Tests of medical care."""
