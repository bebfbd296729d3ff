"""What an exit asks for: before the day of leaving its paper, from that day on nothing but a day that can be."""

from dataclasses import dataclass
from datetime import date

from facility_app.kernel.dates import format_date
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain.exits import (
    COMPLETIONS,
    EXIT_CODE_LABELS,
    OUT_THAT_DAY,
    ExitCode,
    exit_article,
    exit_fits,
)
from facility_app.modules.stays.domain.types import PRESENCE_LABELS, STAY_TYPE_LABELS, PresenceState, StayType

_NO_PAPER = frozenset({ExitCode.DEATH, ExitCode.SELF_TERMINATED, ExitCode.TEMP_RELEASED}) | OUT_THAT_DAY
"""Nobody waits for a paper to write these down; who is let go by a court's word leaves before it is there."""


def check_open(code: str, exited_on: date | None) -> None:
    """Nothing about the term or the exit of a stay is decided once it has ended.

    Args:
        code: the stay's code.
        exited_on: the day it ended; None while it is open.

    Raises:
        UserError: ``stay_ended_already``.
    """
    if exited_on is not None:
        raise UserError(
            "stay_ended_already",
            label("errors", "Lần cai nghiện {code} đã kết thúc ngày {day}. Hãy mở lại danh sách."),
            code=code,
            day=format_date(exited_on),
        )


@dataclass(frozen=True, slots=True)
class Leaving:
    """Somebody leaves for good.

    Attributes:
        leave_by: the day of leaving as counted at ``exited_on``; None while nobody can say.
        presence: where the person was last written down to be, since ``presence_on``.
        has_paper: whether number and day of a paper are given.
    """

    exit_code: ExitCode
    exited_on: date
    stay_type: StayType
    regime: LegalRegime
    admitted_on: date
    presence: PresenceState
    presence_on: date
    leave_by: date | None
    has_paper: bool

    @property
    def is_due(self) -> bool:
        """Whether the day of leaving has come; substitution treatment waits for no day and no certificate."""
        if self.stay_type is StayType.SUBSTITUTION:
            return True
        return self.leave_by is not None and self.exited_on >= self.leave_by

    @property
    def fits(self) -> bool:
        """Whether the code belongs to the type and the regime."""
        return exit_fits(self.exit_code, self.stay_type, self.regime)

    def check_day(self, today: date) -> None:
        """The day is one on which the person can have left.

        Raises:
            UserError: ``exit_in_future``, ``exit_before_admission``, ``exit_before_presence``.
        """
        if self.exited_on > today:
            raise UserError(
                "exit_in_future",
                label("errors", "Ngày ra {day} ở tương lai. Chỉ ghi khi người đó đã ra khỏi cơ sở."),
                fields={"exited_on": label("errors", "Ngày ra không thể ở tương lai")},
                day=format_date(self.exited_on),
            )
        if self.exited_on < self.admitted_on:
            raise UserError(
                "exit_before_admission",
                label("errors", "Ngày ra {day} đứng trước ngày tiếp nhận {admitted_on}. Hãy sửa ngày ra."),
                fields={"exited_on": label("errors", "Trước ngày tiếp nhận {admitted_on}")},
                day=format_date(self.exited_on),
                admitted_on=format_date(self.admitted_on),
            )
        if self.exited_on < self.presence_on:
            raise UserError(
                "exit_before_presence",
                label(
                    "errors",
                    "Ngày ra {day} đứng trước ngày {since}, khi người này được ghi “{state}”. Hãy ghi ngày ra từ "
                    "{since}; nếu lần ghi đó nhầm, gạch bỏ sự kiện rồi ghi ngày ra là hôm nay.",
                ),
                fields={"exited_on": label("errors", "Trước lần thay đổi có mặt ngày {since}")},
                day=format_date(self.exited_on),
                since=format_date(self.presence_on),
                state=PRESENCE_LABELS[self.presence],
            )

    def check_lawful(self) -> None:
        """Before the day of leaving an exit is of its type and rests on its paper; from then on nothing is asked.

        Raises:
            UserError: ``convert_instead``, ``exit_odd``, ``exit_before_end``, ``exit_paper_missing``.
        """
        if self.exit_code is ExitCode.TEMP_TO_COMPULSORY:
            raise UserError(
                "convert_instead",
                label(
                    "errors",
                    "“{exit}” không phải là ra cơ sở ({article}): người này sẽ ở cơ sở mà không có trong danh "
                    "sách nào. Hãy dùng “Chuyển sang cai nghiện bắt buộc”.",
                ),
                fields={"exit_code": label("errors", "Dùng “Chuyển sang cai nghiện bắt buộc”")},
                exit=EXIT_CODE_LABELS[self.exit_code],
                article=exit_article(self.exit_code, self.regime),
            )
        if self.is_due:
            return
        if not self.fits:
            raise self.unfit()
        if self.exit_code in COMPLETIONS and self.stay_type.has_term:
            # Without a known end, or before it, nobody has completed a term.
            raise UserError(
                "exit_before_end",
                label(
                    "errors",
                    "Chưa đến ngày ra cơ sở {end_on}; “{exit}” chỉ ghi từ ngày đó. Nếu được ra sớm, "
                    "hãy chọn lý do theo giấy tờ (miễn, hủy quyết định, điều chuyển…) và ghi số, ngày của giấy.",
                ),
                fields={"exit_code": label("errors", "Chưa đến ngày ra cơ sở")},
                end_on=self._end(),
                exit=EXIT_CODE_LABELS[self.exit_code],
            )
        if not self.has_paper and self.exit_code not in _NO_PAPER:
            raise UserError(
                "exit_paper_missing",
                label(
                    "errors",
                    "Ra trước ngày {end_on} với lý do “{exit}” cần số và ngày của giấy tờ ({article}). "
                    "Hãy ghi giấy tờ đó.",
                ),
                fields={"paper_number": label("errors", "Cần số và ngày của giấy tờ")},
                end_on=self._end(),
                exit=EXIT_CODE_LABELS[self.exit_code],
                article=exit_article(self.exit_code, self.regime),
            )

    def unfit(self) -> UserError:
        """The refusal of a code that is not of the type; from the day of leaving it is told and stops nobody."""
        return UserError(
            "exit_odd",
            label("errors", "“{exit}” không dùng cho diện {type} ({article}). Hãy chọn lý do khác."),
            fields={"exit_code": label("errors", "Không dùng cho diện này")},
            exit=EXIT_CODE_LABELS[self.exit_code],
            type=STAY_TYPE_LABELS[self.stay_type],
            article=exit_article(self.exit_code, self.regime),
        )

    def _end(self) -> str | Label:
        return format_date(self.leave_by) if self.leave_by is not None else label("errors", "(chưa xác định)")


def notice_of(code: ExitCode, stay_type: StayType) -> str:
    """The deadline in hours that an end starts; empty for none."""
    if code is ExitCode.SELF_TERMINATED:
        return "self_termination_notice"
    if code is ExitCode.DEATH:
        return "death_relatives"
    return "private_completion_notice" if stay_type is StayType.VOLUNTARY_PRIVATE else ""
