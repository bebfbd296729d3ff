"""How far a bundle came, in words (goi-v1 §6.1)."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.sync.outcomes import SENTENCES, Outcome


class State(StrEnum):
    """Where a bundle stands; each step is one transaction, and a restart goes on from the last one.

    What only lies in a folder is not in the books yet: it is discovered anew.
    """

    COPIED = "copied"
    SIGNED = "signed"
    STORED = "stored"
    STAGED = "staged"
    HELD = "held"
    FROZEN = "frozen"
    APPLIED = "applied"
    DUPLICATE = "duplicate"
    LATE = "late"
    ARCHIVED = "archived"
    QUARANTINED = "quarantined"


OPENING: Final = (State.COPIED, State.SIGNED, State.STORED)
"""On the way to rows that wait."""
DONE: Final = (State.APPLIED, State.DUPLICATE, State.LATE)
"""Nothing is left but to lay the file away."""
UNFINISHED: Final = (State.COPIED, State.SIGNED, State.STORED, State.STAGED, State.HELD, *DONE)
"""States a run tries to lead on from; a held one may have what it waited for by now."""
UNOPENED: Final = (Outcome.HELD_CRIT, Outcome.HELD_SCHEMA, Outcome.HELD_TRUST)
"""Held before anything of it was opened, or not to be opened: no row of it waits."""
STATE_LABELS: Final[Mapping[State, Label]] = MappingProxyType(
    {
        State.COPIED: label("terms", "Đã chép về"),
        State.SIGNED: label("terms", "Chữ ký đúng"),
        State.STORED: label("terms", "Đã cất, có biên nhận"),
        State.STAGED: label("terms", "Đã mở, chờ nhập"),
        State.HELD: label("terms", "Đang giữ"),
        State.FROZEN: label("terms", "Dừng luồng, chờ người xem"),
        State.APPLIED: label("terms", "Đã nhập"),
        State.DUPLICATE: label("terms", "Đã có từ trước"),
        State.LATE: label("terms", "Đến muộn, thuộc đời dữ liệu cũ"),
        State.ARCHIVED: label("terms", "Đã lưu trữ"),
        State.QUARANTINED: label("terms", "Cách ly"),
    }
)
NOT_AGREED: Final = label(
    "bundles",
    "Danh sách tin cậy chưa cho cơ sở này gửi luồng {part}, hoặc chưa ghi căn cứ pháp lý. Gói được giữ, chưa mở.",
)


def sentence_of(code: str) -> Label:
    """What the code of a bundle means, with ``{part}`` to fill in."""
    return NOT_AGREED if code == Outcome.HELD_TRUST else SENTENCES[Outcome(code)]
