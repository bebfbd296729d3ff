"""The lists that say what surrounds somebody and lies behind them: family, substances, rehab done before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import EDIT_IDENTITY, EDIT_SUBSTANCES
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.family import RELATION_LABELS, Relation, Relative
from facility_app.modules.residents.domain.past import REHAB_KIND_LABELS, Rehab, RehabKind, SubstanceUse
from facility_app.modules.residents.queries.choices import CodeList, find_entry
from facility_app.modules.residents.queries.entries import Entry, list_rehabs, list_relatives, list_substances
from facility_app.modules.residents.service import identity, past
from facility_app.modules.residents.ui.address_book import span_text
from facility_app.modules.residents.ui.book import Book, entry_facts, entry_id, entry_version
from facility_app.modules.residents.ui.fields import YearField, code_field
from facility_app.modules.residents.ui.words import fact, joined, number, options, shown_value
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NameField, NoteField, TextField
from facility_app.ui.forms.usual import past_day
from facility_app.ui.forms.value_fields import MoneyField, NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Tone

CONTACT = label("residents", "Người cần báo tin")
GUARDIAN = label("residents", "Người giám hộ")


@dataclass(frozen=True, slots=True)
class CodedLine:
    """An entry with the words of its codes.

    Attributes:
        words: field name → the words of the code it holds.
    """

    entry_id: str
    version: int
    facts: Any = field(repr=False)
    words: Mapping[str, str] = field(repr=False)


def whole(value: Decimal | int | None) -> int | None:
    """A number field's value as a whole number."""
    return None if value is None else int(value)


def _coded(uow: Any, entries: tuple[Entry[Any], ...], lists: Mapping[str, CodeList]) -> tuple[CodedLine, ...]:
    made = []
    for one in entries:
        texts = {}
        for name, which in lists.items():
            code = getattr(one.facts, name)
            found = find_entry(uow, which, code) if code else None
            texts[name] = (code or "") if found is None else tr(found.text)
        made.append(CodedLine(one.entry_id, one.version, one.facts, texts))
    return tuple(made)


