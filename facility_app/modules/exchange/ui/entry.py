"""What the slice of the exchange offers the window: how far the province has everything."""

import importlib
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.exchange.domain import VIEW_EXCHANGE
from facility_app.modules.exchange.ui.standing_words import PAGE
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, PageSpec

HOUSE: Final = label("ui", "Quản trị")
TITLE: Final = label("exchange", "Gửi tỉnh")
ROOM: Final = "facility_app.modules.exchange.ui.standing_page"


def pages(press: PlainPress, subjects: Mapping[str, str]) -> tuple[PageSpec, ...]:
    """The pages of this slice.

    Args:
        press: sets and prints the paper that goes along.
        subjects: table → slice that keeps it, by which rows are named.
    """
    return (
        PageSpec(
            PAGE, TITLE, HOUSE, "send", VIEW_EXCHANGE, partial(_standing, press, subjects), order=60,
            help="gui-tinh#xem-tinh-da-nhan-den-dau", daily=frozenset({Role.EXCHANGE}),
            also=(label("exchange", "đồng bộ"), label("exchange", "gói dữ liệu"), label("exchange", "biên nhận")),
        ),
    )  # fmt: skip


def _standing(press: PlainPress, subjects: Mapping[str, str], context: PageContext) -> Page:
    """Keys and seals are read when somebody first looks: every start would wait for them."""
    room: Any = importlib.import_module(ROOM)
    made: Page = room.StandingPage(press, subjects, context)
    return made
