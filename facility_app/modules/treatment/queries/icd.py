"""Which diagnoses may be chosen on a day: of the table imported for it, else of the codes that came along."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.orm import Session

from facility_app.db.uow import UnitOfWork, require
from facility_app.kernel.dates import local_date
from facility_app.kernel.ports import Shelf
from facility_app.kernel.sex import Sex
from facility_app.kernel.shipped import Evidence, Span
from facility_app.kernel.word_search import words_typed
from facility_app.modules.treatment.domain import KEEP_ICD
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.domain.icd10 import IcdBook, IcdCode, IcdFlag, written
from facility_app.modules.treatment.domain.words import clinical_label
from facility_app.modules.treatment.tables import IcdTable, IcdTableCode

_MOST_FOUND: Final = 200


@dataclass(frozen=True, slots=True)
class IcdInForce:
    """The imported table that is used today.

    Attributes:
        codes: how many it has.
        valid_from: its first day.
    """

    file_name: str
    codes: int
    valid_from: date


def find_icd_in_force(uow: UnitOfWork) -> IcdInForce | None:
    """The table whose codes are chosen today; None while they are those that came along."""
    require(uow, KEEP_ICD)
    found = IcdCodes(uow.session, uow.ports.shelf).table(local_date(uow.now))
    return None if found is None else IcdInForce(found.file_name, found.code_count, found.valid_from)


@dataclass(frozen=True, slots=True)
class IcdCodes:
    """Codes by the day an encounter ends, for whoever of this slice has asked for the right."""

    session: Session
    shelf: Shelf | None

    def book(self, code: str, on: date) -> IcdBook:
        """The book to look ``code`` up in: of an imported table it is that one code."""
        table = self.table(on)
        if table is None:
            return clinical(self.shelf).icd10
        c = IcdTableCode
        rows = self.session.scalars(sa.select(c).where(c.table_id == table.id, c.code == written(code)))
        span = self._span(table)
        return IcdBook.of([_icd_code(row, span) for row in rows])

    def search(self, text: str, on: date, sex: Sex | None = None) -> tuple[IcdCode, ...]:
        """Codes that may be chosen, as ``IcdBook.search``; of an imported table 200 at most."""
        table = self.table(on)
        if table is None:
            return clinical(self.shelf).icd10.search(text, on, sex)
        c = IcdTableCode
        never = [IcdFlag.UNUSABLE, IcdFlag.DEATH_ONLY]
        if sex is not None:
            never += [IcdFlag.FEMALE if sex is Sex.MALE else IcdFlag.MALE]
        asked = sa.select(c).where(
            c.table_id == table.id,
            *(c.folded.contains(f" {word}", autoescape=True) for word in words_typed(text)),
            *(sa.not_(c.flags.contains(f" {flag} ")) for flag in never),
        )
        found = self.session.scalars(asked.order_by(c.code != written(text), c.code).limit(_MOST_FOUND))
        span = self._span(table)
        return tuple(_icd_code(row, span) for row in found)

    def table(self, on: date) -> IcdTable | None:
        """The imported table a day takes its codes from; None for those that came along."""
        t = IcdTable
        asked = sa.select(t).where(t.valid_from <= on, t.voided_at.is_(None))
        # Of two for one day the later one was imported to put the earlier right.
        return self.session.scalar(asked.order_by(t.valid_from.desc(), t.created_at.desc(), t.id.desc()).limit(1))

    def _span(self, table: IcdTable) -> Span:
        t = IcdTable
        asked = sa.select(sa.func.min(t.valid_from)).where(t.valid_from > table.valid_from, t.voided_at.is_(None))
        after = self.session.scalar(asked)
        return Span(table.valid_from, None if after is None else after - timedelta(days=1))


def _icd_code(row: Any, span: Span) -> IcdCode:
    return IcdCode(
        code=row.code,
        text=clinical_label(row.text),
        english=row.english,
        flags=frozenset(map(IcdFlag, row.flags.split())),
        span=span,
        evidence=Evidence.READ,
        fold=row.folded,
    )
