"""Tổ lao động: the teams at the left, who is in the one chosen at the right."""

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.rights import VIEW_LABOUR
from facility_app.modules.labour.queries.teams import LabourTeamRow
from facility_app.modules.labour.ui import places
from facility_app.modules.labour.ui.team_lists import ChosenTeam, members_spec, teams_spec
from facility_app.modules.labour.ui.team_verbs import member_verbs, team_verbs
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.lists.pair_page import PairPage
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE = label("labour", "Tổ lao động")
TO_WORK = label("verbs", "Công việc lao động")
HINT = label("labour", "Ctrl+N lập tổ · F2 sửa tổ · Enter mở trang của người đang chọn")


class TeamsPage(PairPage):
    """Teams and their people.

    Attributes:
        teams, members: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context, TITLE, HINT)
        chosen = self._chosen = ChosenTeam(context.today())
        self.teams = EditableCard(context, teams_spec(), team_verbs(), parent=self.pair)
        self.members = EditableCard(context, members_spec(chosen), member_verbs(chosen), parent=self.pair)
        self.hold(self.teams, self.members)
        # Nobody is put into a team that is not there.
        self.members.setEnabled(False)
        self.teams.selection_changed.connect(self._on_team_chosen)
        self.members.row_activated.connect(self._on_member_activated)

    def to_work(self) -> None:
        """Go to the kinds of work."""
        self.context.go(Route(places.WORK_TYPES))

    def _on_team_chosen(self) -> None:
        row: LabourTeamRow | None = self.teams.row()
        wanted = "" if row is None else row.team_id
        if self._chosen.team_id != wanted:
            self._chosen.team_id = wanted
            self.members.setEnabled(bool(wanted))
            self.members.begin()

    def _on_member_activated(self, _member_id: str) -> None:
        row = self.members.row()
        if row is not None:
            self.context.go(Route(places.PERSON, row.resident_id, {"tab": places.TAB}))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec("labour.to_work_types", TO_WORK, self.to_work, "hammer", "", VIEW_LABOUR, is_quiet=True),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        if route.record:
            self.teams.select_when_here(route.record)
