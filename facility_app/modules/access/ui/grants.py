"""The page of rights given for some days: who may know of an HIV status, why, until when."""

from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.access.domain import (
    GIVE_GRANT,
    GRANT_KIND_LABELS,
    GRANT_STATE_LABELS,
    GrantState,
)
from facility_app.modules.access.queries import GrantRow
from facility_app.modules.access.service import revoke_grant
from facility_app.modules.access.ui.grant_dialog import GrantDialog
from facility_app.modules.access.ui.grant_list import (
    ABOUT,
    FROM,
    HOLDER,
    KIND,
    PURPOSE,
    TO,
    TONES,
    GrantLine,
    grants_list,
    person_text,
    state_of,
)
from facility_app.modules.access.ui.house import House
from facility_app.modules.access.ui.words import CHOOSE_ONE, STATE, when_text
from facility_app.ui.dialogs import ReasonDialog
from facility_app.ui.i18n import tr
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue, KeyValueGrid

GIVE = label("verbs", "Cấp quyền xem")
REVOKE = label("verbs", "Thu hồi quyền")
HEAD = label("access", "Quyền đang chọn")
GIVEN_BY = label("access", "Người cấp")
GIVEN_AT = label("access", "Cấp lúc")
REVOKED_AT = label("access", "Thu hồi lúc")
REVOKE_REASON = label("access", "Lý do thu hồi")
REVOKE_TITLE = label("access", "Thu hồi quyền xem của {name}")
REVOKE_TEXT = label("access", "{name} không xem được nữa ngay từ lúc này. Lý do được lưu cùng quyền đã cấp.")
WAS_REVOKED = label("access", "Quyền này đã thu hồi.")
IS_OVER = label("access", "Quyền này đã hết hạn; không còn gì để thu hồi.")
GIVEN = label("access", "Đã cấp quyền cho {name}, đến hết ngày {to_on}.")
REVOKED = label("access", "Đã thu hồi quyền của {name}.")
HINT = label("access", "Ctrl+N cấp quyền · Enter xem")
BY_PROGRAM = label("access", "(chương trình)")
WHY_NOT = {GrantState.REVOKED: WAS_REVOKED, GrantState.OVER: IS_OVER}


class GrantsPage(SplitPage):
    """The list, the one selected in full, and two verbs."""

    def __init__(self, house: House, context: PageContext) -> None:
        """Make the page."""
        self._give = ActionSpec("access.give_grant", GIVE, self.give, "user-check", "Ctrl+N", GIVE_GRANT)
        super().__init__(
            context, grants_list(house, context.clock), HEAD, actions=(self._give,), selects_first=True
        )
        self._house = house
        self._facts = KeyValueGrid(context.theme, parent=self.inside)
        self.detail_box.addWidget(self._facts)
        self.detail_box.addStretch(1)

    def give(self) -> None:
        """Ask for a new right."""
        dialog = GrantDialog(self.context, self._house, self)
        dialog.saved.connect(self._on_given)
        dialog.ask()

    def revoke(self) -> None:
        """Ask why the right selected ends."""
        line = self.selected()
        if isinstance(line, GrantLine):
            name = line.grant.user_name
            dialog = ReasonDialog(
                self.context.theme,
                tr(REVOKE_TITLE, name=name),
                tr(REVOKE_TEXT, name=name),
                verb=REVOKE,
                is_dangerous=True,
                parent=self,
            )
            dialog.given.connect(partial(self._on_reason_given, line.grant.grant_id))
            dialog.open()

    @override
    def show_row(self, row: GrantLine) -> None:
        grant, state = row.grant, state_of(row, self.context.today())
        facts = [
            KeyValue(HOLDER, grant.user_name),
            KeyValue(STATE, tr(GRANT_STATE_LABELS[state]), TONES[state]),
            KeyValue(KIND, tr(GRANT_KIND_LABELS[grant.kind])),
            KeyValue(ABOUT, person_text(row)),
            KeyValue(PURPOSE, grant.purpose),
            KeyValue(FROM, format_date(grant.from_on)),
            KeyValue(TO, format_date(grant.to_on)),
            KeyValue(GIVEN_BY, grant.given_by or tr(BY_PROGRAM)),
            KeyValue(GIVEN_AT, when_text(grant.given_at)),
        ]
        if grant.revoked_at is not None:
            facts.append(KeyValue(REVOKED_AT, when_text(grant.revoked_at)))
            facts.append(KeyValue(REVOKE_REASON, grant.revoke_reason or ""))
        self._facts.set_rows(facts)
        self.detail.show_content()

    def _why_no_revoking(self) -> str | None:
        line = self.selected()
        if not isinstance(line, GrantLine):
            return tr(CHOOSE_ONE)
        reason = WHY_NOT.get(state_of(line, self.context.today()))
        return None if reason is None else tr(reason)

    def _on_given(self, grant: GrantRow) -> None:
        self.panel.select_when_here(grant.grant_id)
        self.context.say(tr(GIVEN, name=grant.user_name, to_on=format_date(grant.to_on)), Tone.OK)

    def _on_reason_given(self, grant_id: str, reason: str) -> None:
        op = self.context.runner.command(self, partial(_revoke, grant_id, reason))
        op.success(self._on_revoked).failure(self._on_failed).run()

    def _on_revoked(self, grant: GrantRow) -> None:
        self.context.say(tr(REVOKED, name=grant.user_name), Tone.OK)

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.WARNING if isinstance(failure.error, UserError) else Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        revoke = ActionSpec(
            "access.revoke_grant",
            REVOKE,
            self.revoke,
            "ban",
            permission=GIVE_GRANT,
            why_not=self._why_no_revoking,
            is_dangerous=True,
        )
        return (self._give, revoke)

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _revoke(grant_id: str, reason: str, uow: Any) -> GrantRow:
    return revoke_grant(uow, grant_id, reason)
