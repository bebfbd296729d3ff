"""How far a receipt moves what a facility knows to have arrived (goi-v1 §3.12, ADR 0027). Pure."""

from dataclasses import dataclass

from facility_app.sync.header import Epoch
from facility_app.sync.receipts import Receipt, Result, Stage


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of one stream in the present life of the file.

    Attributes:
        epoch: of the file.
        acked: the last change that is known to have arrived.
        is_known: whether anything of this life is; else a full bundle goes.
    """

    epoch: Epoch
    acked: int
    is_known: bool


def accounts_for_rows(receipt: Receipt) -> bool:
    """Whether it answers for each row of a group that was applied."""
    return receipt.stage is Stage.APPLIED and receipt.result in {Result.OK, Result.PARTIAL}


def moved(standing: Standing, start: int, end: int, receipt: Receipt, *, is_newest: bool) -> Standing:
    """Where the stream stands after a receipt that is believed.

    Up goes it to the end of what was answered for, never by the receiver's cursor alone: a receipt that was lost
    may have named rows on that way. Down it goes to the cursor of a receiver that was put back.

    Args:
        standing: before it.
        start: where the range of the bundle it answers begins.
        end: where it ends.
        receipt: for a bundle of this life.
        is_newest: whether no later receipt of the stream was taken.
    """
    acked, is_known = standing.acked, standing.is_known
    # The first bundles of a life are full: they begin at 0, and so does what is known.
    if accounts_for_rows(receipt) and start <= acked and (end > acked or not is_known):
        acked, is_known = max(acked, end), True
    if is_newest and is_known:
        if receipt.cursor_epoch != standing.epoch.id:  # a receiver put back to before this life began
            acked, is_known = 0, False
        elif receipt.cursor < acked:
            acked = receipt.cursor
    return Standing(standing.epoch, acked, is_known)
