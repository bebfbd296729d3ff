"""Hủy văn bản: a paper no longer counts, and what leans on it counts no more either."""

from dataclasses import dataclass, field

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.access.api import Countersign, require_countersign
from facility_app.modules.correspondence.domain import VOID_PAPERS
from facility_app.modules.correspondence.domain.events import LeaningPapers, PaperVoided
from facility_app.modules.correspondence.domain.numbers import number_text
from facility_app.modules.correspondence.queries.stored import Stored
from facility_app.modules.correspondence.tables.outgoing import IssuedPaper

SECOND_PERSON = frozenset({Role.HEAD})
"""Who agrees when a clerk strikes out a paper the head answers for."""


@dataclass(frozen=True, slots=True)
class VoidPaper:
    """A paper that no longer counts.

    Attributes:
        version: as the user saw it.
        reason: why.
        countersign: of the head, when a clerk strikes it out.
    """

    paper_id: str
    version: int
    reason: str = field(repr=False)
    countersign: Countersign | None = None


@dataclass(frozen=True, slots=True)
class Voided:
    """What a paper that no longer counts took with it.

    Attributes:
        also: papers that leaned on it and are void now too, by form and number.
    """

    also: tuple[str, ...] = ()


def void_paper(uow: UnitOfWork, command: VoidPaper) -> Voided:
    """Strike out an issued paper: it keeps its number, its words and its place in the book.

    Papers that lean on it, as minutes of handing it over, are void with it: the trail names it as their cause.

    Raises:
        UserError: ``paper_not_found``, ``paper_is_void``, ``reason_missing``; ``countersign_missing`` for a clerk
            without the head.
        PermissionDenied: a paper about somebody's health.
        ConflictError: ``record_changed``.
    """
    require(uow, VOID_PAPERS)
    require_reason(command.reason)
    stored = Stored(uow)
    with uow.act("correspondence.void_paper", reason=command.reason) as act:
        paper = stored.counting(stored.issued(command.paper_id, command.version))
        act.about(paper)
        if not uow.actor.is_system and SECOND_PERSON.isdisjoint(uow.actor.roles):
            require_countersign(uow, act, command.countersign, SECOND_PERSON)
        # Asked before anybody forgets the paper.
        leaning = tuple(one for ids in uow.ask(LeaningPapers(paper.id, paper.stay_id)) for one in ids)
        _strike(uow, paper, command.reason)
        return Voided(tuple(_void_leaning(uow, one, _called(paper)) for one in leaning))


def _void_leaning(uow: UnitOfWork, paper_id: str, on: str) -> str:
    """What was agreed for one paper is agreed for what says it was handed over."""
    reason = label("correspondence", "Dựa vào {paper} đã hủy").format(paper=on)
    with uow.act("correspondence.void_paper", reason=reason) as act:
        paper = Stored(uow).issued(paper_id)
        act.about(paper)
        _strike(uow, paper, reason)
    return _called(paper)


def _strike(uow: UnitOfWork, paper: IssuedPaper, reason: str) -> None:
    uow.void(paper, reason)
    uow.session.flush()
    uow.tell(PaperVoided(paper.id, paper.form_id, paper.resident_id, paper.stay_id))


def _called(paper: IssuedPaper) -> str:
    number = "" if paper.number is None else number_text(paper.number, paper.symbol or "")
    return f"{paper.form_id} {number}".strip()
