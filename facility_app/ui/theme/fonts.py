"""The shipped letters: loaded by the program, never assumed to be installed."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from facility_app.ui.theme.tokens import FAMILY, Size

SCREEN_FONTS, PAPER_FONTS = "be-vietnam-pro", "liberation-serif"
FIRST_FACES = ("Regular", "Medium", "SemiBold")
"""What the first window is painted with."""


def load_screen_fonts(folder: Path) -> tuple[str, ...]:
    """Load every face of the screen's and the paper's family below ``folder``; answers what Qt could not read."""
    return (*load_first_fonts(folder), *load_other_fonts(folder))


def load_first_fonts(folder: Path) -> tuple[str, ...]:
    """Load the faces of the first window from ``folder``; answers what Qt could not read."""
    return _unread(path for path in _faces(folder, SCREEN_FONTS) if _is_first(path))


def load_other_fonts(folder: Path) -> tuple[str, ...]:
    """Load every other face of the screen's and the paper's family; answers what Qt could not read."""
    others = (path for path in _faces(folder, SCREEN_FONTS) if not _is_first(path))
    return _unread((*others, *_faces(folder, PAPER_FONTS)))


def _faces(folder: Path, family: str) -> list[Path]:
    return sorted((folder / family).glob("*.ttf"))


def _is_first(face: Path) -> bool:
    return face.stem.rpartition("-")[2] in FIRST_FACES


def _unread(files: Iterable[Path]) -> tuple[str, ...]:
    return tuple(path.name for path in files if QFontDatabase.addApplicationFont(str(path)) < 0)


def screen_font(pixels: int = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The screen family at ``pixels``."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    # Letters keep their place at every scale factor, so that a text measured is the text painted.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
