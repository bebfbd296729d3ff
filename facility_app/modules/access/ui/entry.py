"""What the slice of accounts offers the window: its pages, each for whoever may open it."""

from collections.abc import Callable
from functools import partial

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.access.domain import (
    BREAK_GLASS,
    EDIT_SECURITY,
    GIVE_GRANT,
    MANAGE_USERS,
    READ_AUDIT,
    REVIEW_BREAK_GLASS,
)
from facility_app.modules.access.ui import (
    account_list,
    alarm_list,
    glass,
    grant_list,
    matrix,
    security,
    sign_ins,
    trail_list,
)
from facility_app.modules.access.ui.accounts import AccountsPage
from facility_app.modules.access.ui.alarms import AlarmsPage
from facility_app.modules.access.ui.glass import BreakGlassPage
from facility_app.modules.access.ui.grants import GrantsPage
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.matrix import MatrixPage
from facility_app.modules.access.ui.security import SecurityPage
from facility_app.modules.access.ui.sign_ins import SignInsPage
from facility_app.modules.access.ui.trail import TrailPage
from facility_app.modules.access.ui.words import SECTION
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, PageSpec

USERS = label("access", "người dùng, mật khẩu, vai trò")
HIV = label("access", "cấp quyền HIV, thu hồi quyền")
EMERGENCY = label("access", "khẩn cấp, cấp cứu, mượn quyền")
AUDIT = label("access", "lịch sử, ai đã sửa, kiểm tra nhật ký")
RIGHTS = label("access", "phân quyền, ai được làm gì")
COMING = label("access", "ai đã vào, sai mật khẩu")
LOCKING = label("access", "tự khóa màn hình, thời hạn quyền")


HELP = {
    "accounts": "quan-tri#tai-khoan",
    "roles": "quan-tri#bang-quyen",
    "grants": "quan-tri#quyen-xem-hiv",
    "break_glass": "quan-tri#mo-khan-cap",
    "alarms": "quan-tri#bao-dong-mo-khan-cap",
    "trail": "quan-tri#nhat-ky",
    "sign_ins": "quan-tri#lan-dang-nhap",
    "security": "quan-tri#cai-dat-an-toan",
}
"""Page → where the guide speaks of it."""


def pages(house: House) -> tuple[PageSpec, ...]:
    """The pages, with the words and the people of ``house``."""
    grants, glasses, alarms = (
        partial(GrantsPage, house),
        partial(BreakGlassPage, house),
        partial(AlarmsPage, house),
    )
    roles, audit, logins = partial(MatrixPage, house), partial(TrailPage, house), partial(SignInsPage, house)
    listed: tuple[tuple[str, Label, str, Permission, Callable[[PageContext], Page], tuple[Label, ...]], ...] = (
        ("accounts", account_list.TITLE, "users", MANAGE_USERS, partial(AccountsPage, house), (USERS,)),
        ("roles", matrix.TITLE, "table", READ_AUDIT, roles, (RIGHTS,)),
        ("grants", grant_list.TITLE, "user-check", GIVE_GRANT, grants, (HIV,)),
        ("break_glass", glass.TITLE, "hand-stop", BREAK_GLASS, glasses, (EMERGENCY,)),
        ("alarms", alarm_list.TITLE, "bell", REVIEW_BREAK_GLASS, alarms, (EMERGENCY,)),
        ("trail", trail_list.TITLE, "history", READ_AUDIT, audit, (AUDIT,)),
        ("sign_ins", sign_ins.TITLE, "login", READ_AUDIT, logins, (COMING,)),
        ("security", security.TITLE, "shield-lock", EDIT_SECURITY, SecurityPage, (LOCKING,)),
    )
    return tuple(
        PageSpec(f"access.{name}", title, SECTION, icon, right, make, (1 + place) * 10, also=also, help=HELP[name])
        for place, (name, title, icon, right, make, also) in enumerate(listed)
    )
