"""What of the money in custody is no spending money yet: the share of labour, until the measure is over.

NĐ 163/2026 Đ118.2c has the people's part of the result of labour kept by the facility and given back once the
measure is served; only other money is for the canteen, letters and home (Đ120.3). Nothing of this is stored: which
rows are shares their kind says, and when the measure is over the stay says.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.money import EntryKind

HELD_ARTICLE: Final = "NĐ 163/2026 Đ118.2c"
HELD_LABEL: Final = label("deposits", "Giữ đến khi xong")


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a ledger that counts: neither taken back nor taking back.

    Attributes:
        amount, balance: in đồng, the balance after the row.
    """

    line_no: int
    kind: EntryKind
    happened_on: date
    amount: int
    balance: int

    @property
    def is_end(self) -> bool:
        """Whether it gave everything back: before the end only what is free goes, and the shares stay."""
        return self.kind is EntryKind.RETURNED and self.balance == 0


@dataclass(frozen=True, slots=True)
class Hold:
    """A measure as custody sees it: what was earned from ``from_on`` is kept until ``over_on``."""

    from_on: date
    over_on: date | None

    def holds(self, earned_on: date, on: date) -> bool:
        """Whether a share of one day is still held on another."""
        is_of_it = self.from_on <= earned_on and (self.over_on is None or earned_on < self.over_on)
        return is_of_it and (self.over_on is None or on < self.over_on)


def shares_kept(lines: Iterable[Line]) -> list[Line]:
    """The shares that were not given back yet, from lines in the order of their numbers."""
    kept: list[Line] = []
    for line in lines:
        if line.kind is EntryKind.LABOUR_SHARE:
            kept.append(line)
        elif line.is_end:
            kept.clear()
    return kept


def held_of(lines: Iterable[Line], holds: Sequence[Hold], on: date) -> Money:
    """What of a balance nobody may spend on a day."""
    found = shares_kept(lines)
    return Money(sum(one.amount for one in found if any(hold.holds(one.happened_on, on) for hold in holds)))


def lowest_free(lines: Iterable[Line], holds: Sequence[Hold], on: date) -> Money:
    """The least that was ever free from a day on: what may still be written down as gone on that day.

    Args:
        lines: every line that counts, in any order.
        holds: the person's measures.
        on: a day gone by.
    """
    free = at_first = 0
    later: list[int] = []
    for line in sorted(lines, key=lambda one: (one.happened_on, one.line_no)):
        is_held = line.kind is EntryKind.LABOUR_SHARE and any(one.holds(line.happened_on, on) for one in holds)
        if line.is_end:
            free = 0
        elif not is_held:
            free += line.amount
        if line.happened_on <= on:
            at_first = free
        else:
            later.append(free)
    return Money(max(min([at_first, *later]), 0))


def is_held_until_the_end(balance: Money, held: Money, wanted: Money) -> UserError:
    """The refusal of a row that would take what is held."""
    free = max(balance - held, Money(0))
    return UserError(
        "deposit_held",
        label(
            "errors",
            "Số dư lưu ký {balance}, trong đó {held} là phần kết quả lao động trị liệu, giữ đến khi chấp hành "
            "xong ({article}); chỉ còn {free} được dùng, không đủ để trừ {wanted}. Hãy sửa số tiền.",
        ),
        fields={"amount": label("errors", "Chỉ còn {free} được dùng; phần kết quả lao động giữ đến khi xong")},
        balance=balance.text(),
        held=held.text(),
        free=free.text(),
        wanted=wanted.text(),
        article=HELD_ARTICLE,
    )
