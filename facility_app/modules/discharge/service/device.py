"""Giám sát điện tử: a public facility carries the decision out, at a private one the police do (Đ16.3, Đ17.4)."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import UnitKind, get_facility
from facility_app.modules.correspondence.api import IssuePaper, issue_paper
from facility_app.modules.discharge.domain import FIT_DEVICE
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.papers.payloads import executing_payload, release_payload
from facility_app.modules.discharge.queries.stored import case_of
from facility_app.modules.discharge.service.keeping import SavedCase, case_for, done
from facility_app.modules.discharge.tables import ReleaseCase
from facility_app.modules.stays.api import StayDetail, get_stay

MINUTES, PLEDGE = "I-03", "I-04"


@dataclass(frozen=True, slots=True)
class FitDevice:
    """The device is on.

    Attributes:
        version: of the case, as the user saw it.
        fitted_at: when; None for now.
        typed: what somebody at the forms said: who carries it out, where, the representative's papers.
    """

    stay_id: str
    version: int
    device_number: str
    position: str
    condition: str
    accessories: str = ""
    fitted_at: datetime | None = None
    typed: Payload = field(default_factory=dict, repr=False)


def fit_device(uow: UnitOfWork, command: FitDevice, forms: FormLibrary) -> SavedCase:
    """Write down that the decision was carried out; a public facility makes I-03 and I-04 with it.

    Raises:
        UserError: ``monitoring_missing`` without the decision; ``field_missing``, ``text_too_long``,
            ``bad_fields``; ``form_incomplete``; as ``issue_paper``.
        ConflictError: ``record_changed``.
    """
    require(uow, FIT_DEVICE)
    stay = get_stay(uow, command.stay_id)
    _require_decision(case_of(uow, stay.stay_id))
    faults = Faults()
    number = faults.line("device_number", command.device_number, needed=label("errors", "Cần số thiết bị."))
    position = faults.line("position", command.position, needed=label("errors", "Cần vị trí đeo thiết bị."))
    condition = faults.line("condition", command.condition, needed=label("errors", "Cần tình trạng thiết bị."))
    accessories = faults.line("accessories", command.accessories)
    faults.past_day("fitted_at", local_date(command.fitted_at or uow.now), local_date(uow.now))
    faults.refuse()
    by_police = get_facility(uow).unit_kind is UnitKind.PRIVATE
    with uow.act("discharge.fit_device") as act:
        case = case_for(uow, stay, command.version)
        act.about(case)
        case.device_number, case.device_position = number, position
        case.device_condition, case.device_accessories = condition, accessories
        case.device_fitted_at, case.is_device_by_police = command.fitted_at or uow.now, by_police
        uow.session.flush()
        if not by_police:
            case.device_minutes_id = _issue(uow, stay, case, MINUTES, command, forms)
            case.device_pledge_id = _issue(uow, stay, case, PLEDGE, command, forms)
        done(uow, stay.stay_id, rules.DEVICE)
        return SavedCase.of(uow, case)


def _issue(
    uow: UnitOfWork, stay: StayDetail, case: ReleaseCase, form_id: str, command: FitDevice, forms: FormLibrary
) -> str:
    started_at = case.device_fitted_at or uow.now
    form, day = forms.get(form_id), local_date(started_at)
    own = {**executing_payload(uow, started_at), **command.typed}
    payload = release_payload(uow, form, stay.stay_id, day, own)
    made = issue_paper(
        uow,
        IssuePaper(
            form,
            payload,
            day,
            resident_id=stay.resident_id,
            stay_id=stay.stay_id,
            subject_table="stay",
            subject_id=stay.stay_id,
        ),
    )
    return made.paper_id


def _require_decision(case: ReleaseCase | None) -> None:
    if case is None or case.monitoring_number is None:
        raise UserError(
            "monitoring_missing",
            label(
                "errors",
                "Chưa ghi quyết định giám sát điện tử (I-02) nên chưa gắn thiết bị (NĐ 163/2026 Đ17.1). Hãy ghi "
                "số, ngày của quyết định trước.",
            ),
        )
