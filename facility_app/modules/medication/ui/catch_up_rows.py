"""One line of the paper for each dose of a past round: what it became, when, why; read as it is typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from facility_app.kernel.dates import LOCAL, format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed import Bounds, Reading, Refused, Understood
from facility_app.modules.medication.domain.outcomes import OUTCOME_LABELS, TAKEN, Outcome, is_off_hour
from facility_app.modules.medication.domain.plan import AS_NEEDED
from facility_app.modules.medication.domain.times import read_times
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.modules.medication.service.preparing import DoseSaid
from facility_app.modules.medication.ui import round_words as said
from facility_app.modules.medication.ui.round_rest import DECIMALS
from facility_app.ui.grid.columns import SheetColumn, SheetRow, code_column, number_column, text_column
from facility_app.ui.i18n import tr

WHO, BED = label("terms", "Họ và tên"), label("medication", "Giường, mã")
WHAT, HOUR = label("medication", "Thuốc, liều"), label("medication", "Giờ")
ANSWER = label("medication", "Trong máy")
NOT_WRITTEN = label("medication", "CHƯA GHI")
OUTCOME, AT, WHY = (
    label("medication", "Kết quả"),
    label("medication", "Giờ thật"),
    label("medication", "Lý do"),
)
CLOSED = label("medication", "liều này đã ghi rồi")
REST = label("medication", "Hủy dư")
LEGEND_REST = label(
    "medication",
    "Phần dư của ống, lọ, viên đã mở, hủy trước người chứng kiến, bằng đơn vị của liều; 0: không hủy.",
)
REST_MISSING = label(
    "medication",
    "{dose}: mở ống, lọ thì còn dư {rest}. Ghi ở cột “Hủy dư” số {unit} đã hủy theo sổ giấy; không hủy thì ghi 0.",
)
LEGEND_AT = label("medication", "Để trống: theo “Giờ đã phát” ở trên. Gõ 810 hoặc 8h10 khi liều này khác giờ.")
SIGN_TEXT = label(
    "medication", "{count} liều thuốc phải kiểm soát đặc biệt của lượt này, ngày {day}: người đã chứng kiến ký."
)
HEADS: Final = (WHO, BED, ANSWER, HOUR, WHAT)
"""Hour and medicine stand beside what is typed of it: in sight too where large letters make the sheet scroll."""
HEAD_WIDTHS: Final = (142, 120, 96, 264)
KEYS: Final = (
    ("c", Outcome.GIVEN.value, OUTCOME_LABELS[Outcome.GIVEN]),
    ("t", Outcome.REFUSED.value, OUTCOME_LABELS[Outcome.REFUSED]),
    ("h", Outcome.HELD.value, OUTCOME_LABELS[Outcome.HELD]),
    ("v", Outcome.ABSENT.value, OUTCOME_LABELS[Outcome.ABSENT]),
    ("n", Outcome.VOMITED.value, OUTCOME_LABELS[Outcome.VOMITED]),
    ("m", Outcome.LATE.value, OUTCOME_LABELS[Outcome.LATE]),
)
_NO_HOURS: Final = "00:00 06:00 12:00 18:00"


@dataclass(frozen=True, slots=True)
class PaperHead:
    """What stands once for the whole sheet.

    Attributes:
        given_by: whose hand gave.
        at: when the round was really given.
        why_off: why it was given off its hour; taken for doses that have no reason of their own.
        place_id: the cabinet.
    """

    given_by: str = field(repr=False)
    at: time
    why_off: str = field(default="", repr=False)
    place_id: str | None = None


def columns() -> tuple[SheetColumn, ...]:
    """The columns to fill in."""
    at = SheetColumn("at", AT, _read_time, _time_text, legend=tr(LEGEND_AT), width=84)
    rest = number_column("wasted", REST, bounds=Bounds(DECIMALS), width=76)
    return (
        code_column("outcome", OUTCOME, KEYS, width=106),
        at,
        text_column("reason", WHY, width=96),
        replace(rest, legend=tr(LEGEND_REST)),
    )


def row_id(row: DueRow) -> str:
    """Names a dose in a draft."""
    return f"{row.order_id} {row.due_on.isoformat()} {row.slot}"


def sheet_row(row: DueRow, *, refused: bool = False) -> SheetRow:
    """A dose as a line; what is written down already is closed."""
    told = said.outcome_words(row)[0] if row.outcome is not None else tr(NOT_WRITTEN) if refused else ""
    heads = (
        row.name,
        " ".join((row.place or "–", row.code)),
        told,
        said.hour_words(row),
        f"{row.medicine} · {row.dose}",
    )
    return SheetRow(row_id(row), heads, why_not=CLOSED if row.outcome is not None else None)


def is_usual(row: DueRow) -> bool:
    """Whether it is filled in with the others: what is given as needed is on the paper or it is not."""
    return row.slot != AS_NEEDED and row.outcome is None


def lacks_rest(row: DueRow, cells: Mapping[str, Any]) -> bool:
    """Whether an ampoule was opened and the sheet does not say what became of the rest."""
    is_opened = row.is_opened and row.rest is not None
    return is_opened and cells["outcome"] in TAKEN and cells["wasted"] is None


def is_witnessed(row: DueRow, cells: Mapping[str, Any]) -> bool:
    """Whether a second person signs for such a line."""
    return row.is_guarded and Outcome(cells["outcome"]) in TAKEN


def signed_words(rows: Sequence[tuple[DueRow, Mapping[str, Any]]], day: date) -> str:
    """What the witness of a sheet signs: how many doses of which day, and what was destroyed of them."""
    text = tr(SIGN_TEXT, count=len(rows), day=format_date(day))
    rests = [said.with_rest(row, cells["wasted"]) for row, cells in rows if cells["wasted"]]
    return "\n".join((text, said.listed(rests))) if rests else text


def rest_missing(row: DueRow) -> str:
    """What is asked of such a line."""
    assert row.rest is not None  # noqa: S101 - asked of what has a rest only
    return tr(REST_MISSING, dose=said.dose_words(row), rest=said.amount_words(row, row.rest), unit=row.unit)


def said_of(row: DueRow, cells: Mapping[str, Any], head: PaperHead, late_minutes: int) -> DoseSaid:
    """What the paper says of a dose."""
    outcome, reason = Outcome(cells["outcome"]), cells["reason"] or ""
    at = _moment(row, cells["at"] or head.at)
    is_off = is_off_hour(at, row.due_at, late_minutes)
    if outcome is Outcome.GIVEN and is_off and (reason or head.why_off):
        outcome, reason = Outcome.LATE, reason or head.why_off
    return DoseSaid(
        row.order_id,
        row.due_on,
        row.slot,
        outcome,
        given_at=at,
        place_id=head.place_id,
        reason=reason,
        given_by=head.given_by,
        wasted=cells["wasted"] or None,
    )


def kept_of(draft: Mapping[str, str], row_ids: Sequence[str]) -> dict[str, str]:
    """The part of a sheet's draft that belongs to some rows."""
    wanted = set(row_ids)
    return {name: text for name, text in draft.items() if name.split("\t")[0] in wanted}


def _moment(row: DueRow, at: time) -> datetime:
    """The moment on the day it was due; a dose of the last hour before midnight may have been given after it."""
    here = datetime.combine(row.due_on, at, LOCAL)
    later = here + timedelta(days=1)
    due_at = row.due_at
    return here if due_at is None else min(here, later, key=lambda one: abs(one - due_at))


def _read_time(text: str) -> Reading[time]:
    if not text.strip():
        return Understood(None)
    try:
        found = read_times(text, _NO_HOURS, 0)
    except UserError as told:
        return Refused(told.template, dict(told.params))
    return Understood(found[0]) if len(found) == 1 else Refused(_ONE, {"value": text[:20]})


def _time_text(at: time) -> str:
    return f"{at:%H:%M}"


_ONE: Final[Label] = label("medication", "“{value}”: mỗi liều chỉ một giờ. Ví dụ: 08:10, 810 hoặc 8h10.")
