"""Tỷ lệ theo kỳ: of everybody who was at the facility in a period, how many were counselled, taught, certified."""

from typing import Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.papers.shares import list_share_lines, shares_paper
from facility_app.modules.vocational.ui import places
from facility_app.ui.lists.shares_page import SharesPage, SharesSpec
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("vocational", "Tỷ lệ học nghề, tư vấn việc làm")
TO_TALKS = label("verbs", "Tư vấn việc làm")
SPEC: Final = SharesSpec(
    id="vocational",
    title=TITLE,
    permission=VIEW_VOCATIONAL,
    read=list_share_lines,
    paper=shares_paper,
    file_name="ty le hoc nghe",
    tables=places.PERSON_TABLES | places.LESSON_TABLES | places.COURSE_TABLES | places.RESULT_TABLES | {"stay"},
)


class JobSharesPage(SharesPage):
    """The shares of trades and jobs, and the way to who was never talked to."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """This year so far."""
        super().__init__(press, context, SPEC)

    def to_talks(self) -> None:
        """Go to who was never talked to."""
        self.context.go(Route(places.TALKS, args={"state": "never"}))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        talks = ActionSpec(
            "vocational.to_talks", TO_TALKS, self.to_talks, "messages", "", VIEW_VOCATIONAL, is_in_menu=True
        )
        return (*super().main_actions(), talks)
