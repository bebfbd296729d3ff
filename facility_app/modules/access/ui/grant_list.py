"""The list of rights given for some days, as data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any

from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.kernel.ports import Clock
from facility_app.modules.access.domain import (
    GRANT_KIND_LABELS,
    GRANT_STATE_LABELS,
    GrantKind,
    GrantState,
)
from facility_app.modules.access.queries import GrantRow, list_grant_ids, list_grant_rows
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import STATE
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE = label("access", "Quyền xem HIV")
HOLDER = label("access", "Người được cấp")
KIND = label("access", "Loại quyền")
ABOUT = label("access", "Về ai")
EVERYBODY = label("access", "Mọi người do người này phụ trách")
ONE_PERSON = label("access", "Một người cai nghiện")
FROM = label("access", "Từ ngày")
TO = label("access", "Đến hết ngày")
PURPOSE = label("access", "Mục đích")
SEARCH = label("access", "Tìm theo tên người được cấp…")
EMPTY = label(
    "access",
    "Chưa cấp quyền nào. Chỉ người trực tiếp điều trị, chăm sóc, tư vấn và người có yêu cầu tố tụng mới được cấp.",
)

STATES = tuple(FilterOption(one.value, GRANT_STATE_LABELS[one]) for one in GrantState)
KINDS = tuple(FilterOption(one.value, GRANT_KIND_LABELS[one]) for one in GrantKind)
TONES = {
    GrantState.COMING: Tone.INFO,
    GrantState.RUNNING: Tone.OK,
    GrantState.OVER: Tone.NEUTRAL,
    GrantState.REVOKED: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class GrantLine:
    """One right as the screen shows it.

    Attributes:
        grant: the right.
        person: whom it is about, in words.
    """

    grant: GrantRow
    person: str = field(repr=False)


def grants_list(house: House, clock: Clock) -> ListSpec[GrantLine]:
    """The list, with people called by their names where the actor may know them."""
    today = partial(_today, clock)
    return ListSpec(
        id="access.grants",
        title=TITLE,
        columns=(
            ColumnSpec("user_name", HOLDER, _holder, sort="user_name", width=130, is_strong=True),
            ColumnSpec("state", STATE, partial(_state, today), width=164, tone=partial(_tone, today)),
            ColumnSpec("person", ABOUT, person_text, width=280),
            ColumnSpec("to_on", TO, _to, value=_to_value, sort="to_on", width=116),
            ColumnSpec("from_on", FROM, _from, value=_from_value, sort="from_on", width=110, gives_way=1),
            ColumnSpec("kind", KIND, _kind, width=330, gives_way=2),
        ),
        ids=list_grant_ids,
        rows=partial(_rows, house),
        row_id=_id,
        filters=(
            FilterSpec(
                "state", STATE, tuple(FilterOption(one.value, GRANT_STATE_LABELS[one]) for one in GrantState)
            ),
            FilterSpec("kind", KIND, tuple(FilterOption(one.value, GRANT_KIND_LABELS[one]) for one in GrantKind)),
        ),
        search=SEARCH,
        empty=EMPTY,
        default_sort=(Sort("given_at", descending=True),),
        tables=frozenset({"access_grant"}),
    )


def person_text(line: GrantLine) -> str:
    """Whom it is about."""
    if line.grant.resident_id is None:
        return tr(EVERYBODY)
    return line.person or tr(ONE_PERSON)


def state_of(line: GrantLine, today: date) -> GrantState:
    """How it stands today."""
    return line.grant.state(today)


def _rows(house: House, uow: Any, wanted: Sequence[str]) -> tuple[GrantLine, ...]:
    found = list_grant_rows(uow, wanted)
    names = house.names(uow, (row.resident_id for row in found))
    return tuple(GrantLine(row, names.get(row.resident_id, "")) for row in found)


def _today(clock: Clock) -> date:
    return local_date(clock.now())


def _id(line: GrantLine) -> str:
    return line.grant.grant_id


def _holder(line: GrantLine) -> str:
    return line.grant.user_name


def _kind(line: GrantLine) -> str:
    return tr(GRANT_KIND_LABELS[line.grant.kind])


def _state(today: Any, line: GrantLine) -> str:
    return tr(GRANT_STATE_LABELS[state_of(line, today())])


def _tone(today: Any, line: GrantLine) -> Tone:
    return TONES[state_of(line, today())]


def _from(line: GrantLine) -> str:
    return format_date(line.grant.from_on)


def _from_value(line: GrantLine) -> date:
    return line.grant.from_on


def _to(line: GrantLine) -> str:
    return format_date(line.grant.to_on)


def _to_value(line: GrantLine) -> date:
    return line.grant.to_on
