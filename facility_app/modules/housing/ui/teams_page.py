"""Tổ: who is in charge of each, and who is in it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.housing.domain.rights import VIEW_BOARD
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui.team_lists import ChosenTeam, TeamLine, members_spec, teams_spec
from facility_app.modules.housing.ui.team_verbs import member_verbs, team_verbs
from facility_app.ui.i18n import tr
from facility_app.ui.lists.card_pair import CardPair
from facility_app.ui.lists.editable_card import EditableCard
from facility_app.ui.shell.page import Page
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route

TITLE, BOARD = label("housing", "Tổ quản lý"), label("verbs", "Về sơ đồ")


class TeamsPage(Page):
    """Teams at the left, who is in the one chosen at the right.

    Attributes:
        teams, members: the cards.
    """

    def __init__(self, context: PageContext) -> None:
        """Make the cards."""
        super().__init__(context)
        self._chosen = ChosenTeam()
        pair = CardPair(context.theme, parent=self)
        self.teams = EditableCard(context, teams_spec(), team_verbs(), parent=pair)
        self.members = EditableCard(context, members_spec(self._chosen), member_verbs(self._chosen), parent=pair)
        pair.hold(self.teams, self.members)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(pair)
        self.members.setVisible(context.may(VIEW_BOARD))
        self.teams.selection_changed.connect(self._on_team_chosen)

    def to_board(self) -> None:
        """Go to the board."""
        self.context.go(Route(places.BOARD))

    def _on_team_chosen(self) -> None:
        row: TeamLine | None = self.teams.row()
        wanted = "" if row is None else row.team.team_id
        if self._chosen.team_id != wanted:
            self._chosen.team_id = wanted
            if self.members.isVisible():
                self.members.begin()

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (ActionSpec("housing.to_board", BOARD, self.to_board, "bed", "", VIEW_BOARD),)

    @override
    def first_focus(self) -> QWidget:
        return self.teams.table
