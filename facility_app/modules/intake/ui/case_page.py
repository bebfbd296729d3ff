"""One coming on one screen: the steps in any order, what is missing and why, the papers, the minutes."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QProgressBar, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.actor import Permission
from facility_app.kernel.change import Change
from facility_app.kernel.dates import LOCAL, format_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.arrival_papers import PAPER_MARK_LABELS, PaperMark
from facility_app.modules.intake.domain.door_health import SIGN_LABELS, Sign, red_flags
from facility_app.modules.intake.domain.rights import CHECK_AT_DOOR, RECEIVE, TREAT_AT_DOOR
from facility_app.modules.intake.domain.steps import Step
from facility_app.modules.intake.queries.beds import BedOffer, list_offers
from facility_app.modules.intake.queries.cases import CaseView, TickedPaper, find_case_of, get_case
from facility_app.modules.intake.queries.choices import TEMPORARY, check_arrival_scan
from facility_app.modules.intake.service.cases import (
    FinishCase,
    MarkPaper,
    OpenCase,
    SavedCase,
    finish_case,
    mark_paper,
    open_case,
)
from facility_app.modules.intake.ui import case_forms, places
from facility_app.modules.intake.ui.case_forms import Asked, ask
from facility_app.modules.intake.ui.cases_list import TABLES
from facility_app.modules.intake.ui.press import Press
from facility_app.modules.intake.ui.step_lines import Lines, Verb
from facility_app.ui.actions import missing_right
from facility_app.ui.i18n import tr
from facility_app.ui.shell.page import Page, Pane
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Size, Tone
from facility_app.ui.widgets import Card, StateStack
from facility_app.ui.widgets import words as text_label

PART: Final = "intake.person"
PLAN_TAB: Final = "stays.plan"
STEPS, PAPERS = label("intake", "Các phần việc"), label("intake", "Giấy tờ phải có")
COUNT = label("intake", "{done} / {total} xong")
HEAD = label("intake", "{percent} % · đến ngày {day}{kind}{bed}")
KIND, BED = label("intake", " · {kind}"), label("intake", " · giường {bed}")
TURNED = label("intake", " · chuyển từ quản lý tạm thời, không giao nhận lại")
SCAN, CHOOSE_SCAN = label("verbs", "Bản quét"), label("intake", "Chọn bản quét của giấy tờ")
HAVE, MISSING, NOT_NEEDED = (
    label("verbs", "Đã có"),
    label("verbs", "Chưa có"),
    label("verbs", "Không cần…"),
)
PROVED = label("intake", "có trong Quyết định của lần cai nghiện")
IF_ANY = label("intake", "Nếu có")
SCANNED = label("intake", "đã đính kèm bản quét")
NO_STAY = label("intake", "Ghi diện, quyết định trước: giấy tờ phải có theo diện.")
NOT_TEMPORARY = label("intake", "Chỉ với người đang quản lý trong thời gian lập hồ sơ.")
HAS_STAY = label("intake", "Đã tiếp nhận.")
NO_HEALTH = label("intake", "Chưa ghi dấu hiệu khi đến.")
SEEN_AT = label("intake", "{time} ngày {day}, {who}: {signs}")
NOTHING_SEEN = label("intake", "không thấy dấu hiệu bất thường")
TREATED = label("intake", "Xử trí: {done} ({who})")
KEPT = label("intake", "Đang giữ {money}, {count} đồ vật")
FINISH, REOPEN = label("verbs", "Kết thúc tiếp nhận"), label("verbs", "Mở lại hồ sơ tiếp nhận")
TURN = label("verbs", "Chuyển sang bắt buộc")
TO_PERSON = label("verbs", "Mở hồ sơ người này")
FINISHED_NOW = label("intake", "Đã kết thúc tiếp nhận; mục còn thiếu vẫn ghi trong hồ sơ.")
REOPENED = label("intake", "Đã mở lại hồ sơ tiếp nhận.")
MARKED = label("intake", "Đã ghi.")
NO_CASE = label("intake", "Chưa có hồ sơ tiếp nhận nào của người này.")
NO_CASE_HINT = label("intake", "Mở hồ sơ tiếp nhận khi người này vào cơ sở.")
OPEN_CASE = label("verbs", "Mở hồ sơ tiếp nhận")
MARK_TONES: Final = {
    PaperMark.CAME: Tone.OK,
    PaperMark.MISSING: Tone.WARNING,
    PaperMark.NOT_NEEDED: Tone.NEUTRAL,
}
NARROW: Final = 900


class CasePane(Pane):
    """The case.

    Attributes:
        seen: what was read last; None before.
        steps: the task list; ``papers`` the checklist.
    """

    def __init__(self, press: Press, context: PageContext, parent: QWidget | None = None) -> None:
        """Empty until ``show_case``."""
        super().__init__(parent)
        self.context, self._press = context, press
        self.seen: CaseView | None = None
        self._case_id = ""
        theme = context.theme
        self.head = text_label("", size=Size.HEADING, weight="strong", is_wrapped=True)
        self.head.setMinimumWidth(1)
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(theme.px(6))
        self.steps, self.papers = Lines(theme), Lines(theme)
        self._step_card, self._paper_card = Card(theme, tr(STEPS)), Card(theme, tr(PAPERS))
        self._step_card.body.addWidget(self.steps)
        self._paper_card.body.addWidget(self.papers)
        self._scanned = ""
        self._taker = press.taker(context, _check_scan, self)
        self._taker.taken.connect(self._on_scan_taken)
        inner = QWidget()
        inner.setProperty("kind", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, theme.px(12))
        column.setSpacing(theme.px(10))
        column.addWidget(self.head)
        column.addWidget(self.bar)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(theme.px(12))
        for card in (self._step_card, self._paper_card):
            self._row.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(self._row)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        self.states = StateStack(theme, area, self)
        self.states.retry_requested.connect(self.read)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)

    def show_case(self, case_id: str) -> None:
        """Read a case and show it."""
        if case_id != self._case_id:
            self._case_id, self.seen = case_id, None
            self.states.show_loading()
        self.read()

    def read(self) -> None:
        """Read it again."""
        if self._case_id:
            op = self.context.runner.query(self, partial(_read, self._case_id), topic="case")
            op.success(self._on_read).failure(self._on_failed).run()

    def ask_form(self, asked: Asked) -> None:
        """Open one of its forms."""
        dialog = ask(self.context, self, self._case_id, asked)
        dialog.saved.connect(partial(self._on_saved, asked))

    def finish(self) -> None:
        """Say that it is finished, or take that back."""
        if self.seen is None:
            return
        is_open = self.seen.row.finished_on is None
        order = FinishCase(self._case_id, self.seen.version, is_open)
        op = self.context.runner.command(self, partial(_finish, order))
        op.success(partial(self._on_finished, is_open)).failure(self._on_refused).run()

    def turn(self) -> None:
        """Ask for the court's decision."""
        if self.seen is not None:
            self.ask_form(case_forms.turning(self.context, self.seen))

    def why_not_turn(self) -> str | None:
        """Why the stay cannot turn compulsory."""
        return None if self.seen is not None and self.seen.row.stay_type == TEMPORARY else tr(NOT_TEMPORARY)

    def _on_read(self, seen: CaseView) -> None:
        self.seen = seen
        row = seen.row
        kind = tr(KIND, kind=tr(row.type_words)) if row.type_words is not None else ""
        if seen.is_turned:
            kind += tr(TURNED)
        bed = tr(BED, bed=row.place) if row.place else ""
        self.head.setText(tr(HEAD, percent=row.percent, day=format_date(row.opened_on), kind=kind, bed=bed))
        self.bar.setValue(row.percent)
        done, total = row.done
        if self._step_card.head is not None:
            self._step_card.head.set_count(tr(COUNT, done=done, total=total))
        self._show_steps(seen)
        self._show_papers(seen)
        self.states.show_content()
        self.fit()
        self.shown(seen)

    def shown(self, seen: CaseView) -> None:
        """It was read and is shown; for the page around it."""

    def _show_steps(self, seen: CaseView) -> None:
        kept = self.steps.begin()
        for view in seen.row.steps:
            self.steps.add_step(view, self._verbs(seen, view.step), self._said(seen, view.step))
        self.steps.end(kept)

    def _verbs(self, seen: CaseView, step: Step) -> Sequence[Verb]:
        no_stay = None if seen.row.stay_id else tr(NO_STAY)
        if step is Step.IDENTITY:
            return (self._form("record_delivery", case_forms.delivery, label("verbs", "Đối chiếu")),)
        if step is Step.PAPERS:
            return self._paper_step_verbs(seen)
        if step is Step.HEALTH:
            return self._health_verbs(seen)
        if step is Step.BELONGINGS:
            return (
                self._form("take_in", case_forms.belongings, label("verbs", "Nhận giữ")),
                self._form("give_bedding", case_forms.bedding, label("verbs", "Cấp phát"), why_not=no_stay),
            )
        if step is Step.PLACEMENT:
            return (self._act("place", self._ask_bed, label("verbs", "Xếp giường"), why_not=no_stay),)
        plan = Route(self._press.person_page, seen.row.resident_id, {"tab": PLAN_TAB})
        to_plan = partial(self.context.go, plan)
        return (Verb("to_plan", tr(label("verbs", "Mở kế hoạch")), to_plan, no_stay, is_quiet=True),)

    def _paper_step_verbs(self, seen: CaseView) -> Sequence[Verb]:
        if not seen.row.stay_id:
            return (self._form("admit", case_forms.admission, label("verbs", "Ghi quyết định")),)
        if seen.minutes is None:
            return ()
        if seen.minutes_id is None:
            return (self._act("issue_minutes", self._ask_minutes, label("verbs", "Lập biên bản")),)
        see = partial(self.context.go, Route(self._press.paper_page, seen.minutes_id))
        return (Verb("see_minutes", tr(label("verbs", "Xem biên bản")), see, is_quiet=True),)

    def _health_verbs(self, seen: CaseView) -> Sequence[Verb]:
        check, treat = label("verbs", "Ghi dấu hiệu"), label("verbs", "Ghi xử trí")
        why_not = None if seen.health is not None else tr(NO_HEALTH)
        return (
            self._own("check_at_door", case_forms.health, check, right=CHECK_AT_DOOR),
            self._own("treat_flags", case_forms.treatment, treat, right=TREAT_AT_DOOR, why_not=why_not),
        )

    def _said(self, seen: CaseView, step: Step) -> str:
        if step is Step.HEALTH and seen.health is not None:
            return _health_text(seen)
        if step is Step.BELONGINGS and seen.balance is not None:
            return tr(KEPT, money=seen.balance.text(), count=seen.things or 0)
        return seen.row.place if step is Step.PLACEMENT else ""

    def _show_papers(self, seen: CaseView) -> None:
        kept = self.papers.begin()
        for one in seen.papers:
            self.papers.add_line(
                tr(one.need.title),
                _paper_text(one),
                self._paper_verbs(seen, one),
                chip=_paper_chip(one),
            )
        self._paper_card.setVisible(bool(seen.papers))
        self.papers.end(kept)

    def _paper_verbs(self, seen: CaseView, one: TickedPaper) -> Sequence[Verb]:
        why_not, code = missing_right(RECEIVE, self.context.actor), one.need.code
        found = [Verb(f"scan_{code}", tr(SCAN), partial(self._ask_scan, code), why_not, is_quiet=True)]
        if one.is_proved:
            return found
        if one.mark is PaperMark.MISSING and not one.need.is_owed:
            found.append(
                Verb(f"came_{code}", tr(HAVE), partial(self._mark, code, PaperMark.CAME), why_not, is_quiet=True)
            )
        elif one.mark is PaperMark.MISSING:
            asked = case_forms.not_needed(seen, code, one.need.title)
            found.append(
                Verb(f"none_{code}", tr(NOT_NEEDED), partial(self.ask_form, asked), why_not, is_quiet=True)
            )
            found.append(Verb(f"came_{code}", tr(HAVE), partial(self._mark, code, PaperMark.CAME), why_not))
        else:
            back = partial(self._mark, code, PaperMark.MISSING)
            found.append(Verb(f"missing_{code}", tr(MISSING), back, why_not, is_quiet=True))
        return found

    def _form(self, name: str, make: Any, text: Label, *, why_not: str | None = None) -> Verb:
        run = partial(self._ask_made, make)
        return self._act(name, run, text, why_not=why_not)

    def _own(self, name: str, make: Any, text: Label, *, right: Permission, why_not: str | None = None) -> Verb:
        run = partial(self._ask_alone, make)
        return Verb(name, tr(text), run, missing_right(right, self.context.actor) or why_not)

    def _act(self, name: str, run: Any, text: Label, *, why_not: str | None = None) -> Verb:
        return Verb(name, tr(text), run, missing_right(RECEIVE, self.context.actor) or why_not)

    def _ask_made(self, make: Any) -> None:
        if self.seen is not None:
            is_alone = make in {case_forms.belongings, case_forms.bedding}
            self.ask_form(make(self.seen) if is_alone else make(self.context, self.seen))

    def _ask_alone(self, make: Any) -> None:
        if self.seen is not None:
            self.ask_form(make(self.seen))

    def _ask_minutes(self) -> None:
        if self.seen is not None:
            self.ask_form(case_forms.minutes(self._press.forms, self.seen))

    def _ask_bed(self) -> None:
        if self.seen is not None:
            op = self.context.runner.query(self, partial(_offers, self.seen.row.resident_id), topic="beds")
            op.success(self._on_offers_read).failure(self._on_refused).run()

    def _on_offers_read(self, offers: Sequence[BedOffer]) -> None:
        if self.seen is not None:
            self.ask_form(case_forms.bed(self.seen, offers))

    def _mark(self, paper: str, mark: PaperMark) -> None:
        op = self.context.runner.command(self, partial(_mark, MarkPaper(self._case_id, paper, mark)))
        op.success(self._on_marked).failure(self._on_refused).run()

    def _ask_scan(self, paper: str) -> None:
        self._scanned = paper
        self._taker.ask(CHOOSE_SCAN, self._press.scan_kinds)

    def _on_scan_taken(self, chosen: Any) -> None:
        order = MarkPaper(self._case_id, self._scanned, PaperMark.CAME, scan=chosen.content)
        op = self.context.runner.command(self, partial(_mark, order))
        op.success(self._on_marked).failure(self._on_refused).run()

    def _on_marked(self, _answer: object) -> None:
        self.context.say(tr(MARKED), Tone.OK)

    def _on_saved(self, asked: Asked, answer: object) -> None:
        self.context.say(tr(asked.told, answer=answer), Tone.OK)
        if asked.id == "intake.issue_minutes":
            self.context.go(Route(self._press.paper_page, str(answer)))
        elif asked.id == "intake.turn_compulsory":
            self.context.go(Route(places.CASE, str(answer)))

    def _on_finished(self, is_open: bool, _answer: object) -> None:
        self.context.say(tr(FINISHED_NOW if is_open else REOPENED), Tone.OK)

    def _on_refused(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    def fit(self) -> None:
        """Side by side where there is room."""
        is_narrow = self.width() < self.context.theme.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(way)

    @override
    def refresh(self, change: Change) -> None:
        if TABLES & set(change.tables):
            self.read()

    @override
    def first_focus(self) -> QWidget:
        return self.steps.take_keyboard()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class _PageOwned(CasePane):
    """The pane of the page, which tells it what is shown."""

    page: "CasePage"

    @override
    def shown(self, seen: CaseView) -> None:
        self.page.on_shown(seen)


class CasePage(Page):
    """The page of one case."""

    def __init__(self, press: Press, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context)
        self._press = press
        self.pane = _PageOwned(press, context, self)
        self.pane.page = self
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.pane)

    def to_person(self) -> None:
        """Go to the page of the person."""
        if self.pane.seen is not None:
            self.context.go(Route(self._press.person_page, self.pane.seen.row.resident_id))

    def on_shown(self, seen: CaseView) -> None:
        """It was read."""
        self.context.called(self.route, seen.row.name)
        self.title_changed.emit()
        self.actions_changed.emit()

    @override
    def title_text(self) -> str:
        return (
            ""
            if self.pane.seen is None
            else tr(label("intake", "Tiếp nhận: {name}"), name=self.pane.seen.row.name)
        )

    @override
    def subtitle_text(self) -> str:
        return "" if self.pane.seen is None else self.pane.seen.row.code

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        seen = self.pane.seen
        if seen is None:
            return ()
        text = FINISH if seen.row.finished_on is None else REOPEN
        return (
            ActionSpec("intake.finish_case", text, self.pane.finish, "circle-check", "Ctrl+Shift+D", RECEIVE),
            ActionSpec(
                "intake.turn_compulsory",
                TURN,
                self.pane.turn,
                "gavel",
                "",
                RECEIVE,
                self.pane.why_not_turn,
                is_in_menu=seen.row.stay_type != TEMPORARY,
            ),
            ActionSpec("intake.to_person", TO_PERSON, self.to_person, "user", is_in_menu=True),
        )

    @override
    def open(self, route: Route) -> None:
        super().open(route)
        self.pane.show_case(route.record)

    @override
    def refresh(self, change: Change) -> None:
        self.pane.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        return self.pane.first_focus()


