"""Điều trị thay thế: who is in it, the last dose, days missed and what they mean; it begins and ends here."""

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.modules.medication.domain import RUN_PROGRAMMES, VIEW_MAR
from facility_app.modules.medication.domain.rules import matches
from facility_app.modules.medication.domain.substitution import (
    PROGRAMME_END_LABELS,
    MissedAction,
    SubstitutionRule,
)
from facility_app.modules.medication.queries.desk import ProgrammeLine
from facility_app.modules.medication.queries.programmes import list_recent_doses
from facility_app.modules.medication.queries.rules import list_substitution_rules
from facility_app.modules.medication.service.programmes import SavedProgramme
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui import programme_deeds, rule_words
from facility_app.modules.medication.ui.programme_list import (
    action_text,
    last_text,
    missed_text,
    programme_list,
    state_text,
    state_tone,
)
from facility_app.ui.i18n import tr
from facility_app.ui.lists.list_card import CHOOSE
from facility_app.ui.lists.split_page import SplitPage
from facility_app.ui.printing.sheets import SheetPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks import Failure
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import Banner, KeyValue, KeyValueGrid, SectionTitle, with_units

HEAD: Final = label("medication", "Chương trình đang chọn")
DOSES: Final = label("medication", "Những ngày đã dùng")
RULES: Final = label("medication", "Quy tắc đang có hiệu lực")
NO_RULES: Final = label("medication", "{count} quy tắc đang tắt, chờ bác sĩ phê duyệt ở trang Bảng quy tắc.")
MUST_END: Final = label(
    "medication",
    "Đã bỏ {count} ngày liên tục: phải chấm dứt điều trị thay thế (NĐ 141/2024/NĐ-CP Đ36.2). Bấm “Kết thúc chương "
    "trình”; hai người ký.",
)
MISSED: Final = label("medication", "Đã bỏ {count} ngày liên tục. {action}")
NO_MISSED: Final = label("medication", "Không bỏ liều ngày nào.")
BEFORE_FIRST: Final = label("medication", "Chưa có liều nào: liều đầu theo quy tắc dò liều bên dưới.")
IS_OVER: Final = label("medication", "Chương trình đã kết thúc.")
STARTED: Final = label("medication", "Đã mở chương trình; kê liều đầu ở trang Kê thuốc.")
ENDED: Final = label("medication", "Đã kết thúc chương trình của {name}; đã ngừng {count} y lệnh.")
PRESCRIBE: Final = label("verbs", "Kê thuốc")
SHARES: Final = (704, 396)
HINT: Final = label("medication", "Ctrl+N mở chương trình")


@dataclass(frozen=True, slots=True)
class Told:
    """What is read of the programme selected."""

    recent: tuple[tuple[date, str], ...] = field(default=(), repr=False)
    rules: tuple[SubstitutionRule, ...] = ()


class ProgrammesPage(SplitPage):
    """The list, and the programme selected with its doses and the rules that hold for it."""

    def __init__(self, press: SheetPress, context: PageContext) -> None:
        """Make the page; ``press`` sets the letter."""
        super().__init__(context, programme_list(), HEAD, shares=SHARES, selects_first=True)
        self._sheets = Sheets(context, press, self)
        theme, here = context.theme, self.inside
        self.missed = Banner(theme, parent=here)
        self._facts = KeyValueGrid(theme, parent=here)
        self._doses_title, self._doses = (
            SectionTitle(theme, tr(DOSES), parent=here),
            KeyValueGrid(theme, parent=here),
        )
        self._rules_title, self._rules = (
            SectionTitle(theme, tr(RULES), parent=here),
            KeyValueGrid(theme, parent=here),
        )
        for part in (self.missed, self._facts, self._rules_title, self._rules, self._doses_title, self._doses):
            self.detail_box.addWidget(part)
        self.detail_box.addStretch(1)

    def start(self) -> None:
        """Somebody begins."""
        programme_deeds.ask_start(self.context, self, self._on_started)

    def end(self) -> None:
        """The programme selected ends."""
        one = self._line()
        if one is not None:
            programme_deeds.ask_end(self.context, self, one, partial(self._on_ended, one))

    def letter(self) -> None:
        """The paper about the last dose, first asked for which place that goes on treating."""
        one = self._line()
        if one is not None:
            programme_deeds.ask_letter(self.context, self, self._sheets, one)

    def prescribe(self) -> None:
        """A dose of the substitute is ordered."""
        one = self._line()
        if one is not None:
            self.context.go(Route(places.PRESCRIBE, one.row.resident_id))

    def _line(self) -> ProgrammeLine | None:
        one = self.selected()
        return one if isinstance(one, ProgrammeLine) else None

    def _why_none(self) -> str | None:
        return None if self._line() is not None else tr(CHOOSE)

    def _why_over(self) -> str | None:
        one = self._line()
        if one is None:
            return tr(CHOOSE)
        return None if one.row.ended_on is None else tr(IS_OVER)

    @override
    def show_row(self, row: Any) -> None:
        one: ProgrammeLine = row
        self.missed.set(*_missed(one))
        self._facts.set_rows(_facts(one))
        self._doses.set_rows(())
        self._rules.set_rows(())
        self.detail.show_content()
        asked = partial(_told, one.row.resident_id, one.row.medicine.medicine_id)
        op = self.context.runner.query(self, asked, topic="last")
        op.success(partial(self._on_told, one)).failure(self._on_failed).run()

    def _on_told(self, one: ProgrammeLine, told: Told) -> None:
        self._doses.set_rows(tuple(KeyValue(words.day(on), dose) for on, dose in told.recent))
        self._doses_title.setVisible(bool(told.recent))
        self._rules.set_rows(_rules(one, told.rules))

    def _on_started(self, _saved: object) -> None:
        self.context.say(tr(STARTED))

    def _on_ended(self, one: ProgrammeLine, saved: SavedProgramme) -> None:
        self.context.say(tr(ENDED, name=one.who.name, count=saved.ended_orders))

    def _on_failed(self, failure: Failure) -> None:
        self.context.say(failure.words, Tone.DANGER)

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        deeds = programme_deeds
        return (
            ActionSpec("medication.start_programme", deeds.START, self.start, "plus", "Ctrl+N", RUN_PROGRAMMES),
            ActionSpec(
                "medication.order_substitute",
                PRESCRIBE,
                self.prescribe,
                "pill",
                "",
                RUN_PROGRAMMES,
                self._why_over,
            ),
            ActionSpec(
                "medication.print_last_dose",
                deeds.LETTER,
                self.letter,
                "printer",
                "Ctrl+P",
                VIEW_MAR,
                self._why_none,
            ),
            ActionSpec("medication.end_programme", deeds.END, self.end, "ban", "", RUN_PROGRAMMES, self._why_over),
        )

    @override
    def hint_text(self) -> str:
        return tr(HINT)


