"""The task with the focus, told in full, with what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.actor import ROLE_LABELS
from facility_app.kernel.labels import label
from facility_app.modules.tasks.domain import URGENCY_LABELS
from facility_app.modules.tasks.ui import words
from facility_app.modules.tasks.ui.rows import WorkRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import (
    Card,
    Chip,
    FlowLayout,
    KeyCap,
    KeyValue,
    KeyValueGrid,
    Rule,
    Scrolled,
    StateStack,
)
from facility_app.ui.widgets import words as text_label

HEAD = label("tasks", "Việc đang chọn")
NOTHING = label("tasks", "Chọn một việc để xem đầy đủ.")
DUE = label("tasks", "Hạn")
PERSON = label("tasks", "Người")
GIVEN_TO = label("tasks", "Giao cho")
ONLY = label("tasks", "riêng {name}")
KEYS = (
    ("Enter", label("tasks", "mở nơi làm việc này")),
    ("D", label("tasks", "làm xong, hoàn tác được")),
    ("K", label("tasks", "ghi nhận, nêu lý do không làm")),
)


class TaskCard(Card):
    """One task."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing chosen."""
        super().__init__(theme, tr(HEAD), is_flush=True, parent=parent)
        self._theme = theme
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        box = QVBoxLayout(inside)
        box.setContentsMargins(theme.px(14), theme.px(2), theme.px(14), theme.px(10))
        box.setSpacing(theme.px(12))
        self.text_label = text_label("", weight="medium", is_wrapped=True)
        self.text_label.setObjectName("task_text")
        self.text_label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        chips = QWidget(inside)
        flow = FlowLayout(chips, gap=theme.px(6))
        self.urgency_chip = Chip(theme, "")
        flow.addWidget(self.urgency_chip)
        self._grid = KeyValueGrid(theme, parent=inside)
        box.addWidget(self.text_label)
        box.addWidget(chips)
        box.addWidget(self._grid)
        box.addWidget(Rule())
        for key, meaning in KEYS:
            box.addLayout(self._key_line(key, tr(meaning)))
        box.addStretch(1)
        area = Scrolled(inside, self)
        self.states = StateStack(theme, area, self)
        self.body.addWidget(self.states)
        self.show_row(None)

    def show_row(self, row: WorkRow | None) -> None:
        """Tell it."""
        if row is None:
            self.states.show_empty(tr(NOTHING), icon="list-details")
            return
        task = row.task
        self.text_label.setText(words.what(task))
        tone = words.URGENCY_TONES[task.age.urgency] or Tone.NEUTRAL
        self.urgency_chip.set(tr(URGENCY_LABELS[task.age.urgency]), tone)
        due = f"{words.due_in_full(task)} · {words.due_text(task, row.now)}"
        lines = [KeyValue(tr(DUE), due, words.URGENCY_TONES[task.age.urgency])]
        if row.person is not None:
            lines.append(KeyValue(tr(PERSON), f"{row.person.name} {row.person.code}".strip()))
        given = tr(ROLE_LABELS[task.role])
        if row.account is not None:
            given = f"{given}, {tr(ONLY, name=row.account.name)}"
        lines.append(KeyValue(tr(GIVEN_TO), given))
        self._grid.set_rows(lines)
        self.states.show_content()

    def _key_line(self, key: str, meaning: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(self._theme.px(8))
        line.addWidget(KeyCap(key))
        line.addWidget(text_label(meaning, ink=Tone.NEUTRAL, is_wrapped=True), 1)
        return line
