"""Fields of a form that are not the same everywhere: mine, theirs and what both began with, as the eye sees it."""

from collections.abc import Mapping
from typing import Any

from facility_app.ui.forms.conflict import ConflictRow
from facility_app.ui.forms.field import Field
from facility_app.ui.i18n import tr


def record_rows(
    fields: Mapping[str, Field[Any]], base: Mapping[str, str], loaded: object, theirs: object
) -> tuple[ConflictRow, ...]:
    """Fields in which what is typed now, or the record ``theirs``, differs from the record ``loaded``.

    Args:
        fields: the fields by name.
        base: what stood in them as loaded.
        loaded: the record both began with; None for a new one.
        theirs: the record as somebody else saved it.
    """
    rows = []
    for name, field in fields.items():
        began, their = getattr(loaded, name, None), getattr(theirs, name)
        is_mine_new = not field.is_same(field.typed(), base[name])
        if is_mine_new or began != their:
            texts = field.shown(began), field.shown_typed(), field.shown(their)
            rows.append(_row(field, texts, is_mine_new=is_mine_new, is_theirs_new=began != their))
    return tuple(rows)


def draft_rows(
    fields: Mapping[str, Field[Any]], now: Mapping[str, str], mine: Mapping[str, str], base: Mapping[str, str]
) -> tuple[ConflictRow, ...]:
    """Fields in which a draft, or what is loaded now, differs from what the draft was typed over.

    A field nobody knows the base of counts as changed by both.

    Args:
        fields: the fields by name.
        now: what stands in them as loaded now.
        mine: the draft.
        base: what stood in them when the draft was begun.
    """
    rows = []
    for name, field in fields.items():
        began = base.get(name)
        is_mine_new = name in mine and (began is None or not field.is_same(mine[name], began))
        is_theirs_new = is_mine_new if began is None else not field.is_same(now[name], began)
        if is_mine_new or is_theirs_new:
            typed = began or "", mine.get(name, began or ""), now[name]
            texts = field.shown_as(typed[0]), field.shown_as(typed[1]), field.shown_as(typed[2])
            rows.append(_row(field, texts, is_mine_new=is_mine_new, is_theirs_new=is_theirs_new))
    return tuple(rows)


def _row(field: Field[Any], texts: tuple[str, str, str], *, is_mine_new: bool, is_theirs_new: bool) -> ConflictRow:
    base, mine, theirs = texts
    return ConflictRow(
        field.name, tr(field.head), base, mine, theirs, is_mine_new=is_mine_new, is_theirs_new=is_theirs_new
    )
