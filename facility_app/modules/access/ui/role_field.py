"""Several roles of one account, as boxes to tick, each with what it is in words."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.labels import Label
from facility_app.ui.forms.field import Field
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme

COLUMNS = 3


class RoleField(Field[tuple[str, ...]]):
    """Boxes in columns; arrows and Tab go through them, Space ticks. Its value is names of roles."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        theme: Theme,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Nothing ticked."""
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        whole = QWidget(self)
        grid = QGridLayout(whole)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(2))
        self.boxes: dict[Role, QCheckBox] = {}
        rows = -(-len(Role) // COLUMNS)
        for number, role in enumerate(Role):
            box = QCheckBox(tr(ROLE_LABELS[role]), whole)
            box.setObjectName(f"role_{role.value.lower()}")
            box.toggled.connect(self._on_editor_changed)
            grid.addWidget(box, number % rows, number // rows)
            self.boxes[role] = box
        self._install(whole)
        self.setFocusProxy(self.boxes[next(iter(Role))])

    def ticked(self) -> tuple[Role, ...]:
        """The roles ticked, in the order of the house."""
        return tuple(role for role, box in self.boxes.items() if box.isChecked())

    @override
    def value(self) -> tuple[str, ...] | None:
        return tuple(role.value for role in self.ticked()) or None

    @override
    def set_value(self, value: Iterable[str] | None) -> None:
        held = frozenset(value or ())
        for role, box in self.boxes.items():
            box.setChecked(role.value in held)
        self.show_state()

    @override
    def typed(self) -> str:
        return " ".join(role.value for role in self.ticked())

    @override
    def set_typed(self, typed: str) -> None:
        self.set_value(typed.split())

    @override
    def shown(self, value: Iterable[str] | None) -> str:
        held = frozenset(value or ())
        return ", ".join(tr(ROLE_LABELS[role]) for role in Role if role.value in held)

    @override
    def shown_typed(self) -> str:
        return self.shown(self.typed().split())

    @override
    def shown_as(self, typed: str) -> str:
        return self.shown(typed.split())

    @override
    def focus(self) -> None:
        self.boxes[next(iter(Role))].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is not None:
            self._step(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.go_on.emit()
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        boxes = list(self.boxes.values())
        here = next((number for number, box in enumerate(boxes) if box.hasFocus()), 0)
        boxes[(here + step) % len(boxes)].setFocus(Qt.FocusReason.TabFocusReason)
