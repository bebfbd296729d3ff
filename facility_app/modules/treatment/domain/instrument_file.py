"""Reads one instrument of ``resources/instruments``, strictly: what is not understood is a damaged file."""

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from facility_app.kernel.labels import Label
from facility_app.kernel.names import fold
from facility_app.kernel.shipped import Evidence
from facility_app.modules.treatment.domain.instrument import (
    CONTEXT,
    AlertRule,
    Band,
    BandSet,
    Instrument,
    Part,
    Plan,
    Rater,
    Scoring,
    Severity,
    Subscore,
    Trigger,
    WordingStatus,
)
from facility_app.modules.treatment.domain.instrument_items import (
    Item,
    Measure,
    Option,
    Step,
    StepTable,
    Text,
    Value,
)

_TOP: Final = frozenset(
    {"code", "version", "title", "rater", "scoring", "has_total", "reference_period", "period_may_vary", "wording"}
    | {"licence", "licence_evidence", "source", "evidence", "limits", "options", "item", "part", "bands"}
    | {"subscore", "alert"}
)
_ITEM: Final = frozenset(
    {"key", "text", "options", "measure", "is_scored", "default", "skip_if", "also", "vital", "vital_steps"}
    | {"each_part", "not_parts"}
)
_LOUDNESS: Final = {severity: place for place, severity in enumerate(Severity)}


def read_instrument(text: str) -> Instrument:
    """One version of an instrument.

    Raises:
        ValueError: the file says what no instrument can say, or leaves out what each must.
        KeyError: the same.
    """
    data = tomllib.loads(text)
    _only(data, _TOP)
    parts = {row["key"]: Part(row["key"], _text(row["text"]), row["bands"]) for row in data.get("part", ())}
    items = tuple(_items(data, parts))
    sets = {row["code"]: _band_set(row) for row in data.get("bands", ())}
    made = Instrument(
        code=data["code"],
        version=data["version"],
        digest=hashlib.sha256(json.dumps(data, ensure_ascii=False, sort_keys=True).encode()).hexdigest(),
        title=_text(data["title"]),
        rater=Rater(data["rater"]),
        scoring=Scoring(data["scoring"]),
        has_total=data.get("has_total", True),
        items=items,
        parts=parts,
        band_sets=sets,
        subscores=tuple(_subscore(row) for row in data.get("subscore", ())),
        alerts=tuple(sorted(map(_alert, data.get("alert", ())), key=lambda rule: _LOUDNESS[rule.severity])),
        reference_period=_text(data["reference_period"]),
        period_may_vary=data.get("period_may_vary", False),
        wording=WordingStatus(data["wording"]),
        licence=_text(data["licence"]),
        licence_evidence=Evidence(data["licence_evidence"]),
        source=data["source"],
        evidence=Evidence(data["evidence"]),
        limits=tuple(_text(row) for row in data.get("limits", ())),
        plan=_plan(items, parts),
    )
    _require_whole(made)
    return made


def folded_key(key: str) -> str:
    """A key as names are compared: without capitals, blanks and underscores."""
    return fold(key).replace("_", "").replace(" ", "")


def english_of(instrument: Instrument) -> dict[tuple[str, str], str]:
    """(context, Vietnamese) → English of every word of an instrument."""
    return {(CONTEXT, str(text.vi)): text.en for text in _texts(instrument) if text.vi and text.en}


def _texts(instrument: Instrument) -> Iterator[Text]:
    yield from (instrument.title, instrument.licence, instrument.reference_period, *instrument.limits)
    for item in instrument.items:
        yield from (item.text, *(one.text for one in item.options))
    for bands in instrument.band_sets.values():
        yield from (band.text for band in bands.bands)
    yield from (part.text for part in instrument.parts.values())
    yield from (one.text for one in instrument.subscores)
    yield from (rule.text for rule in instrument.alerts)


def _text(pair: Sequence[str]) -> Text:
    vi, en = pair
    return Text(Label(CONTEXT, vi), en)


def _only(row: Mapping[str, Any], known: frozenset[str]) -> None:
    strange = sorted(row.keys() - known)
    if strange:
        message = f"unknown: {strange}"
        raise ValueError(message)


def _items(data: Mapping[str, Any], parts: Mapping[str, Part]) -> Iterator[Item]:
    shared = {name: tuple(map(_option, rows)) for name, rows in data.get("options", {}).items()}
    for row in data["item"]:
        _only(row, _ITEM)
        item = _item(row, shared)
        if not row.get("each_part", False):
            yield item
            continue
        for part in parts.values():
            if part.key not in row.get("not_parts", ()):
                yield _of_part(item, part)


def _of_part(item: Item, part: Part) -> Item:
    vi, en = f"{item.text.vi} – {part.text.vi}", f"{item.text.en} – {part.text.en}"
    return replace(
        item,
        key=f"{item.key}:{part.key}",
        text=Text(Label(CONTEXT, vi), en),
        part=part.key,
        skip_if=tuple((f"{key}:{part.key}", value) for key, value in item.skip_if),
    )


