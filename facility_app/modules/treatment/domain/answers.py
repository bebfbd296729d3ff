"""Raw answers of an instrument, checked one by one against what each item allows, and what each then counts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.modules.treatment.domain.instrument import Instrument
from facility_app.modules.treatment.domain.instrument_file import folded_key
from facility_app.modules.treatment.domain.instrument_items import Item, Measure, Option, Value

_SLACK: Final = 1e-6
"""A binary fraction of a decimal number, times its power of ten, misses the whole number by less."""
_GREATEST: Final = 10**9
_PLAIN: Final = frozenset({int, str})
_LONGEST_SHOWN: Final = 60


@dataclass(frozen=True, slots=True)
class Answered:
    """Answers as they are kept and counted.

    Attributes:
        values: item → the option's own value, or a measured value in its smallest unit.
        points: item → what it counts; items without a total are left out.
        untested: answered as not assessed or not testable.
    """

    values: Mapping[str, Value]
    points: Mapping[str, int]
    untested: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Taken:
    """Answers while they are read."""

    values: dict[str, Value]
    points: dict[str, int]
    untested: list[str]


def read_answers(instrument: Instrument, raw: Mapping[str, object]) -> Answered:
    """What the answers say; a null is an answer not given.

    Args:
        instrument: whose answers.
        raw: item → answer, as typed.

    Raises:
        UserError: ``instrument_item_unknown``, ``instrument_item_twice``, ``instrument_answer_refused``,
            ``instrument_measure_refused``; each names the item.
    """
    taken = _Taken({}, {}, [])
    values, points = taken.values, taken.points
    plain = instrument.plan.plain
    for name, answer in raw.items():
        # True is 1 to a dictionary, and 2.0 is 2: neither is an answer as it is stored.
        hit = plain[name].get(answer) if answer.__class__ in _PLAIN and name in plain else None  # type: ignore[call-overload] # of a class just looked at
        if hit is not None:
            values[name], counted = hit
            if counted is not None:
                points[name] = counted
        elif answer is not None:
            _take(instrument, name, answer, taken)
    if len(values) != len(raw):
        _require_once(instrument, raw)
    for key, default in instrument.plan.defaults:
        values.setdefault(key, default)
    for key, measure in instrument.plan.measured:
        if key in values and (found := _measured_points(measure, int(values[key]), values)) is not None:
            points[key] = found
    return Answered(values, points, tuple(taken.untested))


def _take(instrument: Instrument, name: str, answer: object, into: _Taken) -> None:
    """One answer written in another way, measured, not tested, or refused."""
    item = instrument.plan.by_key.get(name) or _named(instrument, name)
    if item.measure is not None:
        into.values[item.key] = _scaled(instrument, item, item.measure, answer)
        return
    option = item.lookup.get(answer) if type(answer) is int else _worded(item, answer)
    if option is None:
        raise _refused(instrument, item, answer)
    into.values[item.key] = option.value
    if option.points is None:
        into.untested.append(item.key)
    elif item.is_scored:
        into.points[item.key] = option.points


def _worded(item: Item, answer: object) -> Option | None:
    if type(answer) is bool:
        return item.lookup.get("true" if answer else "false")
    # A number in quotation marks is no number.
    return item.lookup.get(fold(answer)) if isinstance(answer, str) and not answer.strip().isdecimal() else None


def _named(instrument: Instrument, name: str) -> Item:
    key = instrument.plan.names.get(folded_key(name))
    if key is None:
        raise UserError(
            "instrument_item_unknown",
            label("errors", "{instrument}: không có mục “{item}”. Các mục: {known}. Hãy ghi lại tên mục."),
            fields={name[:40]: label("errors", "Không có mục này")},
            instrument=instrument.code,
            item=name[:40],
            known=tuple(item.key for item in instrument.items),
        )
    return instrument.plan.by_key[key]


def _require_once(instrument: Instrument, raw: Mapping[str, object]) -> None:
    """Refuse an item that was answered under two names."""
    seen: set[str] = set()
    for name, answer in raw.items():
        item = instrument.plan.by_key.get(name) or _named(instrument, name)
        if answer is not None and item.key in seen:
            raise UserError(
                "instrument_item_twice",
                label("errors", "{instrument}, mục {item} ({text}): ghi hai lần. Hãy giữ một."),
                fields={item.key: label("errors", "Ghi hai lần")},
                instrument=instrument.code,
                item=item.key,
                text=item.text.vi,
            )
        if answer is not None:
            seen.add(item.key)


def _refused(instrument: Instrument, item: Item, answer: object) -> UserError:
    return UserError(
        "instrument_answer_refused",
        label(
            "errors",
            "{instrument}, mục {item} ({text}): không nhận giá trị {value}. Các giá trị nhận được: {allowed} "
            "(theo {source}). Hãy chấm lại mục này bằng một giá trị trong đó; chưa đánh giá được thì để trống.",
        ),
        fields={item.key: label("errors", "Nhận: {allowed}")},
        instrument=instrument.code,
        item=item.key,
        text=item.text.vi,
        value=shown(answer),
        allowed=tuple(option.value for option in item.options),
        source=instrument.source,
    )


def _scaled(instrument: Instrument, item: Item, measure: Measure, answer: object) -> int:
    """A measured value in the smallest unit."""
    whole = whole_units(answer, measure.decimals)
    if whole is None or not measure.least <= whole <= measure.most:
        raise UserError(
            "instrument_measure_refused",
            label(
                "errors",
                "{instrument}, mục {item} ({text}): không nhận giá trị {value}. Hãy ghi một số từ {least} đến "
                "{most} {unit}, nhiều nhất {decimals} chữ số thập phân (theo {source}); chưa đo được thì "
                "để trống.",
            ),
            fields={item.key: label("errors", "Từ {least} đến {most}, nhiều nhất {decimals} chữ số thập phân")},
            instrument=instrument.code,
            item=item.key,
            text=item.text.vi,
            value=shown(answer),
            least=in_units(measure.least, measure.decimals),
            most=in_units(measure.most, measure.decimals),
            unit=measure.unit,
            decimals=measure.decimals,
            source=instrument.source,
        )
    return whole


def whole_units(answer: object, decimals: int) -> int | None:
    """A number in units of its last decimal; None when it is no number or has more decimals."""
    if type(answer) is int:
        assert isinstance(answer, int)  # noqa: S101 - for the type checker
        return answer * int(10**decimals)
    if type(answer) not in {float, Decimal}:
        return None
    assert isinstance(answer, float | Decimal)  # noqa: S101 - for the type checker
    scaled = float(answer) * 10**decimals
    # Infinity and what is no number at all are refused here too.
    if not abs(scaled) < _GREATEST:
        return None
    whole = round(scaled)
    return whole if abs(scaled - whole) < _SLACK else None


def in_units(whole: int, decimals: int) -> str:
    """A number as people write it, with a decimal comma."""
    return str(Decimal(whole).scaleb(-decimals)).replace(".", ",") if decimals else str(whole)


def shown(answer: object) -> str:
    """An answer as a message repeats it."""
    text = str(answer) if isinstance(answer, Decimal) else json.dumps(answer, ensure_ascii=False, default=str)
    clean = text.encode(errors="replace").decode().replace("\n", " ")
    return clean if len(clean) <= _LONGEST_SHOWN else f"{clean[:_LONGEST_SHOWN]}…"


def _measured_points(measure: Measure, whole: int, values: Mapping[str, Value]) -> int | None:
    """What a value counts; None while an answer it depends on is missing."""
    fitting = (
        one for one in measure.tables if all(values.get(key, want) == want for key, want in one.when.items())
    )
    # The last table has no condition, so one always fits.
    table = next(fitting)
    return table.points(whole) if all(key in values for key in table.when) else None
