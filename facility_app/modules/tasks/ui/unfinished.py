"""What was typed and not saved, said quietly on the home page: one line each, with the way back to it."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.ui.forms.draft_store import Draft
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone
from facility_app.ui.widgets.buttons import Loudness, PushButton
from facility_app.ui.widgets.labels import ElidedLabel, IconLabel, words

WAITING = label("tasks", "Đang có {count} việc gõ dở:")
LINE = label("tasks", "{title} · {count} mục, {at}")
NAMELESS = label("tasks", "Việc gõ dở")
OPEN = label("verbs", "Mở")
DROP = label("verbs", "Bỏ")
MORE = label("tasks", "Xem thêm {count} việc gõ dở")
BEHIND_DOOR = label("tasks", "Trên trang này hãy mở lại “{title}” để khôi phục phần gõ dở.")
DROPPED = label("tasks", "Đã bỏ phần gõ dở: {title}")
MOST = 3


class UnfinishedLines(QWidget):
    """The drafts that wait, newest first; hidden while there is none."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Ask for nothing before ``ask``."""
        super().__init__(parent)
        self.setObjectName("unfinished")
        self._context = context
        self._found: tuple[Draft, ...] = ()
        self._most = MOST
        self._lines = QWidget(self)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self._lines)
        self.hide()

    def ask(self) -> None:
        """Look what waits now; the lines of before stay until it is known."""
        self._most = MOST
        self._context.drafts.all(self, self._on_found)

    def texts(self) -> tuple[str, ...]:
        """What the lines say."""
        return tuple(one.whole_text() for one in self._lines.findChildren(ElidedLabel))

    def _on_found(self, found: tuple[Draft, ...]) -> None:
        self._found = found
        theme = self._context.theme
        self._box.removeWidget(self._lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = QWidget(self)
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(theme.px(4), 0, theme.px(4), 0)
        grid.setHorizontalSpacing(theme.px(8))
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(2, 1)
        grid.addWidget(IconLabel(theme, "pencil", "quiet", 16), 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words(tr(WAITING, count=len(found)), ink=Tone.NEUTRAL), 0, 1)
        shown = found[: self._most]
        for number, draft in enumerate(shown):
            grid.addLayout(self._line(draft), number, 2)
        if len(found) > len(shown):
            more = PushButton(theme, tr(MORE, count=len(found) - len(shown)), Loudness.LINK)
            more.setObjectName("more_drafts")
            more.clicked.connect(self._on_more_clicked)
            grid.addWidget(more, len(shown), 2, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._lines)
        self.setVisible(bool(found))

    def _line(self, draft: Draft) -> QHBoxLayout:
        theme, title = self._context.theme, _title(draft)
        told = tr(LINE, title=title, count=len(draft.fields), at=format_moment(draft.kept_at))
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        row.addWidget(ElidedLabel(told))
        for verb, name, slot in ((OPEN, "open_draft", self._open), (DROP, "drop_draft", self._drop)):
            if verb is OPEN and not draft.begun.page:
                continue  # typed on no page: there is no place to go to
            button = PushButton(theme, tr(verb), Loudness.LINK)
            button.setObjectName(name)
            button.setAccessibleName(f"{tr(verb)}: {title}")
            button.clicked.connect(partial(slot, draft))
            row.addWidget(button)
        row.addStretch(1)
        return row

    def _open(self, draft: Draft) -> None:
        begun = draft.begun
        if begun.is_behind_door:
            self._context.say(tr(BEHIND_DOOR, title=_title(draft)), Tone.INFO)
        self._context.drafts.want(draft.key)
        self._context.go(Route(begun.page, begun.record, begun.args))

    def _drop(self, draft: Draft) -> None:
        self._context.drafts.drop(draft.key)
        self.ask()
        self._context.say(tr(DROPPED, title=_title(draft)), Tone.OK, partial(self._bring_back, draft))

    def _bring_back(self, draft: Draft) -> None:
        self._context.drafts.keep(draft.key, draft.fields, draft.begun)
        self.ask()

    def _on_more_clicked(self) -> None:
        self._most = len(self._found)
        self._on_found(self._found)


def _title(draft: Draft) -> str:
    return draft.begun.title or tr(NAMELESS)
