"""How these screens write instants, roles and names; shared by all of them."""

from collections.abc import Iterable
from datetime import datetime

from facility_app.kernel.actor import RECOVERY_USER, ROLE_LABELS, SYSTEM_USER, Role
from facility_app.kernel.dates import format_clock, format_moment
from facility_app.kernel.labels import label
from facility_app.ui.i18n import tr

SECTION = label("ui", "Quản trị")
ACCOUNT = label("terms", "Tài khoản")
ROLES = label("access", "Vai trò")
WHEN = label("access", "Lúc")
DEVICE = label("access", "Máy")
REASON = label("access", "Lý do")
PERSON = label("access", "Người cai nghiện")
STATE = label("access", "Tình trạng")
CHOOSE_ONE = label("access", "Hãy chọn một dòng trong danh sách trước.")
PROGRAM = label("access", "(chương trình)")
RECOVERY = label("access", "(người giữ khóa khôi phục)")

KNOWN_ROLES = {role.value: role for role in Role}


def when_text(instant: datetime) -> str:
    """``22/11/2026 07:30``."""
    return format_moment(instant)


def clock_text(instant: datetime) -> str:
    """``22/11/2026 07:30:05``, where the order within a minute counts."""
    return format_clock(instant)


def roles_text(roles: Iterable[Role]) -> str:
    """Roles in words, in the order of the house."""
    held = frozenset(roles)
    return ", ".join(tr(ROLE_LABELS[role]) for role in Role if role in held)


def written_roles(written: str) -> str:
    """Roles as the trail wrote them, in words; one that is no more stands as it was written."""
    names = written.split()
    return ", ".join(tr(ROLE_LABELS[KNOWN_ROLES[name]]) if name in KNOWN_ROLES else name for name in names)


def who_text(user_id: str, user_name: str | None) -> str:
    """Whose name stands in the trail, also where it was no account."""
    if user_name:
        return user_name
    return {SYSTEM_USER: tr(PROGRAM), RECOVERY_USER: tr(RECOVERY)}.get(user_id, user_id)
