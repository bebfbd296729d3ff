"""Any official form on the screen: its places become fields, its blocks sections, for those who fill them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from facility_app.documents.forms.fields import FieldSpec, FieldType, Payload, Value, is_empty
from facility_app.documents.forms.spec import FormSpec, Line, LineStyle, Part, Wall, line_names
from facility_app.documents.forms.wording import Wording, slots
from facility_app.kernel.actor import Actor
from facility_app.kernel.labels import Label, label
from facility_app.kernel.money import Money
from facility_app.modules.correspondence.domain import READ_HEALTH_PAPERS
from facility_app.modules.correspondence.ui.form_fields import BirthField, MomentField, RowsField, TicksField
from facility_app.modules.correspondence.ui.words import official, shortened
from facility_app.ui.forms.check_field import CheckField
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField, MoneyField, NumberField
from facility_app.ui.shell.spec import PageContext

TOP = label("correspondence", "Đầu văn bản")
CONTENT = label("correspondence", "Nội dung")
MEDICAL_PART = label("correspondence", "Phần y tế")
BOTTOM = label("correspondence", "Nơi nhận và chữ ký")
ONE_A_LINE = label("correspondence", "Mỗi dòng một mục.")
LINE_LIMIT, NOTE_LIMIT = 2_000, 10_000
WIDE: Final = {FieldType.LIST, FieldType.ROWS, FieldType.CHOICES}
OFFICE: Final = frozenset(
    {
        *("document_number", "document_symbol", "document_date", "parent_agency_name", "facility_name"),
        *("facility_short_name", "facility_phone", "place_name"),
        *("signer_authority", "signer_office", "signer_position", "signer_rank", "signer_name"),
    }
)
"""Places the office fills by itself when a paper is issued; asked for only where it has nothing for them."""


@dataclass(frozen=True, slots=True)
class Section:
    """Fields that stand together.

    Attributes:
        title: words over them.
        names: of the fields, in the order of the paper.
    """

    title: Label
    names: tuple[str, ...]


def sections_of(form: FormSpec, actor: Actor, left_out: frozenset[str] = frozenset()) -> tuple[Section, ...]:
    """What ``actor`` fills in, block by block; each place once, where the paper has it first.

    Args:
        form: the form.
        actor: parts for other roles, and those behind a wall the actor may not pass, are not there.
        left_out: places filled elsewhere.
    """
    found: dict[Label, list[str]] = {}
    seen = set(left_out)
    for title, name in _places(form, actor):
        if name not in seen and name in form.fields:
            seen.add(name)
            found.setdefault(title, []).append(name)
    return tuple(Section(title, tuple(names)) for title, names in found.items())


def put_sections(context: PageContext, target: Form[Any], form: FormSpec, sections: tuple[Section, ...]) -> None:
    """Put a field for every place into ``target``: two to a row, what is long alone."""
    for section in sections:
        target.add_section(section.title)
        waiting: list[Field[Any]] = []
        for name in section.names:
            spec = form.fields[name]
            made = _field(context, spec)
            if _is_wide(spec):
                _flush(target, waiting)
                target.add(made)
            else:
                waiting.append(made)
                if len(waiting) == 2:  # noqa: PLR2004 - two to a row
                    _flush(target, waiting)
        _flush(target, waiting)


def payload_of(form: FormSpec, values: Mapping[str, Any]) -> dict[str, Value]:
    """What the fields of ``form`` say, as its paper wants it; empty ones are left out."""
    found = {name: _told(form.fields[name], value) for name, value in values.items() if name in form.fields}
    return {name: value for name, value in found.items() if not is_empty(value)}


def shown_of(form: FormSpec, payload: Payload) -> dict[str, Any]:
    """A payload as the fields show it."""
    return {name: _shown(form.fields[name], value) for name, value in payload.items() if name in form.fields}


def _flush(target: Form[Any], waiting: list[Field[Any]]) -> None:
    if waiting:
        target.add(*waiting, spans=[6] * len(waiting))
        waiting.clear()


def _is_wide(spec: FieldSpec) -> bool:
    return spec.type in WIDE or spec.lines > 1


def _places(form: FormSpec, actor: Actor) -> Iterator[tuple[Label, str]]:
    head = form.head
    for wording in (head.parent, head.issuer, head.number, head.place_date):
        yield from ((TOP, name) for name in _names(wording))
    for part in form.parts:
        if _is_open(part, actor):
            yield from _body(part)
    yield from ((BOTTOM, name) for name in _foot_names(form))
    placed = {name for wall in form.walls for name in form.names(wall)}
    # Asked for, though no line prints it by itself.
    yield from ((CONTENT, name) for name in form.fields if name not in placed)


def _is_open(part: Part, actor: Actor) -> bool:
    is_behind_wall = part.walls == {Wall.MEDICAL}
    if is_behind_wall and not actor.may(READ_HEALTH_PAPERS):
        return False
    return not part.roles or bool(part.roles & {str(role) for role in actor.roles})


def _body(part: Part) -> Iterator[tuple[Label, str]]:
    title = MEDICAL_PART if part.walls == {Wall.MEDICAL} else CONTENT
    for line in part.lines:
        if isinstance(line, Line) and line.style in {LineStyle.SECTION, LineStyle.ARTICLE}:
            title = official(shortened(_plain(line.text))) if _plain(line.text) else title
        yield from ((title, name) for name in line_names(line))


def _foot_names(form: FormSpec) -> Iterator[str]:
    foot = form.foot
    yield from _names(foot.place_date)
    for line in foot.recipients:
        yield from line_names(line)
    for row in foot.rows:
        for signer in row:
            for wording in () if signer is None else (signer.title, signer.hint, signer.name):
                yield from _names(wording)


def _names(wording: Wording) -> Iterator[str]:
    return (slot.name for slot in slots(wording))


def _plain(wording: Wording) -> str:
    """The words of a heading up to its first place."""
    said = ""
    for atom in wording:
        if not isinstance(atom, str):
            break
        said += atom
    return said.strip()


def _field(context: PageContext, spec: FieldSpec) -> Field[Any]:
    name, head, needed = spec.name, official(spec.label), spec.is_required
    words = {code: official(text) for code, text in (spec.choices or {}).items()}
    today = context.today
    makers: dict[FieldType, Callable[[], Field[Any]]] = {
        FieldType.DATE: lambda: DateField(name, head, today=today, is_required=needed),
        FieldType.BIRTH: lambda: BirthField(name, head, today=today, is_required=needed),
        FieldType.DATETIME: lambda: MomentField(name, head, today=today, is_required=needed),
        FieldType.INT: lambda: NumberField(name, head, is_required=needed),
        FieldType.COUNT: lambda: NumberField(name, head, is_required=needed),
        FieldType.DECIMAL: lambda: NumberField(name, head, decimals=2, is_required=needed),
        FieldType.MONEY: lambda: MoneyField(name, head, is_required=needed),
        FieldType.BOOL: lambda: CheckField(name, head),
        FieldType.CHOICE: lambda: CodeField(name, head, options=tuple(words.items()), is_required=needed),
        FieldType.CHOICES: lambda: TicksField(name, head, choices=words, is_required=needed),
        FieldType.ROWS: lambda: RowsField(context.theme, name, head, columns=spec.columns, is_required=needed),
        FieldType.LIST: lambda: NoteField(name, head, hint=ONE_A_LINE, is_required=needed, limit=NOTE_LIMIT),
        FieldType.TEXT: lambda: _text_field(spec, head),
    }
    return makers[spec.type]()


def _text_field(spec: FieldSpec, head: Label) -> Field[Any]:
    if spec.lines > 1:
        return NoteField(spec.name, head, is_required=spec.is_required, limit=NOTE_LIMIT, lines=spec.lines)
    return TextField(spec.name, head, is_required=spec.is_required, limit=LINE_LIMIT)


def _told(spec: FieldSpec, value: Any) -> Value:
    if spec.type is FieldType.LIST and isinstance(value, str):
        return tuple(line.strip() for line in value.splitlines() if line.strip())
    if spec.type in {FieldType.INT, FieldType.COUNT} and isinstance(value, Decimal):
        return int(value)
    if isinstance(value, Money):
        return value.vnd
    kept: Value = value
    return kept


def _shown(spec: FieldSpec, value: Value) -> Any:
    if spec.type is FieldType.LIST and not isinstance(value, str):
        lines: Any = value or ()
        return "\n".join(str(one) for one in lines)
    if spec.type in {FieldType.INT, FieldType.COUNT, FieldType.DECIMAL} and isinstance(value, int):
        return Decimal(value)
    if spec.type is FieldType.MONEY and isinstance(value, int):
        return Money(value)
    return value
