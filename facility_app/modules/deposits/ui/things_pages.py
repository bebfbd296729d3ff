"""Sheets of things: those that come, one line for each kind, and those that go, pieces of what lies in store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial
from typing import Any, Final

from typing_extensions import override

from facility_app.kernel.labels import label
from facility_app.kernel.typed import Bounds
from facility_app.modules.deposits.domain import VIEW_DEPOSITS
from facility_app.modules.deposits.domain.belongings import (
    ACT_KIND_LABELS,
    MOST_PIECES,
    OUT,
    ActKind,
    ItemFacts,
)
from facility_app.modules.deposits.papers import act_paper
from facility_app.modules.deposits.queries.accounts import Account, get_account
from facility_app.modules.deposits.queries.things import ItemRow, list_items
from facility_app.modules.deposits.service.belongings import (
    HandOut,
    TakeInBelongings,
    hand_out,
    take_in_belongings,
)
from facility_app.modules.deposits.service.store import Going
from facility_app.modules.deposits.ui import fields, places
from facility_app.modules.deposits.ui.fields import add_signing, shown, signing_of
from facility_app.modules.deposits.ui.words import joined, options
from facility_app.ui.forms.beginning import Shown, new_form
from facility_app.ui.forms.choice_fields import CodeField
from facility_app.ui.forms.usual import line
from facility_app.ui.grid.columns import SheetRow, code_column, number_column, text_column
from facility_app.ui.grid.sheet_page import SheetPage
from facility_app.ui.i18n import tr
from facility_app.ui.printing.sheets import PlainPress, Sheets
from facility_app.ui.shell.spec import ActionSpec, PageContext, Route
from facility_app.ui.tasks.bound import bound

TAKE_IN_TITLE = label("deposits", "Nhận giữ đồ vật")
HAND_OUT_TITLE = label("deposits", "Trả, chuyển giao đồ vật")
SAVE_IN, SAVE_OUT = label("verbs", "Ghi và lập phiếu nhận giữ"), label("verbs", "Ghi và lập phiếu giao")
PRINT_LAST = label("verbs", "In phiếu vừa lập")
TO_LIST = label("verbs", "Mở danh sách Lưu ký")
TO_PERSON = label("verbs", "Mở sổ của người này")
NOTHING_YET = label("deposits", "Chưa lập phiếu nào ở đây.")
TAKEN = label("deposits", "Đã nhận giữ {count} đồ vật, phiếu {number}.")
HANDED = label("deposits", "Đã giao {count} đồ vật, phiếu {number}.")
EMPTY_STORE = label("deposits", "Không còn đồ vật nào của người này trong kho.")
EMPTY_HINT = label("deposits", "Mở danh sách Lưu ký để chọn người khác.")
NOBODY = label("deposits", "Chưa chọn người.")
NOBODY_HINT = label("deposits", "Mở danh sách Lưu ký, chọn người, rồi mở lại tờ này.")
WHAT = label("deposits", "Đồ vật")
COUNT = label("deposits", "Số lượng")
DESCRIPTION = label("deposits", "Đặc điểm")
CONDITION = label("deposits", "Tình trạng")
KEPT_IN = label("deposits", "Cất ở")
IN_BAG, LOOSE = label("deposits", "trong túi"), label("deposits", "để ngoài")
ALLOWED = label("deposits", "Được giữ")
YES, BANNED = label("deposits", "được giữ"), label("deposits", "đồ vật cấm")
BLANK_LINES: Final = 12
PIECES: Final = Bounds(0, Decimal(1), Decimal(MOST_PIECES))
FILE_NAME = "phieu do vat luu ky"


class _Printing(SheetPage):
    """What both sheets do with the act they have written."""

    _last = ""
    _resident_id = ""
    _sheets: Sheets
    _told = TAKEN

    @override
    def done(self, answer: Any) -> None:
        self._last = answer.act_id
        self.context.say(tr(self._told, count=answer.pieces, number=answer.number))
        self.ask()

    def print_last(self) -> None:
        """Show the paper of the act written last."""
        self._sheets.show(partial(_act_paper, self._last), FILE_NAME)

    def to_person(self) -> None:
        """Go to the person's ledger."""
        self.context.go(Route(places.PERSON, self._resident_id, {"tab": places.TAB}))

    @override
    def main_actions(self) -> tuple[ActionSpec, ...]:
        return (
            ActionSpec(
                "deposits.print_act",
                PRINT_LAST,
                self.print_last,
                "printer",
                "Ctrl+P",
                VIEW_DEPOSITS,
                self._why_not,
            ),
            ActionSpec(
                "deposits.open_person", TO_PERSON, self.to_person, "user", "", VIEW_DEPOSITS, self._why_nobody
            ),
        )

    def _why_not(self) -> str | None:
        return None if self._last else tr(NOTHING_YET)

    def _why_nobody(self) -> str | None:
        return None if self._resident_id else tr(NOBODY)


