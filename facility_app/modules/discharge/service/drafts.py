"""A form of somebody on paper or in a file: the paper as it was issued, or a draft from what is known now."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import RecordPrint, find_paper_of_stay, get_paper, record_print
from facility_app.modules.discharge.domain import TAKE_DRAFTS
from facility_app.modules.discharge.papers.payloads import minutes_payload, release_payload
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


@dataclass(frozen=True, slots=True)
class TakenForm:
    """What the engine needs to set it.

    Attributes:
        number: of the issued paper; empty for one that bears none and for a draft.
        paper_id: the issued paper; None for a draft.
        qr: the sealed code; empty for a draft.
        reprint: how often it had been printed before.
    """

    form: FormSpec
    payload: Payload = field(repr=False)
    wall: Wall
    number: str = ""
    paper_id: str | None = None
    qr: str = ""
    reprint: int = 0


def take_form(uow: UnitOfWork, command: TakeForm, forms: FormLibrary) -> TakenForm:
    """The newest paper of this form that counts, its print counted; where there is none, a draft without a number.

    Raises:
        UserError: ``form_unknown``, ``form_received_only``, ``no_such_file``; as ``record_print``.
        PermissionDenied: the file stands behind the wall of health.
    """
    require(uow, TAKE_DRAFTS)
    stay, form = get_stay(uow, command.stay_id), forms.get(command.form_id)
    wall = command.wall or form.walls[0]
    if wall not in form.walls:
        raise UserError(
            "no_such_file", label("errors", "Văn bản này không có phần cần in. Hãy chọn phần khác của văn bản.")
        )
    found = find_paper_of_stay(uow, stay.stay_id, form.id)
    if found is not None:
        return _issued(uow, found.paper_id, forms, wall)
    if form.is_received:
        raise UserError(
            "form_received_only",
            label("errors", "Mẫu {form} do cơ quan khác lập; cơ sở chỉ nhận và vào sổ. Hãy vào sổ văn bản đến."),
            form=form.id,
        )
    day = local_date(uow.now)
    with uow.act("discharge.take_draft") as act:
        act.table, act.record_id = "stay", stay.stay_id
    minutes = minutes_payload(uow, uow.now)
    own = {name: value for name, value in minutes.items() if name in form.fields}
    payload = release_payload(uow, form, stay.stay_id, day, {**own, "document_date": day, **command.typed})
    return TakenForm(form, payload, wall)


def _issued(uow: UnitOfWork, paper_id: str, forms: FormLibrary, wall: Wall) -> TakenForm:
    is_medical = wall is Wall.MEDICAL
    printed = record_print(uow, RecordPrint(paper_id, is_medical=is_medical))
    paper = get_paper(uow, paper_id)
    content = paper.medical_file if is_medical else paper.open_file
    form = forms.get(paper.form_id, paper.form_version)
    payload = {} if content is None else restore(form, content.payload)
    qr = "" if content is None else content.qr_text
    return TakenForm(form, payload, wall, paper.number, paper_id, qr, printed.nth - 1)