class ResidentIntake(Pane):
    """The tab of a person: the coming that is under way, else the last one."""

    def __init__(self, press: Press, context: PageContext, resident_id: str) -> None:
        """Ask which it is."""
        super().__init__()
        self._context, self._resident_id = context, resident_id
        self.pane = CasePane(press, context, self)
        self.states = StateStack(context.theme, self.pane, self)
        self.states.retry_requested.connect(self.ask)
        self.states.action_requested.connect(self.begin)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.states)
        self.states.show_loading()
        self.ask()

    def ask(self) -> None:
        """Read which case it is."""
        op = self._context.runner.query(self, partial(_find, self._resident_id), topic="case")
        op.success(self._on_found).failure(self._on_failed).run()

    def begin(self) -> None:
        """Begin a case."""
        op = self._context.runner.command(self, partial(_open, self._resident_id))
        op.success(self._on_opened).failure(self._on_refused).run()

    def _on_found(self, case_id: str | None) -> None:
        if case_id is None:
            action = tr(OPEN_CASE) if self._context.may(RECEIVE) else ""
            self.states.show_empty(tr(NO_CASE), hint=tr(NO_CASE_HINT), action=action, icon="user-plus")
            return
        self.states.show_content()
        self.pane.show_case(case_id)

    def _on_opened(self, made: SavedCase) -> None:
        self._on_found(made.case_id)

    def _on_refused(self, failure: Failure) -> None:
        self._context.say(failure.words, Tone.DANGER)

    def _on_failed(self, failure: Failure) -> None:
        self.states.show_error(failure.words, failure.details, can_retry=failure.is_retryable)

    @override
    def refresh(self, change: Change) -> None:
        if "intake_case" in change.tables:
            self.ask()
        else:
            self.pane.refresh(change)

    @override
    def first_focus(self) -> QWidget:
        return self.pane.first_focus()


