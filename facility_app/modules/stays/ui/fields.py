"""Fields that forms about a stay have in common: days that have come, a time of the day, people, staff, papers."""

from collections.abc import Sequence
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.stays.queries.choices import find_member, find_people, find_person, find_staff
from facility_app.ui.forms import usual
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.shell.spec import PageContext

REASON = label("terms", "Lý do")
NOTE = label("terms", "Ghi chú")
PAPER_NUMBER = label("stays", "Số, ký hiệu giấy tờ")
PAPER_ON = label("stays", "Ngày của giấy tờ")


def reason_note(name: str = "reason", *, is_required: bool = False, hint: Label | None = None) -> NoteField:
    """Why, in a sentence or two."""
    return NoteField(name, REASON, is_required=is_required, hint=hint, limit=usual.LINE_LIMIT, lines=2)


def note_line(name: str = "note", *, hint: Label | None = None) -> NoteField:
    """Whatever else should be known."""
    return NoteField(name, NOTE, hint=hint, limit=usual.LINE_LIMIT, lines=2)


def paper_fields(context: PageContext) -> tuple[TextField, DateField]:
    """Number and day of the paper something rests on."""
    return usual.number_line("paper_number", PAPER_NUMBER), usual.past_day(context, "paper_on", PAPER_ON)


def person_field(context: PageContext, name: str, head: Label) -> PersonField:
    """A resident."""
    return PersonField(
        name,
        head,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=True,
        hint=label("stays", "Tên, mã hoặc số cuối giấy tờ, không cần dấu"),
    )


def staff_field(context: PageContext, name: str, head: Label) -> LookupField:
    """A member of staff."""
    return LookupField(name, head, runner=context.runner, lookup=_staff, find=_member)


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else _choice(found)


def _staff(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_staff(uow, text)))


def _member(uow: Any, member_id: str) -> Choice | None:
    found = find_member(uow, member_id)
    return None if found is None else _choice(found)
