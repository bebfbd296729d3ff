"""The bed with the keyboard in words: its state, whose it is, who had it before."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import label
from facility_app.modules.housing.queries.board import BoardBed, BoardRoom, HistoryRow
from facility_app.modules.housing.ui import words as said
from facility_app.modules.housing.ui.board_paint import FACE_TONES
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Size, Theme, Tone
from facility_app.ui.widgets import Chip, KeyValue, KeyValueGrid, Scrolled, words

NO_BED = label("housing", "Chọn một giường trên sơ đồ để xem ai đang ở.")
ROOM, SPACE = label("housing", "Phòng"), label("housing", "Diện tích")
HOLDS = label("housing", "Sức chứa")
HOLDS_TEXT = label("housing", "{working} đang dùng / {certified} được duyệt")
SQUARE = label("housing", "{area} m²")
PERSON, CODE, WHO = label("housing", "Người ở"), label("terms", "Mã"), label("housing", "Giới, tuổi, diện")
SINCE, NEEDS = label("housing", "Từ"), label("housing", "Yêu cầu chỗ ở")
AGREED = label("housing", "Xếp trái quy tắc")
AGREED_TEXT = label("housing", "hai người đã quyết định: {rules}")
CLOSED = label("housing", "Lý do đóng")
BEFORE = label("housing", "Đã ở giường này")
SPAN = label("housing", "{name} · {code}: {start} – {end}")
NOW = label("housing", "nay")
KEYS = label("housing", "Enter hoặc M: xếp, chuyển người này · gõ tên hoặc mã để tìm người")
SHOWN = 6


class BedCard(QWidget):
    """Says everything of one bed."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """No bed."""
        super().__init__(parent)
        self._theme = theme
        self.head = words(tr(NO_BED), weight="strong", is_wrapped=True)
        self.chip = Chip(theme, "")
        self.facts = KeyValueGrid(theme)
        self.history_head = words(BEFORE, weight="medium")
        self.history = words("", size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(4), 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.head)
        column.addWidget(self.chip, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.facts)
        column.addWidget(self.history_head)
        column.addWidget(self.history)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scrolled(inner, self), 1)
        whole.addWidget(words(KEYS, size=Size.SMALL, ink=Tone.NEUTRAL, is_wrapped=True))
        self.show_bed(None)

    def show_bed(self, found: tuple[BoardBed, BoardRoom] | None) -> None:
        """Show another bed."""
        self.show_history(())
        self.chip.setVisible(found is not None)
        self.facts.setVisible(found is not None)
        if found is None:
            self.head.setText(tr(NO_BED))
            return
        bed, room = found
        face = said.face_of(bed, room)
        self.head.setText(tr(said.BED_SAYS, bed=bed.label, state=_short(bed)) if bed.occupant else bed.label)
        self.chip.set(tr(said.FACE_WORDS[face]), FACE_TONES[face])
        self.facts.set_rows([*_person_rows(bed), *_room_rows(bed, room)])

    def show_history(self, rows: Sequence[HistoryRow]) -> None:
        """Who had it before, the latest first."""
        lines = [_span(row) for row in rows[:SHOWN]]
        self.history.setText("\n".join(lines))
        self.history.setVisible(bool(lines))
        self.history_head.setVisible(bool(lines))


def _short(bed: BoardBed) -> str:
    return "" if bed.occupant is None else bed.occupant.name


def _person_rows(bed: BoardBed) -> list[KeyValue]:
    one = bed.occupant
    if one is None:
        return []
    rows = [
        KeyValue(tr(CODE), one.code),
        KeyValue(tr(WHO), said.person_line(one)),
        KeyValue(tr(SINCE), said.moment(one.since)),
    ]
    if one.needs:
        rows.append(KeyValue(tr(NEEDS), said.needs_line(one.needs), Tone.WARNING))
    if one.overridden:
        rules = tr(AGREED_TEXT, rules=said.rules_line(one.overridden, one.law))
        rows.append(KeyValue(tr(AGREED), rules, Tone.DANGER))
    return rows


def _room_rows(bed: BoardBed, room: BoardRoom) -> list[KeyValue]:
    area = "" if room.area_m2 is None else tr(SQUARE, area=said.area(room.area_m2))
    rows = [
        KeyValue(tr(ROOM), room.name),
        KeyValue(tr(HOLDS), tr(HOLDS_TEXT, working=room.working, certified=room.certified)),
        KeyValue(tr(SPACE), area),
    ]
    if bed.closed:
        rows.append(KeyValue(tr(CLOSED), bed.closed, Tone.WARNING))
    return rows


def _span(row: HistoryRow) -> str:
    end = said.moment(row.to_at) or tr(NOW)
    return tr(SPAN, name=row.name, code=row.code, start=said.moment(row.from_at), end=end)
