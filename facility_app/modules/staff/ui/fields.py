"""Fields these forms share: a code of a list, a day, a reason."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from facility_app.kernel.labels import Label, label
from facility_app.modules.staff.domain import LINE_LIMIT
from facility_app.modules.staff.queries import find_entry, offer_entries
from facility_app.ui.forms.lookup_fields import LookupField
from facility_app.ui.forms.picker import Choice
from facility_app.ui.forms.text_fields import NoteField, TextField
from facility_app.ui.forms.value_fields import DateField
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import PageContext

RANKS, CERTIFICATES = "police_rank", "certificate_kind"
"""Lists of codes these forms choose from."""
REASON = label("staff", "Lý do")
DOCUMENT_NO = label("staff", "Số văn bản")
DOCUMENT_ON = label("staff", "Ngày văn bản")
FROM_ON, TO_ON = label("staff", "Từ ngày"), label("staff", "Đến hết ngày")
OPEN_END = label("staff", "Để trống khi chưa có ngày kết thúc.")
REASON_LIMIT = 500


def code_field(
    context: PageContext, name: str, head: Label, which: str, *, is_required: bool = False
) -> LookupField:
    """A code of a list, found by words."""
    return LookupField(
        name, head, runner=context.runner, lookup=partial(_entries, which), find=partial(_entry, which),
        is_required=is_required,
    )  # fmt: skip


def day_field(
    context: PageContext, name: str, head: Label, *, is_required: bool = False, hint: Label | None = None
) -> DateField:
    """A day."""
    return DateField(name, head, today=context.today, is_required=is_required, hint=hint)


def line_field(name: str, head: Label, *, is_required: bool = False, hint: Label | None = None) -> TextField:
    """One line of text."""
    return TextField(name, head, is_required=is_required, hint=hint, limit=LINE_LIMIT)


def reason_field() -> NoteField:
    """Why."""
    return NoteField("reason", REASON, is_required=True, limit=REASON_LIMIT, lines=2)


def _entries(which: str, uow: Any, typed: str) -> Sequence[Choice]:
    return [Choice(one.code, tr(one.text)) for one in offer_entries(uow, which, typed)]


def _entry(which: str, uow: Any, code: str) -> Choice | None:
    found = find_entry(uow, which, code)
    return None if found is None else Choice(found.code, tr(found.text))
