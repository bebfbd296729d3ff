"""The form somebody new is written down with (V-17 part I), and what its fields say together."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.card_text import CardText, read_card
from facility_app.modules.residents.domain.family import Address, AddressKind, Alias, Relation, Relative
from facility_app.modules.residents.domain.papers import (
    PAPER_DOUBT_LABELS,
    PAPER_KIND_LABELS,
    Paper,
    PaperDoubt,
    PaperKind,
    checked_paper,
    paper_doubts,
)
from facility_app.modules.residents.queries.alike import Newcomer
from facility_app.modules.residents.ui.address_book import address_of
from facility_app.modules.residents.ui.fields import Birth, place_field
from facility_app.modules.residents.ui.identity_books import NO_PAPER_CLOSED, NO_PAPER_OPEN
from facility_app.modules.residents.ui.identity_form import PLAIN, birth_field, coded, person_of, sex_field
from facility_app.modules.residents.ui.words import options
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.lookup_fields import Place
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.text_fields import NameField, NoteField, TextField
from facility_app.ui.forms.usual import past_day
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

SAVE = label("verbs", "Lưu hồ sơ")
CARD = "card_text"
CARD_PARTS = 6
SCAN_PAUSE_MS = 250
FILLED = label("residents", "Đã điền từ thẻ: {name}. Hãy đối chiếu với người thật rồi điền tiếp.")
UNREADABLE = label("errors", "Không đọc được mã QR của thẻ.")
DOUBTED = ("paper_kind", "paper_number", "sex", "birth")
"""What a paper's number speaks of."""
PARENTS = {"father": Relation.FATHER, "mother": Relation.MOTHER}
HOMES = {"permanent_": AddressKind.PERMANENT, "current_": AddressKind.CURRENT}


@dataclass(frozen=True, slots=True, repr=False)
class NewPerson:
    """What the form begins with."""

    card_text: str | None = None
    name: str | None = None
    birth: Birth | None = None
    sex: Sex | None = None
    other_names: str | None = None
    paper_kind: PaperKind | None = None
    paper_number: str | None = None
    paper_issued_on: date | None = None
    paper_issued_by: str | None = None
    paper_none_reason: str | None = None
    old_number: str | None = None
    nationality: str | None = None
    ethnicity: str | None = None
    religion: str | None = None
    education_level: str | None = None
    occupation: str | None = None
    employment: str | None = None
    marital_status: str | None = None
    policy_group: str | None = None
    permanent_place: Place | None = None
    permanent_detail: str | None = None
    permanent_place_text: str | None = None
    current_place: Place | None = None
    current_detail: str | None = None
    native_text: str | None = None
    father: str | None = None
    mother: str | None = None
    note: str | None = None


