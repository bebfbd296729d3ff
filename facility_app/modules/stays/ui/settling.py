"""Decisions about the whole stay: its end, its term, its police, a temporary one turned compulsory."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.kernel.regime import REGIME_LABELS, LegalRegime
from facility_app.modules.stays.domain.decisions import START_BASIS_LABELS, StartBasis
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, AdmissionReason, StayType
from facility_app.modules.stays.queries.overview import StayOverview
from facility_app.modules.stays.queries.stays import StayDetail, get_stay
from facility_app.modules.stays.service.admission import ConvertTemporary, convert_temporary
from facility_app.modules.stays.service.decisions import SetPolice, SetTerm, set_police, set_term
from facility_app.modules.stays.service.ending import EndStay, end_stay
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.admission_fields import reasons_of
from facility_app.modules.stays.ui.admit import ASSIGNMENT, DECISION
from facility_app.modules.stays.ui.asking import ask
from facility_app.modules.stays.ui.decision_fields import (
    assignment_of,
    assignment_rows,
    decision_rows,
    facts_of,
    whole,
)
from facility_app.modules.stays.ui.fields import note_line, paper_fields, reason_note
from facility_app.ui.dialogs.form_dialog import FormDialog, Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.usual import any_day, line, past_day
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

END = label("verbs", "Ghi kết thúc lần cai nghiện")
END_BUTTON = label("verbs", "Ghi kết thúc")
SET_TERM = label("verbs", "Xác định chế độ luật, ngày bắt đầu chấp hành")
SET_POLICE = label("verbs", "Ghi Công an cấp xã có liên quan")
CONVERT = label("verbs", "Chuyển sang cai nghiện bắt buộc")
SAVE = label("verbs", "Lưu")
LEAVE_BY = label("stays", "{name}. Ngày phải cho ra: {day}. Từ ngày đó không giấy tờ nào giữ người lại.")
LEAVE_UNKNOWN = label("stays", "{name}. Chưa xác định được ngày ra.")
CONVERTED = label(
    "stays",
    "{name}. Không giao, nhận lại: thời hạn tính từ ngày người đứng đầu thông báo; {days} quản lý được trừ.",
)


def ask_end(context: PageContext, parent: QWidget, seen: StayOverview, name: str) -> FormDialog[Any]:
    """Ask how and when it ended."""
    stay, leave_by = seen.stay, seen.answer.leave_by
    form: Form[Any] = Form(shown, with_bar=False)
    exits = {code: EXIT_CODE_LABELS[code] for code in seen.exits}
    form.add(
        CodeField("exit_code", label("stays", "Lý do ra"), options=words.options(exits), is_required=True),
        past_day(context, "exited_on", label("stays", "Ngày ra"), is_required=True),
        spans=(8, 4),
    )
    number, paper_on = paper_fields(context)
    form.add(number, paper_on, spans=(8, 4))
    form.add(note_line())
    text = tr(LEAVE_UNKNOWN, name=name) if leave_by is None else tr(LEAVE_BY, name=name, day=words.day(leave_by))
    view = shown(exited_on=context.today())
    return ask(
        context, parent, form, key=f"stays.end_stay/{stay.stay_id}", title=tr(END), verb=END_BUTTON,
        save=partial(_end, stay.stay_id), value=view, version=stay.version,
        again=partial(_same, stay.stay_id, view), text=text,
    )  # fmt: skip


def ask_term(context: PageContext, parent: QWidget, stay: StayDetail, name: str) -> FormDialog[Any]:
    """Ask for the law, the first day and the limits."""
    form: Form[Any] = Form(shown, with_bar=False)
    form.add(
        CodeField(
            "legal_regime", label("stays", "Chế độ luật"), options=words.options(REGIME_LABELS), is_required=True
        ),
        any_day(context, "term_start_on", label("stays", "Ngày bắt đầu chấp hành"), is_required=True),
        spans=(7, 5),
    )
    form.add(
        CodeField(
            "start_basis",
            label("stays", "Căn cứ của ngày bắt đầu"),
            options=words.options(START_BASIS_LABELS),
            is_required=True,
        )
    )
    if stay.stay_type is StayType.TEMPORARY:
        form.add(any_day(context, "custody_until", label("stays", "Quản lý đến ngày, theo V-32")))
    if stay.stay_type is StayType.VOLUNTARY_PRIVATE:
        form.add(any_day(context, "contract_end_on", label("stays", "Hợp đồng đến ngày")))
    form.add(reason_note(is_required=True))
    return ask(
        context, parent, form, key=f"stays.set_term/{stay.stay_id}", title=tr(SET_TERM), verb=SAVE,
        save=partial(_set_term, stay), value=_term_view(stay), version=stay.version,
        again=partial(_term_again, stay.stay_id), text=name,
    )  # fmt: skip


def ask_police(context: PageContext, parent: QWidget, stay: StayDetail, name: str) -> FormDialog[Any]:
    """Ask which commune police are told what."""
    form: Form[Any] = Form(shown, with_bar=False)
    form.add(line("decision_police", label("stays", "Nơi lập hồ sơ, ra quyết định")))
    form.add(line("seat_police", label("stays", "Nơi cơ sở đặt trụ sở")))
    form.add(line("residence_police", label("stays", "Nơi cư trú")))
    return ask(
        context, parent, form, key=f"stays.set_police/{stay.stay_id}", title=tr(SET_POLICE), verb=SAVE,
        save=partial(_set_police, stay.stay_id), value=_police_view(stay), version=stay.version,
        again=partial(_police_again, stay.stay_id), text=name,
    )  # fmt: skip


def ask_conversion(context: PageContext, parent: QWidget, seen: StayOverview, name: str) -> FormDialog[Any]:
    """Ask for the court's decision and the day the head told the person."""
    stay = seen.stay
    form: Form[Any] = Form(shown, with_bar=False)
    types = {kind: STAY_TYPE_LABELS[kind] for kind in StayType if kind.is_compulsory}
    form.add(
        CodeField("stay_type", label("stays", "Diện cai nghiện"), options=words.options(types), is_required=True),
        past_day(context, "informed_on", label("stays", "Ngày thông báo"), is_required=True),
        spans=(8, 4),
    )
    form.add(
        CodeField(
            "admission_reason",
            label("stays", "Lý do đưa vào cơ sở"),
            options=words.options(reasons_of(StayType.COMPULSORY_ADULT)),
            is_required=True,
        ),
        NumberField("rehab_count", label("stays", "Lần cai nghiện thứ"), least=1, most=50),
        spans=(8, 4),
    )
    form.add_section(DECISION)
    for fields, spans in decision_rows(context):
        form.add(*fields, spans=spans)
    form.add_section(ASSIGNMENT)
    for fields, spans in assignment_rows(context):
        form.add(*fields, spans=spans)
    form.add(reason_note(hint=label("stays", "Chỉ cần khi có điều khác quy định; chương trình sẽ nói điều gì")))
    view = shown(informed_on=context.today())
    return ask(
        context, parent, form, key=f"stays.convert_temporary/{stay.stay_id}", title=tr(CONVERT), verb=CONVERT,
        save=partial(_convert, stay.stay_id), value=view, version=stay.version,
        again=partial(_same, stay.stay_id, view),
        text=tr(CONVERTED, name=name, days=words.days(seen.answer.served_days)),
    )  # fmt: skip


