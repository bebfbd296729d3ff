"""What was published about each instrument, typed here from the references, never read from the data."""

from collections.abc import Mapping

from facility_app.app.paths import resources_folder
from facility_app.app.shelf import ResourceShelf
from facility_app.modules.treatment.domain import Instrument, Score, instruments, score

Sets = Mapping[str, tuple[object, ...]]

FIVE = (0, 1, 2, 3, 4)
FOUR = (0, 1, 2, 3)
EIGHT = (0, 1, 2, 3, 4, 5, 6, 7)

ALLOWED: dict[str, Sets] = {
    "COWS": {
        "1": (0, 1, 2, 4),
        "2": (0, 1, 2, 3, 4),
        "3": (0, 1, 3, 5),
        "4": (0, 1, 2, 5),
        "5": (0, 1, 2, 4),
        "6": (0, 1, 2, 4),
        "7": (0, 1, 2, 3, 5),
        "8": (0, 1, 2, 4),
        "9": (0, 1, 2, 4),
        "10": (0, 1, 2, 4),
        "11": (0, 3, 5),
    },
    "CIWA-Ar": {**{str(item): EIGHT for item in range(1, 10)}, "10": FIVE},
    "SOWS": {str(item): FIVE for item in range(1, 17)},
    "AUDIT": {**{str(item): FIVE for item in range(1, 9)}, "9": (0, 2, 4), "10": (0, 2, 4)},
    "PHQ-9": {str(item): FOUR for item in range(1, 10)},
    "GAD-7": {str(item): FOUR for item in range(1, 8)},
    "BPRS": {str(item): (1, 2, 3, 4, 5, 6, 7) for item in range(1, 19)},
    "GCS": {"E": (1, 2, 3, 4), "V": (1, 2, 3, 4, 5), "M": (1, 2, 3, 4, 5, 6)},
}
"""What each item that counts allows; the numbers are the points."""

NOT_COUNTED = {"BPRS": (0,), "GCS": ("NT",)}
"""Allowed too, but leave no total."""

SPANS = {
    "COWS": (0, 48),
    "CIWA-Ar": (0, 67),
    "SOWS": (0, 64),
    "AUDIT": (0, 40),
    "PHQ-9": (0, 27),
    "GAD-7": (0, 21),
    "BPRS": (18, 126),
    "GCS": (3, 15),
}
"""Published least and greatest total."""

EDGES: dict[tuple[str, str | None], dict[str, tuple[int, int]]] = {
    ("COWS", None): {
        "none": (0, 4),
        "mild": (5, 12),
        "moderate": (13, 24),
        "moderately_severe": (25, 36),
        "severe": (37, 48),
    },
    ("CIWA-Ar", "camcops"): {"mild": (0, 7), "moderate": (8, 14), "severe": (15, 67)},
    ("CIWA-Ar", "asam"): {"mild": (0, 9), "moderate": (10, 18), "severe": (19, 67)},
    ("SOWS", None): {"none": (0, 0), "mild": (1, 10), "moderate": (11, 20), "severe": (21, 64)},
    ("AUDIT", None): {"zone_1": (0, 7), "zone_2": (8, 15), "zone_3": (16, 19), "zone_4": (20, 40)},
    ("PHQ-9", None): {
        "minimal": (0, 4),
        "mild": (5, 9),
        "moderate": (10, 14),
        "moderately_severe": (15, 19),
        "severe": (20, 27),
    },
    ("GAD-7", None): {"minimal": (0, 4), "mild": (5, 9), "moderate": (10, 14), "severe": (15, 21)},
    ("GCS", None): {"severe": (3, 8), "moderate": (9, 12), "mild": (13, 15)},
}
"""(Instrument, set of bands) → band → its first and last total."""

NEWS2_POINTS: dict[str, tuple[tuple[float, int], ...]] = {
    "rr": ((0, 3), (8, 3), (9, 1), (11, 1), (12, 0), (20, 0), (21, 2), (24, 2), (25, 3), (60, 3)),
    "spo2": ((50, 3), (91, 3), (92, 2), (93, 2), (94, 1), (95, 1), (96, 0), (100, 0)),
    "sbp": ((40, 3), (90, 3), (91, 2), (100, 2), (101, 1), (110, 1), (111, 0), (219, 0), (220, 3), (300, 3)),
    "pulse": (
        *((20, 3), (40, 3), (41, 1), (50, 1), (51, 0), (90, 0)),
        *((91, 1), (110, 1), (111, 2), (130, 2), (131, 3), (250, 3)),
    ),
    "temp": (
        *((30.0, 3), (35.0, 3), (35.1, 1), (36.0, 1), (36.1, 0), (38.0, 0)),
        *((38.1, 1), (39.0, 1), (39.1, 2), (42.5, 2)),
    ),
}
NEWS2_SCALE_2: dict[str, tuple[tuple[int, int], ...]] = {
    "air": ((70, 3), (83, 3), (84, 2), (85, 2), (86, 1), (87, 1), (88, 0), (92, 0), (93, 0), (97, 0), (100, 0)),
    "o2": (
        *((70, 3), (83, 3), (84, 2), (85, 2), (86, 1), (87, 1), (88, 0), (92, 0)),
        *((93, 1), (94, 1), (95, 2), (96, 2), (97, 3), (100, 3)),
    ),
}
WELL: dict[str, object] = {
    "rr": 16,
    "spo2": 98,
    "oxygen": "air",
    "sbp": 120,
    "pulse": 70,
    "consciousness": "A",
    "temp": 36.8,
}
"""Somebody whose NEWS2 is 0."""

ASSIST_WEIGHTS: dict[int, tuple[int, ...]] = {
    2: (0, 2, 3, 4, 6),
    3: (0, 3, 4, 5, 6),
    4: (0, 4, 5, 6, 7),
    5: (0, 5, 6, 7, 8),
    6: (0, 3, 6),
    7: (0, 3, 6),
}

LIBRARY = instruments(ResourceShelf(resources_folder() / "catalogues"))


def instrument(code: str) -> Instrument:
    return LIBRARY.get(code)


def scored(code: str, answers: Mapping[str, object], bands: str | None = None) -> Score:
    return score(LIBRARY.get(code), answers, bands)


def with_total(code: str, total: int) -> dict[str, int]:
    """Answers of every item that add up to ``total``, found from the published sets alone."""
    return _adding_up([(key, tuple(map(_whole, values))) for key, values in ALLOWED[code].items()], total)


def _whole(value: object) -> int:
    assert isinstance(value, int)
    return value


def _adding_up(items: list[tuple[str, tuple[int, ...]]], total: int) -> dict[str, int]:
    reached: dict[int, dict[str, int]] = {0: {}}
    for key, values in items:
        found: dict[int, dict[str, int]] = {}
        for so_far, answers in reached.items():
            for value in values:
                found.setdefault(so_far + value, {**answers, key: value})
        reached = found
    return reached[total]
