"""The list of accounts as data."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from typing import Any

from facility_app.kernel.labels import label
from facility_app.modules.access.queries import UserRow, list_last_sign_ins, list_user_ids, list_user_rows
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import ACCOUNT, ROLES, STATE, roles_text, when_text
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE = label("access", "Tài khoản")
SEARCH = label("access", "Tìm theo tên tài khoản…")
EMPTY = label("access", "Chưa có tài khoản nào.")
NONE_FOUND = label("access", "Không có tài khoản nào có tên như vậy.")
CLOSED = label("access", "Đã khóa")
ONE_TIME = label("access", "Chưa đổi mật khẩu được cấp")
IN_USE = label("access", "Đang dùng")
FULL_NAME = label("terms", "Họ và tên")
LAST_IN = label("access", "Đăng nhập lần cuối")
NEVER = label("access", "chưa lần nào")


@dataclass(frozen=True, slots=True)
class AccountLine(UserRow):
    """One account as the screen shows it.

    Attributes:
        full_name: whoever signs in with it; empty where nobody who works here does.
        last_in_at: when somebody did last; None for never.
    """

    full_name: str = field(default="", repr=False)
    last_in_at: datetime | None = None


def state_text(row: UserRow) -> str:
    """How an account stands, in a word."""
    if row.is_disabled:
        return tr(CLOSED)
    return tr(ONE_TIME) if row.must_change_password else tr(IN_USE)


def state_tone(row: UserRow) -> Tone:
    """How an account stands, as a tone."""
    if row.is_disabled:
        return Tone.NEUTRAL
    return Tone.WARNING if row.must_change_password else Tone.OK


def account_id(row: UserRow) -> str:
    """The row's id."""
    return row.user_id


def name_of(row: UserRow) -> str:
    """The account's name."""
    return row.name


def roles_of(row: UserRow) -> str:
    """Its roles in words."""
    return roles_text(row.roles)


def name_ink(row: UserRow) -> Tone | None:
    """Closed accounts stand back."""
    return Tone.NEUTRAL if row.is_disabled else None


def full_name_of(row: AccountLine) -> str:
    """Who signs in with it."""
    return row.full_name


def last_in_of(row: AccountLine) -> str:
    """When somebody signed in with it last."""
    return tr(NEVER) if row.last_in_at is None else when_text(row.last_in_at)


def accounts_list(house: House) -> ListSpec[AccountLine]:
    """The list, with the people behind the accounts."""
    return ListSpec(
        id="access.accounts",
        title=TITLE,
        columns=(
            ColumnSpec("name", ACCOUNT, name_of, width=170, is_strong=True, ink=name_ink),
            ColumnSpec("full_name", FULL_NAME, full_name_of, width=190, ink=name_ink, wraps=True),
            ColumnSpec("state", STATE, state_text, width=190, tone=state_tone),
            ColumnSpec("roles", ROLES, roles_of, width=240, ink=name_ink, wraps=True),
            ColumnSpec("last_in", LAST_IN, last_in_of, width=150, gives_way=1),
        ),
        ids=list_user_ids,
        rows=partial(_rows, house),
        row_id=account_id,
        search=SEARCH,
        empty=EMPTY,
        none_found=NONE_FOUND,
        tables=frozenset({"user_account", "user_role", "staff_member"}),
    )


def _rows(house: House, uow: Any, wanted: Sequence[str]) -> tuple[AccountLine, ...]:
    names, last = house.member_names(uow, wanted), list_last_sign_ins(uow, wanted)
    return tuple(
        AccountLine(
            *(row.user_id, row.name, row.roles, row.is_disabled, row.must_change_password),
            full_name=names.get(row.user_id, ""),
            last_in_at=last.get(row.user_id),
        )
        for row in list_user_rows(uow, wanted)
    )
