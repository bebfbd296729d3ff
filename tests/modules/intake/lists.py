"""Lists made for a test, in memory."""

from collections.abc import Sequence
from datetime import date

from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.papers import Paper, PaperKind
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.service.people import RegisterResident, register_resident
from facility_app.sheets.workbook import Book, read_book
from tests.modules.stays.house import House
from tests.sheets.made import xlsx_of

COURT = "Tòa án nhân dân khu vực 1 – Hà Nội"
HEADS = (
    *("Họ và tên", "Ngày sinh", "Giới tính", "CCCD", "Số QĐ", "Ngày QĐ", "Tòa án", "Thời hạn", "Ngày vào", "Khu"),
)
AN = (
    *("Nguyễn Văn An", "17/05/1990", "Nam", "001090001234", "12/QĐ-TA", "30/07/2026", COURT, 24, "01/08/2026"),
    "Khu A",
)
BINH = (
    "Trần Văn Bình",
    "02/12/1988",
    "Nam",
    "001088005678",
    "13/QĐ-TA",
    "30/07/2026",
    COURT,
    24,
    "01/08/2026",
    "Khu B",
)
NOBODY = (
    "Lê Văn Cừ",
    "30/02/1991",
    "Nam",
    "001091005678",
    "14/QĐ-TA",
    "30/07/2026",
    COURT,
    24,
    "01/08/2026",
    "Khu B",
)


def book(*rows: Sequence[object], heads: Sequence[object] = HEADS, name: str = "danh sách.xlsx") -> Book:
    """A workbook with these rows under the heads."""
    return read_book(xlsx_of([heads, *rows]), name)


def kept(house: House, number: str | None = "001090001234") -> str:
    """Nguyễn Văn An, written down before; the code."""
    papers = () if number is None else (Paper(PaperKind.CITIZEN_CARD, number),)
    person = Person("Nguyễn Văn An", Sex.MALE, birth_on=date(1990, 5, 17))
    return house.write(register_resident, RegisterResident(person, papers=papers)).code
