"""People about to be taken in, read from what was typed, and who of those kept may be the same person."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.labels import Label
from facility_app.kernel.sex import Sex
from facility_app.modules.intake.domain.rights import RECEIVE
from facility_app.modules.residents.api import (
    LIKENESS_LABELS,
    NEW_CARDS_FROM,
    Newcomer,
    Paper,
    PaperKind,
    Person,
    find_similar_many,
)

_OLD_DIGITS, _NEW_DIGITS = 9, 12


@dataclass(frozen=True, slots=True, repr=False)
class Arrival:
    """One person at the door, as typed.

    Attributes:
        birth_on: or ``birth_year`` alone.
        number: of the identity paper; its length says which paper it is.
        number_text: of the decision, where each person has their own: ``118/QĐ-TA``.
        months: likewise.
        resident_id: somebody known who this is.
        not_same: people somebody looked at and found to be others.
        bed: where they will sleep, as people say it; empty for later.
    """

    name: str
    sex: Sex | None
    birth_on: date | None = None
    birth_year: int | None = None
    number: str = ""
    number_on: date | None = None
    number_by: str | None = None
    number_text: str = ""
    months: int | None = None
    resident_id: str = ""
    not_same: frozenset[str] = frozenset()
    bed: str = ""

    @property
    def person(self) -> Person:
        """The facts for the file of a new person."""
        return Person(self.name, self.sex or Sex.MALE, self.birth_on, self.birth_year)

    @property
    def papers(self) -> tuple[Paper, ...]:
        """The identity paper, where there is a number."""
        typed = "".join(char for char in self.number if char.isalnum()).upper()
        if not typed:
            return ()
        return (Paper(_kind_of(typed, self.number_on), typed, self.number_on, self.number_by),)


@dataclass(frozen=True, slots=True)
class LooksLike:
    """Somebody kept who may be the same person.

    Attributes:
        reasons: what is alike, in words.
        is_inside: whether they have an open stay, and so cannot come in again.
    """

    resident_id: str
    code: str
    name: str = field(repr=False)
    birth: str = field(repr=False)
    reasons: tuple[Label, ...]
    is_inside: bool


def _kind_of(number: str, issued_on: date | None) -> PaperKind:
    """Which paper a number is on, by its look."""
    if not number.isdigit():
        return PaperKind.PASSPORT
    if len(number) == _OLD_DIGITS:
        return PaperKind.OLD_CARD
    is_new = issued_on is not None and issued_on >= NEW_CARDS_FROM
    return PaperKind.IDENTITY_CARD if is_new else PaperKind.CITIZEN_CARD


def list_alike(uow: UnitOfWork, arrivals: Sequence[Arrival]) -> tuple[tuple[LooksLike, ...], ...]:
    """Who may be the same person as each; none for those somebody has decided about."""
    require(uow, RECEIVE)
    open_ones = [one for one in arrivals if not one.resident_id]
    found = find_similar_many(uow, [Newcomer(one.person, papers=one.papers) for one in open_ones])
    alike = {
        id(one): tuple(
            LooksLike(
                candidate.row.resident_id,
                candidate.row.code,
                candidate.row.name,
                candidate.row.birth,
                tuple(LIKENESS_LABELS[reason] for reason in candidate.match.reasons),
                candidate.row.stay_id is not None,
            )
            for candidate in candidates
            if candidate.row.resident_id not in one.not_same
        )
        for one, candidates in zip(open_ones, found, strict=True)
    }
    return tuple(alike.get(id(one), ()) for one in arrivals)
