"""What this slice offers the window: the list of who is away, the tab on a person's page, a chip for the late."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.absences.domain import VIEW_ABSENCES
from facility_app.modules.absences.queries.cases import list_cases_of
from facility_app.modules.absences.ui import case_list, places, words
from facility_app.modules.absences.ui.case_pane import AbsencePane
from facility_app.modules.absences.ui.press import Press
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ChipSource, ChipText, PageSpec, PartSpec
from facility_app.ui.theme import Tone

RESIDENT: Final = "resident"


def parts(press: Press) -> tuple[PartSpec, ...]:
    """The tab of absences on a person's page."""
    made = partial(AbsencePane, press)
    return (PartSpec(places.TAB, case_list.TITLE, VIEW_ABSENCES, made, 22, help="vang-mat#the-vang-mat"),)


def chips_of(uow: Any, resident_id: str) -> Sequence[ChipText]:
    """Who should be back is told in the header of their page."""
    late = next((one for one in list_cases_of(uow, resident_id) if one.is_overdue), None)
    return () if late is None else (ChipText(tr(words.OVERDUE), Tone.DANGER, "hourglass"),)


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
    RESIDENT: (ChipSource(VIEW_ABSENCES, chips_of, 20, frozenset({"absence_case"})),)
}
