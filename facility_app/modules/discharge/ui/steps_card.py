"""The steps of a release in the order of the days: what is known of each, and its verb."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Signal

from facility_app.kernel.labels import label
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import STEP_ARTICLES, STEPS
from facility_app.modules.discharge.domain.marks import STEP_MARK_LABELS, StepMark
from facility_app.modules.discharge.queries.board import ReleaseView
from facility_app.modules.discharge.ui import decision_steps, handing_steps, paper_steps, settle_steps, words
from facility_app.modules.discharge.ui.leaving import LEAVE
from facility_app.modules.discharge.ui.lines import CheckLine, CheckLines, why_button
from facility_app.modules.discharge.ui.steps import Step, StepVerb
from facility_app.ui.actions import missing_right
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Card, WhyNotButton

TITLE = label("discharge", "Các bước")
COUNT = label("discharge", "{done} / {total} xong")
SEE_PAPER = label("verbs", "Xem giấy")
DELIVER = label("verbs", "Ghi ngày nhận")
FORM_OF_CERTIFICATE = label("discharge", "{title} ({form})")
BY_CODE: Final[dict[str, Step]] = {
    step.code: step
    for step in (
        settle_steps.RESIDENCE,
        paper_steps.NOTICE,
        paper_steps.NOTICE_RECEIVED,
        handing_steps.PLAN,
        settle_steps.SOCIAL,
        settle_steps.EXAMINATION,
        decision_steps.POST_REHAB,
        decision_steps.MONITORING,
        decision_steps.DEVICE,
        paper_steps.CERTIFICATE,
        handing_steps.RECEIPT,
        settle_steps.BELONGINGS,
    )
}
VERBS_OF: Final[dict[str, StepVerb]] = {
    **{code: step.verbs[-1] for code, step in BY_CODE.items() if step.verbs},
    rules.EARLY: LEAVE,
    rules.UNKNOWN_END: LEAVE,
}
"""What cures an open item of this slice."""
ALWAYS_OFFERED: Final = frozenset({rules.SOCIAL})
"""Steps nobody owes until somebody says so."""


class StepsCard(Card):
    """Every step of this stay.

    Signals:
        asked(StepVerb): a verb is asked for.
        paper_wanted(str): the page of this paper is.
    """

    asked = Signal(object)
    paper_wanted = Signal(str)

    def __init__(self, context: PageContext) -> None:
        """Nothing read yet."""
        super().__init__(context.theme, tr(TITLE))
        self._context = context
        self.lines = CheckLines(context.theme)
        self.body.addWidget(self.lines)

    def show_steps(self, view: ReleaseView) -> Iterator[None]:
        """Show where each stands, a line a step."""
        shown = [code for code in STEPS if view.marks[code] is not StepMark.NOT_OWED or code in ALWAYS_OFFERED]
        owed = [code for code in shown if view.marks[code] is not StepMark.NOT_OWED]
        done = sum(view.marks[code] is StepMark.DONE for code in owed)
        if self.head is not None:
            self.head.set_count(tr(COUNT, done=done, total=len(owed)))
        yield from self.lines.make_lines(self._line(view, BY_CODE[code]) for code in shown)

    def _line(self, view: ReleaseView, step: Step) -> CheckLine:
        mark = view.marks[step.code]
        title = tr(words.STEP_TITLES[step.code])
        if step.code == rules.CERTIFICATE:
            title = tr(FORM_OF_CERTIFICATE, title=title, form=view.detail.law.certificate)
        return CheckLine(
            self._context.theme,
            words.MARK_ICONS[mark],
            tr(STEP_MARK_LABELS[mark]),
            title,
            said=step.said(view) or (tr(STEP_MARK_LABELS[mark]) if mark is StepMark.NOT_OWED else ""),
            quiet="" if mark is StepMark.DONE else _article(view, step.code),
            buttons=[
                *self._paper_button(view, step),
                *(self._button(view, verb, is_done=mark is StepMark.DONE) for verb in step.verbs),
            ],
            parent=self.lines,
        )

    def _paper_button(self, view: ReleaseView, step: Step) -> tuple[WhyNotButton, ...]:
        paper_id = step.paper(view)
        is_delivery = step.code == rules.NOTICE_UNRECEIVED
        if paper_id is None and not is_delivery:
            return ()
        slot: Callable[[], object] = partial(self.paper_wanted.emit, paper_id or "")
        why_not = tr(paper_steps.NOTICE_FIRST) if paper_id is None else None
        is_owed = is_delivery and view.marks[step.code] is not StepMark.DONE
        text = tr(DELIVER if is_owed else SEE_PAPER)
        return (
            why_button(
                self._context.theme, text, slot, why_not=why_not, name=f"paper_{step.code}", is_quiet=not is_owed
            ),
        )

    def _button(self, view: ReleaseView, verb: StepVerb, *, is_done: bool) -> WhyNotButton:
        reason = missing_right(verb.permission, self._context.actor) or verb.why_not(view)
        slot = partial(self.asked.emit, verb)
        text = verb.again if is_done and verb.again is not None else verb.text
        return why_button(
            self._context.theme, tr(text), slot, why_not=reason, name=f"button_{verb.id}", is_quiet=is_done
        )


def _article(view: ReleaseView, code: str) -> str:
    law = view.detail.law
    own = {
        rules.NOTICE: law.notice_article,
        rules.CERTIFICATE: law.certificate_article,
        rules.BELONGINGS: law.return_article,
    }
    return own.get(code) or STEP_ARTICLES.get(code, "")
