"""The page of the audit trail: what was done, by whom, with which values; and whether it is whole."""

from functools import partial
from typing import Any, Protocol, runtime_checkable

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.kernel.typed import number_text
from facility_app.modules.access.domain import READ_AUDIT
from facility_app.modules.access.queries import AuditDetail, get_entry, verify_audit
from facility_app.modules.access.ui.alarm_list import ABOUT
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.trail_list import NUMBER, VERB, TrailLine, trail_list
from facility_app.modules.access.ui.trail_values import ValuesGrid
from facility_app.modules.access.ui.words import (
    ACCOUNT,
    DEVICE,
    REASON,
    ROLES,
    WHEN,
    clock_text,
    who_text,
    written_roles,
)
from facility_app.ui.i18n import shown, tr
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure, Progress, Ticket
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, KeyValue, KeyValueGrid

VERIFY = label("verbs", "Kiểm tra nhật ký")
HEAD = label("access", "Dòng đang chọn")
VERIFYING = label("access", "Đang đọc và đối chiếu toàn bộ nhật ký; vẫn làm việc khác được.")
STOP = label("verbs", "Dừng kiểm tra")
STOPPED = label("access", "Đã dừng; nhật ký chưa được kiểm tra hết.")
BUSY = label("access", "Đang kiểm tra; chờ xong hoặc bấm Dừng kiểm tra.")
WHOLE = label("access", "Nhật ký nguyên vẹn: {rows} dòng, khớp với mốc đối chiếu ngoài tệp (kiểm tra lúc {time}).")
NO_MARK = label(
    "access",
    "Nhật ký liền mạch ({rows} dòng, kiểm tra lúc {time}) nhưng không đọc được mốc đối chiếu ngoài tệp, nên không "
    "biết phần cuối có đủ không. Hãy báo người phụ trách an toàn thông tin.",
)
NO_TAIL = label(
    "access",
    "Nhật ký thiếu phần cuối: chỉ còn {rows} dòng, ít hơn mốc đối chiếu ngoài tệp (kiểm tra lúc {time}). Hãy giữ "
    "nguyên tệp và báo người phụ trách an toàn thông tin.",
)
BROKEN = label(
    "access",
    "Nhật ký bị sửa ngoài chương trình: dòng đầu tiên không khớp là dòng {first_bad} (kiểm tra lúc {time}). Hãy "
    "giữ nguyên tệp và báo người phụ trách an toàn thông tin.",
)
REASON_VALUE = ("audit_entry", "reason")
SHOW_BAD = label("verbs", "Xem dòng đó")
HINT = label("access", "F5 kiểm tra nhật ký · ↑↓ xem từng dòng")


@runtime_checkable
class RemembersOutside(Protocol):
    """A workplace that remembers, outside the file, where the trail ended."""

    def anchored(self) -> Any:
        """What is remembered, or None."""
        ...


