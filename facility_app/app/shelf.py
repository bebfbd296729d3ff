"""The shipped lists as files: read on first use, kept parsed for as long as the program runs."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

T = TypeVar("T")


class ResourceShelf:
    """The port ``Shelf`` over ``resources/catalogues``; safe to call from any thread."""

    def __init__(self, folder: Path) -> None:
        """Take the folder; nothing is read yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._made: dict[str, Any] = {}

    def take(self, name: str, read: Callable[[str], T]) -> T:
        """What ``read`` makes of the text of ``<name>.csv``, made once.

        Raises:
            EnvironmentFault: ``list_unreadable``.
        """
        with self._lock:
            if name not in self._made:
                self._made[name] = self._read(name, read)
            made: T = self._made[name]
            return made

    def _read(self, name: str, read: Callable[[str], T]) -> T:
        path = self._folder / f"{name}.csv"
        try:
            return read(path.read_text(encoding="utf-8"))
        except (OSError, ValueError, KeyError) as error:
            raise EnvironmentFault(
                "list_unreadable",
                label(
                    "errors",
                    "Không đọc được danh mục {file} của chương trình: tệp bị mất hoặc hỏng. Dữ liệu của cơ sở "
                    "không sao; hãy cài lại chương trình.",
                ),
                file=path.name,
            ) from error
