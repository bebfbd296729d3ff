"""Kế hoạch tái hòa nhập V-19: the person's own plan, written and kept as a paper."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require, stale_copy
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import Issued, IssuePaper
from facility_app.modules.discharge.domain import (
    ISSUE_RELEASE_PAPERS,
    WRITE_REINTEGRATION,
)
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.plan import REINTEGRATION_PLACES
from facility_app.modules.discharge.papers.payloads import (
    release_payload,
)
from facility_app.modules.discharge.queries.stored import plan_of
from facility_app.modules.discharge.service.keeping import SavedCase, case_for, done
from facility_app.modules.discharge.service.signed import PLAN, issue_signed
from facility_app.modules.discharge.tables import ReintegrationPlan, ReleaseCase
from facility_app.modules.stays.api import (
    StayDetail,
    get_stay,
)


@dataclass(frozen=True, slots=True)
class IssuePlan:
    """V-19 as it stands."""

    stay_id: str
    typed: Payload = field(default_factory=dict, repr=False)


def issue_plan(uow: UnitOfWork, command: IssuePlan, forms: FormLibrary) -> Issued:
    """Keep V-19 as it stands; one made before stays in the register.

    Raises:
        UserError: ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    with uow.act("discharge.issue_plan") as act:
        case = case_for(uow, stay)
        act.about(case)
        return put_plan(uow, stay, case, command, forms)


def put_plan(
    uow: UnitOfWork,
    stay: StayDetail,
    case: ReleaseCase,
    command: IssuePlan,
    forms: FormLibrary,
    known: Payload | None = None,
) -> Issued:
    """V-19 kept as it stands, inside of a verb.

    Raises:
        UserError: ``form_incomplete``; as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    day, form = local_date(uow.now), forms.get(PLAN)
    payload = release_payload(uow, form, stay.stay_id, day, command.typed, known=known)
    issued = issue_signed(uow, stay, IssuePaper(form, payload, day))
    case.plan_paper_id = issued.paper_id
    return issued


@dataclass(frozen=True, slots=True)
class SaveReintegrationPlan:
    """Places of V-19 as they should be.

    Attributes:
        version: of the plan, as the user saw it; 0 when there was none.
        texts: place → text, only those being saved.
    """

    stay_id: str
    version: int
    texts: Mapping[str, str | None] = field(repr=False)


def save_reintegration_plan(uow: UnitOfWork, command: SaveReintegrationPlan) -> SavedCase:
    """Write the person's own plan V-19.

    Raises:
        UserError: ``plan_place_unknown``, ``text_too_long``, ``bad_fields``.
        ConflictError: ``record_changed``.
    """
    require(uow, WRITE_REINTEGRATION)
    stay, faults = get_stay(uow, command.stay_id), Faults()
    if strange := command.texts.keys() - REINTEGRATION_PLACES.keys():
        raise UserError(
            "plan_place_unknown",
            label("errors", "Mẫu V-19 không có mục {places}. Hãy bỏ mục đó."),
            places=", ".join(sorted(strange)),
        )
    texts = {name: faults.note(name, text) for name, text in command.texts.items()}
    faults.refuse()
    with uow.act("discharge.save_reintegration_plan") as act:
        plan = plan_of(uow, stay.stay_id)
        if command.version != (0 if plan is None else plan.version):
            raise stale_copy()
        if plan is None:
            plan = uow.add(ReintegrationPlan(resident_id=stay.resident_id, stay_id=stay.stay_id))
        act.about(plan)
        for name, text in texts.items():
            setattr(plan, name, text)
        done(uow, stay.stay_id, rules.PLAN)
        uow.session.flush()
        return SavedCase(plan.id, plan.version)
