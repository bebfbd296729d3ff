"""What can be done about each step and each paper of a case, with why not where it cannot."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final, Protocol

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.arrival_papers import PaperMark
from facility_app.modules.intake.domain.rights import CHECK_AT_DOOR, RECEIVE, TREAT_AT_DOOR
from facility_app.modules.intake.domain.steps import Step
from facility_app.modules.intake.queries.cases import CaseView, TickedPaper
from facility_app.modules.intake.ui import case_forms, door_forms
from facility_app.modules.intake.ui.asking import Asked
from facility_app.modules.intake.ui.press import Press
from facility_app.modules.intake.ui.step_lines import Verb
from facility_app.ui.actions import missing_right
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route

PLAN_TAB: Final = "stays.plan"
SCAN = label("verbs", "Bản quét")
HAVE, MISSING, NOT_NEEDED = (
    label("verbs", "Đã có"),
    label("verbs", "Chưa có"),
    label("verbs", "Không cần…"),
)
NO_STAY = label("intake", "Ghi diện, quyết định trước: giấy tờ phải có theo diện.")
NO_HEALTH = label("intake", "Chưa ghi dấu hiệu khi đến.")


class Doer(Protocol):
    """The pane whose forms these open."""

    def ask_form(self, asked: Asked) -> None:
        """Open a form of the case."""

    def ask_bed(self) -> None:
        """Offer beds."""

    def ask_scan(self, paper: str) -> None:
        """Ask for the scan of a paper."""

    def mark(self, paper: str, mark: PaperMark) -> None:
        """Say whether a paper came."""


@dataclass(frozen=True, slots=True)
class CaseVerbs:
    """The buttons of one case as it was read."""

    context: PageContext
    press: Press
    seen: CaseView
    doer: Doer

    def of_step(self, step: Step) -> Sequence[Verb]:
        """Of a step."""
        seen = self.seen
        no_stay = None if seen.row.stay_id else tr(NO_STAY)
        if step is Step.IDENTITY:
            ask = partial(case_forms.delivery, self.context, seen)
            return (self._form("record_delivery", ask, label("verbs", "Đối chiếu")),)
        if step is Step.PAPERS:
            return self._of_papers()
        if step is Step.HEALTH:
            return self._of_health()
        if step is Step.BELONGINGS:
            money, bedding = partial(door_forms.belongings, seen), partial(door_forms.bedding, seen)
            return (
                self._form("take_in", money, label("verbs", "Nhận giữ")),
                self._form("give_bedding", bedding, label("verbs", "Cấp phát"), why_not=no_stay),
            )
        if step is Step.PLACEMENT:
            return (self._act("place", self.doer.ask_bed, label("verbs", "Xếp giường"), why_not=no_stay),)
        plan = Route(self.press.person_page, seen.row.resident_id, {"tab": PLAN_TAB})
        to_plan = partial(self.context.go, plan)
        return (Verb("to_plan", tr(label("verbs", "Mở kế hoạch")), to_plan, no_stay, is_quiet=True),)

    def of_paper(self, one: TickedPaper) -> Sequence[Verb]:
        """Of a paper."""
        why_not, code = missing_right(RECEIVE, self.context.actor), one.need.code
        mark = self.doer.mark
        found = [Verb(f"scan_{code}", tr(SCAN), partial(self.doer.ask_scan, code), why_not, is_quiet=True)]
        if one.is_proved:
            return found
        if one.mark is PaperMark.MISSING and not one.need.is_owed:
            came = partial(mark, code, PaperMark.CAME)
            found.append(Verb(f"came_{code}", tr(HAVE), came, why_not, is_quiet=True))
        elif one.mark is PaperMark.MISSING:
            ask = partial(self.doer.ask_form, case_forms.not_needed(self.seen, code, one.need.title))
            found.append(Verb(f"none_{code}", tr(NOT_NEEDED), ask, why_not, is_quiet=True))
            found.append(Verb(f"came_{code}", tr(HAVE), partial(mark, code, PaperMark.CAME), why_not))
        else:
            back = partial(mark, code, PaperMark.MISSING)
            found.append(Verb(f"missing_{code}", tr(MISSING), back, why_not, is_quiet=True))
        return found

    def _of_papers(self) -> Sequence[Verb]:
        seen = self.seen
        if not seen.row.stay_id:
            ask = partial(case_forms.admission, self.context, seen)
            return (self._form("admit", ask, label("verbs", "Ghi quyết định")),)
        if seen.minutes is None:
            return ()
        if seen.minutes_id is None:
            ask = partial(case_forms.minutes, self.press.forms, seen)
            return (self._form("issue_minutes", ask, label("verbs", "Lập biên bản")),)
        see = partial(self.context.go, Route(self.press.paper_page, seen.minutes_id))
        return (Verb("see_minutes", tr(label("verbs", "Xem biên bản")), see, is_quiet=True),)

    def _of_health(self) -> Sequence[Verb]:
        check, treat = label("verbs", "Ghi dấu hiệu"), label("verbs", "Ghi xử trí")
        why_not = None if self.seen.health is not None else tr(NO_HEALTH)
        seen = partial(door_forms.health, self.seen)
        done = partial(door_forms.treatment, self.seen)
        return (
            self._form("check_at_door", seen, check, right=CHECK_AT_DOOR),
            self._form("treat_flags", done, treat, right=TREAT_AT_DOOR, why_not=why_not),
        )

    def _form(
        self,
        name: str,
        make: Callable[[], Asked],
        text: Label,
        *,
        right: Permission = RECEIVE,
        why_not: str | None = None,
    ) -> Verb:
        return self._act(name, partial(self._ask, make), text, right=right, why_not=why_not)

    def _act(
        self,
        name: str,
        run: Callable[[], object],
        text: Label,
        *,
        right: Permission = RECEIVE,
        why_not: str | None = None,
    ) -> Verb:
        return Verb(name, tr(text), run, missing_right(right, self.context.actor) or why_not)

    def _ask(self, make: Callable[[], Asked]) -> None:
        self.doer.ask_form(make())
