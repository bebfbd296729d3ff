"""Hủy văn bản: why, and the head's agreement where somebody else strikes it out."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.correspondence.queries.paper import PaperDetail
from facility_app.modules.correspondence.service.voiding import SECOND_PERSON, Voided, VoidPaper, void_paper
from facility_app.modules.correspondence.ui.press import Press
from facility_app.ui.dialogs import CountersignDialog, ReasonDialog
from facility_app.ui.i18n import shown, tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

VERB = "correspondence.void_paper"
TITLE = label("correspondence", "Hủy văn bản {number}")
TEXT = label(
    "correspondence",
    "{title}. Văn bản hủy vẫn giữ số, nội dung và chỗ trong sổ; các bản đã gửi cần thu hồi. Việc này không lấy "
    "lại được.",
)
GIVE = label("verbs", "Hủy văn bản")
AGREE = label("correspondence", "Người đứng đầu cơ sở xác nhận")
AGREE_TEXT = label("correspondence", "Hủy văn bản {number}. Lý do: {reason}")
SIGN = label("verbs", "Xác nhận hủy")
DONE = label("correspondence", "Đã hủy văn bản {number}. Số vẫn giữ trong sổ.")
ALSO = label("correspondence", "Hủy theo vì dựa vào văn bản này: {papers}. Hãy thu hồi các bản đã giao.")


class Voiding(QObject):
    """Asks what it takes to strike out a paper, then does it."""

    def __init__(self, press: Press, context: PageContext, over: QWidget) -> None:
        """Ask over ``over``."""
        super().__init__(over)
        self._press, self._context, self._over = press, context, over
        self._agreed: Any = None

    def ask(self, detail: PaperDetail) -> None:
        """Ask why."""
        number = detail.number or detail.form_id
        title, text = tr(TITLE, number=number), tr(TEXT, title=shown(detail.title))
        dialog = ReasonDialog(self._context.theme, title, text, verb=GIVE, is_dangerous=True, parent=self._over)
        dialog.given.connect(partial(self._on_reason_given, detail))
        dialog.open()

    def _on_reason_given(self, detail: PaperDetail, reason: str) -> None:
        if not SECOND_PERSON.isdisjoint(self._context.actor.roles):
            self._void(detail, reason)
            return
        self._agreed = None
        text = tr(AGREE_TEXT, number=detail.number or detail.form_id, reason=reason)
        dialog = CountersignDialog(
            self._context.theme, tr(AGREE), text, check=self._check, verb=SIGN, parent=self._over
        )
        dialog.signed.connect(partial(self._on_signed, detail, reason))
        dialog.open()

    def _check(self, name: str, password: str, answer: Callable[[str], None]) -> None:
        asked = partial(_agreed, self._press, name, password)
        op = self._context.runner.query(self, asked, topic="agree")
        op.success(partial(self._on_agreed, answer)).failure(partial(_refused, answer)).run()

    def _on_agreed(self, answer: Callable[[str], None], agreed: object) -> None:
        self._agreed = agreed
        answer("")

    def _on_signed(self, detail: PaperDetail, reason: str, _name: str) -> None:
        self._void(detail, reason)

    def _void(self, detail: PaperDetail, reason: str) -> None:
        agreed, self._agreed = self._agreed, None
        command = VoidPaper(detail.paper_id, detail.version, reason, agreed)
        op = self._context.runner.command(self, partial(_void, command))
        op.success(partial(self._on_done, detail)).failure(self._on_failed).run()

    def _on_done(self, detail: PaperDetail, done: Voided) -> None:
        told = tr(DONE, number=detail.number or detail.form_id)
        if done.also:
            told = f"{told} {tr(ALSO, papers=', '.join(done.also))}"
        self._context.say(told, Tone.WARNING if done.also else Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)


def _agreed(press: Press, name: str, password: str, uow: Any) -> object:
    return press.agree(uow, VERB, SECOND_PERSON, name, password)


def _refused(answer: Callable[[str], None], failure: Failure) -> None:
    answer(failure.words)


def _void(command: VoidPaper, uow: Any) -> Voided:
    return void_paper(uow, command)
