"""The lists that say who somebody is: other names, papers, what the law knows of them."""

from collections.abc import Mapping
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import APPROVE_SHARED_NUMBER, EDIT_IDENTITY
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.family import (
    ALIAS_KIND_LABELS,
    Alias,
    AliasKind,
)
from facility_app.modules.residents.domain.papers import PAPER_KIND_LABELS, Paper, PaperKind
from facility_app.modules.residents.domain.past import LEGAL_RECORD_KIND_LABELS, LegalRecord, LegalRecordKind
from facility_app.modules.residents.queries.entries import (
    Entry,
    list_aliases,
    list_legal_records,
    list_papers,
)
from facility_app.modules.residents.service import identity
from facility_app.modules.residents.ui.book import Book, entry_facts, entry_id, entry_version
from facility_app.modules.residents.ui.words import fact, joined, options, shown_value, typed_fact
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NameField, TextField
from facility_app.ui.forms.usual import any_day, past_day
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext

KIND = label("terms", "Loại")
NO_PAPER_OPEN = label("residents", "Chỉ ghi lý do khi chọn “Không có giấy tờ”.")
NO_PAPER_CLOSED = label("residents", "Đang chọn “Không có giấy tờ”: ghi lý do ở dưới.")


class PaperForm(Form[Paper]):
    """A paper; a number and the reason for having none close each other."""

    def __init__(self, context: PageContext) -> None:
        """Make it empty."""
        super().__init__(Paper, with_bar=False)
        self.kind = CodeField(
            "kind", label("terms", "Loại giấy tờ"), options=options(PAPER_KIND_LABELS), is_required=True
        )
        self.number = TextField("number", label("terms", "Số giấy tờ"), limit=40)
        self.reason = TextField("none_reason", label("residents", "Vì sao không có giấy tờ"))
        self.add(self.kind, self.number)
        self.add(
            past_day(context, "issued_on", label("terms", "Ngày cấp")),
            TextField("issued_by", label("terms", "Nơi cấp")),
            any_day(context, "expires_on", label("terms", "Có giá trị đến")),
        )
        self.add(self.reason)
        shared = TextField(
            "shared_reason",
            label("residents", "Lý do cho phép trùng số"),
            hint=label("residents", "Chỉ ghi khi hai người thật sự mang cùng một số."),
        )
        self.add(shared)
        if not context.may(APPROVE_SHARED_NUMBER):
            shared.set_why_not(label("residents", "Cần quyền “Cho phép hai người cùng một số giấy tờ”."))
        self.kind.edited.connect(self._on_kind_changed)
        self.shown_anew.connect(self._on_kind_changed)
        self._on_kind_changed()

    def _on_kind_changed(self) -> None:
        choice = self.kind.choice()
        has_none = choice is not None and choice.id == PaperKind.NONE
        self.number.set_why_not(NO_PAPER_CLOSED if has_none else None)
        self.reason.set_why_not(None if has_none else NO_PAPER_OPEN)
        self.reason.setVisible(has_none)


