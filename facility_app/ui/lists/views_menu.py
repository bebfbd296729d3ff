"""The views a user named: opened, saved and forgotten from one menu."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.names import nfc
from facility_app.ui.i18n import tr
from facility_app.ui.lists.saved import ListNotes, SavedView

SAVE = label("ui", "Lưu cách xem này…")
NAME = label("ui", "Đặt tên cho cách xem (bộ lọc, thứ tự và cột đang có):")
SAVE_VERB = label("ui", "Lưu")
LEAVE = label("ui", "Thôi")
FORGET = label("ui", "Bỏ cách xem")
NO_VIEWS = label("ui", "Chưa lưu cách xem nào")
LONGEST_NAME = 60


class ViewsMenu(QObject):
    """Fills a menu with the saved views of a list.

    Signals:
        opened(SavedView): the user chose one.
    """

    opened = Signal(object)

    def __init__(self, notes: ListNotes, now: Callable[[str], SavedView], parent: QWidget) -> None:
        """Views in ``notes``; ``now(name)`` is the view as the list stands."""
        super().__init__(parent)
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
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(tr(SAVE))
        dialog.setLabelText(tr(NAME))
        dialog.setOkButtonText(tr(SAVE_VERB))
        dialog.setCancelButtonText(tr(LEAVE))
        dialog.textValueSelected.connect(self.save)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, name: str) -> None:
        """Save the list as it stands; a view of the same name is replaced, a blank name is none."""
        clean = " ".join(nfc(name).split())[:LONGEST_NAME]
        if clean:
            self._notes.save_view(self._now(clean))

    def forget(self, name: str) -> None:
        """Forget a view."""
        self._notes.drop_view(name)

    def _on_view_triggered(self, view: SavedView) -> None:
        self.opened.emit(view)


def _plain(name: str) -> str:
    """A name whose ``&`` is no access key."""
    return name.replace("&", "&&")