class AddForm(Form[NewPerson]):
    """Somebody new, on one screen. The text of the card's QR code fills what it knows.

    Signals:
        card_read: fields were filled from a card.
    """

    card_read = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        """Make it empty."""
        super().__init__(NewPerson, save_words=SAVE, parent=parent)
        self._context = context
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SCAN_PAUSE_MS)
        self._pause.timeout.connect(self._read_card)
        self._add_person()
        self._add_papers()
        self._add_traits()
        self._add_homes()
        self.fields[CARD].changed.connect(self._on_card_changed)
        self.kind.edited.connect(self._on_kind_changed)
        self.shown_anew.connect(self._on_kind_changed)
        for name in DOUBTED:
            self.fields[name].settled.connect(self._doubt_number)
        self.shown_anew.connect(self._doubt_number)
        self._on_kind_changed()

    def known(self, *names: str) -> dict[str, Any]:
        """What is understood so far, by name, of ``names`` or of all; None for the rest. Asks nothing."""
        found: dict[str, Any] = {}
        for name in names or tuple(self.fields):
            field = self.fields[name]
            try:
                # An empty field is not even read: it would say that it is missing.
                found[name] = None if field.is_empty() or field.own_trouble() is not None else field.value()
            except UserError:
                found[name] = None
        return found

    def _add_person(self) -> None:
        self.add(
            TextField(
                CARD,
                label("residents", "Mã QR trên thẻ căn cước"),
                hint=label("residents", "Quét hoặc dán vào đây, các ô dưới tự điền. Không có thẻ thì bỏ qua."),
                limit=2000,
            )
        )
        self.add_section(label("residents", "Nhân thân"))
        name = NameField("name", PLAIN["name"], is_required=True)
        self.add(name, birth_field(self._context), sex_field(), spans=(6, 3, 3))
        self.add(
            TextField("other_names", label("residents", "Tên gọi khác (a, b…)")),
            NameField("father", label("residents", "Họ tên cha")),
            NameField("mother", label("residents", "Họ tên mẹ")),
        )

    def _add_papers(self) -> None:
        self.kind = CodeField("paper_kind", label("terms", "Loại giấy tờ"), options=options(PAPER_KIND_LABELS))
        self.number = TextField("paper_number", label("terms", "Số giấy tờ"), limit=40)
        self.reason = TextField("paper_none_reason", label("residents", "Vì sao không có giấy tờ"))
        self.old_number = TextField("old_number", label("residents", "Số chứng minh cũ (nếu có)"), limit=40)
        self.add_section(label("residents", "Giấy tờ"))
        self.add(
            self.kind,
            self.number,
            past_day(self._context, "paper_issued_on", label("terms", "Ngày cấp")),
            TextField("paper_issued_by", label("terms", "Nơi cấp")),
            spans=(4, 3, 2, 3),
        )
        self.add(self.old_number, self.reason, spans=(4, 8))

    def _add_traits(self) -> None:
        context = self._context
        self.add_section(label("residents", "Đặc điểm, hoàn cảnh"))
        first = ("nationality", "ethnicity", "religion", "marital_status")
        self.add(*(coded(context, name) for name in first))
        self.add(
            coded(context, "education_level"),
            TextField("occupation", PLAIN["occupation"]),
            coded(context, "employment"),
            coded(context, "policy_group"),
        )

    def _add_homes(self) -> None:
        context = self._context
        self.add_section(label("residents", "Nơi ở, quê quán"))
        self.add(
            place_field(context, "permanent_place", label("residents", "Nơi thường trú")),
            TextField("permanent_detail", label("terms", "Số nhà, đường, thôn, tổ dân phố")),
            spans=(8, 4),
        )
        self.add(TextField("permanent_place_text", label("residents", "Nơi thường trú như in trên giấy cũ")))
        self.add(
            place_field(context, "current_place", label("residents", "Nơi ở hiện tại (nếu khác)")),
            TextField("current_detail", label("terms", "Số nhà, đường, thôn, tổ dân phố")),
            spans=(8, 4),
        )
        self.add(TextField("native_text", label("residents", "Quê quán")))
        self.add(NoteField("note", PLAIN["note"], lines=2))

    def _on_card_changed(self) -> None:
        # A scanner types key by key; when it falls silent, the text is whole.
        self._pause.start()

    def _read_card(self) -> None:
        text = self.fields[CARD].typed()
        if text.count("|") < CARD_PARTS:
            return
        try:
            card = read_card(text, self._context.today())
        except UserError as error:
            words = error.fields.get(CARD, UNREADABLE)
            self.fields[CARD].set_trouble(Words(words, error.params))
            return
        self._fill(card)

    def _fill(self, card: CardText) -> None:
        paper = card.papers[0]
        said: dict[str, Any] = {
            CARD: None,
            "name": card.name,
            "birth": Birth(card.birth_on, card.birth_year),
            "sex": card.sex,
            "paper_kind": paper.kind,
            "paper_number": card.number,
            "paper_issued_on": card.issued_on,
            "old_number": card.old_number,
            "permanent_place_text": card.address,
        }
        for name, value in said.items():
            # Also what this card does not tell: another person's must not stay beside it.
            self.fields[name].set_value(value)
        self._on_kind_changed()
        self._doubt_number()
        self.show_note(tr(FILLED, name=card.name))
        self.edited.emit()
        self.settled.emit()
        self.focus_field("ethnicity")
        self.card_read.emit()

    def _on_kind_changed(self) -> None:
        choice = self.kind.choice()
        has_none = choice is not None and choice.id == PaperKind.NONE
        self.number.set_why_not(NO_PAPER_CLOSED if has_none else None)
        self.reason.set_why_not(None if has_none else NO_PAPER_OPEN)
        self.reason.setVisible(has_none)

    def _doubt_number(self) -> None:
        """Warn at the number when it does not fit what is typed so far; saving asks the same rule again."""
        known = self.known(*DOUBTED)
        kind, number, sex, birth = (known[name] for name in DOUBTED)
        doubts = _doubts(kind, number, Sex(sex), birth, self._context.today()) if sex and birth else ()
        self.number.set_remark(Words(PAPER_DOUBT_LABELS[doubts[0]]) if doubts else None)


