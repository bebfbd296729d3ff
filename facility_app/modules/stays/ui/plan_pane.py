"""The tab of the plan V-18: five parts as the form prints them; part I only for medical roles."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from facility_app.documents.forms.library import FormLibrary
from facility_app.kernel.change import Change
from facility_app.kernel.labels import label
from facility_app.modules.stays.domain.plan import PLAN_PART_LABELS, PLAN_PLACES, PlanPart, PlanPlace
from facility_app.modules.stays.domain.rights import MEDICAL_PLAN, READ_PLAN, WRITE_PLAN
from facility_app.modules.stays.domain.stages import STAGE_RESULT_LABELS, StageResult
from facility_app.modules.stays.queries.plan import RESULT_OF, PlanDetail, get_plan
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.modules.stays.service.plan import SavePlan, save_medical_plan, save_plan
from facility_app.modules.stays.service.plan_paper import ISSUE_PLAN, IssuedPlan, IssuePlanPaper, issue_plan_paper
from facility_app.modules.stays.ui import words
from facility_app.modules.stays.ui.asking import ask
from facility_app.ui.actions import missing_right
from facility_app.ui.dialogs import Choice, Question
from facility_app.ui.dialogs.form_dialog import Kept
from facility_app.ui.forms.beginning import Shown, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.i18n import tr
from facility_app.ui.lists.read_pane import ReadPane
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import (
    Card,
    Chip,
    KeyValue,
    KeyValueGrid,
    Loudness,
    WhyNotButton,
)

EDIT = label("verbs", "Ghi phần này")
SAVED = label("stays", "Đã lưu {part}.")
NO_STAY = label("stays", "Chưa có lần cai nghiện nào nên chưa có kế hoạch. Hãy tiếp nhận ở thẻ “Thời hạn”.")
RESULT = label("stays", "Kết quả")
ISSUE = label("verbs", "Ban hành kế hoạch (V-18)")
ISSUE_TEXT = label(
    "stays",
    "Kế hoạch được ban hành như đang ghi, lấy số và giữ nguyên nội dung. Phần I chỉ có trong bản do bác sĩ, điều "
    "dưỡng trưởng ban hành. In và xem lại ở trang văn bản.",
)
GIVE = label("verbs", "Ban hành, lấy số")
ISSUED = label("stays", "Đã ban hành kế hoạch số {number}.")
PAPER_PAGE = "correspondence.paper"
NOT_JUDGED = label("stays", "chưa đánh giá")


@dataclass(frozen=True, slots=True)
class PlanSeen:
    """The plan of the last stay.

    Attributes:
        stay_id: which stay.
        plan: as far as the reader may see it.
    """

    stay_id: str
    plan: PlanDetail = field(repr=False)


class PartCard(Card):
    """One part of the plan and the button that opens its form."""

    def __init__(self, context: PageContext, part: PlanPart, parent: QWidget) -> None:
        """Show nothing yet."""
        super().__init__(context.theme, tr(PLAN_PART_LABELS[part]), parent=parent)
        self.part = part
        self.grid = KeyValueGrid(context.theme)
        self.body.addWidget(self.grid)
        self.result_chip = Chip(context.theme, "")
        self.edit_button = WhyNotButton(context.theme, EDIT, Loudness.LINK, "pencil")
        self.edit_button.button.setObjectName(f"edit_{part}")
        right = MEDICAL_PLAN if part is PlanPart.MEDICAL else WRITE_PLAN
        self.edit_button.set_why_not(missing_right(right, context.actor))
        if self.head is not None:
            self.head.add(self.result_chip)
            self.head.add(self.edit_button)
        self.result_chip.hide()

    def show_plan(self, plan: PlanDetail) -> None:
        """Show what is written."""
        self.grid.set_rows(
            [KeyValue(tr(one.label), plan.texts.get(one.name) or "") for one in places_of(self.part)]
        )
        result = plan.results.get(self.part)
        self.result_chip.setVisible(result is not None)
        if result is not None:
            self.result_chip.set(tr(STAGE_RESULT_LABELS[result]), words.RESULT_TONES[result])


class PlanPane(ReadPane):
    """The parts below each other."""

    def __init__(self, forms: Callable[[], FormLibrary], context: PageContext, resident_id: str) -> None:
        """Make the parts the reader may see and ask; ``forms`` is asked for the form of the paper."""
        super().__init__(context)
        self.resident_id, self._forms = resident_id, forms
        self.seen: PlanSeen | None = None
        self.cards: dict[PlanPart, PartCard] = {}
        self.issue_button = WhyNotButton(context.theme, ISSUE, Loudness.PLAIN, "file-text")
        self.issue_button.button.setObjectName("issue_plan")
        self.issue_button.set_why_not(missing_right(ISSUE_PLAN, context.actor))
        self.issue_button.clicked.connect(self.issue)
        self.column.addWidget(self.issue_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        self.ask()

    @override
    def ask(self) -> None:
        """Read the plan."""
        op = self.context.runner.query(self, partial(_read, self.resident_id), topic="plan")
        op.success(self._on_read).failure(self.failed).run()

    def edit(self, part: PlanPart) -> None:
        """Open the form of a part."""
        seen, card = self.seen, self.cards[part]
        if seen is None or card.edit_button.why_not():
            card.edit_button.tell()
            return
        dialog = ask(
            self.context, self, _form(part), key=f"stays.plan/{seen.stay_id}/{part}",
            title=tr(PLAN_PART_LABELS[part]), verb=label("verbs", "Lưu"),
            save=partial(_save, seen.stay_id, part, _view(part, seen.plan)), value=_view(part, seen.plan),
            version=seen.plan.version, again=partial(_again, seen.stay_id, part),
        )  # fmt: skip
        dialog.saved.connect(partial(self._on_saved, part))

    def issue(self) -> None:
        """Ask whether the plan as it stands becomes a paper."""
        if self.seen is None or self.issue_button.why_not():
            self.issue_button.tell()
            return
        question = Question(
            self.context.theme, tr(ISSUE), tr(ISSUE_TEXT), (Choice("issue", tr(GIVE)),), parent=self
        )
        question.answered.connect(self._on_agreed)
        question.open()

    def _on_agreed(self, _choice: str) -> None:
        if self.seen is not None:
            op = self.context.runner.command(self, partial(_issue, self._forms, self.seen.stay_id))
            op.success(self._on_issued).failure(self._on_not_issued).run()

    def _on_issued(self, made: IssuedPlan) -> None:
        self.context.say(tr(ISSUED, number=made.number), Tone.OK)
        self.context.go(Route(PAPER_PAGE, made.paper_id))

    def _on_not_issued(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    def _on_edit_clicked(self, part: PlanPart) -> None:
        self.edit(part)

    def _on_read(self, seen: PlanSeen | None) -> None:
        self.seen = seen
        if seen is None:
            self.states.show_empty(tr(NO_STAY), icon="clipboard-list")
            return
        self.states.show_content()
        self.turns.run(self._show_parts(seen))

    def _show_parts(self, seen: PlanSeen) -> Iterator[None]:
        """One part a step; the first time each is made before it is shown."""
        for part in PlanPart:
            if not _is_seen(self.context, part):
                continue
            if part not in self.cards:
                card = self.cards[part] = PartCard(self.context, part, self.inner)
                card.edit_button.clicked.connect(partial(self._on_edit_clicked, part))
                self.column.insertWidget(self.column.count() - 1, card)
            self.cards[part].show_plan(seen.plan)
            yield

    def _on_saved(self, part: PlanPart, _answer: object) -> None:
        self.context.say(tr(SAVED, part=PLAN_PART_LABELS[part]), Tone.OK)
        self.cards[part].edit_button.setFocus()

    @override
    def refresh(self, change: Change) -> None:
        if not change.tables.isdisjoint({"rehab_plan", "stay"}):
            self.ask()

    @override
    def first_focus(self) -> QWidget:
        return next(iter(self.cards.values())).edit_button if self.seen is not None and self.cards else self


def places_of(part: PlanPart) -> tuple[PlanPlace, ...]:
    """The places of a part, in the form's order."""
    return tuple(one for one in PLAN_PLACES if one.part is part)


