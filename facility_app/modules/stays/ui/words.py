"""How screens say what is known of a stay: tones of states, short names, days left, papers as written."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import Label, label
from facility_app.modules.stays.domain.case import Paper
from facility_app.modules.stays.domain.effects import LEDGER_KIND_LABELS, Effect, LedgerKind
from facility_app.modules.stays.domain.findings import Finding
from facility_app.modules.stays.domain.presence import PRESENCE
from facility_app.modules.stays.domain.stages import Stage, StageResult
from facility_app.modules.stays.domain.types import EVENT_KIND_LABELS, EventKind, PresenceState, StayType
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

SOON_DAYS: Final = 30
PRESENCE_TONES: Final[dict[PresenceState, Tone]] = {
    PresenceState.INSIDE: Tone.OK,
    PresenceState.HOSPITAL: Tone.INFO,
    PresenceState.PROCEEDINGS: Tone.INFO,
    PresenceState.FUNERAL: Tone.INFO,
    PresenceState.ESCAPED: Tone.DANGER,
    PresenceState.SUSPENDED: Tone.WARNING,
    PresenceState.IN_TRANSIT: Tone.INFO,
    PresenceState.PRISON: Tone.WARNING,
    PresenceState.REMAND: Tone.WARNING,
    PresenceState.OUT: Tone.NEUTRAL,
}
EFFECT_TONES: Final[dict[Effect, Tone]] = {
    Effect.DECIDED: Tone.ACCENT,
    Effect.CREDITED: Tone.OK,
    Effect.NOT_CREDITED: Tone.DANGER,
    Effect.SERVED: Tone.ACCENT,
    Effect.ADDED: Tone.DANGER,
    Effect.UNDECIDED: Tone.WARNING,
    Effect.REMAINING: Tone.NEUTRAL,
    Effect.REDUCED: Tone.OK,
    Effect.HELD: Tone.ACCENT,
    Effect.NOT_HELD: Tone.DANGER,
    Effect.NONE: Tone.NEUTRAL,
    Effect.ENDED: Tone.NEUTRAL,
}
RESULT_TONES: Final[dict[StageResult, Tone]] = {
    StageResult.GOOD: Tone.OK,
    StageResult.PASSED: Tone.OK,
    StageResult.FAILED: Tone.DANGER,
}
SHORT_TYPES: Final[dict[StayType, Label]] = {
    StayType.COMPULSORY_ADULT: label("stays", "Bắt buộc"),
    StayType.COMPULSORY_MINOR: label("stays", "Bắt buộc, dưới 18 tuổi"),
    StayType.VOLUNTARY_PUBLIC: label("stays", "Tự nguyện, công lập"),
    StayType.VOLUNTARY_PRIVATE: label("stays", "Tự nguyện, tư nhân"),
    StayType.TEMPORARY: label("stays", "Quản lý khi lập hồ sơ"),
    StayType.HOME_PHASES_AT_FACILITY: label("stays", "Tại gia đình, có giai đoạn tại cơ sở"),
    StayType.SUBSTITUTION: label("stays", "Thuốc thay thế"),
}
"""For chips and columns; forms and papers say the whole name."""
SHORT_PRESENCE: Final[dict[PresenceState, Label]] = {
    PresenceState.INSIDE: label("stays", "Có mặt"),
    PresenceState.HOSPITAL: label("stays", "Nằm viện"),
    PresenceState.PROCEEDINGS: label("stays", "Tố tụng"),
    PresenceState.FUNERAL: label("stays", "Chịu tang"),
    PresenceState.ESCAPED: label("stays", "Bỏ trốn"),
    PresenceState.SUSPENDED: label("stays", "Tạm đình chỉ"),
    PresenceState.IN_TRANSIT: label("stays", "Điều chuyển"),
    PresenceState.PRISON: label("stays", "Án phạt tù"),
    PresenceState.REMAND: label("stays", "Tạm giữ, tạm giam"),
    PresenceState.OUT: label("stays", "Đã ra"),
}
SHORT_GONE: Final = label("stays", "Tự ý rời")
SHORT_STAGES: Final[dict[Stage, Label]] = {
    Stage.ADMISSION: label("stays", "1 Tiếp nhận, phân loại"),
    Stage.DETOX: label("stays", "2 Cắt cơn, điều trị"),
    Stage.EDUCATION: label("stays", "3 Giáo dục, tư vấn"),
    Stage.LABOUR: label("stays", "4 Lao động, học nghề"),
    Stage.REINTEGRATION: label("stays", "5 Chuẩn bị tái hòa nhập"),
}
PAPER_OF = label("stays", "{number} ngày {day}")
NUMBER_ONLY = label("stays", "{number}, chưa ghi ngày")
LEFT = label("stays", "còn {count} ngày")
LEAVES_TODAY = label("stays", "ra hôm nay")
OVER = label("stays", "quá {count} ngày")
DAYS = label("stays", "{count} ngày")


def day(value: date | None) -> str:
    """``21/11/2026``; empty when it is not known."""
    return "" if value is None else format_date(value)


def moment(value: datetime) -> str:
    """``21/11/2026 08:48``, as the clock on the wall shows it."""
    return format_moment(value)


def number(value: int | None) -> str:
    """A count; empty when it is not known, which is not 0."""
    return "" if value is None else str(value)


def signed(value: int) -> str:
    """``+5`` and ``−28``; empty for nothing."""
    return f"+{value}" if value > 0 else f"−{-value}" if value < 0 else ""


def days(value: int) -> str:
    """``28 ngày``."""
    return tr(DAYS, count=value)


def paper(value: Paper | None) -> str:
    """``118/QĐ-TA ngày 10/08/2026``."""
    return "" if value is None else paper_of(value.number, value.issued_on)


def paper_of(number_text: str | None, on: date | None) -> str:
    """A paper by its number and day; empty without a number."""
    if not number_text:
        return ""
    return tr(NUMBER_ONLY, number=number_text) if on is None else tr(PAPER_OF, number=number_text, day=day(on))


def left_text(count: int | None) -> str:
    """How far the day of leaving is; empty when it is not known."""
    if count is None:
        return ""
    if count == 0:
        return tr(LEAVES_TODAY)
    return tr(LEFT, count=count) if count > 0 else tr(OVER, count=-count)


def left_tone(count: int | None) -> Tone | None:
    """Red when it has passed, amber when it is near."""
    if count is None or count > SOON_DAYS:
        return None
    return Tone.DANGER if count < 0 else Tone.WARNING


def kind_text(kind: EventKind | LedgerKind) -> str:
    """What a line of the ledger is about."""
    return tr(EVENT_KIND_LABELS[kind] if isinstance(kind, EventKind) else LEDGER_KIND_LABELS[kind])


def verb_text(verb: str) -> str:
    """The name of an arrow of presence; the id of one no longer known."""
    return tr(PRESENCE.verb_texts[verb]) if verb in PRESENCE.verb_texts else verb


def finding_text(one: Finding) -> str:
    """A warning in the language of the screens."""
    return tr(one.text, **one.params)


def options(labels: Mapping[Any, Label]) -> tuple[tuple[str, Label], ...]:
    """Codes with their words, for a field that chooses one."""
    return tuple((str(code), text) for code, text in labels.items())


def joined(*parts: str | None, sign: str = " · ") -> str:
    """The parts that say something, in one line."""
    return sign.join(part for part in parts if part)
