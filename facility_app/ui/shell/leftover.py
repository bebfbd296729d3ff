"""What would be lost with a page that is unmade while nobody looks at it."""

from PySide6.QtWidgets import QDialog, QLineEdit, QPlainTextEdit, QTextEdit

from facility_app.ui.forms.form import Form
from facility_app.ui.grid.entry_sheet import EntrySheet
from facility_app.ui.shell.page import Page, Pane


def keeps_drafts(page: Page) -> bool:
    """Whether it is of a kind that is typed into: it hands something to the drafts."""
    return type(page).flush is not Pane.flush


def has_leftover(page: Page) -> bool:
    """Whether something typed stands in it, or something asked in it is not answered."""
    if page.has_unsaved() or page.findChild(QDialog) is not None:
        return True
    return (
        any(one.isModified() and one.text() for one in page.findChildren(QLineEdit))
        or any(one.document().isModified() for one in page.findChildren(QPlainTextEdit))
        or any(one.document().isModified() for one in page.findChildren(QTextEdit))
        or any(one.is_dirty() for one in page.findChildren(Form))
        or any(one.is_dirty() for one in page.findChildren(EntrySheet))
    )
