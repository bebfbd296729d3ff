"""The sheet for a blackout: where it is written, how old it is, what to do when the medium is not there."""

from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_moment
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import NAME_KIT, WRITE_KIT
from facility_app.modules.medication.queries.kit import KitRow, find_kit
from facility_app.modules.medication.service.kit import stop_kit
from facility_app.modules.medication.ui.kit_naming import NAME, KitNaming
from facility_app.modules.medication.ui.kit_press import KitPress
from facility_app.modules.medication.ui.kit_writing import KitWriter
from facility_app.modules.medication.ui.order_asking import Deciding, ask_reason
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, Scrolled, StateStack
from facility_app.ui.widgets import words as text_label

TITLE: Final = label("medication", "Phiếu phòng mất điện")
TABLES: Final = frozenset({"blackout_kit", "setting_value"})
WRITE: Final = label("verbs", "Ghi ngay")
STOP: Final = label("verbs", "Thôi ghi")
STOP_TEXT: Final = label(
    "medication", "Không ghi phiếu vào {folder} nữa. Phiếu đã ghi vẫn nằm trên ổ: hãy xóa hoặc cất ổ vào tủ khóa."
)
STOPPED: Final = label("medication", "Đã thôi ghi. Hãy xóa phiếu còn trên ổ.")
WRITTEN: Final = label("medication", "Đã ghi phiếu 24 giờ, đọc lại đúng như đã ghi.")
NOBODY: Final = label("medication", "Chưa đặt nơi ghi phiếu phòng mất điện")
NOBODY_HINT: Final = label(
    "medication", "Người đứng đầu đặt một thư mục trên ổ rời. Chưa có thì mỗi ca in phiếu 24 giờ ra giấy."
)
CARD: Final = label("medication", "Phiếu 24 giờ trên ổ rời")
FOLDER: Final = label("medication", "Thư mục trên ổ rời")
DEVICE: Final = label("medication", "Cắm ở máy")
THIS: Final = label("medication", "{device} (máy này)")
LAST: Final = label("medication", "Ghi lần cuối")
NEVER: Final = label("medication", "chưa ghi lần nào")
SHIFTS: Final = label("medication", "Giờ đổi ca")
NAMED: Final = label("medication", "Người đặt, lúc đặt")
FRESH: Final = label("medication", "Ca này đã có phiếu.")
DUE: Final = label("medication", "Ca này chưa có phiếu.")
NONE_YET: Final = label("medication", "Trên ổ chưa có phiếu nào. Bấm “Ghi ngay”, hoặc in phiếu 24 giờ ra giấy.")
OLD: Final = label("medication", "Phiếu trên ổ đã quá 12 giờ. Bấm “Ghi ngay”, hoặc in phiếu 24 giờ ra giấy.")
FAILED: Final = label(
    "medication", "Lần ghi lúc {at} không được. Cắm lại đúng ổ rồi bấm “Ghi ngay”; chưa được thì in phiếu ra giấy."
)
APART: Final = label(
    "medication",
    "Phiếu không có thuốc cần giữ kín: mỗi ca in riêng tờ giữ kín ở trang Phát thuốc và cất trong tủ khóa. Phiếu "
    "luôn có mã khóa; mã ở trong phong bì niêm phong ở bàn trực.",
)
ELSEWHERE: Final = label("medication", "Nơi ghi thuộc máy {device}. Hãy ghi ở máy đó.")
NOT_NAMED: Final = label("medication", "Chưa đặt nơi ghi.")
WIDTH: Final = 760


