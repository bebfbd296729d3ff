"""The list of rules: what waits for an approval first, then table by table."""

from collections.abc import Sequence
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.medication.domain.rules import RULE_LIST_LABELS, RuleList
from facility_app.modules.medication.queries.rules import RuleLine, list_rule_lines
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import rule_words
from facility_app.ui.i18n import tr
from facility_app.ui.models import ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE: Final = label("medication", "Bảng quy tắc")
TABLES: Final = tuple(one for one in RuleList if one is not RuleList.PROTOCOL)
"""Protocols have a page of their own."""
TABLE: Final = label("medication", "Bảng")
STATE: Final = label("medication", "Trạng thái")
WAITING, APPROVED, OFF = "waiting", "approved", "off"


def line_id(line: RuleLine) -> str:
    """Table and code."""
    return f"{line.row.rule_list.value}:{line.row.code}"


def _ids(uow: Any, look: Look) -> tuple[str, ...]:
    table, state, typed = look.filters.get("table", ""), look.filters.get("state", ""), fold(look.text).split()
    found = [
        line
        for line in list_rule_lines(uow, *TABLES)
        if table in {"", line.row.rule_list.value} and state in {"", _state_key(line)} and _fits(line, typed)
    ]
    return tuple(line_id(line) for line in found)


def _rows(uow: Any, wanted: Sequence[str]) -> tuple[RuleLine, ...]:
    here = {line_id(line): line for line in list_rule_lines(uow, *TABLES)}
    return tuple(here[one] for one in wanted if one in here)


def _state_key(line: RuleLine) -> str:
    if line.is_waiting:
        return WAITING
    return OFF if line.row.is_off else APPROVED


def _fits(line: RuleLine, typed: Sequence[str]) -> bool:
    values = line.newest.values
    text = fold(
        " ".join((line.substance, tr(line.newest.text), values["text"], values.get("english", ""), line.row.code))
    )
    return all(word in text for word in typed)


def _text(line: RuleLine) -> str:
    return rule_words.title(line)


def _table(line: RuleLine) -> str:
    return tr(RULE_LIST_LABELS[line.row.rule_list])


def _figures(line: RuleLine) -> str:
    return rule_words.figures(line.newest)


def _severity(line: RuleLine) -> str:
    return rule_words.severity(line.newest)


def _state(line: RuleLine) -> str:
    return rule_words.state(line)


def _tone(line: RuleLine) -> Tone:
    return rule_words.state_tone(line)


def _by(line: RuleLine) -> str:
    return line.row.approved_by


RULES: Final[ListSpec[RuleLine]] = ListSpec(
    id=places.RULES,
    title=TITLE,
    columns=(
        ColumnSpec("text", label("medication", "Quy tắc"), _text, width=400, is_strong=True, is_instruction=True),
        ColumnSpec("state", STATE, _state, width=152, tone=_tone),
        ColumnSpec("figures", label("medication", "Mức"), _figures, width=150, is_instruction=True),
        ColumnSpec("severity", label("medication", "Mức độ"), _severity, width=150, gives_way=2),
        ColumnSpec("table", TABLE, _table, width=130, gives_way=3),
        ColumnSpec("by", label("medication", "Người phê duyệt"), _by, width=140, gives_way=1),
    ),
    ids=_ids,
    rows=_rows,
    row_id=line_id,
    filters=(
        FilterSpec("table", TABLE, tuple(FilterOption(one.value, RULE_LIST_LABELS[one]) for one in TABLES)),
        FilterSpec(
            "state",
            STATE,
            (
                FilterOption(WAITING, rule_words.NOT_APPROVED),
                FilterOption(APPROVED, rule_words.APPROVED),
                FilterOption(OFF, rule_words.IS_OFF),
            ),
        ),
    ),
    search=label("medication", "Chữ của quy tắc, tên thuốc…"),
    empty=label("medication", "Chưa có quy tắc nào."),
    none_found=label("medication", "Không có quy tắc nào khớp. Hãy bỏ bớt bộ lọc hoặc gõ ít chữ hơn."),
    tables=places.RULE_TABLES,
)
