"""Where the person is: each arrow from the present state as an action, and the small form they all ask with."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain import presence as arrows
from facility_app.modules.stays.domain.articles import VOLUNTARY_LEAVES
from facility_app.modules.stays.domain.presence import PRESENCE, PRESENCE_VERBS
from facility_app.modules.stays.domain.rights import SETTLE_TERM
from facility_app.modules.stays.domain.types import (
    EVENT_KIND_LABELS,
    PRESENCE_ARTICLES,
    PRESENCE_LABELS,
    CountsAs,
    EventKind,
    PresenceState,
)
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service import presence as verbs
from facility_app.modules.stays.service.presence import Move
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.fields import note_line, paper_fields
from facility_app.modules.stays.ui.words import options
from facility_app.ui.dialogs.form_dialog import FormDialog, Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.usual import past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ActionSpec, PageContext

SERVICES: Final[dict[str, Callable[[Any, Move], object]]] = {
    arrows.SEND_TO_HOSPITAL: verbs.send_to_hospital,
    arrows.HAND_OVER_FOR_PROCEEDINGS: verbs.hand_over_for_proceedings,
    arrows.LET_GO_TO_FUNERAL: verbs.let_go_to_funeral,
    arrows.RECORD_ESCAPE_VERB: verbs.record_escape,
    arrows.RECORD_OVERSTAY: verbs.record_overstay,
    arrows.RECORD_REMAND: verbs.record_remand,
    arrows.RECORD_PRISON: verbs.record_prison,
    arrows.SUSPEND_VERB: verbs.suspend,
    arrows.START_TRANSFER: verbs.start_transfer,
    arrows.CANCEL_TRANSFER: verbs.cancel_transfer,
    arrows.TAKE_BACK_VERB: verbs.take_back,
}
ICONS: Final[dict[str, str]] = {
    arrows.SEND_TO_HOSPITAL: "building-hospital",
    arrows.HAND_OVER_FOR_PROCEEDINGS: "gavel",
    arrows.LET_GO_TO_FUNERAL: "home",
    arrows.RECORD_ESCAPE_VERB: "run",
    arrows.RECORD_OVERSTAY: "hourglass",
    arrows.RECORD_REMAND: "lock",
    arrows.RECORD_PRISON: "shield-lock",
    arrows.SUSPEND_VERB: "heart",
    arrows.START_TRANSFER: "truck",
    arrows.CANCEL_TRANSFER: "x",
    arrows.TAKE_BACK_VERB: "door-enter",
}
SHORTCUTS: Final[dict[str, str]] = {
    arrows.SEND_TO_HOSPITAL: "Ctrl+Shift+V",
    arrows.RECORD_ESCAPE_VERB: "Ctrl+Shift+B",
    arrows.TAKE_BACK_VERB: "Ctrl+Shift+N",
}
BUTTONS: Final[dict[str, Label]] = {
    arrows.SEND_TO_HOSPITAL: label("verbs", "Đi viện"),
    arrows.HAND_OVER_FOR_PROCEEDINGS: label("verbs", "Giao tố tụng"),
    arrows.LET_GO_TO_FUNERAL: label("verbs", "Chịu tang"),
    arrows.RECORD_ESCAPE_VERB: label("verbs", "Bỏ trốn"),
    arrows.TAKE_BACK_VERB: label("verbs", "Nhận trở lại"),
}
"""What stands on a button where there is room for two words; its form says the whole."""
ORDER: Final = (
    *(arrows.TAKE_BACK_VERB, arrows.CANCEL_TRANSFER, arrows.RECORD_OVERSTAY, arrows.SEND_TO_HOSPITAL),
    *(arrows.RECORD_ESCAPE_VERB, arrows.HAND_OVER_FOR_PROCEEDINGS, arrows.LET_GO_TO_FUNERAL),
    *(arrows.RECORD_REMAND, arrows.RECORD_PRISON, arrows.SUSPEND_VERB, arrows.START_TRANSFER),
)
COUNTS_AS_LABELS: Final[dict[CountsAs, Label]] = {
    CountsAs.SERVED: label("terms", "Được tính vào thời hạn"),
    CountsAs.ADDED: label("terms", "Không tính vào thời hạn, cộng thêm"),
}
WHAT_PAPER: Final[dict[str, Label]] = {
    arrows.RECORD_ESCAPE_VERB: label(
        "stays", "Chưa có số, ngày của V-43 thì chưa cộng ngày nào (Đ109.3); bổ sung được sau."
    ),
    arrows.RECORD_OVERSTAY: label("stays", "Chưa có số, ngày của V-43 thì chưa cộng ngày nào; bổ sung được sau."),
    arrows.RECORD_PRISON: label(
        "stays", "Số, ngày của quyết định thi hành án phạt tù; chưa có thì chưa cộng ngày."
    ),
    arrows.SUSPEND_VERB: label("stays", "Số, ngày của quyết định tạm đình chỉ của Tòa án."),
    arrows.LET_GO_TO_FUNERAL: label("stays", "Số, ngày của quyết định cho về chịu tang (V-49)."),
    arrows.HAND_OVER_FOR_PROCEEDINGS: label("stays", "Số, ngày của quyết định tạm đưa ra khỏi cơ sở (V-47)."),
}
NOT_ESCAPE = label(
    "stays",
    "Người cai nghiện tự nguyện rời cơ sở không bị coi là bỏ trốn ({article}): không truy tìm, không cộng ngày. "
    "Khi đủ thời gian luật định, ghi kết thúc “Tự ý chấm dứt”.",
)
MEANWHILE = label("stays", "Người khác vừa ghi. Hiện nay: {state} từ {day}.")
FROM_TO = label("stays", "{name}. Hiện: {before}; sẽ thành: {after} ({article}).")
HEAD_DECIDES = label("stays", "Cách tính thời gian tạm giữ, tạm giam do lãnh đạo cơ sở quyết định, có lý do.")
REMAND_COUNTS = label("stays", "Thời gian tạm giữ, tạm giam tính thế nào")
REMAND_HINT = label("stays", "Để trống nếu chưa có quyết định; chọn thì ghi lý do ở Ghi chú")


def move_actions(stay: StayDetail, run: Callable[[str], None]) -> tuple[ActionSpec, ...]:
    """The arrows from where the person is, the likeliest first; leaving for good is the caller's.

    Args:
        stay: whose.
        run: asks about the arrow of this id.
    """
    there = set(PRESENCE.verbs_from(stay.presence))
    rights = {step.verb: step.permission for step in PRESENCE.transitions}
    return tuple(
        ActionSpec(
            verb,
            BUTTONS.get(verb, PRESENCE_VERBS[verb]),
            partial(run, verb),
            ICONS[verb],
            SHORTCUTS.get(verb, ""),
            rights[verb],
            partial(why_not_move, stay, verb),
            is_in_menu=verb not in BUTTONS,
        )
        for verb in ORDER
        if verb in there
    )


def why_not_move(stay: StayDetail, verb: str) -> str | None:
    """Why an arrow cannot be taken from here; None when it can."""
    is_escape = verb in {arrows.RECORD_ESCAPE_VERB, arrows.RECORD_OVERSTAY}
    if is_escape and stay.stay_type.is_voluntary:
        return tr(NOT_ESCAPE, article=VOLUNTARY_LEAVES[stay.legal_regime])
    return None


def ask_move(
    context: PageContext, parent: QWidget, stay: StayDetail, verb: str, name: str = ""
) -> FormDialog[Any]:
    """Ask when it happened and on which paper."""
    after = PRESENCE.transition(stay.presence, verb).to
    now = context.clock.now().astimezone(LOCAL)
    view = shown(happened_at=context.today(), happened_time=time(now.hour, now.minute))
    text = tr(
        FROM_TO,
        name=name or stay.code,
        before=PRESENCE_LABELS[stay.presence],
        after=PRESENCE_LABELS[after],
        article=PRESENCE_ARTICLES[after],
    )
    return ask(
        context,
        parent,
        _form(context, verb, stay.presence),
        key=f"{verb}/{stay.stay_id}",
        title=tr(PRESENCE_VERBS[verb]),
        verb=BUTTONS.get(verb, PRESENCE_VERBS[verb]),
        save=partial(_save, stay.stay_id, verb),
        value=view,
        version=stay.version,
        again=partial(_again, stay.stay_id, view),
        text=text,
    )


def _form(context: PageContext, verb: str, before: PresenceState) -> Form[Any]:
    form: Form[Any] = Form(shown, with_bar=False)
    form.add(
        past_day(context, "happened_at", label("stays", "Ngày"), is_required=True),
        TimeField("happened_time", label("stays", "Giờ"), is_required=True),
        spans=(4, 3),
    )
    number, paper_on = paper_fields(context)
    form.add(number, paper_on, spans=(8, 4))
    if verb == arrows.TAKE_BACK_VERB and before is PresenceState.REMAND:
        counts = CodeField("counts_as", REMAND_COUNTS, options=options(COUNTS_AS_LABELS), hint=REMAND_HINT)
        if not context.may(SETTLE_TERM):
            counts.set_why_not(HEAD_DECIDES)
        form.add(counts)
    form.add(note_line(hint=WHAT_PAPER.get(verb)))
    return form


def command_of(stay_id: str, version: int, values: Mapping[str, Any]) -> Move:
    """What was typed."""
    counts = values.get("counts_as")
    return Move(
        stay_id,
        version,
        datetime.combine(values["happened_at"], values["happened_time"], LOCAL),
        values["paper_number"],
        values["paper_on"],
        CountsAs(counts) if counts else None,
        values["note"],
    )


def _save(stay_id: str, verb: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    if values.get("counts_as") and not values["note"]:
        raise UserError(
            "reason_missing",
            label("errors", "Đã chọn cách tính thời gian {kind} thì cần ghi lý do."),
            fields={"note": label("errors", "Cần lý do của cách tính vừa chọn")},
            kind=EVENT_KIND_LABELS[EventKind.REMAND],
        )
    return SERVICES[verb](uow, command_of(stay_id, version, values))


def _again(stay_id: str, view: Shown, uow: Any) -> Kept[Shown]:
    stay = get_stay(uow, stay_id)
    told = tr(MEANWHILE, state=PRESENCE_LABELS[stay.presence], day=_day(stay.presence_on))
    return Kept(view, stay.version, told)


def _day(value: date) -> str:
    return f"{value:%d/%m/%Y}"
