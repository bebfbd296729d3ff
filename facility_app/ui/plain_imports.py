"""Reading modules without what PySide6 does beside every import."""

import builtins
import importlib
import linecache

import PySide6.QtCore  # noqa: F401 - it puts itself before every import when it is read first, never again


def import_plainly() -> None:
    """Import as Python does from now on, on every thread.

    WORKAROUND(measured, PySide6 6.11): to know who asked for its snake_case names, it reads the source of every
    module imported after it and keeps the lines: 49 MB and a fifth of the time for the program behind the login.
    Nothing of ours asks for them. What it kept until now is let go.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", importlib.__import__)
    linecache.clearcache()
