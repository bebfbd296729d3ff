"""The reason a stay ended, corrected afterwards: the day out stands, the former reason is kept, struck out."""

from dataclasses import dataclass, field
from datetime import datetime, time

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.events import ExitCorrected
from facility_app.modules.stays.domain.exits import (
    EXIT_CODE_LABELS,
    ExitCode,
    exit_article,
    exit_fits,
)
from facility_app.modules.stays.domain.leaving import notice_of
from facility_app.modules.stays.domain.rights import RELEASE
from facility_app.modules.stays.domain.types import STAY_TYPE_LABELS, EventKind
from facility_app.modules.stays.queries.stored import events_of
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import Stay, StayEvent

VERB = "stays.correct_exit"


@dataclass(frozen=True, slots=True)
class CorrectExit:
    """A stay ended for another reason than was written down.

    Attributes:
        version: of the stay, as the user saw it.
    """

    stay_id: str
    version: int
    exit_code: ExitCode
    reason: str = field(repr=False)


def correct_exit(uow: UnitOfWork, command: CorrectExit) -> SavedStay:
    """Put another reason in place of the one written down; nobody's day out moves by it.

    Raises:
        UserError: ``reason_missing``; ``stay_not_ended``, ``exit_same``, ``exit_goes_on``, ``exit_odd``; as the
            clock.
        ConflictError: ``record_changed``.
    """
    require(uow, RELEASE)
    require_reason(command.reason)
    stay = uow.get(Stay, command.stay_id, version=command.version)
    before, exited_on = stay.exit_code, stay.exited_on
    if before is None or exited_on is None:
        raise UserError(
            "stay_not_ended",
            label("errors", "Lần cai nghiện {code} chưa kết thúc nên chưa có lý do ra để sửa."),
            code=stay.code,
        )
    _check(stay, before, command.exit_code)
    with uow.act(VERB, reason=command.reason) as act:
        act.about(stay)
        _replace(uow, stay, command)
        stay.exit_code = command.exit_code
        counted = Recount.within(uow)
        answer = counted.after(stay, VERB)
        notice, former = notice_of(command.exit_code, stay.stay_type), notice_of(before, stay.stay_type)
        if former and notice != former:
            counted.withdraw(stay, former)
        if notice and notice != former:
            counted.hours(stay, notice, min(uow.now, datetime.combine(exited_on, time.max, LOCAL)))
        uow.tell(ExitCorrected(stay.id, stay.resident_id, before, command.exit_code, exited_on))
    return SavedStay.of(stay, answer.warnings)


def _check(stay: Stay, before: ExitCode, after: ExitCode) -> None:
    if after is before:
        raise UserError(
            "exit_same",
            label("errors", "Lý do ra đã là “{exit}”. Hãy chọn lý do khác, hoặc đóng lại."),
            exit=EXIT_CODE_LABELS[after],
        )
    if ExitCode.TEMP_TO_COMPULSORY in {before, after}:
        raise UserError(
            "exit_goes_on",
            label(
                "errors",
                "“{exit}” do việc chuyển sang cai nghiện bắt buộc ghi, có lần cai nghiện tiếp theo; không sửa ở "
                "đây.",
            ),
            exit=EXIT_CODE_LABELS[ExitCode.TEMP_TO_COMPULSORY],
        )
    if not exit_fits(after, stay.stay_type, stay.legal_regime):
        raise UserError(
            "exit_odd",
            label("errors", "“{exit}” không dùng cho diện {type} ({article}). Hãy chọn lý do khác."),
            fields={"exit_code": label("errors", "Không dùng cho diện này")},
            exit=EXIT_CODE_LABELS[after],
            type=STAY_TYPE_LABELS[stay.stay_type],
            article=exit_article(after, stay.legal_regime),
        )


def _replace(uow: UnitOfWork, stay: Stay, command: CorrectExit) -> None:
    """Strike the former end out, with why, and write the right one down on the same day and paper."""
    former = next((one for one in events_of(uow, stay.id) if one.kind is EventKind.END), None)
    if former is not None:
        uow.void(former, command.reason)
    uow.add(
        StayEvent(
            resident_id=stay.resident_id,
            stay_id=stay.id,
            kind=EventKind.END,
            from_on=stay.exited_on if former is None else former.from_on,
            exit_code=command.exit_code,
            paper_number=former and former.paper_number,
            paper_on=former and former.paper_on,
            note=former and former.note,
        )
    )
    uow.session.flush()
