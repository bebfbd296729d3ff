"""Where somebody lives and comes from: communes of today, and addresses in units that are no more."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import EDIT_IDENTITY
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.family import (
    ADDRESS_KIND_LABELS,
    Address,
    AddressKind,
)
from facility_app.modules.residents.queries.choices import find_unit
from facility_app.modules.residents.queries.entries import (
    list_addresses,
)
from facility_app.modules.residents.service import identity
from facility_app.modules.residents.ui.book import Book, entry_id, entry_version
from facility_app.modules.residents.ui.fields import place_field
from facility_app.modules.residents.ui.words import fact, joined, options, shown_value
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import Place
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.usual import any_day, past_day
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext

KIND = label("terms", "Loại")


@dataclass(frozen=True, slots=True, repr=False)
class AddressView:
    """An address as its form shows it."""

    kind: AddressKind | None = None
    place: Place | None = None
    detail: str | None = None
    place_text: str | None = None
    from_on: date | None = None
    until_on: date | None = None


@dataclass(frozen=True, slots=True)
class AddressLine:
    """An address with the province its commune lies in."""

    entry_id: str
    version: int
    facts: Address = field(repr=False)
    province: str | None = None


def address_of(uow: Any, kind: AddressKind, values: Mapping[str, Any], prefix: str = "") -> Address:
    """The address the fields ``<prefix>place``, ``…detail``, ``…place_text`` and the days say."""
    place: Place | None = values.get(f"{prefix}place")
    code = (place.inner or place.outer) if place is not None else None
    unit = find_unit(uow, code) if code is not None else None
    names = unit.path if unit is not None else None
    return Address(
        kind=kind,
        detail=values.get(f"{prefix}detail"),
        commune_code=place.inner if place is not None else None,
        place_text=names or values.get(f"{prefix}place_text"),
        from_on=values.get("from_on"),
        until_on=values.get("until_on"),
    )


def read_addresses(uow: Any, resident_id: str) -> tuple[AddressLine, ...]:
    """The addresses of a person."""
    return tuple(
        AddressLine(one.entry_id, one.version, one.facts, _province(uow, one.facts.commune_code))
        for one in list_addresses(uow, resident_id)
    )


def _province(uow: Any, commune: str | None) -> str | None:
    unit = find_unit(uow, commune) if commune else None
    return None if unit is None else unit.province_code


def _address_form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[AddressView] = Form(AddressView, with_bar=False)
    form.add(
        CodeField("kind", KIND, options=options(ADDRESS_KIND_LABELS), is_required=True),
        past_day(context, "from_on", label("terms", "Từ ngày")),
        any_day(context, "until_on", label("terms", "Đến ngày")),
        spans=(6, 3, 3),
    )
    form.add(place_field(context, "place", label("terms", "Đơn vị hành chính")))
    form.add(TextField("detail", label("terms", "Số nhà, đường, thôn, tổ dân phố")))
    form.add(
        TextField(
            "place_text",
            label("residents", "Địa chỉ như ghi trên giấy cũ, hoặc ở nước ngoài"),
            hint=label("residents", "Chỉ dùng khi không chọn được xã, phường ở trên (đơn vị trước 01/07/2025)."),
        )
    )
    return form


def _address_view(row: AddressLine) -> AddressView:
    facts = row.facts
    place = Place(row.province, facts.commune_code) if facts.commune_code else None
    text = None if facts.commune_code else facts.place_text
    return AddressView(facts.kind, place, facts.detail, text, facts.from_on, facts.until_on)


def _address_begin(_context: PageContext) -> AddressView:
    return AddressView(AddressKind.CURRENT)


def _address_facts(uow: Any, values: Mapping[str, Any]) -> Address:
    return address_of(uow, AddressKind(values["kind"]), values)


def address_line(facts: Address) -> str:
    """The whole address in one line."""
    return joined(facts.detail, facts.place_text, sign=", ")


def _address_text(row: AddressLine) -> str:
    return address_line(row.facts)


def span_text(first: date | None, last: date | None) -> str:
    """From when until when."""
    return joined(shown_value(first), shown_value(last), sign=" – ")


def _address_span(row: AddressLine) -> str:
    return span_text(row.facts.from_on, row.facts.until_on)


ADDRESSES: Final[Book[AddressLine]] = Book(
    kind=EntryKind.ADDRESS,
    title=label("residents", "Nơi ở, quê quán"),
    empty=label("residents", "Chưa ghi địa chỉ nào."),
    add_words=label("verbs", "Thêm địa chỉ"),
    edit_words=label("verbs", "Sửa địa chỉ"),
    right=EDIT_IDENTITY,
    columns=(
        ColumnSpec("kind", KIND, fact("kind"), width=160),
        ColumnSpec("span", label("residents", "Từ – đến"), _address_span, width=110),
        ColumnSpec("text", label("terms", "Địa chỉ"), _address_text, width=280, is_strong=True),
    ),
    read=read_addresses,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"resident_address"}),
    form=_address_form,
    view=_address_view,
    begin=_address_begin,
    facts=_address_facts,
    add=identity.add_address,
    edit=identity.edit_address,
)
