"""Chỗ ở tại cơ sở on a person's page: the bed now, what their place must be, where they slept, their teams."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import Look
from facility_app.kernel.sex import SEX_LABELS, Sex
from facility_app.modules.housing.domain.needs import NEED_LABELS, RIGHT_TO_NEED, Need, NeedKind
from facility_app.modules.housing.domain.rights import PLACE_PEOPLE, VIEW_BOARD
from facility_app.modules.housing.queries.board import HistoryRow, list_person_history
from facility_app.modules.housing.queries.house import list_zones
from facility_app.modules.housing.queries.needs import NeedRow, list_needs
from facility_app.modules.housing.queries.teams import MemberRow, list_teams, list_teams_of
from facility_app.modules.housing.service.needs import EndNeed, RequirePlacement, end_need, require_placement
from facility_app.modules.housing.ui import places
from facility_app.modules.housing.ui import words as said
from facility_app.ui.forms import usual
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.lists.list_card import ListCard
from facility_app.ui.models import ColumnSpec, ListSpec
from facility_app.ui.shell.page import Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Turns
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Scrolled

BEDS, NEEDS = label("housing", "Giường đã ở"), label("housing", "Yêu cầu về chỗ ở")
TEAMS = label("housing", "Tổ")
BED, FROM, TO = label("housing", "Giường"), label("housing", "Từ"), label("housing", "Đến")
WHY, RULES = label("terms", "Lý do"), label("housing", "Trái quy tắc")
NEED, UNTIL = label("housing", "Yêu cầu"), label("housing", "Đến hết ngày")
COHORT, BODY = label("housing", "Ký hiệu nhóm"), label("housing", "Giới tính thực tế trên cơ thể")
STATE = label("housing", "Tình trạng")
NOW, ENDED, LASTS = label("housing", "đang ở"), label("housing", "đã kết thúc"), label("housing", "đang áp dụng")
NO_BED, NO_NEED = label("housing", "Chưa ở giường nào."), label("housing", "Không có yêu cầu nào về chỗ ở.")
NO_TEAM = label("housing", "Chưa ở tổ nào.")
PLACE = label("verbs", "Xếp, chuyển giường")
ADD, END = label("verbs", "Thêm yêu cầu"), label("verbs", "Kết thúc yêu cầu")
ADDED, OVER = label("housing", "Đã ghi yêu cầu về chỗ ở."), label("housing", "Đã kết thúc yêu cầu.")
UNTIL_HINT = label("housing", "Để trống khi chưa biết đến bao giờ")
COHORT_HINT = label("housing", "Chỉ cho phòng cách ly: cùng ký hiệu thì được ở chung")
BODY_HINT = label("housing", "Chỉ cho phòng riêng theo giới tính thực tế")
END_TEXT = label("housing", "{need}. Bảng giường hết nhắc về yêu cầu này.")
NOT_MET = label("housing", "Giường hiện tại chưa đúng yêu cầu này; người xếp giường đã có việc phải làm.")
HAS_ENDED = label("housing", "Yêu cầu này đã kết thúc.")
IN_TEAM = label("housing", "đang ở tổ")
MOVED = label("housing", "chuyển giường khác")
LEAST = 150


@dataclass(frozen=True, slots=True)
class TeamSpan:
    """A span in a team, with the team's name."""

    member: MemberRow
    team: str


def _placement_id(row: HistoryRow) -> str:
    return row.placement_id


def _bed(row: HistoryRow) -> str:
    return row.bed


def _from(row: Any) -> str:
    return said.moment(row.from_at)


def _to(row: Any) -> str:
    return said.moment(row.to_at) if row.to_at is not None else tr(NOW)


def _why(row: HistoryRow) -> str:
    end = tr(MOVED) if row.end_reason == "moved" else row.end_reason
    return said.joined(row.reason, end)


def _rules(row: HistoryRow) -> str:
    return said.rules_line(row.overridden, row.law)


def _rules_tone(row: HistoryRow) -> Tone | None:
    return Tone.WARNING if row.overridden else None