def _alias_form(_context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[Alias] = Form(Alias, with_bar=False)
    form.add(
        NameField("name", label("terms", "Tên"), is_person=False, is_required=True),
        CodeField("kind", KIND, options=options(ALIAS_KIND_LABELS), is_required=True),
        spans=(7, 5),
    )
    return form


def _alias_facts(_uow: Any, values: Mapping[str, Any]) -> Alias:
    return Alias(values["name"], AliasKind(values["kind"]))


def _alias_begin(_context: PageContext) -> Alias:
    return Alias("", AliasKind.OTHER)


def _paper_form(context: PageContext, _resident_id: str) -> Form[Any]:
    return PaperForm(context)


def _paper_facts(_uow: Any, values: Mapping[str, Any]) -> Paper:
    return Paper(**{**values, "kind": PaperKind(values["kind"])})


def _paper_number(row: Entry[Paper]) -> str:
    return row.facts.number or row.facts.none_reason or ""


def _issued(row: Entry[Paper]) -> str:
    return joined(shown_value(row.facts.issued_on), row.facts.issued_by)


def _legal_form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[LegalRecord] = Form(LegalRecord, with_bar=False)
    form.add(
        CodeField("kind", KIND, options=options(LEGAL_RECORD_KIND_LABELS), is_required=True),
        TextField("offence", label("terms", "Tội danh, hành vi"), is_required=True),
        spans=(4, 8),
    )
    form.add(
        TextField("decision_no", label("terms", "Số bản án, quyết định")),
        past_day(context, "decided_on", label("terms", "Ngày ra quyết định")),
        TextField("decided_by", label("terms", "Cơ quan ra quyết định")),
    )
    form.add(
        TextField("penalty", label("terms", "Hình phạt, mức phạt")),
        past_day(context, "served_on", label("terms", "Ngày chấp hành xong")),
        spans=(8, 4),
    )
    return form


def _legal_facts(_uow: Any, values: Mapping[str, Any]) -> LegalRecord:
    return LegalRecord(**{**values, "kind": LegalRecordKind(values["kind"])})


ALIASES: Final[Book[Entry[Alias]]] = Book(
    kind=EntryKind.ALIAS,
    title=label("residents", "Tên gọi khác"),
    empty=label("residents", "Chưa ghi tên gọi khác."),
    add_words=label("verbs", "Thêm tên gọi khác"),
    edit_words=label("verbs", "Sửa tên gọi khác"),
    right=EDIT_IDENTITY,
    columns=(
        ColumnSpec("name", label("terms", "Tên"), fact("name"), width=180, is_strong=True),
        ColumnSpec("kind", KIND, fact("kind"), width=150),
    ),
    read=list_aliases,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"resident_alias"}),
    form=_alias_form,
    view=entry_facts,
    begin=_alias_begin,
    facts=_alias_facts,
    add=identity.add_alias,
    edit=identity.edit_alias,
)

PAPERS: Final[Book[Entry[Paper]]] = Book(
    kind=EntryKind.PAPER,
    title=label("residents", "Giấy tờ tùy thân"),
    empty=label("residents", "Chưa ghi giấy tờ nào. Không có giấy tờ thì cũng ghi một dòng, kèm lý do."),
    add_words=label("verbs", "Thêm giấy tờ"),
    edit_words=label("verbs", "Sửa giấy tờ"),
    right=EDIT_IDENTITY,
    columns=(
        ColumnSpec("kind", KIND, fact("kind"), width=172),
        ColumnSpec("number", label("terms", "Số"), _paper_number, width=142, is_paper_number=True, is_strong=True),
        ColumnSpec(
            "expires_on", label("terms", "Giá trị đến"), fact("expires_on"), typed_fact("expires_on"), width=110
        ),
        ColumnSpec("issued", label("residents", "Cấp ngày, nơi cấp"), _issued, width=200),
    ),
    read=list_papers,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"resident_paper"}),
    form=_paper_form,
    view=entry_facts,
    facts=_paper_facts,
    add=identity.add_paper,
    edit=identity.edit_paper,
)

LEGAL_RECORDS: Final[Book[Entry[LegalRecord]]] = Book(
    kind=EntryKind.LEGAL_RECORD,
    title=label("residents", "Tiền án, tiền sự"),
    empty=label("residents", "Chưa ghi tiền án, tiền sự."),
    add_words=label("verbs", "Ghi tiền án, tiền sự"),
    edit_words=label("verbs", "Sửa tiền án, tiền sự"),
    right=EDIT_IDENTITY,
    columns=(
        ColumnSpec("kind", KIND, fact("kind"), width=190),
        ColumnSpec("offence", label("terms", "Tội danh, hành vi"), fact("offence"), width=220, is_strong=True),
        ColumnSpec("decided_on", label("terms", "Ngày"), fact("decided_on"), typed_fact("decided_on"), width=110),
        ColumnSpec("penalty", label("terms", "Hình phạt, mức phạt"), fact("penalty"), width=180),
        ColumnSpec("decision_no", label("terms", "Số bản án, quyết định"), fact("decision_no"), width=160),
    ),
    read=list_legal_records,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"legal_record"}),
    form=_legal_form,
    view=entry_facts,
    facts=_legal_facts,
    add=identity.add_legal_record,
    edit=identity.edit_legal_record,
)
