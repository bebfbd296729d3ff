"""One facility, one province, sticks lost, doubled and mixed up, and restores nobody tells of (goi-v1 §3.7).

Only the rules are real here: :mod:`facility_app.sync.history` and :mod:`facility_app.sync.streams`. A schedule is
bad when the province ends with other rows than the facility and nobody was told, or when somebody is told of a
restore that never was. The same rules weakened in the two ways the design names must be caught being bad.
"""

import hashlib
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from random import Random
from typing import Final

from facility_app.sync import history, streams
from facility_app.sync.header import Epoch, Group, Header, Kind
from facility_app.sync.manifest import Boundary, Manifest
from facility_app.sync.streams import StreamState, Verdict
from tests.proof.counted import Counted, Scale

SEED: Final = 20_261_123
SCHEDULES: Final = {Scale.SHORT: 600, Scale.LONG: 20_000}
ROWS: Final = 6
LAST_ROUNDS: Final = 4


class Rules(StrEnum):
    """The rules as written, and two weaker ones."""

    WRITTEN = "written"
    ONLY_FROM = "digest at the beginning only"
    ONLY_END = "only the end is recorded"


@dataclass(frozen=True, slots=True)
class Change:
    """A row was given a value, or its value was typed once more."""

    row: int
    value: int


@dataclass(frozen=True, slots=True)
class Sent:
    """A bundle on its way."""

    header: Header
    sha256: str
    manifest: Manifest
    rows: Mapping[int, tuple[int, int]]


@dataclass
class Facility:
    """The file, as far as bundles ask: what a restore takes back is all of it."""

    log: list[Change] = field(default_factory=list)
    points: dict[int, str] = field(default_factory=dict)
    acked: int = 0
    seq: int = 0
    prev: str | None = None

    def copy(self) -> "Facility":
        return replace(self, log=list(self.log), points=dict(self.points))

    def values(self) -> dict[int, int]:
        return {change.row: change.value for change in self.log}


@dataclass
class Province:
    """What was applied, and the state the rules keep."""

    state: StreamState = field(default_factory=StreamState)
    rows: dict[int, tuple[int, int]] = field(default_factory=dict)
    flagged: bool = False


EPOCH: Final = Epoch(1, "9f" * 16)
HEADER: Final = Header(
    app="model",
    bundle_id="01" * 16,
    clock="ok",
    created=datetime(2026, 11, 23, tzinfo=UTC),
    crit=(),
    epoch=EPOCH,
    facility="G01.79.1",
    group=Group("02" * 16, 1, 1),
    kind=Kind.DATA,
    payload_sha256="0" * 64,
    payload_size=1,
    prev=None,
    seq=1,
    signer="ed25519:" + "0" * 16,
    stream="P2@province",
    suite="S1",
    to=("age:" + "0" * 16,),
)
MANIFEST: Final = Manifest(
    facility=HEADER.facility,
    stream=HEADER.stream,
    epoch=EPOCH,
    seq=1,
    signer=HEADER.signer,
    to=HEADER.to,
    group=HEADER.group,
    profile="P2",
    profile_rev=1,
    schema=("vn.facility", "1.0"),
    start=0,
    end=0,
    boundaries=(),
    is_full=False,
    files=(),
    counts={},
)


def export(facility: Facility, chance: Random) -> Sent:
    """What the facility writes now: everything after what was acknowledged."""
    end, points = len(facility.log), facility.points
    points.setdefault(0, history.beginning(EPOCH))
    if end not in points:
        last = max(points)
        digest = points[last]
        for chg in range(last + 1, end + 1):
            digest = history.extended(digest, chg, "row", str(facility.log[chg - 1].row), "U")
        points[end] = history.checkpoint(digest, chance.randbytes)
    start = facility.acked
    facility.seq += 1
    header = replace(HEADER, seq=facility.seq, prev=facility.prev)
    boundaries = tuple(Boundary(chg, points[chg]) for chg in sorted(points) if start <= chg <= end)
    said = f"{facility.seq}|{facility.prev}|{boundaries}|{chance.random()}"
    facility.prev = hashlib.sha256(said.encode()).hexdigest()
    manifest = replace(MANIFEST, seq=facility.seq, start=start, end=end, boundaries=boundaries)
    rows = {facility.log[chg - 1].row: (chg, facility.log[chg - 1].value) for chg in range(start + 1, end + 1)}
    return Sent(header, facility.prev, manifest, rows)


