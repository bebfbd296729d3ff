"""Writing in the medical record: notes and diagnoses, struck out with a reason and never overwritten."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import Act, UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.absences.api import record_examined
from facility_app.modules.access.api import GrantKind, UseGrant, use_grant
from facility_app.modules.treatment.domain import RIGHT_TO_NOTE, WRITE_RECORD
from facility_app.modules.treatment.domain.icd10 import IcdBook, IcdCode, tells_hiv
from facility_app.modules.treatment.domain.record import Certainty, NoteKind
from facility_app.modules.treatment.queries.icd import IcdCodes
from facility_app.modules.treatment.service.charting import Chart
from facility_app.modules.treatment.tables import Diagnosis, MedicalNote, PrivateDiagnosis


@dataclass(frozen=True, slots=True)
class WriteNote:
    """One entry.

    Attributes:
        happened_at: None for now.
        corrects_id: the entry struck out that this one stands for.
    """

    stay_id: str
    kind: NoteKind
    text: str = field(repr=False)
    happened_at: datetime | None = None
    corrects_id: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnose:
    """A diagnosis.

    Attributes:
        code: of ICD-10, with or without its dot.
        purpose: why a code that reveals HIV is written just now; for such a code alone.
    """

    stay_id: str
    code: str = field(repr=False)
    is_main: bool = False
    certainty: Certainty = Certainty.PROVISIONAL
    note: str | None = field(default=None, repr=False)
    happened_at: datetime | None = None
    corrects_id: str | None = None
    purpose: str = field(default="", repr=False)


def write_note(uow: UnitOfWork, command: WriteNote) -> str:
    """Write an entry into the record.

    Returns:
        Its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``not_found``, ``not_struck_out``; as
            ``ChartSpan.require_open``.
    """
    require(uow, RIGHT_TO_NOTE[command.kind])
    faults = Faults()
    text = faults.note("text", command.text)
    if not text:
        faults.add("field_missing", "text", label("errors", "Hãy ghi nội dung của mục này."))
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    with uow.act("treatment.write_note") as act:
        corrects_id = chart.corrected(MedicalNote, command.corrects_id)
        made = uow.add(MedicalNote(**chart.facts(at), kind=command.kind, text=text, corrects_id=corrects_id))
        act.about(made)
        uow.session.flush()
        if command.kind is NoteKind.EXAMINATION:
            record_examined(uow, chart.resident_id, at)
        return made.id


def diagnose(uow: UnitOfWork, command: Diagnose) -> str:
    """Write a diagnosis; a later main one takes the place of the one before.

    A code that reveals HIV is refused here: ``diagnose_hiv`` writes it behind its wall.

    Returns:
        Its id.

    Raises:
        UserError: ``icd_private``, ``diagnosis_there``, ``text_too_long``, ``not_found``, ``not_struck_out``; as
            ``IcdBook.checked`` and ``ChartSpan.require_open``.
    """
    require(uow, WRITE_RECORD)
    if tells_hiv(command.code):
        raise _private()
    with uow.act("treatment.diagnose") as act:
        chart, code, facts = _checked(uow, command)
        if code.is_private:
            raise _private()
        corrects_id = chart.corrected(Diagnosis, command.corrects_id)
        return _written(uow, act, uow.add(Diagnosis(**facts, **_told(code, command), corrects_id=corrects_id)))


def diagnose_hiv(uow: UnitOfWork, command: Diagnose) -> str:
    """Write a diagnosis that reveals HIV, behind the wall of the closed list; the look it needs is kept.

    Returns:
        Its id.

    Raises:
        UserError: ``icd_not_private``, ``diagnosis_there``, ``text_too_long``, ``not_found``; as
            ``IcdBook.checked``, ``ChartSpan.require_open`` and ``use_grant``.
    """
    require(uow, WRITE_RECORD)
    chart = Chart.of(uow, command.stay_id)
    found = _book(uow, chart, command).find(command.code, _on(uow, chart))
    if not (tells_hiv(command.code) or (found is not None and found.is_private)):
        raise UserError(
            "icd_not_private",
            label("errors", "Mã này không nói về HIV. Hãy ghi ở phần chẩn đoán của hồ sơ bệnh án."),
            fields={"code": label("errors", "Hãy ghi ở phần chẩn đoán")},
        )
    with uow.act("treatment.diagnose_hiv") as act:
        use_grant(uow, UseGrant(GrantKind.HIV_TREATING, chart.resident_id, command.purpose))
        _, code, facts = _checked(uow, command)
        return _written(uow, act, uow.add(PrivateDiagnosis(**facts, **_told(code, command))))


def _written(uow: UnitOfWork, act: Act, made: Diagnosis | PrivateDiagnosis) -> str:
    act.about(made)
    uow.session.flush()
    return made.id


def _checked(uow: UnitOfWork, command: Diagnose) -> tuple[Chart, IcdCode, dict[str, Any]]:
    faults = Faults()
    faults.note("note", command.note)
    faults.refuse()
    chart = Chart.of(uow, command.stay_id)
    at = chart.moment(command.happened_at)
    on = _on(uow, chart)
    code = _book(uow, chart, command).checked(command.code, on, sex=chart.person.sex, is_main=command.is_main)
    _require_new(uow, chart, code, command)
    return chart, code, chart.facts(at)


def _on(uow: UnitOfWork, chart: Chart) -> date:
    """The day that chooses the version of the codes: the end of the encounter, or today."""
    return chart.stay.exited_on or local_date(uow.now)


def _book(uow: UnitOfWork, chart: Chart, command: Diagnose) -> IcdBook:
    return IcdCodes(uow.session, uow.ports.shelf).book(command.code, _on(uow, chart))


def _private() -> UserError:
    return UserError(
        "icd_private",
        label(
            "errors",
            "Mã này cho biết tình trạng HIV nên chỉ ghi ở phần HIV, sau danh sách được biết. Hãy ghi ở đó.",
        ),
        fields={"code": label("errors", "Hãy ghi ở phần HIV")},
    )


def _require_new(uow: UnitOfWork, chart: Chart, code: IcdCode, command: Diagnose) -> None:
    table = PrivateDiagnosis if code.is_private else Diagnosis
    asked = sa.select(table.id).where(
        table.stay_id == chart.stay.stay_id,
        table.code == code.code,
        table.is_main.is_(command.is_main),
        table.certainty == command.certainty,
        table.voided_at.is_(None),
    )
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "diagnosis_there",
            label(
                "errors", "Chẩn đoán này đã có trong hồ sơ. Hãy mở lại danh sách chẩn đoán, không ghi lần thứ hai."
            ),
            fields={"code": label("errors", "Đã có")},
        )


def _told(code: IcdCode, command: Diagnose) -> dict[str, Any]:
    return {
        "code": code.code,
        "text": str(code.text),
        "is_main": command.is_main,
        "certainty": command.certainty,
        "note": (command.note or "").strip() or None,
    }
