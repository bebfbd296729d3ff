"""Many people at once, from a list that was compared before: one decision, one entry of the trail."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.domain import EDIT_SUBSTANCES, REGISTER_RESIDENTS, RIGHT_TO_WARN
from facility_app.modules.residents.domain.card import resident_code
from facility_app.modules.residents.domain.family import Address, Alias, Relative
from facility_app.modules.residents.domain.papers import Paper, PaperKind, checked_paper
from facility_app.modules.residents.domain.past import LegalRecord, Rehab, SubstanceUse
from facility_app.modules.residents.domain.person import Person, checked_person
from facility_app.modules.residents.domain.safety import Alert
from facility_app.modules.residents.service.cards import Cards
from facility_app.modules.residents.service.entries import Entries
from facility_app.modules.residents.service.identity import ADDRESSES, ALIASES, LEGAL_RECORDS, PAPERS, RELATIVES
from facility_app.modules.residents.service.lists import Lists
from facility_app.modules.residents.service.past import REHABS, SUBSTANCES
from facility_app.modules.residents.service.safety import ALERTS
from facility_app.modules.residents.tables.person import Resident, ResidentPaper


@dataclass(frozen=True, slots=True, repr=False)
class RosterLine:
    """One person of the list, with everything it says of them."""

    person: Person
    aliases: tuple[Alias, ...] = ()
    papers: tuple[Paper, ...] = ()
    addresses: tuple[Address, ...] = ()
    relatives: tuple[Relative, ...] = ()
    substances: tuple[SubstanceUse, ...] = ()
    rehabs: tuple[Rehab, ...] = ()
    alerts: tuple[Alert, ...] = ()
    records: tuple[LegalRecord, ...] = ()

    def entries(self) -> Iterable[tuple[Entries[Any], Sequence[Any]]]:
        """What is said, list by list."""
        return (
            (ALIASES, self.aliases),
            (PAPERS, self.papers),
            (ADDRESSES, self.addresses),
            (RELATIVES, self.relatives),
            (SUBSTANCES, self.substances),
            (REHABS, self.rehabs),
            (ALERTS, self.alerts),
            (LEGAL_RECORDS, self.records),
        )


@dataclass(frozen=True, slots=True)
class TakeOverRoster:
    """A list to take over.

    Attributes:
        lines: its people; some dozens, a longer list in parts.
        source: which list it is, for the trail.
    """

    lines: tuple[RosterLine, ...] = field(repr=False)
    source: str


def take_over_roster(uow: UnitOfWork, command: TakeOverRoster) -> tuple[str, ...]:
    """Write the people of a list down under the next numbers of the year; answers their ids, in its order.

    Nobody is asked here about people who look alike: whoever takes a list over has compared it before. A number
    that somebody bears already is still refused.

    Raises:
        UserError: ``paper_number_taken``; ``reason_missing`` without a source; what the facts break.
    """
    require(uow, REGISTER_RESIDENTS)
    require_reason(command.source)
    for right in {RIGHT_TO_WARN[alert.kind] for line in command.lines for alert in line.alerts}:
        require(uow, right)
    if any(line.substances or line.rehabs for line in command.lines):
        require(uow, EDIT_SUBSTANCES)
    _require_free_numbers(uow, command.lines)
    with uow.act("residents.take_over_roster", reason=command.source):
        # Nothing asked in between must write what is there so far: all of it goes at once.
        with uow.session.no_autoflush:
            made = _people(uow, command.lines)
            uow.session.flush()
            for record, line in zip(made, command.lines, strict=True):
                for kept, facts in line.entries():
                    for one in facts:
                        kept.new(uow, record.id, one)
        ids = tuple(record.id for record in made)
        Cards(uow).refresh(*ids)
    return ids


def _people(uow: UnitOfWork, lines: Sequence[RosterLine]) -> list[Resident]:
    today = local_date(uow.now)
    last: int | None = uow.session.scalar(
        sa.select(sa.func.max(Resident.code_no)).where(Resident.home == uow.home, Resident.code_year == today.year)
    )
    made = []
    for number, line in enumerate(lines, start=(last or 0) + 1):
        person = Lists(uow).settled(checked_person(line.person, today))
        facts = {one.name: getattr(person, one.name) for one in fields(person)}
        numbered = {"code_year": today.year, "code_no": number, "code": resident_code(today.year, number)}
        made.append(uow.add(Resident(**numbered, **facts)))
    return made


def _require_free_numbers(uow: UnitOfWork, lines: Sequence[RosterLine]) -> None:
    today = local_date(uow.now)
    papers = [checked_paper(paper, today) for line in lines for paper in line.papers]
    wanted = [(paper.kind, paper.number) for paper in papers if paper.number is not None]
    taken = _taken(uow, [number for _, number in wanted])
    twice = {one for one, times in Counter(wanted).items() if times > 1}
    if taken.intersection(wanted) or twice:
        raise UserError(
            "paper_number_taken",
            label(
                "errors",
                "Danh sách có {count} số giấy tờ trùng với người đã có hồ sơ hoặc trùng nhau. Hãy so lại những "
                "người đó rồi nhập riêng từng người.",
            ),
            count=len(taken.intersection(wanted) | twice),
        )


def _taken(uow: UnitOfWork, numbers: Sequence[str]) -> set[tuple[PaperKind, str]]:
    """Which of these numbers a live paper bears."""
    found = uow.session.execute(
        sa.select(ResidentPaper.kind, ResidentPaper.number).where(
            ResidentPaper.number.in_(numbers), ResidentPaper.voided_at.is_(None)
        )
    )
    return {(kind, number) for kind, number in found if number is not None}
