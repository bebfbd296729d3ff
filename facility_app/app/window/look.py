"""How this account of the system likes the window; kept outside the data, so it holds before anybody signs in."""

import json
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject

from facility_app.ui.theme import SCALES, Theme

FILE = "look.json"


class KeptLook(QObject):
    """Gives the theme what was chosen last, and keeps what is chosen from then on.

    A file that cannot be read or written costs the choice and nothing else.
    """

    def __init__(self, theme: Theme, state_dir: Path) -> None:
        """Dress ``theme``; the file lies in the user's state folder."""
        super().__init__(theme)
        self._theme, self._file = theme, state_dir / FILE
        dark, scale = _chosen(self._file)
        theme.set(dark=dark, scale=scale)
        theme.changed.connect(self._on_theme_changed)

    def _on_theme_changed(self) -> None:
        text = json.dumps({"dark": self._theme.is_dark, "scale": self._theme.scale})
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            fresh = self._file.with_name(f".{FILE}.tmp")
            fresh.write_text(text + "\n", encoding="utf-8")
            fresh.replace(self._file)


def _chosen(file: Path) -> tuple[bool | None, float | None]:
    """Whether dark, and how large, as ``file`` says; None where it says nothing the program knows."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None, None
    if not isinstance(found, dict):
        return None, None
    dark, scale = found.get("dark"), found.get("scale")
    return (dark if isinstance(dark, bool) else None), (float(scale) if scale in SCALES else None)
