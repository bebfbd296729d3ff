"""The lists of the catalogues as words of a roster are looked up in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.names import fold
from facility_app.modules.catalogues.api import (
    CodeList,
    Place,
    UnitKind,
    get_facility,
    list_codes,
    list_communes,
    list_provinces,
)
from facility_app.modules.intake.domain.rights import IMPORT_ROSTERS
from facility_app.modules.intake.domain.roster_fields import RosterField
from facility_app.modules.intake.domain.roster_words import unit_key
from facility_app.modules.stays.api import DatedFigure, get_new_law

LIST_OF: Final = {
    RosterField.ETHNICITY: CodeList.ETHNICITY,
    RosterField.RELIGION: CodeList.RELIGION,
    RosterField.EDUCATION: CodeList.EDUCATION,
    RosterField.MARITAL: CodeList.MARITAL_STATUS,
    RosterField.SUBSTANCE: CodeList.SUBSTANCE,
}
_ALSO: Final[Mapping[RosterField, Mapping[str, str]]] = {
    RosterField.RELIGION: {
        "khong": "none",
        "ko": "none",
        "luong": "none",
        "phat": "buddhist",
        "thien chua": "catholic",
    },
    RosterField.EDUCATION: {
        **dict.fromkeys(("mu chu", "khong biet chu", "khong"), "none"),
        **dict.fromkeys(("cap 1", "cap i", "tieu hoc"), "primary"),
        **dict.fromkeys(("cap 2", "cap ii"), "lower_secondary"),
        **dict.fromkeys(("cap 3", "cap iii", "ptth"), "upper_secondary"),
        **dict.fromkeys(("dai hoc", "cao dang", "trung cap", "dh", "cd", "tc"), "college"),
    },
    RosterField.MARITAL: {
        **dict.fromkeys(("chua ket hon", "chua vo", "chua co vo", "chua chong"), "single"),
        **dict.fromkeys(("da co vo", "co vo", "co chong", "co gia dinh", "ket hon"), "married"),
        **dict.fromkeys(("da ly hon", "ly di"), "divorced"),
    },
    RosterField.SUBSTANCE: {
        **dict.fromkeys(("heroine", "he ro in", "ma tuy trang"), "heroin"),
        **dict.fromkeys(
            ("methamphetamine", "meth", "da", "hang da", "ma tuy da", "atm", "ma tuy tong hop"), "meth"
        ),
        **dict.fromkeys(("amphetamine", "ats"), "amphetamine"),
        **dict.fromkeys(("ketamine", "ke"), "ketamine"),
        **dict.fromkeys(("can sa", "co"), "cannabis"),
        **dict.fromkeys(("thuoc lac", "keo", "ecstasy"), "mdma"),
    },
}
"""What rosters write and no list has among its other names."""


@dataclass(frozen=True)
class RosterLists:
    """Words → codes, ready to be asked thousands of times.

    Attributes:
        codes: field → folded word → code.
        provinces: name without its kind → code.
        communes: (province, name without its kind) → the unit; None where two units bear it.
        is_private: whether the facility is a private one.
        new_law: since when decisions are carried out under the new law.
    """

    codes: Mapping[RosterField, Mapping[str, str]]
    provinces: Mapping[str, str]
    communes: Mapping[tuple[str, str], Place | None]
    is_private: bool
    new_law: DatedFigure

    @classmethod
    def within(cls, uow: UnitOfWork) -> "RosterLists":
        """Those of today."""
        require(uow, IMPORT_ROSTERS)
        provinces = {unit_key(one.full_name): one.code for one in list_provinces(uow)}
        communes: dict[tuple[str, str], Place | None] = {}
        for code in provinces.values():
            for one in list_communes(uow, code):
                key = (code, unit_key(one.full_name))
                communes[key] = None if key in communes else one
        is_private = get_facility(uow).unit_kind is UnitKind.PRIVATE
        codes = {field: _words(uow, field, which) for field, which in LIST_OF.items()}
        return cls(codes, provinces, communes, is_private, get_new_law(uow))

    def code(self, field: RosterField, text: str) -> str | None:
        """The code a word means; None when no list has it."""
        return self.codes[field].get(fold(text).strip(" ."))

    def commune(self, commune: str, province: str) -> Place | None:
        """The unit of today of these names, with or without their kinds; None when unsure."""
        code = self.provinces.get(unit_key(province))
        return None if code is None else self.communes.get((code, unit_key(commune)))


def _words(uow: UnitOfWork, field: RosterField, which: CodeList) -> dict[str, str]:
    found = dict(_ALSO.get(field, {}))
    for one in list_codes(uow, which):
        for name in (one.code, one.text, *one.also):
            found.setdefault(fold(name), one.code)
    return found