def _end(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    order = EndStay(
        stay_id,
        version,
        ExitCode(values["exit_code"]),
        values["exited_on"],
        values["paper_number"],
        values["paper_on"],
        values["note"],
    )
    return end_stay(uow, order)


def _set_term(stay: StayDetail, uow: Any, values: Mapping[str, Any], version: int) -> object:
    order = SetTerm(
        stay.stay_id,
        version,
        LegalRegime(values["legal_regime"]),
        values["term_start_on"],
        StartBasis(values["start_basis"]),
        values.get("custody_until", stay.custody_until),
        values.get("contract_end_on", stay.contract_end_on),
        values["reason"] or "",
    )
    return set_term(uow, order)


def _set_police(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    return set_police(uow, SetPolice(stay_id, version, **values))


def _convert(stay_id: str, uow: Any, values: Mapping[str, Any], version: int) -> object:
    decision = facts_of(values)
    assignment = assignment_of(uow, values)
    assert decision is not None  # noqa: S101 - its number is a field that must be filled
    order = ConvertTemporary(
        stay_id,
        version,
        StayType(values["stay_type"]),
        AdmissionReason(values["admission_reason"]),
        values["informed_on"],
        decision,
        assignment,
        whole(values["rehab_count"]),
        values["reason"],
    )
    return convert_temporary(uow, order)


def _term_view(stay: StayDetail) -> Shown:
    names = ("legal_regime", "start_basis", "term_start_on", "custody_until", "contract_end_on")
    return Shown({name: getattr(stay, name) for name in names})


def _police_view(stay: StayDetail) -> Shown:
    return Shown({name: getattr(stay, name) for name in ("decision_police", "seat_police", "residence_police")})


def _term_again(stay_id: str, uow: Any) -> Kept[Shown]:
    stay = get_stay(uow, stay_id)
    return Kept(_term_view(stay), stay.version)


def _police_again(stay_id: str, uow: Any) -> Kept[Shown]:
    stay = get_stay(uow, stay_id)
    return Kept(_police_view(stay), stay.version)


def _same(stay_id: str, view: Shown, uow: Any) -> Kept[Shown]:
    return Kept(view, get_stay(uow, stay_id).version)
