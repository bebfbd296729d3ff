"""Bản quét của một văn bản: taken in, looked at through a verb, struck out when it is another paper's."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.ports import SealedFile
from facility_app.modules.correspondence.domain import ATTACH_SCANS, READ_HEALTH_PAPERS
from facility_app.modules.correspondence.domain.scans import SCAN_KIND_LABELS, ScanFacts, ScanKind
from facility_app.modules.correspondence.queries.contents import (
    read_paper_scan,
    seal_paper_scan,
    weigh_paper_scan,
)
from facility_app.modules.correspondence.queries.paper import ScanRow, get_paper
from facility_app.modules.correspondence.service.scans import (
    AttachScan,
    VoidScan,
    attach_scan,
    open_scan,
    void_scan,
)
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.words import moment, options
from facility_app.ui.dialogs import Filing, FormDialog, ReasonDialog
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone

TITLE = label("correspondence", "Bản quét")
EMPTY = label("correspondence", "Chưa có bản quét nào.")
ATTACH, OPEN = label("verbs", "Đính kèm bản quét"), label("verbs", "Mở bản quét")
VOID = label("verbs", "Gạch bỏ bản quét đính nhầm")
CHOOSE = label("correspondence", "Chọn bản quét của văn bản")
CHOOSE_ONE = label("correspondence", "Hãy chọn một bản quét trong danh sách.")
ATTACHED, VOIDED = (
    label("correspondence", "Đã đính kèm bản quét."),
    label("correspondence", "Đã gạch bỏ bản quét."),
)
VOID_TEXT = label("correspondence", "Bản quét “{title}” rời khỏi văn bản nhưng vẫn giữ trong dữ liệu, cùng lý do.")
BROKEN = label("correspondence", "Tệp này không đọc được. Hãy đính kèm lại bản gốc.")
MEDICAL = label("correspondence", "Có nội dung y tế")
PAGES = label("correspondence", "{count} trang")


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose scans.

    Attributes:
        field: ``issued_id`` or ``received_id``.
        paper_id: the paper's id.
        read: reads its scans: ``read(uow)``.
        kinds: what its scans can show, the usual first.
    """

    field: str
    paper_id: str
    read: Callable[[Any], Sequence[ScanRow]]
    kinds: tuple[ScanKind, ...]


def scans_of_issued(paper_id: str) -> Owner:
    """The scans of an issued paper."""
    kinds = (ScanKind.SIGNED, ScanKind.RECEIPT, ScanKind.ANNEX)
    return Owner("issued_id", paper_id, partial(_of_issued, paper_id), kinds)


@dataclass(frozen=True, slots=True)
class ScanView:
    """A scan as its form shows it."""

    kind: str | None = None
    title: str | None = None
    page_count: object = None
    is_medical: bool = False


class ScansCard(ListCard):
    """The scans of one paper. Enter opens one."""

    def __init__(self, press: Press, context: PageContext, owner: Owner) -> None:
        """Show them."""
        super().__init__(context, _spec(owner))
        self._press, self.context, self._owner = press, context, owner
        self.taker = press.scans.taker(context, _check, self)
        self.taker.taken.connect(self._on_taken)
        self.row_activated.connect(self._on_opened)
        self.set_actions(
            (
                ActionSpec("correspondence.attach_scan", ATTACH, self.attach, "paperclip", "", ATTACH_SCANS),
                ActionSpec("correspondence.open_scan", OPEN, self.open_chosen, "eye", why_not=self._why_none),
                ActionSpec(
                    "correspondence.void_scan", VOID, self.strike_out, "ban", "", ATTACH_SCANS, self._why_none,
                    is_dangerous=True, is_in_menu=True,
                ),
            )
        )  # fmt: skip

    def attach(self) -> None:
        """Choose a file, then say what it shows."""
        self.taker.ask(CHOOSE, self._press.scans.kinds)

    def open_chosen(self) -> None:
        """Look at the scan selected; the look is written down first."""
        row = self.row()
        if row is not None:
            self._on_opened(row.scan_id)

    def strike_out(self) -> None:
        """Ask why the scan selected is not this paper's."""
        row = self.row()
        if row is None:
            return
        text = tr(VOID_TEXT, title=_title(row))
        dialog = ReasonDialog(self.context.theme, tr(VOID), text, verb=VOID, is_dangerous=True, parent=self)
        dialog.given.connect(partial(self._on_reason_given, row))
        dialog.open()

    def _why_none(self) -> str | None:
        return None if self.row() is not None else tr(CHOOSE_ONE)

    def _on_taken(self, file: Any) -> None:
        context, owner = self.context, self._owner
        key = f"correspondence.scan/{owner.paper_id}/{file.mark}"
        filing: Filing[ScanView] = Filing(key=key, save=partial(_attach, owner, file.content))
        dialog: FormDialog[ScanView] = FormDialog(
            context.theme, context.runner, context.drafts, _form(context, owner), filing, title=tr(ATTACH),
            verb=ATTACH, parent=self,
        )  # fmt: skip
        dialog.saved.connect(self._on_attached)
        dialog.open_with(ScanView(str(owner.kinds[0]), file.name))

    def _on_attached(self, scan_id: str) -> None:
        self.context.say(tr(ATTACHED))
        self.select_when_here(scan_id)

    def _on_opened(self, scan_id: str) -> None:
        row = self.model.row_of(scan_id)
        title = "" if row is None else _title(row)
        op = self.context.runner.command(self, partial(_open, scan_id))
        op.success(partial(self._on_allowed, title)).failure(self._on_failed).run()

    def _on_allowed(self, title: str, sealed: SealedFile) -> None:
        op = self.context.runner.query(self, partial(_read, self._press, sealed), topic="content")
        op.success(partial(self._on_read, title)).failure(self._on_failed).run()

    def _on_read(self, title: str, content: object) -> None:
        viewer = self._press.scans.viewer(self.context, title, content, self)
        if viewer is None:
            self.context.say(tr(BROKEN), Tone.DANGER)
        else:
            viewer.open()

    def _on_reason_given(self, row: ScanRow, reason: str) -> None:
        command = VoidScan(row.scan_id, row.version, reason)
        op = self.context.runner.command(self, partial(_void, command))
        op.success(self._on_voided).failure(self._on_failed).run()

    def _on_voided(self, _answer: object) -> None:
        self.context.say(tr(VOIDED))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)


