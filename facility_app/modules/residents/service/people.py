"""Verbs about a person as a whole: write down, correct, open, strike out."""

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import (
    EDIT_IDENTITY,
    READ_HEALTH_FILES,
    REGISTER_RESIDENTS,
    VIEW_RESIDENTS,
    VOID_RESIDENTS,
)
from facility_app.modules.residents.domain.card import ResidentStatus, resident_code
from facility_app.modules.residents.domain.events import BirthCorrected
from facility_app.modules.residents.domain.family import Address, Alias, Relative
from facility_app.modules.residents.domain.hidden import with_hidden_of
from facility_app.modules.residents.domain.papers import Paper, PaperDoubt
from facility_app.modules.residents.domain.person import Person, checked_person
from facility_app.modules.residents.queries.alike import Candidate, Newcomer
from facility_app.modules.residents.queries.person import ResidentHeader
from facility_app.modules.residents.service.cards import Cards
from facility_app.modules.residents.service.identity import ADDRESSES, ALIASES, PAPERS, RELATIVES, PaperNumber
from facility_app.modules.residents.service.lists import Lists
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.person import Resident, ResidentPaper


@dataclass(frozen=True, slots=True, repr=False)
class RegisterResident:
    """Somebody new, with what their papers say.

    Attributes:
        not_same: ids of similar people somebody looked at and found to be others.
    """

    person: Person
    aliases: tuple[Alias, ...] = ()
    papers: tuple[Paper, ...] = ()
    addresses: tuple[Address, ...] = ()
    relatives: tuple[Relative, ...] = ()
    not_same: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EditResident:
    """The facts as they should be.

    Attributes:
        version: as the user saw them.
        person: all facts, changed or not.
    """

    resident_id: str
    version: int
    person: Person = field(repr=False)


@dataclass(frozen=True, slots=True)
class VoidResident:
    """A file made by mistake."""

    resident_id: str
    version: int
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Registered:
    """Who was written down or corrected.

    Attributes:
        code: what people call them by.
        version: goes back with the next decision.
        doubts: what somebody should look at again.
    """

    resident_id: str
    code: str
    version: int
    doubts: tuple[PaperDoubt, ...] = ()


def register_resident(uow: UnitOfWork, command: RegisterResident) -> Registered:
    """Write a person down under the next number of the year.

    Raises:
        UserError: ``similar_residents`` when somebody alike was not looked at; ``paper_number_taken``; what the
            facts break.
        PermissionDenied: a reason for a shared number, from somebody who may not approve one.
    """
    require(uow, REGISTER_RESIDENTS)
    person = Lists(uow).settled(checked_person(command.person, local_date(uow.now)))
    _require_looked_at(uow, command)
    for paper in command.papers:
        PaperNumber(uow).require_free(paper, None)
    with uow.act("residents.register_resident") as act:
        made = uow.add(Resident(**_numbered(uow), **_columns(person)))
        act.about(made)
        papers = [record for record in _entries(uow, made.id, command) if isinstance(record, ResidentPaper)]
        Cards(uow).refresh(made.id)
    return Registered(made.id, made.code, made.version, PaperNumber(uow).doubts_of(made, *papers))


def edit_resident(uow: UnitOfWork, command: EditResident) -> Registered:
    """Correct a person's own facts; clinical ones the actor may not read stay.

    Raises:
        UserError: ``not_found``; ``hidden_fact_kept``; as ``checked_person``.
        ConflictError: ``record_changed``: ``get_resident`` answers what somebody else saved, and
            ``get_resident_at`` what the form began from.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.edit_resident") as act:
        found = uow.get(Resident, command.resident_id, version=command.version)
        act.about(found)
        person = Lists(uow).settled(checked_person(command.person, local_date(uow.now)))
        if not uow.actor.may(READ_HEALTH_FILES):
            person = with_hidden_of(person, found)
        born = found.birth_on, found.birth_year
        for name, value in _columns(person).items():
            setattr(found, name, value)
        Cards(uow).refresh(found.id)
        if born != (found.birth_on, found.birth_year):
            uow.tell(BirthCorrected(found.id))
    papers = uow.session.scalars(
        sa.select(ResidentPaper).where(ResidentPaper.resident_id == found.id, ResidentPaper.voided_at.is_(None))
    )
    return Registered(found.id, found.code, found.version, PaperNumber(uow).doubts_of(found, *papers))


def open_resident(uow: UnitOfWork, resident_id: str, purpose: str = "") -> ResidentHeader:
    """Open a person's page: the look itself is written to the trail, each time.

    Args:
        uow: the unit of work; one that writes.
        resident_id: whom.
        purpose: why, where somebody was asked.

    Raises:
        UserError: ``not_found``.
    """
    require(uow, VIEW_RESIDENTS)
    header = ResidentHeader.of(uow, resident_id)
    with uow.act("residents.open_resident", reason=purpose.strip() or None) as act:
        act.about(uow.get(Resident, resident_id))
    return header


def void_resident(uow: UnitOfWork, command: VoidResident) -> None:
    """Strike out a file made by mistake; it keeps its number, and nobody finds it in lists any more.

    Raises:
        UserError: ``not_found``; ``resident_has_stay``; ``reason_missing``.
        ConflictError: ``record_changed``.
    """
    require(uow, VOID_RESIDENTS)
    with uow.act("residents.void_resident", reason=command.reason) as act:
        found = uow.get(Resident, command.resident_id, version=command.version)
        act.about(found)
        if uow.session.scalar(sa.select(ResidentCard.status).where(ResidentCard.id == found.id)) != (
            ResidentStatus.NO_STAY
        ):
            raise UserError(
                "resident_has_stay",
                label(
                    "errors",
                    "Người {code} đã có đợt cai nghiện nên không gạch bỏ hồ sơ được. Nếu đợt đó lập nhầm, hãy "
                    "gạch bỏ đợt trước.",
                ),
                code=found.code,
            )
        uow.void(found, command.reason)
        Cards(uow).drop(found.id)


def _require_looked_at(uow: UnitOfWork, command: RegisterResident) -> None:
    newcomer = Newcomer(command.person, command.aliases, command.papers, command.addresses, command.relatives)
    similar = [one.row for one in Candidate.like(uow, newcomer) if one.row.resident_id not in command.not_same]
    if similar:
        raise UserError(
            "similar_residents",
            label(
                "errors",
                "Có thể người này đã có hồ sơ: {codes}. Hãy so hai hồ sơ; nếu là một người thì mở hồ sơ cũ, nếu "
                "không thì xác nhận là người khác.",
            ),
            codes=tuple(row.code for row in similar),
        )


def _numbered(uow: UnitOfWork) -> dict[str, Any]:
    """The next number of the year; nobody else takes it, for a unit of work that writes is alone."""
    year = local_date(uow.now).year
    last: int | None = uow.session.scalar(
        sa.select(sa.func.max(Resident.code_no)).where(Resident.home == uow.home, Resident.code_year == year)
    )
    number = (last or 0) + 1
    return {"code_year": year, "code_no": number, "code": resident_code(year, number)}


def _columns(person: Person) -> dict[str, Any]:
    return {one.name: getattr(person, one.name) for one in fields(person)}


def _entries(uow: UnitOfWork, resident_id: str, command: RegisterResident) -> Iterator[object]:
    for alias in command.aliases:
        yield ALIASES.new(uow, resident_id, alias)
    for paper in command.papers:
        yield PAPERS.new(uow, resident_id, paper)
    for address in command.addresses:
        yield ADDRESSES.new(uow, resident_id, address)
    for relative in command.relatives:
        yield RELATIVES.new(uow, resident_id, relative)
