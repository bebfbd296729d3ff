"""Gửi tỉnh: what the province has, what was sent, what it did not take; papers signed there are noted here."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app import __version__
from facility_app.kernel.change import Change
from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.exchange.domain import ACKED_LABELS, EXPORT, KEEP_TRUST, TAKE_IN
from facility_app.modules.exchange.papers import Medium, slip_paper
from facility_app.modules.exchange.queries.answers import StickyRow, list_sticky
from facility_app.modules.exchange.queries.sent import SentRow, list_sent
from facility_app.modules.exchange.queries.standing import StreamStanding, get_standing
from facility_app.modules.exchange.queries.status import Status, get_status
from facility_app.modules.exchange.service.receipts import NotePaper, note_paper, send_all_again
from facility_app.modules.exchange.ui import standing_columns as columns
from facility_app.modules.exchange.ui.enrolling import MAKE, TRUST, Enrolling
from facility_app.modules.exchange.ui.post import Post
from facility_app.modules.exchange.ui.receipt_taking import ReceiptTaking
from facility_app.modules.exchange.ui.standing_words import EXPORT_PAGE, NEVER, TABLES, standing_sentence
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.dialogs.question import Choice, Question
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.i18n import tr
from facility_app.ui.lists.short_card import ShortCard
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, Card, KeyValue, KeyValueGrid, Least, Scrolled, StateStack
from facility_app.ui.widgets.buttons import Loudness

SEND: Final = label("verbs", "Xuất gói")
TAKE: Final = label("verbs", "Nhận biên nhận")
NOTE: Final = label("verbs", "Ghi phiếu tỉnh đã ký")
PRINT: Final = label("verbs", "In phiếu gửi")
ALL_AGAIN: Final = label("verbs", "Lập lại gốc")
NOTE_TEXT: Final = label(
    "exchange",
    "Chép từ phiếu giấy tỉnh đã ký trả về. Ghi rồi, lần gửi sau chỉ mang phần thay đổi từ gói ấy. Mã kiểm nhiều "
    "phần: lấy mã của phần bất kỳ.",
)
NUMBER: Final = label("exchange", "Số phiếu")
HASH: Final = label("exchange", "Mã kiểm SHA-256 trên phiếu")
HASH_HINT: Final = label("exchange", "Ít nhất 8 chữ đầu; có dấu cách cũng được")
NOTED: Final = label("exchange", "Đã ghi phiếu tỉnh ký nhận.")
AGAIN_TITLE: Final = label("exchange", "Lần xuất sau gửi toàn bộ?")
AGAIN_TEXT: Final = label(
    "exchange",
    "Luồng {stream}. Chỉ làm khi tỉnh yêu cầu hoặc sau sự cố: gói sẽ lớn. Ở tỉnh không dòng nào mất hay nhân đôi.",
)
AGAIN_DONE: Final = label("exchange", "Lần xuất sau sẽ gửi toàn bộ.")
NOTHING_SENT: Final = label("exchange", "Chưa gửi gói nào.")
CARD: Final = label("exchange", "Tình hình gửi")
LAST_SENT: Final = label("exchange", "Gói cuối lập lúc")
KNOWN_BY: Final = label("exchange", "Tỉnh nhận được biết qua")
UNANSWERED: Final = label("exchange", "Gói chưa có biên nhận")
UNSENT: Final = label("exchange", "Thay đổi sau gói cuối")
TRUSTED: Final = label("exchange", "Danh sách tin cậy của tỉnh")
TRUST_SAID: Final = label("exchange", "số {number}, dùng đến {day}")
NO_TRUST: Final = label("exchange", "chưa nhận")
FINGERPRINT: Final = label("exchange", "Vân tay khóa của cơ sở")
NO_KEYS: Final = label("exchange", "chưa lập khóa")
ALONE: Final = label("exchange", "Chưa nhận danh sách tin cậy của tỉnh: chưa biết gửi cho ai.")
HAS_KEYS: Final = label("exchange", "Cơ sở đã có khóa.")
SIGNING: Final = label("exchange", "Khóa ký, gửi tỉnh ghi danh")
RECIPIENT: Final = label("exchange", "Khóa nhận, gửi tỉnh ghi danh")
SENT: Final = label("exchange", "Gói đã lập")
RETURNED: Final = label("exchange", "Dòng tỉnh chưa nhận, sẽ gửi kèm lại")
NONE_RETURNED: Final = label("exchange", "Tỉnh không trả lại dòng nào.")


@dataclass(frozen=True, slots=True)
class Read:
    """What the page shows, of one moment."""

    streams: tuple[StreamStanding, ...]
    status: Status
    sent: tuple[SentRow, ...]
    returned: tuple[StickyRow, ...]


class StandingPage(Page):
    """The page.

    Attributes:
        banner: how it stands, in words.
        sent, returned: its lists.
    """

    def __init__(self, press: PlainPress, post: Post, subjects: Mapping[str, str], context: PageContext) -> None:
        """Make the page; ``open`` reads it."""
        super().__init__(context)
        theme = context.theme
        self.taking, self.enrolling = ReceiptTaking(context, post, self), Enrolling(context, self)
        self._subjects = subjects
        self._sheets = Sheets(context, press, self)
        self._streams: tuple[StreamStanding, ...] = ()
        self._status: Status | None = None
        inner = Least()
        inner.setProperty("kind", "page")
        self.states = StateStack(theme, parent=self)
        self.states.hold(Scrolled(inner, self.states))
        self.banner = Banner(theme, "", parent=inner)
        self.grid = KeyValueGrid(theme, columns=2)
        card = Card(theme, tr(CARD), parent=inner)
        card.body.addWidget(self.grid)
        self.returned = ShortCard(
            context, "exchange.returned", RETURNED, columns.returned_columns(subjects), columns.returned_id,
            NONE_RETURNED, least=130, most_rows=8, parent=inner,
        )  # fmt: skip
        self.sent = ShortCard(
            context, "exchange.sent", SENT, columns.SENT_COLUMNS, columns.sent_id, NOTHING_SENT, parent=inner
        )
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        rooms: tuple[tuple[QWidget, int], ...] = (
            (self.banner, 0), (card, 0), (self.sent, 2), (self.returned, 1),
        )  # fmt: skip
        for one, share in rooms:
            column.addWidget(one, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.states)
        self.states.retry_requested.connect(self.read)
        self.sent.selection_changed.connect(self.actions_changed)
        self._verbs = (
            ActionSpec("exchange.go_export", SEND, self.go_export, "send", "Ctrl+G", EXPORT, self._why_alone),
            ActionSpec("exchange.take_receipts", TAKE, self.taking.ask, "inbox", "Ctrl+O", TAKE_IN),
            ActionSpec("exchange.note_paper", NOTE, self.note, "signature", "Ctrl+N", TAKE_IN, self._why_none),
            ActionSpec("exchange.print_slip", PRINT, self.print_slip, "printer", "Ctrl+P", None, self._why_no),
            ActionSpec(
                "exchange.send_all_again", ALL_AGAIN, self.ask_all_again, "refresh", "", TAKE_IN, self._why_none,
                is_in_menu=True,
            ),
            ActionSpec(
                "exchange.make_keys", MAKE, self.enrolling.make, "key", "", KEEP_TRUST, self._why_keys,
                is_in_menu=True,
            ),
            ActionSpec(
                "exchange.take_trust", TRUST, self.take_trust, "shield-check", "", KEEP_TRUST, is_in_menu=True
            ),
        )  # fmt: skip

    def read(self) -> None:
        """Read how it stands."""
        op = self.context.runner.query(self, _read, topic="standing_page")
        op.success(self._on_read).failure(self._on_failed).run()

    def go_export(self) -> None:
        """Go where bundles are made."""
        self.context.go(Route(EXPORT_PAGE))

    def take_trust(self) -> None:
        """Ask for the list of whom to believe."""
        self.enrolling.ask_trust(is_first=self._status is None or self._status.trust_version is None)

    def note(self) -> None:
        """Ask for the number and the hash of a paper that came back signed."""
        form = new_form()
        form.add(
            usual.number_line("number", NUMBER, is_required=True),
            usual.line("sha", HASH, is_required=True, hint=HASH_HINT),
            spans=(4, 8),
        )
        dialog: FormDialog[Any] = FormDialog(
            self.context.theme,
            self.context.runner,
            self.context.drafts,
            form,
            Filing(key="exchange.note_paper", save=_note),
            title=tr(NOTE),
            text=tr(NOTE_TEXT),
            parent=self,
        )
        dialog.saved.connect(self._on_noted)
        row: SentRow | None = self.sent.row()
        dialog.open_with(shown(number=row.paper_number if row is not None else None))

    def print_slip(self) -> None:
        """Show the paper of the bundle selected."""
        row: SentRow | None = self.sent.row()
        if row is not None:
            medium = Medium(program=f"facility_app/{__version__}")
            read = partial(_slip, row.paper_number, self._subjects, medium)
            self._sheets.show(read, f"PHIEU-GUI-{row.paper_number.replace('/', '-')}.pdf")

    def ask_all_again(self) -> None:
        """Ask whether the next export of each stream carries everything."""
        names = ", ".join(one.name for one in self._streams)
        question = Question(
            self.context.theme,
            tr(AGAIN_TITLE),
            tr(AGAIN_TEXT, stream=names),
            (Choice("again", tr(ALL_AGAIN), Loudness.PRIMARY),),
            parent=self,
        )
        question.answered.connect(self._on_all_again)
        question.open()

    def _why_alone(self) -> str | None:
        return tr(ALONE) if self._status is None or self._status.trust_version is None else None

    def _why_none(self) -> str | None:
        return None if self._streams else tr(NOTHING_SENT)

    def _why_keys(self) -> str | None:
        return tr(HAS_KEYS) if self._status is not None and self._status.keys is not None else None

    def _why_no(self) -> str | None:
        row = self.sent.row()
        return tr(NOTHING_SENT) if row is None or not row.paper_number else None

    def _on_read(self, read: Read) -> None:
        self._streams, self._status = read.streams, read.status
        self._say_standing(read)
        self.grid.set_rows([*_facts(read), *_trust_facts(read.status)])
        self.sent.show_rows(read.sent)
        self.returned.show_rows(read.returned)
        self.states.show_content()
        self.actions_changed.emit()

    def _say_standing(self, read: Read) -> None:
        now = self.context.clock.now()
        told = [(one.name, standing_sentence(one, now)) for one in read.streams]
        if not told:
            self.banner.set(tr(NEVER), Tone.INFO)
        elif len(told) == 1:
            tone, said = told[0][1]
            self.banner.set(said, tone)
        else:
            worst = next(
                (t for t in (Tone.DANGER, Tone.WARNING, Tone.INFO) if any(s[0] is t for _n, s in told)), Tone.OK
            )
            self.banner.set("\n".join(f"{name}: {said[1]}" for name, said in told), worst)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def _on_noted(self, _acked: object) -> None:
        self.context.say(tr(NOTED))

    def _on_all_again(self, _choice: str) -> None:
        op = self.context.runner.command(self, partial(_all_again, tuple(one.name for one in self._streams)))
        op.success(self._on_told_again).failure(self._on_refused).run()

    def _on_told_again(self, _nothing: object) -> None:
        self.context.say(tr(AGAIN_DONE))

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

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

    @override
    def first_focus(self) -> QWidget:
        return self.sent.table


def _facts(read: Read) -> list[KeyValue]:
    """Of each stream; its name stands before what is said where there are several."""
    rows = []
    for one in read.streams:
        before = f"{one.name}: " if len(read.streams) > 1 else ""
        late = Tone.WARNING if one.unanswered else None
        rows += [
            KeyValue(tr(LAST_SENT), before + format_moment(one.sent_at)),
            KeyValue(tr(KNOWN_BY), before + tr(ACKED_LABELS[one.acked_kind])),
            KeyValue(tr(UNANSWERED), before + number_text(one.unanswered), late),
            KeyValue(tr(UNSENT), before + number_text(one.unsent)),
        ]
    return rows


def _trust_facts(status: Status) -> list[KeyValue]:
    """Whom this facility believes, and how it is known itself."""
    said = tr(NO_TRUST)
    if status.trust_version is not None and status.trust_expires is not None:
        day = format_date(local_date(status.trust_expires))
        said = tr(TRUST_SAID, number=status.trust_version, day=day)
    if status.keys is None:
        return [KeyValue(tr(TRUSTED), said), KeyValue(tr(FINGERPRINT), tr(NO_KEYS))]
    facts = [KeyValue(tr(TRUSTED), said), KeyValue(tr(FINGERPRINT), status.keys.fingerprint)]
    if status.trust_version is None:
        # The province needs both to know this facility.
        facts.append(KeyValue(tr(SIGNING), status.keys.signing.hex()))
        facts.append(KeyValue(tr(RECIPIENT), status.keys.recipient))
    return facts


def _read(uow: Any) -> Read:
    return Read(get_standing(uow), get_status(uow), list_sent(uow), list_sticky(uow))


def _note(uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return note_paper(uow, NotePaper(values["number"], values["sha"]))


def _slip(number: str, subjects: Mapping[str, str], medium: Medium, uow: Any) -> object:
    return slip_paper(uow, number, subjects, medium)


def _all_again(streams: tuple[str, ...], uow: Any) -> None:
    for one in streams:
        send_all_again(uow, one)
