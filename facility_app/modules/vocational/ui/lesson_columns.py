"""The columns of a lesson, wherever lessons are listed: heads, what stands in them, how loud it is."""

from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.courses import LESSON_STATE_LABELS
from facility_app.modules.vocational.queries.lessons import LessonRow
from facility_app.modules.vocational.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec
from facility_app.ui.theme import Tone

DAY, TIME = label("vocational", "Ngày"), label("vocational", "Giờ")
MODULE, TEACHER = label("vocational", "Mô đun"), label("vocational", "Giáo viên")
STATE, THERE, PLACE = (
    label("vocational", "Điểm danh"),
    label("vocational", "Có mặt"),
    label("vocational", "Nơi học"),
)


def times(row: LessonRow) -> str:
    """From when to when."""
    return f"{words.clock(row.facts.starts)}–{words.clock(row.facts.ends)}"


def _state(row: LessonRow) -> str:
    return tr(words.MISSING if row.is_missing else LESSON_STATE_LABELS[row.state])


def _tone(row: LessonRow) -> Tone:
    return Tone.WARNING if row.is_missing else words.LESSON_TONES[row.state]


def _there(row: LessonRow) -> str:
    return f"{row.there}/{row.marked}" if row.marked else ""


TIMES: Final[ColumnSpec[Any]] = ColumnSpec("time", TIME, times, width=116)
SHEET_STATE: Final[ColumnSpec[Any]] = ColumnSpec("state", STATE, _state, width=160, tone=_tone)
SAT_THERE: Final[ColumnSpec[Any]] = ColumnSpec("there", THERE, _there, width=80, align=Align.END)
