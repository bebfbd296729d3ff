"""What is left of an ampoule opened for a dose and destroyed at the bed: asked before anything is written."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Final, TypeAlias

from facility_app.kernel.labels import label
from facility_app.kernel.typed import Bounds, Understood, number_text, read_number
from facility_app.modules.medication.queries.mar import DueRow
from facility_app.modules.medication.ui import round_words as said
from facility_app.modules.medication.ui.round_model import Key, Line
from facility_app.modules.medication.ui.round_reason import ReasonStrip
from facility_app.ui.i18n import tr

HOW_MUCH = label("medication", "{dose}: phần dư của ống, lọ, viên đã mở hủy tại chỗ là bao nhiêu {unit}?")
HINT = label("medication", "Enter là hủy hết {rest}; gõ số {unit} nếu ít hơn, gõ 0 nếu không hủy")
TOO_MUCH = label("medication", "Phần dư nhiều nhất là {rest}. Hãy gõ số từ 0 đến {most}.")
NO_REST = label(
    "medication",
    "Có liều đang chọn không có phần dư: vừa hết ống, lọ, viên, hoặc thuốc đong được. Bấm Space để ghi đã dùng.",
)
DECIMALS: Final = 3

Wasted: TypeAlias = dict[Key, Decimal]


@dataclass(slots=True)
class RestAsking:
    """Asks of one dose after the other, then hands all answers on: the witness signs once for all of them.

    Attributes:
        strip: where it is asked.
    """

    strip: ReasonStrip
    _todo: tuple[Line, ...] = ()
    _found: Wasted = field(default_factory=dict)

    def ask(self, lines: Sequence[Line], then: Callable[[Wasted], None]) -> None:
        """Ask of each of these lines; ``then`` gets the answers, without doses of which nothing is destroyed."""
        self._todo, self._found = tuple(lines), {}
        self._next(then)

    def _next(self, then: Callable[[Wasted], None]) -> None:
        if not self._todo:
            then(self._found)
            return
        line, *rest = self._todo
        self._todo = tuple(rest)
        most = line.row.rest
        assert most is not None  # noqa: S101 - asked of what has a rest only
        words = {"rest": said.amount_words(line.row, most), "unit": line.row.unit}
        self.strip.ask(
            tr(HOW_MUCH, dose=said.dose_words(line.row), **words),
            (),
            partial(self._said, line, most, then),
            may_be_empty=True,
            hint=tr(HINT, **words),
            least=1,
            wrong=partial(_wrong, line.row, most),
        )

    def _said(self, line: Line, most: Decimal, then: Callable[[Wasted], None], typed: str) -> None:
        number = _number(line.row, most, typed) if typed else most
        if number:
            self._found[line.key] = number
        self._next(then)


def _number(row: DueRow, most: Decimal, typed: str) -> Decimal | None:
    """What was typed, between nothing and all that is left; None where it is neither."""
    read = read_number(typed.removesuffix(row.unit).strip(), Bounds(DECIMALS, Decimal(0), most))
    return read.value if isinstance(read, Understood) else None


def _wrong(row: DueRow, most: Decimal, typed: str) -> str:
    """Why an answer is none; empty for one that is."""
    if not typed or _number(row, most, typed) is not None:
        return ""
    return tr(TOO_MUCH, rest=said.amount_words(row, most), most=number_text(most))
