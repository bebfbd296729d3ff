"""Receipts of the province taken in from a stick: the folder is asked for, each answer told."""

from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.exchange.ui.post import Answers, Post
from facility_app.modules.exchange.ui.standing_words import TABLES
from facility_app.ui.i18n import refusal, tr
from facility_app.ui.printing.saving import folder_dialog
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone

READING: Final = label("exchange", "Đang đọc biên nhận…")
NONE_THERE: Final = label(
    "exchange", "Không có biên nhận nào của tỉnh trong thư mục đó. Hãy chọn thư mục trên thẻ nhớ."
)
TAKEN: Final = label("exchange", "Đã nhận {count} biên nhận.")
KNOWN: Final = label("exchange", "Đã nhận {count} biên nhận; {known} biên nhận đã có từ trước hoặc của nơi khác.")
RETURNED: Final = label("exchange", "Tỉnh chưa nhận {lines} dòng: xem lý do ở dưới.")


class ReceiptTaking(QObject):
    """Takes receipts in over one page; the page itself reads anew."""

    def __init__(self, context: PageContext, post: Post, over: QWidget) -> None:
        """Over ``over``."""
        super().__init__(over)
        self._context, self._post, self._over = context, post, over

    def ask(self) -> None:
        """Ask for the folder on the stick."""
        dialog = folder_dialog(self._over)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, place: str) -> None:
        """Take in what lies in ``place``."""
        job = partial(_taken, self._post, self._context.runner.workplace, place)
        self._context.runner.job(self, job).success(self._on_taken).failure(self._on_failed).run()

    def _on_taken(self, found: Answers) -> None:
        said = [] if found.taken or found.known or found.refused else [tr(NONE_THERE)]
        if found.known:
            said.append(tr(KNOWN, count=number_text(found.taken), known=number_text(found.known)))
        elif found.taken:
            said.append(tr(TAKEN, count=number_text(found.taken)))
        if found.not_taken:
            said.append(tr(RETURNED, lines=number_text(found.not_taken)))
        said += [f"{name}: {refusal(why)}" for name, why in found.refused]
        tone = Tone.DANGER if found.refused else Tone.OK
        if tone is Tone.OK and (found.not_taken or not (found.taken or found.known)):
            tone = Tone.WARNING
        self._context.say(" ".join(said), tone)
        if found.taken:
            changed = Change(frozenset((table, "") for table in TABLES))
            self._context.runner.changed.emit(changed, self)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _taken(post: Post, desk: Any, place: str, progress: Progress) -> Answers:
    progress.tell(0, None, READING)
    return post.take_in(desk, place)
