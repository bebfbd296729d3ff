"""The paper before it has a number: looked at whole, then issued or gone back to."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from facility_app.documents.forms.spec import Wall
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.ui.press import Press, Sheet
from facility_app.modules.correspondence.ui.sheet_view import SheetView
from facility_app.ui.dialogs import DialogFrame
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Loudness

TITLE = label("correspondence", "Xem trước khi ban hành")
TEXT = label(
    "correspondence", "Sẽ mang số {number} nếu không ai lấy số này trước. Sau khi ban hành không sửa được nữa."
)
TEXT_PLAIN = label("correspondence", "Biểu mẫu này không mang số. Sau khi ban hành không sửa được nữa.")
ISSUE, BACK = label("verbs", "Ban hành"), label("verbs", "Sửa tiếp")
SHARE, WIDE = 0.94, 900


class IssuePreview(DialogFrame):
    """Shows the sheet as it would be printed.

    Signals:
        issue_asked: it is right.
    """

    issue_asked = Signal()

    def __init__(
        self,
        press: Press,
        context: PageContext,
        number: str,
        make: Callable[[Wall], Sheet],
        walls: tuple[Wall, ...],
        parent: QWidget,
    ) -> None:
        """Show what ``make`` makes of ``walls``."""
        text = tr(TEXT, number=number) if number else tr(TEXT_PLAIN)
        super().__init__(context.theme, tr(TITLE), text, parent=parent)
        self.setObjectName("issue_preview")
        self.sheet = SheetView(press, context, self)
        self.body.addWidget(self.sheet, 1)
        self.add_refusal(BACK)
        self.issue_button = self.add_button(ISSUE, Loudness.PRIMARY, is_default=True)
        self.issue_button.setObjectName("issue_button")
        self.issue_button.clicked.connect(self._on_issue_clicked)
        room = parent.window().size() * SHARE
        self.resize(min(room.width(), context.theme.px(WIDE)), room.height())
        self.sheet.show_walls(walls, make)
        self.issue_button.setFocus()

    def _on_issue_clicked(self) -> None:
        self.accept()
        self.issue_asked.emit()
