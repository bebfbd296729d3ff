"""What tests find on the screens of stays, and the people they are about."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QWidget

from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.service.people import RegisterResident, register_resident
from facility_app.modules.stays.domain.decisions import DecisionFacts
from facility_app.modules.stays.domain.types import AdmissionReason, StayType
from facility_app.modules.stays.service.admission import AdmitResident, admit_resident
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.ui.stages_pane import StagesPane
from facility_app.modules.stays.ui.stay_list import PERSON_PAGE, TERM_PART
from facility_app.modules.stays.ui.term_pane import TermPane
from facility_app.ui.dialogs import FormDialog
from facility_app.ui.forms.choice_fields import ChoosingField
from facility_app.ui.record_page import RecordPage
from tests.helpers.screens import Screens

COURT = "Tòa án nhân dân khu vực 2"
DECISION = DecisionFacts("118", date(2026, 11, 16), COURT, "QĐ-TA", decided_months=24)
"""Of five days before the morning the tests work in."""
TYPED = {
    "admission_reason": "NOT_STARTED",
    "admitted_on": "21/11/2026",
    "number": "118",
    "symbol": "QĐ-TA",
    "issued_on": "16/11/2026",
    "authority": COURT,
    "decided_months": "24",
}
"""A compulsory adult as the form is filled in."""


def person(seat: Screens, name: str = "Lý Văn Bình", birth_on: date = date(1995, 3, 12)) -> str:
    """Somebody written down; the answer is their id."""
    made = seat.write(
        lambda uow: register_resident(uow, RegisterResident(Person(name, Sex.MALE, birth_on=birth_on)))
    )
    return made.resident_id


def admitted(
    seat: Screens,
    resident_id: str,
    stay_type: StayType = StayType.COMPULSORY_ADULT,
    decision: DecisionFacts | None = DECISION,
    on: date = date(2026, 11, 20),
    **more: Any,
) -> SavedStay:
    """That person taken in, at another desk."""
    order = AdmitResident(resident_id, stay_type, AdmissionReason.NOT_STARTED, on, decision, **more)
    return seat.write(lambda uow: admit_resident(uow, order))


def part(seat: Screens, resident_id: str, part_id: str = TERM_PART) -> Any:
    """The tab of a person's page, open."""
    page = seat.open(PERSON_PAGE, resident_id, tab=part_id)
    assert isinstance(page, RecordPage)
    found = page.tabs.stack.currentWidget()
    assert found is not None
    return found


def term(seat: Screens, resident_id: str) -> TermPane:
    """The tab of the term."""
    found = part(seat, resident_id)
    assert isinstance(found, TermPane)
    return found


def stages(seat: Screens, resident_id: str) -> StagesPane:
    """The tab of the stages."""
    found = part(seat, resident_id, "stays.stages")
    assert isinstance(found, StagesPane)
    return found


def dialog(pane: QWidget) -> FormDialog[Any]:
    """The form that is open."""
    (found,) = [one for one in pane.findChildren(FormDialog) if one.isVisible()]
    return found


def type_in(form_dialog: FormDialog[Any], typed: Mapping[str, str]) -> None:
    """Type into fields as one does: codes by their id, and each field left afterwards."""
    form = form_dialog.form
    for name, text in typed.items():
        field = form.fields[name]
        if isinstance(field, ChoosingField):
            field.choose(field._known(text))
        else:
            field.set_typed(text)
        field.settled.emit()


def why(pane: TermPane) -> str:
    """The question above the ledger."""
    assert pane.ledger.head is not None
    return pane.ledger.head._title.text()


def words_of(widget: QWidget) -> str:
    """Everything its labels say."""
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def chips(pane: TermPane) -> list[str]:
    """The words of the chips above the term."""
    return [one.text() for one in pane.head.chips]


def verbs(pane: TermPane) -> list[str]:
    """Ids of what can be done, in order."""
    return [one.spec.id for one in pane.head.bar.commands()]
