"""From a document or photo in a list to the viewer: the look is written to the trail before anything is shown."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from facility_app.kernel.ports import SealedFile
from facility_app.modules.residents.domain.files import PICTURES
from facility_app.modules.residents.queries.contents import read_content
from facility_app.modules.residents.service.files import open_attachment
from facility_app.modules.residents.ui.pictures import SCREEN, scaled
from facility_app.modules.residents.ui.viewer import NOT_SHOWN, PdfViewer, PictureViewer
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone


class Opener(QObject):
    """Opens sealed files over a widget."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        """Open them over ``parent``."""
        super().__init__(parent)
        self._context, self._over = context, parent

    def open(self, attachment_id: str, title: str) -> None:
        """Ask for the right, write the look down, show it under ``title``."""
        op = self._context.runner.command(self, partial(_open, attachment_id))
        op.success(partial(self._on_allowed, title)).failure(self._on_failed).run()

    def _on_allowed(self, title: str, sealed: SealedFile) -> None:
        runner = self._context.runner
        if sealed.media_type in PICTURES:
            picture = runner.query(self, partial(_picture, sealed), topic="content")
            picture.success(partial(self._on_picture, title)).failure(self._on_failed).run()
        else:
            content = runner.query(self, partial(_content, sealed), topic="content")
            content.success(partial(self._on_pdf, title)).failure(self._on_failed).run()

    def _on_picture(self, title: str, image: QImage) -> None:
        if image.isNull():
            self._context.say(tr(NOT_SHOWN), Tone.DANGER)
        else:
            PictureViewer(self._context.theme, title, image, self._over).open()

    def _on_pdf(self, title: str, content: bytes) -> None:
        PdfViewer(self._context.theme, self._context.runner, title, content, self._over).open()

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _open(attachment_id: str, uow: Any) -> SealedFile:
    return open_attachment(uow, attachment_id)


def _content(sealed: SealedFile, uow: Any) -> bytes:
    return read_content(uow, sealed)


def _picture(sealed: SealedFile, uow: Any) -> QImage:
    return scaled(read_content(uow, sealed), SCREEN)
