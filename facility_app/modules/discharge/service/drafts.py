"""A form of somebody on paper or in a file: the paper as it was issued, or a draft from what is known now."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import Wall
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import (
    READ_HEALTH_PAPERS,
    TakenForm,
    find_paper_of_stay,
    take_issued,
    wall_of,
)
from facility_app.modules.discharge.domain import TAKE_DRAFTS
from facility_app.modules.discharge.papers.payloads import minutes_payload, release_payload
from facility_app.modules.discharge.service.signed import RECEIPT
from facility_app.modules.stays.api import get_stay


@dataclass(frozen=True, slots=True)
class TakeForm:
    """A form of a stay, to be set.

    Attributes:
        form_id: e.g. ``V-50``.
        wall: which of its files; None for the first it has.
        typed: what later slices or somebody at the form said; only for a draft.
    """

    stay_id: str
    form_id: str
    wall: Wall | None = None
    typed: Payload = field(default_factory=dict, repr=False)


def take_form(uow: UnitOfWork, command: TakeForm, forms: FormLibrary) -> TakenForm:
    """The newest paper of this form that counts, its print counted; where there is none, a draft without a number.

    Raises:
        UserError: ``form_unknown``, ``form_received_only``, ``no_such_file``; as ``record_print``.
        PermissionDenied: the file stands behind the wall of health.
    """
    require(uow, TAKE_DRAFTS)
    stay, form = get_stay(uow, command.stay_id), forms.get(command.form_id)
    wall = wall_of(form, command.wall)
    found = find_paper_of_stay(uow, stay.stay_id, form.id)
    if found is not None:
        return take_issued(uow, found.paper_id, forms, wall)
    if form.is_received:
        raise UserError(
            "form_received_only",
            label("errors", "Mẫu {form} do cơ quan khác lập; cơ sở chỉ nhận và vào sổ. Hãy vào sổ văn bản đến."),
            form=form.id,
        )
    if wall is Wall.MEDICAL:
        require(uow, READ_HEALTH_PAPERS)
    day = local_date(uow.now)
    with uow.act("discharge.take_draft") as act:
        act.table, act.record_id = "stay", stay.stay_id
    # In V-23 the facility gives; of other minutes the slice whose paper they are knows who does.
    own = minutes_payload(uow) if form.id == RECEIPT else {}
    payload = release_payload(uow, form, stay.stay_id, day, {**own, "document_date": day, **command.typed})
    return TakenForm(form, payload, wall)
