"""One pure function from raw answers to the result of an instrument: total, band, subscores, alerts."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.answers import Answered, read_answers
from facility_app.modules.treatment.domain.instrument import (
    AlertRule,
    Band,
    BandSet,
    Instrument,
    Scoring,
    Severity,
    Trigger,
)

CONTRADICTION: Final = "contradiction"
"""Alert: a question was answered that an earlier answer made needless; both stay as given."""


@dataclass(frozen=True, slots=True)
class Alert:
    """Somebody must be told.

    Attributes:
        code: of the rule.
        severity: how loudly.
        rule: the rule; None for answers that contradict each other.
        items: the items it is about.
    """

    code: str
    severity: Severity
    rule: AlertRule | None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Score:
    """The result of one set of answers.

    Attributes:
        instrument: code.
        version: of the definition.
        digest: of the definition.
        band_set: the bands it was read with; empty where there are none.
        total: None while anything that counts is missing, and where there is no total.
        band: of the total, or the level; None while incomplete.
        subscores: by code; None while one of its items is missing.
        subscore_bands: bands of parts that have them.
        complete: whether every item that counts has been counted.
        missing: items still to be answered.
        untested: items answered as not assessed or not testable.
        points: what each answered item counts.
        alerts: urgent ones first; they do not wait for the rest of the answers.
    """

    instrument: str
    version: int
    digest: str
    band_set: str
    total: int | None
    band: Band | None
    subscores: Mapping[str, int | None]
    subscore_bands: Mapping[str, Band]
    complete: bool
    missing: tuple[str, ...]
    untested: tuple[str, ...]
    points: Mapping[str, int]
    alerts: tuple[Alert, ...]


def score(instrument: Instrument, raw: Mapping[str, object], band_set: str | None = None) -> Score:
    """The result of ``raw`` answers.

    Args:
        instrument: one version of it.
        raw: item → answer, as typed.
        band_set: the set of bands the facility uses; the instrument's first where none is named.

    Raises:
        UserError: as ``read_answers``, and ``instrument_bands_unknown``.
    """
    answered = read_answers(instrument, raw)
    bands = _bands(instrument, band_set)
    # What was skipped counts nothing, but is not missing.
    skipped, contradicting = _skipped(instrument, answered)
    missing = _missing(instrument, answered, skipped)
    complete = not missing and not answered.untested and bool(answered.points or skipped)
    subscores, of_parts = _subscores(instrument, answered, skipped)
    total = sum(answered.points.values()) if complete and instrument.has_total else None
    return Score(
        instrument=instrument.code,
        version=instrument.version,
        digest=instrument.digest,
        band_set=bands.code if bands else "",
        total=total,
        band=_band(instrument, answered, total, bands) if complete else None,
        subscores=subscores,
        subscore_bands=of_parts,
        complete=complete,
        missing=missing,
        untested=answered.untested,
        points=answered.points,
        alerts=_alerts(instrument, answered, subscores, contradicting),
    )


def _bands(instrument: Instrument, named: str | None) -> BandSet | None:
    sets = instrument.band_sets
    if named is None:
        return None if instrument.parts else next(iter(sets.values()), None)
    if named in sets and not instrument.parts:
        return sets[named]
    raise UserError(
        "instrument_bands_unknown",
        label("errors", "{instrument}: không có bộ mức độ “{bands}”. Các bộ: {known}."),
        fields={"bands": label("errors", "Hãy chọn trong danh sách")},
        instrument=instrument.code,
        bands=named[:40],
        known=() if instrument.parts else tuple(sets),
    )


def _skipped(instrument: Instrument, answered: Answered) -> tuple[frozenset[str], tuple[str, ...]]:
    """Items that need no answer, and those that have one all the same."""
    values, points = answered.values, answered.points
    skipped: set[str] = set()
    contradicting: dict[str, None] = {}
    for key, value, items in instrument.plan.skips:
        if values.get(key) == value:
            for item in items:
                if item not in values:
                    skipped.add(item)
                elif points.get(item):
                    contradicting[item] = None
    return frozenset(skipped), tuple(contradicting)


def _missing(instrument: Instrument, answered: Answered, skipped: frozenset[str]) -> tuple[str, ...]:
    """What is still to be answered; a part nobody began is not asked about."""
    plan, points = instrument.plan, answered.points
    if len(points) == len(plan.scored):
        return ()
    given = {*points, *answered.untested, *skipped}
    if plan.part_of:
        begun = {plan.part_of[key] for key in answered.values}
        return tuple(key for key in plan.scored if key not in given and plan.part_of[key] in begun)
    return tuple(key for key in plan.scored if key not in given)


def _subscores(
    instrument: Instrument, answered: Answered, skipped: frozenset[str]
) -> tuple[dict[str, int | None], dict[str, Band]]:
    found = {one.code: _sum(one.items, answered, skipped) for one in instrument.subscores}
    bands: dict[str, Band] = {}
    for key, counted in instrument.plan.of_part.items():
        total = _sum(counted, answered, skipped)
        if total is not None:
            found[key] = total
            bands[key] = instrument.band_sets[instrument.parts[key].bands].of(total)
        elif any(instrument.plan.part_of[name] == key for name in answered.values):
            found[key] = None
    return found, bands


def _sum(keys: tuple[str, ...], answered: Answered, skipped: frozenset[str]) -> int | None:
    total, points = 0, answered.points
    for key in keys:
        counted = points.get(key)
        if counted is not None:
            total += counted
        elif key not in skipped:
            return None
    return total


def _band(instrument: Instrument, answered: Answered, total: int | None, bands: BandSet | None) -> Band | None:
    if bands is None:
        return None
    if instrument.scoring is Scoring.HIGHEST:
        return bands.of(max(answered.points.values()))
    return None if total is None else bands.of(total)


def _alerts(
    instrument: Instrument, answered: Answered, subscores: Mapping[str, int | None], contradicting: tuple[str, ...]
) -> tuple[Alert, ...]:
    found = [
        Alert(rule.code, rule.severity, rule, _causes(rule, answered))
        for rule in instrument.alerts
        if _rings(rule, instrument, answered, subscores)
    ]
    if contradicting:
        urgent = sum(alert.severity is Severity.URGENT for alert in found)
        found.insert(urgent, Alert(CONTRADICTION, Severity.WARNING, None, contradicting))
    return tuple(found)


def _causes(rule: AlertRule, answered: Answered) -> tuple[str, ...]:
    """The answers that made an alert ring, where single answers do."""
    if rule.trigger is not Trigger.HIGHEST:
        return rule.items
    looked_at = rule.items or tuple(answered.points)
    return tuple(key for key in looked_at if answered.points.get(key, rule.limit - 1) >= rule.limit)


def _rings(
    rule: AlertRule, instrument: Instrument, answered: Answered, subscores: Mapping[str, int | None]
) -> bool:
    points = answered.points
    match rule.trigger:
        case Trigger.TOTAL_TO:
            return bool(answered.values) and _bound(instrument, points, 1) <= rule.limit
        case Trigger.MEASURED_TO:
            return any(int(answered.values[key]) <= rule.limit for key in rule.items if key in answered.values)
        case Trigger.COUNT:
            counted = [
                key for key in rule.items if key in points and points[key] >= rule.eased.get(key, rule.limit)
            ]
            return len(counted) >= rule.count and any(key in counted for key in rule.one_of)
        case _:
            reached = _reached(rule, instrument, points, subscores)
    return reached is not None and reached >= rule.limit and (rule.below is None or reached < rule.below)


def _reached(
    rule: AlertRule, instrument: Instrument, points: Mapping[str, int], subscores: Mapping[str, int | None]
) -> int | None:
    """What is compared with the rule's limit from below."""
    if rule.trigger is Trigger.SUBSCORE:
        return subscores[rule.subscore]
    if rule.trigger is Trigger.TOTAL_FROM:
        # At least so much it will be, whatever the open answers say.
        return _bound(instrument, points, 0) if points else None
    looked_at = [points[key] for key in rule.items if key in points] if rule.items else points.values()
    return max(looked_at, default=None)


def _bound(instrument: Instrument, points: Mapping[str, int], end: int) -> int:
    """The least (0) or greatest (1) total the open answers can still lead to."""
    total = sum(points.values())
    if len(points) == len(instrument.plan.scored):
        return total
    by_key = instrument.plan.by_key
    return total + sum(by_key[key].points_span[end] for key in instrument.plan.scored if key not in points)
