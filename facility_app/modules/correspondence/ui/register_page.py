"""Vào sổ văn bản đến: what the register and an official form say, typed in; corrected with a reason."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from typing_extensions import override

from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.dates import local_date
from facility_app.kernel.labels import Label, label
from facility_app.modules.correspondence.domain.incoming import RECEIVED_DOUBT_LABELS, ReceivedFacts
from facility_app.modules.correspondence.domain.numbers import NUMBER_DOUBT_LABELS, NumberDoubt
from facility_app.modules.correspondence.domain.outgoing import (
    ADDRESSEE_KIND_LABELS,
    PAPER_CLASS_LABELS,
    AddresseeKind,
    PaperClass,
)
from facility_app.modules.correspondence.queries.paper import ReceivedDetail, get_received
from facility_app.modules.correspondence.service.receiving import (
    EditReceived,
    Registered,
    RegisterReceived,
    edit_received,
    register_received,
)
from facility_app.modules.correspondence.ui.entry_page import EntryPage
from facility_app.modules.correspondence.ui.form_entry import (
    payload_of,
    put_sections,
    sections_of,
    shown_of,
)
from facility_app.modules.correspondence.ui.form_picker import OTHER_KIND, form_options
from facility_app.modules.correspondence.ui.places import FORM_ARG, LETTER, RESIDENT_ARG
from facility_app.modules.correspondence.ui.press import Press
from facility_app.modules.correspondence.ui.words import options, today_field
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("verbs", "Vào sổ văn bản đến")
CORRECT = label("correspondence", "Sửa dòng sổ số đến {no}")
SAVE = label("verbs", "Ghi vào sổ")
OTHER = label("correspondence", "Văn bản khác (không theo biểu mẫu)")
WHAT = label("correspondence", "Văn bản đến là")
REGISTER_PART = label("correspondence", "Sổ văn bản đến")
ABOUT = label("correspondence", "Về người chưa có hồ sơ, hoặc việc khác")
ROUTED = label("correspondence", "Đơn vị, người nhận giải quyết")
REASON = label("terms", "Lý do sửa")
REGISTERED = label("correspondence", "Đã vào sổ: số đến {no}.")
CORRECTED = label("correspondence", "Đã sửa dòng sổ số đến {no}.")
FACTS = (
    *("received_on", "sender_kind", "sender", "number", "dated_on", "subject", "resident_id", "about"),
    *("routed_to", "answer_by", "paper_class", "reason"),
)


class RegisterPage(EntryPage):
    """The page; with a record it corrects that line."""

    save_words = SAVE
    picker_head = WHAT
    key = "correspondence.register"

    def __init__(self, press: Press, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(press, context)
        self._detail: ReceivedDetail | None = None

    @override
    def title_text(self) -> str:
        return tr(TITLE) if self._detail is None else tr(CORRECT, no=self._detail.no)

    @override
    def offered(self, library: FormLibrary) -> list[tuple[str, Label]]:
        return [(OTHER_KIND, OTHER), *form_options([spec for spec in library if spec.is_received])]

    @override
    def start(self) -> None:
        self._detail = None
        self.head_card.setVisible(not self.route.record)
        self.title_changed.emit()
        if self.route.record:
            op = self.context.runner.query(self, partial(_read, self.route.record), topic="line")
            op.success(self._on_line_read).failure(self._on_failed).run()
        else:
            self.show_form(self.route.args.get(FORM_ARG, OTHER_KIND))

    @override
    def build(self, form: Form[Any]) -> None:
        clock = self.context.clock
        form.add_section(REGISTER_PART)
        if self._detail is not None:
            form.add(TextField("reason", REASON, is_required=True))
        form.add(
            today_field(self.context, "received_on", label("terms", "Ngày đến"), is_required=True),
            CodeField(
                "sender_kind", label("terms", "Loại nơi gửi"), options=options(ADDRESSEE_KIND_LABELS),
                is_required=True,
            ),
            TextField("sender", label("terms", "Nơi gửi"), is_required=True),
            spans=(3, 3, 6),
        )  # fmt: skip
        form.add(
            TextField("number", label("terms", "Số, ký hiệu")),
            today_field(self.context, "dated_on", label("terms", "Ngày văn bản")),
            DateField("answer_by", label("terms", "Hạn trả lời"), today=lambda: local_date(clock.now())),
            CodeField("paper_class", label("terms", "Mức riêng tư"), options=options(PAPER_CLASS_LABELS)),
            spans=(2, 3, 3, 4),
        )
        form.add(NoteField("subject", label("terms", "Trích yếu"), is_required=True, lines=2))
        person = self.person_field()
        if person is not None:
            form.add(person, TextField("about", ABOUT))
        else:
            form.add(TextField("about", ABOUT))
        form.add(TextField("routed_to", ROUTED))
        if self.chosen is not None:
            put_sections(self.context, form, self.chosen, sections_of(self.chosen, self.context.actor))

    @override
    def begin(self) -> Mapping[str, Any]:
        found: dict[str, Any] = {
            "received_on": self.context.today(),
            "paper_class": str(PaperClass.PERSONAL),
        }
        if self.chosen is not None:
            found["subject"] = self.chosen.title
        if resident := self.route.args.get(RESIDENT_ARG, ""):
            found["resident_id"] = resident
        return found

    @override
    def send(self, values: Mapping[str, Any]) -> None:
        command = _command(self.chosen, values, self._detail)
        self.hold(is_busy=True)
        if self._detail is None:
            op = self.context.runner.command(self, partial(_register, command))
        else:
            edit = EditReceived(self._detail.received_id, self._detail.version, command, values["reason"])
            op = self.context.runner.command(self, partial(_edit, edit))
        op.success(self._on_done).failure(self.refused).run()

    def _on_line_read(self, detail: ReceivedDetail) -> None:
        self._detail = detail
        facts = detail.facts
        self.chosen = None
        if facts.form_id is not None:
            self.chosen = self.library().get(facts.form_id, facts.form_version)
        shown = {name: getattr(facts, name) for name in FACTS if hasattr(facts, name)}
        shown |= {"sender_kind": str(facts.sender_kind), "paper_class": str(facts.paper_class)}
        shown["resident_id"] = detail.resident_id
        if detail.resident_id is not None:
            # Named by the register itself; of another person chosen here it is named anew.
            shown["about"] = None
        if self.chosen is not None:
            for part in (detail.payload, detail.medical_payload):
                shown |= {} if part is None else shown_of(self.chosen, restore(self.chosen, part))
        self.title_changed.emit()
        self.make_form(shown, f"{self.key} {detail.received_id}", detail.version)

    def _on_done(self, made: Registered) -> None:
        told = tr(REGISTERED if self._detail is None else CORRECTED, no=made.no)
        self._detail = None
        self.written()
        doubts = " ".join(
            tr(NUMBER_DOUBT_LABELS[one] if isinstance(one, NumberDoubt) else RECEIVED_DOUBT_LABELS[one])
            for one in made.doubts
        )
        self.context.say(f"{told} {doubts}".strip(), Tone.WARNING if doubts else Tone.OK)
        self.context.go(Route(LETTER, made.received_id))


def _command(form: FormSpec | None, values: Mapping[str, Any], detail: ReceivedDetail | None) -> RegisterReceived:
    facts = ReceivedFacts(
        received_on=values["received_on"],
        sender_kind=AddresseeKind(values["sender_kind"]),
        sender=values["sender"],
        subject=values["subject"],
        number=values["number"],
        dated_on=values["dated_on"],
        paper_class=PaperClass(values["paper_class"] or PaperClass.PERSONAL),
        about=values["about"],
        routed_to=values["routed_to"],
        answer_by=values["answer_by"],
    )
    typed = {name: value for name, value in values.items() if name not in FACTS}
    payload: Payload = {} if form is None else payload_of(form, typed)
    stay_id = None if detail is None else detail.stay_id
    return RegisterReceived(facts, values.get("resident_id"), stay_id, form, payload)


def _read(received_id: str, uow: Any) -> ReceivedDetail:
    return get_received(uow, received_id)


def _register(command: RegisterReceived, uow: Any) -> Registered:
    return register_received(uow, command)


def _edit(command: EditReceived, uow: Any) -> Registered:
    return edit_received(uow, command)
