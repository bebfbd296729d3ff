"""The facility's profile: what it is, and what every paper of it begins with."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.domain import EDIT_FACILITY, UNIT_KIND_LABELS
from facility_app.modules.catalogues.queries import FacilityRow, find_place, get_facility
from facility_app.modules.catalogues.ui.facility_form import (
    ABBREVIATION,
    ADDRESS,
    EDIT,
    KIND,
    LIES_IN,
    NAME,
    PARENT,
    PHONE,
    PLACE_NAME,
    ask_profile,
)
from facility_app.modules.catalogues.ui.paper_head import PaperHead
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, Scrolled, StateStack
from facility_app.ui.widgets import words as text_label

PAGE = "catalogues.facility"
TITLE = label("catalogues_ui", "Hồ sơ cơ sở")
WHO = label("catalogues_ui", "Cơ sở")
ON_PAPER = label("catalogues_ui", "Trên văn bản")
ON_PAPER_HINT = label("catalogues_ui", "mẫu đầu trang, chưa phải văn bản")
CODE = label("catalogues_ui", "Mã định danh điện tử")
HEAD = label("catalogues_ui", "Chức danh người đứng đầu")
ISSUED = label(
    "catalogues_ui", "Giấy tờ đã ký giữ nguyên như lúc ký; thay đổi ở đây chỉ dùng cho giấy tờ lập sau."
)
LACKING = label("catalogues_ui", "Còn trống: {fields}. Văn bản in ra sẽ thiếu những chỗ này.")
COMPLETE = label("catalogues_ui", "Điền nốt")
SAVED = label("catalogues_ui", "Đã lưu hồ sơ cơ sở.")
HINT = label("catalogues_ui", "F2 sửa")
NARROW = 860
LETTERHEAD = (("parent_name", PARENT), ("abbreviation", ABBREVIATION), ("place_name", PLACE_NAME))


@dataclass(frozen=True, slots=True)
class Known:
    """The profile, with the words of its place."""

    row: FacilityRow
    place: str


class FacilityPage(Page):
    """The profile in two cards; F2 opens the form."""

    def __init__(self, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(context)
        theme = context.theme
        self._known: Known | None = None
        self.grid = KeyValueGrid(theme)
        self.paper = PaperHead(theme, self)
        self.lacking = Banner(theme, "", Tone.WARNING, action=COMPLETE, parent=self)
        self.lacking.action_requested.connect(self.edit)
        who = Card(theme, tr(WHO))
        who.body.addWidget(self.grid)
        who.body.addStretch(1)
        paper = Card(theme, tr(ON_PAPER), hint=tr(ON_PAPER_HINT))
        paper.body.addWidget(self.lacking)
        paper.body.addWidget(self.paper)
        paper.body.addWidget(text_label(ISSUED, ink=Tone.NEUTRAL, is_wrapped=True))
        paper.body.addStretch(1)
        inside = QWidget()
        inside.setProperty("kind", "page")
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(12))
        self._row.addWidget(who, 1)
        self._row.addWidget(paper, 1)
        area = Scrolled(inside, self)
        self.states = StateStack(theme, area, self)
        self.states.retry_requested.connect(self._ask)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self._verbs = (ActionSpec("catalogues.edit_facility", EDIT, self.edit, "pencil", "F2", EDIT_FACILITY),)

    def edit(self) -> None:
        """Open the form."""
        if self._known is not None and self.context.may(EDIT_FACILITY):
            ask_profile(self.context, self._known.row, self).saved.connect(self._on_saved)

    def _ask(self) -> None:
        op = self.context.runner.query(self, _read, topic="facility")
        op.success(self._on_read).failure(self._on_failed).run()

    def _on_read(self, known: Known) -> None:
        self._known = known
        row = known.row
        values = (
            (NAME, row.name),
            (CODE, row.code),
            (KIND, tr(UNIT_KIND_LABELS[row.unit_kind])),
            (HEAD, tr(row.head_title)),
            (LIES_IN, known.place),
            (ADDRESS, row.address or ""),
            (PHONE, row.phone or ""),
            (PARENT, row.parent_name or ""),
            (ABBREVIATION, row.abbreviation or ""),
            (PLACE_NAME, row.place_name or ""),
        )
        self.grid.set_rows([KeyValue(tr(head), value) for head, value in values])
        self.paper.show_row(row)
        lacking = [tr(head) for name, head in LETTERHEAD if not getattr(row, name)]
        action = tr(COMPLETE) if self.context.may(EDIT_FACILITY) else ""
        self.lacking.set(tr(LACKING, fields=tuple(lacking)), Tone.WARNING, action=action)
        self.lacking.setVisible(bool(lacking))
        self.states.show_content()
        self.actions_changed.emit()

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_saved(self, _row: object) -> None:
        self.context.say(tr(SAVED))

    @override
    def hint_text(self) -> str:
        return tr(HINT)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs if self._known is not None else ()

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.states.show_loading()
        self._ask()

    @override
    def refresh(self, change: Change) -> None:
        if "facility_profile" in change.tables:
            self._ask()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.width() < self.context.theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)


def _read(uow: Any) -> Known:
    row = get_facility(uow)
    place = find_place(uow, row.commune_code or row.province_code)
    return Known(row, row.province_code if place is None else place.path)
