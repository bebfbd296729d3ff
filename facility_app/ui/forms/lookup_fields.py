"""Choosing from what only the database knows: asked through the Runner, late answers dropped."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtWidgets import QHBoxLayout, QWidget
from typing_extensions import override

from facility_app.kernel.labels import Label, label
from facility_app.ui.forms.choice_fields import ChoosingField
from facility_app.ui.forms.field import Field
from facility_app.ui.forms.notice import Words
from facility_app.ui.forms.picker import Choice
from facility_app.ui.tasks.runner import Runner

Lookup: TypeAlias = Callable[[Any, str], Sequence[Choice]]
Find: TypeAlias = Callable[[Any, str], Choice | None]

_ASK_FAILED = label("ui", "Chưa tra được danh sách. Hãy gõ lại, hoặc đóng và mở lại trang này.")


class LookupField(ChoosingField):
    """A record found by typing part of its words."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        runner: Runner,
        lookup: Lookup,
        find: Find,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty.

        Args:
            name: the value's name.
            head: what stands above.
            runner: asks the database.
            lookup: (unit of work, text) → choices, best first, some fifty at most.
            find: (unit of work, id) → the choice of that id, to show a loaded value.
            is_required: empty is refused.
            hint: a short rule between head and editor.
            parent: the widget around it.
        """
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._runner = runner
        self._lookup = lookup
        self._find = find
        self._asked = ""
        self._names: dict[str, Choice] = {}

    @override
    def search(self, text: str, *, highlight: bool) -> None:
        self._asked = text
        # What fitted another text is no answer to this one: Tab and Enter would take somebody else.
        self._fitting = ()
        self._highlight = highlight
        lookup = self._lookup
        op = self._runner.query(self, lambda uow: tuple(lookup(uow, text)), topic="lookup")
        op.success(self._on_lookup_answered).failure(self._on_lookup_failed).run()

    @override
    def set_value(self, value: str | None) -> None:
        super().set_value(value)
        if value is not None and value not in self._names:
            find = self._find
            op = self._runner.query(self, lambda uow: find(uow, value), topic="find")
            op.success(self._on_find_answered).failure(self._on_lookup_failed).run()

    @override
    def choose(self, choice: Choice | None) -> None:
        if choice is not None:
            self._names[choice.id] = choice
        super().choose(choice)

    def show_choice(self, choice: Choice | None) -> None:
        """Show a choice whose words are known, as loaded."""
        if choice is not None:
            self._names[choice.id] = choice
        super().set_value(None if choice is None else choice.id)

    @override
    def _known(self, value: str) -> Choice:
        return self._names.get(value, Choice(value, "…"))

    def _on_lookup_answered(self, choices: Sequence[Choice]) -> None:
        self._names.update((choice.id, choice) for choice in choices)
        self.offer(choices, highlight=self._highlight)

    def _on_find_answered(self, choice: Choice | None) -> None:
        if choice is None:
            return
        self._names[choice.id] = choice
        if self._choice is not None and self._choice.id == choice.id:
            self._put(choice)

    def _on_lookup_failed(self, _failure: object) -> None:
        self.close_list()
        self.set_trouble(Words(_ASK_FAILED))


class PersonField(LookupField):
    """A person, found by name without marks, code or last digits of a paper: whatever the lookup understands."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in two steps.

    Attributes:
        outer: id of the larger one (a province); None when unknown.
        inner: id of the smaller one (a commune); None when unknown.
    """

    outer: str | None = None
    inner: str | None = None


_OUTER = label("ui", "Tỉnh, thành phố")
_INNER = label("ui", "Xã, phường, đặc khu")


class PlaceField(Field[Place]):
    """A province and a commune in it; a commune chosen first brings its province along."""

    def __init__(
        self,
        name: str,
        head: Label,
        *,
        runner: Runner,
        outer: Lookup,
        inner: Callable[[Any, str, str], Sequence[Choice]],
        find: Find,
        is_required: bool = False,
        hint: Label | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make it empty.

        Args:
            name: the value's name.
            head: what stands above both.
            runner: asks the database.
            outer: (unit of work, text) → provinces.
            inner: (unit of work, province id or "", text) → communes, ``above`` their province.
            find: (unit of work, id of either) → its choice.
            is_required: a place without a commune is refused.
            hint: a short rule between head and editors.
            parent: the widget around it.
        """
        super().__init__(name, head, is_required=is_required, hint=hint, parent=parent)
        self._inner_lookup = inner
        self._both = QWidget(self)
        self._outer = LookupField(f"{name}_outer", _OUTER, runner=runner, lookup=outer, find=find, parent=self)
        self._inner = LookupField(
            f"{name}_inner", _INNER, runner=runner, lookup=self._find_inner, find=find, parent=self
        )
        row = QHBoxLayout(self._both)
        row.setContentsMargins(0, 0, 0, 0)
        for part in (self._outer, self._inner):
            row.addWidget(part, 1)
            part.edited.connect(self.edited)
            part.settled.connect(self.settled)
        self._outer.changed.connect(self._on_outer_changed)
        self._inner.changed.connect(self._on_inner_changed)
        self._outer.go_on.connect(self._inner.focus)
        self._inner.go_on.connect(self.go_on)
        self._install(self._both)
        self.setFocusProxy(self._outer)

    def _find_inner(self, uow: Any, text: str) -> Sequence[Choice]:
        chosen = self._outer.choice()
        return self._inner_lookup(uow, "" if chosen is None else chosen.id, text)

    @override
    def value(self) -> Place | None:
        place = Place(self._outer.value(), self._inner.value())
        return None if place == Place() else place

    @override
    def set_value(self, value: Place | None) -> None:
        place = value or Place()
        self._outer.set_value(place.outer)
        self._inner.set_value(place.inner)
        self.show_state()

    @override
    def typed(self) -> str:
        parts = (self._outer.typed(), self._inner.typed())
        return "\n".join(parts) if any(parts) else ""

    @override
    def set_typed(self, typed: str) -> None:
        outer, _, inner = typed.partition("\n")
        self._outer.set_typed(outer)
        self._inner.set_typed(inner)
        self.show_state()

    @override
    def is_same(self, typed: str, other: str) -> bool:
        pairs = zip(typed.partition("\n")[::2], other.partition("\n")[::2], strict=True)
        return all(self._outer.is_same(one, two) for one, two in pairs)

    @override
    def shown(self, value: Place | None) -> str:
        if value is None:
            return ""
        parts = (self._inner.shown(value.inner), self._outer.shown(value.outer))
        return ", ".join(part for part in parts if part)

    @override
    def shown_typed(self) -> str:
        parts = (self._inner.shown_typed(), self._outer.shown_typed())
        return ", ".join(part for part in parts if part)

    @override
    def told_anew(self, typed: str) -> str:
        outer, has_both, inner = typed.partition("\n")
        return f"{self._outer.told_anew(outer)}{has_both}{self._inner.told_anew(inner)}"

    @override
    def shown_as(self, typed: str) -> str:
        outer, _, inner = typed.partition("\n")
        return ", ".join(part for part in (self._inner.shown_as(inner), self._outer.shown_as(outer)) if part)

    @override
    def is_empty(self) -> bool:
        return self._inner.is_empty()

    @override
    def commit_ime(self) -> None:
        self._outer.commit_ime()
        self._inner.commit_ime()

    @override
    def settle(self) -> None:
        self._outer.settle()
        self._inner.settle()
        super().settle()

    @override
    def own_trouble(self) -> Words | None:
        return self._outer.own_trouble() or self._inner.own_trouble()

    @override
    def focus(self) -> None:
        (self._inner if self._outer.own_trouble() is None and not self._outer.is_empty() else self._outer).focus()

    def _on_outer_changed(self) -> None:
        outer, inner = self._outer.choice(), self._inner.choice()
        if outer is not None and inner is not None and inner.above not in {"", outer.id}:
            self._inner.choose(None)
        self._on_editor_changed()

    def _on_inner_changed(self) -> None:
        inner = self._inner.choice()
        if inner is not None and inner.above and self._outer.is_empty():
            self._outer.set_value(inner.above)
        self._on_editor_changed()
