"""Lập văn bản: a form filled by hand, looked at as it will be printed, then issued under its number."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, TypeAlias

from typing_extensions import override

from facility_app.documents.forms.fields import is_empty
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.kernel.errors import PermissionDenied
from facility_app.kernel.labels import Label, label
from facility_app.kernel.paging import PageRequest
from facility_app.kernel.spec import Filling, PaperSpec
from facility_app.modules.correspondence.domain import READ_PAPERS
from facility_app.modules.correspondence.domain.numbers import NUMBER_DOUBT_LABELS
from facility_app.modules.correspondence.domain.outgoing import MOST_COPIES, PAPER_CLASS_LABELS, PaperClass
from facility_app.modules.correspondence.queries.choices import list_signers
from facility_app.modules.correspondence.queries.issued import list_issued
from facility_app.modules.correspondence.queries.paper import PaperDetail, get_paper
from facility_app.modules.correspondence.service.issuing import (
    Issued,
    IssuePaper,
    Preview,
    issue_paper,
    preview_paper,
)
from facility_app.modules.correspondence.ui.entry_page import EntryPage
from facility_app.modules.correspondence.ui.file_fill import RECORD
from facility_app.modules.correspondence.ui.form_entry import (
    OFFICE,
    payload_of,
    put_sections,
    sections_of,
    shown_of,
)
from facility_app.modules.correspondence.ui.form_picker import form_options
from facility_app.modules.correspondence.ui.issue_preview import IssuePreview
from facility_app.modules.correspondence.ui.places import PAPER, RECORD_ARG, REPLACES_ARG, RESIDENT_ARG
from facility_app.modules.correspondence.ui.press import Press, Sheet
from facility_app.modules.correspondence.ui.words import official, options, today_field
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.value_fields import NumberField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext, Route
from facility_app.ui.theme import Tone

TITLE = label("verbs", "Lập văn bản")
SHOW = label("verbs", "Xem trước khi ban hành")
OFFICE_PART = label("correspondence", "Văn thư")
SIGNER = label("terms", "Người ký")
SIGNER_TEXT = label("correspondence", "{name} – {title}")
REASON_HINT = label("correspondence", "Chỉ cần khi ngày ban hành thuộc năm trước.")
NO_SIGNER = label("correspondence", "Chưa ai có quyền ký. Hãy ghi chức vụ hoặc quyền ký ở trang Cán bộ.")
ISSUED = label("correspondence", "Đã ban hành văn bản số {number}.")
ISSUED_PLAIN = label("correspondence", "Đã lập {form}; biểu mẫu này không mang số.")
RECORD_HEAD = label("correspondence", "Lập từ hồ sơ, sổ sách")
RECORD_HINT = label("correspondence", "Chọn thì các mục còn trống được điền từ đó.")
MOST_CHOICES = 50
LATELY = 100
"""So many papers issued last say which forms are used."""
_Begun: TypeAlias = tuple[tuple[tuple[str, Label], ...], PaperDetail | None, Mapping[str, date]]
OWN = frozenset({"issued_on", "copies", "signer_id", "resident_id", RECORD, "reason", "paper_class", "title"})


class IssuePage(EntryPage):
    """The page."""

    save_words = SHOW
    key = "correspondence.issue"

    def __init__(self, press: Press, context: PageContext) -> None:
        """Show nothing until ``open``."""
        super().__init__(press, context)
        self._signers: tuple[tuple[str, Label], ...] = ()
        self._replaces: PaperDetail | None = None
        self._open_places: frozenset[str] = frozenset()
        self._told: tuple[str, Filling] | None = None

    @override
    def title_text(self) -> str:
        return tr(TITLE)

    @override
    def offered(self, library: FormLibrary) -> list[tuple[str, Label]]:
        return form_options([spec for spec in library if not spec.is_received])

    @override
    def start(self) -> None:
        op = self.context.runner.query(self, self._read_begun, topic="begun")
        op.success(self._on_begun).failure(self._on_failed).run()

    @override
    def show_form(self, form_id: str) -> None:
        spec = self.spec_of(form_id)
        if spec is None:
            super().show_form(form_id)
            return
        # What the office has nothing for is asked of whoever writes the paper.
        op = self.context.runner.query(self, partial(_office_of, self._today(), spec), topic="office")
        op.success(partial(self._on_office_known, form_id)).failure(self._on_failed).run()

    @override
    def build(self, form: Form[Any]) -> None:
        spec = self.chosen
        if spec is None:
            return
        form.add_section(OFFICE_PART)
        person = self.record_field() or self.person_field()
        day = today_field(
            self.context, "issued_on", label("terms", "Ngày ban hành"), is_required=True, may_come=True
        )
        copies = NumberField("copies", label("terms", "Số bản"), least=1, most=MOST_COPIES, is_required=True)
        if person is None:
            form.add(day, copies)
        else:
            form.add(person, day, copies, spans=(6, 3, 3))
        if "signer_name" in spec.fields:
            hint = None if self._signers else NO_SIGNER
            form.add(
                CodeField("signer_id", SIGNER, options=self._signers, hint=hint),
                CodeField("paper_class", label("terms", "Mức riêng tư"), options=options(PAPER_CLASS_LABELS)),
                TextField("reason", label("terms", "Lý do lấy số năm cũ"), hint=REASON_HINT),
                spans=(5, 3, 4),
            )
        else:
            form.add(
                CodeField("paper_class", label("terms", "Mức riêng tư"), options=options(PAPER_CLASS_LABELS)),
                TextField("reason", label("terms", "Lý do lấy số năm cũ"), hint=REASON_HINT),
                spans=(4, 8),
            )
        put_sections(self.context, form, spec, sections_of(spec, self.context.actor, OFFICE - self._open_places))

    @override
    def begin(self) -> Mapping[str, Any]:
        base = {"issued_on": self._today(), "copies": 1, "paper_class": str(PaperClass.PERSONAL)}
        if self._signers:
            base["signer_id"] = self._signers[0][0]
        replaced, spec = self._replaces, self.chosen
        if replaced is None or spec is None or replaced.form_id != spec.id:
            return base
        base["resident_id"] = replaced.resident_id
        files = [one for one in (replaced.open_file, replaced.medical_file) if one is not None]
        for one in files:
            base |= shown_of(spec, restore(spec, one.payload))
        return base

    def paper_spec(self) -> PaperSpec | None:
        """How the records fill what is chosen; None where no slice does, or not for this person."""
        spec = None if self.chosen is None else self.press.papers.get(self.chosen.id)
        return spec if spec is not None and self.context.may(spec.permission) else None

    def record_field(self) -> LookupField | None:
        """What the paper is made from, where that is no person."""
        spec = self.paper_spec()
        if spec is None or spec.find is None:
            return None
        runner = self.context.runner
        found, named = partial(_choices, spec.find), partial(_choice, spec.find)
        return LookupField(RECORD, RECORD_HEAD, runner=runner, lookup=found, find=named, hint=RECORD_HINT)

    @override
    def known_of(self, resident_id: str, uow: Any) -> Mapping[str, Any]:
        spec, form = self.paper_spec(), self.chosen
        if spec is None or form is None:
            return super().known_of(resident_id, uow)
        try:
            told: Filling = spec.fill(uow, form, resident_id, self._today())
        except PermissionDenied:
            # A part of it is somebody else's to read: the person's file is what is left.
            return super().known_of(resident_id, uow)
        self._told = resident_id, told
        return told.payload

    @override
    def send(self, values: Mapping[str, Any]) -> None:
        command = self._command(values)
        self.hold(is_busy=True)
        op = self.context.runner.query(self, partial(_preview, command), topic="preview")
        op.success(partial(self._on_previewed, command)).failure(self.refused).run()

    def issue(self, command: IssuePaper) -> None:
        """Give the number."""
        self.hold(is_busy=True)
        op = self.context.runner.command(self, partial(_issue, command))
        op.success(partial(self._on_issued, command)).failure(self.refused).run()

    def _command(self, values: Mapping[str, Any]) -> IssuePaper:
        spec = self.chosen
        if spec is None:
            message = "nothing is chosen"
            raise ValueError(message)
        payload = payload_of(spec, {name: value for name, value in values.items() if name not in OWN})
        paper, record = self.paper_spec(), values.get(RECORD) or values.get("resident_id")
        told = self._told[1] if self._told is not None and self._told[0] == record else Filling({})
        return IssuePaper(
            spec,
            payload,
            values["issued_on"],
            paper_class=PaperClass(values["paper_class"] or PaperClass.PERSONAL),
            resident_id=values.get("resident_id") or told.resident_id,
            stay_id=told.stay_id,
            subject_table=None if paper is None or record is None else paper.table,
            subject_id=None if paper is None else record,
            about=told.about,
            signer_id=values.get("signer_id"),
            copies=int(values["copies"]),
            replaces_id=None if self._replaces is None else self._replaces.paper_id,
            reason=values["reason"] or "",
        )

    def _today(self) -> date:
        return self.context.today()

    def _read_begun(self, uow: Any) -> _Begun:
        replaces = self.route.args.get(REPLACES_ARG, "")
        signers = tuple(
            (one.member_id, official(tr(SIGNER_TEXT, name=one.full_name, title=" ".join(one.lines))))
            for one in list_signers(uow, self._today())
        )
        newest = list_issued(uow, PageRequest(size=LATELY)).rows if uow.actor.may(READ_PAPERS) else ()
        used = {one.form_id: one.issued_on for one in reversed(newest)}
        return signers, get_paper(uow, replaces) if replaces else None, used

    def _on_begun(self, begun: _Begun) -> None:
        signers, self._replaces, self.last_used = begun
        self._signers = tuple(dict(signers).items())
        super().start()

    def _on_office_known(self, form_id: str, places: frozenset[str]) -> None:
        self._open_places = places
        super().show_form(form_id)
        field = self.source()
        wanted = self.route.args.get(RECORD_ARG if field is not None and field.name == RECORD else RESIDENT_ARG)
        if wanted and field is not None and field.is_empty():
            field.set_value(wanted)
            self.fill_person(wanted)

    def _on_previewed(self, command: IssuePaper, preview: Preview) -> None:
        self.hold(is_busy=False)
        dialog = IssuePreview(
            self.press, self.context, preview.number, partial(_sheet, command.form, preview),
            _walls(command.form, preview), self,
        )  # fmt: skip
        dialog.issue_asked.connect(partial(self.issue, command))
        dialog.open()

    def _on_issued(self, command: IssuePaper, made: Issued) -> None:
        self.written()
        self._replaces = None
        told = tr(ISSUED, number=made.number) if made.number else tr(ISSUED_PLAIN, form=command.form.id)
        doubts = " ".join(tr(NUMBER_DOUBT_LABELS[one]) for one in made.doubts)
        self.context.say(f"{told} {doubts}".strip(), Tone.WARNING if doubts else Tone.OK)
        self.context.go(Route(PAPER, made.paper_id))


def _office_of(today: date, spec: FormSpec, uow: Any) -> frozenset[str]:
    """Places of the office it has nothing for: they are asked for."""
    known = preview_paper(uow, IssuePaper(spec, {}, today)).payload
    signed = {name for name in OFFICE if name.startswith("signer_")}
    firm = {"document_number", "document_symbol", "document_date"}
    asked = OFFICE - signed - firm - {"parent_agency_name"}
    return frozenset(name for name in asked if name in spec.fields and is_empty(known.get(name)))


def _choices(find: Callable[[Any, str], Sequence[tuple[str, str]]], uow: Any, typed: str) -> list[Choice]:
    return [Choice(record_id, text) for record_id, text in find(uow, typed)[:MOST_CHOICES]]


def _choice(find: Callable[[Any, str], Sequence[tuple[str, str]]], uow: Any, record_id: str) -> Choice | None:
    return next((Choice(one, text) for one, text in find(uow, "") if one == record_id), None)


def _preview(command: IssuePaper, uow: Any) -> Preview:
    return preview_paper(uow, command)


def _issue(command: IssuePaper, uow: Any) -> Issued:
    return issue_paper(uow, command)


def _sheet(form: FormSpec, preview: Preview, wall: Wall) -> Sheet:
    return Sheet(form, preview.payload, wall)


def _walls(form: FormSpec, preview: Preview) -> tuple[Wall, ...]:
    """The files the paper would have."""
    if Wall.MEDICAL not in form.walls:
        return form.walls
    own = form.names(Wall.MEDICAL) - form.names(Wall.OPEN)
    has_medical = any(not is_empty(preview.payload.get(name)) for name in own)
    return form.walls if has_medical else (Wall.OPEN,)
