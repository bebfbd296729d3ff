"""Somebody at the door may have been here before: the likely people, beside the form and side by side with it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.kernel.names import mask_number
from facility_app.kernel.sex import SEX_LABELS
from facility_app.modules.residents.domain.card import RESIDENT_STATUS_LABELS
from facility_app.modules.residents.domain.likeness import LIKENESS_LABELS, SCORES
from facility_app.modules.residents.domain.person import birth_text
from facility_app.modules.residents.queries.alike import Candidate, Newcomer
from facility_app.modules.residents.ui.words import status_tone
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, Chip, FlowLayout, Loudness, PushButton, Rule, words

TITLE = label("residents", "Có thể đã có hồ sơ")
NOBODY = label("residents", "Chưa thấy ai giống trong dữ liệu của cơ sở.")
WATCHING = label("residents", "Tự tìm khi đã có họ tên, ngày sinh, giới tính, hoặc số giấy tờ.")
SURE = label("residents", "Nhiều khả năng người này đã từng ở đây.")
OPEN = label("verbs", "Mở hồ sơ {code}")
ASK = label("residents", "Người này đã có hồ sơ chưa?")
ASK_TEXT = label(
    "residents",
    "So từng dòng. Nếu là một người, hãy mở hồ sơ cũ: mã, ảnh, các lần trước đều ở đó. Lưu thành hai hồ sơ thì về "
    "sau không ai ghép lại được quá trình cai nghiện.",
)
LOOK_AGAIN = label("verbs", "Xem lại")
OTHER = label("verbs", "Là người khác, lưu hồ sơ mới")
MINE = label("residents", "Đang nhập")
ALIKE = label("residents", "Giống nhau")
MOST_BESIDE = 3
MORE = label("residents", "Còn {count} người nữa cũng hơi giống; xem ở cột bên phải biểu mẫu.")
ROWS: tuple[Label, ...] = (
    label("terms", "Họ và tên"),
    label("terms", "Ngày sinh"),
    label("terms", "Giới tính"),
    label("terms", "Số giấy tờ"),
    label("terms", "Tình trạng"),
    label("terms", "Chỗ ở"),
)


class SimilarCard(Card):
    """The likely people, found while the form is being filled in.

    Signals:
        open_asked(str): the person of this id is meant.
    """

    open_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nobody yet."""
        super().__init__(theme, tr(TITLE), parent=parent)
        self._theme = theme
        self._candidates: tuple[Candidate, ...] = ()
        self._list = QVBoxLayout()
        self._list.setSpacing(theme.px(10))
        self.body.addLayout(self._list)
        self.body.addStretch(1)
        self.show_nothing_asked()

    def candidates(self) -> tuple[Candidate, ...]:
        """Who is shown."""
        return self._candidates

    def show_nothing_asked(self) -> None:
        """Say when it looks: nobody alike before anything was looked for would be an all-clear."""
        self.show_candidates(())
        first = self._list.itemAt(0)
        nobody = None if first is None else first.widget()
        if nobody is not None:
            nobody.hide()

    def show_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Show others."""
        self._candidates = tuple(candidates)
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        if self.head is not None:
            self.head.set_count(str(len(candidates)) if candidates else "")
        if not candidates:
            self._list.addWidget(words(NOBODY, is_wrapped=True))
            self._list.addWidget(words(WATCHING, ink=Tone.NEUTRAL, is_wrapped=True))
        elif candidates[0].match.is_almost_certain:
            self._list.addWidget(words(SURE, ink=Tone.DANGER, weight="medium", is_wrapped=True))
        for place, one in enumerate(candidates):
            if place:
                self._list.addWidget(Rule())
            self._list.addWidget(self._block(one))

    def _block(self, one: Candidate) -> QWidget:
        theme, row = self._theme, one.row
        block = QWidget()
        column = QVBoxLayout(block)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        head = QWidget()
        flow = FlowLayout(head, gap=theme.px(6), line_gap=theme.px(4))
        flow.addWidget(words(row.name, weight="strong"))
        flow.addWidget(Chip(theme, row.code, icon=""))
        flow.addWidget(Chip(theme, tr(RESIDENT_STATUS_LABELS[row.status]), status_tone(row.status)))
        column.addWidget(head)
        facts = " · ".join(part for part in (tr(SEX_LABELS[row.sex]), row.birth, row.paper, row.place) if part)
        column.addWidget(words(facts, ink=Tone.NEUTRAL, is_wrapped=True))
        column.addWidget(reasons(theme, one))
        button = PushButton(theme, tr(OPEN, code=row.code), Loudness.LINK, "arrow-right")
        button.setObjectName(f"open_{row.code}")
        button.clicked.connect(partial(self._on_open_clicked, row.resident_id))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return block

    def _on_open_clicked(self, resident_id: str) -> None:
        self.open_asked.emit(resident_id)


class SimilarDialog(DialogFrame):
    """Asked before saving; every row is the same fact of both, what is the same stands out.

    Signals:
        open_asked(str): it is the person of this id.
        confirmed: it is somebody else.
    """

    open_asked = Signal(str)
    confirmed = Signal()

    def __init__(self, theme: Theme, newcomer: Newcomer, candidates: Sequence[Candidate], parent: QWidget) -> None:
        """Ask about ``candidates``, the likeliest first."""
        super().__init__(theme, tr(ASK), tr(ASK_TEXT), tone=Tone.WARNING, parent=parent)
        self.setObjectName("similar_dialog")
        self._newcomer, self._shown = newcomer, tuple(candidates[:MOST_BESIDE])
        self.body.addWidget(self._table())
        if len(candidates) > MOST_BESIDE:
            left = tr(MORE, count=len(candidates) - MOST_BESIDE)
            self.body.addWidget(words(left, ink=Tone.NEUTRAL, is_wrapped=True))
        refuse = self.add_refusal(LOOK_AGAIN)
        refuse.setDefault(True)
        self.other_button = self.add_button(OTHER, Loudness.DANGER)
        self.other_button.setObjectName("other_button")
        self.other_button.clicked.connect(self._on_other_clicked)
        refuse.setFocus()
        self.setMinimumWidth(theme.px(420 + 200 * len(self._shown)))

    def _table(self) -> QWidget:
        theme = self.theme
        table = QFrame()
        table.setProperty("kind", "card")
        grid = QGridLayout(table)
        grid.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        grid.setHorizontalSpacing(theme.px(18))
        grid.setVerticalSpacing(theme.px(8))
        mine = self._mine()
        grid.addWidget(words(MINE, ink=Tone.NEUTRAL), 0, 1)
        for line, head in enumerate(ROWS, start=1):
            grid.addWidget(words(head, ink=Tone.NEUTRAL), line, 0)
            grid.addWidget(words(mine[line - 1] or "–", weight="medium", is_wrapped=True), line, 1)
        grid.addWidget(words(ALIKE, ink=Tone.NEUTRAL), len(ROWS) + 1, 0, Qt.AlignmentFlag.AlignTop)
        for column, one in enumerate(self._shown, start=2):
            self._put_candidate(grid, column, one, mine)
        for column in range(1, len(self._shown) + 2):
            grid.setColumnStretch(column, 1)
        return table

    def _put_candidate(self, grid: QGridLayout, column: int, one: Candidate, mine: Sequence[str]) -> None:
        row = one.row
        grid.addWidget(Chip(self.theme, row.code, icon=""), 0, column, Qt.AlignmentFlag.AlignLeft)
        theirs = (
            *(row.name, row.birth, tr(SEX_LABELS[row.sex]), row.paper or ""),
            *(tr(RESIDENT_STATUS_LABELS[row.status]), row.place or ""),
        )
        for line, text in enumerate(theirs, start=1):
            is_same = bool(text) and text == mine[line - 1]
            cell = words(text or "–", weight="strong" if is_same else "", is_wrapped=True)
            cell.setAccessibleName(f"{row.code}, {tr(ROWS[line - 1])}: {text}")
            grid.addWidget(cell, line, column)
        last = len(ROWS) + 1
        grid.addWidget(reasons(self.theme, one), last, column, Qt.AlignmentFlag.AlignTop)
        button = PushButton(self.theme, tr(OPEN, code=row.code), Loudness.PRIMARY, parent=self)
        button.setObjectName(f"open_{row.code}")
        button.clicked.connect(partial(self._on_open_clicked, row.resident_id))
        grid.addWidget(button, last + 1, column)

    def _mine(self) -> tuple[str, ...]:
        person = self._newcomer.person
        number = next((paper.number for paper in self._newcomer.papers if paper.number), None)
        return (
            *(person.name, birth_text(person.birth_on, person.birth_year or 0), tr(SEX_LABELS[person.sex])),
            *("" if number is None else mask_number(number), "", ""),
        )

    def _on_open_clicked(self, resident_id: str) -> None:
        self.accept()
        self.open_asked.emit(resident_id)

    def _on_other_clicked(self) -> None:
        self.accept()
        self.confirmed.emit()


def reasons(theme: Theme, one: Candidate) -> QWidget:
    """Why somebody is shown: what is alike, and what speaks against it."""
    box = QWidget()
    flow = FlowLayout(box, gap=theme.px(4))
    for reason in one.match.reasons:
        tone = Tone.WARNING if SCORES[reason] > 0 else Tone.NEUTRAL
        flow.addWidget(Chip(theme, tr(LIKENESS_LABELS[reason]), tone, icon=""))
    return box
