"""Bảng mã bệnh ICD-10: the Ministry's table out of its file, looked through, and taken whole or not at all."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.treatment.domain.rights import KEEP_ICD
from facility_app.modules.treatment.queries.icd import IcdInForce, find_icd_in_force
from facility_app.modules.treatment.queries.icd_file import IcdFile, icd_table, read_icd_file
from facility_app.modules.treatment.service.icd import ImportIcd, TakenIcd, import_icd
from facility_app.sheets.table_writer import Table
from facility_app.sheets.workbook import Book
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.usual import any_day
from facility_app.ui.i18n import tr
from facility_app.ui.lists.import_page import TAKE, ImportPage, ImportWords
from facility_app.ui.shell.spec import PageContext, Route

PAGE: Final = "treatment.icd"
TITLE = label("treatment", "Bảng mã bệnh ICD-10")
WORDS = ImportWords(
    PAGE,
    TITLE,
    label(
        "treatment",
        "Bảng 29 cột của Bộ Y tế, giữ nguyên các cột: cột 18 là mã có dấu chấm, cột 20 đến 23 là tên, cột 24 đến "
        "29 là các cờ. Mẫu có sẵn các cột ấy.",
    ),
    "bang ma benh ICD-10",
    KEEP_ICD,
)
FROM: Final = label("treatment", "Có hiệu lực từ ngày")
FROM_HINT: Final = label("treatment", "Lần cai nghiện kết thúc từ ngày này dùng bảng mới")
ASK: Final = label(
    "treatment",
    "{count} mã. Từ ngày này chỉ chọn mã trong bảng; trước ngày này vẫn là mã cũ. Chẩn đoán đã ghi giữ nguyên.",
)
CODES: Final = label("treatment", "{count} mã đọc được")
TOOK: Final = label("treatment", "Đã nhập {count} mã bệnh, có hiệu lực từ {day}.")
IN_FORCE: Final = label("treatment", "Đang dùng: {file}, {count} mã, từ {day}")
SHIPPED: Final = label("treatment", "Đang dùng: các mã có sẵn trong chương trình")


class _IcdIntake:
    """A table.

    Attributes:
        first: the day it is in force from; None for today.
    """

    def __init__(self) -> None:
        """Nobody was asked yet."""
        self.first: date | None = None

    def look(self, book: Book, uow: Any) -> IcdFile:
        """As ``read_icd_file``."""
        return read_icd_file(uow, book)

    def keep(self, book: Book, _found: IcdFile, uow: Any) -> TakenIcd:
        """As ``import_icd``."""
        return import_icd(uow, ImportIcd(book, self.first or local_date(uow.now)))

    def summary(self, found: IcdFile) -> str:
        """How many codes were read."""
        return tr(CODES, count=number_text(len(found.lines)))

    def told(self, answer: TakenIcd) -> str:
        """How many are in force, and since when."""
        return tr(TOOK, count=number_text(answer.codes), day=format_date(answer.valid_from))

    def blank(self, uow: Any) -> Table:
        """The columns of the Ministry's table."""
        return icd_table(uow)


class IcdPage(ImportPage[IcdFile, TakenIcd]):
    """The table of the Ministry.

    Attributes:
        in_force: what is used today; None for the codes that came along, and until it is known.
    """

    def __init__(self, context: PageContext) -> None:
        """No file chosen yet."""
        self._own = _IcdIntake()
        super().__init__(context, WORDS, self._own)
        self.in_force: IcdInForce | None = None
        self._is_known = False

    @override
    def import_now(self) -> None:
        book, found = self._book, self._found
        if book is None or found is None or found.marks:
            return
        form = new_form()
        form.add(any_day(self.context, "valid_from", FROM, is_required=True, hint=FROM_HINT))
        text = tr(ASK, count=number_text(len(found.lines)))
        dialog = ask(self.context, self, form, PAGE, TAKE, text, shown(), partial(_take, self._own, book, found))
        dialog.saved.connect(self._on_taken)

    @override
    def subtitle_text(self) -> str:
        known = self.in_force
        if known is None:
            return tr(SHIPPED) if self._is_known else ""
        count, day = number_text(known.codes), format_date(known.valid_from)
        return tr(IN_FORCE, file=known.file_name, count=count, day=day)

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self._ask_in_force()

    def _ask_in_force(self) -> None:
        op = self.context.runner.query(self, find_icd_in_force, topic="in_force")
        op.success(self._on_in_force).failure(self._on_failed).run()

    def _on_in_force(self, found: IcdInForce | None) -> None:
        self.in_force, self._is_known = found, True
        self.title_changed.emit()

    def _on_taken(self, answer: TakenIcd) -> None:
        self._on_kept(answer)
        self._ask_in_force()


def _take(own: _IcdIntake, book: Book, found: IcdFile, uow: Any, values: Mapping[str, Any]) -> TakenIcd:
    own.first = values["valid_from"]
    return own.keep(book, found, uow)
