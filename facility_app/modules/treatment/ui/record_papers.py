"""The papers of one person's record: of which days, which scoring, to which hospital."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.faults import NOTE_LIMIT
from facility_app.kernel.labels import Label, label
from facility_app.kernel.typed_dates import TwoDigitYears
from facility_app.modules.treatment.domain.record import EntryKind
from facility_app.modules.treatment.domain.rights import (
    READ_PSYCHIATRIC,
    READ_RECORD,
    READ_SCORES,
    READ_VITALS,
)
from facility_app.modules.treatment.papers.charts import MOST_DAYS, Days
from facility_app.modules.treatment.papers.letters import Referral
from facility_app.modules.treatment.queries.person import PersonHealth
from facility_app.modules.treatment.service.printing import (
    print_health_check,
    print_referral,
    print_score,
    print_treatment_sheet,
    print_vitals_chart,
)
from facility_app.modules.treatment.ui.record_entries import Entry
from facility_app.modules.treatment.ui.record_forms import Asking, Save
from facility_app.ui.forms.beginning import new_form
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext

SHEET: Final = label("verbs", "In tờ điều trị…")
VITALS: Final = label("verbs", "In phiếu chức năng sống…")
REFERRAL: Final = label("verbs", "In giấy chuyển viện…")
SCORE: Final = label("verbs", "In kết quả thang đánh giá")
CHECK: Final = label("verbs", "In phiếu khám sức khỏe")
FROM_ON, TO_ON = label("treatment", "Từ ngày"), label("treatment", "Đến hết ngày")
WITH_PSYCHIATRIC = label("treatment", "Kèm ghi chép tâm thần")
TO, TRANSPORT = label("treatment", "Chuyển đến bệnh viện"), label("treatment", "Phương tiện, người đi cùng")
WHY, STATE = label("treatment", "Lý do chuyển"), label("treatment", "Tình trạng lúc chuyển")
STATE_HINT = label("treatment", "Số đo gần nhất được in kèm, không cần gõ lại")
DAYS_TEXT = label("treatment", "{name}. Một tờ nhiều nhất {most} ngày. Lần in được ghi lại.")
REFERRAL_TEXT = label(
    "treatment",
    "{name}. Chẩn đoán, diễn biến, thuốc, dị ứng lấy từ hồ sơ, không lấy gì của phần kín. Lần in được ghi lại.",
)
NO_STAY = label("treatment", "Người này chưa được tiếp nhận: chưa có hồ sơ để in.")
NO_CHECK = label("treatment", "Hãy chọn một lần khám sức khỏe trong danh sách (nhóm “Bệnh án”).")
NO_SCORE = label("treatment", "Hãy chọn một lần chấm trong danh sách (nhóm “Số đo, điểm”).")
USUAL: Final = timedelta(days=6)
LINE: Final = 200


class RecordPapers:
    """Over the tab of one person."""

    def __init__(
        self, press: PlainPress, context: PageContext, over: QWidget, asking: Callable[[], Asking],
        seen: Callable[[], PersonHealth | None], chosen: Callable[[], Entry | None],
    ) -> None:  # fmt: skip
        """Over ``over``; ``seen`` is the record shown, ``chosen`` the entry in view."""
        self._context, self._asking, self._seen, self._chosen = context, asking, seen, chosen
        self._sheets = Sheets(context, press, over)

    def actions(self) -> tuple[ActionSpec, ...]:
        """What can be printed, for whoever may read it; Ctrl+P is the first of it."""
        first, *rest = (one for one in self._all() if self._context.may(one.permission))
        return (replace(first, shortcut="Ctrl+P"), *rest)

    def _all(self) -> Iterator[ActionSpec]:
        for name, text, run, right, why in (
            ("treatment_sheet", SHEET, self.ask_sheet, READ_RECORD, self._why_no_stay),
            ("vitals_chart", VITALS, self.ask_vitals, READ_VITALS, self._why_no_stay),
            ("score", SCORE, self.print_score, READ_SCORES, self.why_no_score),
            ("health_check", CHECK, self.print_check, READ_RECORD, self.why_no_check),
            ("referral", REFERRAL, self.ask_referral, READ_RECORD, self._why_no_stay),
        ):
            yield ActionSpec(f"treatment.print_{name}", text, run, "printer", "", right, why, is_in_menu=True)

    def ask_sheet(self) -> None:
        """Tờ điều trị: ask of which days, and whether with psychiatric notes."""
        has_choice = self._context.may(READ_PSYCHIATRIC)
        self._ask_days(SHEET, "sheet", print_treatment_sheet, "to dieu tri", has_psychiatric=has_choice)

    def ask_vitals(self) -> None:
        """Phiếu theo dõi chức năng sống: ask of which days."""
        self._ask_days(VITALS, "vitals", print_vitals_chart, "phieu chuc nang song")

    def print_score(self) -> None:
        """The scoring chosen in the list."""
        stay_id, one = self._asking().stay_id, self._chosen()
        if stay_id and one is not None and one.kind is EntryKind.SCORE:
            self._sheets.take(partial(_score, stay_id, one.entry_id), "ket qua thang")

    def print_check(self) -> None:
        """The health check chosen in the list."""
        one = self._chosen()
        if one is not None and one.kind is EntryKind.HEALTH_CHECK:
            self._sheets.take(partial(_check, one.entry_id), "phieu kham suc khoe")

    def print_chosen(self) -> None:
        """Whatever is chosen and has a paper of its own."""
        if self.why_no_check() is None:
            self.print_check()
        else:
            self.print_score()

    def has_paper(self) -> bool:
        """Whether the entry chosen has a paper of its own."""
        return self.why_no_check() is None or self.why_no_score() is None

    def ask_referral(self) -> None:
        """Giấy chuyển viện: ask to which hospital, and why."""
        if self._why_no_stay() is not None:
            return
        form = new_form()
        form.add(
            TextField("to", TO, limit=LINE, is_required=True), TextField("transport", TRANSPORT, limit=LINE),
            spans=(7, 5),
        )  # fmt: skip
        form.add(NoteField("reason", WHY, is_required=True, limit=NOTE_LIMIT, lines=3))
        form.add(NoteField("state", STATE, hint=STATE_HINT, limit=NOTE_LIMIT, lines=3))
        one = self._asking()
        dialog = one.open(form, "referral", _plain(REFERRAL), partial(_referral, one.stay_id), about=REFERRAL_TEXT)
        dialog.saved.connect(partial(self._sheets.show_paper, "giay chuyen vien"))

    def why_no_score(self) -> str | None:
        """Why no scoring can be printed."""
        one = self._chosen()
        return None if one is not None and one.kind is EntryKind.SCORE else tr(NO_SCORE)

    def why_no_check(self) -> str | None:
        """Why no health check can be printed."""
        one = self._chosen()
        return None if one is not None and one.kind is EntryKind.HEALTH_CHECK else tr(NO_CHECK)

    def _why_no_stay(self) -> str | None:
        return None if self._asking().stay_id else tr(NO_STAY)

    def _ask_days(
        self, verb: Label, what: str, paper: Callable[[Any, Days], PlainPaper], file_name: str, *,
        has_psychiatric: bool = False,
    ) -> None:  # fmt: skip
        seen = self._seen()
        if seen is None or seen.stay is None:
            return
        stay = seen.stay
        form = new_form()
        first, last_day = self._day("from_on", FROM_ON), self._day("to_on", TO_ON)
        # What is said of the last day is about both: the first one mends it too.
        first.edited.connect(partial(last_day.set_trouble, None))
        form.add(first, last_day, spans=(6, 6))
        if has_psychiatric:
            form.add(CheckField("with_psychiatric", WITH_PSYCHIATRIC))
        today = self._context.today()
        last = min(today, stay.exited_on or today)
        about = Label(DAYS_TEXT.context, tr(DAYS_TEXT, name="{name}", most=MOST_DAYS))
        save: Save = partial(_days, stay.stay_id, paper)
        dialog = self._asking().open(
            form, what, _plain(verb), save, about=about, from_on=max(stay.admitted_on, last - USUAL), to_on=last
        )
        dialog.saved.connect(partial(self._sheets.show_paper, file_name))

    def _day(self, name: str, head: Label) -> DateField:
        today = self._context.today
        return DateField(name, head, today=today, years=TwoDigitYears.PAST, latest=today, is_required=True)


def _plain(verb: Label) -> Label:
    """On the button of its own form a verb asks for nothing more."""
    return Label(verb.context, tr(verb).removesuffix("…"))


def _days(
    stay_id: str, paper: Callable[[Any, Days], PlainPaper], uow: Any, values: Mapping[str, Any]
) -> PlainPaper:
    return paper(uow, Days(stay_id, values["from_on"], values["to_on"], bool(values.get("with_psychiatric"))))


def _score(stay_id: str, score_id: str, uow: Any) -> PlainPaper:
    return print_score(uow, stay_id, score_id)


def _check(check_id: str, uow: Any) -> PlainPaper:
    return print_health_check(uow, check_id)


def _referral(stay_id: str, uow: Any, values: Mapping[str, Any]) -> PlainPaper:
    said = {name: values[name] or "" for name in ("to", "reason", "state", "transport")}
    return print_referral(uow, Referral(stay_id, **said))
