"""The file of ``import residents --map``, read strictly: columns, shared values, who is who."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from facility_app.app.cli.places import require_file
from facility_app.db.durable import as_fault
from facility_app.kernel.errors import EnvironmentFault, UserError
from facility_app.kernel.labels import Label, label
from facility_app.modules.intake.domain.roster import RosterChoices, RowDecision, Sameness, Shared
from facility_app.modules.intake.domain.roster_fields import RosterField
from facility_app.modules.stays.domain.types import AdmissionReason, StayType

KEYS: Final = ("sheet", "header_row", "columns", "shared", "decisions")
SHARED_KEYS: Final = ("stay_type", "reason", "decision", "decided_on", "authority", "months", "admitted_on")
_DAYS: Final = ("decided_on", "admitted_on")

NOT_THERE: Final = label("errors", "Không có tệp {file}. Hãy kiểm tra tên tệp và thư mục.")
NOT_JSON: Final = label(
    "errors", "Tệp {file} không phải JSON hợp lệ (dòng {line}). Hãy ghi một nhóm giá trị, bảng mã UTF-8."
)
BAD_MAP: Final = label("errors", "Tệp {file}, mục {place}: không nhận “{value}”. Nhận được: {known}.")
A_TEXT: Final = label("errors", "chữ")
A_GROUP: Final = label("errors", "một nhóm giá trị có tên (JSON object)")
A_DAY: Final = label("errors", "ngày dạng năm-tháng-ngày, ví dụ 2026-08-01")
A_NUMBER: Final = label("errors", "số nguyên từ 1")
A_DECISION: Final = label("errors", '“other”, “skip” hoặc {{"same": "mã hồ sơ"}}')


def read_map(file: Path | None) -> RosterChoices:
    """What the file says; nothing is chosen without one.

    Raises:
        UserError: ``map_unreadable``, ``bad_map`` with the place it means.
        EnvironmentFault: ``map_missing``, or what the disk says.
    """
    if file is None:
        return RosterChoices()
    require_file(file)
    try:
        found = json.loads(file.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise EnvironmentFault("map_missing", NOT_THERE, file=file) from None
    except OSError as error:
        raise as_fault(error, file.name) from error
    except json.JSONDecodeError as error:
        raise UserError("map_unreadable", NOT_JSON, file=file.name, line=error.lineno) from None
    except (ValueError, RecursionError):
        raise UserError("map_unreadable", NOT_JSON, file=file.name, line=1) from None
    return _Map(file.name).choices(found)


class _Map:
    """The values of one file, each checked at its place."""

    def __init__(self, name: str) -> None:
        self._name = name

    def choices(self, found: object) -> RosterChoices:
        top = self._group("[ ]", found, KEYS)
        return RosterChoices(
            self._text("sheet", top.get("sheet")),
            self._number("header_row", top.get("header_row")) or 0,
            self._columns(top.get("columns")),
            self._shared(top.get("shared")),
            self._decisions(top.get("decisions")),
        )

    def _columns(self, found: object) -> dict[str, str]:
        made = {}
        for column, name in self._group("columns", found).items():
            if not (name is None or (isinstance(name, str) and name in {"", *RosterField})):
                place = f"columns.{column}"
                raise self._bad(place, name, ", ".join(RosterField))
            made[column] = str(name or "")
        return made

    def _shared(self, found: object) -> Shared:
        group = self._group("shared", found, SHARED_KEYS)
        kind, reason = group.get("stay_type"), group.get("reason")
        if not (kind is None or (isinstance(kind, str) and kind in set(StayType))):
            raise self._bad("shared.stay_type", kind, ", ".join(StayType))
        if not (reason is None or (isinstance(reason, str) and reason in set(AdmissionReason))):
            raise self._bad("shared.reason", reason, ", ".join(AdmissionReason))
        days = {name: self._day(f"shared.{name}", group.get(name)) for name in _DAYS}
        return Shared(
            str(kind or ""),
            str(reason or ""),
            self._text("shared.decision", group.get("decision")),
            days["decided_on"],
            self._text("shared.authority", group.get("authority")),
            self._number("shared.months", group.get("months")),
            days["admitted_on"],
        )

    def _decisions(self, found: object) -> dict[int, RowDecision]:
        made = {}
        for row, said in self._group("decisions", found).items():
            place = f"decisions.{row}"
            if not (row.isascii() and row.isdigit()):
                raise self._bad(place, row, A_NUMBER)
            if isinstance(said, Mapping) and [*said] == ["same"] and isinstance(said["same"], str):
                made[int(row)] = RowDecision(Sameness.SAME, said["same"].strip())
            elif isinstance(said, str) and said in {Sameness.OTHER, Sameness.SKIP}:
                made[int(row)] = RowDecision(Sameness(said))
            else:
                raise self._bad(place, said, A_DECISION.format())
        return made

    def _group(self, place: str, found: object, known: tuple[str, ...] | None = None) -> Mapping[str, object]:
        if found is None:
            return {}
        if not isinstance(found, Mapping):
            raise self._bad(place, found, A_GROUP)
        for key in found:
            if known is not None and key not in known:
                raise self._bad(place, key, ", ".join(known))
        return found

    def _text(self, place: str, found: object) -> str:
        if found is not None and not isinstance(found, str):
            raise self._bad(place, found, A_TEXT)
        return (found or "").strip()

    def _number(self, place: str, found: object) -> int | None:
        if found is not None and (type(found) is not int or found < 1):
            raise self._bad(place, found, A_NUMBER)
        return found if isinstance(found, int) else None

    def _day(self, place: str, found: object) -> date | None:
        if found is None:
            return None
        try:
            return date.fromisoformat(str(found))
        except ValueError:
            raise self._bad(place, found, A_DAY) from None

    def _bad(self, place: str, value: object, known: "str | Label") -> UserError:
        return UserError("bad_map", BAD_MAP, file=self._name, place=place, value=str(value)[:60], known=known)