def _relative_form(_context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[Relative] = Form(Relative, with_bar=False)
    form.add(
        CodeField("relation", label("terms", "Quan hệ"), options=options(RELATION_LABELS), is_required=True),
        NameField("name", label("terms", "Họ và tên"), is_required=True),
        YearField("birth_year", label("terms", "Năm sinh")),
        spans=(4, 5, 3),
    )
    form.add(
        TextField("phone", label("terms", "Điện thoại"), limit=30),
        TextField("occupation", label("terms", "Nghề nghiệp")),
        spans=(5, 7),
    )
    form.add(TextField("address", label("terms", "Địa chỉ")))
    form.add(CheckField("is_contact", CONTACT), CheckField("is_guardian", GUARDIAN))
    form.add(NoteField("note", label("terms", "Ghi chú"), lines=2))
    return form


def _relative_facts(_uow: Any, values: Mapping[str, Any]) -> Relative:
    flags = {name: bool(values[name]) for name in ("is_contact", "is_guardian")}
    year = whole(values["birth_year"])
    return Relative(**{**values, **flags, "relation": Relation(values["relation"]), "birth_year": year})


def _read_contacts(uow: Any, resident_id: str) -> tuple[Entry[Relative], ...]:
    return tuple(one for one in list_relatives(uow, resident_id) if one.facts.is_contact)


def _contact_begin(_context: PageContext) -> Relative:
    return Relative(Relation.OTHER, "", is_contact=True)


def _part(row: Entry[Relative]) -> str:
    return joined(
        tr(CONTACT) if row.facts.is_contact else "", tr(GUARDIAN) if row.facts.is_guardian else "", sign=", "
    )


def _part_tone(row: Entry[Relative]) -> Tone | None:
    return Tone.INFO if row.facts.is_contact or row.facts.is_guardian else None


def _relative_birth(row: Entry[Relative]) -> str:
    return number(row.facts.birth_year)


def _read_substances(uow: Any, resident_id: str) -> tuple[CodedLine, ...]:
    return _coded(
        uow, list_substances(uow, resident_id), {"substance": CodeList.SUBSTANCE, "route": CodeList.ROUTE}
    )


def _substance_form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[SubstanceUse] = Form(SubstanceUse, with_bar=False)
    form.add(
        code_field(context, "substance", label("terms", "Loại ma túy"), CodeList.SUBSTANCE, is_required=True),
        code_field(context, "route", label("terms", "Cách sử dụng"), CodeList.ROUTE),
        TextField("other_text", label("residents", "Tên gọi theo lời khai")),
    )
    form.add(
        YearField("first_year", label("residents", "Năm dùng lần đầu")),
        NumberField("first_age", label("residents", "hoặc tuổi lần đầu"), least=None),
        past_day(context, "last_on", label("residents", "Lần cuối")),
        NumberField("days_in_30", label("residents", "Số ngày dùng trong 30 ngày"), least=None),
    )
    form.add(
        TextField("amount_text", label("residents", "Lượng dùng mỗi ngày")),
        MoneyField("cost_vnd", label("residents", "Tiền mỗi ngày")),
        CheckField("is_main", label("residents", "Ma túy chính")),
    )
    form.add(NoteField("note", label("terms", "Ghi chú"), lines=2))
    return form


def _substance_facts(_uow: Any, values: Mapping[str, Any]) -> SubstanceUse:
    numbers = {name: whole(values[name]) for name in ("first_year", "first_age", "days_in_30")}
    return SubstanceUse(**{**values, **numbers, "is_main": bool(values["is_main"])})


def _substance(row: CodedLine) -> str:
    return joined(row.words["substance"], row.facts.other_text)


def _route(row: CodedLine) -> str:
    return row.words["route"]


def _first_use(row: CodedLine) -> str:
    if row.facts.first_year is not None:
        return number(row.facts.first_year)
    return "" if row.facts.first_age is None else tr(label("residents", "{age} tuổi"), age=row.facts.first_age)


def _is_main(row: CodedLine) -> str:
    return tr(label("residents", "Chính")) if row.facts.is_main else ""


def _main_tone(row: CodedLine) -> Tone | None:
    return Tone.ACCENT if row.facts.is_main else None


def _days(row: CodedLine) -> str:
    return number(row.facts.days_in_30)


def _read_rehabs(uow: Any, resident_id: str) -> tuple[CodedLine, ...]:
    lists = {"place": CodeList.REHAB_PLACE, "method": CodeList.REHAB_METHOD}
    return _coded(uow, list_rehabs(uow, resident_id), lists)


def _rehab_form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[Rehab] = Form(Rehab, with_bar=False)
    form.add(
        CodeField("kind", label("terms", "Hình thức"), options=options(REHAB_KIND_LABELS), is_required=True),
        code_field(context, "place", label("terms", "Địa điểm"), CodeList.REHAB_PLACE),
        code_field(context, "method", label("terms", "Phương pháp"), CodeList.REHAB_METHOD),
    )
    form.add(
        TextField("place_text", label("residents", "Tên cơ sở, xã, phường")),
        past_day(context, "from_on", label("terms", "Từ ngày")),
        past_day(context, "until_on", label("terms", "Đến ngày")),
        spans=(6, 3, 3),
    )
    form.add(
        TextField("decision_no", label("terms", "Số quyết định")),
        past_day(context, "decision_on", label("terms", "Ngày quyết định")),
        TextField("decided_by", label("terms", "Cơ quan ra quyết định")),
    )
    form.add(TextField("outcome", label("terms", "Kết quả")))
    return form


def _rehab_facts(_uow: Any, values: Mapping[str, Any]) -> Rehab:
    return Rehab(**{**values, "kind": RehabKind(values["kind"])})


def _rehab_place(row: CodedLine) -> str:
    return joined(row.facts.place_text, row.words["place"])


def _rehab_span(row: CodedLine) -> str:
    return span_text(row.facts.from_on, row.facts.until_on)


def _rehab_decision(row: CodedLine) -> str:
    return joined(row.facts.decision_no, shown_value(row.facts.decision_on))


def _rehab_method(row: CodedLine) -> str:
    return row.words["method"]


RELATIVES: Final[Book[Entry[Relative]]] = Book(
    kind=EntryKind.RELATIVE,
    title=label("residents", "Gia đình, người cần báo tin"),
    empty=label("residents", "Chưa ghi thân nhân. Mẫu 17 cần ít nhất một người để báo tin."),
    add_words=label("verbs", "Thêm thân nhân"),
    edit_words=label("verbs", "Sửa thân nhân"),
    right=EDIT_IDENTITY,
    columns=(
        ColumnSpec("relation", label("terms", "Quan hệ"), fact("relation"), width=120),
        ColumnSpec("name", label("terms", "Họ và tên"), fact("name"), width=190, is_strong=True),
        ColumnSpec("birth", label("terms", "Năm sinh"), _relative_birth, width=84),
        ColumnSpec("phone", label("terms", "Điện thoại"), fact("phone"), width=120, is_paper_number=True),
        ColumnSpec("part", label("residents", "Vai trò"), _part, width=170, tone=_part_tone),
        ColumnSpec("address", label("terms", "Địa chỉ"), fact("address"), width=220),
        ColumnSpec("occupation", label("terms", "Nghề nghiệp"), fact("occupation"), width=140),
    ),
    read=list_relatives,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"relative"}),
    form=_relative_form,
    view=entry_facts,
    facts=_relative_facts,
    add=identity.add_relative,
    edit=identity.edit_relative,
)

