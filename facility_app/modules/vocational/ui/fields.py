"""Fields the forms of trades and jobs share."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, Final

from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.vocational.queries.screens import (
    choose_employers,
    choose_modules,
    choose_rooms,
    choose_schools,
    choose_vacancies,
    find_people,
    find_staff,
    name_people,
    name_staff,
)
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField, NumberField
from facility_app.ui.shell.spec import PageContext

PERSON, REASON = label("vocational", "Người cai nghiện"), label("terms", "Lý do")
PERSON_HINT = label("vocational", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
ROOM = label("vocational", "Phòng học, xưởng")
LONG: Final = 2_000


def facts_of(_context: PageContext, row: Any) -> Any:
    """A form that begins with the facts of its row."""
    return row.facts


def today(name: str) -> Callable[[PageContext, Any], Shown]:
    """A form that begins with today in one field."""
    return partial(_today, name)


def _today(name: str, context: PageContext, _row: Any) -> Shown:
    return shown(**{name: context.today()})


def line(name: str, head: Label, *, is_required: bool = False, hint: Label | None = None) -> TextField:
    """One line of text."""
    return TextField(name, head, is_required=is_required, hint=hint, limit=LINE_LIMIT)


def note(name: str, head: Label, *, lines: int = 2) -> NoteField:
    """A longer text."""
    return NoteField(name, head, limit=LONG, lines=lines)


def number(
    name: str,
    head: Label,
    *,
    least: int = 0,
    most: int = 10_000,
    is_required: bool = True,
    hint: Label | None = None,
) -> NumberField:
    """A whole number."""
    return NumberField(name, head, least=least, most=most, is_required=is_required, hint=hint)


def day(context: PageContext, name: str, head: Label, *, is_required: bool = True) -> DateField:
    """Any day."""
    return DateField(name, head, today=context.today, is_required=is_required)


def past_day(context: PageContext, name: str, head: Label, *, is_required: bool = True) -> DateField:
    """A day that has come."""
    return DateField(
        name,
        head,
        today=context.today,
        years=TwoDigitYears.PAST,
        latest=context.today,
        is_required=is_required,
    )


def person(context: PageContext) -> PersonField:
    """A resident."""
    return PersonField(
        "resident_id",
        PERSON,
        runner=context.runner,
        lookup=_people,
        find=_person,
        is_required=True,
        hint=PERSON_HINT,
    )


def staff(context: PageContext, name: str, head: Label) -> PersonField:
    """A member of staff, or nobody."""
    return PersonField(name, head, runner=context.runner, lookup=_staff, find=_member)


def school(context: PageContext, name: str, head: Label) -> LookupField:
    """A partner school, or none."""
    return _lookup(context, name, head, choose_schools)


def employer(context: PageContext, name: str, head: Label, *, is_required: bool = False) -> LookupField:
    """An employer, or none."""
    return _lookup(context, name, head, choose_employers, is_required=is_required)


def vacancy(context: PageContext, name: str, head: Label) -> LookupField:
    """A vacancy, or none."""
    return _lookup(context, name, head, choose_vacancies)


def room(context: PageContext) -> LookupField:
    """A meeting room, or none."""
    return _lookup(context, "room_id", ROOM, choose_rooms)


def module(context: PageContext, course_id: str, name: str, head: Label) -> LookupField:
    """A module of a course, or none."""
    return _lookup(context, name, head, partial(_modules, course_id))


def _lookup(
    context: PageContext,
    name: str,
    head: Label,
    read: Callable[[Any], tuple[Named, ...]],
    *,
    is_required: bool = False,
) -> LookupField:
    return LookupField(
        name,
        head,
        runner=context.runner,
        lookup=partial(_found, read),
        find=partial(_one, read),
        is_required=is_required,
    )


def _choice(one: Named) -> Choice:
    return Choice(one.id, one.name, one.quiet)


def _found(read: Callable[[Any], tuple[Named, ...]], uow: Any, text: str) -> Sequence[Choice]:
    return ranked(tuple(map(_choice, read(uow))), text)


def _one(read: Callable[[Any], tuple[Named, ...]], uow: Any, wanted: str) -> Choice | None:
    return next((_choice(one) for one in read(uow) if one.id == wanted), None)


def _modules(course_id: str, uow: Any) -> tuple[Named, ...]:
    return choose_modules(uow, course_id)


def _people(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_people(uow, text)))


def _person(uow: Any, resident_id: str) -> Choice | None:
    return next(map(_choice, name_people(uow, (resident_id,))), None)


def _staff(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_staff(uow, text)))


def _member(uow: Any, member_id: str) -> Choice | None:
    found = name_staff(uow, member_id)
    return None if found is None else _choice(found)
