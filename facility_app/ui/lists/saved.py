"""What is remembered of a list, as JSON and back; what cannot be read is as if nobody had set it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from facility_app.kernel.paging import Look, Sort
from facility_app.ui.lists.memory import Body, ListMemory
from facility_app.ui.models import ListSpec

NARROWEST, WIDEST = 40, 1200


@dataclass(frozen=True, slots=True)
class ColumnLayout:
    """How the user wants the columns.

    Attributes:
        order: keys from left to right; columns that came later stand where the list has them.
        hidden: keys not shown.
        widths: key → width at 100 %.
        kept: keys the user asked for: they give way to nothing.
    """

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    kept: frozenset[str] = frozenset()

    def body(self) -> dict[str, object]:
        """As JSON."""
        kept = {"kept": sorted(self.kept)} if self.kept else {}
        return {"order": list(self.order), "hidden": sorted(self.hidden), "widths": dict(self.widths), **kept}


def default_layout(spec: ListSpec[Any]) -> ColumnLayout:
    """The columns as the list's own."""
    return ColumnLayout(
        tuple(column.key for column in spec.columns),
        frozenset(column.key for column in spec.columns if column.is_hidden),
        {column.key: column.width for column in spec.columns},
    )


def layout_of(body: object, spec: ListSpec[Any]) -> ColumnLayout:
    """The layout a body holds, made to fit the columns the list has today."""
    mine = default_layout(spec)
    if not isinstance(body, Mapping):
        return mine
    known = [key for key in dict.fromkeys(_texts(body.get("order"))) if key in mine.order]
    hidden = frozenset(_texts(body.get("hidden"))) & frozenset(mine.order)
    # A column that came with a newer program has no word in the body: it is shown or hidden as the list says.
    hidden |= frozenset(key for key in mine.hidden if key not in known)
    if len(hidden) == len(mine.order):
        hidden = mine.hidden
    widths = body.get("widths")
    kept = widths.items() if isinstance(widths, Mapping) else ()
    wanted = {key: _clamped(width) for key, width in kept if key in mine.widths and type(width) is int}
    chosen = frozenset(_texts(body.get("kept"))) & frozenset(mine.order)
    return ColumnLayout(_placed(known, mine.order), hidden, {**mine.widths, **wanted}, chosen - hidden)


def _clamped(width: int) -> int:
    return max(NARROWEST, min(width, WIDEST))


def _placed(known: list[str], own: tuple[str, ...]) -> tuple[str, ...]:
    """``known``, and what it lacks behind its left neighbour in the list's own order."""
    placed = list(known)
    for number, key in enumerate(own):
        if key not in placed:
            place = placed.index(own[number - 1]) + 1 if number else 0
            placed.insert(place, key)
    return tuple(placed)


def look_body(look: Look) -> dict[str, object]:
    """A look as JSON."""
    sorts = [[sort.key, sort.descending] for sort in look.sorts]
    return {"text": look.text, "filters": dict(look.filters), "sorts": sorts}


def look_of(body: object, spec: ListSpec[Any]) -> Look:
    """The look a body holds; filters and sort keys the list no longer has are left out."""
    if not isinstance(body, Mapping):
        return Look(sorts=spec.default_sort)
    text, filters = body.get("text"), body.get("filters")
    keys = {one.key for one in spec.filters}
    chosen = filters.items() if isinstance(filters, Mapping) else ()
    kept = {key: value for key, value in chosen if key in keys and isinstance(value, str) and value}
    sorts = tuple(_sorts(body.get("sorts"), _orders(spec)))
    return Look(text if isinstance(text, str) else "", kept, sorts or spec.default_sort)


def _orders(spec: ListSpec[Any]) -> set[str | None]:
    return {column.sort for column in spec.columns} | {sort.key for sort in spec.default_sort}


def _sorts(found: object, known: Iterable[str | None]) -> Iterable[Sort]:
    for one in found if isinstance(found, list) else ():
        match one:
            case [str(key), bool(descending)] if key in known:
                yield Sort(key, descending)


def _texts(found: object) -> list[str]:
    return [one for one in found if isinstance(one, str)] if isinstance(found, list) else []


@dataclass(frozen=True, slots=True)
class SavedView:
    """A look with a name of the user's own.

    Attributes:
        name: as the user wrote it.
        look: search text, filters, order.
        columns: the columns with it.
    """

    name: str
    look: Look
    columns: ColumnLayout


class ListNotes:
    """What one list remembers: its last look and columns, and the views the user named."""

    def __init__(self, spec: ListSpec[Any], memory: ListMemory) -> None:
        """Notes of ``spec`` in ``memory``."""
        self._spec = spec
        self._memory = memory

    def last(self) -> tuple[Look, ColumnLayout]:
        """How the user left the list; what was searched for is not kept."""
        body = self._memory.get(self._spec.id) or {}
        return replace(look_of(body.get("look"), self._spec), text=""), layout_of(body.get("columns"), self._spec)

    def keep(self, look: Look, columns: ColumnLayout) -> None:
        """Remember how the user has the list now."""
        body: Body = {"look": look_body(replace(look, text="")), "columns": columns.body()}
        if body != self._memory.get(self._spec.id):
            self._memory.put(self._spec.id, body)

    def views(self) -> tuple[SavedView, ...]:
        """The named views, by name."""
        body = self._memory.get(self._views_key) or {}
        found = {name: view for name, view in body.items() if isinstance(view, Mapping)}
        return tuple(
            SavedView(name, look_of(view.get("look"), self._spec), layout_of(view.get("columns"), self._spec))
            for name, view in sorted(found.items())
        )

    def save_view(self, view: SavedView) -> None:
        """Keep a view; one of the same name is replaced."""
        body = dict(self._memory.get(self._views_key) or {})
        body[view.name] = {"look": look_body(view.look), "columns": view.columns.body()}
        self._memory.put(self._views_key, body)

    def drop_view(self, name: str) -> None:
        """Forget a view."""
        body = dict(self._memory.get(self._views_key) or {})
        body.pop(name, None)
        self._memory.put(self._views_key, body)

    @property
    def _views_key(self) -> str:
        return f"{self._spec.id}/views"
