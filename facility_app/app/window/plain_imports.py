"""Reading the program without what PySide6 does beside every import."""

import builtins
import importlib
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def plain_imports() -> Iterator[None]:
    """Import as Python does, for as long as it lasts; PySide6 stands before every import again afterwards.

    WORKAROUND(measured, PySide6 6.11): to know who asked for its snake_case names, it reads the source of every
    module imported after it and keeps the lines: 49 MB and a fifth of the time for the program behind the login.
    Nothing of ours asks for them. Two threads that meet in here may leave Python's own import behind: no harm.
    """
    before = builtins.__import__
    builtins.__import__ = importlib.__import__
    try:
        yield
    finally:
        builtins.__import__ = before
