"""Tỷ lệ theo kỳ: of everybody here in a period, how many had legal education, were counselled, were taught."""

from typing import Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.education.domain.rights import VIEW_EDUCATION
from facility_app.modules.education.papers.shares import list_share_lines, shares_paper
from facility_app.modules.education.ui import places
from facility_app.ui.lists.shares_page import SharesPage, SharesSpec
from facility_app.ui.printing.sheets import PlainPress
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("education", "Tỷ lệ giáo dục, tư vấn")
TO_CLASSES = label("verbs", "Về danh sách lớp")
SPEC: Final = SharesSpec(
    id="education",
    title=TITLE,
    permission=VIEW_EDUCATION,
    read=list_share_lines,
    paper=shares_paper,
    file_name="ty le giao duc",
    tables=places.CLASS_TABLES | places.COUNSELLING_TABLES | {"stay"},
)


class EducationSharesPage(SharesPage):
    """The shares of education, and the way back to the classes."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """This year so far."""
        super().__init__(press, context, SPEC)

    def to_classes(self) -> None:
        """Back to the classes."""
        self.context.go(Route(places.CLASSES))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        back = ActionSpec(
            "education.shares_to_classes", TO_CLASSES, self.to_classes, "list", "", VIEW_EDUCATION, is_in_menu=True
        )
        return (*super().main_actions(), back)