def _is_seen(context: PageContext, part: PlanPart) -> bool:
    return context.may(READ_PLAN) and (part is not PlanPart.MEDICAL or context.may(MEDICAL_PLAN))


def _form(part: PlanPart) -> Form[Any]:
    form: Form[Any] = Form(shown, with_bar=False)
    for one in places_of(part):
        form.add(NoteField(one.name, one.label, lines=2))
    if part in RESULT_OF:
        form.add(CodeField("result", RESULT, options=words.options(STAGE_RESULT_LABELS)), spans=(5,))
    return form


def _view(part: PlanPart, plan: PlanDetail) -> Shown:
    texts = {one.name: plan.texts.get(one.name) for one in places_of(part)}
    return Shown({**texts, "result": plan.results.get(part)})


def _save(stay_id: str, part: PlanPart, began: Shown, uow: Any, values: Mapping[str, Any], version: int) -> object:
    now = get_plan(uow, stay_id)
    if _view(part, now) == began:
        # Somebody wrote another part meanwhile: nothing of this one is overwritten.
        version = now.version
    texts = {one.name: values[one.name] for one in places_of(part)}
    result = values.get("result")
    results = {RESULT_OF[part]: StageResult(result) if result else None} if part in RESULT_OF else {}
    order = SavePlan(stay_id, version, texts, results)
    return save_medical_plan(uow, order) if part is PlanPart.MEDICAL else save_plan(uow, order)


def _again(stay_id: str, part: PlanPart, uow: Any) -> Kept[Shown]:
    plan = get_plan(uow, stay_id)
    return Kept(_view(part, plan), plan.version)


def _issue(forms: Callable[[], FormLibrary], stay_id: str, uow: Any) -> IssuedPlan:
    return issue_plan_paper(uow, IssuePlanPaper(stay_id), forms())


def _read(resident_id: str, uow: Any) -> PlanSeen | None:
    stays = list_stays_of(uow, resident_id)
    return PlanSeen(stays[0].stay_id, get_plan(uow, stays[0].stay_id)) if stays else None
