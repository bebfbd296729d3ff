"""The facility's choices about safety: when a screen locks, how long an emergency and a grant last."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.errors import FacilityError
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import BREAK_GLASS_MINUTES, GRANT_DAYS, LOCK_MINUTES
from facility_app.modules.access.domain.sessions import (
    LONGEST_GLASS_MINUTES,
    LONGEST_GRANT_DAYS,
    LONGEST_LOCK_MINUTES,
)
from facility_app.modules.access.queries import SecurityRow, get_security
from facility_app.modules.access.service import EditSecurity, edit_security
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Card, StateStack

TITLE = label("access", "Cài đặt an toàn")
HEAD = label("access", "Cho cả cơ sở")
LOCK_HINT = label("access", "Chữ đang gõ vẫn còn nguyên sau khi mở khóa. Máy ở chỗ đông người nên đặt ngắn.")
GLASS_HINT = label("access", "Hết số phút này quyền mượn tự đóng, dù chưa ai xét.")
GRANT_HINT = label("access", "Hết hạn thì phải xét và cấp lại; lần cấp dài hơn bị từ chối.")
SAVED = label(
    "access", "Đã lưu cài đặt an toàn. Máy này áp dụng ngay; máy khác đang mở áp dụng từ lần đăng nhập sau."
)
WIDTH = 720


@dataclass(frozen=True, slots=True)
class SecurityForm:
    """What the form shows."""

    lock_minutes: Decimal
    break_glass_minutes: Decimal
    grant_days: Decimal

    @classmethod
    def of(cls, row: SecurityRow) -> "SecurityForm":
        """The form's values."""
        return cls(Decimal(row.lock_minutes), Decimal(row.break_glass_minutes), Decimal(row.grant_days))


class SecurityPage(Page):
    """Three numbers."""

    def __init__(self, context: PageContext) -> None:
        """Make the page; ``open`` reads it."""
        super().__init__(context)
        theme = context.theme
        self.form = _form(self)
        self.form.submitted.connect(self._on_submitted)
        card = Card(theme, tr(HEAD), parent=self)
        card.body.addWidget(self.form)
        card.setMaximumWidth(theme.px(WIDTH))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self.states = StateStack(theme, content, self)
        self.states.retry_requested.connect(self.read)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self._is_here = False

    def read(self) -> None:
        """Read what is chosen; what is being typed stays."""
        if not self._is_here:
            self.states.show_loading()
        op = self.context.runner.query(self, get_security, topic="security")
        op.success(self._on_read).failure(self._on_read_failed).run()

    def _on_read(self, row: SecurityRow) -> None:
        self._is_here = True
        if not self.form.is_dirty():
            self.form.load(SecurityForm.of(row))
        self.states.show_content()

    def _on_read_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_submitted(self, values: Mapping[str, Any]) -> None:
        wish = EditSecurity(**{name: int(value) for name, value in values.items()})
        self.form.set_held(is_held=True)
        op = self.context.runner.command(self, partial(_edit, wish))
        op.success(self._on_saved).failure(self._on_failed).run()

    def _on_saved(self, row: SecurityRow) -> None:
        self.form.set_held(is_held=False)
        self.form.saved(SecurityForm.of(row))
        self.context.say(tr(SAVED), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self.form.set_held(is_held=False)
        if isinstance(failure.error, FacilityError):
            self.form.show_refusal(failure.error)
        else:
            self.context.say(failure.words, Tone.DANGER)

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.read()

    @override
    def leave(self, go: Callable[[], None]) -> None:
        self.form.leave(go)

    @override
    def has_unsaved(self) -> bool:
        return self.form.is_dirty()

    @override
    def first_focus(self) -> QWidget:
        return self.form.fields["lock_minutes"]


def _form(parent: QWidget) -> Form[SecurityForm]:
    form: Form[SecurityForm] = Form(SecurityForm, parent=parent)
    for name, setting, most, hint in (
        ("lock_minutes", LOCK_MINUTES, LONGEST_LOCK_MINUTES, LOCK_HINT),
        ("break_glass_minutes", BREAK_GLASS_MINUTES, LONGEST_GLASS_MINUTES, GLASS_HINT),
        ("grant_days", GRANT_DAYS, LONGEST_GRANT_DAYS, GRANT_HINT),
    ):
        form.add(NumberField(name, setting.text, least=1, most=most, is_required=True, hint=hint))
    return form


def _edit(wish: EditSecurity, uow: Any) -> SecurityRow:
    return edit_security(uow, wish)
