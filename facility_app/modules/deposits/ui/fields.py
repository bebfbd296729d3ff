"""Fields that forms about custody have in common: who it is about, how much, when, and who signs."""

from collections.abc import Mapping, Sequence
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.deposits.domain.money import LARGEST
from facility_app.modules.deposits.domain.signing import (
    NO_SIGNATURE_LABELS,
    SIGNER_LABELS,
    NoSignature,
    Signer,
    Signing,
)
from facility_app.modules.deposits.queries.choices import find_people, find_person
from facility_app.modules.deposits.ui.words import options
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import Shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.value_fields import DateField, MoneyField
from facility_app.ui.shell.spec import PageContext

PERSON = label("deposits", "Người cai nghiện")
AMOUNT = label("deposits", "Số tiền")
DAY = label("terms", "Ngày")
NOTE = label("terms", "Ghi chú")
REASON = label("terms", "Lý do")
COUNTERPART = label("deposits", "Người gửi, người nhận")
PERSON_HINT = label("deposits", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
OFFICER_HINT = label("deposits", "Để trống: cán bộ đang đăng nhập")


def shown(**values: object) -> Shown:
    """A beginning."""
    return Shown({"signer": Signer.RESIDENT, **values})


def past_day(context: PageContext, name: str = "happened_on", head: Label = DAY) -> DateField:
    """A day that has come; empty is today."""
    return usual.past_day(context, name, head)


def note_line(name: str = "note", head: Label = NOTE, *, is_required: bool = False) -> NoteField:
    """Whatever else should be known."""
    return NoteField(name, head, is_required=is_required, limit=usual.LINE_LIMIT, lines=2)


def money(name: str = "amount", head: Label = AMOUNT, *, is_required: bool = True) -> MoneyField:
    """An amount."""
    return MoneyField(name, head, most=LARGEST, is_required=is_required)


def person_field(context: PageContext, *, is_low: bool = False) -> PersonField:
    """A resident; ``is_low`` leaves out what may be typed."""
    return PersonField(
        "resident_id",
        PERSON,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=True,
        hint=None if is_low else PERSON_HINT,
    )


def add_signing(form: Form[Any], *, is_low: bool = False) -> None:
    """Who signs: the officer, the person or a witness with the reason.

    Args:
        form: takes the fields.
        is_low: in one row, above a sheet that wants the room.
    """
    officer = usual.line(
        "officer_name", label("deposits", "Cán bộ nhận, giao"), hint=None if is_low else OFFICER_HINT
    )
    signer = CodeField(
        "signer", label("deposits", "Bên ký thứ hai"), options=options(SIGNER_LABELS), is_required=True
    )
    witness = usual.line("witness_name", label("deposits", "Người làm chứng"))
    reason = CodeField("no_signature", label("deposits", "Vì sao không ký"), options=options(NO_SIGNATURE_LABELS))
    if is_low:
        form.add(officer, signer, witness, reason, spans=(3, 3, 3, 3))
    else:
        form.add(officer, signer)
        form.add(witness, reason)


def signing_of(values: Mapping[str, Any]) -> Signing:
    """What was typed about signatures."""
    reason = values.get("no_signature")
    return Signing(
        values.get("officer_name") or "",
        Signer(values.get("signer") or Signer.RESIDENT),
        values.get("witness_name") or "",
        NoSignature(reason) if reason else None,
    )


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else _choice(found)