def _item(row: Mapping[str, Any], shared: Mapping[str, tuple[Option, ...]]) -> Item:
    named = row.get("options", ())
    options = shared[named] if isinstance(named, str) else tuple(map(_option, named))
    return Item(
        key=row["key"],
        text=_text(row["text"]),
        options=options,
        measure=_measure(row["measure"]) if "measure" in row else None,
        is_scored=row.get("is_scored", True),
        default=row.get("default"),
        skip_if=tuple((key, value) for key, value in row.get("skip_if", ())),
        also=tuple(map(folded_key, row.get("also", ()))),
        vital=row.get("vital", ""),
        vital_steps=_steps(row.get("vital_steps", ())),
        lookup=_lookup(options),
    )


def _option(row: Sequence[Any]) -> Option:
    """``[value, Vietnamese, English]``, then points where they are not the value, then other ways to write it."""
    value, vi, en, *rest = row
    points: int | None = value if isinstance(value, int) else None
    if rest:
        points = None if rest[0] == "none" else rest[0]
    return Option(value, points, Text(Label(CONTEXT, vi), en), tuple(rest[1:]))


def _lookup(options: tuple[Option, ...]) -> Mapping[Value, Option]:
    found: dict[Value, Option] = {}
    for option in options:
        names: list[Value] = [*option.also, option.value if isinstance(option.value, int) else fold(option.value)]
        names += [int(name) for name in option.also if name.isdecimal()]
        for name in names:
            if found.setdefault(name, option) is not option:
                message = f"{name} means two answers"
                raise ValueError(message)
    return found


def _measure(row: Mapping[str, Any]) -> Measure:
    tables = tuple(StepTable(one.get("when", {}), _steps(one["steps"])) for one in row["tables"])
    if any(table.steps[-1].to is not None for table in tables) or tables[-1].when:
        message = "a measured value must always count something"
        raise ValueError(message)
    return Measure(row["unit"], row["decimals"], row["least"], row["most"], tables)


def _steps(rows: Sequence[Mapping[str, int]]) -> tuple[Step, ...]:
    return tuple(Step(row.get("to"), row["points"]) for row in rows)


def _band_set(row: Mapping[str, Any]) -> BandSet:
    bands = tuple(Band(code, least, _text((vi, en))) for code, least, vi, en in row["rows"])
    if [band.least for band in bands] != sorted({band.least for band in bands}):
        message = f"bands of {row['code']} do not rise"
        raise ValueError(message)
    return BandSet(row["code"], bands, Evidence(row["evidence"]), row["source"])


def _subscore(row: Mapping[str, Any]) -> Subscore:
    return Subscore(row["code"], tuple(row["items"]), _text(row["text"]), Evidence(row["evidence"]))


def _alert(row: Mapping[str, Any]) -> AlertRule:
    known = {**row, "text": _text(row["text"]), "severity": Severity(row["severity"])}
    known |= {"trigger": Trigger(row["trigger"]), "evidence": Evidence(row["evidence"])}
    known |= {name: tuple(row[name]) for name in ("items", "one_of") if name in row}
    try:
        return AlertRule(**known)
    except TypeError as error:
        raise ValueError(row["code"]) from error


def _plan(items: tuple[Item, ...], parts: Mapping[str, Part]) -> Plan:
    scored = tuple(item.key for item in items if item.is_scored)
    conditions = dict.fromkeys(condition for item in items for condition in item.skip_if)
    return Plan(
        by_key={item.key: item for item in items},
        plain={item.key: _plain(item) for item in items},
        names=_names(items),
        scored=scored,
        part_of={item.key: item.part for item in items} if parts else {},
        of_part={
            part: tuple(item.key for item in items if item.part == part and item.is_scored) for part in parts
        },
        skips=tuple(
            (key, value, tuple(item.key for item in items if (key, value) in item.skip_if))
            for key, value in conditions
        ),
        defaults=tuple((item.key, item.default) for item in items if item.default is not None),
        measured=tuple((item.key, item.measure) for item in items if item.measure is not None),
    )


def _plain(item: Item) -> dict[Value, tuple[Value, int | None]]:
    tested = (option for option in item.options if option.points is not None)
    return {option.value: (option.value, option.points if item.is_scored else None) for option in tested}


def _names(items: tuple[Item, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    for item in items:
        for name in (folded_key(item.key), *item.also):
            if found.setdefault(name, item.key) != item.key:
                message = f"{name} names two items"
                raise ValueError(message)
    return found


def _require_whole(made: Instrument) -> None:
    """Whatever one part names, another must hold."""
    keys = {item.key for item in made.items}
    named = {key for rule in made.alerts for key in (*rule.items, *rule.eased, *rule.one_of)}
    named |= {key for one in made.subscores for key in one.items}
    named |= {key for item in made.items for key, _ in item.skip_if}
    unknown = sorted(named - keys)
    unknown += sorted({part.bands for part in made.parts.values()} - made.band_sets.keys())
    least = made.span[0] if made.span else 0
    unknown += [bands.code for bands in made.band_sets.values() if bands.bands[0].least != least]
    unknown += sorted({rule.subscore for rule in made.alerts} - {"", *(one.code for one in made.subscores)})
    if unknown or len(keys) != len(made.items) or any(not (one.options or one.measure) for one in made.items):
        message = f"{made.code}: {unknown or 'an item twice, or without an answer'}"
        raise ValueError(message)
