"""F1: the page for whoever sits at the window, beside the work."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from facility_app.app.paths import program_folder

SIZE = (720, 560)


def open_help(parent: QWidget) -> QDialog:
    """Show the user's page over ``parent``; Esc closes it."""
    text = (program_folder() / "docs" / "user" / "cua-so.md").read_text(encoding="utf-8")
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowTitle(text.splitlines()[0].removeprefix("# "))
    dialog.resize(*SIZE)
    browser = QTextBrowser(dialog)
    browser.setMarkdown(text)
    QVBoxLayout(dialog).addWidget(browser)
    dialog.open()
    return dialog
