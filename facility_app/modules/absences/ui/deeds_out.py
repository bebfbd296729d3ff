"""The forms by which somebody leaves: to hospital, to a funeral, with a body, missed, transferred, dead."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import Label, label
from facility_app.modules.absences.domain import READ_HEALTH
from facility_app.modules.absences.domain.cases import GROUND_LABELS, RELIEF_LABELS, Ground, Relief
from facility_app.modules.absences.domain.funeral import EVIDENCE_LABELS, MOURNED_LABELS, Evidence, Mourned
from facility_app.modules.absences.queries.neighbours import StayDetail
from facility_app.modules.absences.service import asking, dying, going, searching
from facility_app.modules.absences.ui import fields
from facility_app.modules.absences.ui.fields import note
from facility_app.modules.absences.ui.press import Press
from facility_app.modules.absences.ui.words import options
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.dialogs.form_dialog import FormDialog
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.usual import line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

HOSPITAL = label("verbs", "Đưa đi viện")
APPLICATION = label("verbs", "Nhận đơn chịu tang (V-48)")
REQUEST = label("verbs", "Nhận yêu cầu tố tụng")
RELIEF = label("verbs", "Đề nghị tạm đình chỉ, miễn (V-46)")
ESCAPE, OVERSTAY = label("verbs", "Ghi bỏ trốn"), label("verbs", "Ghi quá hạn chịu tang")
LEFT = label("verbs", "Ghi tự ý rời cơ sở")
REMAND, PRISON = label("verbs", "Ghi tạm giữ, tạm giam"), label("verbs", "Ghi chấp hành án tù")
TRANSFER, DEATH = label("verbs", "Đưa đi điều chuyển"), label("verbs", "Ghi người chết")
TEXTS: Final[dict[Label, Label]] = {
    HOSPITAL: label(
        "absences",
        "{name}. Thời gian nằm viện được tính vào thời hạn. Phải báo cha, mẹ, người giám hộ và Công an cấp "
        "tỉnh: hai việc này vào trang Hôm nay (Đ114.2, Đ114.4).",
    ),
    APPLICATION: label(
        "absences",
        "{name}. Chỉ chịu tang bố, mẹ (cả bên vợ, chồng), vợ, chồng, con; tối đa 5 ngày không kể đi đường. "
        "Người đứng đầu quyết định trong 24 giờ từ khi nhận đơn (Đ121).",
    ),
    REQUEST: label(
        "absences",
        "{name}. Cơ quan yêu cầu đưa đi, quản lý và đưa trở lại đúng hạn; thời gian này được tính (Đ111).",
    ),
    RELIEF: label(
        "absences",
        "{name}. Lập V-46 gửi Tòa án nhân dân khu vực; người cai nghiện tự nguyện thì gửi Giám đốc Công an "
        "cấp tỉnh (Đ110.2, Đ110.4).",
    ),
    ESCAPE: label(
        "absences",
        "{name}. Báo Công an cấp xã đã lập hồ sơ trong 24 giờ (Luật PCMT 2025 Đ46.2i). Chỉ khi có V-43 thì "
        "những ngày này mới không tính vào thời hạn (Đ109).",
    ),
    OVERSTAY: label(
        "absences",
        "{name}. Quá thời gian được về chịu tang mà không trở lại: ra quyết định truy tìm (Đ121.4, Đ109).",
    ),
    LEFT: label(
        "absences",
        "{name}. Người cai nghiện tự nguyện rời cơ sở không lý do từ 02 ngày làm việc là tự ý chấm dứt: "
        "không truy tìm, không cộng ngày (Đ4.9). Sự có mặt chưa đổi cho đến khi đủ thời gian đó.",
    ),
    REMAND: label(
        "absences",
        "{name}. Luật không nói thời gian này tính thế nào: ngày ra chưa xác định đến khi có quyết định.",
    ),
    PRISON: label(
        "absences",
        "{name}. Phần còn lại được chấp hành sau khi xong án (Luật PCMT 2025 Đ47.1). Chưa có số, ngày quyết "
        "định thì chưa cộng ngày.",
    ),
    TRANSFER: label("absences", "{name}. Ghi khi đã lên đường; nơi đến nhận xong thì ghi đã bàn giao (Đ38)."),
    DEATH: label(
        "absences",
        "{name}. Kết thúc lần cai nghiện và mở hồ sơ: báo cơ quan điều tra, Viện kiểm sát, cơ quan y tế, "
        "thân nhân; lập biên bản, mai táng trong 24 giờ (Đ122).",
    ),
}
HELD: Final = {
    REMAND: (going.record_remand, label("absences", "Cơ quan đang giữ")),
    PRISON: (going.record_prison, label("absences", "Nơi chấp hành án")),
    TRANSFER: (going.start_transfer, label("absences", "Cơ sở tiếp nhận")),
}
HEALTH_ONLY = label("absences", "Lý do y tế do bác sĩ, điều dưỡng trưởng, người đứng đầu ghi và xem.")
CAUSE_HINT = label("absences", "Chỉ bộ phận y tế và người đứng đầu xem được")
SEARCH_NOW = label("absences", "Ra quyết định truy tìm (V-43) ngay")
NOT_SIGNER = label("absences", "Quyết định truy tìm do người đứng đầu ký; ghi bỏ trốn trước, ký sau.")


@dataclass(frozen=True, slots=True)
class Asking:
    """What every form of a person begins with.

    Attributes:
        over: the widget it stands over.
        name: the person's.
    """

    context: PageContext
    press: Press
    over: QWidget
    stay: StayDetail
    name: str

    def open(self, form: Form[Shown], verb: Label, save: Any, **begin: object) -> FormDialog[Any]:
        """Open it at this minute."""
        values = {**fields.now_fields(self.context), **begin}
        text = tr(TEXTS[verb], name=self.name)
        key = f"absences {verb}/{self.stay.stay_id}"
        return ask(self.context, self.over, form, key, verb, text, shown(**values), save)


def ask_hospital(asking_: Asking) -> FormDialog[Any]:
    """To hospital."""
    context, form = asking_.context, new_form()
    form.add(line("destination", label("absences", "Cơ sở khám bệnh, chữa bệnh"), is_required=True))
    form.add(
        *_moment(context),
        usual.any_day(context, "due_back_on", label("absences", "Dự kiến về")),
        spans=(4, 3, 5),
    )
    _add_cause(form, context, label("absences", "Lý do đi viện"))
    fields.add_escort(form)
    return asking_.open(form, HOSPITAL, partial(_hospital, asking_.stay))


def ask_application(asking_: Asking) -> FormDialog[Any]:
    """V-48 came in."""
    context, form = asking_.context, new_form()
    form.add(
        fields.choice("mourned", label("absences", "Chịu tang"), options(MOURNED_LABELS), is_required=True),
        line("mourned_name", label("absences", "Họ tên người chết")),
        spans=(4, 8),
    )
    form.add(
        usual.any_day(context, "leave_from", label("absences", "Từ ngày"), is_required=True),
        usual.any_day(context, "leave_to", label("absences", "Đến ngày"), is_required=True),
        NumberField("travel_days", label("absences", "Ngày đi đường"), most=30),
        spans=(4, 4, 4),
    )
    form.add(
        fields.choice("evidence", label("absences", "Giấy tờ kèm đơn"), options(EVIDENCE_LABELS), is_required=True)
    )
    form.add(
        line("applicant_name", label("absences", "Người làm đơn, đón về"), is_required=True),
        line("applicant_relation", label("absences", "Quan hệ"), is_required=True),
        line("applicant_phone", label("absences", "Điện thoại")),
        spans=(5, 4, 3),
    )
    form.add(
        line("applicant_address", label("absences", "Nơi ở của người làm đơn")),
        line("place", label("absences", "Nơi tổ chức tang lễ")),
    )
    fields.add_moment(form, context, label("absences", "Ngày nhận đơn"))
    return asking_.open(form, APPLICATION, partial(_application, asking_.press, asking_.stay), travel_days=0)


def ask_request(asking_: Asking) -> FormDialog[Any]:
    """A body asks for somebody."""
    context, form = asking_.context, new_form()
    form.add(line("body", label("absences", "Cơ quan tiến hành tố tụng"), is_required=True))
    fields.add_paper(form, context, is_required=True)
    form.add(line("subject", label("absences", "Về việc")))
    form.add(
        usual.any_day(context, "leave_from", label("absences", "Từ ngày")),
        usual.any_day(context, "until", label("absences", "Đưa trở lại chậm nhất"), is_required=True),
    )
    return asking_.open(form, REQUEST, partial(_request, asking_.stay))


def ask_relief(asking_: Asking) -> FormDialog[Any]:
    """V-46."""
    form = new_form()
    form.add(fields.choice("relief", label("absences", "Đề nghị"), options(RELIEF_LABELS), is_required=True))
    form.add(fields.choice("ground", label("absences", "Lý do"), options(GROUND_LABELS), is_required=True))
    form.add(line("authority", label("absences", "Gửi Tòa án, Công an tỉnh"), is_required=True))
    form.add(note("proofs", label("absences", "Tài liệu chứng minh, mỗi loại một dòng"), is_required=True))
    return asking_.open(form, RELIEF, partial(_relief, asking_.press, asking_.stay))


def ask_escape(asking_: Asking, *, may_sign: bool, is_overstay: bool = False) -> FormDialog[Any]:
    """Somebody is missed; whoever signs may issue V-43 with it."""
    context, form = asking_.context, new_form()
    if not is_overstay:
        fields.add_moment(form, context, label("absences", "Phát hiện vắng ngày"))
    form.add(
        line("place", label("absences", "Nơi bỏ trốn"), hint=label("absences", "Để trống: tại cơ sở")),
        line("looks", label("absences", "Quần áo, đồ mang theo")),
    )
    search = CheckField("is_searched", SEARCH_NOW)
    if not may_sign:
        search.set_why_not(NOT_SIGNER)
    form.add(search)
    if may_sign:
        fields.add_told(form)
    verb = OVERSTAY if is_overstay else ESCAPE
    save = partial(_escape, asking_.press, asking_.stay, not is_overstay)
    return asking_.open(form, verb, save, is_searched=may_sign)


def ask_left(asking_: Asking) -> FormDialog[Any]:
    """Somebody left a voluntary stay."""
    form = new_form()
    fields.add_moment(form, asking_.context, label("absences", "Phát hiện vắng ngày"))
    form.add(line("looks", label("absences", "Quần áo, đồ mang theo")))
    return asking_.open(form, LEFT, partial(_left, asking_.stay))


def ask_held(asking_: Asking, verb: Label) -> FormDialog[Any]:
    """Remanded, in prison, on the way to another facility."""
    form = new_form()
    form.add(line("body", HELD[verb][1], is_required=True))
    fields.add_moment(form, asking_.context)
    fields.add_paper(form, asking_.context)
    return asking_.open(form, verb, partial(_held, asking_.stay, verb))


def ask_death(asking_: Asking) -> FormDialog[Any]:
    """Somebody died."""
    form = new_form()
    fields.add_moment(form, asking_.context, label("absences", "Chết ngày"))
    form.add(line("place", label("absences", "Nơi chết")))
    _add_cause(form, asking_.context, label("absences", "Nguyên nhân ban đầu"))
    return asking_.open(form, DEATH, partial(_death, asking_.stay))


def _moment(context: PageContext) -> tuple[Any, Any]:
    day = usual.past_day(context, "happened_at", fields.DAY, is_required=True)
    return day, TimeField("happened_time", fields.HOUR)


def _add_cause(form: Form[Any], context: PageContext, head: Label) -> None:
    cause = line("cause", head, hint=CAUSE_HINT)
    if not context.may(READ_HEALTH):
        cause.set_why_not(HEALTH_ONLY)
    form.add(cause)


def _hospital(stay: StayDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = going.SendToHospital(
        stay.resident_id,
        stay.version,
        values["destination"] or "",
        fields.moment_of(values),
        values["due_back_on"],
        values.get("cause") or "",
        fields.escort_of(values),
    )
    return going.send_to_hospital(uow, command)


def _application(press: Press, stay: StayDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = asking.ReceiveApplication(
        stay.resident_id,
        Mourned(values["mourned"]),
        values["applicant_name"] or "",
        values["applicant_relation"] or "",
        values["leave_from"],
        values["leave_to"],
        Evidence(values["evidence"]) if values["evidence"] else None,
        values["mourned_name"] or "",
        int(values["travel_days"] or 0),
        values["applicant_phone"] or "",
        values["applicant_address"] or "",
        values["place"] or "",
        fields.moment_of(values),
    )
    return asking.receive_application(uow, command, press.forms())


def _request(stay: StayDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = asking.ReceiveRequest(
        stay.resident_id,
        values["number"] or "",
        values["dated_on"],
        values["body"] or "",
        values["subject"] or "",
        values["leave_from"],
        values["until"],
    )
    return asking.receive_request(uow, command)


def _relief(press: Press, stay: StayDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = asking.ProposeRelief(
        stay.resident_id,
        Relief(values["relief"]),
        Ground(values["ground"]),
        values["authority"] or "",
        values["proofs"] or "",
    )
    return asking.propose_relief(uow, command, press.forms())


def _escape(press: Press, stay: StayDetail, is_given: object, uow: Any, values: Mapping[str, Any]) -> object:
    command = searching.RecordEscape(
        stay.resident_id,
        stay.version,
        fields.moment_of(values) if is_given else None,
        values["place"] or "",
        values["looks"] or "",
        bool(values.get("is_searched")),
        fields.told_of(values),
    )
    return searching.record_escape(uow, command, press.forms())


def _left(stay: StayDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = searching.RecordLeft(stay.resident_id, fields.moment_of(values), values["looks"] or "")
    return searching.record_left(uow, command)


def _held(stay: StayDetail, verb: Label, uow: Any, values: Mapping[str, Any]) -> object:
    command = going.RecordHeld(
        stay.resident_id,
        stay.version,
        values["body"] or "",
        fields.moment_of(values),
        values["number"] or "",
        values["dated_on"],
    )
    return HELD[verb][0](uow, command)


def _death(stay: StayDetail, uow: Any, values: Mapping[str, Any]) -> object:
    command = dying.RecordDeath(
        stay.resident_id,
        stay.version,
        fields.moment_of(values),
        values["place"] or "",
        values.get("cause") or "",
    )
    return dying.record_death(uow, command)
