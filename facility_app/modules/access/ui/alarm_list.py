"""The list of emergencies as data: those nobody answered for stand first, in red."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.kernel.ports import Clock
from facility_app.modules.access.queries import BreakGlassRow, list_break_glass_ids, list_break_glass_rows
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import STATE, when_text
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE = label("access", "Báo động mở khẩn cấp")
WHO = label("access", "Người mở")
RIGHT = label("access", "Quyền đã mượn")
ABOUT = label("access", "Về ai")
NOBODY = label("access", "Không về riêng ai")
ONE_PERSON = label("access", "Một người cai nghiện")
BEGAN = label("access", "Mở lúc")
SEARCH = label("access", "Tìm theo tên người mở…")
EMPTY = label(
    "access", "Chưa có lần mở khẩn cấp nào. Khi có, lần mở đứng đầu danh sách, màu đỏ, cho đến khi được xét."
)
RED = label("access", "Chưa xét")
RED_RUNNING = label("access", "Đang mở, chưa xét")
ANSWERED = label("access", "Đã xét")


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """One emergency as the screen shows it.

    Attributes:
        glass: the emergency.
        person: whom it is about, in words.
    """

    glass: BreakGlassRow
    person: str = field(repr=False)


def alarms_list(house: House, clock: Clock) -> ListSpec[AlarmLine]:
    """The list, with rights and people called by their names."""
    return ListSpec(
        id="access.alarms",
        title=TITLE,
        columns=(
            ColumnSpec("state", STATE, partial(state_text, clock), width=176, tone=state_tone),
            ColumnSpec("user_name", WHO, _who, sort="user_name", width=130, is_strong=True),
            ColumnSpec("started_at", BEGAN, _began, value=_began_value, sort="started_at", width=146),
            ColumnSpec("permission", RIGHT, partial(_right, house), width=290),
            ColumnSpec("person", ABOUT, person_text, width=200, gives_way=1),
        ),
        ids=list_break_glass_ids,
        rows=partial(_rows, house),
        row_id=_id,
        filters=(FilterSpec("state", STATE, (FilterOption("red", RED), FilterOption("acknowledged", ANSWERED))),),
        search=SEARCH,
        empty=EMPTY,
        tables=frozenset({"break_glass"}),
    )


def state_text(clock: Clock, line: AlarmLine) -> str:
    """How it stands, in a word."""
    if not line.glass.is_red:
        return tr(ANSWERED)
    return tr(RED_RUNNING) if line.glass.is_running(clock.now()) else tr(RED)


def state_tone(line: AlarmLine) -> Tone:
    """How it stands, as a tone."""
    return Tone.DANGER if line.glass.is_red else Tone.OK


def person_text(line: AlarmLine) -> str:
    """Whom it is about."""
    if line.glass.resident_id is None:
        return tr(NOBODY)
    return line.person or tr(ONE_PERSON)


def _rows(house: House, uow: Any, wanted: Sequence[str]) -> tuple[AlarmLine, ...]:
    found = list_break_glass_rows(uow, wanted)
    names = house.names(uow, (row.resident_id for row in found))
    return tuple(AlarmLine(row, names.get(row.resident_id, "")) for row in found)


def _id(line: AlarmLine) -> str:
    return line.glass.break_glass_id


def _who(line: AlarmLine) -> str:
    return line.glass.user_name


def _right(house: House, line: AlarmLine) -> str:
    return house.right(line.glass.permission)


def _began(line: AlarmLine) -> str:
    return when_text(line.glass.started_at)


def _began_value(line: AlarmLine) -> datetime:
    return line.glass.started_at
