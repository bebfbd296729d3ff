"""Columns of the lists on a person's tab of absences: cases, what was done, who went along, papers."""

from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.absences.domain.cases import CASE_KIND_LABELS
from facility_app.modules.absences.domain.duties import STEP_LABELS
from facility_app.modules.absences.domain.escort import PAPER_PART_LABELS, WAY_LABELS
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.queries.doings import EscortRow, PaperRow, StepRow
from facility_app.modules.absences.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.theme import Tone

NO_CASES = label("absences", "Chưa có lần vắng mặt nào.")
NO_STEPS = label("absences", "Chưa ghi việc nào đã làm.")
NO_ESCORTS = label("absences", "Chưa có lệnh áp giải.")
NO_PAPERS = label("absences", "Chưa có văn bản nào của hồ sơ này.")


def case_id(row: CaseDetail) -> str:
    """A case's id."""
    return row.case_id


def step_id(row: StepRow) -> str:
    """A step's id."""
    return row.id


def escort_id(row: EscortRow) -> str:
    """An order's id."""
    return row.id


def paper_id(row: PaperRow) -> str:
    """A paper's id."""
    return row.id


def _kind(row: CaseDetail) -> str:
    return tr(CASE_KIND_LABELS[row.kind])


def _state(row: CaseDetail) -> str:
    return words.state(row.state, is_overdue=row.is_overdue)


def _state_tone(row: CaseDetail) -> Tone | None:
    return words.state_tone(row.state, row.kind, is_overdue=row.is_overdue)


def _where(row: CaseDetail) -> str:
    return row.destination or row.place or ""


def _left(row: CaseDetail) -> str:
    return words.at(row.left_at)


def _due(row: CaseDetail) -> str:
    return words.at(row.due_back_at)


def _back(row: CaseDetail) -> str:
    return words.at(row.back_at)


def _step(row: StepRow) -> str:
    return tr(STEP_LABELS[row.step])


def _done(row: StepRow) -> str:
    return words.at(row.done_at)


def _whom(row: StepRow) -> str:
    return row.whom or ""


def _how(row: StepRow) -> str:
    return row.how or ""


def _note(row: StepRow) -> str:
    return row.note or ""


def _way(row: EscortRow) -> str:
    return tr(WAY_LABELS[row.way])


def _planned(row: EscortRow) -> str:
    return words.at(row.planned_at)


def _officers(row: EscortRow) -> str:
    return ", ".join(row.officers.splitlines())


def _vehicle(row: EscortRow) -> str:
    return row.vehicle or ""


def _handed(row: EscortRow) -> str:
    return ", ".join(filter(None, (words.at(row.handed_at), row.handed_to)))


def _part(row: PaperRow) -> str:
    return tr(PAPER_PART_LABELS[row.part])


def _form(row: PaperRow) -> str:
    return row.form_id


def _number(row: PaperRow) -> str:
    return row.number or "–"


def _issued(row: PaperRow) -> str:
    return words.day(row.issued_on)


CASES: Final = (
    ColumnSpec("kind", label("absences", "Vắng vì"), _kind, width=140, is_strong=True),
    ColumnSpec("state", label("absences", "Tình trạng"), _state, width=190, tone=_state_tone),
    ColumnSpec("where", label("absences", "Nơi đến"), _where, width=210),
    ColumnSpec("left_at", label("absences", "Đi lúc"), _left, width=168),
    ColumnSpec("due_back_at", label("absences", "Hạn trở lại"), _due, width=168),
    ColumnSpec("back_at", label("absences", "Trở lại lúc"), _back, width=168),
)
STEPS: Final = (
    ColumnSpec("done_at", label("absences", "Lúc"), _done, width=168),
    ColumnSpec("step", label("absences", "Việc"), _step, width=300, is_strong=True),
    ColumnSpec("whom", label("absences", "Báo ai"), _whom, width=236),
    ColumnSpec("how", label("absences", "Bằng cách nào"), _how, width=170),
    ColumnSpec("note", label("terms", "Ghi chú"), _note, width=160),
)
ESCORTS: Final = (
    ColumnSpec("way", label("absences", "Chiều"), _way, width=90),
    ColumnSpec("planned_at", label("absences", "Khởi hành"), _planned, width=168),
    ColumnSpec("officers", label("absences", "Cán bộ"), _officers, width=260, is_strong=True),
    ColumnSpec("vehicle", label("absences", "Phương tiện"), _vehicle, width=140),
    ColumnSpec("handed", label("absences", "Đã bàn giao"), _handed, width=240),
)
PAPERS: Final = (
    ColumnSpec("part", label("absences", "Văn bản"), _part, width=230, is_strong=True),
    ColumnSpec("form", label("absences", "Mẫu"), _form, width=80),
    ColumnSpec("number", label("absences", "Số"), _number, width=150, is_paper_number=True),
    ColumnSpec("issued_on", label("absences", "Ngày"), _issued, width=110),
)
