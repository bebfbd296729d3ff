"""The second pair of eyes: somebody else gives name and password within the first one's session, for one verb."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from facility_app.kernel.actor import ROLE_LABELS, Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label

LASTS = timedelta(minutes=2)
"""Long enough to press the button, too short to be kept for another day."""


@dataclass(frozen=True, slots=True)
class Countersign:
    """Proof that a second person agreed to one verb; good once, for a short while.

    Attributes:
        id: its own, so that it counts once.
        verb: the verb it is for.
        by_user_id: who asked.
        user_id: who agreed.
        user_name: their account's name.
        roles: their roles.
        at: when they agreed.
    """

    id: str
    verb: str
    by_user_id: str
    user_id: str
    user_name: str = field(repr=False)
    roles: frozenset[Role]
    at: datetime

    def is_fresh(self, now: datetime) -> bool:
        """Whether it was given a moment ago; one from the future was not."""
        return timedelta() <= now - self.at <= LASTS


def countersign_missing(roles: frozenset[Role]) -> UserError:
    """The refusal for a verb that a second person has not agreed to."""
    return UserError(
        "countersign_missing",
        label(
            "errors",
            "Việc này cần người thứ hai xác nhận ngay lúc làm (quy tắc hai người của cơ sở). Người xác nhận được: "
            "{roles}.",
        ),
        fields={"countersign": label("errors", "Cần người thứ hai xác nhận")},
        roles=tuple(sorted(ROLE_LABELS[role] for role in roles)),
    )


def countersign_same_person() -> UserError:
    """The refusal for somebody who countersigns their own act."""
    return UserError(
        "countersign_same_person",
        label(
            "errors",
            "Người xác nhận phải là người khác, không phải người đang làm việc này (quy tắc hai người của cơ sở). "
            "Hãy mời người khác gõ tên, mật khẩu.",
        ),
        fields={"name": label("errors", "Phải là người khác")},
    )


def countersign_role(name: str, roles: frozenset[Role]) -> UserError:
    """The refusal for a second person without the role."""
    return UserError(
        "countersign_role",
        label("errors", "{name} không xác nhận được việc này. Người xác nhận được: {roles}."),
        fields={"name": label("errors", "Không có vai trò cần thiết")},
        name=name,
        roles=tuple(sorted(ROLE_LABELS[role] for role in roles)),
    )


def countersign_refused() -> UserError:
    """The refusal for a wrong name or password, and for a closed account; which of them stays untold."""
    return UserError(
        "countersign_refused",
        label("errors", "Tên hoặc mật khẩu của người xác nhận không đúng. Hãy để chính người đó gõ lại."),
        fields={"password": label("errors", "Tên hoặc mật khẩu không đúng")},
    )


def countersign_must_change(name: str) -> UserError:
    """The refusal for a password that somebody else handed over."""
    return UserError(
        "countersign_must_change",
        label(
            "errors",
            "{name} còn dùng mật khẩu do người khác cấp nên chưa xác nhận được. Người đó hãy đăng nhập và đổi mật "
            "khẩu trước.",
        ),
        fields={"password": label("errors", "Mật khẩu do người khác cấp")},
        name=name,
    )