CONTACTS: Final[Book[Entry[Relative]]] = replace(
    RELATIVES,
    title=label("residents", "Người cần báo tin"),
    empty=label(
        "residents", "Chưa có người cần báo tin. Mẫu 17 cần ít nhất một người, có điện thoại hoặc địa chỉ."
    ),
    add_words=label("verbs", "Thêm người báo tin"),
    columns=tuple(one for one in RELATIVES.columns if one.key in {"relation", "name", "phone", "address"}),
    read=_read_contacts,
    begin=_contact_begin,
)

SUBSTANCES: Final[Book[CodedLine]] = Book(
    kind=EntryKind.SUBSTANCE,
    title=label("residents", "Ma túy đã sử dụng"),
    empty=label("residents", "Chưa ghi loại ma túy nào."),
    add_words=label("verbs", "Ghi ma túy đã sử dụng"),
    edit_words=label("verbs", "Sửa ma túy đã sử dụng"),
    right=EDIT_SUBSTANCES,
    columns=(
        ColumnSpec("substance", label("terms", "Loại ma túy"), _substance, width=220, is_strong=True),
        ColumnSpec("main", label("residents", "Chính"), _is_main, width=80, tone=_main_tone),
        ColumnSpec("route", label("terms", "Cách sử dụng"), _route, width=160),
        ColumnSpec("first", label("residents", "Lần đầu"), _first_use, width=90),
        ColumnSpec("last_on", label("residents", "Lần cuối"), fact("last_on"), width=112),
        ColumnSpec("days", label("residents", "Ngày/30 ngày"), _days, width=122),
        ColumnSpec("amount", label("residents", "Lượng mỗi ngày"), fact("amount_text"), width=130),
        ColumnSpec("cost", label("residents", "Tiền mỗi ngày"), fact("cost_vnd"), width=120),
    ),
    read=_read_substances,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"substance_use"}),
    form=_substance_form,
    view=entry_facts,
    facts=_substance_facts,
    add=past.add_substance,
    edit=past.edit_substance,
)

REHABS: Final[Book[CodedLine]] = Book(
    kind=EntryKind.REHAB,
    title=label("residents", "Cai nghiện, điều trị, quản lý trước đây"),
    empty=label("residents", "Chưa ghi lần cai nghiện nào trước đây."),
    add_words=label("verbs", "Ghi lần cai nghiện trước đây"),
    edit_words=label("verbs", "Sửa lần cai nghiện trước đây"),
    right=EDIT_SUBSTANCES,
    columns=(
        ColumnSpec("kind", label("terms", "Hình thức"), fact("kind"), width=190, is_strong=True),
        ColumnSpec("span", label("residents", "Thời gian"), _rehab_span, width=206),
        ColumnSpec("place", label("terms", "Địa điểm"), _rehab_place, width=226),
        ColumnSpec("decision", label("terms", "Quyết định"), _rehab_decision, width=206),
        ColumnSpec("method", label("terms", "Phương pháp"), _rehab_method, width=130),
        ColumnSpec("outcome", label("terms", "Kết quả"), fact("outcome"), width=160),
    ),
    read=_read_rehabs,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"rehab_history"}),
    form=_rehab_form,
    view=entry_facts,
    facts=_rehab_facts,
    add=past.add_rehab,
    edit=past.edit_rehab,
)
