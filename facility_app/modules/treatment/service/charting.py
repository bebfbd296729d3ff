"""What every verb of care asks of a stay before it writes, and the facts every entry of a chart begins with."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from facility_app.db.settings_store import get_setting
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import local_date
from facility_app.kernel.errors import PermissionDenied, UserError
from facility_app.kernel.labels import label
from facility_app.modules.residents.api import ResidentMarks, list_resident_marks
from facility_app.modules.staff.api import NOBODY, find_member_of_account
from facility_app.modules.stays.api import ExitCode, StayDetail, get_stay, list_stays_of
from facility_app.modules.treatment.domain import WRITE_RECORD
from facility_app.modules.treatment.domain.record import LATE_MINUTES, ChartSpan, is_late
from facility_app.modules.treatment.tables import MedicalRecord
from facility_app.modules.treatment.tables.charted import Charted

ChartedT = TypeVar("ChartedT", bound=Charted)


@dataclass(frozen=True, slots=True)
class Staff:
    """Whoever acts, as entries name them."""

    uow: UnitOfWork

    @property
    def name(self) -> str:
        """The member of the staff; the row knows the account besides, whose id says nothing to a reader."""
        member = find_member_of_account(self.uow, self.uow.actor.user_id)
        return NOBODY if member is None else member.full_name

    def require_own(self, author_id: str, author_name: str) -> None:
        """Refuse to strike out what another wrote, unless a doctor does.

        Raises:
            PermissionDenied: ``entry_of_another``.
        """
        if author_id != self.uow.actor.user_id and not self.uow.actor.may(WRITE_RECORD):
            raise PermissionDenied(
                "entry_of_another",
                label("errors", "Chỉ người đã ghi mục này ({author}) hoặc bác sĩ được gạch bỏ. Hãy báo người đó."),
                author=author_name,
            )


@dataclass(slots=True)
class Chart:
    """The chart of one stay.

    Attributes:
        uow: the unit of work.
        stay: whose chart.
    """

    uow: UnitOfWork
    stay: StayDetail
    _name: str = field(default="", init=False)

    @classmethod
    def of(cls, uow: UnitOfWork, stay_id: str) -> "Chart":
        """The chart of a stay.

        Raises:
            UserError: ``not_found``.
        """
        return cls(uow, get_stay(uow, stay_id))

    @classmethod
    def now_of(cls, uow: UnitOfWork, resident_id: str) -> "Chart | None":
        """The chart of the stay somebody is in; None before they are admitted."""
        found = next((one for one in list_stays_of(uow, resident_id) if one.is_open), None)
        return None if found is None else cls(uow, found)

    @property
    def resident_id(self) -> str:
        """Whose it is."""
        return self.stay.resident_id

    @property
    def author(self) -> str:
        """Whose name stands under an entry."""
        self._name = self._name or Staff(self.uow).name
        return self._name

    @property
    def person(self) -> ResidentMarks:
        """Who it is."""
        return list_resident_marks(self.uow, [self.resident_id])[self.resident_id]

    @property
    def span(self) -> ChartSpan:
        """When this chart is written in."""
        return ChartSpan(self.stay.admitted_on, self.stay.exited_on, self.stay.exit_code is ExitCode.DEATH)

    def moment(self, said: datetime | None) -> datetime:
        """When something happened: now when nothing was said.

        Raises:
            UserError: as ``ChartSpan.require_open``.
        """
        at = self.uow.now if said is None else said
        self.span.require_open(at, self.uow.now)
        return at

    def require_alive(self) -> None:
        """Refuse any change of a chart that death closed.

        Raises:
            UserError: ``chart_closed``.
        """
        self.span.require_alive()

    def is_late(self, at: datetime) -> bool:
        """Whether what happened then is written late, by the rule of the facility."""
        return is_late(at, self.uow.now, get_setting(self.uow, LATE_MINUTES))

    def facts(self, at: datetime) -> dict[str, Any]:
        """What every entry begins with; the record gets its number with the first."""
        self.open_record()
        return {
            "resident_id": self.resident_id,
            "stay_id": self.stay.stay_id,
            "happened_at": at,
            "author_name": self.author,
            "is_late": self.is_late(at),
        }

    def open_record(self) -> MedicalRecord:
        """The record's number, given with the first entry; inside of a verb."""
        session, uow = self.uow.session, self.uow
        asked = sa.select(MedicalRecord).where(
            MedicalRecord.stay_id == self.stay.stay_id, MedicalRecord.voided_at.is_(None)
        )
        found = session.scalars(asked).first()
        if found is not None:
            return found
        year = local_date(uow.now).year
        last = session.scalar(
            sa.select(sa.func.max(MedicalRecord.number)).where(
                MedicalRecord.home == uow.home, MedicalRecord.year == year
            )
        )
        made = uow.add(
            MedicalRecord(
                resident_id=self.resident_id,
                stay_id=self.stay.stay_id,
                year=year,
                number=(last or 0) + 1,
                opened_at=uow.now,
            )
        )
        session.flush()
        return made

    def corrected(self, table: type[ChartedT], entry_id: str | None) -> str | None:
        """The id of an entry struck out before, which the new one stands for.

        Raises:
            UserError: ``not_struck_out``.
        """
        if entry_id is None:
            return None
        found = self.uow.session.get(table, entry_id)
        if found is None or found.stay_id != self.stay.stay_id or found.voided_at is None:
            raise UserError(
                "not_struck_out",
                label(
                    "errors",
                    "Mục được thay phải là mục đã gạch bỏ của chính hồ sơ này. Hãy gạch bỏ mục sai trước.",
                ),
            )
        return found.id
