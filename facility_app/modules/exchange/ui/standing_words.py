"""How far the province has everything, in words: the sentence of the page, the chip of the top bar."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from facility_app.kernel.dates import format_date, format_moment, local_date
from facility_app.kernel.labels import label
from facility_app.kernel.typed import number_text
from facility_app.modules.exchange.domain import CADENCE, Lateness
from facility_app.modules.exchange.queries.standing import StreamStanding
from facility_app.ui.i18n import tr
from facility_app.ui.shell.spec import ChipText
from facility_app.ui.theme import Tone

PAGE: Final = "exchange.standing"
EXPORT_PAGE: Final = "exchange.export"
TABLES: Final = frozenset({"sync_stream", "sync_sent", "sync_sticky", "sync_receipt", "sync_trust", "sync_key"})
TONES: Final = {Lateness.IN_TIME: Tone.OK, Lateness.LATE: Tone.WARNING, Lateness.VERY_LATE: Tone.DANGER}
ICON: Final = "send"

NEVER_CHIP: Final = label("exchange", "chưa gửi tỉnh")
FROZEN_CHIP: Final = label("exchange", "dừng gửi tỉnh")
RETURNED_CHIP: Final = label("exchange", "tỉnh trả {count} dòng")
WAITING_CHIP: Final = label("exchange", "chờ tỉnh nhận")
KNOWN_CHIP: Final = label("exchange", "tỉnh nhận đến {day}")

NEVER: Final = label("exchange", "Cơ sở chưa gửi tỉnh gói nào từ tệp dữ liệu này.")
FROZEN: Final = label(
    "exchange", "Đang dừng gửi ({code}): lịch sử dữ liệu hai bên không khớp. Đừng gửi thêm, hãy hỏi tỉnh."
)
UNKNOWN: Final = label("exchange", "Chưa biết tỉnh đã nhận gì: {count} gói chưa có biên nhận.")
ALL: Final = label("exchange", "Tỉnh đã nhận đến {at}, 0 thiếu.")
UNTIL: Final = label("exchange", "Tỉnh đã nhận đến {at}.")
LACKS: Final = label("exchange", "Tỉnh đã nhận đến {at}, thiếu {count} thay đổi từ đó.")
RETURNED: Final = label("exchange", "Có {count} dòng tỉnh chưa nhận: xem lý do ở dưới, sửa rồi gửi lại.")
OVERDUE: Final = label("exchange", "Đã quá hạn gửi, mỗi {days} ngày một lần.")


def standing_sentence(one: StreamStanding, now: datetime) -> tuple[Tone, str]:
    """How one stream stands, in a sentence or two."""
    if one.frozen is not None:
        return Tone.DANGER, tr(FROZEN, code=one.frozen)
    late = one.late(now)
    if one.known_at is None:
        said = [tr(UNKNOWN, count=number_text(one.unanswered))]
    elif one.missing:
        said = [tr(LACKS, at=format_moment(one.known_at), count=number_text(one.missing))]
    else:
        # What was sent and not taken is missing there, though nothing new waits.
        said = [tr(UNTIL if one.returned else ALL, at=format_moment(one.known_at))]
    tone = TONES[late]
    if one.known_at is None and tone is Tone.OK:
        tone = Tone.INFO
    if late is not Lateness.IN_TIME:
        said.append(tr(OVERDUE, days=number_text(CADENCE.days)))
    if one.returned:
        said.append(tr(RETURNED, count=number_text(one.returned)))
        tone = tone if tone is Tone.DANGER else Tone.WARNING
    return tone, " ".join(said)


def standing_chip(streams: Sequence[StreamStanding], now: datetime) -> ChipText:
    """The same in three words, of the stream that stands worst."""
    if not streams:
        return ChipText(tr(NEVER_CHIP), Tone.NEUTRAL, ICON, tr(NEVER))
    told = [(standing_sentence(one, now), one) for one in streams]
    (tone, why), worst = max(told, key=lambda one: WEIGHTS.get(one[0][0], 0))
    if worst.frozen is not None:
        words = tr(FROZEN_CHIP)
    elif worst.returned:
        words = tr(RETURNED_CHIP, count=number_text(worst.returned))
    elif worst.known_at is None:
        words = tr(WAITING_CHIP)
    else:
        words = tr(KNOWN_CHIP, day=format_date(local_date(worst.known_at)))
    return ChipText(words, tone, ICON, why)


WEIGHTS: Final = {Tone.INFO: 1, Tone.WARNING: 2, Tone.DANGER: 3}
"""Which tone asks for more."""
