"""The look for the windows before there is a session."""

from tests.ui.conftest import dressed, one_theme, theme

__all__ = ["dressed", "one_theme", "theme"]