class TakeInPage(_Printing):
    """Things that come: blank lines under who brings them and where they go."""

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        form.add(
            fields.person_field(context, is_low=True),
            line("counterpart", label("deposits", "Người mang đến")),
            fields.past_day(context),
            spans=(6, 4, 2),
        )
        form.add(
            line("seal_no", label("deposits", "Số niêm phong của túi")),
            line("location", label("deposits", "Nơi cất giữ"), is_required=True),
            spans=(4, 8),
        )
        add_signing(form, is_low=True)
        columns = (
            text_column("what", WHAT, width=230),
            number_column("quantity", COUNT, bounds=PIECES),
            text_column("description", DESCRIPTION, width=230),
            text_column("condition", CONDITION, width=190),
            code_column("kept_in", KEPT_IN, (("t", "bag", IN_BAG), ("n", "loose", LOOSE))),
            code_column("allowed", ALLOWED, (("d", "yes", YES), ("c", "banned", BANNED)), width=120),
        )
        super().__init__(context, form, (label("deposits", "Dòng"),), columns, save_words=SAVE_IN, head_widths=())
        self._sheets = Sheets(context, press, self)

    @override
    def title_text(self) -> str:
        return tr(TAKE_IN_TITLE)

    @override
    def read(self, uow: Any) -> Account | None:
        return get_account(uow, self.route.record) if self.route.record else None

    @override
    def begin(self, seen: Account | None) -> Shown:
        self._resident_id = "" if seen is None else seen.resident_id
        return shown(resident_id=self._resident_id or None)

    @override
    def rows(self, seen: Account | None) -> Sequence[SheetRow]:
        return tuple(SheetRow(str(place), ("",)) for place in range(BLANK_LINES))

    @override
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        self._resident_id = values["resident_id"]
        items = tuple(_item(cells[row]) for row in sorted(cells, key=int) if any(cells[row].values()))
        command = TakeInBelongings(
            values["resident_id"],
            items,
            values["location"] or "",
            values["seal_no"] or "",
            signing_of(values),
            values["happened_on"],
            values["counterpart"] or "",
        )
        return bound(take_in_belongings, command)


@dataclass(frozen=True, slots=True)
class InStore:
    """Whose things, and those that are here."""

    account: Account
    items: tuple[ItemRow, ...] = field(repr=False)


class HandOutPage(_Printing):
    """Things that go: what lies in store of one person, with how many pieces leave."""

    _told = HANDED

    def __init__(self, press: PlainPress, context: PageContext) -> None:
        """Nothing read yet."""
        form = new_form()
        kinds = {kind: ACT_KIND_LABELS[kind] for kind in OUT}
        form.add(
            CodeField("kind", label("deposits", "Giao thế nào"), options=options(kinds), is_required=True),
            line("counterpart", label("deposits", "Người nhận, chứng kiến")),
            fields.past_day(context),
            spans=(4, 6, 2),
        )
        form.add(
            line("new_seal_no", label("deposits", "Niêm phong mới nếu mở túi")),
            line("paper_number", label("deposits", "Số biên bản")),
            line("reason", label("deposits", "Lý do tiêu hủy, chuyển giao")),
            spans=(4, 3, 5),
        )
        add_signing(form, is_low=True)
        columns = (
            number_column("quantity", label("deposits", "Giao"), bounds=PIECES),
            text_column("condition", label("deposits", "Tình trạng khi giao")),
        )
        heads = (WHAT, label("deposits", "Đang giữ"), label("deposits", "Đặc điểm, nơi cất"))
        super().__init__(context, form, heads, columns, save_words=SAVE_OUT, head_widths=(80, 330))
        self._sheets = Sheets(context, press, self)

    @override
    def title_text(self) -> str:
        name = "" if self._seen is None else self._seen.account.name
        return joined(tr(HAND_OUT_TITLE), name)

    @override
    def read(self, uow: Any) -> InStore | None:
        if not self.route.record:
            return None
        items = list_items(uow, self.route.record)
        return InStore(get_account(uow, self.route.record), tuple(one for one in items if one.is_in_store))

    @override
    def begin(self, seen: InStore) -> Shown:
        self._resident_id = seen.account.resident_id
        return shown(kind=ActKind.HANDED_BACK)

    @override
    def rows(self, seen: InStore | None) -> Sequence[SheetRow]:
        return () if seen is None else tuple(map(_row, seen.items))

    @override
    def nothing(self) -> tuple[str, str]:
        if self._seen is None:
            return tr(NOBODY), tr(NOBODY_HINT)
        return tr(EMPTY_STORE), tr(EMPTY_HINT)

    @override
    def way_on(self) -> str:
        return tr(TO_LIST)

    @override
    def command(
        self, values: Mapping[str, Any], cells: Mapping[str, Mapping[str, Any]]
    ) -> Callable[[Any], object]:
        goings = tuple(
            Going(item, int(cell["quantity"]), cell["condition"] or "")
            for item, cell in cells.items()
            if cell["quantity"]
        )
        command = HandOut(
            self._resident_id,
            ActKind(values["kind"]),
            goings,
            values["new_seal_no"] or "",
            signing_of(values),
            values["happened_on"],
            values["counterpart"] or "",
            values["paper_number"] or "",
            values["reason"] or "",
        )
        return bound(hand_out, command)

    @override
    def begin_elsewhere(self) -> None:
        self.context.go(Route(places.LIST))


def _item(cell: Mapping[str, Any]) -> ItemFacts:
    return ItemFacts(
        cell["what"] or "",
        1 if cell["quantity"] is None else int(cell["quantity"]),
        cell["description"] or "",
        cell["condition"] or "",
        cell["kept_in"] != "loose",
        cell["allowed"] == "banned",
    )


def _row(item: ItemRow) -> SheetRow:
    where = joined(item.description, item.seal_no, item.location)
    return SheetRow(item.belonging_id, (item.what, str(item.left), where))


def _act_paper(act_id: str, uow: Any) -> Any:
    return act_paper(uow, act_id)
