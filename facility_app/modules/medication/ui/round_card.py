"""Who one stands before: the face, what they cannot take, what this dose was ordered for and against."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from facility_app.kernel.dates import format_moment, format_time
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import ALLERGY_SEVERITY_LABELS
from facility_app.modules.medication.domain.orders import ORDER_KIND_LABELS, ROUTE_LABELS, Route
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS
from facility_app.modules.medication.queries.bedside import BedsideCard, LastDose, get_bedside_card
from facility_app.modules.medication.queries.charts import LAST_WITHIN
from facility_app.modules.medication.queries.history import AllergyRow
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.modules.medication.ui.hold_words import ago, hold_words, measured_words
from facility_app.modules.medication.ui.order_words import duration, no_allergy
from facility_app.modules.medication.ui.round_model import Line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import (
    Avatar,
    Banner,
    Card,
    ElidedLabel,
    KeyValue,
    KeyValueGrid,
    Loudness,
    PushButton,
    Scrolled,
    set_ink,
    with_units,
    words,
)

FACE, FACE_PIXELS = 76, 320
PAUSE_MS: Final = 90
"""Somebody running through the list with the arrow asks for nobody on the way."""
ALLERGIC = label("medication", "Dị ứng {substance} ({severity})")
NOT_ALLERGIC = label("medication", "Dị ứng: {none}")
ORDERED_BY = label("medication", "Người kê")
VERIFIED_BY = label("medication", "Dược sĩ duyệt")
ROUTE, WHAT_FOR, NOTE = (
    label("medication", "Đường dùng"),
    label("medication", "Dùng khi"),
    label("medication", "Bác sĩ dặn"),
)
WARNING = label("medication", "Đã được cảnh báo")
GAP_HEAD = label("medication", "Khoảng cách")
GAP = label("medication", "ít nhất {gap}, nhiều nhất {most} lần trong 24 giờ")
HOLD = label("medication", "Giữ liều khi")
NOT_APPROVED_RULE = label("medication", "quy tắc chưa phê duyệt")
LAST_DOSE, NO_LAST = label("medication", "Liều trước"), label("medication", "không có trong {days} ngày")
LAST_SAID = label("medication", "{dose} lúc {at}, {ago}")
CAME_UP = label("medication", "{said}; đã nôn lúc {time}")
CEILING_HEAD = label("medication", "Trong 24 giờ")
CEILING = label("medication", "đã dùng {count} / {most} lần")
DONE, WHY, BY, WITNESS = (
    label("medication", "Đã ghi"),
    label("medication", "Lý do"),
    label("medication", "Người cho"),
    label("medication", "Chứng kiến"),
)
WASTED = label("medication", "Hủy phần dư")
EFFECT, KIND = label("medication", "Tác dụng"), label("medication", "Loại y lệnh")
NOBODY = label("medication", "Chọn một liều để xem người dùng thuốc.")
OPEN_PERSON = label("verbs", "Mở hồ sơ")
NOT_APPROVED_YET = label("medication", "chưa duyệt")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the card shows."""

    card: BedsideCard = field(repr=False)
    face: QImage | None = field(repr=False)


