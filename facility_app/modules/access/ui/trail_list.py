"""The audit trail as a list, newest first; searched by account, by verb in words, or by number."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look, Sort
from facility_app.modules.access.queries import AuditRow, list_audit_ids, list_audit_months, list_audit_rows
from facility_app.modules.access.ui.alarm_list import ABOUT
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import (
    ACCOUNT,
    DEVICE,
    REASON,
    ROLES,
    WHEN,
    clock_text,
    who_text,
    written_roles,
)
from facility_app.ui.i18n import shown, tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec

TITLE = label("access", "Nhật ký")
NUMBER = label("access", "Dòng")
VERB = label("access", "Việc")
RESIDENT: Final = "resident"
"""The table whose records are people."""
MONTH = label("access", "Tháng")
MONTH_TEXT = label("access", "Tháng {month}/{year}")
SEARCH = label("access", "Tìm theo tài khoản, việc hoặc số dòng…")
NONE_FOUND = label("access", "Nhật ký không có dòng nào khớp với điều đang tìm.")


@dataclass(frozen=True, slots=True)
class TrailLine(AuditRow):
    """One entry as the screen shows it.

    Attributes:
        person: whose record it is about; empty where it is about none, or about one this reader may not know.
    """

    person: str = field(default="", repr=False)


def trail_list(house: House) -> ListSpec[TrailLine]:
    """The list, verbs called by their names."""
    return ListSpec(
        id="access.trail",
        title=TITLE,
        columns=(
            ColumnSpec("seq", NUMBER, _number, value=_seq, sort="seq", width=84),
            ColumnSpec("at", WHEN, _at, value=_at_value, width=170),
            ColumnSpec("user", ACCOUNT, _who, width=200, is_strong=True, wraps=True),
            ColumnSpec("verb", VERB, partial(_verb, house), width=240, wraps=True),
            ColumnSpec("person", ABOUT, _person, width=150, wraps=True),
            ColumnSpec("reason", REASON, _reason, width=220, gives_way=1),
            ColumnSpec("roles", ROLES, _roles, width=160, gives_way=2),
            ColumnSpec("device", DEVICE, _device, width=120, gives_way=3),
        ),
        ids=partial(_ids, house),
        rows=partial(_rows, house),
        row_id=_id,
        filters=(FilterSpec("month", MONTH, ask=_months),),
        search=SEARCH,
        none_found=NONE_FOUND,
        default_sort=(Sort("seq", descending=True),),
        tables=frozenset({"audit_entry"}),
    )


def _ids(house: House, uow: Any, look: Look) -> tuple[str, ...]:
    wanted = fold(look.text)
    meant = (verb_id for verb_id, text in house.verbs.items() if wanted and wanted in fold(text))
    return list_audit_ids(uow, look, frozenset(meant))


def _rows(house: House, uow: Any, wanted: Sequence[str]) -> tuple[TrailLine, ...]:
    found = list_audit_rows(uow, wanted)
    names = house.names(uow, (row.record_id for row in found if row.table == RESIDENT))
    return tuple(
        TrailLine(
            **{one.name: getattr(row, one.name) for one in fields(row)},
            person=names.get(row.record_id, "") if row.table == RESIDENT else "",
        )
        for row in found
    )


def _months(uow: Any) -> Sequence[FilterOption]:
    return [
        FilterOption(first.isoformat(), tr(MONTH_TEXT, month=first.month, year=first.year))
        for first in list_audit_months(uow)
    ]


def _id(row: AuditRow) -> str:
    return row.entry_id


def _number(row: AuditRow) -> str:
    return str(row.seq)


def _seq(row: AuditRow) -> int:
    return row.seq


def _at(row: AuditRow) -> str:
    return clock_text(row.at)


def _at_value(row: AuditRow) -> datetime:
    return row.at


def _who(row: AuditRow) -> str:
    return who_text(row.user_id, row.user_name)


def _verb(house: House, row: AuditRow) -> str:
    return house.verb(row.verb)


def _reason(row: AuditRow) -> str:
    return shown(row.reason or "")


def _person(row: TrailLine) -> str:
    return row.person


def _roles(row: AuditRow) -> str:
    return written_roles(row.roles)


def _device(row: AuditRow) -> str:
    return row.device
