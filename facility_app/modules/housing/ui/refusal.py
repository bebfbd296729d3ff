"""Why somebody is not put there: each rule with its article and how hard it is, and the way on."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.findings import Finding, PlacementRefusedError
from facility_app.modules.housing.domain.rights import VIEW_BOARD
from facility_app.modules.housing.domain.rules import LEVEL_LABELS, Level
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui.agreeing import ASK
from facility_app.modules.housing.ui.words import finding_line
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Chip, Loudness, words

TITLE = label("housing", "Chưa xếp được vào giường {bed}")
HARD_TEXT = label("housing", "Có quy tắc không được vượt. Hãy chọn giường khác.")
SOFT_TEXT = label(
    "housing", "Vẫn xếp được khi có lý do và người thứ hai có quyền xác nhận; cả hai được ghi vào nhật ký."
)
NOT_DONE, CLOSE = label("housing", "Chưa đổi được"), label("verbs", "Đóng")
TO_BOARD = label("verbs", "Chuyển người trên sơ đồ")
PEOPLE_FIRST: Final = frozenset({"people_there", "capacity_below_people"})
"""Refusals whose way on is to move people."""
CHOOSE_OTHER = label("verbs", "Chọn giường khác")
LEVEL_TONES: Final = {Level.HARD: Tone.DANGER, Level.OVERRIDABLE: Tone.WARNING, Level.WARN: Tone.INFO}


class FindingList(QWidget):
    """Rules that speak against a bed."""

    def __init__(self, theme: Theme, findings: Sequence[Finding], parent: QWidget | None = None) -> None:
        """Show them, hardest first."""
        super().__init__(parent)
        self.setObjectName("findings")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        said = []
        for one in findings:
            said.append(finding_line(one))
            row = QHBoxLayout()
            row.setSpacing(theme.px(8))
            chip = Chip(theme, tr(LEVEL_LABELS[one.level]), LEVEL_TONES[one.level])
            text = words(said[-1], is_wrapped=True)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            inner = QVBoxLayout()
            inner.setSpacing(theme.px(2))
            inner.addWidget(text)
            inner.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
            row.addLayout(inner, 1)
            column.addLayout(row)
        self.setAccessibleName(" ".join(said))


def refused_dialog(theme: Theme, error: PlacementRefusedError, parent: QWidget) -> ReasonDialog | DialogFrame:
    """What is asked after a refusal: a reason where a second person may agree, else only to choose another bed."""
    title = tr(TITLE, bed=error.params["bed"])
    if error.can_override:
        asking = ReasonDialog(theme, title, tr(SOFT_TEXT), verb=ASK, parent=parent)
        asking.body.insertWidget(0, FindingList(theme, error.findings, asking))
        return asking
    telling = DialogFrame(theme, title, tr(HARD_TEXT), tone=Tone.DANGER, parent=parent)
    telling.setObjectName("refused_dialog")
    telling.body.addWidget(FindingList(theme, error.findings, telling))
    button = telling.add_refusal(CHOOSE_OTHER)
    button.setDefault(True)
    return telling


def refused_deed(context: PageContext, failure: Failure, parent: QWidget) -> DialogFrame:
    """What stands where a room or a bed cannot be decided about: why, and the way to whoever is in it."""
    telling = DialogFrame(context.theme, tr(NOT_DONE), failure.words, tone=Tone.DANGER, parent=parent)
    telling.setObjectName("refused_deed")
    close = telling.add_refusal(CLOSE)
    if failure.code in PEOPLE_FIRST and context.may(VIEW_BOARD):
        board = telling.add_button(TO_BOARD, Loudness.PRIMARY, is_default=True)
        board.setObjectName("board_button")
        board.setFocus()
        board.clicked.connect(telling.accept)
        telling.accepted.connect(partial(context.go, Route(places.BOARD)))
    else:
        close.setDefault(True)
    return telling
