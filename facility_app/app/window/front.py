"""The window before there is a session: the login, and whatever else stands at the door."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget, QWidget

from facility_app.app.window.first_paint import FirstPaint
from facility_app.app.window.login import LoginPage
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, restyle

SIZE = (1100, 720)
OPENING = label("login", "Chưa có cơ sở nào ở đây. Đang mở các bước lập cơ sở…")


class Front(QMainWindow):
    """Shows the login, or one other page over it.

    Attributes:
        login: the login.
        first_paint: tells when it stands there.
    """

    def __init__(self, theme: Theme, folder: Path) -> None:
        """The login of the data in ``folder``; ``begin`` shows it."""
        super().__init__()
        self.setWindowTitle(tr(label("login", "Quản lý cơ sở cai nghiện")))
        self.resize(*SIZE)
        self._stack = QStackedWidget(self)
        self._stack.setProperty("kind", "page")
        self.setCentralWidget(self._stack)
        self.login = LoginPage(theme, self)
        self.login.greet(str(folder))
        self._stack.addWidget(self.login)
        self.first_paint = FirstPaint(self._stack)

    def say_opening(self) -> None:
        """There is nothing to sign in to yet: say what comes, until its page is there."""
        opening = QLabel(tr(OPENING), self)
        opening.setObjectName("opening_label")
        opening.setAlignment(Qt.AlignmentFlag.AlignCenter)
        restyle(opening, "letters", "heading")
        self.turn_to(opening)

    def begin(self) -> None:
        """Show the login, or what stands over it; the cursor where typing begins."""
        self.show()
        self.login.begin()

    def put_away(self) -> None:
        """Hide it, and keep no picture of it: a screen full of points is megabytes, and mostly it is not back."""
        self.hide()
        self.destroy()

    def turn_to(self, page: QWidget) -> None:
        """Show another page in place of whatever stands over the login."""
        self._drop()
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def turn_back(self) -> None:
        """Show the login again; the other page goes with all it was told."""
        self._drop()
        self.login.begin()

    def _drop(self) -> None:
        page = self._stack.currentWidget()
        if page is not None and page is not self.login:
            self._stack.setCurrentWidget(self.login)
            self._stack.removeWidget(page)
            page.deleteLater()
