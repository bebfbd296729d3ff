"""The shipped letters: loaded by the program, never assumed to be installed."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from facility_app.ui.theme.tokens import FAMILY, Size

SCREEN_FONTS, PAPER_FONTS = "be-vietnam-pro", "liberation-serif"


def load_screen_fonts(folder: Path) -> tuple[str, ...]:
    """Load every face of the screen's and the paper's family below ``folder``; answers what Qt could not read."""
    files = sorted(path for name in (SCREEN_FONTS, PAPER_FONTS) for path in (folder / name).glob("*.ttf"))
    return tuple(path.name for path in files if QFontDatabase.addApplicationFont(str(path)) < 0)


def screen_font(pixels: int = Size.BODY, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The screen family at ``pixels``."""
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    # Letters keep their place at every scale factor, so that a text measured is the text painted.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
