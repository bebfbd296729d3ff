"""The list of detox protocols: templates with where they stand and how many people follow them."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from facility_app.kernel.labels import label
from facility_app.kernel.names import fold
from facility_app.kernel.paging import Look
from facility_app.modules.medication.domain.protocols import Protocol
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.queries.choices import name_substances
from facility_app.modules.medication.queries.desk import RunLine, list_running
from facility_app.modules.medication.queries.rules import RuleLine, list_rule_lines
from facility_app.modules.medication.ui import order_places as places
from facility_app.modules.medication.ui import order_words as words
from facility_app.modules.medication.ui import rule_words
from facility_app.ui.i18n import tr
from facility_app.ui.models import Align, ColumnSpec, ListSpec
from facility_app.ui.theme import Tone

TITLE: Final = label("medication", "Phác đồ cắt cơn")
RUNS: Final = label("medication", "Người đang theo phác đồ này")
NO_RUNS: Final = label("medication", "Chưa có ai theo phác đồ này.")
DAY_OF: Final = label("medication", "{day}/{days}")


@dataclass(frozen=True, slots=True)
class ProtocolShown:
    """A template as the screen shows it, and who follows it."""

    line: RuleLine
    protocol: Protocol
    runs: tuple[RunLine, ...] = field(default=(), repr=False)
    substance: str = ""

    @property
    def code(self) -> str:
        """Its code."""
        return self.line.row.code


def _read(uow: Any) -> tuple[ProtocolShown, ...]:
    runs = list_running(uow)
    lines = [(line, Protocol.of(line.row)) for line in list_rule_lines(uow, RuleList.PROTOCOL)]
    names = name_substances(uow, [protocol.substance for _, protocol in lines])
    found = []
    for line, protocol in lines:
        mine = tuple(run for run in runs if run.row.protocol.code == protocol.code)
        substance = names.get(protocol.substance)
        found.append(
            ProtocolShown(line, protocol, mine, protocol.substance if substance is None else tr(substance))
        )
    return tuple(found)


class ProtocolsKept:
    """The rows of the last reading: what was read for the order of the list is not read again for its lines."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._here: dict[str, ProtocolShown] = {}

    def ids(self, uow: Any, look: Look) -> tuple[str, ...]:
        """Codes in the order of the file."""
        typed = fold(look.text).split()
        self._here = {one.code: one for one in _read(uow)}
        return tuple(one.code for one in self._here.values() if _fits(one, typed))

    def rows(self, uow: Any, wanted: Sequence[str]) -> tuple[ProtocolShown, ...]:
        """Those of these codes."""
        here = self._here
        if not set(wanted) <= here.keys():
            here = {one.code: one for one in _read(uow)}
        return tuple(here[one] for one in wanted if one in here)


def _fits(one: ProtocolShown, typed: Sequence[str]) -> bool:
    names = " ".join(line.name for line in one.protocol.lines)
    text = fold(f"{tr(one.line.row.text)} {one.line.row.values['text']} {one.substance} {names}")
    return all(word in text for word in typed)


def _code(one: ProtocolShown) -> str:
    return one.code


def _name(one: ProtocolShown) -> str:
    return tr(one.line.row.text)


def _substance(one: ProtocolShown) -> str:
    return one.substance


def _days(one: ProtocolShown) -> str:
    return str(one.protocol.days)


def _state(one: ProtocolShown) -> str:
    return rule_words.state(one.line)


def _tone(one: ProtocolShown) -> Tone:
    return rule_words.state_tone(one.line)


def _people(one: ProtocolShown) -> str:
    return str(len(one.runs)) if one.runs else ""


def protocol_templates() -> ListSpec[ProtocolShown]:
    """The list."""
    kept = ProtocolsKept()
    return ListSpec(
        id=places.PROTOCOLS,
        title=TITLE,
        columns=(
            ColumnSpec("name", label("medication", "Phác đồ"), _name, width=388, is_strong=True, wraps=True),
            ColumnSpec("state", label("medication", "Trạng thái"), _state, width=142, tone=_tone),
            ColumnSpec("people", label("medication", "Số người"), _people, width=84, align=Align.END, gives_way=2),
            ColumnSpec("days", label("medication", "Số ngày"), _days, width=80, align=Align.END, gives_way=1),
            ColumnSpec("substance", label("medication", "Chất"), _substance, width=110, gives_way=3),
        ),
        ids=kept.ids,
        rows=kept.rows,
        row_id=_code,
        search=label("medication", "Tên phác đồ, chất, thuốc…"),
        empty=label("medication", "Chưa có phác đồ mẫu nào."),
        none_found=label("medication", "Không có phác đồ nào khớp. Hãy gõ ít chữ hơn."),
        tables=places.RULE_TABLES | {"protocol_run", "medicine_order", "resident_card"},
    )


def run_id(run: RunLine) -> str:
    """Its id."""
    return run.row.run_id


def _who(run: RunLine) -> str:
    return run.who.name


def _who_note(run: RunLine) -> str:
    return run.who.quiet


def _day(run: RunLine) -> str:
    return tr(DAY_OF, day=run.row.day, days=run.row.protocol.days)


def _counselled(one: RunLine) -> str:
    row = one.row
    return words.day(row.counselled_on) if row.counselled_on is not None else row.uncounselled_why or ""


def _started(run: RunLine) -> str:
    return words.day(run.row.started_on)


def _doctor(run: RunLine) -> str:
    return run.row.doctor


RUN_COLUMNS: Final[tuple[ColumnSpec[RunLine], ...]] = (
    ColumnSpec("name", label("terms", "Họ và tên"), _who, width=346, is_strong=True, note=_who_note),
    ColumnSpec("day", label("medication", "Ngày thứ"), _day, width=80),
    ColumnSpec("counselled", label("medication", "Tư vấn tâm lý"), _counselled, width=130, gives_way=1),
    ColumnSpec("started_on", label("medication", "Từ ngày"), _started, width=104, gives_way=2),
    ColumnSpec("doctor", label("medication", "Bác sĩ"), _doctor, width=130, gives_way=3),
)
