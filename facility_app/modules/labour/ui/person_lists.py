"""What one person needs before working, as lists with their verbs: registrations and safety training."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from facility_app.kernel.dates import add_months
from facility_app.kernel.labels import Label, label
from facility_app.modules.labour.domain.rights import ARRANGE_LABOUR
from facility_app.modules.labour.queries.people import (
    RegistrationRow,
    TrainingRow,
    list_registrations,
    list_trainings,
)
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.people import (
    RecordTraining,
    RegisterForLabour,
    WithdrawRegistration,
    record_training,
    register_for_labour,
    void_training,
    withdraw_registration,
)
from facility_app.modules.labour.ui import fields, places
from facility_app.modules.labour.ui import words as said
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown, new_form, shown
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.spec import PageContext

REGISTRATIONS, TRAININGS = label("labour", "Đăng ký lao động"), label("labour", "Huấn luyện an toàn")
NOT_REGISTERED = label("labour", "Chưa đăng ký lao động trị liệu (NĐ 163/2026 Đ117.2).")
NOT_TRAINED = label("labour", "Chưa huấn luyện an toàn lần nào.")
FROM, WISH, SIGNED = label("terms", "Từ ngày"), label("labour", "Muốn làm"), label("labour", "Người ký")
WITHDRAWN, WHY = label("labour", "Rút từ ngày"), label("labour", "Lý do rút")
TRAINED_ON, VALID = label("labour", "Ngày huấn luyện"), label("labour", "Hết hạn")
FOR_WORK, TRAINER = label("labour", "Cho công việc"), label("labour", "Người huấn luyện")
CONTENT = label("labour", "Nội dung huấn luyện")
ANY_WORK = label("labour", "mọi việc thông thường")
WHATEVER = label("labour", "việc nào cũng được")
REGISTER = label("verbs", "Ghi đăng ký lao động")
WITHDRAW = label("verbs", "Ghi rút đăng ký lao động")
TRAIN = label("verbs", "Ghi huấn luyện an toàn")
VOID_TRAINING = label("verbs", "Gạch bỏ huấn luyện ghi nhầm")
REGISTERED, GONE = label("labour", "Đã ghi đăng ký."), label("labour", "Đã ghi rút đăng ký.")
TRAINED, STRUCK = label("labour", "Đã ghi huấn luyện an toàn."), label("ui", "Đã gạch bỏ.")
IS_WITHDRAWN = label("labour", "Đăng ký này đã rút.")
SIGNED_HINT = label("labour", "Người cai nghiện; dưới 18 tuổi thì cả người đại diện")
WISH_HINT = label("labour", "Để trống nếu việc nào cũng được")
WORK_HINT = label("labour", "Để trống: mọi việc thông thường. Việc nguy hiểm phải chọn đúng việc")
VOID_TEXT = label("labour", "Huấn luyện ngày {day}, hết hạn {until}: không còn được tính.")
A_YEAR = 12
"""Months the form proposes; whoever trains decides, no norm was read."""


class Chosen:
    """Whose lists these are."""

    def __init__(self, resident_id: str = "", name: str = "") -> None:
        """Somebody, or nobody yet."""
        self.resident_id, self.name = resident_id, name


def registrations_spec(chosen: Chosen) -> ListSpec[Any]:
    """Every registration, the last one first."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("registered_on", FROM, lambda row: said.day(row.registered_on), width=112, is_strong=True),
        ColumnSpec("wish", WISH, _wish, width=160),
        ColumnSpec("signed", SIGNED, lambda row: row.signed_name, width=150),
        ColumnSpec("withdrawn_on", WITHDRAWN, lambda row: said.day(row.withdrawn_on), width=104),
        ColumnSpec("why", WHY, lambda row: row.withdrawn_note or "", width=140, gives_way=1),
    )
    return short_list(
        "labour.registrations", REGISTRATIONS, NOT_REGISTERED, columns, partial(_registrations, chosen),
        _registration_id, places.CONDITION_TABLES,
    )  # fmt: skip


def trainings_spec(chosen: Chosen) -> ListSpec[Any]:
    """Every safety training, the last one first."""
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("trained_on", TRAINED_ON, lambda row: said.day(row.trained_on), width=120, is_strong=True),
        ColumnSpec("valid_until", VALID, lambda row: said.day(row.valid_until), width=100),
        ColumnSpec("work", FOR_WORK, _work, width=150),
        ColumnSpec("trainer", TRAINER, lambda row: row.trainer_name, width=140, gives_way=1),
        ColumnSpec("content", CONTENT, lambda row: row.content or "", width=150, gives_way=2),
    )
    return short_list(
        "labour.trainings", TRAININGS, NOT_TRAINED, columns, partial(_trainings, chosen), _training_id,
        places.CONDITION_TABLES,
    )  # fmt: skip


