"""What may leave the program: a list goes out, as a file or copied in numbers, only through its verb."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from facility_app.kernel.actor import Actor
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.ui.actions import missing_right
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, ListSpec

RowT = TypeVar("RowT")
MOST_COPIED = 50
"""Rows that may be copied without leaving a trail: what one writes off the screen for a letter or a form."""
STAYS = label("ui", "Danh sách này không xuất ra ngoài chương trình được.")
ON_SCREEN = label(
    "ui", "Dòng cần giữ kín chỉ xem trên màn hình, không chép được. Hãy bỏ chọn những dòng đó rồi chép lại."
)
TOO_MANY = label(
    "ui",
    "Mỗi lần chỉ chép được tối đa {most} dòng của danh sách này; đang chọn {count} dòng. Hãy chọn ít dòng hơn.",
)


def can_leave(spec: ListSpec[Any]) -> bool:
    """Whether there is any way for the whole list to leave the program."""
    return spec.is_public or spec.export is not None


def why_not_leave(spec: ListSpec[Any], actor: Actor) -> str | None:
    """Why ``actor`` cannot take the whole list out; None when nothing is known against it. The verb decides."""
    return missing_right(spec.export_right, actor) if can_leave(spec) else tr(STAYS)


def why_not_copy(spec: ListSpec[Any], actor: Actor, count: int) -> str | None:
    """Why ``actor`` cannot copy so many rows; None for a few, and for a list that may leave."""
    if count <= MOST_COPIED or why_not_leave(spec, actor) is None:
        return None
    return tr(TOO_MANY, most=number_text(MOST_COPIED), count=number_text(count))


def free_rows(spec: ListSpec[RowT], rows: Iterable[RowT]) -> list[RowT]:
    """Those rows that may leave."""
    stays = spec.stays_here
    return [row for row in rows if stays is None or not stays(row)]


def needs_verb(spec: ListSpec[Any], count: int) -> bool:
    """Whether so many copied rows are an export that the list's verb allows and writes down."""
    return spec.export is not None and count > MOST_COPIED


def leaving(columns: Iterable[ColumnSpec[Any]]) -> tuple[ColumnSpec[Any], ...]:
    """The columns without those that stay inside."""
    return tuple(one for one in columns if not one.stays_inside)


def allow(spec: ListSpec[Any], columns: Sequence[ColumnSpec[Any]], count: int, uow: Any) -> object:
    """Ask the list's verb; a command of the Runner."""
    return None if spec.export is None else spec.export(uow, spec.id, tuple(one.key for one in columns), count)
