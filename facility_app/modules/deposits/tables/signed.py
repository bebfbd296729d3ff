"""Columns of every record that two people sign, and how a table says that its rows stay as they are."""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped

from facility_app.db.base import SyncedRecord, kept
from facility_app.db.counted import COUNTED_MARK, Counting
from facility_app.db.frozen import frozen
from facility_app.db.types import ID_LENGTH
from facility_app.kernel.faults import LINE_LIMIT
from facility_app.kernel.privacy import Privacy
from facility_app.modules.deposits.domain.signing import NoSignature, Signer

STAMPS = ("created_at", "created_by", "voided_at", "voided_by", "void_reason")
"""Never set but when a row is written: no row of custody is struck out, a counter-row cancels it."""


class OfResident(SyncedRecord):
    """A record about one person."""

    __abstract__ = True

    resident_id: Mapped[str] = kept(
        Privacy.IDENTITY, sa.String(ID_LENGTH), sa.ForeignKey("resident.id"), index=True, sort_order=-8
    )


class Signed(OfResident):
    """A record about one person that two people signed.

    Attributes:
        officer_name: who received or handed over, as written that day.
        signer: the second signature; NULL where the person is told afterwards.
        witness_name: who signed in place of the person; ``no_signature`` why.
    """

    __abstract__ = True

    officer_name: Mapped[str] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT), sort_order=80)
    signer: Mapped[Signer | None] = kept(Privacy.ADMIN, sort_order=80)
    witness_name: Mapped[str | None] = kept(Privacy.IDENTITY, sa.String(LINE_LIMIT), sort_order=80)
    no_signature: Mapped[NoSignature | None] = kept(Privacy.ADMIN, sort_order=80)


SIGNATURES = ("officer_name", "signer", "witness_name", "no_signature")


def for_good(
    columns: Iterable[str],
    *,
    once: tuple[str, ...] = (),
    keys: tuple[tuple[str, ...], ...] = (),
    rules: tuple[Counting, ...] = (),
) -> dict[str, dict[str, Any]]:
    """The last entry of ``__table_args__`` of a table whose rows never change; arguments as ``frozen``."""
    made = frozen("home", *columns, *STAMPS, once=once, keys=keys)
    return {"info": {**made["info"], COUNTED_MARK: rules}}
