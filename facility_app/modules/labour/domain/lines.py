"""One line of a sheet: what is written of a person, and what of it cannot be whoever it is about."""

from dataclasses import dataclass, field

from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.labels import label
from facility_app.modules.labour.domain.refusals import Refusal
from facility_app.modules.labour.domain.sheets import MOST_OUTPUT, Mark, Quality, Shift


@dataclass(frozen=True, slots=True)
class SheetLine:
    """What is written of one person.

    Attributes:
        mark: None takes back what the sheet said of them.
        minutes: worked; None for the whole shift.
        output_milli: thousandths of the work's unit.
    """

    resident_id: str
    mark: Mark | None
    minutes: int | None = None
    output_milli: int | None = None
    quality: Quality | None = None
    note: str | None = field(default=None, repr=False)

    def minutes_in(self, shift: Shift) -> int:
        """How long that is in a shift."""
        return shift.minutes if self.minutes is None else self.minutes


def odd_line(line: SheetLine, shift: Shift) -> Refusal | None:
    """What of a line contradicts itself or cannot be."""
    is_work = line.mark is Mark.WORKED
    if is_work and line.minutes_in(shift) <= 0:
        text = label("errors", "có lao động thì số giờ phải lớn hơn 0. Không lao động thì ghi lý do nghỉ.")
        return Refusal("labour_no_minutes", text, "")
    if not is_work and (line.minutes or line.output_milli):
        text = label("errors", "ghi nghỉ thì không ghi giờ và sản lượng. Hãy xóa một trong hai.")
        return Refusal("labour_absent_with_hours", text, "")
    if line.output_milli is not None and not 0 <= line.output_milli <= MOST_OUTPUT:
        return Refusal("number_out_of_range", label("errors", "sản lượng này không thể đúng."), "")
    if len(line.note or "") > LINE_LIMIT:
        return Refusal("text_too_long", label("errors", "ghi chú quá dài: tối đa 200 ký tự."), "")
    return None


def not_member() -> Refusal:
    """Somebody who was not in the team that day."""
    text = label("errors", "ngày đó không ở tổ này ({article}). Hãy đưa vào tổ trước.")
    return Refusal("labour_not_member", text, "NĐ 163/2026 Đ117.2")


def longer_than_shift(shift: Shift) -> Refusal:
    """More than the shift has."""
    text = label("errors", "giờ lao động dài hơn ca làm việc ({most} phút). Hãy sửa giờ, hoặc sửa giờ của ca.")
    return Refusal("labour_longer_than_shift", text, "", {"most": shift.minutes})
