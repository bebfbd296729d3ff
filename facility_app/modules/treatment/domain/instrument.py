"""A rating instrument (thang đánh giá) as data: its items, bands, alerts, licence, whose wording it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from facility_app.kernel.labels import Label, label
from facility_app.kernel.shipped import Evidence
from facility_app.modules.treatment.domain.instrument_items import Item, Measure, Text, Value

CONTEXT: Final = "instruments"
"""Context of the words in instruments; their English stands beside them."""


class WordingStatus(StrEnum):
    """Bản dịch: whose Vietnamese wording it is; only an official one may be printed as such."""

    OFFICIAL = "official"
    FACILITY_DRAFT = "facility_draft"


WORDING_LABELS: dict[WordingStatus, Label] = {
    WordingStatus.OFFICIAL: label("terms", "Bản dịch chính thức"),
    WordingStatus.FACILITY_DRAFT: label("terms", "Bản dịch nháp của cơ sở"),
}


class Rater(StrEnum):
    """Người đánh giá: who gives the answers."""

    STAFF = "staff"
    SELF = "self"


class Scoring(StrEnum):
    """Cách tính điểm: how answers become a result."""

    SUM = "sum"
    HIGHEST = "highest"
    BY_PART = "by_part"


class Severity(StrEnum):
    """Mức cảnh báo: how loudly an alert speaks."""

    URGENT = "urgent"
    WARNING = "warning"
    NOTE = "note"


SEVERITY_LABELS: dict[Severity, Label] = {
    Severity.URGENT: label("terms", "Khẩn cấp"),
    Severity.WARNING: label("terms", "Cần chú ý"),
    Severity.NOTE: label("terms", "Lưu ý"),
}


@dataclass(frozen=True, slots=True)
class Band:
    """A range of totals with a name.

    Attributes:
        code: stable name.
        least: first total of it; it ends where the next begins.
        text: what people read.
    """

    code: str
    least: int
    text: Text


@dataclass(frozen=True, slots=True)
class BandSet:
    """Bands that belong together; a facility uses one set of an instrument.

    Attributes:
        code: stable name.
        bands: in rising order.
        evidence: how they are known.
        source: where from.
    """

    code: str
    bands: tuple[Band, ...]
    evidence: Evidence
    source: str

    def of(self, total: int) -> Band:
        """The band a total lies in."""
        found = self.bands[0]
        for band in self.bands:
            if total < band.least:
                break
            found = band
        return found


@dataclass(frozen=True, slots=True)
class Part:
    """A part that is scored by itself: a substance of ASSIST.

    Attributes:
        key: its letter.
        text: its name.
        bands: the set it is read with.
    """

    key: str
    text: Text
    bands: str


@dataclass(frozen=True, slots=True)
class Subscore:
    """A sum of some items.

    Attributes:
        code: stable name.
        items: what is summed.
        text: what people read.
        evidence: how it is known.
    """

    code: str
    items: tuple[str, ...]
    text: Text
    evidence: Evidence


class Trigger(StrEnum):
    """What an alert listens to."""

    HIGHEST = "highest"
    TOTAL_FROM = "total_from"
    TOTAL_TO = "total_to"
    SUBSCORE = "subscore"
    MEASURED_TO = "measured_to"
    COUNT = "count"


@dataclass(frozen=True, slots=True)
class AlertRule:
    """When somebody must be told.

    Attributes:
        code: stable name; several instruments may raise the same alert.
        severity: how loudly.
        trigger: what it listens to.
        limit: points, total or smallest unit of a measured value.
        below: for points and totals: not at or above this.
        items: what it looks at; all for none.
        subscore: the subscore it looks at.
        count: how many items must reach ``limit``.
        eased: item → points enough for that item.
        one_of: at least one of these must be among those counted.
        text: what people read.
        evidence: how the rule is known.
    """

    code: str
    severity: Severity
    trigger: Trigger
    limit: int
    text: Text
    evidence: Evidence
    below: int | None = None
    items: tuple[str, ...] = ()
    subscore: str = ""
    count: int = 0
    eased: Mapping[str, int] = field(default_factory=dict)
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What scoring looks up again and again, worked out once.

    Attributes:
        by_key: item by its key.
        plain: item → its options as they are stored → what is kept and counted; the way of nearly every answer.
        names: other names of a key → the key.
        scored: keys of the items that count.
        part_of: item → part; empty without parts.
        of_part: part → keys that count in it.
        skips: (item, option) → items made needless by it.
        defaults: item → option taken when nothing is said.
        measured: items answered by a measured value.
    """

    by_key: Mapping[str, Item]
    plain: Mapping[str, Mapping[Value, tuple[Value, int | None]]]
    names: Mapping[str, str]
    scored: tuple[str, ...]
    part_of: Mapping[str, str]
    of_part: Mapping[str, tuple[str, ...]]
    skips: tuple[tuple[str, Value, tuple[str, ...]], ...]
    defaults: tuple[tuple[str, Value], ...]
    measured: tuple[tuple[str, Measure], ...]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One version of an instrument.

    Attributes:
        code: stable name.
        version: counts up when anything in the definition changes.
        digest: SHA-256 of the whole definition; kept with each score.
        title: its name.
        rater: who answers.
        scoring: how it is scored.
        has_total: whether there is one number for the whole.
        items: the questions, in order.
        parts: parts scored by themselves.
        band_sets: by code; the first is used where the facility chose none.
        subscores: sums of some items.
        alerts: rules.
        reference_period: the time the questions are about.
        period_may_vary: another period may be meant, and is kept with the answers.
        wording: whose Vietnamese it is.
        licence: licence line, printed with the instrument.
        licence_evidence: how the licence is known.
        source: where the items are from.
        evidence: how the items are known.
        limits: whom it is not meant for.
        plan: for scoring.
    """

    code: str
    version: int
    digest: str
    title: Text
    rater: Rater
    scoring: Scoring
    has_total: bool
    items: tuple[Item, ...]
    parts: Mapping[str, Part]
    band_sets: Mapping[str, BandSet]
    subscores: tuple[Subscore, ...]
    alerts: tuple[AlertRule, ...]
    reference_period: Text
    period_may_vary: bool
    wording: WordingStatus
    licence: Text
    licence_evidence: Evidence
    source: str
    evidence: Evidence
    limits: tuple[Text, ...]
    plan: Plan = field(repr=False, compare=False)

    @property
    def is_official(self) -> bool:
        """Whether its wording may be printed as an official translation."""
        return self.wording is WordingStatus.OFFICIAL

    @property
    def span(self) -> tuple[int, int] | None:
        """Least and greatest total; None where there is none."""
        if not self.has_total:
            return None
        spans = [item.points_span for item in self.items if item.is_scored]
        return sum(least for least, _ in spans), sum(most for _, most in spans)
