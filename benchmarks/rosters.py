"""What taking over a roster costs: looked at, written with trail, capture and deadlines, and made durable."""

import io
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Final

from xlsxwriter import Workbook

from benchmarks.bulk import GIVEN, MIDDLES, PASSWORD, SURNAMES, USER
from benchmarks.figures import Figure
from benchmarks.people import found_with_people
from facility_app.app.bootstrap import open_facility
from facility_app.app.start import Password
from facility_app.db.folder import DataFolder
from facility_app.modules.intake.domain.roster import RosterChoices
from facility_app.modules.intake.queries.roster import preview_roster
from facility_app.modules.intake.service.roster import ImportRoster, import_roster
from facility_app.sheets.workbook import read_book

ROWS, KEPT = 2_500, 500
"""Rows of the list, and people the facility knew before."""
MOST_S: Final = 10.0
ROUNDS: Final = 3
COURT: Final = "Tòa án nhân dân khu vực 1 – Hà Nội"
HEADS: Final = (
    "STT", "Họ và tên", "Ngày sinh", "Giới tính", "Số CCCD", "Ngày cấp", "Dân tộc", "Tôn giáo", "Trình độ",
    "Nghề nghiệp", "Nơi thường trú", "Họ tên cha", "Họ tên mẹ", "Điện thoại", "Số quyết định", "Ngày quyết định",
    "Tòa án", "Thời hạn", "Ngày vào", "Ghi chú",
)  # fmt: skip
_PLACES: Final = ("xã Mỹ Lộc, tỉnh Ninh Bình", "phường Gò Vấp, Thành phố Hồ Chí Minh", "xã Đắk Wil, tỉnh Lâm Đồng")


def roster_figure() -> Figure:
    """CPU of one roster of 2,500 rows and 20 columns: read, looked at and taken over in one transaction."""
    content = roster(date.today())  # noqa: DTZ011 - a list of people who came in these months
    rounds = sorted((_round(content) for _ in range(ROUNDS)), key=sum)
    looked, written = rounds[ROUNDS // 2]
    return Figure(
        f"a roster of {ROWS:,} rows × {len(HEADS)} columns read, looked at and taken over, CPU",
        f"{looked + written:.1f} s median of {ROUNDS}",
        f"reading and looking alone: {looked:.1f} s (×{(looked + written) / looked:.1f})",
        f"≤ {MOST_S:.0f} s",
        looked + written <= MOST_S,
    )


def roster(today: date) -> bytes:
    """A list as a facility keeps it of the people inside."""
    made = io.BytesIO()
    with Workbook(made) as book:
        sheet = book.add_worksheet("Danh sách")
        sheet.merge_range(0, 0, 0, len(HEADS) - 1, "DANH SÁCH NGƯỜI CAI NGHIỆN")
        sheet.write_row(2, 0, HEADS)
        for at, row in enumerate(_rows(today, Random(5)), 3):
            sheet.write_row(at, 0, row)
    return made.getvalue()


def _rows(today: date, chance: Random) -> Iterator[tuple[object, ...]]:
    for number in range(1, ROWS + 1):
        born = date(1960 + chance.randrange(45), chance.randrange(1, 13), chance.randrange(1, 28))
        came = today - timedelta(days=chance.randrange(5, 140))
        century = 0 if born.year < 2000 else 2  # noqa: PLR2004 - the fourth digit of a number
        paper = f"001{century}{born:%y}{number:06}"
        mother = f"{chance.choice(SURNAMES)} Thị {chance.choice(GIVEN)}"
        yield (
            number, _name(chance), f"{born:%d/%m/%Y}", "Nam", paper, "01/07/2021", "Kinh", "Không", "9/12",
            "Lao động tự do", f"Thôn {chance.randrange(20)}, {chance.choice(_PLACES)}", _name(chance), mother,
            f"09{number:08}", f"{number}/QĐ-TA", f"{came - timedelta(days=2):%d/%m/%Y}", COURT, 24,
            f"{came:%d/%m/%Y}", "",
        )  # fmt: skip


def _name(chance: Random) -> str:
    return f"{chance.choice(SURNAMES)} {chance.choice(MIDDLES)} {chance.choice(GIVEN)}"


def _round(content: bytes) -> tuple[float, float]:
    """CPU of reading and looking, and of writing with trail, capture, tasks and the commit."""
    with tempfile.TemporaryDirectory(prefix="bench-roster-") as made:
        root = Path(made)
        found_with_people(root, KEPT)
        with closing(open_facility(DataFolder(root / "data"), Password(USER, PASSWORD), root / "state")) as opened:
            began = time.process_time()
            book = read_book(content, "roster.xlsx")
            with opened.database.read(opened.actor) as uow:
                looked = preview_roster(uow, book, RosterChoices())
            between = time.process_time()
            with opened.database.write(opened.actor) as uow:
                import_roster(uow, ImportRoster(book, RosterChoices(), earlier=looked))
                uow.commit()
            return between - began, time.process_time() - between
