"""One list of plain entries in a card: add, correct, strike out; everything of it is data."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from facility_app.kernel.actor import Permission
from facility_app.kernel.labels import Label, label
from facility_app.modules.vocational.service.entries import EditEntry, VoidEntry
from facility_app.modules.vocational.ui import fields, words
from facility_app.ui.forms.form import Form
from facility_app.ui.i18n import tr
from facility_app.ui.lists.editable_card import EditableCard, FormVerb, ReasonVerb
from facility_app.ui.lists.short_list import short_list
from facility_app.ui.models import ColumnSpec
from facility_app.ui.shell.spec import PageContext

EDIT, STRIKE = label("verbs", "Sửa"), label("verbs", "Gạch bỏ")
SAVED, STRUCK = label("ui", "Đã lưu."), label("ui", "Đã gạch bỏ.")
TEXT = label("vocational", "{what}. Dòng gạch bỏ vẫn còn trong tệp.")


@dataclass(frozen=True, slots=True)
class CardOf:
    """A card. What takes a unit of work runs on working threads.

    Attributes:
        noun: names its verbs: ``vocational.add_<noun>``.
        read: every row: ``read(uow)``; a row has ``entry_id``, ``version`` and ``facts``.
        begin: what the form of something new shows.
        facts: what was typed, by the names of its fields.
        add, edit, void: the verbs; ``add(uow, facts)``.
        called: what a row is called when it is to be struck out.
    """

    noun: str
    title: Label
    empty: Label
    columns: tuple[ColumnSpec[Any], ...]
    read: Callable[[Any], Sequence[Any]]
    tables: frozenset[str]
    right: Permission
    add_words: Label
    form: Callable[[PageContext], Form[Any]]
    begin: Callable[[PageContext, Any], Any]
    facts: Callable[[Mapping[str, Any]], Any]
    add: Callable[[Any, Any], object]
    edit: Callable[[Any, EditEntry[Any]], object]
    void: Callable[[Any, VoidEntry], None]
    called: Callable[[Any], str]


def entry_card(
    context: PageContext, card: CardOf, *, owner: str = "", parent: QWidget | None = None
) -> EditableCard:
    """The card; ``owner`` is whom its entries are about, ``parent`` what it is made in."""
    add: FormVerb[Any] = FormVerb(
        id=f"vocational.add_{card.noun}", text=card.add_words, permission=card.right, icon="plus", told=SAVED,
        needs_row=False, form=card.form, begin=card.begin, save=partial(_add, card),
    )  # fmt: skip
    edit: FormVerb[Any] = FormVerb(
        id=f"vocational.edit_{card.noun}", text=EDIT, permission=card.right, icon="pencil", told=SAVED,
        form=card.form, begin=fields.facts_of, save=partial(_edit, card), version=_version,
        about=card.called,
    )  # fmt: skip
    void: ReasonVerb[Any] = ReasonVerb(
        id=f"vocational.void_{card.noun}", text=STRIKE, permission=card.right, icon="ban", told=STRUCK,
        title=STRIKE, about=partial(_about, card), button=STRIKE, save=partial(_void, card), is_dangerous=True,
    )  # fmt: skip
    spec = short_list(f"vocational.{card.noun}", card.title, card.empty, card.columns, card.read, _id, card.tables)
    return EditableCard(context, spec, (add, edit, void), owner=owner, parent=parent)


def said(name: str) -> Callable[[Any], str]:
    """A cell: one of a row's facts as it was typed; empty when nothing was."""
    return partial(_said, name)


def on_day(name: str) -> Callable[[Any], str]:
    """A cell: one of a row's days."""
    return partial(_on_day, name)


def in_words(name: str, labels: Mapping[Any, Label]) -> Callable[[Any], str]:
    """A cell: one of a row's codes as people say it."""
    return partial(_in_words, name, labels)


def _said(name: str, row: Any) -> str:
    found = getattr(row.facts, name)
    return "" if found is None else str(found)


def _on_day(name: str, row: Any) -> str:
    return words.day(getattr(row.facts, name))


def _in_words(name: str, labels: Mapping[Any, Label], row: Any) -> str:
    return tr(labels[getattr(row.facts, name)])


def _id(row: Any) -> str:
    return str(row.entry_id)


def _version(row: Any) -> int:
    return int(row.version)


def _about(card: CardOf, row: Any) -> str:
    return tr(TEXT, what=card.called(row))


def _add(card: CardOf, uow: Any, _id: str, _version: int, v: Mapping[str, Any]) -> object:
    return card.add(uow, card.facts(v))


def _edit(card: CardOf, uow: Any, entry_id: str, version: int, v: Mapping[str, Any]) -> object:
    return card.edit(uow, EditEntry(entry_id, version, card.facts(v)))


def _void(card: CardOf, uow: Any, row: Any, reason: str) -> None:
    card.void(uow, VoidEntry(row.entry_id, row.version, reason))
