"""What a person's custody comes to: everything the tab shows, read in one go, and its few figures."""

from dataclasses import dataclass, field
from typing import Any

from facility_app.kernel.labels import label
from facility_app.kernel.money import Money
from facility_app.modules.deposits.domain.supplies import Owed
from facility_app.modules.deposits.queries.accounts import Account, EntryRow, Kept, get_account, list_entries
from facility_app.modules.deposits.queries.owing import GivenRow, list_given, list_owed
from facility_app.modules.deposits.queries.things import ActRow, BagRow, ItemRow, list_acts, list_bags, list_items
from facility_app.modules.deposits.ui import words
from facility_app.ui.i18n import tr
from facility_app.ui.theme import Tone
from facility_app.ui.widgets import KeyValue


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the tab shows, read in one go."""

    account: Account
    entries: tuple[EntryRow, ...] = field(repr=False)
    items: tuple[ItemRow, ...] = field(repr=False)
    bags: tuple[BagRow, ...] = field(repr=False)
    acts: tuple[ActRow, ...] = field(repr=False)
    owed: tuple[Owed, ...] = field(repr=False)
    given: tuple[GivenRow, ...] = field(repr=False)

    @property
    def open_bag(self) -> BagRow | None:
        """The bag in store, the newest of several."""
        return next((one for one in self.bags if one.opened_on is None), None)


def read_seen(resident_id: str, uow: Any) -> Seen:
    """Everything about one person."""
    owed = list_owed(uow, [resident_id])
    return Seen(
        get_account(uow, resident_id),
        list_entries(uow, resident_id),
        list_items(uow, resident_id),
        list_bags(uow, resident_id),
        list_acts(uow, resident_id),
        owed[0].owed if owed else (),
        list_given(uow, resident_id),
    )


def _held_figures(kept: Kept) -> tuple[KeyValue, ...]:
    """Of whoever has a share of labour: what of the balance stays, and what may go now."""
    if kept.held == Money(0):
        return ()
    return (
        KeyValue(tr(label("deposits", "Trong đó giữ đến khi chấp hành xong")), words.amount(kept.held)),
        KeyValue(tr(label("deposits", "Được dùng")), words.amount(kept.free)),
    )


def figures_of(seen: Seen) -> tuple[KeyValue, ...]:
    """What is kept, what is still to be issued, and what the person was not told yet."""
    kept = seen.account.kept
    untold = sum(one.needs_telling for one in seen.entries)
    left = sum(one.left > 0 for one in seen.owed)
    things = str(kept.pieces) if kept.pieces else ""
    if kept.forbidden:
        things = words.joined(things, f"{tr(words.FORBIDDEN)}: {kept.forbidden}")
    tone = Tone.DANGER if seen.account.has_left and kept.is_anything else None
    bag = seen.open_bag
    return (
        KeyValue(tr(label("deposits", "Số dư")), words.amount(kept.balance), tone),
        *_held_figures(kept),
        KeyValue(tr(label("deposits", "Đồ vật đang giữ")), things, tone if kept.pieces else None),
        KeyValue(
            tr(label("deposits", "Túi niêm phong")),
            words.joined(", ".join(kept.seals), "" if bag is None else bag.location),
        ),
        KeyValue(
            tr(label("deposits", "Còn được cấp phát")),
            tr(label("deposits", "{count} loại"), count=left) if left else "",
        ),
        *((KeyValue(tr(words.UNTOLD), str(untold), Tone.WARNING),) if untold else ()),
    )
