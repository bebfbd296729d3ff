"""The minutes of taking somebody in (V-42, V-31, V-24), issued from what stands in the case."""

from dataclasses import dataclass, field
from datetime import datetime

from facility_app.db.uow import UnitOfWork, require
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import Issued, IssuePaper, issue_paper
from facility_app.modules.intake.domain.arrival_papers import minutes_of
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.intake.papers import case_payload
from facility_app.modules.intake.tables import IntakeCase
from facility_app.modules.staff.api import find_member_of_account
from facility_app.modules.stays.api import get_stay, prefilled


@dataclass(frozen=True, slots=True)
class IssueMinutes:
    """The minutes of one case.

    Attributes:
        started_at: when the handing over began; None for what the case says, else now.
        typed: what was typed at the form; it wins.
    """

    case_id: str
    started_at: datetime | None = None
    typed: Payload = field(default_factory=dict, repr=False)


def issue_minutes(uow: UnitOfWork, command: IssueMinutes, forms: FormLibrary) -> Issued:
    """Make the minutes the type of the stay asks for.

    Raises:
        UserError: ``not_admitted``, ``no_minutes``, ``minutes_made_already``; ``form_incomplete``; as
            ``issue_paper``.
    """
    require(uow, RECEIVE)
    case = uow.get(IntakeCase, command.case_id)
    if case.stay_id is None:
        raise UserError(
            "not_admitted",
            label("errors", "Người này chưa có lần cai nghiện nào mở. Hãy ghi diện, quyết định trước."),
        )
    stay = get_stay(uow, case.stay_id)
    wanted = minutes_of(str(stay.stay_type), is_turned=case.is_turned)
    if wanted is None:
        raise UserError("no_minutes", label("errors", "Diện này không lập biên bản giao, nhận."))
    if case.minutes_id is not None:
        raise UserError(
            "minutes_made_already",
            label(
                "errors", "Biên bản đã lập và còn giá trị. Muốn lập lại, hãy hủy trong sổ văn bản đi, có lý do."
            ),
        )
    form = forms.get(wanted[0])
    started_at = command.started_at or case.delivered_at or uow.now
    day = local_date(started_at)
    member = find_member_of_account(uow, uow.actor.user_id)
    own: Payload = {
        "minutes_started_at": started_at,
        # Of another day the hour they were done is not known: a dotted line, written by hand.
        "minutes_completed_at": max(uow.now, started_at) if local_date(uow.now) == day else None,
        "receiving_name": "" if member is None else member.full_name,
        "receiving_position": None if member is None else member.title,
        "copy_count": 2,
        "delivering_copy_count": 1,
        "receiving_copy_count": 1,
        **case_payload(uow, case.id),
        **{name: value for name, value in command.typed.items() if value not in {None, ""}},
    }
    with uow.act("intake.issue_minutes") as act:
        act.about(case)
        paper = IssuePaper(
            form,
            prefilled(uow, form, stay.stay_id, day, own),
            day,
            resident_id=stay.resident_id,
            stay_id=stay.stay_id,
            subject_table="stay",
            subject_id=stay.stay_id,
            copies=2,
        )
        made = issue_paper(uow, paper)
        case.minutes_id = made.paper_id
        uow.session.flush()
    return made
