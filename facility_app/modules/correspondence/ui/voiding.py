"""Hủy văn bản: why, and the head's agreement where somebody else strikes it out."""

from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.correspondence.queries.paper import PaperDetail
from facility_app.modules.correspondence.service.voiding import SECOND_PERSON, Voided, VoidPaper, void_paper
from facility_app.modules.correspondence.ui.press import Press
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.dialogs.second_person import SecondPerson, agreeing_to
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
        self._second = SecondPerson(context, over)

    def ask(self, detail: PaperDetail) -> None:
        """Ask why."""
        number = detail.number or detail.form_id
        title, text = tr(TITLE, number=number), tr(TEXT, title=shown(detail.title))
        dialog = ReasonDialog(self._context.theme, title, text, verb=GIVE, is_dangerous=True, parent=self._over)
        dialog.given.connect(partial(self._on_reason_given, detail))
        dialog.open()

    def _on_reason_given(self, detail: PaperDetail, reason: str) -> None:
        if not SECOND_PERSON.isdisjoint(self._context.actor.roles):
            self._void(detail, reason, None)
            return
        text = tr(AGREE_TEXT, number=detail.number or detail.form_id, reason=reason)
        agree = agreeing_to(self._press.agree, VERB, SECOND_PERSON)
        self._second.ask(agree, text, partial(self._void, detail, reason), title=AGREE, sign=SIGN)

    def _void(self, detail: PaperDetail, reason: str, agreed: Any) -> None:
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


def _void(command: VoidPaper, uow: Any) -> Voided:
    return void_paper(uow, command)
