"""How a dose of a round is said: its state in a word, its hour, who wrote it."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from facility_app.kernel.dates import format_time
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.medication.domain.orders import OrderState
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.plan import AS_NEEDED, ONCE
from facility_app.modules.medication.queries.bedside import AWAY
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

OPEN_PRIVATE = label("verbs", "Mở liều giữ kín")
DUE, LATE = label("medication", "đến giờ"), label("medication", "quá giờ")
COMING = label("medication", "chưa đến giờ")
WHEN_NEEDED = label("medication", "khi cần")
ONCE_WORD = label("medication", "một lần")
WRITING = label("medication", "đang ghi {outcome}…")
NOT_WRITTEN = label("medication", "CHƯA GHI ĐƯỢC")
WITH_TIME = label("medication", "{outcome} {time}")
CAME_UP = label("medication", "nôn {time}")
STATES: Final = {
    OrderState.ORDERED: label("medication", "chưa duyệt"),
    OrderState.HELD: label("medication", "tạm ngừng"),
    OrderState.ENDED: label("medication", "đã kết thúc"),
}
"""Orders nothing is given from, in a word that fits a line."""
OUTCOMES: Final = {
    Outcome.GIVEN: label("medication", "đã dùng"),
    Outcome.REFUSED: label("medication", "từ chối"),
    Outcome.HELD: label("medication", "hoãn"),
    Outcome.ABSENT: label("medication", "vắng"),
    Outcome.VOMITED: label("medication", "nôn"),
    Outcome.LATE: label("medication", "lệch giờ"),
}
TONES: Final = {
    Outcome.GIVEN: Tone.OK,
    Outcome.LATE: Tone.OK,
    Outcome.REFUSED: Tone.WARNING,
    Outcome.HELD: Tone.WARNING,
    Outcome.ABSENT: Tone.WARNING,
    Outcome.VOMITED: Tone.DANGER,
}
ALREADY = label(
    "medication",
    "Liều này đã ghi rồi: {outcome}, {who}. Không ghi lần thứ hai. Nếu ghi nhầm, bấm X để gạch bỏ kèm lý do.",
)
WITH_REST = label("medication", "{dose}, hủy tại chỗ phần dư {rest}")
AND_MORE = label("medication", "… và {count} liều nữa")
MOST_NAMED: Final = 8
BEING_WRITTEN = label("medication", "Liều này đang được ghi. Xin chờ một giây.")


def outcome_words(row: DueRow) -> tuple[str, Tone]:
    """What became of a dose that is written down."""
    assert row.outcome is not None  # noqa: S101 - asked of what is done only
    if row.vomited_at is not None and row.outcome is not Outcome.VOMITED:
        return tr(CAME_UP, time=format_time(row.vomited_at)), Tone.DANGER
    time = "" if row.given_at is None else format_time(row.given_at)
    return tr(WITH_TIME, outcome=tr(OUTCOMES[row.outcome]), time=time), TONES[row.outcome]


def writing_words(outcome: Outcome) -> str:
    """What is being written, and is not on the disk yet."""
    return tr(WRITING, outcome=tr(OUTCOMES[outcome]))


def open_words(row: DueRow, minutes: int, late_minutes: int) -> tuple[str, Tone]:
    """Where a dose stands that nobody wrote down; ``minutes`` since it was due, below zero before."""
    if row.state is not OrderState.VERIFIED:
        return tr(STATES[row.state]), Tone.WARNING
    if row.presence in AWAY:
        return tr(AWAY[row.presence]).lower(), Tone.INFO
    if row.due_at is None:
        return tr(WHEN_NEEDED if row.slot == AS_NEEDED else DUE), Tone.NEUTRAL
    if minutes > late_minutes:
        return tr(LATE), Tone.DANGER
    return tr(COMING if minutes < -late_minutes else DUE), Tone.NEUTRAL


def hour_words(row: DueRow) -> str:
    """The hour of a dose."""
    if row.slot == ONCE:
        return tr(ONCE_WORD)
    return tr(WHEN_NEEDED) if row.slot.startswith(AS_NEEDED) else row.slot


def amount_words(row: DueRow, number: Decimal) -> str:
    """So much in the unit of a dose: ``2,5 mg``."""
    return f"{number_text(number)} {row.unit}"


def dose_words(row: DueRow) -> str:
    """One dose in a line: whose, what, how much."""
    return f"{row.name} · {row.medicine} · {row.dose}"


def with_rest(row: DueRow, wasted: Decimal | None) -> str:
    """A dose as the witness signs it, with what is destroyed beside it."""
    dose = dose_words(row)
    return dose if wasted is None else tr(WITH_REST, dose=dose, rest=amount_words(row, wasted))


def listed(named: Sequence[str]) -> str:
    """Doses one under the other, as many as a dialog holds."""
    shown = [f"• {one}" for one in named[:MOST_NAMED]]
    if len(named) > MOST_NAMED:
        shown.append(tr(AND_MORE, count=len(named) - MOST_NAMED))
    return "\n".join(shown)
