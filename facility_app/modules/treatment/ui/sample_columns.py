"""The list of drug tests: its columns, its filter by what each waits for."""

from collections.abc import Callable
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.samples import TEST_STATE_LABELS
from facility_app.modules.treatment.queries.samples import SampleRow, list_sample_ids, list_sample_rows
from facility_app.modules.treatment.ui.record_words import at_soon
from facility_app.modules.treatment.ui.sample_card import STATE_TONES
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

PAGE: Final = "treatment.samples"
TITLE = label("treatment", "Xét nghiệm ma túy")
EMPTY = label("treatment", "Chưa có xét nghiệm nào. Bấm “Quyết định xét nghiệm”.")
TABLES: Final = frozenset({"drug_test", "drug_test_result", "custody_step", "drug_test_kit"})


def sample_spec(now: Callable[[], Any]) -> ListSpec[SampleRow]:
    """The list."""

    def ordered(row: SampleRow) -> str:
        return at_soon(row.test.ordered_at, now())

    return ListSpec(
        id=PAGE,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("terms", "Họ và tên"), _name, width=272, is_strong=True, note=_code),
            ColumnSpec("state", label("treatment", "Tình trạng"), _state, width=262, tone=_tone),
            ColumnSpec("sample", label("treatment", "Số mẫu"), _sample_no, width=84, is_paper_number=True),
            ColumnSpec("at", label("treatment", "Quyết định"), ordered, width=104, gives_way=1),
        ),
        ids=list_sample_ids,
        rows=list_sample_rows,
        row_id=_row_id,
        filters=(
            FilterSpec(
                "state",
                label("treatment", "Tình trạng"),
                tuple(FilterOption(one, text) for one, text in TEST_STATE_LABELS.items()),
            ),
        ),
        search=None,
        empty=EMPTY,
        tables=TABLES | {"resident_card"},
    )


def _row_id(row: SampleRow) -> str:
    return row.test_id


def _name(row: SampleRow) -> str:
    return row.name


def _code(row: SampleRow) -> str:
    return row.code


def _state(row: SampleRow) -> str:
    return tr(TEST_STATE_LABELS[row.state])


def _tone(row: SampleRow) -> Tone:
    return STATE_TONES[row.state]


def _sample_no(row: SampleRow) -> str:
    return row.test.sample_no or ""