def registration_verbs(chosen: Chosen) -> tuple[FormVerb[Any], ...]:
    """On the registrations."""
    add: FormVerb[Any] = FormVerb(
        id="labour.register", text=REGISTER, permission=ARRANGE_LABOUR, icon="writing", told=REGISTERED,
        needs_row=False, form=_register_form, begin=partial(_register_begin, chosen),
        save=partial(_register, chosen),
    )  # fmt: skip
    withdraw: FormVerb[Any] = FormVerb(
        id="labour.withdraw_registration", text=WITHDRAW, permission=ARRANGE_LABOUR, icon="x", told=GONE,
        form=_withdraw_form, begin=_withdraw_begin, save=_withdraw, version=_version, why_not=_why_withdrawn,
    )  # fmt: skip
    return add, withdraw


def training_verbs(chosen: Chosen) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    """On the safety training."""
    add: FormVerb[Any] = FormVerb(
        id="labour.record_training", text=TRAIN, permission=ARRANGE_LABOUR, icon="shield-check", told=TRAINED,
        needs_row=False, form=training_form, begin=training_begin, save=partial(_train, chosen),
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id="labour.void_training", text=VOID_TRAINING, permission=ARRANGE_LABOUR, icon="ban", told=STRUCK,
        title=VOID_TRAINING, about=_about_training, button=VOID_TRAINING, save=_void, is_dangerous=True,
    )  # fmt: skip
    return add, void


def training_form(context: PageContext) -> Form[Any]:
    """When, until when, by whom, for what."""
    form = new_form()
    form.add(
        usual.past_day(context, "trained_on", TRAINED_ON, is_required=True),
        usual.any_day(context, "valid_until", VALID, is_required=True),
    )
    form.add(usual.line("trainer_name", TRAINER, is_required=True))
    form.add(fields.work_field(context, FOR_WORK, hint=WORK_HINT))
    form.add(usual.line("content", CONTENT))
    return form


def training_begin(context: PageContext, _row: Any) -> Shown:
    """Today, for a year."""
    today = context.today()
    return shown(trained_on=today, valid_until=add_months(today, A_YEAR))


def train(uow: Any, resident_ids: Sequence[str], v: Mapping[str, Any]) -> int:
    """The decision about several people."""
    return record_training(
        uow,
        RecordTraining(
            tuple(resident_ids), v["trained_on"], v["valid_until"], v["trainer_name"] or "", v["work_type_id"],
            v["content"],
        ),
    )  # fmt: skip


def _register_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        usual.past_day(context, "registered_on", FROM, is_required=True),
        usual.line("signed_name", SIGNED, is_required=True, hint=SIGNED_HINT),
        spans=(4, 8),
    )
    form.add(fields.work_field(context, WISH, hint=WISH_HINT))
    return form


def _register_begin(chosen: Chosen, context: PageContext, _row: Any) -> Shown:
    return shown(registered_on=context.today(), signed_name=chosen.name or None)


def _withdraw_form(context: PageContext) -> Form[Any]:
    form = new_form()
    form.add(
        usual.any_day(context, "withdrawn_on", WITHDRAWN, is_required=True), usual.line("note", WHY), spans=(4, 8)
    )
    return form


def _withdraw_begin(context: PageContext, _row: Any) -> Shown:
    return shown(withdrawn_on=context.today())


def _registrations(chosen: Chosen, uow: Any) -> Sequence[RegistrationRow]:
    return list_registrations(uow, chosen.resident_id) if chosen.resident_id else ()


def _trainings(chosen: Chosen, uow: Any) -> Sequence[TrainingRow]:
    return list_trainings(uow, (chosen.resident_id,)) if chosen.resident_id else ()


def _registration_id(row: RegistrationRow) -> str:
    return row.registration_id


def _training_id(row: TrainingRow) -> str:
    return row.training_id


def _version(row: RegistrationRow) -> int:
    return row.version


def _wish(row: RegistrationRow) -> str:
    return row.work_type or tr(WHATEVER)


def _work(row: TrainingRow) -> str:
    return row.work_type or tr(ANY_WORK)


def _register(chosen: Chosen, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> str:
    command = RegisterForLabour(chosen.resident_id, v["signed_name"] or "", v["work_type_id"], v["registered_on"])
    return register_for_labour(uow, command)


def _withdraw(uow: Any, registration_id: str, version: int, v: Mapping[str, Any]) -> None:
    withdraw_registration(uow, WithdrawRegistration(registration_id, version, v["note"], v["withdrawn_on"]))


def _why_withdrawn(row: RegistrationRow) -> Label | None:
    return None if row.withdrawn_on is None else IS_WITHDRAWN


def _train(chosen: Chosen, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> int:
    return train(uow, (chosen.resident_id,), v)


def _void(uow: Any, row: TrainingRow, reason: str) -> None:
    void_training(uow, Seen(row.training_id, row.version), reason)


def _about_training(row: TrainingRow) -> str:
    return tr(VOID_TEXT, day=said.day(row.trained_on), until=said.day(row.valid_until))
