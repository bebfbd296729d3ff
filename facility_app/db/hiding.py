"""Words that go from a record that was struck out, and are not written to the trail once more by their going."""

from collections.abc import Sequence

import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.base import Record
from facility_app.db.frozen import HIDDEN
from facility_app.db.uow import Act, UnitOfWork
from facility_app.kernel.privacy import Privacy


def hide_words(uow: UnitOfWork, act: Act, record: Record, columns: Sequence[str]) -> None:
    """Put ``HIDDEN`` in place of these texts of a record struck out before; the first says it, the rest are empty.

    The trail says that they went. A save of the record would write their words there as what stood before, by the
    class of a column they should never have stood in.
    """
    uow.session.flush()
    table = sa.inspect(record).mapper.local_table
    assert isinstance(table, sa.Table)  # noqa: S101 - a record is of a table
    values = dict.fromkeys(columns) | {columns[0]: HIDDEN}
    # By the connection: the session refuses what passes by the trail, which is told below.
    uow.session.connection().execute(sa.update(table).where(table.c.id == record.id).values(values))
    act.note(ValueChange(table.name, record.id, columns[0], Privacy.HIV, None, HIDDEN))
    uow.session.expire(record)
