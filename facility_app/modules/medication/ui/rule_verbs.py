"""What is done about a rule: a named doctor or pharmacist approves it with a second person; it is written anew."""

from collections.abc import Mapping
from decimal import Decimal
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain.checks import Severity
from facility_app.modules.medication.domain.effects import effect_of
from facility_app.modules.medication.domain.rules import RuleRow
from facility_app.modules.medication.queries.rules import RuleLine
from facility_app.modules.medication.service.rules import ApproveRule, ChangeRule, approve_rule, change_rule
from facility_app.modules.medication.ui import rule_words
from facility_app.modules.medication.ui.order_asking import Agreeing, Deciding, ask_reason, note
from facility_app.ui.dialogs import Choice as Answer
from facility_app.ui.dialogs import Question
from facility_app.ui.dialogs.asking import ask
from facility_app.ui.forms.beginning import new_form, shown
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.text_fields import NoteField
from facility_app.ui.forms.usual import LINE_LIMIT, line
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.widgets import Loudness

APPROVE: Final = label("verbs", "Phê duyệt")
CHANGE: Final = label("verbs", "Sửa quy tắc")
SWITCH_OFF: Final = label("verbs", "Đề nghị không áp dụng")
SIGN_TEXT: Final = label(
    "medication",
    "“{rule}” có hiệu lực khi hai người cùng chịu trách nhiệm. Bác sĩ khác, dược sĩ hoặc người đứng đầu ký cùng.",
)
ASK_APPROVE: Final = label(
    "medication",
    "Phê duyệt: “{rule}”. {effect} Người phê duyệt chịu trách nhiệm về con số; người thứ hai ký cùng.",
)
AFTER: Final = label("medication", "Sau khi phê duyệt: {effect}")
APPROVED: Final = label("medication", "Đã phê duyệt “{rule}”.")
CHANGED: Final = label(
    "medication", "Đã ghi bản sửa; bản cũ vẫn có hiệu lực cho đến khi người khác phê duyệt bản này."
)
OFF_TEXT: Final = label(
    "medication", "“{rule}”: ghi vì sao cơ sở không dùng. Người khác phê duyệt thì quy tắc mới thôi hiệu lực."
)
CHANGE_TEXT: Final = label(
    "medication", "Ghi thành bản mới, chưa có hiệu lực. Người khác (không phải người sửa) phê duyệt thì mới dùng."
)
IS_APPROVED: Final = label("medication", "Bản mới nhất đã được phê duyệt.")
TEXT: Final = label("medication", "Câu hiện cho bác sĩ")
THOUSANDTHS: Final = frozenset({"time_most", "day_most", "above_day", "limit"})
"""Columns kept in thousandths of a unit; nobody types three more zeros."""
WHY: Final = label("medication", "Căn cứ, lý do sửa")


class RuleVerbs:
    """Decisions about rules, over one page."""

    def __init__(self, context: PageContext, over: QWidget) -> None:
        """Over ``over``."""
        self._context, self._over = context, over
        self._deciding = Deciding(context, over)
        self._agreeing = Agreeing(context, over)

    def approve(self, rule: RuleLine) -> None:
        """Stand by the newest version: first it is said what that does, then the second person signs."""
        row = rule.newest
        text = tr(ASK_APPROVE, rule=named(rule), effect=effect_when_approved(row))
        question = Question(
            self._context.theme,
            tr(APPROVE),
            text,
            (Answer("approve", tr(APPROVE), Loudness.PRIMARY),),
            parent=self._over,
        )
        question.answered.connect(partial(self._on_wanted, rule))
        question.open()

    def change(self, rule: RuleLine) -> None:
        """Write it anew."""
        row = rule.newest
        form = new_form()
        form.add(note("text", TEXT, is_required=True))
        names = rule_words.EDITABLE[row.rule_list]
        for first in range(0, len(names), 2):
            form.add(*(_field(name) for name in names[first : first + 2]))
        form.add(NoteField("why", WHY, is_required=True, limit=LINE_LIMIT, lines=2))
        begin = shown(text=row.values["text"], **{name: _shown_cell(row, name) for name in names})
        key = f"medication.rule/{row.rule_list.value}/{row.code}"
        dialog = ask(
            self._context, self._over, form, key, CHANGE, tr(CHANGE_TEXT), begin, partial(_change, row, names)
        )
        dialog.saved.connect(self._on_changed)

    def switch_off(self, rule: RuleLine) -> None:
        """It is not to hold any more."""
        row = rule.newest
        text = tr(OFF_TEXT, rule=named(rule))
        ask_reason(self._context, self._over, SWITCH_OFF, text, partial(self._on_off, row))

    def _on_wanted(self, rule: RuleLine, _answer: str) -> None:
        text = tr(SIGN_TEXT, rule=named(rule))
        self._agreeing.ask("medication.approve_rule", text, partial(self._on_signed, rule))

    def _on_signed(self, rule: RuleLine, agreed: Any) -> None:
        row = rule.newest
        command = ApproveRule(row.rule_list, row.code, row.version, agreed)
        self._deciding.do(partial(_approve, command), tr(APPROVED, rule=named(rule)))

    def _on_changed(self, _answer: object) -> None:
        self._context.say(tr(CHANGED))

    def _on_off(self, row: RuleRow, reason: str) -> None:
        command = ChangeRule(row.rule_list, row.code, {}, reason, is_off=True)
        self._deciding.do(partial(_write, command), tr(CHANGED))


def named(rule: RuleLine) -> str:
    """A rule within a sentence."""
    return rule_words.title(rule).rstrip(".")


def effect_when_approved(row: RuleRow) -> str:
    """What a row does once somebody stands by it."""
    approved = RuleRow(row.rule_list, row.code, row.values, row.version, "–", is_off=row.is_off)
    return tr(AFTER, effect=effect_of(approved))


def _field(name: str) -> Field[Any]:
    head = rule_words.COLUMN_LABELS[name]
    if name in {"severity", "many_severity"}:
        options = tuple((str(int(one)), rule_words.SEVERITY_LABELS[one]) for one in Severity)
        return CodeField(name, head, options=options)
    if name in THOUSANDTHS:
        return NumberField(name, head, decimals=3)
    return line(name, head)


def _shown_cell(row: RuleRow, name: str) -> object:
    """A cell as people say it: 120 mg, not 120000 thousandths."""
    cell = row.values.get(name, "")
    if not cell:
        return None
    return Decimal(cell) / 1000 if name in THOUSANDTHS else cell


def _kept_cell(name: str, value: object) -> str:
    if value is None:
        return ""
    return str(int(Decimal(str(value)) * 1000)) if name in THOUSANDTHS else str(value)


def _change(row: RuleRow, names: tuple[str, ...], uow: Any, values: Mapping[str, Any]) -> object:
    cells = {name: _kept_cell(name, values.get(name)) for name in names}
    cells["text"] = values["text"] or ""
    if cells["text"] != row.values["text"]:
        cells["english"] = ""  # of other words the English is not known
    return change_rule(uow, ChangeRule(row.rule_list, row.code, cells, values["why"] or ""))


def _approve(command: ApproveRule, uow: Any) -> object:
    return approve_rule(uow, command)


def _write(command: ChangeRule, uow: Any) -> object:
    return change_rule(uow, command)
