"""Văn bản đi: what is said about an issued paper and about where its copies go."""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import Label, label
from facility_app.kernel.privacy import Privacy

MOST_COPIES: Final = 500


class PaperState(StrEnum):
    """Tình trạng của văn bản đã ban hành; a void one keeps its number."""

    ISSUED = "issued"
    VOID = "void"


PAPER_STATE_LABELS: dict[PaperState, Label] = {
    PaperState.ISSUED: label("terms", "Đã ban hành"),
    PaperState.VOID: label("terms", "Đã hủy"),
}


class PaperClass(StrEnum):
    """Mức riêng tư của văn bản as a whole: whether it may be named at all in a register."""

    PUBLIC = "public"
    PERSONAL = "personal"
    HEALTH = "health"


PAPER_CLASS_LABELS: dict[PaperClass, Label] = {
    PaperClass.PUBLIC: label("terms", "Không nói về ai"),
    PaperClass.PERSONAL: label("terms", "Có thông tin cá nhân"),
    PaperClass.HEALTH: label("terms", "Văn bản y tế"),
}
HIDDEN_TITLE: Final = PAPER_CLASS_LABELS[PaperClass.HEALTH]
"""What a register shows of a paper about health to whoever may not read one."""
PRIVACY_OF: Final[dict[PaperClass, Privacy]] = {
    PaperClass.PUBLIC: Privacy.PUBLIC,
    PaperClass.PERSONAL: Privacy.IDENTITY,
    PaperClass.HEALTH: Privacy.CLINICAL,
}
"""The class a bundle asks for before it carries a paper's scan."""


class AddresseeKind(StrEnum):
    """Nơi nhận, nơi gửi."""

    COMMUNE_POLICE = "commune_police"
    PROVINCE_POLICE = "province_police"
    COURT = "court"
    PROCURACY = "procuracy"
    COMMITTEE = "committee"
    FACILITY = "facility"
    HOSPITAL = "hospital"
    RESIDENT = "resident"
    FAMILY = "family"
    INSIDE = "inside"
    ARCHIVE = "archive"
    OTHER = "other"


ADDRESSEE_KIND_LABELS: dict[AddresseeKind, Label] = {
    AddresseeKind.COMMUNE_POLICE: label("terms", "Công an cấp xã"),
    AddresseeKind.PROVINCE_POLICE: label("terms", "Công an cấp tỉnh"),
    AddresseeKind.COURT: label("terms", "Tòa án"),
    AddresseeKind.PROCURACY: label("terms", "Viện kiểm sát"),
    AddresseeKind.COMMITTEE: label("terms", "Ủy ban nhân dân"),
    AddresseeKind.FACILITY: label("terms", "Cơ sở cai nghiện khác"),
    AddresseeKind.HOSPITAL: label("terms", "Cơ sở khám bệnh, chữa bệnh"),
    AddresseeKind.RESIDENT: label("terms", "Người cai nghiện"),
    AddresseeKind.FAMILY: label("terms", "Gia đình người cai nghiện"),
    AddresseeKind.INSIDE: label("terms", "Bộ phận trong cơ sở"),
    AddresseeKind.ARCHIVE: label("terms", "Lưu văn thư"),
    AddresseeKind.OTHER: label("terms", "Nơi khác"),
}


@dataclass(frozen=True, slots=True)
class Addressee:
    """One line of "Nơi nhận".

    Attributes:
        name: as the paper prints it.
        copies: how many of the copies go there.
    """

    kind: AddresseeKind
    name: str = field(repr=False)
    copies: int = 1


@dataclass(frozen=True, slots=True)
class PaperFacts:
    """What the register says of an issued paper besides its number.

    Attributes:
        title: tên loại và trích yếu.
        about: whom it names.
        copies: how many were made.
    """

    title: str = field(repr=False)
    about: str | None = field(default=None, repr=False)
    copies: int = 1


def checked_facts(typed: PaperFacts) -> PaperFacts:
    """The facts as kept.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``bad_copies``, ``bad_fields``, ``broken_text``.
    """
    faults = Faults()
    title = label("errors", "Thiếu tên văn bản (trích yếu). Hãy ghi văn bản nói về việc gì.")
    kept = replace(
        typed,
        title=faults.line("title", typed.title, needed=title) or "",
        about=faults.line("about", typed.about),
    )
    check_copies(faults, "copies", typed.copies)
    faults.refuse()
    return kept


def checked_addressees(typed: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    """The lines of "Nơi nhận" as kept.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``bad_copies``, ``bad_fields``, ``broken_text``.
    """
    faults = Faults()
    missing = label("errors", "Thiếu tên nơi nhận. Hãy ghi tên, hoặc bỏ dòng này.")
    kept = []
    for place, one in enumerate(typed):
        name = faults.line(f"addressee_{place}", one.name, needed=missing)
        check_copies(faults, f"addressee_{place}", one.copies)
        kept.append(replace(one, name=name or ""))
    faults.refuse()
    return tuple(kept)


def check_copies(faults: Faults, field_name: str, count: int) -> None:
    """Note a number of copies nobody makes."""
    if not 1 <= count <= MOST_COPIES:
        faults.add("bad_copies", field_name, label("errors", "Số bản phải từ 1 đến 500. Hãy kiểm tra lại."))