def _doubts(kind: str | None, number: str | None, sex: Sex, birth: Birth, today: date) -> tuple[PaperDoubt, ...]:
    try:
        paper = checked_paper(Paper(PaperKind(kind or PaperKind.CITIZEN_CARD), number, none_reason="-"), today)
    except UserError:
        return ()  # not a number yet; saving says what is wrong with it
    return paper_doubts(paper, sex, birth.year, today)


def newcomer_of(uow: Any, values: Mapping[str, Any]) -> Newcomer:
    """Who the fields describe, as far as they are filled in."""
    sex = values.get("sex") or Sex.MALE
    person = person_of({**values, "sex": sex})
    return Newcomer(person, _aliases(values), _papers(values), _addresses(uow, values), _parents(values))


def _aliases(values: Mapping[str, Any]) -> tuple[Alias, ...]:
    names = (values.get("other_names") or "").split(",")
    return tuple(Alias(name.strip()) for name in names if name.strip())


def _papers(values: Mapping[str, Any]) -> tuple[Paper, ...]:
    made = []
    kind = values.get("paper_kind")
    if kind is not None or values.get("paper_number"):
        made.append(
            Paper(
                PaperKind(kind or PaperKind.CITIZEN_CARD),
                values.get("paper_number"),
                values.get("paper_issued_on"),
                values.get("paper_issued_by"),
                none_reason=values.get("paper_none_reason"),
            )
        )
    if values.get("old_number"):
        made.append(Paper(PaperKind.OLD_CARD, values["old_number"]))
    return tuple(made)


def _addresses(uow: Any, values: Mapping[str, Any]) -> tuple[Address, ...]:
    homes = [address_of(uow, kind, values, prefix) for prefix, kind in HOMES.items()]
    if values.get("native_text"):
        homes.append(Address(AddressKind.NATIVE, place_text=values["native_text"]))
    return tuple(home for home in homes if home.detail or home.commune_code or home.place_text)


def _parents(values: Mapping[str, Any]) -> tuple[Relative, ...]:
    return tuple(Relative(relation, values[name]) for name, relation in PARENTS.items() if values.get(name))


PAPER_FIELDS: dict[str, str] = {
    "number": "paper_number",
    "issued_on": "paper_issued_on",
    "issued_by": "paper_issued_by",
    "none_reason": "paper_none_reason",
    "birth_on": "birth",
    "birth_year": "birth",
    "place_text": "permanent_place_text",
    "commune_code": "permanent_place",
    "detail": "permanent_detail",
}
"""Field of a fact → the field of this form that holds it, to show a refusal where it belongs."""


def placed(fields: Mapping[str, Label]) -> dict[str, Label]:
    """A refusal's fields by the names they have here."""
    return {PAPER_FIELDS.get(name, name): text for name, text in fields.items()}