class TrailPage(SplitPage):
    """The list, the entry selected in full, and the check of the chain."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        self._is_checking, self._about = False, ""
        self._check: Ticket | None = None
        self._first_bad: int | None = None
        super().__init__(context, trail_list(house), HEAD, selects_first=True)
        self._house = house
        self.banner = Banner(context.theme, can_dismiss=True, parent=self)
        self.banner.setObjectName("verdict")
        self.banner.hide()
        self.banner.action_requested.connect(self._on_banner_action)
        self.banner.dismissed.connect(self._on_banner_dismissed)
        box = self.layout()
        if isinstance(box, QVBoxLayout):
            box.setSpacing(context.theme.px(10))
            box.insertWidget(0, self.banner)
        self._facts = KeyValueGrid(context.theme, parent=self.inside)
        self.values = ValuesGrid(context.theme, self.inside)
        self.detail_box.addWidget(self._facts)
        self.detail_box.addWidget(self.values)
        self.detail_box.addStretch(1)

    def verify(self) -> None:
        """Read the whole chain against what is remembered outside the file."""
        self._first_bad = None
        self._is_checking = True
        self._say(tr(VERIFYING), Tone.INFO, tr(STOP))
        self.actions_changed.emit()
        # The mark first: one taken after the snapshot could remember entries the snapshot does not have yet.
        op = self.context.runner.job(self, partial(_marked, self.context.runner.workplace))
        self._check = op.success(self._on_marked).failure(self._on_check_failed).run()

    @override
    def show_row(self, row: TrailLine) -> None:
        self._about = row.person
        op = self.context.runner.query(self, partial(_entry, row.seq), topic="entry")
        op.success(self._on_entry_read).failure(self._on_entry_failed).run()

    def _why_no_check(self) -> str | None:
        return tr(BUSY) if self._is_checking else None

    def _on_entry_read(self, detail: AuditDetail) -> None:
        entry = detail.entry
        facts = [
            KeyValue(NUMBER, str(entry.seq)),
            KeyValue(WHEN, clock_text(entry.at)),
            KeyValue(ACCOUNT, who_text(entry.user_id, entry.user_name)),
            KeyValue(ROLES, written_roles(entry.roles)),
            KeyValue(DEVICE, entry.device),
            KeyValue(VERB, self._house.verb(entry.verb)),
        ]
        if self._about:
            facts.append(KeyValue(ABOUT, self._about))
        if entry.reason is not None:
            facts.append(KeyValue(REASON, shown(entry.reason)))
        self._facts.set_rows(facts)
        # The reason stands above, with the facts.
        values = tuple(one for one in detail.values if (one.table, one.column) != REASON_VALUE)
        self.values.show_values(values)
        self.detail.show_content()

    def _on_entry_failed(self, failure: Failure) -> None:
        self.detail.show_error(failure.words, failure.details, can_retry=False)

    def _on_marked(self, mark: Any) -> None:
        op = self.context.runner.query(self, partial(_verdict, mark), topic="verify")
        has_mark = mark is not None
        self._check = op.success(partial(self._on_verified, has_mark)).failure(self._on_check_failed).run()

    def _on_verified(self, has_mark: bool, verdict: Any) -> None:
        self._is_checking = False
        told = {"rows": number_text(verdict.rows), "time": format_time(self.context.clock.now())}
        if verdict.first_bad is not None:
            self._first_bad = verdict.first_bad
            text = tr(BROKEN, first_bad=str(verdict.first_bad), **told)
            self._say(text, Tone.DANGER, tr(SHOW_BAD))
        elif verdict.missing_tail:
            self._say(tr(NO_TAIL, **told), Tone.DANGER)
        elif not has_mark:
            self._say(tr(NO_MARK, **told), Tone.WARNING)
        else:
            self._say(tr(WHOLE, **told), Tone.OK)
        self.actions_changed.emit()

    def _on_check_failed(self, failure: Failure) -> None:
        self._is_checking = False
        self._say(failure.words, Tone.DANGER)
        self.actions_changed.emit()

    def _on_banner_action(self) -> None:
        if self._is_checking:
            self._stop()
            self._say(tr(STOPPED), Tone.WARNING)
        elif self._first_bad is not None:
            self.panel.show_look(Look(str(self._first_bad), {}, self.spec.default_sort))

    def _on_banner_dismissed(self) -> None:
        self._stop()

    def _stop(self) -> None:
        if self._is_checking and self._check is not None:
            self._is_checking = False
            self._check.cancel()
            self.actions_changed.emit()

    def _say(self, text: str, tone: Tone, action: str = "") -> None:
        self.banner.set(text, tone, action=action)
        self.banner.show()

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.panel.model.reload()

    @override
    def refresh(self, change: Change) -> None:
        # Every commit writes to the trail, and says so of no table: the list is read anew with each of them.
        super().refresh(change)
        if self.isVisible():
            self.panel.model.reload()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        why_not = self._why_no_check
        return (ActionSpec("access.verify_audit", VERIFY, self.verify, "shield-check", "F5", READ_AUDIT, why_not),)

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _marked(workplace: object, _progress: Progress) -> Any:
    return workplace.anchored() if isinstance(workplace, RemembersOutside) else None


def _verdict(mark: Any, uow: Any) -> Any:
    return verify_audit(uow, mark)


def _entry(seq: int, uow: Any) -> AuditDetail:
    return get_entry(uow, seq)
