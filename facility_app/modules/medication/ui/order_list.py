"""The list of orders on the desk: those that wait for the pharmacist first, those sent back behind them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.medication.domain.checks import Severity
from facility_app.modules.medication.queries.desk import OrderLine, list_desk
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui.hold_words import ago
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE: Final = label("medication", "Y lệnh thuốc")
WAITING, BACK = "waiting", "back"
STATE: Final = label("medication", "Tình trạng")
IS_WAITING: Final = label("medication", "Chờ duyệt")
IS_BACK: Final = label("medication", "Không duyệt")
IS_URGENT: Final = label("medication", "Cấp cứu")


class DeskList:
    """Orders as a list asks for them; those that reveal HIV only after they were asked for by name.

    Attributes:
        private: what was looked at behind the wall; forgotten when the page is left.
    """

    def __init__(self) -> None:
        """Nothing private yet."""
        self.private: tuple[OrderLine, ...] = ()
        self._here: dict[str, OrderLine] = {}
        self._now: datetime | None = None

    def at(self, line: OrderLine) -> str:
        """When it was ordered, and how long ago: what waits longest is seen without reckoning."""
        said = words.moment(line.row.ordered_at)
        return said if self._now is None else words.joined(said, ago(line.row.ordered_at, self._now))

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids in order: urgent ones first, then by age; sent back behind."""
        wanted, typed = look.filters.get("state", ""), fold(look.text).split()
        everything = (*list_desk(uow), *self.private)
        self._now = uow.now
        # What was read for the order of the list is not read again for its lines.
        self._here = {line.row.order_id: line for line in everything}
        found = [
            line
            for line in everything
            if wanted in {"", BACK if line.is_sent_back else WAITING} and _fits(line, typed)
        ]
        found.sort(key=_order)
        return tuple(line.row.order_id for line in found)

    def rows(self, uow: Any, wanted: Sequence[str]) -> tuple[OrderLine, ...]:
        """Those of these ids."""
        here = self._here
        if not set(wanted) <= here.keys():
            here = {line.row.order_id: line for line in (*list_desk(uow), *self.private)}
        return tuple(here[one] for one in wanted if one in here)


def order_list(desk: DeskList) -> ListSpec[OrderLine]:
    """The list."""
    return ListSpec(
        id=places.ORDERS,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("terms", "Họ và tên"), _name, width=150, is_strong=True),
            ColumnSpec(
                "medicine",
                label("medication", "Thuốc"),
                _medicine,
                width=184,
                note=_note,
                ink=_ink,
                is_instruction=True,
            ),
            ColumnSpec("plan", label("medication", "Liều, giờ dùng"), _plan, width=158, is_instruction=True),
            # Where letters are large the strength of the medicine is read first; the filter says the state too.
            ColumnSpec("state", STATE, _state, width=168, tone=_tone, gives_way=1),
            ColumnSpec(
                "warnings", label("medication", "Cảnh báo"), _warnings, width=82, align=Align.END, tone=_warned
            ),
            ColumnSpec(
                "at", label("medication", "Kê lúc"), desk.at, value=_at_value, width=150, gives_way=2, wraps=True
            ),
            ColumnSpec("doctor", label("medication", "Bác sĩ"), _doctor, width=130, gives_way=3),
        ),
        ids=desk.ids,
        rows=desk.rows,
        row_id=_id,
        filters=(FilterSpec("state", STATE, (FilterOption(WAITING, IS_WAITING), FilterOption(BACK, IS_BACK))),),
        search=label("medication", "Tên người, mã hoặc tên thuốc…"),
        empty=label(
            "medication", "Không có y lệnh nào chờ duyệt hay bị trả lại. Y lệnh bác sĩ vừa kê sẽ hiện ở đây."
        ),
        none_found=label("medication", "Không có y lệnh nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        tables=places.ORDER_TABLES,
        stays_here=_is_private,
    )


def _fits(line: OrderLine, typed: Sequence[str]) -> bool:
    text = fold(f"{line.who.name} {line.who.quiet} {line.row.medicine.name}")
    return all(word in text for word in typed)


def _order(line: OrderLine) -> tuple[bool, bool, float]:
    at = line.row.ordered_at.timestamp()
    return line.is_sent_back, not line.row.is_urgent, -at if line.is_sent_back else at


def _is_private(line: OrderLine) -> bool:
    return line.is_private


def _id(line: OrderLine) -> str:
    return line.row.order_id


def _name(line: OrderLine) -> str:
    return line.who.name


def _medicine(line: OrderLine) -> str:
    return line.row.medicine.name


def _note(line: OrderLine) -> str:
    return tr(words.PRIVATE) if line.is_private else ""


def _ink(line: OrderLine) -> Tone | None:
    return Tone.DANGER if line.is_private else None


def _plan(line: OrderLine) -> str:
    return words.plan(line.row)


def _state(line: OrderLine) -> str:
    if line.is_sent_back:
        return tr(IS_BACK)
    return tr(IS_URGENT if line.row.is_urgent else IS_WAITING)


def _tone(line: OrderLine) -> Tone:
    return Tone.DANGER if line.is_sent_back or line.row.is_urgent else Tone.WARNING


def _warnings(line: OrderLine) -> str:
    return str(len(line.warnings)) if line.warnings else ""


def _warned(line: OrderLine) -> Tone | None:
    if not line.warnings:
        return None
    worst = min(one.severity for one in line.warnings)
    return Tone.DANGER if worst == Severity.STOP else Tone.WARNING


def _at_value(line: OrderLine) -> datetime:
    return line.row.ordered_at


def _doctor(line: OrderLine) -> str:
    return line.row.prescriber
