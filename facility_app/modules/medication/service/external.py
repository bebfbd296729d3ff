"""Medicine the family brings is received, accepted or refused by a doctor, handed back or destroyed.

The law lets it in only with a prescription and under Tổ Y tế (NĐ 163/2026/NĐ-CP Đ114.5). Who takes it, takes it
by an order like any other.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.hiv import reveals_hiv
from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import DECIDE_EXTERNAL, KEEP_EXTERNAL
from facility_app.modules.medication.domain.external import MOST_DAYS, MOST_UNITS, ExternalEnd, ExternalState
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.charts import Charts
from facility_app.modules.medication.queries.external import RELATIONS, UNITS, NameRules, has_left, read_name_rules
from facility_app.modules.medication.service.external_owing import (
    DECIDE,
    GIVE_BACK,
    RENEW,
    owe_decision,
    owe_renewal,
    owe_return,
    settle,
)
from facility_app.modules.medication.service.people import Present
from facility_app.modules.medication.tables import ExternalMedicine
from facility_app.modules.pharmacy.api import CLASS_LABELS


@dataclass(frozen=True, slots=True)
class ReceiveExternal:
    """Somebody of the family brought a medicine.

    Attributes:
        relation: a code of ``RELATIONS``; ``unit`` one of ``UNITS``.
        medicine: as printed on the box.
        quantity: whole units.
        lasts_days: for how many days it is, by its prescription; None where that is not known.
        prescriber: of the prescription, with its place and day; empty where there is none.
        place: of care, that wrote the prescription.
    """

    resident_id: str
    brought_by: str = field(repr=False)
    relation: str
    medicine: str
    quantity: int | None
    unit: str
    strength: str = ""
    lot: str = ""
    expires_on: date | None = None
    lasts_days: int | None = None
    prescriber: str = field(default="", repr=False)
    place: str = ""
    number: str = ""
    prescribed_on: date | None = None


@dataclass(frozen=True, slots=True)
class DecideExternal:
    """A doctor decides; ``reason`` says why not, why in spite of a warning, or that it was a mistake."""

    external_id: str
    version: int
    reason: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class EndExternal:
    """What is left goes.

    Attributes:
        quantity: units handed back or destroyed.
        with_whom: who took it, or who saw it destroyed.
    """

    external_id: str
    version: int
    how: ExternalEnd
    quantity: int | None
    with_whom: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class External:
    """What stands now."""

    external_id: str
    version: int


def receive_external(uow: UnitOfWork, command: ReceiveExternal) -> External:
    """Write down what came, with its prescription or without; nobody takes it before a doctor says so.

    Raises:
        UserError: ``no_open_stay``, ``field_missing``, ``bad_code``, ``number_out_of_range``,
            ``day_out_of_range``, ``prescription_unfinished``, ``bad_fields``; ``external_private``.
    """
    require(uow, KEEP_EXTERNAL)
    charts = Charts(uow)
    stay = Present.of(charts, {command.resident_id}).require_stay(command.resident_id)
    faults = Faults()
    who = faults.line("brought_by", command.brought_by, needed=label("errors", "Cần ghi ai mang thuốc đến."))
    needed = label("errors", "Cần ghi tên thuốc như in trên vỏ hộp.")
    medicine = faults.line("medicine", command.medicine, needed=needed)
    strength = faults.line("strength", command.strength)
    if command.quantity is None:
        faults.add("field_missing", "quantity", label("errors", "Cần ghi số lượng đã đếm."))
    quantity = faults.amount("quantity", command.quantity, 1, MOST_UNITS)
    for name, code, known in (("relation", command.relation, RELATIONS), ("unit", command.unit, UNITS)):
        if code not in dict(known):
            faults.add("bad_code", name, label("errors", "Mã không đúng dạng. Hãy chọn trong danh sách."))
    lot = faults.line("lot", command.lot)
    lasts = None if command.lasts_days is None else faults.amount("lasts_days", command.lasts_days, 1, MOST_DAYS)
    doctor, place = faults.line("prescriber", command.prescriber), faults.line("place", command.place)
    number = faults.line("number", command.number)
    day = faults.past_day("prescribed_on", command.prescribed_on, local_date(uow.now))
    has_some, has_all = any((doctor, place, number, day)), all((doctor, place, day))
    if has_some and not has_all:
        faults.add(
            "prescription_unfinished",
            "prescriber",
            label("errors", "Đơn thuốc cần đủ người kê, nơi kê và ngày kê; không có đơn thì để trống cả ba."),
        )
    faults.refuse()
    brands = known_brands(uow)
    # The number of a prescription or a lot may look like a code of a disease.
    if reveals_hiv(medicine, strength, command.place, brands=brands) or reveals_hiv(
        command.number, lot, brands=brands, codes=False
    ):
        raise UserError(
            "external_private",
            label(
                "errors",
                "Tên thuốc này làm lộ tình trạng bệnh nên không ghi ở đây. Hãy giao thuốc và đơn tận tay bác sĩ; "
                "bác sĩ ra y lệnh thuốc, y lệnh đó được giữ kín.",
            ),
        )
    with uow.act("medication.receive_external") as act:
        made = ExternalMedicine(
            resident_id=command.resident_id,
            stay_id=stay.stay_id,
            brought_by=who,
            relation=command.relation,
            medicine=medicine,
            strength=strength,
            quantity=quantity,
            unit=command.unit,
            lot=lot,
            expires_on=command.expires_on,
            lasts_days=lasts,
            prescriber=doctor,
            prescribed_at=place,
            prescription_no=number,
            prescribed_on=day,
            received_at=uow.now,
            received_by=charts.officer(),
            state=ExternalState.RECEIVED,
        )
        uow.add(made)
        act.about(made)
        uow.session.flush()
        owe_decision(uow, made)
        return External(made.id, made.version)


def accept_external(uow: UnitOfWork, command: DecideExternal) -> External:
    """A doctor lets it be used; to be taken it still needs an order.

    What the facility's own catalogue calls narcotic, psychotropic or precursor is refused, and what an approved
    rule speaks of; a draft rule only warns, and is answered with a reason.

    Raises:
        UserError: ``not_found``, ``external_decided``, ``external_left``, ``external_unprescribed``,
            ``external_controlled``, ``external_forbidden``, ``external_doubtful``, ``external_expired``,
            ``text_too_long``.
        ConflictError: ``record_changed``.
    """
    require(uow, DECIDE_EXTERNAL)
    found = _waiting(uow, command)
    if has_left(uow, found.resident_id, found.received_at):
        raise UserError(
            "external_left",
            label(
                "errors",
                "Người này đã ra cơ sở nên không còn ai dùng thuốc. Hãy bấm “Trả lại, hủy” để trả đủ cho gia "
                "đình.",
            ),
        )
    if found.prescribed_on is None:
        raise UserError(
            "external_unprescribed",
            label(
                "errors",
                "Thuốc gia đình mang đến chỉ được dùng khi có đơn thuốc và có Tổ Y tế giám sát (NĐ 163/2026/NĐ-CP "
                "Điều 114 khoản 5). Hãy bấm “Không cho dùng”; khi gia đình có đơn thì ghi nhận lại kèm đơn.",
            ),
        )
    rules = read_name_rules(uow)
    _require_free(found.medicine, rules)
    if found.expires_on is not None and found.expires_on < local_date(uow.now):
        raise UserError(
            "external_expired",
            label("errors", "Thuốc này đã hết hạn. Hãy bấm “Không cho dùng”, rồi trả lại hoặc hủy."),
        )
    doubt, faults = rules.doubting(found.medicine), Faults()
    why = faults.line("reason", command.reason)
    faults.refuse()
    if doubt is not None and not why:
        raise UserError(
            "external_doubtful",
            label("errors", "{rule} Quy tắc này chưa phê duyệt nên chỉ nhắc: nếu vẫn cho dùng, hãy ghi lý do."),
            fields={"reason": label("errors", "Cần lý do")},
            rule=doubt.text,
        )
    if reveals_hiv(why, brands=known_brands(uow)):
        raise _reason_private()
    charts = Charts(uow)
    officer = charts.officer()
    # The trail says that it was let in; why stands in the row, which only the health team reads.
    with uow.act("medication.accept_external") as act:
        act.about(found)
        found.state = ExternalState.ACCEPTED
        found.decided_at, found.decided_by = uow.now, officer
        if doubt is not None:
            found.accepted_because, found.warned_by = why, f"{doubt.rule_list}:{doubt.code}:{doubt.version}"
        if found.lasts_days is not None:
            # The day it is let in is the first of them.
            found.runs_out_on = charts.today + timedelta(days=found.lasts_days - 1)
        uow.session.flush()
        settle(uow, found, DECIDE)
        owe_renewal(uow, found)
        return External(found.id, found.version)


def refuse_external(uow: UnitOfWork, command: DecideExternal) -> External:
    """A doctor does not let it be used, and says why; it stays to be handed back or destroyed.

    Raises:
        UserError: ``not_found``, ``external_decided``, ``external_ended``, ``field_missing``,
            ``external_private``.
        ConflictError: ``record_changed``.
    """
    require(uow, DECIDE_EXTERNAL)
    found = _waiting(uow, command)
    faults = Faults()
    why = faults.line("reason", command.reason, needed=label("errors", "Cần ghi vì sao không cho dùng."))
    faults.refuse()
    if reveals_hiv(why, brands=known_brands(uow)):
        raise _reason_private()
    officer = Charts(uow).officer()
    # The trail says that it was refused; why stands in the row, which only the health team reads.
    with uow.act("medication.refuse_external") as act:
        act.about(found)
        found.state, found.refusal = ExternalState.REFUSED, why
        found.decided_at, found.decided_by = uow.now, officer
        uow.session.flush()
        settle(uow, found, DECIDE)
        owe_return(uow, found)
        return External(found.id, found.version)


def end_external(uow: UnitOfWork, command: EndExternal) -> External:
    """What is left is handed back or destroyed; of what nobody could use, that is all of it.

    What still waits for a doctor stays until one decides, unless the person left: then nobody decides any more.

    Raises:
        UserError: ``not_found``, ``external_waiting``, ``external_ended``, ``field_missing``,
            ``number_out_of_range``, ``external_not_all``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_EXTERNAL)
    found = uow.get(ExternalMedicine, command.external_id, version=command.version)
    if found.state is ExternalState.RECEIVED and not has_left(uow, found.resident_id, found.received_at):
        raise UserError(
            "external_waiting", label("errors", "Thuốc này chờ bác sĩ: cho dùng hoặc không cho dùng trước đã.")
        )
    _require_here(found)
    faults = Faults()
    needed = label("errors", "Cần ghi ai nhận lại thuốc, hoặc ai chứng kiến hủy.")
    whom = faults.line("with_whom", command.with_whom, needed=needed)
    if command.quantity is None:
        faults.add("field_missing", "quantity", label("errors", "Cần ghi số lượng đã đếm."))
    quantity = faults.amount("quantity", command.quantity, 1, found.quantity)
    if found.state is not ExternalState.ACCEPTED and quantity is not None and quantity != found.quantity:
        faults.add(
            "external_not_all",
            "quantity",
            label("errors", "Thuốc không được dùng thì phải trả lại hoặc hủy đủ số đã nhận."),
        )
    faults.refuse()
    officer = Charts(uow).officer()
    with uow.act("medication.end_external") as act:
        act.about(found)
        found.ended_at, found.ended_by = uow.now, officer
        found.ended_how, found.ended_quantity, found.ended_with = command.how, quantity, whom
        uow.session.flush()
        settle(uow, found, GIVE_BACK)
        settle(uow, found, RENEW, is_done=False)
        return External(found.id, found.version)


