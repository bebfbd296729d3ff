"""Fields the forms of education share."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.modules.education.queries.classes import list_programmes
from facility_app.modules.education.queries.screens import (
    find_people,
    find_person,
    find_teachers,
    list_class_choices,
    list_places,
    name_teachers,
)
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.shell.spec import PageContext

PERSON_HINT = label("education", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
Read = Callable[[Any], Sequence[Named]]


def person_field(context: PageContext, head: Label, *, is_required: bool = True) -> PersonField:
    """Somebody."""
    return PersonField(
        "resident_id", head, runner=context.runner, lookup=_people, find=_person, is_required=is_required,
        hint=PERSON_HINT,
    )  # fmt: skip


def teacher_field(context: PageContext, name: str, head: Label) -> PersonField:
    """A member of staff."""
    return PersonField(name, head, runner=context.runner, lookup=_teachers, find=_teacher, is_required=True)


def room_field(context: PageContext, head: Label) -> LookupField:
    """A meeting room."""
    return _chooser(context, "room_id", head, list_places, is_required=False)


def class_field(context: PageContext, head: Label, *, is_required: bool = True) -> LookupField:
    """A class that runs."""
    return _chooser(context, "class_id", head, list_class_choices, is_required=is_required)


def programme_field(context: PageContext, head: Label) -> LookupField:
    """A programme."""
    return _chooser(context, "programme_id", head, _programmes, is_required=False)


def _chooser(context: PageContext, name: str, head: Label, read: Read, *, is_required: bool) -> LookupField:
    return LookupField(
        name, head, runner=context.runner, lookup=partial(_found, read), find=partial(_one, read),
        is_required=is_required,
    )  # fmt: skip


def _programmes(uow: Any) -> Sequence[Named]:
    return tuple(Named(row.programme_id, row.name) for row in list_programmes(uow))


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _found(read: Read, uow: Any, text: str) -> Sequence[Choice]:
    return ranked(tuple(map(_choice, read(uow))), text)


def _one(read: Read, uow: Any, wanted: str) -> Choice | None:
    return next((_choice(one) for one in read(uow) if one.id == wanted), None)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    found = find_person(uow, resident_id)
    return None if found is None else _choice(found)


def _teachers(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_teachers(uow, text)))


def _teacher(uow: Any, member_id: str) -> Choice | None:
    name = name_teachers(uow, [member_id]).get(member_id)
    return None if name is None else Choice(member_id, name)
