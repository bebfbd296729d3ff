"""What somebody looks like: photos by pose, the body map, and the list of marks beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.modules.residents.domain import DESCRIBE_BODY
from facility_app.modules.residents.domain.body import (
    BODY_PART_LABELS,
    MARK_KIND_LABELS,
    BodyPart,
    BodySide,
    Mark,
    MarkKind,
)
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.queries.entries import list_marks
from facility_app.modules.residents.service import body
from facility_app.modules.residents.ui.body_map import BodyMap, MapMark, Spot
from facility_app.modules.residents.ui.book import Book, entry_id, entry_version
from facility_app.modules.residents.ui.entry_card import EntryCard
from facility_app.modules.residents.ui.pane import CardsPane
from facility_app.modules.residents.ui.photos_card import PhotosCard
from facility_app.modules.residents.ui.words import fact, joined, options, shown_value, typed_fact
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.form import Form
from facility_app.ui.forms.text_fields import TextField
from facility_app.ui.forms.usual import past_day
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext
from facility_app.ui.theme import Theme
from facility_app.ui.widgets import Card

MAP = label("residents", "Hình cơ thể")
MAP_HINT = label("residents", "số trên hình là số trong danh sách")
SPOT_HINT = label("residents", "Bấm vào hình, hoặc phím mũi tên; Space đổi mặt, Delete bỏ điểm.")


@dataclass(frozen=True, slots=True, repr=False)
class MarkView:
    """A mark as its form shows it."""

    part: BodyPart | None = None
    kind: MarkKind | None = None
    seen_on: date | None = None
    text: str | None = None
    spot: Spot | None = None


@dataclass(frozen=True, slots=True)
class NumberedMark:
    """A mark with its number on the map."""

    entry_id: str
    version: int
    number: int
    facts: Mark = field(repr=False)


class SpotField(Field[Spot]):
    """A point on the body."""

    def __init__(self, theme: Theme, name: str, head: Label) -> None:
        """No point yet."""
        super().__init__(name, head, hint=SPOT_HINT)
        self._map = BodyMap(theme, can_point=True, parent=self)
        self._map.setObjectName(f"{name}_edit")
        self._map.pointed.connect(self._on_pointed)
        self._install(self._map)

    @override
    def value(self) -> Spot | None:
        return self._map.spot()

    @override
    def set_value(self, value: Spot | None) -> None:
        self._map.set_spot(value)

    @override
    def typed(self) -> str:
        spot = self._map.spot()
        return "" if spot is None else f"{spot.side}:{spot.x}:{spot.y}"

    @override
    def set_typed(self, typed: str) -> None:
        self._map.set_spot(_spot_of(typed))

    @override
    def shown(self, value: Spot | None) -> str:
        return "" if value is None else value.words()

    @override
    def shown_typed(self) -> str:
        return self.shown(self.value())

    @override
    def shown_as(self, typed: str) -> str:
        return self.shown(_spot_of(typed))

    def _on_pointed(self, _spot: object) -> None:
        self._on_editor_changed()


def _spot_of(typed: str) -> Spot | None:
    """The point ``SpotField.typed`` told of."""
    side, _, rest = typed.partition(":")
    x, _, y = rest.partition(":")
    is_whole = side in set(BodySide) and x.isdigit() and y.isdigit()
    return Spot(BodySide(side), int(x), int(y)) if is_whole else None


class BodyPane(CardsPane):
    """Photos and the body map at the left, the list of marks at the right; the list drives the map."""

    def __init__(self, context: PageContext, resident_id: str) -> None:
        """Make the cards."""
        super().__init__(context, shares=(2, 3))
        self.build(self._cards(context, resident_id))

    def _cards(self, context: PageContext, resident_id: str) -> Iterator[None]:
        self.map = BodyMap(context.theme)
        card = Card(context.theme, tr(MAP), hint=tr(MAP_HINT), parent=self.inner)
        card.body.addWidget(self.map)
        self.put(card)
        yield
        self.marks = EntryCard(context, MARKS, resident_id, parent=self.inner)
        self.put(self.marks, column=1)
        self.map.chosen.connect(self._on_mark_chosen)
        self.marks.model.counted.connect(self._show_marks)
        self.marks.model.dataChanged.connect(self._show_marks)
        self.marks.table.selection_changed.connect(self._show_marks)
        self._show_marks()
        yield
        self.photos = PhotosCard(context, resident_id, self.inner)
        self.put(self.photos, column=1)

    def _show_marks(self) -> None:
        model, made = self.marks.model, []
        for place, mark_id in enumerate(model.ids, start=1):
            row = model.row_of(mark_id)
            if row is None or row.facts.side is None:
                continue
            spot = Spot(row.facts.side, row.facts.map_x, row.facts.map_y)
            text = joined(shown_value(row.facts.kind), shown_value(row.facts.part), row.facts.text)
            made.append(MapMark(mark_id, place, spot, text))
        self.map.show_marks(made, self.marks.current_id())

    def _on_mark_chosen(self, mark_id: str) -> None:
        self.marks.table.select_ids((mark_id,))
        self.marks.table.setFocus()


def _number(row: NumberedMark) -> str:
    return str(row.number)


def _read(uow: Any, resident_id: str) -> tuple[NumberedMark, ...]:
    found = list_marks(uow, resident_id)
    return tuple(NumberedMark(one.entry_id, one.version, place, one.facts) for place, one in enumerate(found, 1))


def _form(context: PageContext, _resident_id: str) -> Form[Any]:
    form: Form[MarkView] = Form(MarkView, with_bar=False)
    form.add(
        CodeField("kind", label("terms", "Loại"), options=options(MARK_KIND_LABELS), is_required=True),
        CodeField("part", label("terms", "Bộ phận"), options=options(BODY_PART_LABELS), is_required=True),
        past_day(context, "seen_on", label("residents", "Ngày thấy"), is_required=True),
    )
    form.add(TextField("text", label("residents", "Hình dạng, kích thước, màu")))
    form.add(SpotField(context.theme, "spot", label("residents", "Vị trí trên hình")))
    return form


def _view(row: NumberedMark) -> MarkView:
    facts = row.facts
    spot = None
    if facts.side is not None and facts.map_x is not None and facts.map_y is not None:
        spot = Spot(facts.side, facts.map_x, facts.map_y)
    return MarkView(facts.part, facts.kind, facts.seen_on, facts.text, spot)


def _begin(context: PageContext) -> MarkView:
    return MarkView(seen_on=context.today())


def _facts(_uow: Any, values: Mapping[str, Any]) -> Mark:
    spot: Spot | None = values["spot"]
    side, x, y = (None, None, None) if spot is None else (spot.side, spot.x, spot.y)
    part, kind = BodyPart(values["part"]), MarkKind(values["kind"])
    return Mark(part, kind, values["seen_on"], values["text"], side, x, y)


MARKS: Final[Book[NumberedMark]] = Book(
    kind=EntryKind.MARK,
    title=label("residents", "Đặc điểm nhận dạng"),
    empty=label("residents", "Chưa ghi sẹo, hình xăm hay đặc điểm nào."),
    add_words=label("verbs", "Ghi đặc điểm"),
    edit_words=label("verbs", "Sửa đặc điểm"),
    right=DESCRIBE_BODY,
    columns=(
        ColumnSpec("number", label("residents", "Số"), _number, width=46),
        ColumnSpec("kind", label("terms", "Loại"), fact("kind"), width=140, is_strong=True),
        ColumnSpec("part", label("terms", "Bộ phận"), fact("part"), width=130),
        ColumnSpec("seen_on", label("residents", "Ngày thấy"), fact("seen_on"), typed_fact("seen_on"), width=110),
        ColumnSpec("text", label("residents", "Hình dạng, kích thước"), fact("text"), width=220),
    ),
    read=_read,
    row_id=entry_id,
    version=entry_version,
    tables=frozenset({"body_mark"}),
    form=_form,
    view=_view,
    begin=_begin,
    facts=_facts,
    add=body.add_mark,
    edit=body.edit_mark,
)
