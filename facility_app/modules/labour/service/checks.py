"""What every verb of labour asks of the file before it writes: today, a day still open, who acts, who exists."""

from dataclasses import dataclass
from datetime import date

import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label
from facility_app.modules.labour.queries.records import MONTH
from facility_app.modules.staff.api import find_member_of_account, list_staff_rows
from facility_app.modules.stays.api import list_whereabouts


@dataclass(frozen=True, slots=True)
class Desk:
    """One decision at work."""

    uow: UnitOfWork

    @property
    def today(self) -> date:
        """The day it is here."""
        return local_date(self.uow.now)

    def officer(self, typed: str, faults: Faults, in_charge_id: str = "") -> str:
        """Who is in charge by name: as typed, else the one usually in charge, else whoever is signed in."""
        name = typed.strip()
        if not name and in_charge_id:
            name = next((row.full_name for row in list_staff_rows(self.uow, [in_charge_id])), "")
        if not name:
            found = find_member_of_account(self.uow, self.uow.actor.user_id)
            name = "" if found is None else found.full_name
        return faults.line("officer_name", name, needed=label("errors", "Cần họ tên cán bộ phụ trách.")) or ""

    def closed_until(self) -> date | None:
        """The last day of the last closed month."""
        found: date | None = self.uow.session.scalar(
            sa.select(sa.func.max(MONTH.last_on)).where(MONTH.home == self.uow.home)
        )
        return found

    def require_open(self, day: date) -> None:
        """Refuse a day of a closed month.

        Raises:
            UserError: ``labour_month_closed``.
        """
        closed = self.closed_until()
        if closed is not None and day <= closed:
            raise UserError(
                "labour_month_closed",
                label(
                    "errors",
                    "Sổ kết quả lao động đã khóa đến hết ngày {day}: không sửa chấm công, thu, chi của tháng đã "
                    "khóa (NĐ 163/2026 Đ118.1a). Sai sót về tiền thì ghi một khoản điều chỉnh vào tháng này.",
                ),
                fields={"held_on": label("errors", "Tháng này đã khóa sổ")},
                day=format_date(closed),
            )

    def require_past(self, day: date) -> None:
        """Refuse a day to come.

        Raises:
            UserError: ``labour_day_to_come``.
        """
        if day > self.today:
            raise UserError(
                "labour_day_to_come",
                label("errors", "Ngày {day} chưa đến: chỉ chấm công ngày đã qua hoặc hôm nay."),
                fields={"held_on": label("errors", "Ngày này chưa đến")},
                day=format_date(day),
            )

    def require_here(self, resident_ids: list[str]) -> None:
        """Refuse people without an open stay.

        Raises:
            UserError: ``no_open_stay``.
        """
        here = {one.resident_id for one in list_whereabouts(self.uow, resident_ids)} if resident_ids else set()
        if set(resident_ids) - here:
            raise UserError(
                "no_open_stay",
                label(
                    "errors",
                    "Có người không có lần cai nghiện nào đang mở, nên không ghi được. Hãy tiếp nhận trước.",
                ),
            )

    def check_officer(self, faults: Faults, officer_id: str) -> None:
        """Note somebody who does not work here."""
        if not any(row.left_on is None for row in list_staff_rows(self.uow, [officer_id])):
            faults.add(
                "officer_unknown", "officer_id", label("errors", "Hãy chọn cán bộ đang làm việc để phụ trách.")
            )