def _need_id(row: NeedRow) -> str:
    return row.need_id


def _need(row: NeedRow) -> str:
    return said.need_line(Need(row.kind, row.cohort or "", row.body_sex))


def _need_until(row: NeedRow) -> str:
    return said.moment(row.ended_at or row.until_at)


def _need_state(row: NeedRow) -> str:
    return tr(LASTS) if row.ended_at is None else tr(ENDED)


def _need_tone(row: NeedRow) -> Tone:
    return Tone.WARNING if row.ended_at is None else Tone.NEUTRAL


def _span_id(row: TeamSpan) -> str:
    return row.member.member_id


def _span_team(row: TeamSpan) -> str:
    return row.team


def _span_from(row: TeamSpan) -> str:
    return said.moment(row.member.from_at)


def _span_to(row: TeamSpan) -> str:
    return said.moment(row.member.to_at) if row.member.to_at is not None else tr(IN_TEAM)


class SleepingPane(Pane):
    """Three lists; each follows what is saved by itself.

    Attributes:
        beds: where they slept, the latest first.
        needs: what their place must be; never why.
        teams: their teams.
    """

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Make the cards, one after the other; each asks when it is seen."""
        super().__init__(context.stage)
        self.context, self.resident_id = context, resident_id
        self._is_made = False
        self._turns = Turns(context.runner, self)
        px = context.theme.px
        self._inner = QWidget(self)
        self._inner.setProperty("kind", "page")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 0, px(12))
        self._column.setSpacing(px(12))
        area = Scrolled(self._inner, self)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._turns.run(self._make())

    def _make(self) -> Iterator[None]:
        """One card a step."""
        context, resident_id = self.context, self.resident_id
        self.beds = ListCard(context, _beds_spec(resident_id), parent=self._inner)
        self.beds.set_actions((ActionSpec("housing.place_resident", PLACE, self.place, "bed", "", PLACE_PEOPLE),))
        self._put(self.beds, 3)
        self._is_made = True
        yield
        may_ask = any(map(context.may, RIGHT_TO_NEED.values()))
        verbs = _need_verbs(resident_id) if may_ask else ()
        self.needs = EditableCard(context, _needs_spec(resident_id), verbs, owner=resident_id, parent=self._inner)
        self._put(self.needs, 2)
        yield
        self.teams = ListCard(context, _teams_spec(resident_id), parent=self._inner)
        self._put(self.teams, 2)

    def _put(self, card: ListCard, share: int) -> None:
        card.setMinimumHeight(self.context.theme.px(LEAST))
        self._column.addWidget(card, share)

    def place(self) -> None:
        """Go to the board with this person."""
        self.context.go(Route(places.BOARD, self.resident_id, {places.SHOW_ARG: places.PLACING}))

    @override
    def first_focus(self) -> QWidget:
        return self.beds.table if self._is_made else self


def _list(
    list_id: str, title: Label, empty: Label, columns: tuple[ColumnSpec[Any], ...], read: Any, row_id: Any
) -> ListSpec[Any]:
    return ListSpec(
        id=list_id, title=title, columns=columns, ids=partial(_ids, read, row_id),
        rows=partial(_rows, read, row_id), row_id=row_id, search=None, empty=empty,
        tables=places.BOARD_TABLES | places.TEAM_TABLES,
    )  # fmt: skip


def _ids(read: Any, row_id: Any, uow: Any, _look: Look) -> tuple[str, ...]:
    return tuple(map(row_id, read(uow)))


def _rows(read: Any, row_id: Any, uow: Any, wanted: Sequence[str]) -> tuple[Any, ...]:
    found = {row_id(row): row for row in read(uow)}
    return tuple(found[one] for one in wanted if one in found)


def _beds_spec(resident_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("bed", BED, _bed, width=140, is_strong=True),
        ColumnSpec("from", FROM, _from, width=152),
        ColumnSpec("to", TO, _to, width=152),
        ColumnSpec("rules", RULES, _rules, width=220, tone=_rules_tone),
        ColumnSpec("why", WHY, _why, width=300),
    )
    return _list("housing.own_beds", BEDS, NO_BED, columns, partial(_history, resident_id), _placement_id)


def _needs_spec(resident_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("need", NEED, _need, width=330, is_strong=True),
        ColumnSpec("state", STATE, _need_state, width=140, tone=_need_tone),
        ColumnSpec("from", FROM, _from, width=152),
        ColumnSpec("until", TO, _need_until, width=152),
    )
    return _list("housing.own_needs", NEEDS, NO_NEED, columns, partial(_needs, resident_id), _need_id)


def _teams_spec(resident_id: str) -> ListSpec[Any]:
    columns: tuple[ColumnSpec[Any], ...] = (
        ColumnSpec("team", TEAMS, _span_team, width=240, is_strong=True),
        ColumnSpec("from", FROM, _span_from, width=152),
        ColumnSpec("to", TO, _span_to, width=152),
    )
    return _list("housing.own_teams", TEAMS, NO_TEAM, columns, partial(_spans, resident_id), _span_id)


def _history(resident_id: str, uow: Any) -> tuple[HistoryRow, ...]:
    return list_person_history(uow, resident_id)


def _needs(resident_id: str, uow: Any) -> tuple[NeedRow, ...]:
    return list_needs(uow, resident_id, with_ended=True)


def _spans(resident_id: str, uow: Any) -> tuple[TeamSpan, ...]:
    zones = {one.zone_id: one.name for one in list_zones(uow)}
    teams = {one.team_id: said.joined(one.name, zones.get(one.zone_id or "")) for one in list_teams(uow)}
    return tuple(TeamSpan(row, teams.get(row.team_id, "")) for row in list_teams_of(uow, resident_id))


def _need_form(context: PageContext) -> Form[Any]:
    form = new_form()
    mine = {kind: NEED_LABELS[kind] for kind, right in RIGHT_TO_NEED.items() if context.may(right)}
    form.add(CodeField("need", NEED, options=said.options(mine), is_required=True))
    form.add(DateField("until", UNTIL, today=context.today, hint=UNTIL_HINT))
    form.add(usual.line("cohort", COHORT, hint=COHORT_HINT))
    form.add(CodeField("body_sex", BODY, options=said.options(SEX_LABELS), hint=BODY_HINT))
    return form


def _nothing(_context: PageContext, _row: Any) -> Any:
    return shown()


def _add(resident_id: str, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> Any:
    until = None
    if v["until"] is not None:
        until = datetime.combine(v["until"], time(), LOCAL) + timedelta(days=1)
    sex = Sex(v["body_sex"]) if v["body_sex"] else None
    return require_placement(uow, RequirePlacement(resident_id, NeedKind(v["need"]), until, v["cohort"], sex))


def _made_id(answer: Any) -> str:
    return str(answer.need_id)


def _warnings(answer: Any) -> Sequence[Label]:
    return () if answer.is_met else (NOT_MET,)


def _end(uow: Any, row: NeedRow, reason: str) -> None:
    end_need(uow, EndNeed(row.need_id, row.version, reason))


def _about_end(row: NeedRow) -> str:
    return tr(END_TEXT, need=_need(row))


def _why_over(row: NeedRow) -> Label | None:
    return None if row.ended_at is None else HAS_ENDED


def _need_verbs(resident_id: str) -> tuple[FormVerb[Any] | ReasonVerb[Any], ...]:
    add: FormVerb[Any] = FormVerb(
        id="housing.require_placement", text=ADD, permission=VIEW_BOARD, icon="plus", told=ADDED, needs_row=False,
        form=_need_form, begin=_nothing, save=partial(_add, resident_id), answer_id=_made_id, warnings=_warnings,
    )  # fmt: skip
    end: ReasonVerb[Any] = ReasonVerb(
        id="housing.end_need", text=END, permission=VIEW_BOARD, icon="check", told=OVER, title=END,
        about=_about_end, button=END, save=_end, why_not=_why_over,
    )  # fmt: skip
    return add, end