def void_external(uow: UnitOfWork, command: DecideExternal) -> None:
    """Strike out what was written down by mistake, before a doctor decided.

    Raises:
        UserError: ``reason_missing``, ``not_found``, ``external_decided``, ``external_ended``.
        ConflictError: ``record_changed``.
    """
    require(uow, KEEP_EXTERNAL)
    found = _waiting(uow, command)
    with uow.act("medication.void_external", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)
        settle(uow, found, DECIDE, GIVE_BACK, is_done=False)


def _require_free(medicine: str, rules: NameRules) -> None:
    """Refuse what two people of the facility move, by the catalogue or by a rule somebody stands by."""
    held = rules.controlled_of(medicine)
    if held is not None:
        raise UserError(
            "external_controlled",
            label(
                "errors",
                "Danh mục thuốc của cơ sở xếp {name} vào loại “{kind}” ({article}): không dùng thuốc gia đình "
                "mang đến. Hãy bấm “Không cho dùng” rồi trả lại; nếu người bệnh cần, bác sĩ ra y lệnh và lấy "
                "thuốc từ kho của cơ sở.",
            ),
            name=held.generic,
            article=held.article,
            kind=CLASS_LABELS[held.drug_class],
        )
    rule = rules.forbidding(medicine)
    if rule is not None:
        raise UserError(
            "external_forbidden",
            label(
                "errors",
                "{rule} {name} đã phê duyệt quy tắc này. Hãy bấm “Không cho dùng” rồi trả lại; nếu người bệnh "
                "cần, bác sĩ ra y lệnh và lấy thuốc từ kho của cơ sở.",
            ),
            rule=rule.text,
            name=rule.approved_by,
        )


def _require_here(found: ExternalMedicine) -> None:
    if found.ended_at is not None:
        raise UserError("external_ended", label("errors", "Thuốc này đã trả lại hoặc đã hủy rồi."))


def _reason_private() -> UserError:
    return UserError(
        "external_private",
        label("errors", "Lý do này làm lộ tình trạng bệnh. Hãy viết lý do không nêu tên bệnh, tên thuốc đó."),
    )


def _waiting(uow: UnitOfWork, command: DecideExternal) -> ExternalMedicine:
    found = uow.get(ExternalMedicine, command.external_id, version=command.version)
    _require_here(found)
    if found.state is not ExternalState.RECEIVED:
        raise UserError(
            "external_decided", label("errors", "Bác sĩ đã quyết định về thuốc này rồi. Hãy mở lại trang.")
        )
    return found
