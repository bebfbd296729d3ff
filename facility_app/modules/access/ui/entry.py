"""What the slice of accounts offers the window: its pages, each for whoever may open it."""

from collections.abc import Callable
from functools import partial

from facility_app.kernel.labels import label
from facility_app.modules.access.domain import MANAGE_USERS
from facility_app.modules.access.ui.accounts import AccountsPage
from facility_app.modules.access.ui.words import SECTION
from facility_app.ui.shell.spec import PageSpec

ACCOUNTS = label("access", "Tài khoản")

PAGES: tuple[PageSpec, ...] = (
    PageSpec("access.accounts", ACCOUNTS, SECTION, "users", MANAGE_USERS, AccountsPage, 10),
)
