"""Xuất gói: what would go is counted and shown, then made, signed, sealed and carried to a stick."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app import __version__
from facility_app.kernel.change import Change
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.privacy import Privacy
from facility_app.kernel.typed import number_text
from facility_app.modules.exchange.domain import EXPORT, USUAL_STREAM, profile_of
from facility_app.modules.exchange.papers import Medium, slip_paper, subject_of
from facility_app.modules.exchange.ui.post import Made, Post, Rehearsal
from facility_app.modules.exchange.ui.standing_columns import bytes_text
from facility_app.modules.exchange.ui.standing_words import PAGE, TABLES
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.printing.saving import folder_dialog
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure, Progress
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, Least, Scrolled, StateStack

SEND: Final = label("verbs", "Lập gói")
STICK: Final = label("verbs", "Chọn thẻ nhớ")
WHOLE: Final = label("verbs", "Gửi toàn bộ")
CHANGES: Final = label("verbs", "Chỉ gửi phần thay đổi")
PRINT: Final = label("verbs", "In phiếu gửi")
BACK: Final = label("verbs", "Mở trang Gửi tỉnh")
COUNTING: Final = label("exchange", "Đang đếm…")
MAKING: Final = label("exchange", "Đang lập, ký và mã hóa gói…")
READY: Final = label("exchange", "Sẽ gửi {lines} dòng. Chưa ghi gì: xem lại rồi bấm “Lập gói”.")
NOTHING: Final = label(
    "exchange", "Không có thay đổi nào từ gói tỉnh đã nhận. Gói vẫn lập được, để tỉnh biết là đủ."
)
DONE: Final = label("exchange", "Đã lập gói, phiếu gửi số {number}: {lines} dòng, {size}.")
ON_STICK: Final = label("exchange", "Đã chép lên thẻ nhớ và đọc lại đúng như đã ghi.")
NOT_ON_STICK: Final = label("exchange", "Gói nằm ở {folder}; chưa chép lên thẻ nhớ.")
CLOCK: Final = label("exchange", "Đồng hồ máy này có vẻ sai: hãy chỉnh lại giờ. Gói có ghi điều đó.")
CARD: Final = label("exchange", "Gói sẽ lập")
SUBJECTS_CARD: Final = label("exchange", "Dữ liệu trong gói")
NO_LINES: Final = label("exchange", "Không có dòng nào.")
PROFILE: Final = label("exchange", "Mức dữ liệu")
WHAT: Final = label("exchange", "Nội dung")
ALL: Final = label("exchange", "toàn bộ")
SOME: Final = label("exchange", "thay đổi {start}–{end}")
NO_CHANGE: Final = label("exchange", "không có thay đổi")
SIZE: Final = label("exchange", "Cỡ trước khi nén")
TO: Final = label("exchange", "Chép lên thẻ nhớ")
NO_STICK: Final = label("exchange", "chưa chọn")
KEYS: Final = label("exchange", "Khóa mở được gói")
GOES: Final = label("exchange", "Có trong gói")
STAYS: Final = label("exchange", "Không ra khỏi cơ sở")
CLASSES: Final = {
    Privacy.PUBLIC: label("exchange", "dữ liệu chung"),
    Privacy.ADMIN: label("exchange", "hành chính"),
    Privacy.IDENTITY: label("exchange", "nhân thân"),
    Privacy.CLINICAL: label("exchange", "y tế"),
    Privacy.DRUG_TEST: label("exchange", "kết quả xét nghiệm ma túy"),
    Privacy.HIV: label("exchange", "HIV"),
    Privacy.SECRET: label("exchange", "khóa và mật khẩu"),
}
NOT_COUNTED: Final = label("exchange", "Chưa đếm xong.")
BUSY: Final = label("exchange", "Đang lập gói.")
NOT_MADE: Final = label("exchange", "Chưa lập gói nào ở trang này.")


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """Lines about one thing."""

    subject: str
    written: int
    gone: int


def _subject(row: SubjectRow) -> str:
    return row.subject


def _written(row: SubjectRow) -> str:
    return number_text(row.written)


def _gone(row: SubjectRow) -> str:
    return number_text(row.gone)


COLUMNS: Final[tuple[ColumnSpec[SubjectRow], ...]] = (
    ColumnSpec("subject", label("papers", "Dữ liệu về"), _subject, width=280, is_strong=True),
    ColumnSpec("written", label("papers", "Dòng mới, sửa"), _written, width=130, align=Align.END),
    ColumnSpec("gone", label("papers", "Dòng đã bỏ"), _gone, width=110, align=Align.END),
)


class ExportPage(Page):
    """The page.

    Attributes:
        banner: what would go, or what went.
        subjects_card: its lines by what they are about.
    """

    def __init__(self, press: PlainPress, post: Post, subjects: Mapping[str, str], context: PageContext) -> None:
        """Make the page; ``open`` counts."""
        super().__init__(context)
        theme = context.theme
        self._post, self._subjects = post, subjects
        self._sheets = Sheets(context, press, self)
        self._is_full = self._is_making = False
        self._to = ""
        self._counted: Rehearsal | None = None
        self._made: Made | None = None
        inner = Least()
        inner.setProperty("kind", "page")
        self.states = StateStack(theme, parent=self)
        self.states.hold(Scrolled(inner, self.states))
        self.banner = Banner(theme, "", parent=inner)
        self.grid = KeyValueGrid(theme, columns=2)
        card = Card(theme, tr(CARD), parent=inner)
        card.body.addWidget(self.grid)
        self.subjects_card = ShortCard(
            context, "exchange.subjects", SUBJECTS_CARD, COLUMNS, _subject, NO_LINES, most_rows=20, parent=inner
        )
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        for one, share in ((self.banner, 0), (card, 0), (self.subjects_card, 1)):
            column.addWidget(one, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.states.retry_requested.connect(self.count)
        self.states.action_requested.connect(self.go_back)
        self._make_verbs()

    def count(self) -> None:
        """Count what would go."""
        self._counted = None
        self.states.show_loading()
        self.actions_changed.emit()
        job = partial(_count, self._post, self.context.runner.workplace, self._is_full)
        op = self.context.runner.job(self, job)
        op.success(self._on_counted).failure(self._on_not_counted).run()

    def send(self) -> None:
        """Make the bundle."""
        self._is_making = True
        self.banner.set(tr(MAKING), Tone.INFO)
        self.actions_changed.emit()
        job = partial(_send, self._post, self.context.runner.workplace, self._is_full, self._to)
        op = self.context.runner.job(self, job)
        op.success(self._on_made).failure(self._on_not_made).run()

    def go_back(self) -> None:
        """Go where it is seen how the exchange stands."""
        self.context.go(Route(PAGE))

    def choose_stick(self) -> None:
        """Ask for the folder it is carried to."""
        dialog = folder_dialog(self)
        dialog.fileSelected.connect(self.carry_to)
        dialog.open()

    @property
    def is_full(self) -> bool:
        """Whether everything goes."""
        return self._is_full

    def carry_to(self, folder: str) -> None:
        """Carry what is made from now on to ``folder``."""
        self._to = folder
        self._show_facts()

    def turn_whole(self) -> None:
        """Everything instead of what changed, or the other way round."""
        self._is_full = not self._is_full
        self._make_verbs()
        self.count()

    def print_slip(self) -> None:
        """Show the paper of what was made."""
        if self._made is not None:
            number = self._made.paper_number
            serial = self._post.serial(self._to) if self._to else ""
            medium = Medium(serial=serial, program=f"facility_app/{__version__}")
            read = partial(_slip, number, self._subjects, medium)
            self._sheets.show(read, f"PHIEU-GUI-{number.replace('/', '-')}.pdf")

    def _make_verbs(self) -> None:
        self._verbs = (
            ActionSpec("exchange.export", SEND, self.send, "send", "Ctrl+G", EXPORT, self._why_not),
            ActionSpec(
                "exchange.choose_stick", STICK, self.choose_stick, "upload", "Ctrl+T", EXPORT, self._why_busy
            ),
            ActionSpec("exchange.print_made", PRINT, self.print_slip, "printer", "Ctrl+P", None, self._why_none),
            ActionSpec(
                "exchange.send_whole", CHANGES if self._is_full else WHOLE, self.turn_whole, "refresh", "", EXPORT,
                self._why_busy, is_in_menu=True,
            ),
        )  # fmt: skip

    def _why_not(self) -> str | None:
        return self._why_busy() or (tr(NOT_COUNTED) if self._counted is None else None)

    def _why_busy(self) -> str | None:
        return tr(BUSY) if self._is_making else None

    def _why_none(self) -> str | None:
        return tr(NOT_MADE) if self._made is None else None

    def _on_counted(self, found: Rehearsal) -> None:
        self._counted = found
        if found.lines:
            self.banner.set(tr(READY, lines=number_text(found.lines)), Tone.INFO)
        else:
            self.banner.set(tr(NOTHING), Tone.INFO)
        self._show_facts()
        self.subjects_card.show_rows(_by_subject(found, self._subjects))
        self.states.show_content()
        self.actions_changed.emit()

    def _on_not_counted(self, failure: Failure) -> None:
        if isinstance(failure.error, UserError):
            # Not enrolled yet, or stopped: nothing is broken, and the other page says what to do.
            self.states.show_empty(failure.words, tr(BACK), icon="send")
        else:
            self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _show_facts(self) -> None:
        found = self._counted
        if found is None:
            return
        what = tr(SOME, start=number_text(found.start + 1), end=number_text(found.end))
        if found.is_full or found.start == found.end:
            what = tr(ALL if found.is_full else NO_CHANGE)
        rows = [
            KeyValue(tr(PROFILE), profile_of(USUAL_STREAM)),
            KeyValue(tr(WHAT), what),
            KeyValue(tr(SIZE), bytes_text(found.size)),
            KeyValue(tr(KEYS), number_text(found.recipients)),
            KeyValue(tr(TO), self._to or tr(NO_STICK)),
            KeyValue(tr(GOES), _classes(found, does_go=True)),
            KeyValue(tr(STAYS), _classes(found, does_go=False), Tone.OK),
        ]
        self.grid.set_rows(rows)

    def _on_made(self, made: Made) -> None:
        self._is_making, self._made = False, made
        said = [tr(DONE, number=made.paper_number, lines=number_text(made.lines), size=bytes_text(made.size))]
        said.append(tr(ON_STICK) if made.is_carried else tr(NOT_ON_STICK, folder=made.folder))
        said += [tr(CLOCK)] if made.is_clock_doubted else []
        self.banner.set(" ".join(said), Tone.WARNING if made.is_clock_doubted else Tone.OK)
        self._is_full = False
        self._make_verbs()
        self.actions_changed.emit()
        changed = Change(frozenset((table, made.paper_number) for table in TABLES))
        self.context.runner.changed.emit(changed, self)

    def _on_not_made(self, failure: Failure) -> None:
        self._is_making = False
        self.banner.set(failure.words, Tone.DANGER)
        self.actions_changed.emit()

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return self._verbs

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.count()

    @override
    def first_focus(self) -> QWidget:
        return self.subjects_card.table


def _by_subject(found: Rehearsal, subjects: Mapping[str, str]) -> tuple[SubjectRow, ...]:
    """Nobody is named and no table: what the lines are about."""
    sums: dict[str, tuple[int, int]] = {}
    for table, (written, gone) in found.counts.items():
        about = subject_of(table, subjects)
        subject = tr(about)
        before = sums.get(subject, (0, 0))
        sums[subject] = before[0] + written, before[1] + gone
    return tuple(SubjectRow(name, *sums[name]) for name in sorted(sums))


def _classes(found: Rehearsal, *, does_go: bool) -> str:
    return ", ".join(tr(text) for one, text in CLASSES.items() if (found.columns.get(one, 0) > 0) is does_go)


def _count(post: Post, desk: Any, is_full: bool, progress: Progress) -> Rehearsal:
    progress.tell(0, None, COUNTING)
    return post.rehearse(desk, USUAL_STREAM, is_full)


def _send(post: Post, desk: Any, is_full: bool, to: str, progress: Progress) -> Made:
    progress.tell(0, None, MAKING)
    return post.send(desk, USUAL_STREAM, is_full, to)


def _slip(number: str, subjects: Mapping[str, str], medium: Medium, uow: Any) -> object:
    return slip_paper(uow, number, subjects, medium)
