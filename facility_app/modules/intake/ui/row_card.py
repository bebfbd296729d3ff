"""One row of the list beside it: every fault with its cell, and side by side who it may be."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.intake.domain.roster import ROW_STATE_LABELS, SAMENESS_LABELS, RowDecision, Sameness
from facility_app.modules.intake.queries.roster import PreviewRow
from facility_app.modules.intake.ui.roster_list import TONES
from facility_app.sheets.reading.grid import letters
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Card, Chip, PushButton, Rule, words

TITLE = label("intake", "Dòng đang chọn")
NOTHING = label("intake", "Chọn một dòng để xem lỗi từng ô và người có thể đã có hồ sơ.")
CELL = label("intake", "Ô {cell}")
WHOLE = label("intake", "Cả dòng")
NO_FAULT = label("intake", "Dòng này không có lỗi.")
MINE = label("intake", "Trong danh sách")
ROW = label("intake", "Dòng {row}")
SAME = label("verbs", "Cùng người {code}")
OTHER = label("verbs", "Người khác")
SKIP = label("verbs", "Bỏ qua dòng")
DECIDED = label("intake", "Đã quyết định: {what}.")
HEADS = (
    label("terms", "Họ và tên"),
    label("terms", "Ngày sinh"),
    label("terms", "Giới tính"),
    label("terms", "Số giấy tờ"),
)
MOST_BESIDE = 2


class RowCard(Card):
    """What is to be said and decided about one row.

    Signals:
        decided(int, RowDecision): who the person of the row is.
    """

    decided = Signal(int, object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing chosen."""
        super().__init__(theme, tr(TITLE), parent=parent)
        self._theme = theme
        self.row: PreviewRow | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(self._area, 1)
        self.show_row(None)

    def show_row(self, row: PreviewRow | None) -> None:
        """Show another row; None for none."""
        self.row = row
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(self._theme.px(8))
        if row is None:
            box.addWidget(words(NOTHING, ink=Tone.NEUTRAL, is_wrapped=True))
        else:
            self._fill(box, row)
        box.addStretch(1)
        self._area.setWidget(inner)

    def _fill(self, box: QVBoxLayout, row: PreviewRow) -> None:
        theme = self._theme
        box.addWidget(words(f"{tr(ROW, row=row.row_no)} · {row.name or '–'}", weight="strong", is_wrapped=True))
        chip = Chip(theme, tr(ROW_STATE_LABELS[row.state]), TONES[row.state])
        box.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        for mark in sorted(row.marks, key=lambda one: not one.is_fault):
            cell = tr(WHOLE) if mark.column is None else tr(CELL, cell=f"{letters(mark.column)}{mark.row + 1}")
            box.addWidget(words(cell, ink=Tone.DANGER if mark.is_fault else Tone.WARNING, weight="medium"))
            box.addWidget(words(mark.text, is_wrapped=True))
        if not row.marks:
            box.addWidget(words(NO_FAULT, ink=Tone.NEUTRAL, is_wrapped=True))
        if row.candidates:
            box.addWidget(Rule())
            box.addWidget(self._beside(row))
        self._add_buttons(box, row)

    def _beside(self, row: PreviewRow) -> QWidget:
        """The row and who it may be, fact by fact; what is the same stands out."""
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(10))
        mine = (row.name, row.birth, _sex(row.sex), row.number)
        grid.addWidget(words(MINE, ink=Tone.NEUTRAL, is_wrapped=True), 0, 1)
        for line, (head, text) in enumerate(zip(HEADS, mine, strict=True), 1):
            grid.addWidget(words(head, ink=Tone.NEUTRAL, is_wrapped=True), line, 0)
            grid.addWidget(words(text or "–", weight="medium", is_wrapped=True), line, 1)
        for column, one in enumerate(row.candidates[:MOST_BESIDE], 2):
            grid.addWidget(Chip(self._theme, one.row.code, icon=""), 0, column, Qt.AlignmentFlag.AlignLeft)
            theirs = (one.row.name, one.row.birth, tr(SEX_LABELS[one.row.sex]), one.row.paper or "")
            for line, text in enumerate(theirs, 1):
                is_same = bool(text) and text == mine[line - 1]
                cell = words(text or "–", weight="strong" if is_same else "", is_wrapped=True)
                cell.setAccessibleName(f"{one.row.code}, {tr(HEADS[line - 1])}: {text}")
                grid.addWidget(cell, line, column)
            why = ", ".join(tr(text) for text in row.likeness(one))
            grid.addWidget(words(why, ink=Tone.NEUTRAL, is_wrapped=True), len(HEADS) + 1, column)
        for column in range(1, min(len(row.candidates), MOST_BESIDE) + 2):
            grid.setColumnStretch(column, 1)
        return table

    def _add_buttons(self, box: QVBoxLayout, row: PreviewRow) -> None:
        if row.decision is not None:
            what = tr(SAMENESS_LABELS[row.decision.what])
            box.addWidget(words(tr(DECIDED, what=what), ink=Tone.INFO, is_wrapped=True))
        choices = [
            (tr(SAME, code=one.row.code), RowDecision(Sameness.SAME, one.row.code), f"same_{one.row.code}")
            for one in row.candidates[:MOST_BESIDE]
        ]
        if row.candidates:
            choices.append((tr(OTHER), RowDecision(Sameness.OTHER), "other_button"))
        choices.append((tr(SKIP), RowDecision(Sameness.SKIP), "skip_button"))
        for text, decision, name in choices:
            button = PushButton(self._theme, text)
            button.setObjectName(name)
            button.clicked.connect(partial(self._on_clicked, row.row_no, decision))
            box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_clicked(self, row_no: int, decision: RowDecision) -> None:
        self.decided.emit(row_no, decision)


def _sex(said: str) -> str:
    return tr(SEX_LABELS[Sex(said)]) if said in set(Sex) else said
