"""Lập phiếu lĩnh: a department writes what it wants, from which place for which cabinet."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.pharmacy.domain.classes import PlaceKind
from facility_app.modules.pharmacy.queries.catalogue import MedicineRow, list_medicines
from facility_app.modules.pharmacy.service.requests import AskRequisition, Wanted, ask_requisition
from facility_app.modules.pharmacy.ui import fields, places
from facility_app.modules.pharmacy.ui.assent import Given
from facility_app.modules.pharmacy.ui.press import Press
from facility_app.modules.pharmacy.ui.receive_page import (
    PIECES,
    KnownMedicines,
    blank_rows,
    typed_lines,
)
from facility_app.modules.pharmacy.ui.sheet_page import MedicineSheet
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.usual import line
from facility_app.ui.grid.columns import SheetRow, number_column, text_column
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route

TITLE = label("pharmacy", "Lập phiếu lĩnh thuốc")
SAVE = label("verbs", "Ghi phiếu lĩnh")
ASKED = label("pharmacy", "Đã lập phiếu lĩnh; chờ trưởng khoa dược duyệt.")
STORES = frozenset({PlaceKind.CTRL_SAFE, PlaceKind.CTRL_COMBO, PlaceKind.NORMAL})


class AskPage(MedicineSheet):
    """Blank lines: a medicine, how much, a note."""

    page_title, verb = TITLE, "pharmacy.ask_requisition"

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        self._known = KnownMedicines()
        form = new_form()
        form.add(
            line("department", label("pharmacy", "Khoa, phòng lĩnh"), is_required=True),
            fields.place_field(context, "from_place_id", label("pharmacy", "Lĩnh từ"), kinds=STORES),
            fields.place_field(context, "to_place_id", label("pharmacy", "Lĩnh về")),
            spans=(4, 4, 4),
        )
        columns = (
            self._known.column(width=330),
            number_column("quantity", fields.AMOUNT, bounds=PIECES, width=110),
            text_column("note", fields.NOTE, width=260),
        )
        super().__init__(
            press, context, form, (label("pharmacy", "Dòng"),), columns, save_words=SAVE, head_widths=()
        )

    @override
    def read(self, uow: Any) -> tuple[MedicineRow, ...]:
        return list_medicines(uow)

    @override
    def begin(self, seen: Any) -> Shown:
        return shown()

    @override
    def rows(self, seen: tuple[MedicineRow, ...]) -> Sequence[SheetRow]:
        self._known.rows = {one.medicine_id: one for one in seen}
        return blank_rows() if seen else ()

    @override
    def save(
        self, uow: Any, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]], given: Given
    ) -> object:
        lines = tuple(
            Wanted(
                cell["medicine"],
                self._known.quantity(cell["medicine"], Decimal(cell["quantity"])),
                cell["note"] or "",
            )
            for cell in typed_lines(cells, ("medicine", "quantity"))
        )
        command = AskRequisition(values["department"], values["from_place_id"], values["to_place_id"], lines)
        return ask_requisition(uow, command)

    @override
    def done(self, answer: Any) -> None:
        self.context.say(tr(ASKED))
        self.context.go(Route(places.REQUESTS, answer))