def _spec(owner: Owner) -> ListSpec[ScanRow]:
    return ListSpec(
        id="correspondence.scans",
        title=TITLE,
        columns=(
            ColumnSpec("title", label("terms", "Tên"), _title, width=190, is_strong=True),
            ColumnSpec("kind", label("terms", "Loại"), _kind, width=170),
            ColumnSpec("attached", label("terms", "Lúc đính kèm"), _attached, width=160),
        ),
        ids=partial(_ids, owner),
        rows=partial(_rows, owner),
        row_id=_row_id,
        search=None,
        empty=EMPTY,
        tables=frozenset({"paper_scan"}),
    )


def _ids(owner: Owner, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(one.scan_id for one in owner.read(uow))


def _rows(owner: Owner, uow: Any, ids: Sequence[str]) -> tuple[ScanRow, ...]:
    known = {one.scan_id: one for one in owner.read(uow)}
    return tuple(known[one] for one in ids if one in known)


def _of_issued(paper_id: str, uow: Any) -> tuple[ScanRow, ...]:
    return get_paper(uow, paper_id).scans


def _row_id(row: ScanRow) -> str:
    return row.scan_id


def _title(row: ScanRow) -> str:
    return row.facts.title or tr(SCAN_KIND_LABELS[row.facts.kind])


def _kind(row: ScanRow) -> str:
    return tr(SCAN_KIND_LABELS[row.facts.kind])


def _attached(row: ScanRow) -> str:
    return moment(row.attached_at)


def _form(context: PageContext, owner: Owner) -> Form[ScanView]:
    form: Form[ScanView] = Form(ScanView, with_bar=False)
    kinds: dict[ScanKind, Label] = {kind: SCAN_KIND_LABELS[kind] for kind in owner.kinds}
    form.add(
        CodeField("kind", label("terms", "Loại bản quét"), options=options(kinds), is_required=True),
        NumberField("page_count", label("terms", "Số trang"), least=1, most=10_000),
        spans=(8, 4),
    )
    form.add(TextField("title", label("terms", "Tên bản quét")))
    if context.may(READ_HEALTH_PAPERS):
        form.add(CheckField("is_medical", MEDICAL))
    return form


def _check(uow: Any, chosen: Any) -> None:
    weigh_paper_scan(uow, chosen.size_bytes, chosen.beginning)


def _attach(owner: Owner, content: bytes, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    count = values["page_count"]
    facts = ScanFacts(
        ScanKind(values["kind"]),
        values["title"],
        None if count is None else int(count),
        bool(values.get("is_medical")),
    )
    return attach_scan(uow, AttachScan(seal_paper_scan(uow, content), facts, **{owner.field: owner.paper_id}))


def _open(scan_id: str, uow: Any) -> SealedFile:
    return open_scan(uow, scan_id)


def _read(press: Press, sealed: SealedFile, uow: Any) -> object:
    return press.scans.read(read_paper_scan(uow, sealed), sealed.media_type)


def _void(command: VoidScan, uow: Any) -> None:
    void_scan(uow, command)
