"""Leaving itself: letting somebody go, and closing the case on the scanned receipt."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import RELEASE_PEOPLE
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.service.releasing import USUAL_EXIT, Release, release
from facility_app.modules.discharge.ui import words
from facility_app.modules.discharge.ui.press import Press
from facility_app.modules.discharge.ui.steps import StepVerb, note, past_day
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import number_line
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RELEASE = label("verbs", "Cho ra cơ sở")
RELEASED = label("discharge", "Đã ghi cho ra cơ sở. Việc còn thiếu đã thành việc theo dõi.")
ALREADY_OUT = label("discharge", "Đã ra cơ sở ngày {day}.")
FREE_TEXT = label(
    "discharge",
    "{name}. Ngày ra cơ sở {day}: không việc nào còn mở giữ người lại; việc thiếu thành việc theo dõi.",
)
EARLY_TEXT = label(
    "discharge",
    "{name}. Ngày ra cơ sở là {day}. Cho ra trước ngày đó phải có số, ngày của giấy tờ cho ra "
    "(Luật PCMT 2025 Đ29).",
)
UNKNOWN_TEXT = label(
    "discharge", "{name}. Chưa tính được ngày ra cơ sở: ghi số, ngày của giấy tờ cho ra (Luật PCMT 2025 Đ29)."
)
STILL_INSIDE = label("discharge", "Chưa ghi cho ra cơ sở. Hãy ghi rồi đóng hồ sơ.")
NO_RECEIPT = label("discharge", "Chưa lập biên bản giao nhận (V-23), nên chưa có biên nhận để quét ({article}).")
CLOSED = label("discharge", "Hồ sơ đã đóng ngày {day}.")


def is_free(view: ReleaseView, today: date) -> bool:
    """Whether the day of leaving has come: from then on nothing open keeps anybody."""
    leave_by = view.detail.stay.leave_by
    return leave_by is not None and leave_by <= today


def why_not_close(view: ReleaseView) -> str | None:
    """Why the case cannot be closed yet; None when it can."""
    facts = view.detail.facts
    if facts.closed_on is not None:
        return tr(CLOSED, day=words.day(facts.closed_on))
    if view.detail.stay.is_open:
        return tr(STILL_INSIDE)
    return tr(NO_RECEIPT, article=rules.STEP_ARTICLES[rules.RECEIPT]) if facts.receipt_id is None else None


def _form(context: PageContext, view: ReleaseView) -> Form[Shown]:
    form = new_form()
    form.add(
        CodeField("exit_code", label("discharge", "Lý do ra cơ sở"), options=view.exits, is_required=True),
        past_day(context, "exited_on", label("discharge", "Ngày ra"), is_required=True),
        spans=(8, 4),
    )
    form.add(
        number_line("paper_number", label("discharge", "Số giấy tờ cho ra")),
        past_day(context, "paper_on", label("discharge", "Ngày của giấy tờ")),
        spans=(8, 4),
    )
    form.add(note("note", label("terms", "Ghi chú"), lines=2))
    return form


def _begin(view: ReleaseView, today: date) -> Mapping[str, object]:
    return {"exit_code": str(USUAL_EXIT[view.detail.stay.stay_type]), "exited_on": today}


def _save(_press: Press, view: ReleaseView, uow: Any, values: Mapping[str, Any], version: int) -> object:
    code = next(one for one in type(USUAL_EXIT[view.detail.stay.stay_type]) if one == values["exit_code"])
    command = Release(
        view.detail.stay.stay_id,
        version,
        code,
        values["exited_on"],
        values["paper_number"],
        values["paper_on"],
        values["note"],
    )
    return release(uow, command)


def _version(view: ReleaseView) -> int:
    return view.detail.stay.version


def _why_not(view: ReleaseView) -> str | None:
    exited_on = view.detail.stay.exited_on
    return None if exited_on is None else tr(ALREADY_OUT, day=words.day(exited_on))


def _hint(view: ReleaseView) -> str:
    stay = view.detail.stay
    if stay.leave_by is None:
        return tr(UNKNOWN_TEXT, name=view.name)
    is_kept = any(one.stops_exit for one in view.items)
    return tr(EARLY_TEXT if is_kept else FREE_TEXT, name=view.name, day=words.day(stay.leave_by))


LEAVE = StepVerb(
    id="discharge.release",
    text=RELEASE,
    title=RELEASE,
    permission=RELEASE_PEOPLE,
    form=_form,
    begin=_begin,
    save=_save,
    told=RELEASED,
    version=_version,
    why_not=_why_not,
    hint=_hint,
)
