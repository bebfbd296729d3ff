"""Somebody inside, found by name, code or last digits; the value is the stay."""

from collections.abc import Sequence
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.treatment.queries.ward import WardPerson, find_patient, find_patients
from facility_app.ui.forms.lookup_fields import PersonField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.shell.spec import PageContext

PERSON = label("treatment", "Người cai nghiện")
PERSON_HINT = label("treatment", "Tên, mã hoặc số cuối giấy tờ, không cần dấu")


def patient_field(context: PageContext, name: str = "stay_id") -> PersonField:
    """Somebody who is inside now."""
    return PersonField(
        name,
        PERSON,
        runner=context.runner,
        lookup=_patients,
        find=_patient,
        is_required=True,
        hint=PERSON_HINT,
    )


def choice_of(one: WardPerson) -> Choice:
    """How somebody is offered."""
    return Choice(one.stay_id, one.name, one.quiet)


def _patients(uow: Any, typed: str) -> Sequence[Choice]:
    return tuple(map(choice_of, find_patients(uow, typed)))


def _patient(uow: Any, stay_id: str) -> Choice | None:
    found = find_patient(uow, stay_id)
    return None if found is None else choice_of(found)
