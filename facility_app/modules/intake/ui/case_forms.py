"""The forms of a case in the office: delivery, admission, papers, minutes, a temporary stay turned compulsory."""

from collections.abc import Callable, Mapping
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.intake.queries.cases import CaseView
from facility_app.modules.intake.service.arriving import ReceivePerson, receive_person
from facility_app.modules.intake.service.cases import MarkPaper, RecordDelivery, mark_paper, record_delivery
from facility_app.modules.intake.service.minutes import IssueMinutes, issue_minutes
from facility_app.modules.intake.service.turning import TurnCompulsory, turn_compulsory
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.ui.asking import Asked
from facility_app.modules.intake.ui.fields import Head, new_form, note
from facility_app.ui.forms.beginning import shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line, past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

DELIVERING = (
    ("delivering_name", label("intake", "Người giao")),
    ("delivering_position", label("intake", "Chức vụ")),
    ("delivering_agency", label("intake", "Cơ quan giao người")),
)
CONDITION = label("intake", "Tình trạng lúc giao nhận (ghi vào biên bản)")


def delivery(context: PageContext, seen: CaseView) -> Asked:
    """Who delivered, and the check of the papers."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(past_day(context, "checked_on", label("intake", "Đã đối chiếu người, hồ sơ, giấy tờ ngày")))
        form.add(*(line(name, head) for name, head in DELIVERING), spans=(4, 3, 5))
        form.add(line("condition_seen", CONDITION))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        order = RecordDelivery(
            seen.row.case_id,
            seen.version,
            values["checked_on"],
            seen.delivered_at,
            values["delivering_name"],
            values["delivering_position"],
            values["delivering_agency"],
            values["condition_seen"],
        )
        return record_delivery(uow, order)

    return Asked(
        id="intake.record_delivery",
        title=label("verbs", "Ghi giao nhận, đối chiếu giấy tờ"),
        verb=label("verbs", "Lưu"),
        make=make,
        begin=shown(
            checked_on=seen.checked_on or context.today(),
            delivering_name=seen.delivering_name,
            delivering_position=seen.delivering_position,
            delivering_agency=seen.delivering_agency,
            condition_seen=seen.condition_seen,
        ),
        save=save,
        told=label("intake", "Đã ghi."),
    )


def admission(context: PageContext, seen: CaseView) -> Asked:
    """Type, decision and day of somebody known."""

    def make() -> Form[Any]:
        form = new_form()
        Head(context, form).add_reason()
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        arrival = Arrival(seen.row.name, None, resident_id=seen.row.resident_id)
        order = ReceivePerson(
            arrival, Typed.delivery_of(values), None, seen.condition_seen, seen.checked_on is not None
        )
        return receive_person(uow, order)

    names = {name: getattr(seen, name) for name, _ in DELIVERING}
    return Asked(
        id="intake.receive_person",
        title=label("verbs", "Ghi diện, quyết định, ngày tiếp nhận"),
        verb=label("verbs", "Tiếp nhận"),
        make=make,
        begin=shown(admitted_on=context.today(), **names),
        save=save,
        told=label("intake", "Đã tiếp nhận."),
    )


def not_needed(seen: CaseView, paper: str, title: Label) -> Asked:
    """Why a paper is not needed."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(line("reason", label("terms", "Lý do"), is_required=True))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> None:
        order = MarkPaper(seen.row.case_id, paper, PaperMark.NOT_NEEDED, values["reason"])
        mark_paper(uow, order)

    return Asked(
        id=f"intake.not_needed_{paper}",
        title=label("verbs", "Không cần giấy này"),
        verb=label("verbs", "Ghi"),
        make=make,
        begin=shown(),
        save=save,
        told=label("intake", "Đã ghi."),
        text=tr(title),
    )


def minutes(forms: Callable[[], Any], seen: CaseView) -> Asked:
    """What only the table at the gate knows of the minutes."""
    names = (*DELIVERING, ("receiving_name", label("intake", "Người nhận")))

    def make() -> Form[Any]:
        form = new_form()
        form.add(*(line(name, head) for name, head in names[:3]), spans=(4, 3, 5))
        hint = label("intake", "Để trống: người đang đăng nhập")
        form.add(
            line("receiving_name", label("intake", "Người nhận"), hint=hint),
            line("receiving_position", label("intake", "Chức vụ người nhận")),
            line(
                "place_name", label("intake", "Địa danh"), hint=label("intake", "Để trống: theo thông tin cơ sở")
            ),
            spans=(4, 4, 4),
        )
        form.add(note("condition_at_handover", CONDITION))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        typed = {name: value for name, value in values.items() if value}
        typed |= {name.replace("delivering", "registrant"): values[name] for name, _ in DELIVERING if values[name]}
        return issue_minutes(uow, IssueMinutes(seen.row.case_id, typed=typed), forms()).paper_id

    form_id = "" if seen.minutes is None else seen.minutes[0]
    return Asked(
        id="intake.issue_minutes",
        title=label("verbs", "Lập biên bản giao, nhận"),
        verb=label("verbs", "Lập biên bản"),
        make=make,
        begin=shown(
            delivering_name=seen.delivering_name,
            delivering_position=seen.delivering_position,
            delivering_agency=seen.delivering_agency,
            condition_at_handover=seen.condition_seen,
        ),
        save=save,
        told=label("intake", "Đã lập biên bản."),
        text=form_id,
    )


def turning(context: PageContext, seen: CaseView) -> Asked:
    """The court decided about somebody held here: no new delivery."""

    def make() -> Form[Any]:
        form = new_form()
        Head(context, form, turns=True).add_reason()
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        decision = Typed.decision_of(values)
        if decision is None:
            raise ValueError("the form asks for the decision")
        order = TurnCompulsory(
            seen.row.case_id,
            values["stay_type"],
            values["admission_reason"],
            values["informed_on"],
            decision,
            Typed.assignment_of(values),
            values["reason"],
        )
        return turn_compulsory(uow, order)

    return Asked(
        id="intake.turn_compulsory",
        title=label("verbs", "Chuyển sang cai nghiện bắt buộc"),
        verb=label("verbs", "Chuyển"),
        make=make,
        begin=shown(informed_on=context.today()),
        save=save,
        told=label("intake", "Đã chuyển sang cai nghiện bắt buộc; không lập lại biên bản giao, nhận."),
        text=tr(
            label("intake", "Người đứng đầu thông báo quyết định; không giao, nhận lại (NĐ 163/2026 Đ107.1).")
        ),
    )
