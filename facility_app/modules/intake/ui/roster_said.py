"""What the page of a list says of it: which file, what is taken for granted, how many rows of each kind."""

from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.roster import GUESS_LABELS, ROW_STATE_LABELS, Guess, RowState
from facility_app.modules.intake.queries.roster import RosterPreview
from facility_app.modules.intake.service.roster import Imported
from facility_app.modules.intake.ui.roster_list import DOUBTS, TONES
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Figure

ABOUT = label("intake", "{file} · trang “{sheet}” · tiêu đề ở dòng {row} · {columns} cột nhận ra")
DONE = label("intake", "Đã nhập {accepted}/{rows} dòng: {created} người mới, {matched} hồ sơ cũ, {stays} lần cai.")
ROWS = label("intake", "dòng trong danh sách")
LOOK_AGAIN = label("intake", "cần xem lại")
OTHERWISE: Final[dict[Guess, Label]] = {
    Guess.REASON: label("intake", "Nếu khác, chọn lý do chung ở F4."),
    Guess.ZEROS: label("intake", "Hãy đối chiếu với giấy; sai thì sửa trong tệp rồi mở lại."),
    Guess.HIDDEN: label("intake", "Người nào không nhập thì bỏ qua dòng đó (Ctrl+3)."),
}
"""How to decide otherwise, on the screen."""
SHOWN = 3
"""So many remarks besides what was taken for granted."""


def about_text(preview: RosterPreview) -> str:
    """Which file and sheet, and how much of it was understood."""
    header, known = preview.roster.header, sum(bool(one.name) for one in preview.columns)
    facts = {"file": preview.roster.file_name, "sheet": preview.roster.sheet.name, "row": header.row + 1}
    return tr(ABOUT, **facts, columns=known)


def remarks_text(preview: RosterPreview) -> str:
    """What was taken for granted of the people comes first and whole."""
    assumed = (f"{tr(GUESS_LABELS[one.what], **one.params)} {tr(OTHERWISE[one.what])}" for one in preview.assumed)
    return " ".join((*assumed, *preview.remarks[:SHOWN]))


def done_text(made: Imported) -> str:
    """What was written."""
    facts = {"accepted": made.accepted, "rows": made.rows, "created": made.created}
    return tr(DONE, **facts, matched=made.matched, stays=made.stays)


def figures_of(preview: RosterPreview) -> tuple[Figure, ...]:
    """The counts; each opens its rows."""
    made = [Figure("", tr(ROWS), str(len(preview.rows)))]
    for state, text in ROW_STATE_LABELS.items():
        count = preview.count(state)
        if count or state in {RowState.NEW, RowState.REJECTED}:
            made.append(
                Figure(state.value, tr(text).lower(), str(count), tone=TONES[state] if count else Tone.NEUTRAL)
            )
    doubts = sum(row.has_doubts for row in preview.rows)
    if doubts:
        made.append(Figure(DOUBTS, tr(LOOK_AGAIN), str(doubts), tone=Tone.WARNING))
    return tuple(made)
