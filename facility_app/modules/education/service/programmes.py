"""Programmes of topics, by the law of the people they are for."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.education.domain.classes import TOPICS_OF, TopicKind
from facility_app.modules.education.domain.rights import PLAN_EDUCATION
from facility_app.modules.education.tables import ClassSession, Programme, ProgrammeTopic, SchoolClass

MOST_MINUTES = 60_000


@dataclass(frozen=True, slots=True)
class ProgrammeFacts:
    """What is kept about a programme."""

    name: str
    regime: LegalRegime
    valid_from: date
    valid_to: date | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class EditProgramme:
    """A programme written anew, as the user saw it."""

    programme_id: str
    version: int
    facts: ProgrammeFacts


@dataclass(frozen=True, slots=True)
class VoidRecord:
    """A record of this slice to strike out, as the user saw it."""

    record_id: str
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class AddTopic:
    """A topic at the end of a programme."""

    programme_id: str
    kind: TopicKind
    name: str
    planned_minutes: int


def add_programme(uow: UnitOfWork, facts: ProgrammeFacts) -> str:
    """Write a programme down; answers its id.

    Raises:
        UserError: ``field_missing``, ``text_too_long``, ``span_reversed``, ``bad_fields`` for several.
    """
    require(uow, PLAN_EDUCATION)
    columns = _columns(facts)
    with uow.act("education.add_programme") as act:
        made = uow.add(Programme(**columns))
        act.about(made)
    return made.id


def edit_programme(uow: UnitOfWork, command: EditProgramme) -> str:
    """Write a programme anew. Raises as ``add_programme``, ``topic_of_other_law``, ``record_changed``."""
    require(uow, PLAN_EDUCATION)
    found = uow.get(Programme, command.programme_id, version=command.version)
    columns = _columns(command.facts)
    asked = sa.select(ProgrammeTopic.kind).where(
        ProgrammeTopic.programme_id == found.id, ProgrammeTopic.voided_at.is_(None)
    )
    for kind in uow.session.scalars(asked):
        _require_topic_of(command.facts.regime, kind)
    with uow.act("education.edit_programme") as act:
        act.about(found)
        for name, value in columns.items():
            setattr(found, name, value)
    return found.id


def void_programme(uow: UnitOfWork, command: VoidRecord) -> None:
    """Strike out a programme no class follows.

    Raises:
        UserError: ``programme_followed``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_EDUCATION)
    require_reason(command.reason)
    found = uow.get(Programme, command.record_id, version=command.version)
    asked = sa.select(SchoolClass.id).where(SchoolClass.programme_id == found.id, SchoolClass.voided_at.is_(None))
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "programme_followed",
            label(
                "errors",
                "Có lớp đang theo chương trình này nên không bỏ được. Hãy ghi ngày cuối của chương trình "
                "thay vì bỏ.",
            ),
        )
    with uow.act("education.void_programme", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def add_topic(uow: UnitOfWork, command: AddTopic) -> str:
    """Put a topic at the end of a programme; answers its id.

    Raises:
        UserError: ``topic_of_other_law``, ``field_missing``, ``text_too_long``, ``number_out_of_range``.
    """
    require(uow, PLAN_EDUCATION)
    programme = uow.get(Programme, command.programme_id)
    _require_topic_of(programme.regime, command.kind)
    faults = Faults()
    name = faults.line("name", command.name, needed=label("errors", "Cần tên chuyên đề. Hãy gõ vào."))
    faults.amount("planned_minutes", command.planned_minutes, 1, MOST_MINUTES)
    faults.refuse()
    last = uow.session.scalar(
        sa.select(sa.func.max(ProgrammeTopic.position)).where(
            ProgrammeTopic.programme_id == programme.id, ProgrammeTopic.voided_at.is_(None)
        )
    )
    with uow.act("education.add_topic") as act:
        made = uow.add(
            ProgrammeTopic(
                programme_id=programme.id,
                position=(last or 0) + 1,
                kind=command.kind,
                name=name,
                planned_minutes=command.planned_minutes,
            )
        )
        act.about(made)
    return made.id


def void_topic(uow: UnitOfWork, command: VoidRecord) -> None:
    """Strike out a topic that was taught in no lesson.

    Raises:
        UserError: ``topic_taught``, ``reason_missing``, ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, PLAN_EDUCATION)
    require_reason(command.reason)
    found = uow.get(ProgrammeTopic, command.record_id, version=command.version)
    asked = sa.select(ClassSession.id).where(ClassSession.topic_id == found.id, ClassSession.voided_at.is_(None))
    if uow.session.scalar(asked.limit(1)) is not None:
        raise UserError(
            "topic_taught",
            label("errors", "Chuyên đề này đã được dạy nên phải giữ lại trong chương trình."),
        )
    with uow.act("education.void_topic", reason=command.reason) as act:
        act.about(found)
        uow.void(found, command.reason)


def _columns(facts: ProgrammeFacts) -> dict[str, object]:
    faults = Faults()
    name = faults.line("name", facts.name, needed=label("errors", "Cần tên chương trình. Hãy gõ vào."))
    note = faults.line("note", facts.note)
    faults.span("valid_to", facts.valid_from, facts.valid_to)
    faults.refuse()
    return {
        "name": name,
        "regime": facts.regime,
        "valid_from": facts.valid_from,
        "valid_to": facts.valid_to,
        "note": note,
    }


def _require_topic_of(regime: LegalRegime, kind: TopicKind) -> None:
    if kind not in TOPICS_OF[regime]:
        raise UserError(
            "topic_of_other_law",
            label(
                "errors",
                "Chuyên đề chính trị chỉ có trong chương trình theo NĐ 163/2026 Đ86.1. Hãy chọn chuyên đề "
                "khác, hoặc chương trình theo luật mới.",
            ),
            fields={"kind": label("errors", "Không có trong luật của chương trình")},
        )
