"""The five stages as lines of a table: begun, done, or only laid out by the law."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.stages import STAGE_RESULT_LABELS, Stage, StageRow
from facility_app.modules.stays.queries.detail import StageDetail
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone

EXPECTED, RUNNING, DONE, NOT_PLANNED = (
    label("stays", "dự kiến"),
    label("stays", "đang thực hiện"),
    label("stays", "đã xong"),
    label("stays", "chưa bắt đầu"),
)


@dataclass(frozen=True, slots=True)
class StageLine:
    """One stage, begun or laid out by the law.

    Attributes:
        done: what was written down; None while it has not begun.
        plan: what the law lays out; None where it lays out nothing.
        on: today.
    """

    stage: Stage
    done: StageDetail | None
    plan: StageRow | None
    on: date


def lines_of(seen: StayOverview) -> tuple[StageLine, ...]:
    """Five lines, or none where nothing is laid out and nothing was begun."""
    done = {one.stage: one for one in seen.stages}
    planned = {one.stage: one for one in seen.planned}
    if not done and not seen.stay.stay_type.has_term:
        return ()
    return tuple(StageLine(one, done.get(one), planned.get(one), seen.on) for one in Stage)


def row_id(row: StageLine) -> str:
    """The stage."""
    return str(row.stage)


def _name(row: StageLine) -> str:
    return tr(words.SHORT_STAGES[row.stage])


def _ink(row: StageLine) -> Tone | None:
    """What is only laid out is quiet."""
    return Tone.NEUTRAL if row.done is None else None


def _state(row: StageLine) -> str:
    if row.done is None:
        return tr(NOT_PLANNED if row.plan is None else EXPECTED)
    return tr(RUNNING if row.done.end_on is None else DONE)


def _state_tone(row: StageLine) -> Tone | None:
    if row.done is None:
        return None
    return Tone.ACCENT if row.done.end_on is None else Tone.OK


def _from(row: StageLine) -> str:
    shown = row.done or row.plan
    return "" if shown is None else words.day(shown.start_on)


def _to(row: StageLine) -> str:
    shown = row.done or row.plan
    return "" if shown is None else words.day(shown.end_on)


def _days(row: StageLine) -> str:
    shown = row.done or row.plan
    if shown is None or (row.done is None and shown.end_on is None):
        return ""
    return str(((shown.end_on or row.on) - shown.start_on).days)


def _result(row: StageLine) -> str:
    return "" if row.done is None or row.done.result is None else tr(STAGE_RESULT_LABELS[row.done.result])


def _result_tone(row: StageLine) -> Tone | None:
    return None if row.done is None or row.done.result is None else words.RESULT_TONES[row.done.result]


def _charged(row: StageLine) -> str:
    return "" if row.done is None else words.joined(row.done.in_charge_name, row.done.in_charge_qualification)


def _why(row: StageLine) -> str:
    return "" if row.done is None else row.done.override_reason or ""


COLUMNS: tuple[ColumnSpec[StageLine], ...] = (
    ColumnSpec("stage", label("stays", "Giai đoạn"), _name, width=190, is_strong=True, ink=_ink),
    ColumnSpec("state", label("stays", "Tình trạng"), _state, width=126, tone=_state_tone, ink=_ink),
    ColumnSpec("from", label("stays", "Từ ngày"), _from, width=108, ink=_ink),
    ColumnSpec("to", label("stays", "Đến trước ngày"), _to, width=126, ink=_ink),
    ColumnSpec("days", label("stays", "Số ngày"), _days, width=74, align=Align.END, ink=_ink),
    ColumnSpec("result", label("stays", "Kết quả"), _result, width=108, tone=_result_tone),
    ColumnSpec("in_charge", label("stays", "Người phụ trách"), _charged, width=190),
    ColumnSpec("reason", label("terms", "Lý do"), _why, width=166),
)
