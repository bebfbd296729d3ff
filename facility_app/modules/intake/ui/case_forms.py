"""The small forms of a case: each with its fields, what it begins with, and the decision it makes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.domain.door_health import RED_FLAGS, SIGN_LABELS, Sign
from facility_app.modules.intake.queries.arriving import Arrival
from facility_app.modules.intake.queries.beds import BedOffer
from facility_app.modules.intake.queries.cases import CaseView
from facility_app.modules.intake.service.arriving import ReceivePerson, receive_person
from facility_app.modules.intake.service.cases import MarkPaper, RecordDelivery, mark_paper, record_delivery
from facility_app.modules.intake.service.custody import (
    Brought,
    GiveBedding,
    TakeInAtDoor,
    give_bedding,
    take_in_at_door,
)
from facility_app.modules.intake.service.health import CheckAtDoor, TreatFlags, check_at_door, treat_flags
from facility_app.modules.intake.service.minutes import IssueMinutes, issue_minutes
from facility_app.modules.intake.service.placing import PlaceFromCase, place_from_case
from facility_app.modules.intake.service.turning import TurnCompulsory, turn_compulsory
from facility_app.modules.intake.service.typed import Typed
from facility_app.modules.intake.ui.fields import (
    Begun,
    Head,
    begun,
    line,
    new_form,
    note,
    officer,
    past_day,
    today_of,
    witness_fields,
)
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import MoneyField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

DELIVERING = (
    ("delivering_name", label("intake", "Người giao")),
    ("delivering_position", label("intake", "Chức vụ")),
    ("delivering_agency", label("intake", "Cơ quan giao người")),
)
CONDITION = label("intake", "Tình trạng lúc giao nhận (ghi vào biên bản)")
RED = label("intake", "Dấu hiệu nguy hiểm: báo bác sĩ ngay")
OTHERS = label("intake", "Dấu hiệu khác")
BED_TEXT = label("intake", "{bed} · {zone} · {reasons}")
NO_BED = label("intake", "Không có giường nào hợp quy tắc. Hãy mở Sơ đồ giường để xem vì sao.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A form about a case.

    Attributes:
        id: of the form and its draft.
        save: ``(uow, values)``.
        told: said when it is written; ``{answer}`` is what the decision answers.
    """

    id: str
    title: Label
    verb: Label
    make: Callable[[], Form[Any]]
    begin: Begun
    save: Callable[[Any, Mapping[str, Any]], object]
    told: Label
    text: str = ""


def ask(context: PageContext, over: QWidget, case_id: str, asked: Asked) -> FormDialog[Any]:
    """Open it; its draft is kept."""
    filing: Filing[Any] = Filing(key=f"{asked.id}/{case_id}", save=partial(_save, asked))
    dialog: FormDialog[Any] = FormDialog(
        context.theme,
        context.runner,
        context.drafts,
        asked.make(),
        filing,
        title=tr(asked.title),
        text=asked.text,
        verb=tr(asked.verb),
        parent=over,
    )
    dialog.setObjectName(f"dialog_{asked.id}")
    dialog.open_with(asked.begin)
    return dialog


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
        begin=begun(
            checked_on=seen.checked_on or today_of(context)(),
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
        begin=begun(admitted_on=today_of(context)(), **names),
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
        begin=begun(),
        save=save,
        told=label("intake", "Đã ghi."),
        text=tr(title),
    )


def health(seen: CaseView) -> Asked:
    """What is seen at the door."""
    known = seen.health

    def make() -> Form[Any]:
        form = new_form()
        red = [one for one in Sign if one in RED_FLAGS]
        for head, signs in ((RED, red), (OTHERS, [one for one in Sign if one not in RED_FLAGS])):
            form.add_section(head)
            for start in range(0, len(signs), 2):
                pair = signs[start : start + 2]
                form.add(*(CheckField(f"sign_{one}", SIGN_LABELS[one]) for one in pair), spans=(6, 6)[: len(pair)])
        form.add(note("note", label("intake", "Mô tả thêm")))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> None:
        signs = frozenset(one for one in Sign if values[f"sign_{one}"])
        version = 0 if known is None else known.version
        check_at_door(uow, CheckAtDoor(seen.row.case_id, version, signs, values["note"]))

    ticked = {} if known is None else {f"sign_{one}": one in known.signs for one in Sign}
    return Asked(
        id="intake.check_at_door",
        title=label("verbs", "Ghi dấu hiệu sức khỏe khi đến"),
        verb=label("verbs", "Lưu"),
        make=make,
        begin=begun(**ticked, note=None if known is None else known.note),
        save=save,
        told=label("intake", "Đã ghi sức khỏe khi đến."),
    )


