"""Verbs about names, papers, addresses, relatives and what the law knows of somebody."""

from dataclasses import replace
from typing import Final

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.residents.domain import APPROVE_SHARED_NUMBER, EDIT_IDENTITY, READ_HEALTH_FILES
from facility_app.modules.residents.domain.family import (
    Address,
    Alias,
    Relative,
    checked_address,
    checked_alias,
    checked_relative,
)
from facility_app.modules.residents.domain.hidden import with_hidden_of
from facility_app.modules.residents.domain.papers import Paper, PaperDoubt, checked_paper, paper_doubts
from facility_app.modules.residents.domain.past import LegalRecord, checked_legal_record
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Entries, Saved
from facility_app.modules.residents.tables import person
from facility_app.modules.residents.tables.card import ResidentCard

ALIASES: Final = Entries(person.ResidentAlias, checked_alias, is_on_card=True)
PAPERS: Final = Entries(person.ResidentPaper, checked_paper, is_on_card=True)
ADDRESSES: Final = Entries(person.ResidentAddress, checked_address)
RELATIVES: Final = Entries(
    person.Relative, checked_relative, derived=lambda facts: {"name_fold": fold(facts.name)}
)
LEGAL_RECORDS: Final = Entries(person.LegalRecord, checked_legal_record)


def add_alias(uow: UnitOfWork, command: AddEntry[Alias]) -> Saved:
    """Write down another name.

    Raises:
        UserError: ``not_found``; as ``checked_alias``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.add_alias") as act:
        return ALIASES.add(uow, act, command)


def edit_alias(uow: UnitOfWork, command: EditEntry[Alias]) -> Saved:
    """Correct another name.

    Raises:
        UserError: ``not_found``; as ``checked_alias``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.edit_alias") as act:
        return ALIASES.edit(uow, act, command)


def add_paper(uow: UnitOfWork, command: AddEntry[Paper]) -> Saved:
    """Write down an identity paper, or that there is none; doubts come back with it.

    Raises:
        UserError: ``not_found``; ``paper_number_taken``; as ``checked_paper``.
        PermissionDenied: a reason for a shared number, from somebody who may not approve one.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.add_paper") as act:
        PaperNumber(uow).require_free(command.facts, command.resident_id)
        return PaperNumber(uow).doubted(PAPERS.add(uow, act, command))


def edit_paper(uow: UnitOfWork, command: EditEntry[Paper]) -> Saved:
    """Correct an identity paper; a new one is added, so that the old number is still found.

    Raises:
        UserError: ``not_found``; ``paper_number_taken``; as ``checked_paper``.
        PermissionDenied: as ``add_paper``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.edit_paper") as act:
        before = uow.get(person.ResidentPaper, command.entry_id, version=command.version)
        if before.shared_reason != command.facts.shared_reason or before.number != command.facts.number:
            PaperNumber(uow).require_free(command.facts, before.resident_id)
        return PaperNumber(uow).doubted(PAPERS.edit(uow, act, command))


def add_address(uow: UnitOfWork, command: AddEntry[Address]) -> Saved:
    """Write down an address.

    Raises:
        UserError: ``not_found``; as ``checked_address``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.add_address") as act:
        return ADDRESSES.add(uow, act, command)


def edit_address(uow: UnitOfWork, command: EditEntry[Address]) -> Saved:
    """Correct or end an address; who moves gets a new one.

    Raises:
        UserError: ``not_found``; as ``checked_address``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.edit_address") as act:
        return ADDRESSES.edit(uow, act, command)


def add_relative(uow: UnitOfWork, command: AddEntry[Relative]) -> Saved:
    """Write down somebody of the family, a guardian, or whom to tell.

    Raises:
        UserError: ``not_found``; as ``checked_relative``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.add_relative") as act:
        return RELATIVES.add(uow, act, command)


def edit_relative(uow: UnitOfWork, command: EditEntry[Relative]) -> Saved:
    """Correct a relative; a note the actor may not read stays.

    Raises:
        UserError: ``not_found``; ``hidden_fact_kept``; as ``checked_relative``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.edit_relative") as act:
        if not uow.actor.may(READ_HEALTH_FILES):
            kept = uow.get(person.Relative, command.entry_id, version=command.version)
            command = replace(command, facts=with_hidden_of(command.facts, kept))
        return RELATIVES.edit(uow, act, command)


def add_legal_record(uow: UnitOfWork, command: AddEntry[LegalRecord]) -> Saved:
    """Write down a conviction or a sanction.

    Raises:
        UserError: ``not_found``; as ``checked_legal_record``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.add_legal_record") as act:
        return LEGAL_RECORDS.add(uow, act, command)


def edit_legal_record(uow: UnitOfWork, command: EditEntry[LegalRecord]) -> Saved:
    """Correct a conviction or a sanction.

    Raises:
        UserError: ``not_found``; as ``checked_legal_record``.
        ConflictError: ``record_changed``.
    """
    require(uow, EDIT_IDENTITY)
    with uow.act("residents.edit_legal_record") as act:
        return LEGAL_RECORDS.edit(uow, act, command)


class PaperNumber:
    """What the number of a paper must not be, and what it should make somebody look at again."""

    def __init__(self, uow: UnitOfWork) -> None:
        """Ask in ``uow``."""
        self._uow = uow

    def require_free(self, typed: Paper, resident_id: str | None) -> None:
        """Refuse a number another live person bears, unless somebody who may approves it with a reason.

        Args:
            typed: the paper as typed.
            resident_id: whose it is to be; None for somebody new.

        Raises:
            UserError: ``paper_number_taken``, naming the other person's code; as ``checked_paper``.
            PermissionDenied: the actor may not approve it.
        """
        paper = checked_paper(typed, local_date(self._uow.now))
        p, card = person.ResidentPaper, ResidentCard
        other = self._uow.session.scalar(
            sa.select(card.code)
            .join(p, p.resident_id == card.id)
            .where(p.number == paper.number, p.kind == paper.kind, p.voided_at.is_(None))
            .where(card.id != (resident_id or ""))
            .order_by(card.code)
            .limit(1)
        )
        if paper.number is None or other is None:
            return
        if paper.shared_reason is not None:
            require(self._uow, APPROVE_SHARED_NUMBER)
            return
        raise UserError(
            "paper_number_taken",
            label(
                "errors",
                "Số giấy tờ này đã ghi cho người có mã {code}. Nếu là một người, hãy mở hồ sơ đó; nếu là hai "
                "người, người có quyền ghi lý do cho phép trùng số.",
            ),
            fields={"number": label("errors", "Số này đã ghi cho người có mã {code}")},
            code=other,
        )

    def doubted(self, saved: Saved) -> Saved:
        """The saved paper with its doubts."""
        paper = self._uow.get(person.ResidentPaper, saved.entry_id)
        owner = self._uow.get(person.Resident, paper.resident_id)
        return replace(saved, doubts=self.doubts_of(owner, paper))

    def doubts_of(self, owner: person.Resident, *papers: person.ResidentPaper) -> tuple[PaperDoubt, ...]:
        """Doubts about any of these papers of ``owner``, each once."""
        today = local_date(self._uow.now)
        found = [
            doubt
            for paper in papers
            for doubt in paper_doubts(
                Paper(kind=paper.kind, number=paper.number, expires_on=paper.expires_on),
                owner.sex,
                owner.birth_year,
                today,
            )
        ]
        return tuple(dict.fromkeys(found))
