"""Where the person is: one verb for each arrow, each with its event of the term, its paper and its moment."""

from dataclasses import dataclass, field
from datetime import date, datetime

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import LOCAL, format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain import presence as arrows
from facility_app.modules.stays.domain.articles import EVENT_ARTICLES, VOLUNTARY_LEAVES
from facility_app.modules.stays.domain.events import PresenceChanged
from facility_app.modules.stays.domain.exits import EXIT_CODE_LABELS, ExitCode
from facility_app.modules.stays.domain.presence import PRESENCE, event_of
from facility_app.modules.stays.domain.rights import (
    RECORD_ABSENCE,
    RECORD_ESCAPE,
    SETTLE_TERM,
    SUSPEND,
    TAKE_BACK,
    TRANSFER,
)
from facility_app.modules.stays.domain.typed import checked_paper
from facility_app.modules.stays.domain.types import ADDING_KINDS, DATED_KINDS, CountsAs, EventKind
from facility_app.modules.stays.queries.stored import events_of
from facility_app.modules.stays.service.counting import Recount
from facility_app.modules.stays.service.saved import SavedStay
from facility_app.modules.stays.tables import PresenceChange, Stay, StayEvent


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody goes out, is missed, or comes back.

    Attributes:
        version: of the stay, as the user saw it.
        happened_at: the moment it happened; None for now.
        paper_number: the paper it rests on, with ``paper_on``.
        counts_as: of coming back from remand, how an officer decided those days count.
    """

    stay_id: str
    version: int
    happened_at: datetime | None = None
    paper_number: str | None = None
    paper_on: date | None = None
    counts_as: CountsAs | None = None
    note: str | None = field(default=None, repr=False)


def send_to_hospital(uow: UnitOfWork, command: Move) -> SavedStay:
    """Send somebody to a hospital; the days count (Đ114.4).

    Raises:
        UserError: ``step_not_allowed``, ``moment_odd``, ``moment_without_zone``; as ``checked_paper``.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_ABSENCE)
    return _Moving(uow, command).go(arrows.SEND_TO_HOSPITAL)


def hand_over_for_proceedings(uow: UnitOfWork, command: Move) -> SavedStay:
    """Hand somebody over to a body of criminal procedure; the days count (Đ111.4). Raises as others here."""
    require(uow, RECORD_ABSENCE)
    return _Moving(uow, command).go(arrows.HAND_OVER_FOR_PROCEEDINGS)


def let_go_to_funeral(uow: UnitOfWork, command: Move) -> SavedStay:
    """Let somebody go home for a funeral; the days count (Đ121.1). Raises as others here."""
    require(uow, RECORD_ABSENCE)
    return _Moving(uow, command).go(arrows.LET_GO_TO_FUNERAL)


