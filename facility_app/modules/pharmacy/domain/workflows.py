"""Steps of a requisition (PL XII) and of a destruction, and that no one account stands twice on a paper."""

from enum import StrEnum
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
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