def treatment(seen: CaseView) -> Asked:
    """What was done about red flags."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(note("treatment", label("intake", "Đã xử trí"), is_required=True, lines=4))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> None:
        treat_flags(uow, TreatFlags(seen.row.case_id, values["treatment"]))

    return Asked(
        id="intake.treat_flags",
        title=label("verbs", "Ghi xử trí dấu hiệu nguy hiểm"),
        verb=label("verbs", "Lưu"),
        make=make,
        begin=begun(treatment=None if seen.health is None else seen.health.treatment),
        save=save,
        told=label("intake", "Đã ghi xử trí."),
    )


def belongings(seen: CaseView) -> Asked:
    """Money and things."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(
            MoneyField("money", label("intake", "Tiền mang theo (₫)")),
            CheckField("no_money", label("intake", "Không mang tiền")),
            spans=(6, 6),
        )
        hint = label("intake", "Mỗi dòng một loại: 2 áo sơ mi. Dấu * trước: để trong túi niêm phong")
        form.add(
            note("things", label("intake", "Tư trang"), hint=hint, lines=4),
            CheckField("no_things", label("intake", "Không có tư trang")),
            spans=(8, 4),
        )
        form.add(
            line("location", label("intake", "Nơi cất giữ")),
            line("seal_no", label("intake", "Số niêm phong")),
            spans=(6, 6),
        )
        form.add(*witness_fields(), spans=(6, 6))
        form.add(officer())
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        return take_in_at_door(uow, TakeInAtDoor(seen.row.case_id, Typed.brought_of(values) or Brought()))

    return Asked(
        id="intake.take_in",
        title=label("verbs", "Nhận giữ tiền, tư trang"),
        verb=label("verbs", "Nhận giữ"),
        make=make,
        begin=begun(),
        save=save,
        told=label("intake", "Đã nhận giữ."),
    )


def bedding(seen: CaseView) -> Asked:
    """What is handed out on admission."""

    def make() -> Form[Any]:
        form = new_form()
        form.add(officer())
        form.add(CheckField("is_whole_set", label("intake", "Cấp luôn quần áo, đồ dùng của năm đầu (Đ113.2)")))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        order = GiveBedding(seen.row.case_id, bool(values["is_whole_set"]), values["officer_name"] or "")
        return give_bedding(uow, order)

    return Asked(
        id="intake.give_bedding",
        title=label("verbs", "Cấp màn, chăn, gối"),
        verb=label("verbs", "Lập phiếu cấp phát"),
        make=make,
        begin=begun(),
        save=save,
        told=label("intake", "Đã cấp phát, phiếu {answer}."),
    )


def bed(seen: CaseView, offers: Sequence[BedOffer]) -> Asked:
    """A bed among those the rules allow, the best first."""

    def make() -> Form[Any]:
        form = new_form()
        options = [(one.bed_id, Label("intake", _bed_text(one))) for one in offers]
        form.add(CodeField("bed", label("intake", "Giường"), options=options, is_required=True))
        return form

    def save(uow: Any, values: Mapping[str, Any]) -> object:
        return place_from_case(uow, PlaceFromCase(seen.row.case_id, values["bed"]))

    return Asked(
        id="intake.place",
        title=label("verbs", "Xếp giường"),
        verb=label("verbs", "Xếp giường"),
        make=make,
        begin=begun(bed=offers[0].bed_id if offers else None),
        save=save,
        told=label("intake", "Đã xếp giường {answer}."),
        text="" if offers else tr(NO_BED),
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
        begin=begun(
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
        begin=begun(informed_on=today_of(context)()),
        save=save,
        told=label("intake", "Đã chuyển sang cai nghiện bắt buộc; không lập lại biên bản giao, nhận."),
        text=tr(
            label("intake", "Người đứng đầu thông báo quyết định; không giao, nhận lại (NĐ 163/2026 Đ107.1).")
        ),
    )


def _bed_text(one: BedOffer) -> str:
    return tr(BED_TEXT, bed=one.bed, zone=one.zone, reasons=", ".join(one.reasons) or "–")


def _save(asked: Asked, uow: Any, values: Mapping[str, Any], _version: int) -> object:
    return asked.save(uow, values)