def decide(state: StreamState, sent: Sent, rules: Rules) -> Verdict:
    """By the rules as written or as weakened."""
    if rules is not Rules.ONLY_FROM:
        return streams.decide(state, sent.header, sent.sha256, sent.manifest)
    known = state.boundaries if state.epoch is not None else {0: history.beginning(EPOCH)}
    if sent.manifest.end <= state.cursor:
        return Verdict.DUPLICATE
    if sent.manifest.start > state.cursor:
        return Verdict.GAP
    first = sent.manifest.boundaries[0]
    return Verdict.APPLY if known.get(first.chg) == first.digest else Verdict.ROLLBACK


def deliver(province: Province, sent: Sent, rules: Rules) -> None:
    """The province takes a stick in."""
    verdict = decide(province.state, sent, rules)
    province.state = streams.noted(province.state, sent.header, sent.sha256)
    if verdict.freezes:
        province.flagged = True
    if verdict is not Verdict.APPLY or province.flagged:
        return
    kept = sent.manifest
    if rules is Rules.ONLY_END:
        kept = replace(kept, boundaries=kept.boundaries[-1:])
    province.state = streams.applied(province.state, sent.header, sent.sha256, kept)
    for row, (chg, value) in sent.rows.items():
        if chg > province.rows.get(row, (0, 0))[0]:
            province.rows[row] = chg, value


def acknowledge(facility: Facility, cursor: int, digest: str) -> bool:
    """The facility reads a receipt; False when it names a place this file never was at."""
    if facility.points.get(cursor) != digest:
        return False
    facility.acked = cursor
    return True


def play(chance: Random, rules: Rules) -> tuple[bool, bool, bool]:
    """One schedule.

    Returns:
        Whether a restore happened, whether somebody was told, and whether the rows differ at the end.
    """
    facility, province = Facility(), Province()
    saved = facility.copy()
    way: list[Sent] = []
    receipts: list[tuple[int, str]] = []
    told = restored = False
    restores = chance.random() < 0.7

    def work() -> None:
        for _ in range(chance.randint(1, 4)):
            facility.log.append(Change(chance.randrange(ROWS), chance.randrange(3)))

    def hand_over() -> None:
        if way:
            sent = way[chance.randrange(len(way))] if chance.random() < 0.6 else way.pop()
            deliver(province, sent, rules)
            receipts.append(receipt())

    def receipt() -> tuple[int, str]:
        cursor = province.state.cursor
        return cursor, province.state.boundaries.get(cursor, history.beginning(EPOCH))

    for _ in range(chance.randint(10, 60)):
        step = chance.random()
        if step < 0.35:
            work()
        elif step < 0.55:
            way.append(export(facility, chance))
        elif step < 0.8:
            hand_over()
        elif step < 0.9 and receipts:
            told |= not acknowledge(facility, *receipts[chance.randrange(len(receipts))])
        elif step < 0.95:
            saved = facility.copy()
        elif restores and len(facility.log) > len(saved.log):
            facility, restored = saved.copy(), True
    for _ in range(LAST_ROUNDS):
        deliver(province, export(facility, chance), rules)
        told |= not acknowledge(facility, *receipt())
    differ = {row: value for row, (_chg, value) in province.rows.items()} != facility.values()
    return restored, told or province.flagged, differ


def sync_model(scale: Scale) -> Counted:
    """Play every schedule by each rule."""
    began = time.monotonic()
    counts: dict[str, int] = {"schedules": SCHEDULES[scale]}
    found: dict[Rules, Counter[str]] = {}
    for rules in Rules:
        found[rules] = tally(rules, SCHEDULES[scale])
    written = found[Rules.WRITTEN]
    counts |= {name: written[name] for name in ("restored", "told", "silent", "false alarms")}
    counts["silent when weakened"] = found[Rules.ONLY_FROM]["silent"]
    counts["false alarms when weakened"] = found[Rules.ONLY_END]["false alarms"]
    holds = (
        not written["silent"]
        and not written["false alarms"]
        and written["told"] > 0
        and counts["silent when weakened"] > 0
        and counts["false alarms when weakened"] > 0
    )
    return Counted("sync-model", counts, holds, time.monotonic() - began)


def tally(rules: Rules, schedules: int) -> Counter[str]:
    """How the schedules ended."""
    found: Counter[str] = Counter()
    for number in range(schedules):
        restored, told, differ = play(Random(SEED + number), rules)
        found["restored"] += restored
        found["told"] += told
        found["silent"] += differ and not told
        found["false alarms"] += told and not restored
    return found
