"""How the screens of papers take scans in and show them: with what the screens of residents have for it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QWidget

from facility_app.modules.correspondence.ui.press import Scans
from facility_app.modules.residents.domain.files import PICTURES
from facility_app.modules.residents.ui.filing import PICTURES as PHOTOS
from facility_app.modules.residents.ui.filing import SCANS, FileTaker
from facility_app.modules.residents.ui.pictures import SCREEN, scaled
from facility_app.modules.residents.ui.viewer import PdfViewer, PictureViewer
from facility_app.modules.treatment.ui.sample_cassette import Pictures
from facility_app.ui.shell.spec import PageContext


def taker(context: PageContext, check: Callable[[Any, Any], None], over: QWidget) -> FileTaker:
    """Asks for a file over ``over``."""
    return FileTaker(context, check, over)


def read(content: bytes, media_type: str) -> QImage | bytes:
    """A picture made as small as a screen, else the PDF itself."""
    return scaled(content, SCREEN) if media_type in PICTURES else content


def viewer(context: PageContext, title: str, read_as: QImage | bytes, over: QWidget) -> QDialog | None:
    """The window that shows it; None for a picture nobody can read."""
    if isinstance(read_as, bytes):
        return PdfViewer(context.theme, context.runner, title, read_as, over)
    return None if read_as.isNull() else PictureViewer(context.theme, title, read_as, over)


DESK = Scans(taker, read, viewer, SCANS)
CASSETTES = Pictures(taker, read, viewer, PHOTOS)
