"""The keys codes are sealed and checked with: made when first needed, replaced, handed out, taken in."""

from dataclasses import dataclass, field

import sqlalchemy as sa

from facility_app.db.audit import ValueChange
from facility_app.db.uow import UnitOfWork, require, require_reason
from facility_app.documents.signed_qr import PaperMark, new_signing_key, public_key, seal
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import label
from facility_app.kernel.names import tidy_name
from facility_app.kernel.privacy import Privacy
from facility_app.modules.catalogues.api import get_facility
from facility_app.modules.correspondence.domain import ISSUE_PAPERS, KEEP_KEYS
from facility_app.modules.correspondence.domain.events import SealedSheet
from facility_app.modules.correspondence.tables.books import SigningKey

PUBLIC_KEY_BYTES = 32


@dataclass(frozen=True, slots=True)
class PublicKey:
    """What another facility or the province checks this facility's papers with.

    Attributes:
        facility_code: whose it is.
        key: 32 bytes; no secret.
    """

    facility_code: str
    facility_name: str
    key: bytes


@dataclass(frozen=True, slots=True)
class TrustKey:
    """Another facility's public key, and by what way it came."""

    facility_code: str
    facility_name: str
    key: bytes
    reason: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys within one unit of work.

    Attributes:
        uow: one that writes.
    """

    uow: UnitOfWork

    def current(self) -> bytes:
        """The private key that seals now; made in a verb of its own when there is none."""
        k = SigningKey
        asked = sa.select(k.private_key).where(
            k.private_key.is_not(None), k.retired_at.is_(None), k.voided_at.is_(None)
        )
        found = self.uow.session.scalar(asked.order_by(k.id.desc()).limit(1))
        return self.make() if found is None else found

    def make(self) -> bytes:
        """A new pair of this facility; the trail names its public half only."""
        private = new_signing_key(self.uow.ports.random)
        key_id, now, by = self.uow.new_id(), self.uow.now, self.uow.actor.user_id
        with self.uow.act("correspondence.make_key") as act:
            act.table, act.record_id = SigningKey.__tablename__, key_id
            note = (
                SigningKey.__tablename__,
                key_id,
                "public_key",
                Privacy.PUBLIC,
                None,
                public_key(private).hex(),
            )
            act.note(ValueChange(*note))
            self.uow.session.execute(
                sa.insert(SigningKey).values(
                    id=key_id,
                    facility_code=self.uow.home,
                    public_key=public_key(private),
                    private_key=private,
                    created_at=now,
                    created_by=by,
                    updated_at=now,
                    updated_by=by,
                    version=1,
                )
            )
        return private


def seal_sheet(uow: UnitOfWork, sheet: SealedSheet) -> str:
    """The code of a sheet that is no issued paper: checked as theirs is, by whoever has the public key."""
    require(uow, ISSUE_PAPERS)
    made = PaperMark(uow.home, sheet.record_id, sheet.form_id, sheet.number, sheet.made_on, sheet.digest)
    return seal(made, Keys(uow).current())


def export_public_key(uow: UnitOfWork) -> PublicKey:
    """The public half of the key that seals now, for whoever checks papers of this facility elsewhere."""
    require(uow, KEEP_KEYS)
    with uow.act("correspondence.export_public_key"):
        key = public_key(Keys(uow).current())
    facility = get_facility(uow)
    return PublicKey(uow.home, facility.name, key)


def replace_key(uow: UnitOfWork, reason: str) -> PublicKey:
    """Seal with a new pair from now on; papers sealed before stay valid.

    Raises:
        UserError: ``reason_missing``.
    """
    require(uow, KEEP_KEYS)
    require_reason(reason)
    with uow.act("correspondence.replace_key", reason=reason):
        k = SigningKey
        own = sa.select(k).where(k.private_key.is_not(None), k.retired_at.is_(None), k.voided_at.is_(None))
        for old in uow.session.scalars(own):
            old.retired_at = uow.now
        uow.session.flush()
        key = public_key(Keys(uow).make())
    return PublicKey(uow.home, get_facility(uow).name, key)


def trust_key(uow: UnitOfWork, command: TrustKey) -> None:
    """Check papers of another facility with this key from now on.

    Raises:
        UserError: ``bad_public_key``, ``own_public_key``, ``key_known``, ``reason_missing``.
    """
    require(uow, KEEP_KEYS)
    require_reason(command.reason)
    code = command.facility_code.strip().upper()
    if len(command.key) != PUBLIC_KEY_BYTES or not code:
        raise UserError(
            "bad_public_key",
            label("errors", "Khóa công khai này không đúng dạng. Hãy xin lại tệp khóa từ cơ sở đã gửi."),
            fields={"key": label("errors", "Khóa không đúng dạng")},
        )
    if code == uow.home:
        raise UserError(
            "own_public_key",
            label("errors", "Mã {code} là của chính cơ sở này; khóa của cơ sở do chương trình tự lập."),
            code=code,
        )
    k = SigningKey
    same = sa.select(k.id).where(k.facility_code == code, k.public_key == command.key)
    if uow.session.scalar(same) is not None:
        raise UserError(
            "key_known", label("errors", "Khóa này của cơ sở {code} đã có. Không cần nhập lại."), code=code
        )
    with uow.act("correspondence.trust_key", reason=command.reason) as act:
        made = SigningKey(
            facility_code=code, facility_name=tidy_name(command.facility_name) or None, public_key=command.key
        )
        act.about(uow.add(made))
