"""A tick with its words beside it, and a third state where "not asked" is not "no"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.forms.field import Field
from facility_app.ui.i18n import tr

_YES = label("ui", "Có")
_NO = label("ui", "Không")


class CheckField(Field[bool]):
    """Yes or no, said in words beside the box; ``is_open`` adds a third state, "not asked", which is None."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        is_open: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it unticked, or not asked where that is a state."""
        super().__init__(name, head, hint=hint, parent=parent)
        self._is_open = is_open
        self._head.hide()
        self._box = QCheckBox(tr(head), self)
        self._box.setObjectName(f"{name}_edit")
        self._box.setTristate(is_open)
        self._box.checkStateChanged.connect(self._on_editor_changed)
        self._install(self._box)
        self.set_value(None)

    @override
    def value(self) -> bool | None:
        state = self._box.checkState()
        return None if state is Qt.CheckState.PartiallyChecked else state is Qt.CheckState.Checked

    @override
    def set_value(self, value: bool | None) -> None:
        if value is None and self._is_open:
            self._box.setCheckState(Qt.CheckState.PartiallyChecked)
        else:
            self._box.setCheckState(Qt.CheckState.Checked if value else Qt.CheckState.Unchecked)

    @override
    def typed(self) -> str:
        value = self.value()
        return "" if value is None else str(int(value))

    @override
    def set_typed(self, typed: str) -> None:
        self.set_value(bool(int(typed)) if typed in {"0", "1"} else None)

    @override
    def shown(self, value: bool | None) -> str:
        return "" if value is None else tr(_YES if value else _NO)

    @override
    def shown_typed(self) -> str:
        return self.shown(self.value())

    @override
    def shown_as(self, typed: str) -> str:
        return self.shown(bool(int(typed)) if typed in {"0", "1"} else None)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.go_on.emit()
            return
        super().keyPressEvent(event)
