"""What the slice of accounts offers the window: its pages, each for whoever may open it."""

from functools import partial

from facility_app.modules.access.domain import GIVE_GRANT, MANAGE_USERS
from facility_app.modules.access.ui import account_list, grant_list
from facility_app.modules.access.ui.accounts import AccountsPage
from facility_app.modules.access.ui.grants import GrantsPage
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import SECTION
from facility_app.ui.shell.spec import PageSpec


def pages(house: House) -> tuple[PageSpec, ...]:
    """The pages, with the words and the people of ``house``."""
    return (
        PageSpec("access.accounts", account_list.TITLE, SECTION, "users", MANAGE_USERS, AccountsPage, 10),
        PageSpec(
            "access.grants", grant_list.TITLE, SECTION, "shield-check", GIVE_GRANT, partial(GrantsPage, house), 20
        ),
    )
