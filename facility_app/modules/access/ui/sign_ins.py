"""Who sat down at which machine, who left, and how often a password was wrong."""

from datetime import datetime
from functools import partial

from typing_extensions import override

from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.kernel.paging import Sort
from facility_app.kernel.typed import number_text
from facility_app.modules.access.domain import FAILED_TRIES
from facility_app.modules.access.queries import (
    SESSION_VERBS,
    SignInRow,
    list_sign_in_ids,
    list_sign_in_rows,
)
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import ACCOUNT, DEVICE, ROLES, WHEN, clock_text, who_text, written_roles
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("access", "Lần đăng nhập")
STEP = label("access", "Việc")
FAILED = label("access", "Số lần sai")
SEARCH = label("access", "Tìm theo tài khoản…")
EMPTY = label("access", "Chưa có lần đăng nhập nào được ghi.")
WRONG_NAMES = label("access", "Gõ sai: {names}")
UNKNOWN_NAME = label("access", "Gõ sai tên tài khoản")


def sign_ins_list(house: House) -> ListSpec[SignInRow]:
    """The list, steps called by their names."""
    steps = tuple(FilterOption(str(verb), house.verbs.get(verb, str(verb))) for verb in SESSION_VERBS)
    return ListSpec(
        id="access.sign_ins",
        title=TITLE,
        columns=(
            ColumnSpec("at", WHEN, _at, value=_at_value, sort="at", width=195),
            ColumnSpec("user_name", ACCOUNT, _who, sort="user_name", width=170, is_strong=True, wraps=True),
            ColumnSpec("verb", STEP, partial(_step, house), width=220, tone=_tone),
            ColumnSpec("failed", FAILED, _failed, value=_failed_value, width=96, align=Align.END, is_summed=True),
            ColumnSpec("roles", ROLES, _roles, width=200, wraps=True),
            ColumnSpec("device", DEVICE, _device, width=130, gives_way=1),
        ),
        ids=list_sign_in_ids,
        rows=list_sign_in_rows,
        row_id=_id,
        filters=(FilterSpec("verb", STEP, steps),),
        search=SEARCH,
        empty=EMPTY,
        default_sort=(Sort("at", descending=True),),
    )


class SignInsPage(ListPage):
    """The list; it is read anew whenever somebody comes or goes."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, sign_ins_list(house))

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.panel.model.reload()

    @override
    def refresh(self, change: Change) -> None:
        super().refresh(change)
        if self.isVisible():
            self.panel.model.reload()


def _id(row: SignInRow) -> str:
    return row.entry_id


def _at(row: SignInRow) -> str:
    return clock_text(row.at)


def _at_value(row: SignInRow) -> datetime:
    return row.at


def _who(row: SignInRow) -> str:
    if row.verb == FAILED_TRIES:
        return tr(WRONG_NAMES, names=row.names) if row.names else tr(UNKNOWN_NAME)
    return who_text(row.user_id, row.user_name)


def _step(house: House, row: SignInRow) -> str:
    return house.verb(row.verb)


def _tone(row: SignInRow) -> Tone | None:
    return Tone.WARNING if row.verb == FAILED_TRIES else None


def _failed(row: SignInRow) -> str:
    return "" if row.failed is None else number_text(row.failed)


def _failed_value(row: SignInRow) -> object:
    return "" if row.failed is None else row.failed


def _roles(row: SignInRow) -> str:
    return written_roles(row.roles)


def _device(row: SignInRow) -> str:
    return row.device
