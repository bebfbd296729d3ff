"""Kiểm tra mã: the code of a paper, scanned or pasted, and what this facility knows of it."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.correspondence.domain import READ_PAPERS
from facility_app.modules.correspondence.domain.marks import MarkVerdict
from facility_app.modules.correspondence.queries.marks import MarkFound, verify_mark
from facility_app.modules.correspondence.ui.places import PAPER
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.words import day
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, Loudness, PushButton, words

TITLE = label("correspondence", "Kiểm tra mã QR trên văn bản")
NAME = label("correspondence", "Kiểm tra mã QR")
HOW = label(
    "correspondence",
    "Đặt con trỏ vào ô dưới rồi quét mã ở cuối trang đầu của văn bản, hoặc dán dòng chữ bắt đầu bằng FAC1.",
)
CODE = label("correspondence", "Mã trên văn bản")
CHECK, OPEN = label("verbs", "Kiểm tra"), label("verbs", "Mở văn bản này")
NOT_GENUINE = label("correspondence", "Chưa thể coi văn bản này là thật")
INITIALS = label("correspondence", "Người trên giấy (chữ cái đầu họ tên)")
REPLACED = label("correspondence", "Văn bản thay thế")
TYPE_FIRST = label("correspondence", "Hãy quét hoặc dán mã trước.")
TONES = {
    MarkVerdict.GENUINE: Tone.OK,
    MarkVerdict.VOID: Tone.DANGER,
    MarkVerdict.ALTERED: Tone.DANGER,
    MarkVerdict.OUTDATED: Tone.WARNING,
    MarkVerdict.NOT_IN_FILE: Tone.WARNING,
    MarkVerdict.ANOTHER_FACILITY: Tone.INFO,
}
WIDE = 760


class CheckPage(Page):
    """The page. A scanner types the code and presses Enter.

    Attributes:
        code_edit: where the code goes.
        banner: the answer.
    """

    def __init__(self, press: Press, context: PageContext) -> None:
        """Ask for a code."""
        super().__init__(context)
        self._press = press
        self._found: MarkFound | None = None
        theme = context.theme
        self.code_edit = ComposingLine(self)
        self.code_edit.setObjectName("code_edit")
        self.code_edit.setAccessibleName(tr(CODE))
        self.code_edit.setPlaceholderText("FAC1.")
        self.code_edit.entered.connect(self.check)
        self.check_button = PushButton(theme, CHECK, Loudness.PRIMARY, parent=self)
        self.check_button.setObjectName("check_button")
        self.check_button.clicked.connect(self.check)
        card = Card(theme, tr(CODE))
        card.setMaximumWidth(theme.px(WIDE))
        card.body.addWidget(words(HOW, ink=Tone.NEUTRAL, is_wrapped=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.code_edit, 1)
        row.addWidget(self.check_button)
        card.body.addLayout(row)
        self.banner = Banner(theme, "")
        self.banner.hide()
        self.grid = KeyValueGrid(theme)
        self.grid.hide()
        self.open_button = PushButton(theme, OPEN, Loudness.PLAIN, parent=self)
        self.open_button.setObjectName("open_button")
        self.open_button.clicked.connect(self._on_open_clicked)
        self.open_button.hide()
        card.body.addWidget(self.banner)
        card.body.addWidget(self.grid)
        card.body.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(card)
        whole.addStretch(1)

    def check(self) -> None:
        """Read the code and tell what is known."""
        self.code_edit.commit_ime()
        text = self.code_edit.text().strip()
        if not text:
            self._tell(tr(TYPE_FIRST), Tone.WARNING)
            return
        op = self.context.runner.query(self, partial(_verify, text), topic="mark")
        op.success(self._on_found).failure(self._on_refused).run()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def first_focus(self) -> QWidget:
        return self.code_edit

    def _tell(self, text: str, tone: Tone, found: MarkFound | None = None) -> None:
        self._found = found
        self.banner.set(text, tone)
        self.banner.show()
        self.grid.setVisible(found is not None)
        is_here = found is not None and found.paper_id is not None
        self.open_button.setVisible(is_here and self.context.may(READ_PAPERS))
        # The next paper is scanned over this one.
        self.code_edit.selectAll()
        self.code_edit.setFocus()

    def _on_found(self, found: MarkFound) -> None:
        lines: list[tuple[Label, str, Tone | None]] = [
            (label("terms", "Cơ sở"), found.facility_code, None),
            (label("terms", "Biểu mẫu"), found.form_id, None),
            (label("terms", "Số, ký hiệu"), found.number, None),
            (label("terms", "Ngày ban hành"), day(found.issued_on), None),
        ]
        if found.initials:
            lines.append((INITIALS, found.initials, None))
        if found.voided_on is not None:
            struck = day(local_date(found.voided_on))
            lines.append((label("terms", "Đã hủy ngày"), struck, Tone.DANGER))
            lines.append((REPLACED, found.replaced_by, None))
        self.grid.set_rows([KeyValue(tr(head), value, tone) for head, value, tone in lines])
        self._tell(tr(found.text), TONES[found.verdict], found)

    def _on_refused(self, failure: Failure) -> None:
        self._tell(f"{tr(NOT_GENUINE)}. {failure.words}", Tone.DANGER)

    def _on_open_clicked(self) -> None:
        if self._found is not None and self._found.paper_id is not None:
            self.context.go(Route(PAPER, self._found.paper_id))


def _verify(text: str, uow: Any) -> MarkFound:
    return verify_mark(uow, text)
