"""How screens say what is known of a release: tones of marks, days left, papers as people write them."""

from datetime import date, datetime
from typing import Final

from facility_app.kernel.dates import format_date, format_moment
from facility_app.kernel.labels import Label, label
from facility_app.modules.discharge.domain import gate as rules
from facility_app.modules.discharge.domain.gate import GateItem
from facility_app.modules.discharge.domain.marks import StepMark
from facility_app.modules.discharge.queries.board import BoardRow
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone

MARK_ICONS: Final[dict[StepMark, tuple[str, str]]] = {
    StepMark.DONE: ("circle-check", "ok"),
    StepMark.DUE: ("alert-triangle", "warning"),
    StepMark.AHEAD: ("circle", "quiet"),
    StepMark.NOT_OWED: ("minus", "quiet"),
}
"""Picture and colour of a mark; the word stands beside it."""
STEP_TITLES: Final[dict[str, Label]] = {
    rules.RESIDENCE: label("discharge", "Nơi cư trú sau khi ra cơ sở"),
    rules.NOTICE: label("discharge", "Thông báo chuẩn bị hoàn thành (V-51)"),
    rules.NOTICE_UNRECEIVED: label("discharge", "Công an cấp xã nhận V-51"),
    rules.PLAN: label("discharge", "Kế hoạch tái hòa nhập (V-19)"),
    rules.SOCIAL: label("discharge", "Hồ sơ vào cơ sở bảo trợ xã hội"),
    rules.EXAMINATION: label("discharge", "Khám sức khỏe trước khi ra"),
    rules.POST_REHAB: label("discharge", "Quyết định quản lý sau cai (V-53)"),
    rules.MONITORING: label("discharge", "Quyết định giám sát điện tử (I-02)"),
    rules.DEVICE: label("discharge", "Gắn thiết bị giám sát (I-03, I-04)"),
    rules.CERTIFICATE: label("discharge", "Giấy xác nhận"),
    rules.RECEIPT: label("discharge", "Biên bản giao nhận (V-23)"),
    rules.BELONGINGS: label("discharge", "Trả tiền, đồ vật, cấp quần áo, tiền xe"),
}
LEFT = label("discharge", "còn {count} ngày")
TOMORROW = label("discharge", "ngày mai")
TODAY = label("discharge", "hôm nay")
OVER = label("discharge", "quá {count} ngày")
GONE = label("discharge", "đã ra {day}")
UNKNOWN = label("discharge", "chưa tính được")
BLANK_PAPER = label("discharge", "mẫu trống {paper}")
PAPER_OF = label("discharge", "{number} ngày {day}")
PAPER_DAY = label("discharge", "ngày {day}")
SOON_DAYS: Final = 7


def day(value: date | None) -> str:
    """``21/11/2026``; empty when it is not known."""
    return "" if value is None else format_date(value)


def moment(value: datetime) -> str:
    """``21/11/2026 08:48``, as the clock on the wall shows it."""
    return format_moment(value)


def paper_of(number: str | None, on: date | None) -> str:
    """A paper by its number and day; its day alone where it bears no number."""
    if on is None:
        return number or ""
    return tr(PAPER_OF, number=number, day=day(on)) if number else tr(PAPER_DAY, day=day(on))


def left_text(row: BoardRow) -> str:
    """How far the day of leaving is; the day out of whoever has left."""
    if row.exited_on is not None:
        return tr(GONE, day=day(row.exited_on))
    return days_text(row.days_left)


def days_text(left: int | None) -> str:
    """How far a day of leaving is."""
    if left is None:
        return tr(UNKNOWN)
    if left < 0:
        return tr(OVER, count=-left)
    return tr(TODAY) if left == 0 else tr(TOMORROW) if left == 1 else tr(LEFT, count=left)


def days_tone(left: int | None) -> Tone | None:
    """Red when it has passed, amber when it is near."""
    if left is None or left > SOON_DAYS:
        return None
    return Tone.DANGER if left < 0 else Tone.WARNING


def item_text(item: GateItem) -> str:
    """What is open, in the language of the screens."""
    return tr(item.text, **item.params)


def joined(*parts: str | None, sign: str = " · ") -> str:
    """The parts that say something, in one line."""
    return sign.join(part for part in parts if part)
