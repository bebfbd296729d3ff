"""Whoever is back from a hospital is looked at by a doctor: a task from that moment, done by the entry of it."""

from datetime import timedelta

from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.actor import Role
from facility_app.modules.absences.queries.cases import list_cases_of
from facility_app.modules.absences.queries.doings import list_doings
from facility_app.modules.absences.service.going import SendToHospital, send_to_hospital
from facility_app.modules.absences.service.returning import TakeBack, take_back
from facility_app.modules.stays.queries.stays import get_stay
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.domain.record import NoteKind
from facility_app.modules.treatment.service.health_checks import RecordHealthCheck, record_health_check
from facility_app.modules.treatment.service.notes import WriteNote, write_note
from tests.modules.treatment.ward import DOCTOR, GUARD, HEAD, NURSE, Ward

CHECK = "absences.health_check"
OPEN = "SELECT role, due_at FROM task WHERE kind = ? AND status = 'open'"


def there_and_back(ward: Ward) -> str:
    """A man is taken to a hospital and comes back six hours later; the case."""
    version = ward.read(get_stay, ward["duc"], by=HEAD).version
    ward.write(send_to_hospital, SendToHospital(ward["man"], version, "Bệnh viện tỉnh"), by=GUARD)
    ward.later(60)
    # An examination from before he is back says nothing of how he came back.
    ward.write(write_note, WriteNote(ward["duc"], NoteKind.EXAMINATION, "khám trước khi đi", ward.now))
    ward.later(300)
    case = ward.read(list_cases_of, ward["man"], by=HEAD)[0]
    ward.write(take_back, TakeBack(case.case_id, case.version), FormLibrary({}), by=GUARD)
    return case.case_id


def test_an_examination_is_owed_from_the_return_and_done_by_the_entry_of_it(ward: Ward) -> None:
    case_id = there_and_back(ward)
    ((role, due_at),) = ward.sql(OPEN, CHECK)
    assert role == Role.DOCTOR
    assert due_at.startswith(f"{ward.now + timedelta(hours=24):%Y-%m-%d}")
    ward.later(30)
    ward.write(write_note, WriteNote(ward["duc"], NoteKind.CARE, "ăn cháo"), by=NURSE)
    assert len(ward.sql(OPEN, CHECK)) == 1
    ward.write(write_note, WriteNote(ward["duc"], NoteKind.EXAMINATION, "tỉnh, huyết áp 110/70"))
    assert ward.sql(OPEN, CHECK) == []
    assert ward.sql("SELECT status FROM task WHERE kind = ?", CHECK) == [("done",)]
    (step,) = ward.read(list_doings, case_id, by=HEAD).steps
    assert (str(step.step), step.done_at, step.how) == ("health_check", ward.now, "ghi trong hồ sơ bệnh án")


def test_a_health_check_is_an_examination_too(ward: Ward) -> None:
    there_and_back(ward)
    ward.later(30)
    check = RecordHealthCheck(ward["duc"], HealthCheckKind.YEARLY, "khỏe", "ổn định", HealthVerdict.WELL)
    ward.write(record_health_check, check, by=DOCTOR)
    assert ward.sql(OPEN, CHECK) == []
