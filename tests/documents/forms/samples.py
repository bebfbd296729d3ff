"""Every form, a fictional payload for each, and the official wording to compare with."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

from facility_app.app.paths import resources_folder
from facility_app.documents.forms.fields import FieldSpec, FieldType, Payload, Value
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.printing import render
from facility_app.documents.forms.spec import FormSpec, Line, Wall
from facility_app.documents.forms.wording import deciding
from tests.documents.reading import FONTS

LIBRARY = FormLibrary.load(resources_folder() / "forms")
GOLDEN = Path(__file__).parents[2] / "golden" / "forms"
IDS = tuple(sorted(path.stem for path in GOLDEN.glob("*.txt")))
"""The forms of the decree; a slice may bring others, whose wording is its own."""
RECEIVED = frozenset({"V-20", "V-22", "V-32", "V-33", "V-48", "V-53", "I-02", "III-05"})
AT = datetime(2026, 11, 3, 2, 5, tzinfo=UTC)
"""09:05 on 03/11/2026 here."""

KNOWN: Mapping[str, Value] = {
    "place_name": "Đồng Nai",
    "document_number": "05",
    "document_symbol": "CSCNMTS1",
    "document_date": date(2026, 2, 3),
    "parent_agency_name": "Công an tỉnh Đồng Nai",
    "facility_name": "Cơ sở cai nghiện ma túy số 1",
    "facility_short_name": "số 1",
    "full_name": "Nguyễn Thị Ánh Nguyệt",
    "signer_name": "Trần Văn Đức",
    "signer_office": "Trưởng cơ sở",
    "signer_position": "Phó Trưởng cơ sở",
    "signer_rank": "Thượng tá",
    "signer_authority": "kt",
    "gender": "female",
    "id_number": "075190012345",
    "height_m": Decimal("1.65"),
    "weight_kg": Decimal("58.5"),
}


def value_of(field: FieldSpec, place: int) -> Value:
    """A value unlike those of the other fields."""
    if field.name in KNOWN:
        return KNOWN[field.name]
    codes = tuple(field.choices or ())
    made: dict[FieldType, Value] = {
        FieldType.TEXT: f"Đáp {place} Ễ",
        FieldType.DATE: date(2027, 1 + place % 12, 1 + place % 28),
        FieldType.BIRTH: date(1980, 1 + place % 12, 1 + place % 28),
        FieldType.DATETIME: AT,
        FieldType.INT: 10 + place,
        FieldType.COUNT: 1 + place % 9,
        FieldType.DECIMAL: Decimal(place) / 10,
        FieldType.MONEY: 1_000_000 + place,
        FieldType.CHOICE: codes[place % len(codes)] if codes else "",
        FieldType.CHOICES: codes[:2],
        FieldType.LIST: (f"mục {place}a", f"mục {place}b", f"mục {place}c"),
        FieldType.ROWS: tuple({one.name: f"ô {one.name} {n}" for one in field.columns} for n in (1, 2)),
        FieldType.BOOL: True,
    }
    return made[field.type]


def filled(spec: FormSpec) -> Payload:
    """Every placeholder filled."""
    return {name: value_of(field, place) for place, (name, field) in enumerate(spec.fields.items())}


def undecided(spec: FormSpec) -> Payload:
    """Every placeholder filled but those that choose between the official alternatives: all of them stand."""
    lines = [line for part in spec.parts for line in part.lines if isinstance(line, Line)]
    chosen = {name for line in lines for name in deciding(line.text) if spec.fields[name].choices}
    return {name: value for name, value in filled(spec).items() if name not in chosen}


def nothing(_spec: FormSpec) -> Payload:
    """No placeholder filled."""
    return {}


@cache
def printed(form_id: str, payload_of: Callable[[FormSpec], Payload], wall: Wall = Wall.OPEN) -> bytes:
    """A form on paper, filled by one of the functions above; set once for all tests that look at it."""
    spec = LIBRARY.get(form_id)
    return render(spec, payload_of(spec), FONTS, parts=wall)