def _health_text(seen: CaseView) -> str:
    known = seen.health
    if known is None:
        return ""
    red = red_flags(known.signs)
    names = [
        tr(SIGN_LABELS[one])
        for one in (*(s for s in Sign if s in red), *(s for s in Sign if s in known.signs - red))
    ]
    signs = "; ".join([*names, *filter(None, [known.note])]) or tr(NOTHING_SEEN)
    at = known.seen_at.astimezone(LOCAL)
    said = tr(SEEN_AT, time=f"{at:%H:%M}", day=format_date(at.date()), who=known.seen_by, signs=signs)
    if known.treatment is None:
        return said
    return f"{said}\n{tr(TREATED, done=known.treatment, who=known.treated_by or '')}"


def _paper_chip(one: TickedPaper) -> tuple[str, Tone]:
    """The mark in a word; what is only of the police's own file is not missed."""
    if one.mark is PaperMark.MISSING and not one.need.is_owed:
        return tr(IF_ANY), Tone.NEUTRAL
    return tr(PAPER_MARK_LABELS[one.mark]), MARK_TONES[one.mark]


def _paper_text(one: TickedPaper) -> str:
    said = [one.need.article, tr(PROVED) if one.is_proved else "", one.reason or ""]
    said.append(tr(SCANNED) if one.attachment_id is not None else "")
    return " · ".join(filter(None, said))


def _read(case_id: str, uow: Any) -> CaseView:
    return get_case(uow, case_id)


def _offers(resident_id: str, uow: Any) -> Sequence[BedOffer]:
    return list_offers(uow, resident_id)


def _mark(order: MarkPaper, uow: Any) -> None:
    mark_paper(uow, order)


def _finish(order: FinishCase, uow: Any) -> SavedCase:
    return finish_case(uow, order)


def _find(resident_id: str, uow: Any) -> str | None:
    return find_case_of(uow, resident_id)


def _open(resident_id: str, uow: Any) -> SavedCase:
    return open_case(uow, OpenCase(resident_id))


def _check_scan(uow: Any, chosen: Any) -> None:
    check_arrival_scan(uow, chosen.size_bytes, chosen.beginning)
