"""Steps of a requisition (PL XII) and of a destruction, and what this facility settles about them."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.settings import Setting, SettingScope
from facility_app.kernel.state_machine import StateMachine, Transition
from facility_app.modules.pharmacy.domain.rights import APPROVE_ISSUE, KEEP_STORE, SIGN_REPORTS


class Asked(StrEnum):
    """Trạng thái phiếu lĩnh."""

    ASKED = "asked"
    APPROVED = "approved"
    ISSUED = "issued"
    REFUSED = "refused"


ASKED_LABELS: dict[Asked, Label] = {
    Asked.ASKED: label("terms", "Chờ duyệt"),
    Asked.APPROVED: label("terms", "Đã duyệt, chờ phát"),
    Asked.ISSUED: label("terms", "Đã phát"),
    Asked.REFUSED: label("terms", "Không duyệt, đã rút"),
}
REQUISITION: Final = StateMachine(
    frozenset(
        {
            Transition(Asked.ASKED, "pharmacy.approve_requisition", Asked.APPROVED, APPROVE_ISSUE),
            Transition(Asked.ASKED, "pharmacy.refuse_requisition", Asked.REFUSED, APPROVE_ISSUE),
            Transition(Asked.APPROVED, "pharmacy.refuse_requisition", Asked.REFUSED, APPROVE_ISSUE),
            Transition(Asked.APPROVED, "pharmacy.issue_requisition", Asked.ISSUED, KEEP_STORE),
        }
    ),
    ASKED_LABELS,
    {
        "pharmacy.approve_requisition": label("verbs", "Duyệt phiếu lĩnh thuốc"),
        "pharmacy.refuse_requisition": label("verbs", "Không duyệt, rút phiếu lĩnh thuốc"),
        "pharmacy.issue_requisition": label("verbs", "Phát thuốc theo phiếu lĩnh"),
    },
)


class Destroying(StrEnum):
    """Trạng thái hủy thuốc."""

    ASKED = "asked"
    ALLOWED = "allowed"
    DONE = "done"
    WITHDRAWN = "withdrawn"


DESTROYING_LABELS: dict[Destroying, Label] = {
    Destroying.ASKED: label("terms", "Đã đề nghị hủy"),
    Destroying.ALLOWED: label("terms", "Được phép hủy"),
    Destroying.DONE: label("terms", "Đã hủy"),
    Destroying.WITHDRAWN: label("terms", "Thôi không hủy"),
}
DESTRUCTION: Final = StateMachine(
    frozenset(
        {
            Transition(Destroying.ASKED, "pharmacy.allow_destruction", Destroying.ALLOWED, SIGN_REPORTS),
            Transition(Destroying.ASKED, "pharmacy.withdraw_destruction", Destroying.WITHDRAWN, KEEP_STORE),
            Transition(Destroying.ALLOWED, "pharmacy.withdraw_destruction", Destroying.WITHDRAWN, KEEP_STORE),
            Transition(Destroying.ALLOWED, "pharmacy.destroy", Destroying.DONE, KEEP_STORE),
        }
    ),
    DESTROYING_LABELS,
    {
        "pharmacy.allow_destruction": label("verbs", "Cho phép hủy thuốc"),
        "pharmacy.withdraw_destruction": label("verbs", "Thôi không hủy thuốc"),
        "pharmacy.destroy": label("verbs", "Hủy thuốc, lập biên bản"),
    },
)

COUNCIL_LEAST: Final = Setting(
    "pharmacy.council_least",
    3,
    label("settings", "Hội đồng hủy thuốc có ít nhất bao nhiêu người"),
    SettingScope.FACILITY,
    lambda least: 3 <= least <= 15,  # noqa: PLR2004 - never fewer than the old decree asked for
)
NEEDS_AUTHORITY: Final = Setting(
    "pharmacy.destroy_needs_witness",
    True,
    label("settings", "Hủy thuốc phải kiểm soát đặc biệt có cơ quan y tế chứng kiến"),
    SettingScope.FACILITY,
)
REPORT_DAYS: Final = Setting(
    "pharmacy.destroy_report_days",
    10,
    label("settings", "Báo cáo việc hủy thuốc trong bao nhiêu ngày"),
    SettingScope.FACILITY,
    lambda days: 1 <= days <= 90,  # noqa: PLR2004 - a quarter at most
)
SETTINGS: Final = (COUNCIL_LEAST, NEEDS_AUTHORITY, REPORT_DAYS)
LOSS_HOURS: Final = timedelta(hours=48)
"""TT 18/2026/TT-BYT Đ7.3."""


@dataclass(frozen=True, slots=True)
class YearlyReport:
    """The yearly report PL IX of one year: before 15 January (TT 18/2026/TT-BYT Đ7.1)."""

    year: int

    @property
    def last_day(self) -> date:
        """The last day it is in time."""
        return date(self.year + 1, 1, 14)

    @property
    def first_alarm(self) -> date:
        """When it is first spoken of."""
        return date(self.year, 12, 15)

    @property
    def second_alarm(self) -> date:
        """When the head hears of it too."""
        return date(self.year + 1, 1, 10)


def require_other_person(first: str, second: str, what: Label) -> None:
    """Refuse one account in two places of a paper.

    Raises:
        UserError: ``same_person_twice``.
    """
    if first == second:
        raise UserError(
            "same_person_twice",
            label("errors", "{what}: hai chỗ ký phải là hai người khác nhau. Hãy để người khác làm bước này."),
            what=what,
        )