def record_escape(uow: UnitOfWork, command: Move) -> SavedStay:
    """Write down that somebody is missed; without the number of V-43 no day is added (Đ109.3).

    Whoever is at the gate may write the paper down too; its days are added once the head has confirmed it.

    Raises:
        UserError: ``escape_of_voluntary``; as others here.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_ESCAPE)
    return _Moving(uow, command).go(arrows.RECORD_ESCAPE_VERB)


def record_overstay(uow: UnitOfWork, command: Move) -> SavedStay:
    """Write down that somebody has not come back from a funeral (Đ121.4). Raises as ``record_escape``."""
    require(uow, RECORD_ESCAPE)
    return _Moving(uow, command).go(arrows.RECORD_OVERSTAY)


def record_remand(uow: UnitOfWork, command: Move) -> SavedStay:
    """Write down that somebody is held by an investigation body; how it counts is decided later."""
    require(uow, RECORD_ABSENCE)
    return _Moving(uow, command).go(arrows.RECORD_REMAND)


def record_prison(uow: UnitOfWork, command: Move) -> SavedStay:
    """Write down that somebody serves a prison sentence; the rest waits (Luật PCMT 2025 Đ47.1).

    Raises:
        UserError: ``prison_ends_old_term`` under the law of 2021, where it ends the stay; as others here.
        ConflictError: ``record_changed``.
    """
    require(uow, RECORD_ABSENCE)
    return _Moving(uow, command).go(arrows.RECORD_PRISON)


def suspend(uow: UnitOfWork, command: Move) -> SavedStay:
    """Send somebody home for treatment on a decision of the court; the days count (Luật PCMT 2025 Đ39.3)."""
    require(uow, SUSPEND)
    return _Moving(uow, command).go(arrows.SUSPEND_VERB)


def start_transfer(uow: UnitOfWork, command: Move) -> SavedStay:
    """Put somebody on the way to another facility (Luật PCMT 2025 Đ38)."""
    require(uow, TRANSFER)
    return _Moving(uow, command).go(arrows.START_TRANSFER)


def cancel_transfer(uow: UnitOfWork, command: Move) -> SavedStay:
    """The transfer does not take place; the person is inside again."""
    require(uow, TRANSFER)
    return _Moving(uow, command).go(arrows.CANCEL_TRANSFER)


def take_back(uow: UnitOfWork, command: Move) -> SavedStay:
    """Take somebody in again, from wherever they were; how a remand counts is for whoever settles terms.

    Raises:
        UserError: ``reason_missing`` for a remand decided without one; as others here.
        PermissionDenied: a remand is decided by somebody who may not.
        ConflictError: ``record_changed``.
    """
    require(uow, TAKE_BACK)
    if command.counts_as is not None:
        require(uow, SETTLE_TERM)
        require_reason(command.note or "")
    return _Moving(uow, command).go(arrows.TAKE_BACK_VERB)


def _instant(moment: datetime, faults: Faults) -> datetime:
    """The moment; one without a zone is refused, for it is none."""
    if moment.utcoffset() is not None:
        return moment
    faults.add(
        "moment_without_zone",
        "happened_at",
        label("errors", "Thời điểm thiếu múi giờ nên chưa biết là ngày nào. Hãy ghi lại ngày, giờ."),
    )
    return moment.replace(tzinfo=LOCAL)


class _Moving:
    """One arrow taken."""

    def __init__(self, uow: UnitOfWork, command: Move) -> None:
        self._uow, self._command = uow, command
        self._stay = uow.get(Stay, command.stay_id, version=command.version)
        faults = Faults()
        self._at = _instant(command.happened_at or uow.now, faults)
        self._on = local_date(self._at)
        self._paper = checked_paper(command.paper_number, command.paper_on, local_date(uow.now), faults)
        self._note = faults.line("note", command.note)
        faults.refuse()

    def go(self, verb: str) -> SavedStay:
        uow, stay = self._uow, self._stay
        step = PRESENCE.transition(stay.presence, verb)
        self._require_sound(verb)
        opens, counted = event_of(verb, step.to), Recount.within(uow)
        ended_on = self._term_over(counted) if opens in ADDING_KINDS else None
        with uow.act(verb) as act:
            act.about(stay)
            before = stay.presence
            ended = self._close()
            opened = self._open(opens)
            event_id = (opened or ended or "") or None
            uow.add(
                PresenceChange(
                    resident_id=stay.resident_id,
                    stay_id=stay.id,
                    verb=verb,
                    from_state=before,
                    to_state=step.to,
                    happened_at=self._at,
                    event_id=event_id,
                    paper_number=self._paper.number,
                    paper_on=self._paper.issued_on,
                    note=self._note,
                )
            )
            stay.presence, stay.presence_on = step.to, self._on
            answer = counted.after(stay, verb)
            if ended_on is not None and (answer.weighed_by is None or answer.weighed_by > ended_on):
                self._require_may_revive(ended_on)
            if verb in {arrows.RECORD_ESCAPE_VERB, arrows.RECORD_OVERSTAY}:
                counted.hours(stay, "escape_notice", self._at)
            uow.tell(PresenceChanged(stay.id, stay.resident_id, verb, before, step.to, event_id or "", self._at))
        return SavedStay.of(stay, answer.warnings)

    def _require_sound(self, verb: str) -> None:
        stay = self._stay
        if stay.stay_type.is_voluntary and verb in {arrows.RECORD_ESCAPE_VERB, arrows.RECORD_OVERSTAY}:
            raise UserError(
                "escape_of_voluntary",
                label(
                    "errors",
                    "Người cai nghiện tự nguyện rời cơ sở không bị coi là bỏ trốn ({article}): không truy "
                    "tìm, không "
                    "cộng ngày. Khi đủ thời gian luật định, hãy ghi kết thúc “Tự ý chấm dứt”.",
                ),
                article=VOLUNTARY_LEAVES[stay.legal_regime],
            )
        if verb == arrows.RECORD_PRISON and stay.stay_type.has_term and not self._keeps_remainder():
            raise UserError(
                "prison_ends_old_term",
                label(
                    "errors",
                    "Theo luật của lần cai nghiện này, người đi chấp hành án phạt tù được miễn phần thời hạn còn "
                    "lại ({article}). Hãy ghi kết thúc với lý do “{exit}”, kèm số và ngày của bản án.",
                ),
                article=EVENT_ARTICLES[stay.legal_regime][EventKind.PRISON],
                exit=EXIT_CODE_LABELS[ExitCode.IMPRISONED],
            )
        if self._at > self._uow.now or self._on < stay.presence_on:
            raise UserError(
                "moment_odd",
                label(
                    "errors",
                    "Thời điểm ngày {day} không hợp lý: phải từ {since} (lần thay đổi trước) đến bây giờ. "
                    "Hãy sửa ngày, "
                    "giờ.",
                ),
                fields={"happened_at": label("errors", "Phải từ lần thay đổi trước đến bây giờ")},
                day=format_date(self._on),
                since=format_date(stay.presence_on),
            )

    def _keeps_remainder(self) -> bool:
        numbers = Recount.within(self._uow).terms.of_regime(self._stay.legal_regime, self._on)
        return bool(numbers.prison_keeps_remainder.value)

    def _term_over(self, counted: Recount) -> date | None:
        """The day of leaving once it has come, without this arrow; None while it has not."""
        today = local_date(self._uow.now)
        ends = counted.terms.answer(self._stay, today).weighed_by
        return ends if ends is not None and ends <= today else None

    def _require_may_revive(self, ended_on: date) -> None:
        """An absence written down when the term is over revives it on the head's word, on a paper of before."""
        issued_on = self._paper.issued_on
        if self._uow.actor.may(SETTLE_TERM) and issued_on is not None and issued_on <= ended_on:
            return
        raise UserError(
            "absence_after_end",
            label(
                "errors",
                "Thời hạn đã hết ngày {ended_on}: ghi kèm giấy tờ lúc này sẽ kéo dài thời hạn, chỉ người đứng đầu "
                "cơ sở quyết định, theo giấy tờ ban hành chậm nhất ngày đó (NĐ 163/2026 Đ109.3). Hãy để trống số, "
                "ngày giấy tờ để ghi ngay; người đứng đầu bổ sung sau.",
            ),
            fields={"paper_number": label("errors", "Để trống: thời hạn đã hết ngày {ended_on}")},
            ended_on=format_date(ended_on),
        )

    def _close(self) -> str:
        """End the absence that lasts; the day of being back is inside."""
        ended = ""
        for event in events_of(self._uow, self._stay.id):
            if event.to_on is None and event.kind not in DATED_KINDS:
                event.to_on = self._on
                if event.kind is EventKind.REMAND and self._command.counts_as is not None:
                    event.counts_as = self._command.counts_as
                    event.counts_reason = self._note
                    # Who decides that these days are added has the paper of the remand before them.
                    event.confirmed_by = self._uow.actor.user_id if event.paper_number else None
                ended = event.id
        return ended

    def _open(self, kind: EventKind | None) -> str:
        if kind is None:
            return ""
        made = self._uow.add(
            StayEvent(
                resident_id=self._stay.resident_id,
                stay_id=self._stay.id,
                kind=kind,
                from_on=self._on,
                paper_number=self._paper.number,
                paper_on=self._paper.issued_on,
                confirmed_by=self._confirmed_by(),
                note=self._note,
            )
        )
        self._uow.session.flush()
        return made.id

    def _confirmed_by(self) -> str | None:
        """A paper written by whoever is at the gate adds no day until the head has confirmed it."""
        is_heads = self._paper.number is not None and self._uow.actor.may(SETTLE_TERM)
        return self._uow.actor.user_id if is_heads else None
