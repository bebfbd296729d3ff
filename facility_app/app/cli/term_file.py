"""The input of ``term``, read strictly: what is not understood is refused with case, field and rule."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Final, TypeVar

from facility_app.app.cli.json_file import read_json, shown
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.stays.domain import (
    CountsAs,
    EventKind,
    ExitCode,
    Paper,
    StayType,
    TermCase,
    TermEvent,
)

EnumT = TypeVar("EnumT", bound=StrEnum)

CASE_KEYS: Final = (
    "id",
    "legal_regime",
    "stay_type",
    "date_of_birth",
    "term_start_on",
    "decided_months",
    "custody_until",
    "document",
    "events",
    "on",
)
_SPAN: Final = ("kind", "from", "to", "document")
EVENT_KEYS: Final[dict[EventKind, tuple[str, ...]]] = {
    **dict.fromkeys(EventKind, _SPAN),
    EventKind.REMAND: (*_SPAN, "counts_as"),
    EventKind.REDUCTION: ("kind", "on", "months", "days", "document"),
    EventKind.DECISION_CHANGED: ("kind", "on", "decided_months", "document"),
    EventKind.END: ("kind", "on", "exit_code", "document"),
}
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_LONGEST: Final = 200

NOT_JSON: Final = label(
    "errors",
    "Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một danh sách các trường hợp, bảng mã UTF-8.",
)
UNKNOWN_KEY: Final = label("errors", "{place}: không có mục “{key}”. Các mục nhận được: {known}.")
NOT_A_LIST: Final = label("errors", "{place}: phải là một danh sách (JSON array).")
NOT_AN_OBJECT: Final = label("errors", "{place}: phải là một nhóm giá trị có tên (JSON object).")
MISSING: Final = label("errors", "{place}: thiếu giá trị. Hãy bổ sung.")
NOT_A_DAY: Final = label("errors", "{place}: “{value}” không phải ngày dạng năm-tháng-ngày, ví dụ 2026-08-01.")
NOT_A_NUMBER: Final = label("errors", "{place}: “{value}” không phải số nguyên.")
NOT_A_TEXT: Final = label("errors", "{place}: phải là chữ, từ 1 đến {most} ký tự.")
NOT_A_CHOICE: Final = label("errors", "{place}: không có giá trị “{value}”. Các giá trị nhận được: {known}.")


@dataclass(frozen=True, slots=True)
class Asked:
    """One case with the day it is asked for."""

    case: TermCase
    on: date


def read_cases(file: Path) -> list[Asked]:
    """The cases of a file, in order.

    Raises:
        UserError: ``term_file_unreadable`` or one of the sentences above, each with the place it means.
        EnvironmentFault: ``term_file_missing``, or what the disk says.
    """
    rows = _Reader("", read_json(file, "term", NOT_JSON)).rows()
    return [_case(row) for row in rows]


@dataclass(frozen=True, slots=True)
class _Reader:
    """One value of the document with the place it stands at."""

    place: str
    value: object

    def refuse(self, code: str, template: Label, **params: object) -> UserError:
        """A refusal that names the place."""
        return UserError(code, template, fields={self.place: template}, place=self.place or "[ ]", **params)

    def rows(self) -> "list[_Reader]":
        """The values of a list."""
        if not isinstance(self.value, list):
            raise self.refuse("term_not_list", NOT_A_LIST)
        return [_Reader(f"{self.place}[{number}]", value) for number, value in enumerate(self.value, 1)]

    def group(self, known: Sequence[str]) -> "dict[str, _Reader]":
        """The values of an object; only known keys, nulls left out."""
        if not isinstance(self.value, Mapping):
            raise self.refuse("term_not_object", NOT_AN_OBJECT)
        for key in self.value:
            if key not in known:
                raise self.refuse("term_unknown_key", UNKNOWN_KEY, key=shown(key), known=tuple(known))
        return {
            key: _Reader(f"{self.place}.{key}", value) for key, value in self.value.items() if value is not None
        }

    def day(self) -> date:
        """A day."""
        if isinstance(self.value, str) and _DAY.fullmatch(self.value):
            try:
                return date.fromisoformat(self.value)
            except ValueError:
                pass
        raise self.refuse("term_bad_date", NOT_A_DAY, value=shown(self.value))

    def whole(self) -> int:
        """A whole number; true and false are none."""
        if type(self.value) is not int:
            raise self.refuse("term_bad_number", NOT_A_NUMBER, value=shown(self.value))
        return self.value

    def text(self) -> str:
        """Some letters."""
        if not isinstance(self.value, str) or not 1 <= len(self.value.strip()) <= _LONGEST:
            raise self.refuse("term_bad_text", NOT_A_TEXT, most=_LONGEST)
        return self.value.strip()

    def choice(self, kind: type[EnumT]) -> EnumT:
        """A member of a closed list."""
        known = [str(member.value) for member in kind]
        if not isinstance(self.value, str) or self.value not in known:
            raise self.refuse("term_bad_choice", NOT_A_CHOICE, value=shown(self.value), known=tuple(known))
        return kind(self.value)


def _need(group: Mapping[str, _Reader], key: str, place: str) -> _Reader:
    found = group.get(key)
    if found is None:
        missing = _Reader(f"{place}.{key}", None)
        raise missing.refuse("term_missing", MISSING)
    return found


def _case(row: _Reader) -> Asked:
    named = row.value.get("id") if isinstance(row.value, Mapping) else None
    if isinstance(named, str) and named.strip():
        row = _Reader(shown(named), row.value)
    group, place = row.group(CASE_KEYS), row.place
    months = _optional_whole(group, "decided_months")
    stay_type = _need(group, "stay_type", place).choice(StayType)
    events = group["events"].rows() if "events" in group else []
    case = TermCase(
        id=_need(group, "id", place).text(),
        legal_regime=_need(group, "legal_regime", place).choice(LegalRegime),
        stay_type=stay_type,
        term_start_on=_need(group, "term_start_on", place).day(),
        decided_months=months if stay_type.has_term else months or None,
        events=tuple(_event(event) for event in events),
        date_of_birth=_optional_day(group, "date_of_birth"),
        paper=_paper(group),
        custody_until=_optional_day(group, "custody_until"),
    )
    return Asked(case, _need(group, "on", place).day())


def _event(row: _Reader) -> TermEvent:
    named = row.value.get("kind") if isinstance(row.value, Mapping) else row.group(())
    if named is None:
        raise _Reader(f"{row.place}.kind", None).refuse("term_missing", MISSING)
    kind = _Reader(f"{row.place}.kind", named).choice(EventKind)
    group = row.group(EVENT_KEYS[kind])
    first = "from" if "from" in EVENT_KEYS[kind] else "on"
    return TermEvent(
        kind=kind,
        from_on=_need(group, first, row.place).day(),
        to_on=_optional_day(group, "to"),
        paper=_paper(group),
        decided_months=_optional_whole(group, "decided_months"),
        months=_optional_whole(group, "months"),
        days=_optional_whole(group, "days"),
        exit_code=group["exit_code"].choice(ExitCode) if "exit_code" in group else None,
        counts_as=group["counts_as"].choice(CountsAs) if "counts_as" in group else None,
    )


def _paper(group: Mapping[str, _Reader]) -> Paper | None:
    if "document" not in group:
        return None
    row = group["document"]
    parts = row.group(("number", "date"))
    return Paper(_need(parts, "number", row.place).text(), _need(parts, "date", row.place).day())


def _optional_day(group: Mapping[str, _Reader], key: str) -> date | None:
    return group[key].day() if key in group else None


def _optional_whole(group: Mapping[str, _Reader], key: str) -> int | None:
    return group[key].whole() if key in group else None
