"""Bảng quy tắc: each rule with what it does said in words, who stands by it, and its versions."""

from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import APPROVE_RULES, KEEP_RULES
from facility_app.modules.medication.domain.effects import effect_of
from facility_app.modules.medication.domain.rules import RULE_LIST_LABELS, RuleRow
from facility_app.modules.medication.queries.rules import RuleLine, list_versions
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui import rule_verbs, rule_words
from facility_app.modules.medication.ui.rule_list import RULES
from facility_app.modules.medication.ui.rule_verbs import RuleVerbs
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.shell.spec import ActionSpec, PageContext
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, KeyValue, KeyValueGrid, SectionTitle

HEAD: Final = label("medication", "Quy tắc đang chọn")
VERSIONS: Final = label("medication", "Các bản")
WAITING: Final = label("medication", "Bản chờ phê duyệt")
SHARES: Final = (704, 396)
HINT: Final = label("medication", "F2 sửa · F8 phê duyệt quy tắc đang chọn")


class RulesPage(SplitPage):
    """The list, and the rule selected in full."""

    def __init__(self, context: PageContext) -> None:
        """Make the page."""
        super().__init__(context, RULES, HEAD, shares=SHARES, selects_first=True)
        theme, here = context.theme, self.inside
        self._verbs = RuleVerbs(context, self)
        self._effect = Banner(theme, parent=here)
        self._facts = KeyValueGrid(theme, parent=here)
        self._versions_title = SectionTitle(theme, tr(VERSIONS), parent=here)
        self._versions = KeyValueGrid(theme, parent=here)
        for part in (self._effect, self._facts, self._versions_title, self._versions):
            self.detail_box.addWidget(part)
        self.detail_box.addStretch(1)

    def approve(self) -> None:
        """Somebody stands by the newest version."""
        line = self._line()
        if line is not None:
            self._verbs.approve(line)

    def change(self) -> None:
        """The rule is written anew."""
        line = self._line()
        if line is not None:
            self._verbs.change(line)

    def switch_off(self) -> None:
        """The rule is not to hold."""
        line = self._line()
        if line is not None:
            self._verbs.switch_off(line)

    def effect_text(self) -> str:
        """What the rule selected does, in words."""
        return self._effect.text()

    def _line(self) -> RuleLine | None:
        line = self.selected()
        return line if isinstance(line, RuleLine) else None

    def _why_none(self) -> str | None:
        return None if self._line() is not None else tr(CHOOSE)

    def _why_not_waiting(self) -> str | None:
        line = self._line()
        if line is None:
            return tr(CHOOSE)
        return None if line.is_waiting else tr(rule_verbs.IS_APPROVED)

    @override
    def show_row(self, row: Any) -> None:
        line: RuleLine = row
        tone = Tone.WARNING if not line.row.is_approved else (Tone.NEUTRAL if line.row.is_off else Tone.OK)
        effect = effect_of(line.row)
        self._effect.set(tr(effect), tone)
        self._facts.set_rows(_facts(line))
        self._versions.set_rows(())
        self.detail.show_content()
        asked = partial(_versions, line)
        op = self.context.runner.query(self, asked, topic="versions")
        op.success(self._on_versions).failure(self._on_failed).run()

    def _on_versions(self, rows: tuple[RuleRow, ...]) -> None:
        self._versions.set_rows(tuple(rule_words.version(row) for row in rows))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        approve = ActionSpec(
            "medication.approve_rule", rule_verbs.APPROVE, self.approve, "signature", "F8", APPROVE_RULES,
            self._why_not_waiting,
        )  # fmt: skip
        change = ActionSpec(
            "medication.change_rule", rule_verbs.CHANGE, self.change, "pencil", "F2", KEEP_RULES, self._why_none
        )
        off = ActionSpec(
            "medication.switch_off_rule", rule_verbs.SWITCH_OFF, self.switch_off, "ban", "", KEEP_RULES,
            self._why_none, is_in_menu=True,
        )  # fmt: skip
        return (approve, change, off)

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _facts(line: RuleLine) -> list[KeyValue]:
    row = line.newest
    facts = [
        KeyValue(tr(label("medication", "Quy tắc")), words.joined(line.substance, tr(line.row.text))),
        KeyValue(tr(label("medication", "Bảng")), tr(RULE_LIST_LABELS[row.rule_list])),
        KeyValue(tr(label("medication", "Mức độ")), rule_words.severity(row)),
        KeyValue(tr(label("medication", "Mức")), rule_words.figures(line.row)),
        KeyValue(tr(label("medication", "Mã ATC")), _atc(line.row)),
        KeyValue(tr(label("medication", "Căn cứ")), rule_words.source(line.row)),
        KeyValue(tr(label("medication", "Trạng thái")), rule_words.state(line), rule_words.state_tone(line)),
    ]
    if line.row.is_approved:
        by = words.joined(line.row.approved_by, words.day(line.row.approved_on))
        facts.append(KeyValue(tr(label("medication", "Người phê duyệt")), by))
    if line.is_waiting and line.newest is not line.row:
        text = words.joined(tr(line.newest.text), rule_words.figures(line.newest))
        facts.append(KeyValue(tr(WAITING), text, Tone.WARNING))
    return facts


def _atc(row: RuleRow) -> str:
    values = row.values
    return " – ".join(values[name] for name in ("a", "b") if values.get(name)) or values.get("atc", "")


def _versions(line: RuleLine, uow: Any) -> tuple[RuleRow, ...]:
    return list_versions(uow, line.row.rule_list, line.row.code)
