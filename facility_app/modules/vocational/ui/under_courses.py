"""Pages reached from the courses: the way back, and lists whose empty face leads there."""

from functools import partial
from typing import Any, Generic, TypeVar

from facility_app.kernel.labels import label
from facility_app.modules.vocational.domain.rights import VIEW_VOCATIONAL
from facility_app.modules.vocational.ui import places
from facility_app.ui.lists.list_page import ListPage
from facility_app.ui.models import ListSpec
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TO_COURSES = label("verbs", "Về các khóa học")
RowT = TypeVar("RowT")


def back_to_courses(context: PageContext) -> ActionSpec:
    """The way back."""
    go = partial(context.go, Route(places.COURSES))
    return ActionSpec("vocational.to_courses", TO_COURSES, go, "arrow-left", "", VIEW_VOCATIONAL, is_quiet=True)


class UnderCoursesPage(ListPage, Generic[RowT]):
    """A list that courses fill: its first verb leads back, so that the empty list leads to where that is done."""

    def __init__(self, context: PageContext, spec: ListSpec[RowT], actions: tuple[ActionSpec, ...]) -> None:
        """Make the page."""
        super().__init__(context, spec, actions=(back_to_courses(context), *actions))

    def chosen_row(self) -> RowT | None:
        """The row, when one and no more is chosen."""
        chosen = self.selected_ids()
        found: Any = self.panel.model.row_of(chosen[0]) if len(chosen) == 1 else None
        row: RowT | None = found
        return row
