"""Times of day as doctors write them: hours, or the names of rounds."""

import re
from dataclasses import dataclass
from datetime import time
from decimal import Decimal
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.typed import Bounds, Understood, read_number
from facility_app.modules.medication.domain.rounds import ROUND_LABELS

_TIME: Final = re.compile(r"(\d{1,2})(?:[:hg.](\d{2})?)?|(\d{2})(\d{2})", re.ASCII)
_STEP: Final = re.compile(r"(?:ngày\s*)?(\d{1,3})(?:\s*[-–]\s*(\d{1,3}))?\s*:\s*([\d.,]+)\s+(.+)")
_STEP_BOUNDS: Final = Bounds(3)
_DAY: Final = 24 * 60
_ECHO: Final = 40


def whole_hours(minutes: int) -> int | None:
    """A span as whole hours, which people count rather than minutes; None for one that is not."""
    hours, rest = divmod(minutes, 60)
    return None if rest or not hours else hours


def read_times(typed: str, hours: str, minutes: int) -> tuple[time, ...]:
    """Times of a day in order: ``8 14 20``, ``7h30, 19:00``, ``sáng tối``.

    Args:
        typed: as written; empty for none.
        hours: when the four rounds begin.
        minutes: how much a dose may be early: a round's dose is due so long after the round began.

    Raises:
        UserError: ``times_unread``.
    """
    rounds = {
        fold(str(words)): time.fromisoformat(start)
        for words, start in zip(ROUND_LABELS.values(), hours.split(), strict=True)
    }
    found = set()
    for word in re.split(r"[\s,;]+", typed.strip()):
        if not word:
            continue
        start = rounds.get(fold(word))
        found.add(_later(start, minutes) if start is not None else _hour(word))
    return tuple(sorted(found))


@dataclass(frozen=True, slots=True)
class Step:
    """Some days of a taper: ``number`` each time, in the unit of the order."""

    first_day: int
    last_day: int
    number: Decimal
    times: tuple[time, ...]


def read_steps(typed: str, hours: str, minutes: int) -> tuple[Step, ...]:
    """A taper as doctors write it, a line for each stretch of days: ``1-3: 20 8 14 20``.

    Args:
        typed: lines of days, a colon, the dose of one time, and times as ``read_times`` reads them.
        hours: when the four rounds begin.
        minutes: as for ``read_times``.

    Raises:
        UserError: ``steps_unread``, ``times_unread``.
    """
    return tuple(_step(one.strip(), hours, minutes) for one in typed.splitlines() if one.strip())


def _step(line: str, hours: str, minutes: int) -> Step:
    matched = _STEP.fullmatch(line.lower())
    reading = read_number(matched[3], _STEP_BOUNDS) if matched is not None else None
    if matched is None or not isinstance(reading, Understood) or reading.value is None:
        raise UserError(
            "steps_unread",
            label(
                "errors",
                "Dòng “{typed}” không đọc được. Ví dụ: 1-3: 20 8 14 20 nghĩa là ngày 1 đến ngày 3, mỗi lần 20, "
                "lúc 8, 14 và 20 giờ.",
            ),
            fields={"steps": label("errors", "Hãy ghi lại dòng này")},
            typed=line[:_ECHO],
        )
    first = int(matched[1])
    return Step(first, int(matched[2] or first), reading.value, read_times(matched[4], hours, minutes))


def _hour(word: str) -> time:
    matched = _TIME.fullmatch(word.lower())
    try:
        if matched is not None:
            return time(int(matched[1] or matched[3]), int(matched[2] or matched[4] or 0))
    except ValueError:
        pass  # told below: there is no such hour
    raise UserError(
        "times_unread",
        label("errors", "“{typed}” không phải giờ dùng thuốc. Ví dụ: 8 14 20, hoặc 7h30, hoặc sáng tối."),
        fields={"times": label("errors", "Hãy ghi lại giờ dùng")},
        typed=word[:_ECHO],
    )


def _later(start: time, minutes: int) -> time:
    at = min(start.hour * 60 + start.minute + minutes, _DAY - 1)
    return time(at // 60, at % 60)
