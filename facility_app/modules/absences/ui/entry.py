"""What this slice offers the window: the list of who is away, the tab on a person's page, a chip for the late."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.domain.duties import Step
from facility_app.modules.absences.queries.cases import list_cases_of
from facility_app.modules.absences.queries.owed import list_owed
from facility_app.modules.absences.ui import case_list, places, words
from facility_app.modules.absences.ui.case_pane import AbsencePane
from facility_app.modules.absences.ui.press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ChipSource, ChipText, PageSpec, PartSpec
from facility_app.ui.theme import Tone

RESIDENT: Final = "resident"
OWED: Final = {
    Step.TOLD_FAMILY: label("absences", "Chưa báo cha mẹ, người giám hộ"),
    Step.TOLD_PROVINCE: label("absences", "Chưa báo Công an tỉnh"),
    Step.HEALTH_CHECK: label("absences", "Chưa khám khi trở lại"),
}
"""What the header says as long as nobody has done it."""


def parts(press: Press) -> tuple[PartSpec, ...]:
    """The tab of absences on a person's page."""
    made = partial(AbsencePane, press)
    return (PartSpec(places.TAB, case_list.TITLE, VIEW_ABSENCES, made, 22, help="vang-mat#the-vang-mat"),)


def chips_of(uow: Any, resident_id: str) -> Sequence[ChipText]:
    """Who should be back, and what an absence still owes, is told in the header of their page."""
    late = next((one for one in list_cases_of(uow, resident_id) if one.is_overdue), None)
    chips = () if late is None else (ChipText(tr(words.OVERDUE), Tone.DANGER, "hourglass"),)
    steps = {one.step for one in list_owed(uow, resident_id)}
    owed = tuple(
        ChipText(tr(text), Tone.WARNING, "alert-triangle") for step, text in OWED.items() if step in steps
    )
    return (*chips, *owed)


def pages(press: Press) -> tuple[PageSpec, ...]:
    """The pages of this slice."""
    return (
        PageSpec(
            places.LIST,
            case_list.TITLE,
            label("ui", "Công việc"),
            "ambulance",
            VIEW_ABSENCES,
            partial(case_list.AbsencesPage, press),
            order=44,
            help="vang-mat#danh-sach",
            also=(
                label("absences", "đi viện"),
                label("absences", "chịu tang"),
                label("absences", "bỏ trốn, truy tìm"),
                label("absences", "áp giải"),
            ),
        ),
    )


CHIPS: Final[dict[str, tuple[ChipSource, ...]]] = {
    RESIDENT: (ChipSource(VIEW_ABSENCES, chips_of, 20, frozenset({"absence_case", "absence_step", "task"})),)
}
