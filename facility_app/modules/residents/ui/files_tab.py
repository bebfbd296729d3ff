"""Scanned papers: what lies in somebody's file, taking more in, and looking at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain import ATTACH_FILES, RIGHT_TO_FILE
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import (
    ATTACHMENT_KIND_LABELS,
    DOCUMENT_KIND_LABELS,
    PICTURES,
    Attachment,
    AttachmentKind,
)
from facility_app.modules.residents.queries.contents import check_scan
from facility_app.modules.residents.queries.files import AttachmentRow, list_attachments
from facility_app.modules.residents.service.files import AttachFile, attach_file, edit_attachment
from facility_app.modules.residents.ui.book import Book, entry_facts, entry_version
from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.modules.residents.ui.filing import SCANS, FileTaker, TakenFile
from facility_app.modules.residents.ui.life_books import whole
from facility_app.modules.residents.ui.opener import Opener
from facility_app.modules.residents.ui.pane import CardsPane
from facility_app.modules.residents.ui.words import fact, moment, number, options, typed_fact
from facility_app.ui.dialogs.form_dialog import Filing
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.usual import past_day
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.shell.spec import PageContext

CHOOSE = label("residents", "Chọn bản chụp hoặc bản quét")
KILO: Final = 1024
SIZE = label("residents", "{size} KB")
PICTURE = label("residents", "Ảnh")


@dataclass(frozen=True, slots=True, repr=False)
class DocumentView:
    """A document as its form shows it."""

    kind: AttachmentKind | None = None
    title: str | None = None
    page_count: int | None = None
    dated_on: date | None = None


class FilesCard(EntryCard):
    """Documents. Enter opens one; a new one is chosen from the disk first."""

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Show them."""
        super().__init__(context, FILES, resident_id, opens_rows=True)
        self._owner_id, self._kinds = resident_id, list(kinds_of(context))
        self.taker = FileTaker(context, check_scan, self)
        self.taker.taken.connect(self._on_taken)
        self._opener = Opener(context, self)
        self.opened.connect(self._on_opened)

    @override
    def add_entry(self) -> None:
        if self.add_button.why_not():
            self.add_button.tell()
        else:
            self.taker.ask(CHOOSE, SCANS)

    def _on_taken(self, file: TakenFile) -> None:
        key = f"residents.attachment/{self._owner_id}/{file.mark}"
        filing: Filing[Any] = Filing(key=key, save=partial(_attach, self._owner_id, file.content))
        self.open_form(tr(FILES.add_words), filing, DocumentView(self._kinds[0], file.name), 0)

    def _on_opened(self, attachment_id: str) -> None:
        row = self.model.row_of(attachment_id)
        if row is not None:
            self._opener.open(attachment_id, row.facts.title or tr(ATTACHMENT_KIND_LABELS[row.facts.kind]))


def files_pane(context: PageContext, resident_id: str) -> QWidget:
    """The tab of documents."""
    pane = CardsPane(context)
    pane.put(FilesCard(context, resident_id))
    return pane


def kinds_of(context: PageContext) -> dict[AttachmentKind, Label]:
    """The kinds of documents this role decides about, with their words."""
    return {kind: text for kind, text in DOCUMENT_KIND_LABELS.items() if context.may(RIGHT_TO_FILE[kind])}


def _right(row: AttachmentRow) -> Permission:
    return RIGHT_TO_FILE[row.facts.kind]


def _attach(resident_id: str, content: bytes, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return attach_file(uow, AttachFile(resident_id, content, _facts(uow, values)))


def _row_id(row: AttachmentRow) -> str:
    return row.attachment_id


def _size(row: AttachmentRow) -> str:
    return tr(SIZE, size=number(max(1, round(row.size_bytes / KILO))))


def _size_value(row: AttachmentRow) -> int:
    return row.size_bytes


def _type(row: AttachmentRow) -> str:
    return tr(PICTURE) if row.media_type in PICTURES else "PDF"


def _attached(row: AttachmentRow) -> str:
    return moment(row.attached_at)


def _form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[DocumentView] = Form(DocumentView, with_bar=False)
    form.add(
        CodeField("kind", label("terms", "Loại tài liệu"), options=options(kinds_of(context)), is_required=True),
        TextField("title", label("terms", "Tên tài liệu")),
        spans=(4, 8),
    )
    form.add(
        past_day(context, "dated_on", label("terms", "Ngày của giấy")),
        NumberField("page_count", label("terms", "Số trang")),
    )
    return form


def _facts(_uow: Any, values: Mapping[str, Any]) -> Attachment:
    return Attachment(
        **{**values, "kind": AttachmentKind(values["kind"]), "page_count": whole(values["page_count"])}
    )


FILES: Final[Book[AttachmentRow]] = Book(
    kind=EntryKind.ATTACHMENT,
    title=label("residents", "Giấy tờ quét"),
    empty=label("residents", "Chưa đính kèm giấy tờ nào."),
    add_words=label("verbs", "Đính kèm tài liệu"),
    edit_words=label("verbs", "Sửa tên tài liệu"),
    right=ATTACH_FILES,
    row_right=_right,
    columns=(
        ColumnSpec("kind", label("terms", "Loại"), fact("kind"), width=210),
        ColumnSpec("title", label("terms", "Tên tài liệu"), fact("title"), width=330, is_strong=True),
        ColumnSpec(
            "dated_on", label("terms", "Ngày của giấy"), fact("dated_on"), typed_fact("dated_on"), width=130
        ),
        ColumnSpec("pages", label("terms", "Số trang"), fact("page_count"), width=86, align=Align.END),
        ColumnSpec("type", label("residents", "Dạng"), _type, width=70),
        ColumnSpec("size", label("residents", "Dung lượng"), _size, _size_value, width=110, align=Align.END),
        ColumnSpec("attached", label("residents", "Đính kèm lúc"), _attached, width=150),
    ),
    read=list_attachments,
    row_id=_row_id,
    version=entry_version,
    tables=frozenset({"attachment"}),
    form=_form,
    view=entry_facts,
    facts=_facts,
    add=attach_file,
    edit=edit_attachment,
)