class KitPage(Page):
    """One card, or how to begin."""

    def __init__(self, press: KitPress, context: PageContext) -> None:
        """Make the page; ``open`` reads it."""
        super().__init__(context)
        theme = context.theme
        self._row: KitRow | None = None
        self.naming = KitNaming(context, press, self)
        self.naming.named.connect(self.write)
        self.writer = KitWriter(context.runner, press, self)
        self.writer.written.connect(self._on_written)
        self.writer.refused.connect(self._on_refused)
        self._deciding = Deciding(context, self)
        self.banner = Banner(theme, "", parent=self)
        self.grid = KeyValueGrid(theme)
        card = Card(theme, tr(CARD))
        card.body.addWidget(self.grid)
        card.body.addWidget(text_label(APART, ink=Tone.NEUTRAL, is_wrapped=True))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for one in (self.banner, card):
            one.setMaximumWidth(theme.px(WIDTH))
            column.addWidget(one)
        column.addStretch(1)
        self.states = StateStack(theme, Scrolled(content, self), self)
        self.states.retry_requested.connect(self.read)
        self.states.action_requested.connect(self.name)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self._verbs = (
            ActionSpec("medication.write_kit", WRITE, self.write, "printer", "Ctrl+G", WRITE_KIT, self._why_not),
            ActionSpec("medication.name_kit", NAME, self.name, "settings", "", NAME_KIT),
            ActionSpec(
                "medication.stop_kit", STOP, self.stop, "x", "", NAME_KIT, self._why_none, is_dangerous=True,
                is_in_menu=True,
            ),
        )  # fmt: skip

    def read(self) -> None:
        """Read how it stands."""
        op = self.context.runner.query(self, find_kit, topic="kit")
        op.success(self._on_read).failure(self._on_failed).run()

    def write(self) -> None:
        """Write the sheet now."""
        self.writer.write()

    def name(self) -> None:
        """Name the medium."""
        if self.context.may(NAME_KIT):
            self.naming.begin()

    def stop(self) -> None:
        """Write none any more."""
        if self._row is not None:
            text = tr(STOP_TEXT, folder=self._row.folder)
            ask_reason(self.context, self, STOP, text, partial(self._on_stop, self._row), is_dangerous=True)

    def _why_none(self) -> str | None:
        return tr(NOT_NAMED) if self._row is None else None

    def _why_not(self) -> str | None:
        if self._row is None:
            return tr(NOT_NAMED)
        return None if self._row.is_here else tr(ELSEWHERE, device=self._row.device)

    def _on_read(self, row: KitRow | None) -> None:
        self._row = row
        if row is None:
            action = tr(NAME) if self.context.may(NAME_KIT) else ""
            self.states.show_empty(tr(NOBODY), action, hint=tr(NOBODY_HINT), icon="printer")
        else:
            self._show(row)
            self.states.show_content()
        self.actions_changed.emit()

    def _show(self, row: KitRow) -> None:
        tone, said = _standing(row)
        self.banner.set(said, tone)
        last = tr(NEVER) if row.written_at is None else format_moment(row.written_at)
        device = tr(THIS, device=row.device) if row.is_here else row.device
        named = f"{row.named_by or '–'}, {format_moment(row.named_at)}"
        self.grid.set_rows(
            [
                KeyValue(tr(LAST), last),
                KeyValue(tr(FOLDER), row.folder),
                KeyValue(tr(DEVICE), device),
                KeyValue(tr(SHIFTS), row.hours),
                KeyValue(tr(NAMED), named),
            ]
        )

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_stop(self, row: KitRow, reason: str) -> None:
        self._deciding.do(partial(_stop, row.version, reason), tr(STOPPED))

    def _on_written(self) -> None:
        self.context.say(tr(WRITTEN), Tone.OK)

    def _on_refused(self, why: str) -> None:
        self.context.say(why, Tone.DANGER)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.states.show_loading()
        self.read()

    @override
    def refresh(self, change: Change) -> None:
        if not TABLES.isdisjoint(change.tables):
            self.read()


def _standing(row: KitRow) -> tuple[Tone, str]:
    """How it stands, in one sentence."""
    if row.failed_at is not None:
        return Tone.DANGER, tr(FAILED, at=format_moment(row.failed_at))
    if row.is_old:
        return Tone.DANGER, tr(OLD if row.written_at else NONE_YET)
    return (Tone.WARNING, tr(DUE)) if row.is_due else (Tone.OK, tr(FRESH))


def _stop(version: int, reason: str, uow: Any) -> None:
    stop_kit(uow, version, reason)
