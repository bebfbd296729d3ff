"""What is asked about a test for infectious disease: consent, result, and, behind the wall, telling it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from facility_app.documents.payload import PlainPaper
from facility_app.kernel.dates import LOCAL
from facility_app.kernel.labels import Label, label
from facility_app.modules.treatment.domain.infections import (
    CONSENT_LABELS,
    DISEASE_LABELS,
    INFECTION_RESULT_LABELS,
    Consent,
    Disease,
    InfectionResult,
)
from facility_app.modules.treatment.queries.hiv import HivTestRow
from facility_app.modules.treatment.queries.infections import InfectionRow
from facility_app.modules.treatment.queries.ward import WardPerson
from facility_app.modules.treatment.service.hiv import (
    AskHivConsent,
    OfHivTest,
    RecordHivResult,
    TellHivResult,
    ask_hiv_consent,
    record_hiv_result,
    tell_hiv_result,
)
from facility_app.modules.treatment.service.infections import (
    AskConsent,
    RecordInfection,
    ask_consent,
    record_infection,
)
from facility_app.modules.treatment.service.printing import PrintAnnex, print_private_annex
from facility_app.ui.dialogs.form_dialog import Filing, FormDialog
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.draft_store import NOWHERE, Begun, Draft
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.time_field import TimeField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

ASK, RESULT, TELL = (
    label("verbs", "Ghi đồng ý, từ chối"),
    label("verbs", "Ghi kết quả"),
    label("verbs", "Ghi đã báo"),
)
WITHDRAW, STRIKE = label("verbs", "Ghi rút đồng ý"), label("verbs", "Gạch bỏ")
DONE = label("treatment", "Đã ghi: {what}.")
NO_TEST = label("treatment", "Chưa có lần hỏi xét nghiệm nào.")
DISEASE, CONSENT = label("treatment", "Bệnh"), label("treatment", "Trả lời")
GUARDIAN = label("treatment", "Cha mẹ, người giám hộ đồng ý (nếu cần)")
FOUND, METHOD, NOTE = (
    label("treatment", "Kết quả"),
    label("treatment", "Cách xét nghiệm"),
    label("terms", "Ghi chú"),
)
SAMPLED_ON = label("treatment", "Ngày lấy mẫu")
COUNSELLED_ON, COUNSELLED_AT = label("treatment", "Tư vấn riêng ngày"), label("treatment", "Lúc")
TOLD_TO = label("treatment", "Báo cho cha mẹ, người giám hộ (trống: báo trực tiếp cho người được xét nghiệm)")
WHOSE = label("treatment", "{name} · {code}")
COUNSEL_TEXT = label(
    "treatment",
    "{name} · {code}. Tư vấn riêng trước khi xét nghiệm; không ai bị bắt buộc xét nghiệm. Từ chối cũng được ghi.",
)
ANNEX, ANNEX_VERB = label("verbs", "In tờ kèm giao tận tay…"), label("verbs", "In tờ kèm giao tận tay")
ANNEX_TO, PURPOSE = label("treatment", "Người nhận, nơi công tác"), label("treatment", "Mục đích")
ANNEX_HINT = label("treatment", "Một người được biết theo luật; mỗi người một tờ")
ANNEX_TEXT = label(
    "treatment",
    "{name} · {code}. Tờ kèm của tóm tắt hồ sơ bệnh án: chỉ giao tận tay người thuộc danh sách được biết (Luật "
    "phòng, chống HIV/AIDS Đ30.2), không kẹp vào hồ sơ. Lần mở, lần in được ghi lại.",
)
NOON: Final = time(12)
LINE: Final = 200


class NoDrafts:
    """Keeps nothing: what is typed behind the wall waits in no list of unfinished work."""

    def keep(self, key: str, fields: Mapping[str, str], begun: Begun = NOWHERE) -> None:
        """Forget it."""

    def pass_field(self) -> None:
        """Nothing is on its way."""

    def find(self, asker: QObject, key: str, found: Callable[[Draft | None], None]) -> None:  # noqa: ARG002 - the protocol's
        """There is none."""
        found(None)

    def want(self, key: str) -> None:
        """Nothing to bring back."""

    def drop(self, key: str) -> None:
        """Nothing to forget."""

    def all(self, asker: QObject, found: Callable[[tuple[Draft, ...]], None]) -> None:  # noqa: ARG002
        """There are none."""
        found(())


@dataclass(frozen=True, slots=True)
class Asking:
    """Where a form is opened, and about whom."""

    context: PageContext
    over: QWidget
    person: WardPerson

    def consent(self) -> FormDialog[Any]:
        """Ask what somebody answered."""
        form = self._form()
        form.add(CodeField("disease", DISEASE, options=_options(DISEASE_LABELS), is_required=True))
        form.add(CodeField("consent", CONSENT, options=_options(CONSENT_LABELS), is_required=True))
        form.add(TextField("guardian", GUARDIAN, limit=LINE))
        return self._open(form, partial(_ask, self.person.stay_id), "consent", ASK, self._whose())

    def result(self, row: InfectionRow) -> FormDialog[Any]:
        """Ask what a test said."""
        form = self._form()
        self._add_result(form)
        text = f"{self._whose()} · {tr(DISEASE_LABELS[row.disease])}"
        return self._open(form, partial(_result, row), f"result {row.test_id}", RESULT, text)

    def private_consent(self, key: Any, purpose: str) -> FormDialog[Any]:
        """Ask what somebody answered after counselling, behind the wall."""
        form = self._form()
        form.add(CodeField("consent", CONSENT, options=_options(CONSENT_LABELS), is_required=True))
        today = partial(_today, self.context)
        form.add(
            DateField("counselled_on", COUNSELLED_ON, today=today, latest=today),
            TimeField("counselled_at", COUNSELLED_AT),
            spans=(8, 4),
        )
        form.add(TextField("guardian", GUARDIAN, limit=LINE))
        save = partial(_private_ask, self.person.stay_id, key, purpose, self.context)
        text = tr(COUNSEL_TEXT, name=self.person.name, code=self.person.code)
        return self._open(form, save, "private", ASK, text, is_private=True)

    def private_result(self, row: HivTestRow, key: Any, purpose: str) -> FormDialog[Any]:
        """Ask what a test behind the wall said."""
        form = self._form()
        self._add_result(form)
        save = partial(_private_result, OfHivTest(row.test_id, row.version, purpose, key))
        return self._open(form, save, "private", RESULT, self._whose(), is_private=True)

    def private_telling(self, row: HivTestRow, key: Any, purpose: str) -> FormDialog[Any]:
        """Ask to whom a result behind the wall was told."""
        form = self._form()
        form.add(TextField("told_to", TOLD_TO, limit=LINE))
        save = partial(_private_telling, OfHivTest(row.test_id, row.version, purpose, key))
        return self._open(form, save, "private", TELL, self._whose(), is_private=True)

    def annex(self, key: Any) -> FormDialog[Any]:
        """Ask who is handed the annex, and why."""
        form = self._form()
        form.add(TextField("to", ANNEX_TO, hint=ANNEX_HINT, limit=LINE, is_required=True))
        form.add(NoteField("purpose", PURPOSE, is_required=True, limit=LINE, lines=2))
        save = partial(_annex, self.person.stay_id, key)
        text = tr(ANNEX_TEXT, name=self.person.name, code=self.person.code)
        return self._open(form, save, "annex", ANNEX_VERB, text, is_private=True)

    def _whose(self) -> str:
        return tr(WHOSE, name=self.person.name, code=self.person.code)

    def _add_result(self, form: Form[Any]) -> None:
        today = partial(_today, self.context)
        form.add(
            CodeField("result", FOUND, options=_options(INFECTION_RESULT_LABELS), is_required=True),
            DateField("sampled_on", SAMPLED_ON, today=today, latest=today),
            spans=(7, 5),
        )
        form.add(TextField("method", METHOD, limit=LINE))
        form.add(NoteField("note", NOTE, limit=500, lines=2))

    def _form(self) -> Form[Any]:
        return Form(dict, with_bar=False)

    def _open(
        self, form: Form[Any], save: Any, key: str, verb: Label, text: str, *, is_private: bool = False
    ) -> FormDialog[Any]:
        context = self.context
        dialog: FormDialog[Any] = FormDialog(
            context.theme,
            context.runner,
            NoDrafts() if is_private else context.drafts,
            form,
            Filing(key=f"treatment.screening {self.person.stay_id} {key}", save=save),
            title=tr(verb),
            text=text,
            verb=verb,
            parent=self.over,
        )
        dialog.open_with(None)
        return dialog


def _options(words: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    return tuple((one.value, text) for one, text in words.items())


def _today(context: PageContext) -> date:
    return context.today()


def _at(day: date | None, hour: time | None, now: datetime) -> datetime | None:
    """A moment of a day; without an hour noon stands for it, or a minute ago before noon of today."""
    if day is None or hour is not None:
        return None if day is None else datetime.combine(day, hour or NOON, LOCAL)
    return min(datetime.combine(day, NOON, LOCAL), now - timedelta(minutes=1))


def _ask(stay_id: str, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    command = AskConsent(stay_id, Disease(values["disease"]), Consent(values["consent"]), values["guardian"])
    return ask_consent(uow, command)


def _result(row: InfectionRow, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    sampled = _at(values["sampled_on"], None, uow.now)
    result = InfectionResult(values["result"])
    record_infection(
        uow, RecordInfection(row.test_id, row.version, result, values["method"], sampled, values["note"])
    )
    return row.test_id


def _private_ask(
    stay_id: str, key: Any, purpose: str, context: PageContext, uow: Any, values: Mapping[str, Any], _version: int
) -> str:
    counselled = _at(values["counselled_on"], values["counselled_at"], context.clock.now())
    command = AskHivConsent(
        stay_id, Consent(values["consent"]), purpose, key, counselled_at=counselled, guardian=values["guardian"]
    )
    return ask_hiv_consent(uow, command)


def _private_result(of: OfHivTest, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    sampled = _at(values["sampled_on"], None, uow.now)
    result = InfectionResult(values["result"])
    record_hiv_result(uow, RecordHivResult(of, result, values["method"], sampled, values["note"]))
    return of.test_id


def _private_telling(of: OfHivTest, uow: Any, values: Mapping[str, Any], _version: int) -> str:
    tell_hiv_result(uow, TellHivResult(of, values["told_to"]))
    return of.test_id


def _annex(stay_id: str, key: Any, uow: Any, values: Mapping[str, Any], _version: int) -> PlainPaper:
    return print_private_annex(uow, PrintAnnex(stay_id, values["to"] or "", values["purpose"] or "", key))
