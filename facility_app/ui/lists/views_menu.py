"""The views a user named: opened, saved and forgotten from one menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.names import nfc
from facility_app.ui.dialogs.frame import DialogFrame
from facility_app.ui.forms.ime import ComposingLine
from facility_app.ui.i18n import tr
from facility_app.ui.lists.saved import ListNotes, SavedView
from facility_app.ui.theme import Theme
from facility_app.ui.widgets.buttons import Loudness

SAVE = label("ui", "Lưu cách xem này…")
NAME_TITLE = label("ui", "Lưu cách xem này")
NAME = label("ui", "Tìm, lọc, thứ tự và cột đang có được lưu dưới tên này. Trùng tên cũ thì thay cách xem cũ.")
NAME_HEAD = label("ui", "Tên cách xem")
NO_NAME = label("ui", "Hãy đặt tên cho cách xem, ví dụ “Khu A, quá hạn”.")
SAVE_VERB = label("ui", "Lưu")
FORGET = label("ui", "Bỏ cách xem")
NO_VIEWS = label("ui", "Chưa lưu cách xem nào")
LONGEST_NAME = 60


class NameDialog(DialogFrame):
    """Asks for the name of a view.

    Signals:
        named(str): NFC, without blanks around it.
    """

    named = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Ask."""
        super().__init__(theme, NAME_TITLE, NAME, parent=parent)
        self.setObjectName("view_name_dialog")
        self.name_edit = ComposingLine(self)
        self.name_edit.setObjectName("name_edit")
        self.name_edit.setAccessibleName(tr(NAME_HEAD))
        self.name_edit.setPlaceholderText(tr(NAME_HEAD))
        self.name_edit.entered.connect(self._on_save_clicked)
        self.body.addWidget(self.name_edit)
        self.add_refusal()
        self.save_button = self.add_button(SAVE_VERB, Loudness.PRIMARY, is_default=True)
        self.save_button.setObjectName("save_button")
        self.save_button.clicked.connect(self._on_save_clicked)
        self.name_edit.setFocus()

    @Slot()
    def _on_save_clicked(self) -> None:
        self.name_edit.commit_ime()
        name = clean_name(self.name_edit.text())
        if not name:
            self.show_error(NO_NAME)
            self.name_edit.setFocus()
            return
        self.accept()
        self.named.emit(name)


class ViewsMenu(QObject):
    """Fills a menu with the saved views of a list.

    Signals:
        opened(SavedView): the user chose one.
    """

    opened = Signal(object)

    def __init__(self, notes: ListNotes, now: Callable[[str], SavedView], theme: Theme, parent: QWidget) -> None:
        """Views in ``notes``; ``now(name)`` is the view as the list stands."""
        super().__init__(parent)
        self._theme = theme
        self._notes = notes
        self._now = now
        self._window = parent

    def fill(self, menu: QMenu) -> None:
        """Put everything into ``menu``."""
        views = self._notes.views()
        for view in views:
            menu.addAction(_plain(view.name)).triggered.connect(partial(self._on_view_triggered, view))
        if not views:
            menu.addAction(tr(NO_VIEWS)).setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr(SAVE)).triggered.connect(self.ask_name)
        if views:
            forget = menu.addMenu(tr(FORGET))
            for view in views:
                forget.addAction(_plain(view.name)).triggered.connect(partial(self.forget, view.name))

    def ask_name(self) -> None:
        """Ask for a name and save the list as it stands under it."""
        dialog = NameDialog(self._theme, self._window)
        dialog.named.connect(self.save)
        dialog.open()

    def save(self, name: str) -> None:
        """Save the list as it stands; a view of the same name is replaced, a blank name is none."""
        clean = clean_name(name)
        if clean:
            self._notes.save_view(self._now(clean))

    def forget(self, name: str) -> None:
        """Forget a view."""
        self._notes.drop_view(name)

    def _on_view_triggered(self, view: SavedView) -> None:
        self.opened.emit(view)


def clean_name(name: str) -> str:
    """A name as it is kept: NFC, single blanks, not too long for a menu."""
    return " ".join(nfc(name).split())[:LONGEST_NAME]


def _plain(name: str) -> str:
    """A name whose ``&`` is no access key."""
    return name.replace("&", "&&")
