"""Tests of the window part of the program."""