class BedsideView(Card):
    """The person of the current dose.

    Signals:
        person_asked(str): their page.
        said(str): who it is and what they cannot take, in a line, where there is no room for this card.
    """

    person_asked = Signal(str)
    said = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Nobody yet."""
        super().__init__(context.theme, parent=parent)
        theme = context.theme
        self._context = context
        self._line: Line | None = None
        self._seen: tuple[str, Seen] | None = None
        self._private: tuple[AllergyRow, ...] = ()
        self.avatar = Avatar(theme, FACE, is_portrait=True)
        self.name = ElidedLabel(most_lines=2)
        self.name.setProperty("letters", "heading")
        self.name.setProperty("weight", "strong")
        self.code = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.open_button = PushButton(theme, OPEN_PERSON, Loudness.LINK)
        self.open_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.alert = Banner(theme, "", Tone.DANGER)
        self.quiet = words("", ink=Tone.NEUTRAL, is_wrapped=True)
        self.dose = words("", weight="strong", is_wrapped=True)
        self.hold = words("", weight="medium", is_wrapped=True)
        self.facts = KeyValueGrid(theme, is_lined=True)
        names = QVBoxLayout()
        names.setSpacing(theme.px(2))
        names.addWidget(self.name)
        names.addWidget(self.code)
        names.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        names.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(theme.px(12))
        head.addWidget(self.avatar, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(names, 1)
        inner = QWidget()
        inner.setProperty("kind", "scrolled")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, theme.px(6), 0)
        column.setSpacing(theme.px(10))
        column.addLayout(head)
        for widget in (self.alert, self.quiet, self.dose, self.hold, self.facts):
            column.addWidget(widget)
        column.addStretch(1)
        scrolled = Scrolled(inner)
        self.body.addWidget(scrolled, 1)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.ask)
        self.open_button.clicked.connect(self._on_open_clicked)
        self.show_line(None)

    def show_line(self, line: Line | None) -> None:
        """Another dose: what is known of it at once, the rest a moment later."""
        former, self._line = self._line, line
        is_same = former is not None and line is not None and former.row.resident_id == line.row.resident_id
        if line is None:
            self._seen = None
            self.avatar.set_person("")
            self.name.set_text(tr(NOBODY))
            for widget in (self.code, self.alert, self.quiet, self.dose, self.hold, self.open_button):
                widget.hide()
            self.facts.set_rows(())
            self.said.emit("")
            return
        row = line.row
        if not is_same:
            self._seen = None
            self.avatar.set_person(row.name)
            self.name.set_text(row.name)
            self.code.setText("\n".join(part for part in (row.code, row.place or "") if part))
            self.alert.hide()
            self.quiet.hide()
            self.said.emit(_named(line))
        self.code.show()
        self.open_button.show()
        self.dose.show()
        self.dose.setText(with_units(f"{row.medicine} · {row.dose}"))
        self.hold.setVisible(row.hold is not None)
        if row.hold is not None:
            # In a column of its own it would be read word by word down the card.
            said, tone = measured_words(row.hold, self._context.clock.now())
            self.hold.setText(said)
            set_ink(self.hold, tone or Tone.NEUTRAL)
        if former is None or former.key != line.key:
            # What was said of another dose must not stand under the name of this one, not even for a moment.
            self.facts.set_rows(())
        self._pause.start()

    @property
    def privately_allergic(self) -> frozenset[str]:
        """People of whom an allergy behind the wall is in view."""
        return frozenset(one.resident_id for one in self._private)

    def show_private(self, allergies: Sequence[AllergyRow]) -> None:
        """Allergies that were opened from behind the wall; none shuts them away again."""
        self._private = tuple(allergies)
        if self._line is not None and self._seen is not None:
            self._show_allergies()
        else:
            # What was said of the person before stays in no corner.
            self.alert.set("", Tone.DANGER)
            self.alert.hide()
            self.said.emit("" if self._line is None else _named(self._line))

    def ask(self) -> None:
        """Read what belongs to the dose in view."""
        self._pause.stop()
        if self._line is None:
            return
        row = self._line.row
        order_id = "" if self._line.is_private else row.order_id
        op = self._context.runner.query(self, partial(_seen, row.resident_id, order_id), topic="card")
        op.success(partial(self._on_read, row.resident_id)).failure(self._on_failed).run()

    def _on_read(self, resident_id: str, seen: Seen) -> None:
        if self._line is None or self._line.row.resident_id != resident_id:
            return
        self._seen = resident_id, seen
        photo = None if seen.face is None else QPixmap.fromImage(seen.face)
        self.avatar.set_person(self._line.row.name, photo)
        self._show_allergies()
        self._show_facts()

    def _show_allergies(self) -> None:
        if self._line is None or self._seen is None:
            return
        row = self._line.row
        private = [one for one in self._private if one.resident_id == row.resident_id]
        told = [
            tr(ALLERGIC, substance=one.substance, severity=tr(ALLERGY_SEVERITY_LABELS[one.severity]).lower())
            for one in (*private, *self._seen[1].card.allergies)
        ]
        none, tone = no_allergy(self._seen[1].card.asked)
        if not told and tone is not None and not self._line.is_private:
            told = [none]
        self.alert.set("\n".join(told), Tone.DANGER)
        self.alert.setVisible(bool(told))
        self.quiet.setText(tr(NOT_ALLERGIC, none=none))
        # Of a dose behind the wall the open card cannot say that there is none.
        self.quiet.setVisible(not told and not self._line.is_private)
        self.said.emit(" · ".join((_named(self._line), *told)))

    def _show_facts(self) -> None:
        if self._line is None:
            return
        row = self._line.row
        self.dose.setText(with_units(f"{row.medicine} · {row.dose}"))
        self.facts.set_rows(tuple(self._rows(self._line)))

    def _rows(self, line: Line) -> Iterator[KeyValue]:
        row = line.row
        if row.outcome is not None and row.given_at is not None:
            when = format_moment(row.given_at)
            yield KeyValue(tr(DONE), f"{tr(OUTCOME_LABELS[row.outcome])}, {when}")
            for head, value in (
                (WHY, row.reason),
                (BY, row.officer),
                (WASTED, row.wasted),
                (WITNESS, row.witness),
                (EFFECT, row.effect),
            ):
                if value:
                    yield KeyValue(tr(head), value)
        if row.hold is not None:
            approved = "" if row.hold.rule.is_approved else f" ({tr(NOT_APPROVED_RULE)})"
            yield KeyValue(tr(HOLD), f"{hold_words(row.hold.rule)}{approved}")
        yield from self._before(row)
        yield KeyValue(tr(ROUTE), tr(ROUTE_LABELS[Route(row.route)]))
        yield KeyValue(tr(KIND), tr(ORDER_KIND_LABELS[row.kind]))
        order = None if self._seen is None else self._seen[1].card.order
        if order is None or order.order_id != row.order_id:
            return
        if order.reason:
            yield KeyValue(tr(WHAT_FOR), order.reason)
        if order.least_minutes and order.most_a_day:
            yield KeyValue(tr(GAP_HEAD), tr(GAP, gap=duration(order.least_minutes), most=order.most_a_day))
        if order.note:
            yield KeyValue(tr(NOTE), order.note, Tone.WARNING)
        yield KeyValue(tr(ORDERED_BY), order.prescriber)
        verified = order.verified_by or tr(NOT_APPROVED_YET)
        yield KeyValue(tr(VERIFIED_BY), verified, None if order.verified_by else Tone.WARNING)
        for one in self._seen[1].card.warnings if self._seen is not None else ():
            said = one.finding + (f" ({one.reason})" if one.reason else "")
            yield KeyValue(tr(WARNING), said, Tone.WARNING)

    def _before(self, row: DueRow) -> Iterator[KeyValue]:
        """When the medicine was taken last, and how much of what may be taken as needed is left."""
        before = None if self._seen is None else self._seen[1].card.before
        if before is None or before.order_id != row.order_id:
            return
        yield KeyValue(tr(LAST_DOSE), _last_words(before.last, self._context.clock.now()))
        if before.most_a_day:
            is_spent = before.in_a_day >= before.most_a_day
            said = tr(CEILING, count=before.in_a_day, most=before.most_a_day)
            yield KeyValue(tr(CEILING_HEAD), said, Tone.DANGER if is_spent else None)

    def _on_failed(self, failure: Failure) -> None:
        # What is in the row itself stays in view; allergies that are not known are said to be so.
        self.alert.set(failure.words, Tone.WARNING)
        self.alert.show()
        self.quiet.hide()

    def _on_open_clicked(self) -> None:
        if self._line is not None:
            self.person_asked.emit(self._line.row.resident_id)


def _last_words(last: LastDose | None, now: datetime) -> str:
    if last is None:
        return tr(NO_LAST, days=LAST_WITHIN.days)
    said = tr(LAST_SAID, dose=last.dose, at=format_moment(last.at), ago=ago(last.at, now))
    return tr(CAME_UP, said=said, time=format_time(last.vomited_at)) if last.vomited_at is not None else said


def _named(line: Line) -> str:
    return f"{line.row.name} · {line.row.code}"


def _seen(resident_id: str, order_id: str, uow: Any) -> Seen:
    card = get_bedside_card(uow, resident_id, order_id)
    return Seen(card, None if card.photo is None else _small(card.photo))


def _small(content: bytes) -> QImage | None:
    """The face made small on the reading thread; None where it is no picture."""
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > FACE_PIXELS:
        reader.setScaledSize(size.scaled(QSize(FACE_PIXELS, FACE_PIXELS), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
