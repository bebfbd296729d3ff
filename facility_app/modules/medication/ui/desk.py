"""What the doctor's and the pharmacist's desk offers the window: orders, rules, protocols, substitution, a tab."""

from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import PRESCRIBE, VIEW_MAR
from facility_app.modules.medication.queries.desk import count_waiting
from facility_app.modules.medication.ui import (
    order_form,
    order_list,
    person_tab,
    programme_list,
    protocol_list,
    rule_list,
)
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui.order_form import PrescribePage
from facility_app.modules.medication.ui.order_page import OrdersPage
from facility_app.modules.medication.ui.person_tab import MedicinePane
from facility_app.modules.medication.ui.programme_page import ProgrammesPage
from facility_app.modules.medication.ui.protocol_page import ProtocolsPage
from facility_app.modules.medication.ui.rule_page import RulesPage
from facility_app.ui.printing.sheets import SheetPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

CARE: Final = label("ui", "Y tế")


def pages(press: SheetPress) -> tuple[PageSpec, ...]:
    """The pages; ``press`` sets the letter about the last dose."""
    return (
        *PAGES,
        PageSpec(
            places.PROGRAMMES,
            programme_list.TITLE,
            CARE,
            "droplet",
            VIEW_MAR,
            partial(ProgrammesPage, press),
            order=50,
            help="y-lenh#dieu-tri-thay-the",
            also=(label("medication", "methadon, buprenorphin"), label("medication", "bỏ liều")),
        ),
    )


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec(
        places.ORDERS,
        order_list.TITLE,
        CARE,
        "clipboard-check",
        VIEW_MAR,
        OrdersPage,
        order=30,
        help="y-lenh#duyet",
        also=(label("medication", "duyệt thuốc, dược sĩ"), label("medication", "đơn thuốc")),
        count=count_waiting,
        tables=frozenset({"medicine_order"}),
    ),
    PageSpec(
        places.PRESCRIBE,
        order_form.TITLE,
        None,
        "pill",
        PRESCRIBE,
        PrescribePage,
        help="y-lenh#ke-thuoc",
        beneath=places.ORDERS,
        also=(label("medication", "ra y lệnh"),),
    ),
    PageSpec(
        places.PROTOCOLS,
        protocol_list.TITLE,
        CARE,
        "calendar-time",
        VIEW_MAR,
        ProtocolsPage,
        order=40,
        help="y-lenh#phac-do",
        also=(label("medication", "cắt cơn từng ngày"), label("medication", "khác phác đồ")),
    ),
    PageSpec(
        places.RULES,
        rule_list.TITLE,
        CARE,
        "scale",
        VIEW_MAR,
        RulesPage,
        order=60,
        help="y-lenh#bang-quy-tac",
        also=(
            label("medication", "liều cao nhất, tương tác thuốc"),
            label("medication", "chưa phê duyệt"),
        ),
    ),
)
"""Those that need nothing from outside."""


def parts(press: SheetPress) -> tuple[PartSpec, ...]:
    """The tab on a person's page; ``press`` sets the MAR."""
    made: Any = partial(MedicinePane, press)
    return (PartSpec(places.TAB, person_tab.TITLE, VIEW_MAR, made, 26, help="y-lenh#the-thuoc", prints=True),)
