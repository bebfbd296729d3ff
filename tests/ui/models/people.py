"""A list of made-up people in memory, as a slice would offer one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from facility_app.kernel.errors import EnvironmentFault
from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.kernel.paging import Look, Sort
from facility_app.ui.models import Align, ColumnSpec, FilterOption, FilterSpec, ListSpec
from facility_app.ui.theme import Tone

SURNAMES = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng")
MIDDLES = ("Văn", "Thị", "Đức", "Minh")
GIVEN = ("An", "Bình", "Cường", "Dũng", "Hạnh", "Khánh", "Lâm", "Quỳnh", "Thảo")


@dataclass(frozen=True)
class PersonRow:
    """One row of the list."""

    id: str
    name: str
    code: str
    card_no: str
    zone: str
    balance: Money
    ends_on: date | None
    is_late: bool = False


def person(number: int) -> PersonRow:
    """The ``number``-th person; the same one every time."""
    name = f"{SURNAMES[number % 7]} {MIDDLES[number % 4]} {GIVEN[number % 9]}"
    ends_on = date(2026, 1 + number % 12, 1 + number % 28) if number % 5 else None
    code, card = f"26-{number:05}", f"0010{number:08}"
    return PersonRow(
        f"id{number:06}", name, code, card, "AB"[number % 2], Money(number * 1000), ends_on, number % 3 == 0
    )


@dataclass
class People:
    """The rows, and everything that was asked of them."""

    rows: dict[str, PersonRow] = field(default_factory=dict)
    ids_asked: list[Look] = field(default_factory=list)
    rows_asked: list[tuple[str, ...]] = field(default_factory=list)
    fault: EnvironmentFault | None = None

    def ids(self, _uow: object, look: Look) -> tuple[str, ...]:
        """Ids of the look."""
        self.ids_asked.append(look)
        if self.fault is not None:
            raise self.fault
        kept = [row for row in self.rows.values() if look.text.lower() in row.name.lower()]
        if zone := look.filters.get("zone"):
            kept = [row for row in kept if row.zone == zone]
        for sort in reversed(look.sorts):
            kept.sort(key=_KEYS[sort.key], reverse=sort.descending)
        return tuple(row.id for row in kept)

    def of(self, _uow: object, wanted: Sequence[str]) -> tuple[PersonRow, ...]:
        """The rows of these ids."""
        self.rows_asked.append(tuple(wanted))
        if self.fault is not None:
            raise self.fault
        return tuple(self.rows[one] for one in wanted if one in self.rows)


def _by_name(row: PersonRow) -> str:
    return f"{row.name.split()[-1]} {row.name}"


def _by_code(row: PersonRow) -> str:
    return row.code


_KEYS = {"name": _by_name, "code": _by_code}


def people(count: int) -> People:
    """So many people."""
    return People({row.id: row for row in map(person, range(count))})


def name(row: PersonRow) -> str:
    """For the column of names."""
    return row.name


def code(row: PersonRow) -> str:
    """For the note behind the name."""
    return row.code


def card_no(row: PersonRow) -> str:
    """For the column of cards."""
    return row.card_no


def balance(row: PersonRow) -> Money:
    """For sums."""
    return row.balance


def balance_text(row: PersonRow) -> str:
    """For the column of balances."""
    return row.balance.text()


def ends_on(row: PersonRow) -> date | None:
    """For spreadsheets."""
    return row.ends_on


def ends_text(row: PersonRow) -> str:
    """For the column of ends."""
    return f"{row.ends_on:%d/%m/%Y}" if row.ends_on else ""


def state_text(row: PersonRow) -> str:
    """For the chip."""
    return "quá hạn" if row.is_late else "đủ giấy"


def state_tone(row: PersonRow) -> Tone:
    """For the chip's colour."""
    return Tone.DANGER if row.is_late else Tone.OK


def zone(row: PersonRow) -> str:
    """For the column of zones."""
    return row.zone


COLUMNS: tuple[ColumnSpec[PersonRow], ...] = (
    ColumnSpec("name", label("test", "Người"), name, sort="name", width=240, note=code, is_strong=True),
    ColumnSpec("card", label("test", "Số căn cước"), card_no, width=140, is_paper_number=True),
    ColumnSpec("zone", label("test", "Phân khu"), zone, width=90, align=Align.CENTER),
    ColumnSpec(
        "balance", label("test", "Số dư"), balance_text, balance, width=130, align=Align.END, is_summed=True
    ),
    ColumnSpec("ends", label("test", "Hết hạn"), ends_text, ends_on, sort="code", width=110),
    ColumnSpec("code", label("test", "Mã"), code, sort="code", width=90, is_hidden=True),
    ColumnSpec("state", label("test", "Giấy tờ"), state_text, width=130, tone=state_tone),
)


def people_list(store: People) -> ListSpec[PersonRow]:
    """The list over ``store``."""
    zones = (FilterOption("A", label("test", "Khu A")), FilterOption("B", label("test", "Khu B")))
    return ListSpec(
        id="people",
        title=label("test", "Người cai nghiện"),
        columns=COLUMNS,
        ids=store.ids,
        rows=store.of,
        row_id=row_id,
        filters=(FilterSpec("zone", label("test", "Phân khu"), zones),),
        search=label("test", "Tìm theo tên hoặc số giấy tờ…"),
        default_sort=(Sort("code"),),
        tables=frozenset({"person"}),
        is_public=True,
    )


def row_id(row: PersonRow) -> str:
    """The id of a row."""
    return row.id
