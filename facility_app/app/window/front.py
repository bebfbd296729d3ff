"""The window before there is a session: the login, and whatever else stands at the door."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from facility_app.app.window.first_paint import FirstPaint
from facility_app.app.window.login import LoginPage
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme

SIZE = (1100, 720)


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
        self.first_paint = FirstPaint(self.login)

    def begin(self) -> None:
        """Show the login, the cursor where typing begins."""
        self.show()
        self.login.begin()

    def turn_to(self, page: QWidget) -> None:
        """Show another page."""
        self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)

    def turn_back(self) -> None:
        """Show the login again; the other page goes with all it was told."""
        page = self._stack.currentWidget()
        if page is not None and page is not self.login:
            self._stack.setCurrentWidget(self.login)
            self._stack.removeWidget(page)
            page.deleteLater()
        self.login.begin()
