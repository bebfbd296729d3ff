"""The facility's keys, and the list of whom it believes."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.audit import plain_facts
from facility_app.db.uow import UnitOfWork, require
from facility_app.modules.exchange.domain import KEEP_TRUST
from facility_app.modules.exchange.queries.status import Books, PublicKeys, public_keys
from facility_app.modules.exchange.tables import SyncKey, SyncTrust
from facility_app.sync import sealing, signing, trust
from facility_app.sync.trust import Trust

KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class TakeTrust:
    """A list the province signed.

    Attributes:
        document: as it came.
        pinned: root keys compared on paper; for the first list.
        threshold: how many of them must have signed it.
    """

    document: bytes = field(repr=False)
    pinned: tuple[bytes, ...] = ()
    threshold: int = 2


def make_keys(uow: UnitOfWork) -> PublicKeys:
    """The facility's keys, made where there are none; the trail names their public halves only."""
    require(uow, KEEP_TRUST)
    known = Books(uow.session).key()
    if known is not None:
        return public_keys(known)
    secret = uow.ports.random(KEY_BYTES)
    identity, recipient = sealing.new_identity()
    public = signing.public_of(secret)
    made, now, by = uow.new_id(), uow.now, uow.actor.user_id
    with uow.act("exchange.make_keys") as act:
        act.table, act.record_id = SyncKey.__tablename__, made
        for fact in plain_facts({"public_key": public.hex(), "recipient": recipient}):
            act.note(fact)
        # Not by a record: its values would be written to the trail, and these are secret.
        uow.session.execute(
            sa.insert(SyncKey).values(
                id=made,
                signing_public=public,
                age_recipient=recipient,
                signing_secret=secret,
                age_identity=identity,
                created_at=now,
                created_by=by,
                updated_at=now,
                updated_by=by,
                version=1,
            )
        )
    found = Books(uow.session).key()
    assert found is not None  # noqa: S101 - it was written above
    return public_keys(found)


def take_trust(uow: UnitOfWork, command: TakeTrust) -> Trust:
    """Believe a newer list; the one in use stays when this one is refused.

    Raises:
        BundleRefused: ``H_TRUST``.
    """
    require(uow, KEEP_TRUST)
    current = Books(uow.session).trust()
    new = trust.accept(command.document, current, command.pinned, command.threshold)
    if new == current:
        return new
    with uow.act("exchange.take_trust") as act:
        for fact in plain_facts({"number": str(new.version), "expires": new.expires.date().isoformat()}):
            act.note(fact)
        uow.add(SyncTrust(number=new.version, document=command.document.decode()))
    return new
