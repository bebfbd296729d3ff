"""V-51 to everybody its article names: one number, a line for each."""

from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import AddresseeKind, Issued, IssuePaper
from facility_app.modules.discharge.domain import ISSUE_RELEASE_PAPERS
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.law import (
    law_of,
)
from facility_app.modules.discharge.papers.payloads import (
    release_payload,
)
from facility_app.modules.discharge.service.keeping import case_for, done
from facility_app.modules.discharge.service.signed import NOTICE, issue_signed, parties_of
from facility_app.modules.stays.api import (
    STAY_TYPE_LABELS,
    get_stay,
    known_of,
)


@dataclass(frozen=True, slots=True)
class IssueNotice:
    """V-51 to everybody its article names.

    Attributes:
        signer_id: who signs; None for the head.
        again_reason: why it is sent once more; needed when there is one that counts.
        typed: what somebody at the form said; wins over what the files say.
    """

    stay_id: str
    signer_id: str | None = None
    issued_on: date | None = None
    again_reason: str = field(default="", repr=False)
    typed: Payload = field(default_factory=dict, repr=False)


def issue_notice(uow: UnitOfWork, command: IssueNotice, forms: FormLibrary) -> Issued:
    """Give V-51 one number and a line for each addressee the article names.

    Raises:
        UserError: ``no_notice`` for a type that has none; ``notice_made_already``; ``form_incomplete``;
            as ``issue_paper``.
    """
    require(uow, ISSUE_RELEASE_PAPERS)
    stay = get_stay(uow, command.stay_id)
    law, day = law_of(stay.stay_type), command.issued_on or local_date(uow.now)
    if not law.notice_article:
        raise UserError(
            "no_notice",
            label("errors", "Diện “{type}” không có thông báo V-51. Hãy dùng văn bản khác nếu cần báo."),
            type=STAY_TYPE_LABELS[stay.stay_type],
        )
    with uow.act("discharge.issue_notice", reason=command.again_reason or None) as act:
        case = case_for(uow, stay)
        act.about(case)
        if case.notice_id is not None:
            _require_again(command.again_reason)
        form, known = forms.get(NOTICE), known_of(uow, stay.stay_id, day)
        parties = parties_of(uow, stay, case, forms, day, known)
        payload = dict(release_payload(uow, form, stay.stay_id, day, command.typed, known=known))
        if not any(one.kind is AddresseeKind.FAMILY for one in parties.of_notice()):
            payload.pop("representative_full_name", None)
        issued = issue_signed(
            uow, stay, IssuePaper(form, payload, day, addressees=parties.of_notice()), command.signer_id
        )
        case.notice_id, case.notice_received_on = issued.paper_id, None
        done(uow, stay.stay_id, rules.NOTICE)
    return issued


def _require_again(reason: str) -> None:
    if not reason.strip():
        raise UserError(
            "notice_made_already",
            label(
                "errors",
                "Thông báo V-51 của lần cai nghiện này đã lập. Gửi lại, ví dụ vì ngày ra cơ sở đã đổi, thì ghi lý "
                "do.",
            ),
            fields={"again_reason": label("errors", "Cần lý do gửi lại")},
        )
    require_reason(reason)
