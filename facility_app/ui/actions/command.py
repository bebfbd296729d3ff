"""One thing that can be done, as Qt knows it: a ``QAction`` made from an ``ActionSpec``."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication

from facility_app.kernel.actor import Actor
from facility_app.ui.actions.reasons import why_not
from facility_app.ui.forms.ime import ComposingLine, ComposingText
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec
from facility_app.ui.theme import Theme


class Command(QAction):
    """Runs its spec; when it cannot be done it is disabled, and its tooltip says why."""

    def __init__(self, spec: ActionSpec, actor: Actor, theme: Theme, parent: QObject) -> None:
        """Make it and ask at once whether it can be done."""
        super().__init__(tr(spec.text), parent)
        self.spec = spec
        self._actor = actor
        self._why_not = ""
        self.setObjectName(f"action_{spec.id}")
        self.setShortcut(QKeySequence(spec.shortcut))
        if spec.is_yielding:
            # Shown, never taken: two actions of one key in one window are none at all.
            self.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.icon:
            theme.dress(self, spec.icon, "danger" if spec.is_dangerous else "quiet")
        self.triggered.connect(self._on_triggered)
        self.recheck()

    def why_not(self) -> str:
        """Why it cannot be done; empty when it can."""
        return self._why_not

    def plain_text(self) -> str:
        """The verb without its access key."""
        return self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")

    def keys(self) -> str:
        """Its shortcut as people write it; empty without one."""
        return self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

    def recheck(self) -> None:
        """Ask again whether it can be done."""
        self._why_not = why_not(self.spec, self._actor) or ""
        self.setEnabled(not self._why_not)
        keys = self.keys()
        hint = f"{self.plain_text()} ({keys})" if keys else self.plain_text()
        self.setToolTip(self._why_not or hint)

    def _on_triggered(self) -> None:
        # What it stood on may have changed since the button was painted.
        self.recheck()
        if not self._why_not:
            commit_typing()
            self.spec.run()


def commit_typing() -> None:
    """Make a word under composition part of its field: before saving, leaving, locking and every shortcut."""
    QGuiApplication.inputMethod().commit()
    focused = QApplication.focusWidget()
    if isinstance(focused, ComposingLine | ComposingText):
        focused.commit_ime()
