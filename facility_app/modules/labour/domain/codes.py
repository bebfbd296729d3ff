"""Codes of kinds of work, teams and tools."""

from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.faults import Faults
from facility_app.kernel.labels import label

CODE_LIMIT: Final = 20


def checked_code(faults: Faults, typed: str) -> str:
    """A code as kept."""
    kept = faults.line("code", typed, needed=label("errors", "Cần mã. Hãy gõ vào.")) or ""
    if len(kept) > CODE_LIMIT:
        faults.add("text_too_long", "code", label("errors", "Mã quá dài: tối đa 20 ký tự. Hãy viết ngắn lại."))
    return kept


def code_taken() -> UserError:
    """The refusal of a code that another one has."""
    return UserError(
        "labour_code_taken",
        label("errors", "Mã này đã có. Hãy chọn mã khác."),
        fields={"code": label("errors", "Mã đã có")},
    )
