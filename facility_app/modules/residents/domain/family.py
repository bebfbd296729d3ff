"""Other names, where somebody lives and comes from, who belongs to them and who is to be told (V-17 I–II)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain.faults import EARLIEST, Faults
from facility_app.modules.residents.domain.person import checked_name

_COMMUNE: Final = re.compile(r"[0-9]{5}", re.ASCII)
_PHONE: Final = re.compile(r"\+?[0-9]{8,15}", re.ASCII)
_PHONE_SEPARATORS: Final = str.maketrans("", "", " .-()\u00a0")


class AliasKind(StrEnum):
    """Loại tên gọi khác."""

    OTHER = "other"
    FORMER = "former"
    NICKNAME = "nickname"


ALIAS_KIND_LABELS: dict[AliasKind, Label] = {
    AliasKind.OTHER: label("terms", "Tên gọi khác"),
    AliasKind.FORMER: label("terms", "Tên cũ trên giấy tờ"),
    AliasKind.NICKNAME: label("terms", "Biệt danh"),
}


class AddressKind(StrEnum):
    """Loại nơi ở, gốc gác."""

    PERMANENT = "permanent"
    TEMPORARY = "temporary"
    CURRENT = "current"
    NATIVE = "native"
    BIRTH = "birth"


ADDRESS_KIND_LABELS: dict[AddressKind, Label] = {
    AddressKind.PERMANENT: label("terms", "Nơi thường trú"),
    AddressKind.TEMPORARY: label("terms", "Nơi tạm trú"),
    AddressKind.CURRENT: label("terms", "Nơi ở hiện tại"),
    AddressKind.NATIVE: label("terms", "Quê quán"),
    AddressKind.BIRTH: label("terms", "Nơi sinh"),
}


class Relation(StrEnum):
    """Quan hệ với người cai nghiện."""

    FATHER = "father"
    MOTHER = "mother"
    SPOUSE = "spouse"
    CHILD = "child"
    SIBLING = "sibling"
    GRANDPARENT = "grandparent"
    GUARDIAN = "guardian"
    FRIEND = "friend"
    OTHER = "other"


RELATION_LABELS: dict[Relation, Label] = {
    Relation.FATHER: label("terms", "Cha"),
    Relation.MOTHER: label("terms", "Mẹ"),
    Relation.SPOUSE: label("terms", "Vợ, chồng"),
    Relation.CHILD: label("terms", "Con"),
    Relation.SIBLING: label("terms", "Anh, chị, em"),
    Relation.GRANDPARENT: label("terms", "Ông, bà"),
    Relation.GUARDIAN: label("terms", "Người giám hộ"),
    Relation.FRIEND: label("terms", "Bạn"),
    Relation.OTHER: label("terms", "Quan hệ khác"),
}
PARENTS: Final = frozenset({Relation.FATHER, Relation.MOTHER})


@dataclass(frozen=True, slots=True, repr=False)
class Alias:
    """Tên gọi khác."""

    name: str
    kind: AliasKind = AliasKind.OTHER


@dataclass(frozen=True, slots=True, repr=False)
class Address:
    """Nơi thường trú, tạm trú, nơi ở hiện tại, quê quán, nơi sinh.

    Attributes:
        detail: house, street, hamlet.
        commune_code: five digits (QĐ 19/2025/QĐ-TTg); None for an address in units of before 01/07/2025 or abroad.
        place_text: the names of the units as they were when it was written down, or all that an old paper says.
        from_on: since when.
        until_on: until when; None while it holds.
    """

    kind: AddressKind
    detail: str | None = None
    commune_code: str | None = None
    place_text: str | None = None
    from_on: date | None = None
    until_on: date | None = None

    @property
    def short(self) -> str:
        """The units it lies in, which tell most; else all that is known."""
        return self.place_text or self.detail or ""


@dataclass(frozen=True, slots=True, repr=False)
class Relative:
    """Thân nhân, người cần báo tin, người giám hộ.

    Attributes:
        address: as told; relatives' addresses are not looked up in lists.
        is_contact: whether to be told (người cần báo tin).
        is_guardian: whether the guardian or legal representative of a minor.
    """

    relation: Relation
    name: str
    birth_year: int | None = None
    occupation: str | None = None
    phone: str | None = None
    address: str | None = None
    is_contact: bool = False
    is_guardian: bool = False
    note: str | None = None


def home_on(day: date, addresses: Iterable[Address]) -> Address | None:
    """Nơi thường trú on that day: of several that hold, the one that came last."""
    holding = (
        one
        for one in addresses
        if one.kind is AddressKind.PERMANENT and (one.until_on is None or one.until_on >= day)
    )
    return max(holding, key=lambda one: one.from_on or date.min, default=None)


def checked_alias(typed: Alias, _today: date) -> Alias:
    """The name as kept.

    Raises:
        UserError: ``field_missing``, ``bad_name``, ``text_too_long``.
    """
    faults = Faults()
    kept = replace(typed, name=checked_name(faults, "name", typed.name))
    faults.refuse()
    return kept


def checked_address(typed: Address, today: date) -> Address:
    """The address as kept.

    Raises:
        UserError: ``address_missing``, ``bad_commune``, ``day_out_of_range``, ``span_reversed``, ``bad_fields``.
    """
    faults = Faults()
    kept = replace(
        typed,
        detail=faults.line("detail", typed.detail),
        commune_code=_commune(faults, typed.commune_code),
        place_text=faults.line("place_text", typed.place_text),
        from_on=faults.past_day("from_on", typed.from_on, today),
    )
    faults.span("until_on", kept.from_on, kept.until_on)
    if not (kept.detail or kept.commune_code or kept.place_text):
        faults.add(
            "address_missing",
            "place_text",
            label(
                "errors", "Địa chỉ còn trống. Hãy chọn xã, phường, đặc khu, hoặc chép địa chỉ cũ như trên giấy."
            ),
        )
    faults.refuse()
    return kept


def checked_relative(typed: Relative, today: date) -> Relative:
    """The relative as kept.

    Raises:
        UserError: ``field_missing``, ``bad_name``, ``bad_phone``, ``contact_unreachable``, ``bad_fields``.
    """
    faults = Faults()
    kept = replace(
        typed,
        name=checked_name(faults, "name", typed.name),
        birth_year=faults.amount("birth_year", typed.birth_year, EARLIEST.year - 50, today.year),
        occupation=faults.line("occupation", typed.occupation),
        phone=_phone(faults, typed.phone),
        address=faults.line("address", typed.address),
        note=faults.note("note", typed.note),
    )
    if kept.is_contact and not (kept.phone or kept.address):
        faults.add(
            "contact_unreachable",
            "phone",
            label("errors", "Người cần báo tin phải có số điện thoại hoặc địa chỉ (mẫu 17, phần I)."),
        )
    faults.refuse()
    return kept


def _commune(faults: Faults, typed: str | None) -> str | None:
    code = (typed or "").strip()
    if code and not _COMMUNE.fullmatch(code):
        faults.add(
            "bad_commune",
            "commune_code",
            label("errors", "Mã xã cần đúng năm chữ số (QĐ 19/2025/QĐ-TTg). Hãy chọn xã trong danh sách."),
        )
    return code or None


def _phone(faults: Faults, typed: str | None) -> str | None:
    phone = (faults.line("phone", typed) or "").translate(_PHONE_SEPARATORS)
    if phone and not _PHONE.fullmatch(phone):
        faults.add(
            "bad_phone",
            "phone",
            label("errors", "Số điện thoại chỉ gồm 8–15 chữ số, có thể có dấu + ở đầu. Ví dụ: 0912 345 678."),
        )
    return phone or None
