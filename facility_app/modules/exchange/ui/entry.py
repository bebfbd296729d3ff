"""What the slice of the exchange offers the window: how far the province has everything."""

import importlib
from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.exchange.domain import EXPORT, VIEW_EXCHANGE
from facility_app.modules.exchange.ui.post import Post
from facility_app.modules.exchange.ui.standing_words import EXPORT_PAGE, PAGE
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import PageContext, PageSpec

HOUSE: Final = label("ui", "Quản trị")
TITLE: Final = label("exchange", "Gửi tỉnh")
EXPORT_TITLE: Final = label("exchange", "Xuất gói gửi tỉnh")
ROOM: Final = "facility_app.modules.exchange.ui.standing_page"
EXPORT_ROOM: Final = "facility_app.modules.exchange.ui.export_page"


def pages(press: PlainPress, post: Post, subjects: Mapping[str, str]) -> tuple[PageSpec, ...]:
    """The pages of this slice.

    Args:
        press: sets and prints the paper that goes along.
        post: counts, makes and carries bundles, and takes answers in.
        subjects: table → slice that keeps it, by which rows are named.
    """
    return (
        PageSpec(
            PAGE, TITLE, HOUSE, "send", VIEW_EXCHANGE, partial(_standing, press, post, subjects), order=60,
            help="gui-tinh#xem-tinh-da-nhan-den-dau", daily=frozenset({Role.EXCHANGE}),
            also=(label("exchange", "đồng bộ"), label("exchange", "gói dữ liệu"), label("exchange", "biên nhận")),
        ),
        PageSpec(
            EXPORT_PAGE, EXPORT_TITLE, None, "send", EXPORT, partial(_export, press, post, subjects), beneath=PAGE,
            help="gui-tinh#gui-va-nhan-bien-nhan", also=(label("exchange", "lập gói"),),
        ),
    )  # fmt: skip


# Keys and seals are read when somebody first looks: every start would wait for them.
def _standing(press: PlainPress, post: Post, subjects: Mapping[str, str], context: PageContext) -> Page:
    room: Any = importlib.import_module(ROOM)
    made: Page = room.StandingPage(press, post, subjects, context)
    return made


def _export(press: PlainPress, post: Post, subjects: Mapping[str, str], context: PageContext) -> Page:
    room: Any = importlib.import_module(EXPORT_ROOM)
    made: Page = room.ExportPage(press, post, subjects, context)
    return made
