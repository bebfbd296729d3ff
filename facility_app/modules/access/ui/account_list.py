"""The list of accounts as data."""

from facility_app.kernel.labels import label
from facility_app.modules.access.queries import UserRow, list_user_ids, list_user_rows
from facility_app.modules.access.ui.words import ACCOUNT, ROLES, STATE, roles_text
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


ACCOUNTS: ListSpec[UserRow] = ListSpec(
    id="access.accounts",
    title=TITLE,
    columns=(
        ColumnSpec("name", ACCOUNT, name_of, width=200, is_strong=True, ink=name_ink),
        ColumnSpec("state", STATE, state_text, width=200, tone=state_tone),
        ColumnSpec("roles", ROLES, roles_of, width=260, ink=name_ink, wraps=True),
    ),
    ids=list_user_ids,
    rows=list_user_rows,
    row_id=account_id,
    search=SEARCH,
    empty=EMPTY,
    none_found=NONE_FOUND,
    tables=frozenset({"user_account", "user_role"}),
)
