"""What the slice of giving medicines offers the window: the round, catching up, the desk, a person's tab."""

from functools import partial
from typing import Final

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import GIVE_MEDICINES, VIEW_MAR
from facility_app.modules.medication.domain.rights import HEALTH
from facility_app.modules.medication.queries.kit import PAGE
from facility_app.modules.medication.ui import catch_up_page, desk, kit_page, round_page, round_places
from facility_app.modules.medication.ui.kit_press import KitPress
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import PageSpec, PartSpec

RESIDENT: Final = "resident"
CARE = label("ui", "Y tế")


def parts(press: PlainPress) -> tuple[PartSpec, ...]:
    """What this slice adds to a person's page."""
    return desk.parts(press)


def pages(press: PlainPress, kit: KitPress) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            round_places.ROUND,
            round_page.TITLE,
            CARE,
            "pill",
            VIEW_MAR,
            partial(round_page.RoundPage, press),
            order=20,
            daily=HEALTH,
            help="phat-thuoc#bat-dau-luot",
            also=(
                label("medication", "vòng thuốc"),
                label("medication", "cho thuốc"),
                label("medication", "phiếu dùng thuốc"),
            ),
        ),
        PageSpec(
            round_places.CATCH_UP,
            catch_up_page.TITLE,
            None,
            "writing",
            GIVE_MEDICINES,
            catch_up_page.CatchUpPage,
            help="phat-thuoc#nhap-bu",
            beneath=round_places.ROUND,
            also=(label("medication", "ghi lại từ giấy"), label("medication", "mất điện")),
        ),
        PageSpec(
            PAGE,
            kit_page.TITLE,
            CARE,
            "printer",
            VIEW_MAR,
            partial(kit_page.KitPage, kit),
            order=90,
            help="phat-thuoc#phong-mat-dien",
            also=(label("medication", "mất điện"), label("medication", "phiếu 24 giờ, ổ rời")),
        ),
        *desk.pages(press),
    )
