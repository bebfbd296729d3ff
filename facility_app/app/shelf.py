"""The shipped lists as files: read on first use, kept parsed for as long as the program runs."""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label

T = TypeVar("T")


class ResourceShelf:
    """The port ``Shelf`` over ``resources/catalogues`` and its neighbours; safe to call from any thread."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of catalogues, beside which the others stand; nothing is read yet."""
        self._folder = folder
        self._lock = threading.Lock()
        self._made: dict[str, Any] = {}

    def take(self, name: str, read: Callable[[str], T]) -> T:
        """What ``read`` makes of the text of ``<name>.csv``, made once.

        Raises:
            EnvironmentFault: ``list_unreadable``.
        """
        return self._once(name, lambda: self._read(self._path(f"{name}.csv"), read))

    def take_all(self, folder: str, read: Callable[[str], T]) -> Mapping[str, T]:
        """What ``read`` makes of each TOML file of a folder, by the file's name, made once.

        Raises:
            EnvironmentFault: ``list_unreadable``.
        """
        return self._once(f"{folder}/", lambda: self._read_all(self._folder.parent / folder, read))

    def _once(self, name: str, make: Callable[[], T]) -> T:
        with self._lock:
            if name not in self._made:
                self._made[name] = make()
            made: T = self._made[name]
            return made

    def _path(self, name: str) -> Path:
        return self._folder.parent / name if "/" in name else self._folder / name

    def _read_all(self, folder: Path, read: Callable[[str], T]) -> Mapping[str, T]:
        # A folder without a file is told as one that cannot be read.
        paths = sorted(folder.glob("*.toml")) or [folder]
        return {path.stem: self._read(path, read) for path in paths}

    def _read(self, path: Path, read: Callable[[str], T]) -> T:
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
