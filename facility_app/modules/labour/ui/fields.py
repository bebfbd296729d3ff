"""Fields the forms of labour share."""

from collections.abc import Callable, Sequence
from datetime import time
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.kernel.named import Named
from facility_app.kernel.typed_times import minutes_of
from facility_app.modules.labour.domain.sheets import Shift
from facility_app.modules.labour.queries.screens import (
    find_officer,
    find_officers,
    find_people,
    find_person,
)
from facility_app.modules.labour.queries.teams import list_labour_teams, list_work_types
from facility_app.ui.forms.lookup_fields import LookupField, PersonField
from facility_app.ui.forms.picker import Choice, ranked
from facility_app.ui.shell.spec import PageContext

PERSON = label("terms", "Người cai nghiện")
PERSON_HINT = label("labour", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")
Read = Callable[[Any], Sequence[Named]]


def person_field(context: PageContext) -> PersonField:
    """Somebody."""
    return PersonField(
        "resident_id", PERSON, runner=context.runner, lookup=_people, find=_person, is_required=True,
        hint=PERSON_HINT,
    )  # fmt: skip


def officer_field(context: PageContext, head: Label) -> PersonField:
    """A member of staff."""
    return PersonField(
        "officer_id", head, runner=context.runner, lookup=_officers, find=_officer, is_required=True
    )


def work_field(
    context: PageContext, head: Label, *, is_required: bool = False, hint: Label | None = None
) -> LookupField:
    """A kind of work."""
    return _chooser(context, "work_type_id", head, _works, is_required=is_required, hint=hint)


def team_field(context: PageContext, head: Label) -> LookupField:
    """A team."""
    return _chooser(context, "team_id", head, _teams, is_required=True)


def at(minute: int) -> time:
    """The time of a minute of the day."""
    return time(minute // 60 % 24, minute % 60)


def shift_of(values: Any) -> Shift:
    """What was typed of a shift: ``starts``, ``ends`` and ``rest``."""
    return Shift(minutes_of(values["starts"]), minutes_of(values["ends"]), int(values["rest"] or 0))


def _chooser(
    context: PageContext, name: str, head: Label, read: Read, *, is_required: bool, hint: Label | None = None
) -> LookupField:
    return LookupField(
        name, head, runner=context.runner, lookup=partial(_found, read), find=partial(_one, read),
        is_required=is_required, hint=hint,
    )  # fmt: skip


def _works(uow: Any) -> Sequence[Named]:
    return tuple(Named(row.work_type_id, row.name, row.code) for row in list_work_types(uow))


def _teams(uow: Any) -> Sequence[Named]:
    return tuple(Named(row.team_id, row.name, f"{row.code} · {row.work}") for row in list_labour_teams(uow))


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


def _officers(uow: Any, text: str) -> Sequence[Choice]:
    return tuple(map(_choice, find_officers(uow, text)))


def _officer(uow: Any, member_id: str) -> Choice | None:
    found = find_officer(uow, member_id)
    return None if found is None else _choice(found)
