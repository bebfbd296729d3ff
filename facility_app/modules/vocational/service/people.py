"""Guidance, talks about jobs, support and outcomes are written down, corrected, struck out."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.api import list_resident_rows
from facility_app.modules.vocational.domain.columns import columns_of
from facility_app.modules.vocational.domain.people import (
    GuidanceFacts,
    OutcomeFacts,
    SupportFacts,
    TalkFacts,
    checked_guidance,
    checked_outcome,
    checked_support,
    checked_talk,
)
from facility_app.modules.vocational.domain.rights import GUIDE
from facility_app.modules.vocational.service.entries import EditEntry, Entries, VoidEntry
from facility_app.modules.vocational.tables import Guidance, JobOutcome, JobSupport, JobTalk

_GUIDANCE = Entries(Guidance, checked_guidance)
_TALKS = Entries(JobTalk, checked_talk)
_SUPPORT = Entries(JobSupport, checked_support)
_OUTCOMES = Entries(JobOutcome, checked_outcome)


@dataclass(frozen=True, slots=True)
class TalkToMany:
    """One talk to a group; each gets a row of their own.

    Attributes:
        resident_ids: each once.
    """

    resident_ids: tuple[str, ...]
    facts: TalkFacts = field(repr=False)


def add_guidance(uow: UnitOfWork, resident_id: str, facts: GuidanceFacts) -> str:
    """Write guidance down (NĐ 163/2026 Đ87.2); answers its id.

    Raises:
        UserError: as ``checked_guidance``; ``not_found``.
    """
    require(uow, GUIDE)
    _require_people(uow, (resident_id,))
    return _GUIDANCE.add(uow, "vocational.add_guidance", facts, resident_id=resident_id)


def edit_guidance(uow: UnitOfWork, command: EditEntry[GuidanceFacts]) -> str:
    """Write guidance anew.

    Raises:
        UserError: as ``checked_guidance``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    return _GUIDANCE.edit(uow, "vocational.edit_guidance", command)


def void_guidance(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike guidance out.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    _GUIDANCE.void(uow, "vocational.void_guidance", command)


def add_talks(uow: UnitOfWork, command: TalkToMany) -> int:
    """Write a talk about jobs down for each of these people; answers how many.

    Raises:
        UserError: as ``checked_talk``; ``talk_to_nobody``, ``not_found``.
    """
    require(uow, GUIDE)
    people = tuple(dict.fromkeys(command.resident_ids))
    if not people:
        raise UserError(
            "talk_to_nobody", label("errors", "Chưa chọn ai để ghi tư vấn. Hãy chọn ít nhất một người.")
        )
    _require_people(uow, people)
    kept = columns_of(checked_talk(command.facts, local_date(uow.now)))
    with uow.act("vocational.add_talk") as act:
        for one in people:
            act.about(uow.add(JobTalk(resident_id=one, **kept)))
        uow.session.flush()
    return len(people)


def edit_talk(uow: UnitOfWork, command: EditEntry[TalkFacts]) -> str:
    """Write one person's talk anew.

    Raises:
        UserError: as ``checked_talk``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    return _TALKS.edit(uow, "vocational.edit_talk", command)


def void_talk(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike one person's talk out.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    _TALKS.void(uow, "vocational.void_talk", command)


def add_support(uow: UnitOfWork, resident_id: str, facts: SupportFacts) -> str:
    """Write support down; answers its id.

    Raises:
        UserError: as ``checked_support``; ``not_found``.
    """
    require(uow, GUIDE)
    _require_people(uow, (resident_id,))
    return _SUPPORT.add(uow, "vocational.add_support", facts, resident_id=resident_id)


def edit_support(uow: UnitOfWork, command: EditEntry[SupportFacts]) -> str:
    """Write support anew.

    Raises:
        UserError: as ``checked_support``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    return _SUPPORT.edit(uow, "vocational.edit_support", command)


def void_support(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike support out.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    _SUPPORT.void(uow, "vocational.void_support", command)


def add_outcome(uow: UnitOfWork, resident_id: str, facts: OutcomeFacts) -> str:
    """Write an outcome after release down; answers its id.

    Raises:
        UserError: as ``checked_outcome``; ``not_found``.
    """
    require(uow, GUIDE)
    _require_people(uow, (resident_id,))
    return _OUTCOMES.add(uow, "vocational.add_outcome", facts, resident_id=resident_id)


def edit_outcome(uow: UnitOfWork, command: EditEntry[OutcomeFacts]) -> str:
    """Write an outcome anew.

    Raises:
        UserError: as ``checked_outcome``; ``not_found``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    return _OUTCOMES.edit(uow, "vocational.edit_outcome", command)


def void_outcome(uow: UnitOfWork, command: VoidEntry) -> None:
    """Strike an outcome out.

    Raises:
        UserError: ``not_found``, ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, GUIDE)
    _OUTCOMES.void(uow, "vocational.void_outcome", command)


def _require_people(uow: UnitOfWork, resident_ids: tuple[str, ...]) -> None:
    if len(list_resident_rows(uow, resident_ids)) < len(resident_ids):
        raise UserError("not_found", label("errors", "Không tìm thấy người này. Hãy chọn lại trong danh sách."))
