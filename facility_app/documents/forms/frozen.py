"""A payload as bytes that never change: what is stored with the number, hashed for the code, and read back."""

import hashlib
import json
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from facility_app.documents.forms.fields import Cell, FieldType, PartialDate, Payload, Value, is_empty
from facility_app.documents.forms.spec import FormSpec
from facility_app.kernel.dates import parse_utc, utc_text

_WHOLE_DAY: Final = len("2026-11-22")


def canonical(payload: Payload) -> bytes:
    """The payload as one text in UTF-8: names in order, words composed, instants in UTC, nothing empty in it.

    Raises:
        ValueError: an instant without a zone.
    """
    kept = {name: _plain(value) for name, value in payload.items() if not is_empty(value)}
    return json.dumps(kept, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(payload: Payload) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(payload)).hexdigest()


def restore(spec: FormSpec, data: bytes) -> Payload:
    """The payload ``canonical`` wrote, typed again as the form declares it.

    Raises:
        ValueError: the bytes are not such a text.
    """
    read = json.loads(data)
    if not isinstance(read, dict):
        message = "a payload is one object"
        raise ValueError(message)
    return {name: _typed(spec, name, value) for name, value in read.items()}


def _plain(value: Value) -> object:
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    if isinstance(value, datetime):
        return utc_text(value)
    if isinstance(value, date | PartialDate):
        return value.iso if isinstance(value, PartialDate) else value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Sequence):
        return [_row(one) if isinstance(one, Mapping) else _plain(one) for one in value]
    return value


def _typed(spec: FormSpec, name: str, value: object) -> Value:
    field = spec.fields.get(name)
    match field.type if field is not None else FieldType.TEXT, value:
        case FieldType.DATE, str(text):
            return date.fromisoformat(text)
        case FieldType.BIRTH, str(text):
            return date.fromisoformat(text) if len(text) == _WHOLE_DAY else PartialDate.of_iso(text)
        case FieldType.DATETIME, str(text):
            return parse_utc(text)
        case FieldType.DECIMAL, str(text):
            return Decimal(text)
        case _, list(items):
            return tuple(items)
        case _, str() | int():
            return value
    message = f"{name}: a stored value of an unknown kind"
    raise ValueError(message)


def _row(row: Mapping[str, Cell]) -> dict[str, object]:
    return {key: _plain(one) for key, one in row.items() if not is_empty(one)}
