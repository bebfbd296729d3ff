"""The record's list and, beside it, the chosen entry whole: both its times, its author, why it was struck."""

from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.dates import LOCAL, format_short_moment, format_time
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.ui.record_choices import Choices
from facility_app.modules.treatment.ui.record_entries import GROUP_LABELS, Entry, Group, entry_id
from facility_app.modules.treatment.ui.record_entry import EntryCard, mark_of, mark_tone
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

LIST_ID: Final = "treatment.record"
WIDE: Final = 820
HEIGHT, BELOW = 330, 220
"""Heights of the list and, below it, of the entry where the page is narrow; all at 100 %."""
TITLE = label("treatment", "Hồ sơ bệnh án")
NUMBERED = label("treatment", "Bệnh án số {number}")
EMPTY = label("treatment", "Chưa có mục nào trong hồ sơ bệnh án.")
ALL = label("ui", "Tất cả")


def _when(one: Entry) -> str:
    return format_short_moment(one.happened_at)


def _written(one: Entry) -> str:
    made, happened = one.written.written_at.astimezone(LOCAL), one.happened_at.astimezone(LOCAL)
    return format_time(made) if made.date() == happened.date() else format_short_moment(made)


def _title(one: Entry) -> str:
    return one.title


def _text(one: Entry) -> str:
    return one.text.replace("\n", " · ")


def _author(one: Entry) -> str:
    return one.written.author


def _ink(one: Entry) -> Tone | None:
    return Tone.NEUTRAL if one.is_struck else one.tone


def _struck(one: Entry) -> bool:
    return one.is_struck


COLUMNS: Final[tuple[ColumnSpec[Entry], ...]] = (
    ColumnSpec("when", label("treatment", "Xảy ra"), _when, width=112, ink=_ink),
    ColumnSpec("title", label("treatment", "Mục"), _title, width=180, is_strong=True, ink=_ink, is_struck=_struck),
    ColumnSpec("text", label("treatment", "Nội dung"), _text, width=256, is_struck=_struck, wraps=True),
    ColumnSpec("mark", label("treatment", "Lưu ý"), mark_of, width=116, tone=mark_tone, gives_way=1),
    ColumnSpec("written", label("treatment", "Ghi lúc"), _written, width=84, gives_way=2, is_hidden=True),
    ColumnSpec("author", label("treatment", "Người ghi"), _author, width=130, gives_way=3, is_hidden=True),
)


class RecordList(QWidget):
    """List and entry side by side.

    Attributes:
        card: the list.
        entry: the entry chosen.

    Signals:
        chosen: another entry is chosen.
    """

    chosen = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Nothing read yet."""
        super().__init__(parent)
        theme = context.theme
        self._all: tuple[Entry, ...] = ()
        self._is_shown = False
        self._group: Group | None = Group.RECORD
        self.card = ShortCard(context, LIST_ID, TITLE, COLUMNS, entry_id, EMPTY, least=0, parent=self)
        options: tuple[tuple[Group | None, Label], ...] = (*GROUP_LABELS.items(), (None, ALL))
        self.groups = Choices(theme, options, Group.RECORD, self)
        self.groups.chosen.connect(self._on_group_chosen)
        if self.card.head is not None:
            self.card.head.add(self.groups)
        self.entry = EntryCard(theme, self)
        self._theme = theme
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(self.card, 7)
        self._row.addWidget(self.entry, 4)
        self.card.selection_changed.connect(self._on_selection_changed)

    def show_entries(self, entries: tuple[Entry, ...], number: str) -> None:
        """Show these of the group that is chosen; the same as before leave the list where it is."""
        is_same = self._is_shown and entries == self._all
        self._all, self._is_shown = entries, True
        if self.card.head is not None:
            self.card.head.set_text(tr(NUMBERED, number=number) if number else tr(TITLE))
        if not is_same:
            self._fill()

    def select(self, entry: str) -> None:
        """Bring an entry into sight."""
        self.card.select_when_here(entry)

    def chosen_entry(self) -> Entry | None:
        """The entry chosen."""
        found = self.card.row()
        return found if isinstance(found, Entry) else None

    def _arrange(self, width: int) -> None:
        """Side by side where there is room for both; else the entry stands below the list."""
        px = self._theme.px
        is_wide = width >= px(WIDE)
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        self.setMinimumHeight(px(HEIGHT if is_wide else HEIGHT + BELOW))
        self.entry.setMinimumHeight(0 if is_wide else px(BELOW))

    def _fill(self) -> None:
        self.card.show_rows([one for one in self._all if self._group in {None, one.group}])
        self._on_selection_changed()

    def _on_group_chosen(self, group: Group | None) -> None:
        self._group = group
        self._fill()

    def _on_selection_changed(self) -> None:
        self.entry.show_entry(self.chosen_entry())
        self.chosen.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange(event.size().width())
        super().resizeEvent(event)

    @override
    def minimumSizeHint(self) -> QSize:
        # Beside each other they may want more than a narrow page has; they go below each other then.
        return QSize(self._theme.px(320), super().minimumSizeHint().height())
