"""Breaking the glass: a right for minutes to whoever says why; and giving it back before its time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import LentActor
from facility_app.modules.access.queries import (
    BreakGlassRow,
)
from facility_app.modules.access.service import BreakTheGlass, break_glass, give_back
from facility_app.modules.access.ui.glass_standing import Standing, read_standing
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.lent import go_on_with
from facility_app.modules.access.ui.words import PERSON, REASON
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.drafts import DraftKeeper
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Size, Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, Loudness, PushButton, StateStack, words

TITLE = label("access", "Mở khẩn cấp")
WARNING = label(
    "access",
    "Mở khẩn cấp cho bạn mượn một quyền trong {minutes} phút. Người đứng đầu và quản trị thấy báo động đỏ ngay, "
    "cho đến khi có người xét; mọi việc làm trong lúc đó được ghi kèm lý do.",
)
NOTHING = label(
    "access", "Vai trò của bạn không có việc nào cần mở khẩn cấp: những gì vai trò này được xem thì đã mở sẵn."
)
NOTHING_HINT = label("access", "Khi cần gấp một thông tin khác, hãy gọi người có quyền xem thông tin đó.")
RIGHT = label("access", "Cần quyền gì")
RIGHT_HINT = label("access", "Chỉ hiện các quyền mà vai trò của bạn được mượn khi khẩn cấp.")
ABOUT_HINT = label("access", "Để trống khi không về riêng ai.")
REASON_HINT = label("access", "Ví dụ: bệnh nhân ngất ở khu B, cần biết thuốc đang dùng.")
ASK = label("access", "Mượn một quyền")
BREAK = label("verbs", "Mở khẩn cấp")
RUNNING = label("access", "Đang mở khẩn cấp")
LENT = label("access", "Quyền đang mượn")
LEFT = label("access", "Còn {minutes} phút")
UNTIL = label("access", "Đến lúc")
GIVE_BACK = label("verbs", "Trả lại quyền")
GIVE_BACK_HINT = label("access", "Xong việc thì trả lại ngay; báo động vẫn chờ người xét.")
BROKEN = label("access", "Đã mở khẩn cấp đến {time}. Báo động đã gửi.")
GIVEN_BACK = label("access", "Đã trả lại quyền mở khẩn cấp.")
REASON_LIMIT = 2000
DRAFT = "access.break_glass"
TICK_MS = 20_000
SECONDS_A_MINUTE = 60
WIDTH = 720


@dataclass(frozen=True, slots=True)
class Emergency:
    """What the form asks for; fields are called as the verb calls them."""

    permission_id: str | None = None
    resident_id: str | None = field(default=None, repr=False)
    reason: str | None = field(default=None, repr=False)


class BreakGlassPage(Page):
    """One of two cards: the form, or what is lent and the way to give it back.

    A route's record is the person it is about.
    """

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page; ``open`` reads it."""
        super().__init__(context)
        self._house = house
        self._standing: Standing | None = None
        self._wanted_person = ""
        theme = context.theme
        content = QWidget()
        self.states = StateStack(theme, content, self)
        self.banner = Banner(theme, tone=Tone.WARNING, parent=content)
        self.form_card = Card(theme, tr(ASK), parent=content)
        self.form = self._make_form()
        self.form_card.body.addWidget(self.form)
        self.running_card = self._make_running(content)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for one in (self.banner, self.running_card, self.form_card):
            one.setMaximumWidth(theme.px(WIDTH))
        column.addWidget(self.banner)
        column.addWidget(self.running_card)
        column.addWidget(self.form_card)
        column.addStretch(1)
        self.states.retry_requested.connect(self.read)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.keeper = DraftKeeper(self.form, DRAFT, context.drafts, self, title=tr(ASK))
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._on_tick)

    def read(self) -> None:
        """Read what stands, and show it."""
        if self._standing is None:
            self.states.show_loading()
        op = self.context.runner.query(self, partial(read_standing, self._house), topic="standing")
        op.success(self._on_read).failure(self._on_read_failed).run()

    def give_back(self) -> None:
        """End what is lent."""
        lent = None if self._standing is None else self._standing.lent
        if lent is not None:
            op = self.context.runner.command(self, partial(_give_back, lent.break_glass_id))
            op.success(self._on_given_back).failure(self._on_failed).run()

    def _make_form(self) -> Form[Emergency]:
        context, people = self.context, self._house.people
        form: Form[Emergency] = Form(Emergency, save_words=BREAK, parent=self.form_card)
        self.right_field = CodeField("permission_id", RIGHT, options=(), is_required=True, hint=RIGHT_HINT)
        form.add(self.right_field)
        if people is not None and context.may(people.permission):
            form.add(
                PersonField(
                    "resident_id",
                    PERSON,
                    runner=context.runner,
                    lookup=people.lookup,
                    find=people.find,
                    hint=ABOUT_HINT,
                )
            )
        form.add(NoteField("reason", REASON, is_required=True, hint=REASON_HINT, limit=REASON_LIMIT, lines=4))
        form.submitted.connect(self._on_submitted)
        return form

    def _make_running(self, content: QWidget) -> Card:
        theme = self.context.theme
        card = Card(theme, tr(RUNNING), parent=content)
        self.left_label = words("", size=Size.DISPLAY, weight="strong", ink=Tone.DANGER)
        self.left_label.setObjectName("left_label")
        self._facts = KeyValueGrid(theme)
        self.back_button = PushButton(theme, GIVE_BACK, Loudness.PRIMARY, "arrow-back-up")
        self.back_button.setObjectName("back_button")
        self.back_button.clicked.connect(self.give_back)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.back_button)
        row.addWidget(words(GIVE_BACK_HINT, ink=Tone.NEUTRAL, is_wrapped=True), 1)
        card.body.addWidget(self.left_label)
        card.body.addWidget(self._facts)
        card.body.addLayout(row)
        return card

    def _show(self, standing: Standing) -> None:
        lent = standing.lent
        self.banner.set(tr(WARNING, minutes=standing.security.break_glass_minutes), Tone.WARNING)
        self.running_card.setVisible(lent is not None)
        self.form_card.setVisible(lent is None)
        self.banner.setVisible(lent is None)
        if lent is not None:
            self._show_lent(lent, standing.person)
            self._timer.start()
        else:
            self._timer.stop()
        if lent is None and not standing.lendable:
            self.states.show_empty(NOTHING, hint=NOTHING_HINT, icon="shield-check")
            return
        self.states.show_content()

    def _show_lent(self, lent: LentActor, person: str) -> None:
        facts = [KeyValue(LENT, self._house.right(lent.permission_id))]
        if lent.resident_id is not None:
            facts.append(KeyValue(PERSON, person))
        facts.append(KeyValue(UNTIL, format_time(lent.until_at)))
        self._facts.set_rows(facts)
        self._on_tick()

    def _on_read(self, standing: Standing) -> None:
        is_first = self._standing is None
        self._standing = standing
        go_on_with(self.context, standing.lent)
        self.right_field.set_options([(one.permission.id, one.permission.text) for one in standing.lendable])
        if is_first:
            only = standing.lendable[0].permission.id if len(standing.lendable) == 1 else None
            self.form.propose(Emergency(only, self._wanted_person or None))
            self.keeper.start()
        self._show(standing)
        if self.isVisible():
            self.first_focus().setFocus()

    def _on_read_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        wish = BreakTheGlass(values["permission_id"], values.get("resident_id"), values["reason"])
        self.form.set_held(is_held=True)
        op = self.context.runner.command(self, partial(_break, wish))
        op.success(self._on_broken).failure(self._on_break_failed).run()

    def _on_broken(self, row: BreakGlassRow) -> None:
        self.form.set_held(is_held=False)
        self.form.saved(Emergency(row.permission))
        self.context.say(tr(BROKEN, time=format_time(row.until_at)), Tone.WARNING)
        self.read()

    def _on_break_failed(self, failure: Failure) -> None:
        self.form.set_held(is_held=False)
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self._on_failed(failure)

    def _on_given_back(self, _row: BreakGlassRow) -> None:
        go_on_with(self.context, None)
        self.context.say(tr(GIVEN_BACK), Tone.OK)
        self.read()

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)
        self.read()

    def _on_tick(self) -> None:
        lent = None if self._standing is None else self._standing.lent
        if lent is None:
            return
        seconds = (lent.until_at - self.context.clock.now()).total_seconds()
        if seconds <= 0:
            self.read()
            return
        self.left_label.setText(tr(LEFT, minutes=-int(-seconds // SECONDS_A_MINUTE)))

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._wanted_person = route.record
        if route.record and "resident_id" in self.form.fields and not self.form.is_dirty():
            self.form.fields["resident_id"].set_value(route.record)
        self.read()

    @override
    def refresh(self, change: Change) -> None:
        if "break_glass" in change.tables and self._standing is not None:
            self.read()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        # What is typed stays in the page and in the drafts; nobody is asked anything in an emergency.
        self.keeper.flush()
        go()

    @override
    def flush(self) -> None:
        self.keeper.flush()

    @override
    def first_focus(self) -> QWidget:
        standing = self._standing
        if standing is None or standing.lent is not None:
            return self.back_button
        name = "permission_id" if len(standing.lendable) != 1 else "reason"
        return self.form.fields[name]


def _break(wish: BreakTheGlass, uow: Any) -> BreakGlassRow:
    return break_glass(uow, wish)


def _give_back(break_glass_id: str, uow: Any) -> BreakGlassRow:
    return give_back(uow, break_glass_id)
