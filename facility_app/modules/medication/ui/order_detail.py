"""One order in full: what, for whom, by whom, what it was ordered against, and how it ended."""

from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.medication.domain.checks import Severity
from facility_app.modules.medication.domain.orders import ORDER_KIND_LABELS
from facility_app.modules.medication.queries.desk import OrderLine
from facility_app.modules.medication.queries.orders import OrderRow, OverrideRow
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Theme, Tone
from facility_app.ui.widgets import Banner, KeyValue, KeyValueGrid, SectionTitle

WARNINGS: Final = label("medication", "Đã kê dù có cảnh báo")
REASONED: Final = label("medication", "{finding} Lý do của bác sĩ: {reason}")
SIGNED: Final = label("medication", "Ký cùng: {name}.")
KEPT_APART: Final = label("medication", "Y lệnh được giữ kín; lần xem này được ghi lại.")
URGENT: Final = label("medication", "Cấp cứu: cho dùng trước khi duyệt")
UNTIL: Final = label("medication", "đến {moment}")


class OrderDetail(QWidget):
    """The facts of one order, with its warnings as strips below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        """Nothing yet."""
        super().__init__(parent)
        self._theme = theme
        self._facts = KeyValueGrid(theme, parent=self)
        self._title = SectionTitle(theme, tr(WARNINGS))
        self._banners: list[Banner] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.px(8))
        self._box.addWidget(self._facts)
        self._box.addWidget(self._title)

    def show_line(self, line: OrderLine) -> None:
        """Tell this one."""
        self._facts.set_rows(_facts(line))
        self._title.setVisible(bool(line.warnings))
        for banner in self._banners:
            banner.hide()
            banner.deleteLater()
        self._banners = [Banner(self._theme, warning_text(one), _tone(one), parent=self) for one in line.warnings]
        for banner in self._banners:
            self._box.addWidget(banner)


def warning_text(one: OverrideRow) -> str:
    """What spoke against it, why it stands, who agreed."""
    text = tr(REASONED, finding=one.finding, reason=one.reason) if one.reason else one.finding
    return f"{text} {tr(SIGNED, name=one.second)}" if one.second else text


def _tone(one: OverrideRow) -> Tone:
    return {Severity.STOP: Tone.DANGER, Severity.WARN: Tone.WARNING}.get(Severity(one.severity), Tone.INFO)


def _facts(line: OrderLine) -> list[KeyValue]:
    row = line.row
    facts = [
        KeyValue(tr(label("medication", "Người dùng")), line.who.name),
        KeyValue(tr(words.CODE_BED), line.who.quiet),
        KeyValue(tr(label("medication", "Thuốc")), row.medicine.name, Tone.DANGER if line.is_private else None),
        KeyValue(tr(label("medication", "Dùng")), words.joined(words.plan(row), words.route(row))),
        KeyValue(tr(label("medication", "Loại y lệnh")), kind_text(row)),
        KeyValue(tr(label("medication", "Từ")), span_text(row)),
    ]
    if line.is_private:
        facts.append(KeyValue(tr(label("medication", "Chú ý")), tr(KEPT_APART), Tone.DANGER))
    optional: tuple[tuple[Label, str | None], ...] = (
        (label("medication", "Vì"), row.reason),
        (label("medication", "Ghi chú"), row.note),
    )
    facts += [KeyValue(tr(head), text) for head, text in optional if text]
    facts.append(
        KeyValue(tr(label("medication", "Bác sĩ kê")), words.joined(row.prescriber, words.moment(row.ordered_at)))
    )
    if row.verified_by:
        by = words.joined(row.verified_by, words.moment(row.verified_at))
        facts.append(KeyValue(tr(label("medication", "Dược sĩ duyệt")), by))
    if row.end_kind is not None:
        said = words.joined(words.state(row), words.moment(row.ended_at))
        facts.append(KeyValue(tr(label("medication", "Kết thúc")), said, words.state_tone(row)))
        facts.append(KeyValue(tr(label("medication", "Lý do kết thúc")), row.end_reason or ""))
    return facts


def kind_text(row: OrderRow) -> str:
    """Regular, as needed …, and whether it may be given before it is verified."""
    return words.joined(tr(ORDER_KIND_LABELS[row.kind]), tr(URGENT) if row.is_urgent else "")


def span_text(row: OrderRow) -> str:
    """From when to when."""
    until = tr(UNTIL, moment=words.moment(row.ends_at)) if row.ends_at is not None else ""
    return words.joined(words.moment(row.starts_at), until)
