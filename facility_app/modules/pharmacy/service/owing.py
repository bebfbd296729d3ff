"""What is left to be done: the pages of a day signed, the year and what was destroyed reported."""

from dataclasses import dataclass
from datetime import date, timedelta

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.dates import format_date, local_date
from facility_app.kernel.labels import label
from facility_app.modules.catalogues.api import parameter
from facility_app.modules.pharmacy.domain.law import DESTRUCTION_DAYS, YEAR_ALARMS, YEAR_DAYS, YearlyReport
from facility_app.modules.pharmacy.tables import StockEntry, StockPlace
from facility_app.modules.tasks.api import RaiseTask, raise_task

SIGN_BOOK_TASK = "pharmacy.sign_book"
YEARLY_TASK = "pharmacy.yearly_report"
DESTRUCTION_TASK = "pharmacy.destruction_report"
FOUND_WHOLE_TASK = "pharmacy.found_whole"


@dataclass(frozen=True, slots=True)
class Owing:
    """What is owed, within one unit of work."""

    uow: UnitOfWork

    def page(self, place_id: str, day: date) -> None:
        """The pages of a place on a day are signed by two people."""
        text = label("tasks", "In, ký và khóa trang sổ thuốc phải kiểm soát đặc biệt ngày {day}")
        wanted = RaiseTask(
            SIGN_BOOK_TASK,
            text,
            "stock_place",
            place_id,
            day,
            Role.PHARMACIST,
            {"day": format_date(day)},
            show_on=day,
            occasion=day.isoformat(),
        )
        raise_task(self.uow, wanted)

    def year(self, year: int) -> None:
        """A year is reported: the pharmacist is told first, the head when it is nearly too late."""
        text = label("tasks", "Lập, gửi báo cáo năm {year} về thuốc phải kiểm soát đặc biệt (PL IX)")
        owed = self.report_of(year)
        for show_on, role, mark in (
            (owed.first_alarm, Role.PHARMACIST, "a"),
            (owed.second_alarm, Role.HEAD, "b"),
        ):
            wanted = RaiseTask(
                YEARLY_TASK,
                text,
                "facility_profile",
                self.uow.home,
                owed.last_day,
                role,
                {"year": str(year)},
                show_on=show_on,
                occasion=f"{year}{mark}",
                may_go_to=frozenset({Role.PHARMACIST, Role.HEAD}),
            )
            raise_task(self.uow, wanted)

    def destruction(self, destruction_id: str, day: date) -> None:
        """What was destroyed on a day is reported."""
        text = label("tasks", "Báo cáo việc hủy thuốc phải kiểm soát đặc biệt")
        days = parameter(self.uow, DESTRUCTION_DAYS, on=day).whole
        wanted = RaiseTask(
            DESTRUCTION_TASK,
            text,
            "destruction",
            destruction_id,
            day + timedelta(days=days),
            Role.PHARMACIST,
            may_go_to=frozenset({Role.PHARMACIST, Role.HEAD}),
        )
        raise_task(self.uow, wanted)

    def found_whole(self, entry: StockEntry) -> None:
        """A dose of a controlled medicine was struck out and went back: the pharmacist and the head look at it."""
        text = label(
            "tasks",
            "Xem dòng chênh lệch trong sổ: một liều thuốc kiểm soát đã ghi dùng bị gạch bỏ, thuốc trả lại {place}",
        )
        place = self.uow.get(StockPlace, entry.place_id).name
        for role in (Role.PHARMACIST, Role.HEAD):
            wanted = RaiseTask(
                FOUND_WHOLE_TASK,
                text,
                "stock_entry",
                entry.id,
                local_date(self.uow.now),
                role,
                {"place": place},
                occasion=role.value,
            )
            raise_task(self.uow, wanted)

    def report_of(self, year: int) -> YearlyReport:
        """The report of a year, by the law of the January it is sent in."""
        on = date(year + 1, 1, 1)
        days, alarms = (parameter(self.uow, key, on=on) for key in (YEAR_DAYS, YEAR_ALARMS))
        return YearlyReport(year, days.whole, alarms.parts)
