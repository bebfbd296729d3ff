"""The list of substitution programmes: who missed most stands first."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.medication.domain.substitution import (
    MISSED_ACTION_LABELS,
    PROGRAMME_END_LABELS,
    MissedAction,
)
from facility_app.modules.medication.queries.desk import ProgrammeLine, list_all_programmes
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import order_words as words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE: Final = label("medication", "Điều trị thay thế")
OPEN, ENDED = "open", "ended"
STATE: Final = label("medication", "Tình trạng")
IS_OPEN: Final = label("medication", "Đang điều trị")
IS_ENDED: Final = label("medication", "Đã kết thúc")
NO_DOSE: Final = label("medication", "Chưa có liều nào")
DAYS_MISSED: Final = label("medication", "{count} ngày")
NO_RULE: Final = label("medication", "Hỏi bác sĩ: chưa phê duyệt quy tắc bỏ liều")


class ProgrammesKept:
    """The rows of the last reading: what was read for the order of the list is not read again for its lines."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._here: dict[str, ProgrammeLine] = {}

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Ids in order."""
        state, typed = look.filters.get("state", ""), fold(look.text).split()
        found = list_all_programmes(uow, with_past=state != OPEN)
        self._here = {one.row.programme_id: one for one in found}
        return tuple(
            one.row.programme_id
            for one in found
            if state in {"", OPEN if one.row.ended_on is None else ENDED} and _fits(one, typed)
        )

    def rows(self, uow: Any, wanted: Sequence[str]) -> tuple[ProgrammeLine, ...]:
        """Those of these ids."""
        here = self._here
        if not set(wanted) <= here.keys():
            here = {one.row.programme_id: one for one in list_all_programmes(uow, with_past=True)}
        return tuple(here[one] for one in wanted if one in here)


def _fits(one: ProgrammeLine, typed: Sequence[str]) -> bool:
    text = fold(f"{one.who.name} {one.who.quiet} {one.row.medicine.name} {one.row.file_number}")
    return all(word in text for word in typed)


def _id(one: ProgrammeLine) -> str:
    return one.row.programme_id


def _name(one: ProgrammeLine) -> str:
    return one.who.name


def _medicine(one: ProgrammeLine) -> str:
    return one.row.medicine.name


def last_text(one: ProgrammeLine) -> str:
    """The last dose swallowed and kept."""
    row = one.row
    if row.last_on is None:
        return tr(NO_DOSE)
    return words.joined(row.medicine.measure.dose_text(row.last_amount), words.day(row.last_on))


def missed_text(one: ProgrammeLine) -> str:
    """Days without a dose since."""
    return tr(DAYS_MISSED, count=one.row.missed_days) if one.row.missed_days else ""


def missed_tone(one: ProgrammeLine) -> Tone | None:
    """How grave that is."""
    if not one.row.missed_days:
        return None
    return Tone.DANGER if one.row.action in {MissedAction.END, MissedAction.REINDUCE} else Tone.WARNING


def action_text(one: ProgrammeLine) -> str:
    """What is to be done about them."""
    row = one.row
    if row.ended_on is not None:
        return "" if row.end_kind is None else tr(PROGRAMME_END_LABELS[row.end_kind])
    if row.action is not None:
        return tr(MISSED_ACTION_LABELS[row.action])
    return tr(NO_RULE) if row.missed_days else ""


def state_text(one: ProgrammeLine) -> str:
    """Where it stands."""
    return tr(IS_OPEN if one.row.ended_on is None else IS_ENDED)


def state_tone(one: ProgrammeLine) -> Tone:
    """The same as a tone."""
    return Tone.OK if one.row.ended_on is None else Tone.NEUTRAL


def _started(one: ProgrammeLine) -> str:
    return words.day(one.row.started_on)


def _started_value(one: ProgrammeLine) -> date:
    return one.row.started_on


def programme_list() -> ListSpec[ProgrammeLine]:
    """The list."""
    kept = ProgrammesKept()
    return ListSpec(
        id=places.PROGRAMMES,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("terms", "Họ và tên"), _name, width=170, is_strong=True),
            ColumnSpec("medicine", label("medication", "Thuốc"), _medicine, width=246, is_instruction=True),
            ColumnSpec("last", label("medication", "Liều cuối"), last_text, width=150, is_instruction=True),
            ColumnSpec(
                "missed",
                label("medication", "Bỏ liều"),
                missed_text,
                width=100,
                align=Align.START,
                tone=missed_tone,
            ),
            ColumnSpec("action", label("medication", "Phải làm"), action_text, width=190, is_instruction=True),
            ColumnSpec("state", STATE, state_text, width=130, tone=state_tone, gives_way=3),
            ColumnSpec(
                "started_on",
                label("medication", "Từ ngày"),
                _started,
                value=_started_value,
                width=104,
                gives_way=2,
            ),
        ),
        ids=kept.ids,
        rows=kept.rows,
        row_id=_id,
        filters=(FilterSpec("state", STATE, (FilterOption(OPEN, IS_OPEN), FilterOption(ENDED, IS_ENDED))),),
        search=label("medication", "Tên, mã, số hồ sơ…"),
        empty=label(
            "medication", "Chưa có chương trình điều trị thay thế nào. Bác sĩ bấm “Mở chương trình” để mở."
        ),
        none_found=label("medication", "Không có chương trình nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
        tables=frozenset({"substitution_programme", "medicine_dose", "clinical_rule", "resident_card"}),
    )
