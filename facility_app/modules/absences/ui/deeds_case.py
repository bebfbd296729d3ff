"""The forms of a case: decided, called off, extended, gone, back, ruled, searched for, escorted, told."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain.cases import CaseKind
from facility_app.modules.absences.domain.duties import STEP_LABELS, STEPS_OF, Step
from facility_app.modules.absences.domain.escort import WAY_LABELS, Way
from facility_app.modules.absences.queries.cases import CaseDetail
from facility_app.modules.absences.queries.doings import EscortRow
from facility_app.modules.absences.queries.neighbours import ISSUE_PAPERS, SETTLE_TERM, CountsAs
from facility_app.modules.absences.service import (
    asking,
    deciding,
    escorts,
    going,
    returning,
    ruling,
    searching,
    steps,
)
from facility_app.modules.absences.ui import fields
from facility_app.modules.absences.ui.fields import note
from facility_app.modules.absences.ui.press import Press
from facility_app.modules.absences.ui.words import options
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ALLOW, REFUSE = label("verbs", "Cho phép, ban hành quyết định"), label("verbs", "Không chấp thuận")
WITHDRAW, EXTEND = label("verbs", "Thôi đề nghị"), label("verbs", "Gia hạn, đổi hạn trở lại")
DEPART, BACK = label("verbs", "Cho đi"), label("verbs", "Nhận trở lại")
RULING, SEARCH = (
    label("verbs", "Ghi quyết định của Tòa án, Công an"),
    label("verbs", "Ra quyết định truy tìm (V-43)"),
)
END_LEFT, ARRIVED = label("verbs", "Ghi tự ý chấm dứt"), label("verbs", "Đã bàn giao cho cơ sở khác")
ESCORT, HANDOVER = label("verbs", "Lệnh áp giải"), label("verbs", "Ghi đã bàn giao")
STEP, CAUSE = label("verbs", "Ghi việc đã làm"), label("verbs", "Ghi lý do y tế")
TEXTS: Final[dict[Label, Label]] = {
    ALLOW: label(
        "absences", "{name}. Quyết định lấy số ngay và gửi những nơi điều luật nêu; ngày để trống thì như đề nghị."
    ),
    REFUSE: label("absences", "{name}. Lý do được ghi vào hồ sơ để trả lời."),
    WITHDRAW: label("absences", "{name}. Dùng khi chưa đi: gia đình rút đơn, cơ quan rút yêu cầu, ghi nhầm."),
    EXTEND: label(
        "absences",
        "{name}. Gia hạn theo tố tụng cần số, ngày văn bản (Đ111.3); chịu tang không quá số ngày luật cho.",
    ),
    DEPART: label("absences", "{name}. Sự có mặt, thời hạn và hạn trở lại đổi cùng lúc."),
    BACK: label(
        "absences",
        "{name}. Sự có mặt, thời hạn và các việc đổi cùng lúc; về chịu tang thì thêm hai việc kiểm tra.",
    ),
    RULING: label(
        "absences", "{name}. Tạm đình chỉ: đưa về điều trị, thời gian được tính. Miễn: kết thúc lần cai nghiện."
    ),
    SEARCH: label(
        "absences", "{name}. V-43 lấy số ngay; từ đó những ngày bỏ trốn không tính vào thời hạn (Đ109.2, Đ109.3)."
    ),
    END_LEFT: label(
        "absences", "{name}. Đủ thời gian luật định (Đ4.9): kết thúc, báo Công an cấp xã trong 24 giờ."
    ),
    ARRIVED: label("absences", "{name}. Kết thúc lần cai nghiện tại cơ sở này."),
    ESCORT: label("absences", "{name}. Lệnh in kèm ảnh và những điều cần lưu ý."),
    HANDOVER: label("absences", "{name}. Ghi giờ và người đã nhận."),
    STEP: label("absences", "{name}. Việc ghi ở đây được rút khỏi trang Hôm nay."),
    CAUSE: label("absences", "{name}. Chỉ bộ phận y tế và người đứng đầu xem được."),
}
COUNTS: Final = {
    CountsAs.SERVED: label("terms", "Được tính vào thời hạn"),
    CountsAs.ADDED: label("terms", "Không tính vào thời hạn, cộng thêm"),
}
HEAD_DECIDES = label("absences", "Cách tính do lãnh đạo cơ sở quyết định, có lý do.")
WITH_MINUTES: Final = frozenset({CaseKind.FUNERAL, CaseKind.PROCEEDINGS})


@dataclass(frozen=True, slots=True)
class CaseAsking:
    """What every form of a case begins with."""

    context: PageContext
    press: Press
    over: QWidget
    case: CaseDetail
    name: str

    def open(self, form: Form[Shown], verb: Label, save: Any, **begin: object) -> FormDialog[Any]:
        """Open it at this minute."""
        values = {**fields.now_fields(self.context), **begin}
        key = f"absences {verb}/{self.case.case_id}"
        return ask(
            self.context, self.over, form, key, verb, tr(TEXTS[verb], name=self.name), shown(**values), save
        )


def ask_allow(one: CaseAsking) -> FormDialog[Any]:
    """The head lets somebody leave."""
    context, form = one.context, new_form()
    form.add(
        usual.any_day(context, "leave_from", label("absences", "Từ ngày")),
        usual.any_day(context, "leave_to", label("absences", "Đến ngày")),
        NumberField("travel_days", label("absences", "Ngày đi đường"), most=30),
        spans=(4, 4, 4),
    )
    form.add(line("proposing_unit", label("absences", "Theo đề nghị của")))
    case = one.case
    days = {"leave_from": case.leave_from, "leave_to": case.leave_to, "travel_days": case.travel_days}
    return one.open(form, ALLOW, partial(_allow, one.press, case), **days)


def ask_reason(one: CaseAsking, verb: Label) -> FormDialog[Any]:
    """Refused, or called off."""
    form = new_form()
    form.add(note("reason", fields.REASON, is_required=True))
    return one.open(form, verb, partial(_refuse if verb is REFUSE else _withdraw, one.case))


def ask_extend(one: CaseAsking) -> FormDialog[Any]:
    """Another day of coming back."""
    context, form = one.context, new_form()
    form.add(usual.any_day(context, "until", label("absences", "Phải trở lại hết ngày"), is_required=True))
    fields.add_paper(form, context)
    form.add(line("body", label("absences", "Cơ quan đồng ý gia hạn")), line("reason", fields.REASON))
    return one.open(form, EXTEND, partial(_extend, one.case))


def ask_depart(one: CaseAsking) -> FormDialog[Any]:
    """Somebody leaves by the decision."""
    context, form = one.context, new_form()
    fields.add_moment(form, context)
    may_issue = context.may(ISSUE_PAPERS)
    is_body = one.case.kind is CaseKind.PROCEEDINGS
    fields.add_minutes(form, may_issue=may_issue, is_body=is_body)
    fields.add_escort(form)
    begin = {"minutes": fields.YES if may_issue else fields.NO, "other_name": one.case.applicant_name}
    return one.open(form, DEPART, partial(_depart, one.press, one.case), **begin)


def ask_back(one: CaseAsking) -> FormDialog[Any]:
    """Somebody is here again."""
    context, form = one.context, new_form()
    fields.add_moment(form, context)
    may_issue = context.may(ISSUE_PAPERS)
    if one.case.kind in WITH_MINUTES:
        fields.add_minutes(form, may_issue=may_issue, is_body=one.case.kind is CaseKind.PROCEEDINGS)
    if one.case.kind is CaseKind.REMAND:
        counts = fields.choice("counts_as", label("absences", "Thời gian đó tính thế nào"), options(COUNTS))
        if not context.may(SETTLE_TERM):
            counts.set_why_not(HEAD_DECIDES)
        form.add(counts)
        form.add(note("reason", fields.REASON))
    begin = {"minutes": fields.YES if may_issue else fields.NO, "other_name": one.case.applicant_name}
    return one.open(form, BACK, partial(_back, one.press, one.case), **begin)


def ask_ruling(one: CaseAsking) -> FormDialog[Any]:
    """The court, or the provincial police, has decided."""
    context, form = one.context, new_form()
    granted = ((fields.YES, label("absences", "Chấp thuận")), (fields.NO, label("absences", "Không chấp thuận")))
    form.add(
        fields.choice("granted", label("absences", "Kết quả"), granted, is_required=True),
        line("authority", label("absences", "Cơ quan quyết định"), is_required=True),
    )
    fields.add_paper(form, context, is_required=True)
    fields.add_moment(form, context, label("absences", "Rời cơ sở ngày"))
    if one.case.kind is CaseKind.SUSPENSION:
        form.add(line("destination", label("absences", "Đưa về đâu")))
    return one.open(form, RULING, partial(_ruling, one.case), authority=one.case.basis_body)


def ask_search(one: CaseAsking) -> FormDialog[Any]:
    """V-43."""
    form = new_form()
    fields.add_told(form)
    form.add(line("proposing_unit", label("absences", "Theo đề nghị của")))
    form.add(note("executors", label("absences", "Người thi hành, mỗi người một dòng")))
    return one.open(form, SEARCH, partial(_search, one.press, one.case))


def ask_end_left(one: CaseAsking) -> FormDialog[Any]:
    """The voluntary stay has ended by itself."""
    return one.open(new_form(), END_LEFT, partial(_end_left, one.case))


def ask_arrived(one: CaseAsking) -> FormDialog[Any]:
    """The other facility has taken the person over."""
    context, form = one.context, new_form()
    form.add(usual.past_day(context, "arrived_on", label("absences", "Bàn giao ngày"), is_required=True))
    fields.add_paper(form, context)
    case = one.case
    begin = {
        "arrived_on": context.today(),
        "number": case.basis_number,
        "dated_on": case.basis_on,
    }
    return one.open(form, ARRIVED, partial(_arrived, case), **begin)


def ask_escort(one: CaseAsking) -> FormDialog[Any]:
    """Who goes along."""
    form = new_form()
    form.add(fields.choice("way", label("absences", "Chiều"), options(WAY_LABELS), is_required=True))
    fields.add_escort(form)
    way = Way.BACK if one.case.left_at is not None else Way.OUT
    return one.open(form, ESCORT, partial(_escort, one.case), way=way)


def ask_handover(one: CaseAsking, escort: EscortRow) -> FormDialog[Any]:
    """The escort handed the person over."""
    form = new_form()
    fields.add_moment(form, one.context)
    form.add(line("handed_to", label("absences", "Giao cho: họ tên, đơn vị"), is_required=True))
    return one.open(form, HANDOVER, partial(_handover, escort))


def ask_step(one: CaseAsking) -> FormDialog[Any]:
    """Something was done."""
    form = new_form()
    known = {step: STEP_LABELS[step] for step in STEPS_OF[one.case.kind]}
    form.add(fields.choice("step", label("absences", "Việc"), options(known), is_required=True))
    form.add(
        line("whom", label("absences", "Báo ai, nơi nào"), hint=label("absences", "Việc báo tin thì phải ghi")),
        line("how", label("absences", "Bằng cách nào, số văn bản")),
    )
    fields.add_moment(form, one.context)
    form.add(note("note"))
    return one.open(form, STEP, partial(_step, one.case), step=STEPS_OF[one.case.kind][0])


def ask_cause(one: CaseAsking) -> FormDialog[Any]:
    """The reason that is health."""
    form = new_form()
    form.add(note("cause", label("absences", "Lý do y tế")))
    return one.open(form, CAUSE, partial(_cause, one.case), cause=one.case.cause)


def _allow(press: Press, case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    travel = values["travel_days"]
    command = deciding.AllowCase(
        case.case_id,
        case.version,
        values["leave_from"],
        values["leave_to"],
        None if travel is None else int(travel),
        values["proposing_unit"] or "",
    )
    return deciding.allow_case(uow, command, press.forms())


def _refuse(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    return deciding.refuse_case(uow, deciding.RefuseCase(case.case_id, case.version, values["reason"] or ""))


def _withdraw(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    return asking.withdraw_case(uow, asking.WithdrawCase(case.case_id, case.version, values["reason"] or ""))


def _extend(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = deciding.ExtendCase(
        case.case_id,
        case.version,
        values["until"],
        values["number"] or "",
        values["dated_on"],
        values["body"] or "",
        values["reason"] or "",
    )
    return deciding.extend_case(uow, command)


def _depart(press: Press, case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    at = fields.moment_of(values)
    minutes, escort = fields.minutes_of(values), fields.escort_of(values)
    return going.depart(uow, going.Depart(case.case_id, case.version, at, minutes, escort), press.forms())


def _back(press: Press, case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    counts = values.get("counts_as")
    command = returning.TakeBack(
        case.case_id,
        case.version,
        fields.moment_of(values),
        fields.minutes_of(values),
        CountsAs(counts) if counts else None,
        values.get("reason") or "",
    )
    return returning.take_back(uow, command, press.forms())


def _ruling(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = ruling.RecordRuling(
        case.case_id,
        case.version,
        values["granted"] == fields.YES,
        values["number"] or "",
        values["dated_on"],
        values["authority"] or "",
        fields.moment_of(values),
        values.get("destination") or "",
    )
    return ruling.record_ruling(uow, command)


def _search(press: Press, case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    told = fields.told_of(values)
    command = searching.OrderSearch(
        case.case_id, case.version, told, values["executors"] or "", values["proposing_unit"] or ""
    )
    return searching.order_search(uow, command, press.forms())


def _end_left(case: CaseDetail, uow: Any, _values: Mapping[str, Any]) -> object:
    return searching.end_left(uow, searching.EndLeft(case.case_id, case.version))


def _arrived(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = returning.FinishTransfer(
        case.case_id, case.version, values["arrived_on"], values["number"] or "", values["dated_on"]
    )
    return returning.finish_transfer(uow, command)


def _escort(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    escort = fields.escort_of(values) or escorts.Escorting("")
    return escorts.order_escort(uow, escorts.OrderEscort(case.case_id, Way(values["way"]), escort))


def _handover(escort: EscortRow, uow: Any, values: Mapping[str, Any]) -> object:
    command = escorts.RecordHandover(
        escort.id, escort.version, values["handed_to"] or "", fields.moment_of(values)
    )
    return escorts.record_handover(uow, command)


def _step(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = steps.RecordStep(
        case.case_id,
        Step(values["step"]),
        values["whom"] or "",
        values["how"] or "",
        fields.moment_of(values),
        values["note"] or "",
    )
    return steps.record_step(uow, command)


def _cause(case: CaseDetail, uow: Any, values: Mapping[str, Any]) -> object:
    return steps.write_cause(uow, steps.WriteCause(case.case_id, case.version, values["cause"] or ""))
