"""Counselling: written down once, a group's note into the file of each of its people; confidences read by few."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.education.domain.counselling import CounsellingKind, CounsellingMethod
from facility_app.modules.education.domain.rights import COUNSEL, READ_CONFIDENTIAL
from facility_app.modules.education.service.checked import check_teacher
from facility_app.modules.education.service.programmes import VoidRecord
from facility_app.modules.education.tables import Counselling, CounsellingPerson
from facility_app.modules.stays.api import PRESENCE_LABELS, PresenceState, where_were

LEAST_MINUTES, MOST_MINUTES, MOST_PEOPLE = 5, 480, 100
OUT_OF_REACH = frozenset(
    {PresenceState.OUT, PresenceState.ESCAPED, PresenceState.PRISON, PresenceState.REMAND, PresenceState.SUSPENDED}
)
"""Where nobody of the facility sits with somebody; in hospital or in custody of a court they may be visited."""


@dataclass(frozen=True, slots=True)
class RecordCounselling:
    """A session of counselling.

    Attributes:
        topic: what it was about; nobody's own story, that stands in the notes.
        note: what goes into the file of everybody who was there.
        own_notes: person → what goes into theirs instead.
        confidential: person → what they said in confidence.
    """

    kind: CounsellingKind
    method: CounsellingMethod
    resident_ids: Sequence[str]
    held_at: datetime
    minutes: int
    counsellor_id: str
    topic: str = field(repr=False)
    goal: str | None = field(default=None, repr=False)
    place: str | None = None
    note: str | None = field(default=None, repr=False)
    own_notes: Mapping[str, str] = field(default_factory=dict, repr=False)
    confidential: Mapping[str, str] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, slots=True)
class NotePerson:
    """What of a session stands in one person's file.

    Attributes:
        note: in place of what stood there.
        confidential: what they said in confidence besides; it is put below what was written before, which whoever
            writes this may not be allowed to read. None for nothing more.
    """

    row_id: str
    version: int
    note: str | None = field(default=None, repr=False)
    confidential: str | None = field(default=None, repr=False)


def record_counselling(uow: UnitOfWork, command: RecordCounselling) -> str:
    """Write a session down; answers its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``number_out_of_range``, ``counselling_people``,
            ``day_out_of_range``, ``teacher_unknown``, ``bad_fields`` for several, ``not_within_reach``.
    """
    require(uow, COUNSEL)
    people = [*dict.fromkeys(command.resident_ids)]
    faults = Faults()
    topic = faults.line("topic", command.topic, needed=label("errors", "Cần nội dung tư vấn. Hãy gõ vào."))
    goal, place = faults.line("goal", command.goal), faults.line("place", command.place)
    notes = {one: faults.note("note", command.own_notes.get(one) or command.note) for one in people}
    secret = {one: faults.note("confidential", command.confidential.get(one)) for one in people}
    faults.amount("minutes", command.minutes, LEAST_MINUTES, MOST_MINUTES)
    check_teacher(uow, command.counsellor_id, faults, "counsellor_id")
    is_alone = command.kind is CounsellingKind.INDIVIDUAL
    if not people or len(people) > MOST_PEOPLE or is_alone is not (len(people) == 1):
        faults.add(
            "counselling_people",
            "resident_ids",
            label("errors", "Tư vấn cá nhân là cho một người, tư vấn nhóm cho từ 2 đến {most} người."),
            most=MOST_PEOPLE,
        )
    if command.held_at > uow.now + timedelta(minutes=1):
        faults.add(
            "day_out_of_range",
            "held_at",
            label("errors", "Buổi tư vấn chưa diễn ra. Hãy ghi sau khi tư vấn xong."),
        )
    faults.refuse()
    _require_reach(uow, people, command.held_at)
    with uow.act("education.record_counselling") as act:
        made = uow.add(
            Counselling(
                held_at=command.held_at,
                minutes=command.minutes,
                kind=command.kind,
                method=command.method,
                topic=topic,
                goal=goal,
                counsellor_id=command.counsellor_id,
                place=place,
            )
        )
        act.about(made)
        uow.session.flush()
        for one in people:
            uow.add(
                CounsellingPerson(
                    resident_id=one, counselling_id=made.id, note=notes[one], confidential=secret[one]
                )
            )
    return made.id


def note_person(uow: UnitOfWork, command: NotePerson) -> str:
    """Write what stands of a session in one person's file, the others' as they were; answers the session's id.

    Raises:
        UserError: ``text_too_long``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, COUNSEL)
    found = uow.get(CounsellingPerson, command.row_id, version=command.version)
    faults = Faults()
    note, more = faults.note("note", command.note), faults.note("confidential", command.confidential)
    kept = faults.note("confidential", "\n".join(filter(None, (found.confidential, more))))
    faults.refuse()
    with uow.act("education.note_person") as act:
        act.about(found)
        found.note, found.confidential = note, kept
    return found.counselling_id


def void_counselling(uow: UnitOfWork, command: VoidRecord) -> None:
    """Strike out a session that was written wrong, with what stands of it in files.

    Raises:
        UserError: ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, COUNSEL)
    require_reason(command.reason)
    found = uow.get(Counselling, command.record_id, version=command.version)
    asked = sa.select(CounsellingPerson).where(
        CounsellingPerson.counselling_id == found.id, CounsellingPerson.voided_at.is_(None)
    )
    with uow.act("education.void_counselling", reason=command.reason) as act:
        act.about(found)
        for one in uow.session.scalars(asked).all():
            uow.void(one, command.reason)
        uow.void(found, command.reason)


def read_confidential(uow: UnitOfWork, person_row_id: str) -> str:
    """What somebody said in confidence; the look is written to the trail.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, READ_CONFIDENTIAL)
    found = uow.get(CounsellingPerson, person_row_id)
    with uow.act("education.read_confidential") as act:
        act.about(found)
    return found.confidential or ""


def _require_reach(uow: UnitOfWork, people: Sequence[str], at: datetime) -> None:
    away = {one: state for one, state in where_were(uow, people, at).items() if state in OUT_OF_REACH}
    if away:
        state = next(iter(away.values()))
        raise UserError(
            "not_within_reach",
            label(
                "errors",
                "{count} người không thể dự buổi tư vấn lúc đó ({where}). Hãy kiểm tra người và giờ.",
            ),
            fields={"resident_ids": label("errors", "Có người không ở cơ sở lúc đó")},
            count=len(away),
            where=PRESENCE_LABELS[state],
        )