def _missed(one: ProgrammeLine) -> tuple[str, Tone]:
    row = one.row
    if row.ended_on is not None:
        return tr(IS_OVER), Tone.NEUTRAL
    if row.action is MissedAction.END:
        return tr(MUST_END, count=row.missed_days), Tone.DANGER
    if row.missed_days:
        return tr(MISSED, count=row.missed_days, action=action_text(one)), Tone.WARNING
    return (tr(BEFORE_FIRST), Tone.INFO) if row.last_on is None else (tr(NO_MISSED), Tone.OK)


def _facts(one: ProgrammeLine) -> list[KeyValue]:
    row = one.row
    facts = [
        KeyValue(tr(label("medication", "Người điều trị")), one.who.name),
        KeyValue(tr(words.CODE_BED), one.who.quiet),
        KeyValue(tr(label("medication", "Thuốc")), with_units(row.medicine.name)),
        KeyValue(tr(label("medication", "Tình trạng")), state_text(one), state_tone(one)),
        KeyValue(tr(label("medication", "Đồng ý")), words.joined(row.consent_by, words.day(row.consent_on))),
        KeyValue(tr(label("medication", "Số đơn, số hồ sơ")), row.file_number),
        KeyValue(tr(label("medication", "Bắt đầu")), words.joined(words.day(row.started_on), row.doctor)),
        KeyValue(tr(label("medication", "Liều cuối")), last_text(one)),
        KeyValue(tr(label("medication", "Bỏ liều")), missed_text(one)),
    ]
    if row.outside_on is not None:
        text = words.joined(words.day(row.outside_on), row.outside_paper or "")
        facts.append(KeyValue(tr(label("medication", "Liều cuối ở nơi khác")), text))
    if row.ended_on is not None:
        why = "" if row.end_kind is None else tr(PROGRAMME_END_LABELS[row.end_kind])
        facts.append(KeyValue(tr(label("medication", "Kết thúc")), words.joined(words.day(row.ended_on), why)))
        facts.append(
            KeyValue(tr(label("medication", "Ghi rõ")), words.joined(row.end_reason or "", row.second or ""))
        )
    return facts


def _rules(one: ProgrammeLine, rules: tuple[SubstitutionRule, ...]) -> tuple[KeyValue, ...]:
    mine = [rule for rule in rules if matches(one.row.medicine.atc, rule.row.atc)]
    rows = [KeyValue(rule_words.severity(rule.row), tr(rule.row.text)) for rule in mine if rule.is_in_force]
    off = sum(not rule.is_in_force for rule in mine)
    if off:
        rows.append(KeyValue("", tr(NO_RULES, count=off), Tone.WARNING))
    return tuple(rows)


def _told(resident_id: str, medicine_id: str, uow: Any) -> Told:
    return Told(list_recent_doses(uow, resident_id, medicine_id), list_substitution_rules(uow))
