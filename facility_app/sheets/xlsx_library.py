"""The library that writes spreadsheets, by name: it is read with the first one written, not at the sign-in."""

import importlib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter import Workbook


def new_book(path: Path, options: Mapping[str, object]) -> "Workbook":
    """An empty workbook that will be written to ``path``."""
    book: Workbook = importlib.import_module("xlsxwriter").Workbook(str(path), {**options})
    return book


def exceptions() -> Any:
    """What the library raises."""
    return importlib.import_module("xlsxwriter.exceptions")
