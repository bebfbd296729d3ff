"""The values of one entry of the trail: before and after, with what may not be read masked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.labels import label
from facility_app.modules.access.queries import AuditValue
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import AnywhereLabel, Loudness, PushButton, Rule, words

BEFORE = label("access", "Trước")
AFTER = label("access", "Sau")
WHAT = label("access", "Mục")
MASKED = label("access", "Có giá trị, không hiện ở đây")
ERASED = label("access", "Đã xóa theo yêu cầu")
EMPTY = "–"
YES = label("access", "có")
NO = label("access", "không")
YES_OR_NO = {"0": NO, "1": YES}
ROLES = {role.value: ROLE_LABELS[role] for role in Role}
COLUMNS = {
    "name": label("access", "Tên"),
    "name_fold": label("access", "Tên không dấu"),
    "is_disabled": label("access", "Đã khóa"),
    "must_change_password": label("access", "Phải đổi mật khẩu"),
    "role": label("access", "Vai trò"),
    "user_id": label("access", "Tài khoản (mã)"),
    "kind": label("access", "Loại"),
    "resident_id": label("access", "Người cai nghiện (mã)"),
    "purpose": label("access", "Mục đích"),
    "from_on": label("access", "Từ ngày"),
    "to_on": label("access", "Đến hết ngày"),
    "permission": label("access", "Quyền"),
    "reason": label("access", "Lý do"),
    "started_at": label("access", "Bắt đầu lúc"),
    "until_at": label("access", "Chậm nhất đến"),
    "ended_at": label("access", "Kết thúc lúc"),
    "acknowledged_at": label("access", "Xét lúc"),
    "acknowledged_by": label("access", "Người xét (mã)"),
    "acknowledgement": label("access", "Kết luận"),
    "voided_at": label("access", "Bỏ lúc"),
    "voided_by": label("access", "Người bỏ (mã)"),
    "void_reason": label("access", "Lý do bỏ"),
    "value": label("access", "Giá trị"),
    "failed_tries": label("access", "Số lần sai"),
    "failed_tries_unknown_name": label("access", "Số lần sai tên tài khoản"),
    "countersigned": label("access", "Người thứ hai xác nhận"),
}
"""What people call a column; another slice's stands as the file has it."""
NOTHING = label("access", "Dòng này không đổi giá trị nào.")
MORE = label("access", "Hiện thêm (còn {count} giá trị)")
MOST = 200


class ValuesGrid(QWidget):
    """Lines of what, before, after."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """No values yet."""
        super().__init__(parent)
        self._theme = theme
        self._values: Sequence[AuditValue] = ()
        self._most = MOST
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._shown: QWidget = QFrame(self)
        self._box.addWidget(self._shown)

    def show_values(self, values: Sequence[AuditValue]) -> None:
        """Show ``values`` in place of those before: the first many, the others when they are asked for."""
        self._values, self._most = values, MOST
        self._show()

    def _show(self) -> None:
        self._shown.setParent(None)
        self._shown.deleteLater()
        self._shown = self._made(self._values)
        self._box.addWidget(self._shown)

    def _on_more_clicked(self) -> None:
        self._most += MOST
        self._show()

    def _made(self, values: Sequence[AuditValue]) -> QWidget:
        made = QFrame(self)
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(self._theme.px(10))
        grid.setVerticalSpacing(self._theme.px(5))
        for column, stretch in enumerate((2, 3, 3)):
            grid.setColumnStretch(column, stretch)
        if not values:
            grid.addWidget(words(NOTHING, ink=Tone.NEUTRAL), 0, 0, 1, 3)
            return made
        for column, head in enumerate((WHAT, BEFORE, AFTER)):
            grid.addWidget(words(head, size=Size.SMALL, ink=Tone.NEUTRAL, weight="medium"), 0, column)
        for number, value in enumerate(values[: self._most]):
            self._place(grid, 1 + 2 * number, value)
        if len(values) > self._most:
            more = PushButton(self._theme, tr(MORE, count=len(values) - self._most), Loudness.LINK)
            more.setObjectName("more_button")
            more.clicked.connect(self._on_more_clicked)
            grid.addWidget(more, 2 + 2 * self._most, 0, 1, 3)
        return made

    def _place(self, grid: QGridLayout, line: int, value: AuditValue) -> None:
        what = words(COLUMNS.get(value.column, value.column), is_wrapped=True)
        what.setToolTip(f"{value.table} · {value.column} · {value.record_id}")
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(Rule(), line, 0, 1, 3)
        grid.addWidget(what, line + 1, 0, top)
        for column, text in ((1, value.before), (2, value.after)):
            grid.addWidget(_cell(value, text), line + 1, column, top)


def _cell(value: AuditValue, text: str | None) -> QLabel:
    if value.is_erased:
        return words(ERASED, ink=Tone.NEUTRAL, is_wrapped=True)
    if text is None:
        return words(EMPTY, ink=Tone.NEUTRAL)
    if value.is_masked:
        return words(MASKED, ink=Tone.NEUTRAL, is_wrapped=True)
    if value.column.startswith(("is_", "must_")) and text in YES_OR_NO:
        return words(YES_OR_NO[text], is_wrapped=True)
    if value.column == "role" and text in ROLES:
        return words(ROLES[text], is_wrapped=True)
    return AnywhereLabel(text)
