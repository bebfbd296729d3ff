"""Each list of codes, and the administrative units, as lists one can search; nothing here is changed by hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from facility_app.kernel.labels import label
from facility_app.kernel.paging import Look
from facility_app.modules.catalogues.domain import (
    CODE_LIST_LABELS,
    EVIDENCE_LABELS,
    PLACE_KIND_LABELS,
    Coded,
    CodeList,
    Place,
)
from facility_app.modules.catalogues.queries import (
    find_code,
    find_place,
    list_communes,
    list_provinces,
    search_codes,
    search_places,
)
from facility_app.modules.catalogues.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

CODE = label("catalogues_ui", "Mã")
TEXT = label("catalogues_ui", "Tên")
ALSO = label("catalogues_ui", "Còn gọi là")
MARKS = label("catalogues_ui", "Mã trong mẫu, phân loại")
SOURCE = label("catalogues_ui", "Nguồn")
EVIDENCE = label("catalogues_ui", "Mức tin cậy")
VALID = label("catalogues_ui", "Dùng được")
PLACES = label("catalogues_ui", "Tỉnh; xã, phường, đặc khu")
PROVINCE = label("catalogues_ui", "Tỉnh")
KIND = label("catalogues_ui", "Loại")
SEARCH = label("catalogues_ui", "Tìm tên hoặc mã, không cần dấu…")
SEARCH_PLACES = label("catalogues_ui", "Tên xã kèm tỉnh, hoặc mã. Ví dụ: tan lap ha noi")
NONE_FOUND = label("catalogues_ui", "Không có mục nào khớp. Hãy thử ít chữ hơn, hoặc gõ mã.")
NO_PLACE = label(
    "catalogues_ui",
    "Không có đơn vị nào khớp. Địa danh trước 01/07/2025 không có mã mới; ghi bằng chữ ở ô địa chỉ.",
)
MARK = label("catalogues_ui", "{form}: {code}")
MOST_PLACES = 500


@dataclass(frozen=True, slots=True)
class CodeReads:
    """One list of codes."""

    which: CodeList

    def spec(self) -> ListSpec[Coded]:
        """The list as data."""
        return ListSpec(
            id=f"catalogues.codes.{self.which}",
            title=CODE_LIST_LABELS[self.which],
            columns=(
                ColumnSpec("code", CODE, _code, width=100, is_paper_number=True),
                ColumnSpec("text", TEXT, _text, width=240, is_strong=True),
                ColumnSpec("also", ALSO, _also, width=150),
                ColumnSpec("marks", MARKS, _marks, width=160),
                ColumnSpec("source", SOURCE, _source, width=180, is_hidden=True),
                ColumnSpec("evidence", EVIDENCE, _evidence, width=150, tone=_evidence_tone),
                ColumnSpec("valid", VALID, _valid, width=130, is_hidden=True),
            ),
            ids=self._ids,
            rows=self._rows,
            row_id=_code,
            search=SEARCH,
            none_found=NONE_FOUND,
            is_public=True,
        )

    def _ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        return tuple(one.code for one in search_codes(uow, self.which, look.text))

    def _rows(self, uow: Any, wanted: Sequence[str]) -> tuple[Coded, ...]:
        found = (find_code(uow, self.which, code) for code in wanted)
        return tuple(one for one in found if one is not None)


def _code(row: Coded) -> str:
    return row.code


def _text(row: Coded) -> str:
    return tr(row.text)


def _also(row: Coded) -> str:
    return ", ".join(row.also)


def _marks(row: Coded) -> str:
    return ", ".join(tr(MARK, form=form, code=code) for form, code in row.marks.items())


def _source(row: Coded) -> str:
    return row.source


def _evidence(row: Coded) -> str:
    return tr(EVIDENCE_LABELS[row.evidence])


def _evidence_tone(row: Coded) -> Tone | None:
    return words.EVIDENCE_TONES[row.evidence]


def _valid(row: Coded) -> str:
    return words.span_text(row.span)


def _place_ids(uow: Any, look: Look) -> tuple[str, ...]:
    province = look.filters.get("province", "")
    if look.text.strip():
        found = search_places(uow, look.text, province, MOST_PLACES)
    else:
        found = list_communes(uow, province) if province else list_provinces(uow)
    return tuple(one.code for one in found)


def _place_rows(uow: Any, wanted: Sequence[str]) -> tuple[Place, ...]:
    found = (find_place(uow, code) for code in wanted)
    return tuple(one for one in found if one is not None)


def _provinces(uow: Any) -> Sequence[FilterOption]:
    return [FilterOption(one.code, one.full_name) for one in list_provinces(uow)]


def _place_code(row: Place) -> str:
    return row.code


def _place_name(row: Place) -> str:
    return row.full_name


def _place_kind(row: Place) -> str:
    return tr(PLACE_KIND_LABELS[row.kind])


def _place_province(row: Place) -> str:
    return "" if row.is_province else row.province_name


def _place_valid(row: Place) -> str:
    return words.span_text(row.span)


PLACE_LIST: ListSpec[Place] = ListSpec(
    id="catalogues.places",
    title=PLACES,
    columns=(
        ColumnSpec("code", CODE, _place_code, width=90, is_paper_number=True),
        ColumnSpec("name", TEXT, _place_name, width=236, is_strong=True),
        ColumnSpec("province", PROVINCE, _place_province, width=196),
        ColumnSpec("kind", KIND, _place_kind, width=110, gives_way=2),
        ColumnSpec("valid", VALID, _place_valid, width=150, gives_way=1),
    ),
    ids=_place_ids,
    rows=_place_rows,
    row_id=_place_code,
    filters=(FilterSpec("province", PROVINCE, ask=_provinces),),
    search=SEARCH_PLACES,
    none_found=NO_PLACE,
    is_public=True,
)
