"""A province that believes a facility, and the facility's exports opened with the province's key."""

import io
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from nacl.signing import SigningKey

from facility_app.app.registry import table_specs
from facility_app.db.database import Database
from facility_app.kernel.actor import Actor, Role
from facility_app.modules.catalogues.domain import UnitKind
from facility_app.modules.catalogues.service import CreateFacility, create_facility
from facility_app.modules.exchange.queries.status import PublicKeys
from facility_app.modules.exchange.service.exporting import BeginExport, ExportDone, begin_export, record_export
from facility_app.modules.exchange.service.keys import TakeTrust, make_keys, take_trust
from facility_app.sync import container, trust
from facility_app.sync.answers import Writer, write_answer
from facility_app.sync.export import USUAL_PART, Part, write_parts
from facility_app.sync.header import Epoch
from facility_app.sync.manifest import Manifest
from facility_app.sync.payload import read_payload
from facility_app.sync.receipts import Counts, Receipt, Result, Stage
from tests.helpers.bundles import Ends

ROOTS = [bytes([number]) * 32 for number in (11, 12, 13)]
PINNED = tuple(bytes(SigningKey(root).verify_key) for root in ROOTS)
SENDER = Actor("guinhan", frozenset({Role.EXCHANGE}), "may-truc-1")
STREAMS = ("P2@province", "P3@province", "P4@province")
BASIS = "Quyết định 12/QĐ-CAT"
RELEASED = date(2026, 1, 1)
RECEIVER, RECEIVER_SECRET = "28.PROV", bytes([21]) * 32
LIFE = Epoch(1, "5a" * 16)


@dataclass
class Province:
    """Who signs trust lists and opens bundles."""

    ends: Ends = field(default_factory=Ends)

    def trust_list(self, facility: str, keys: PublicKeys, **changed: Any) -> bytes:
        """A list that believes a facility; ``changed`` as the document has it."""
        said: dict[str, Any] = {
            "version": 1,
            "issued": "2026-01-01T00:00:00Z",
            "expires": "2036-01-01T00:00:00Z",
            "roots": [one.hex() for one in PINNED],
            "threshold": 2,
            "facilities": [
                {
                    "fac": facility,
                    "keys": [{"key": keys.signing.hex(), "from": "2026-01-01"}],
                    "streams": [*STREAMS],
                    "authority": {"P3@province": BASIS, "P4@province": BASIS},
                }
            ],
            "recipients": [
                {"age": self.ends.province[1], "use": "province", "from": "2026-01-01"},
                {"age": self.ends.escrow[1], "use": "escrow", "from": "2026-01-01"},
            ],
            "receivers": [{"id": RECEIVER, "key": bytes(SigningKey(RECEIVER_SECRET).verify_key).hex()}],
            "accepts": {"schema": "1.0", "suites": ["S1"]},
        }
        return trust.sign({**said, **changed}, ROOTS[:2])

    def opened(
        self, bundle: Path, public: bytes, identity: str | None = None
    ) -> tuple[Manifest, dict[str, bytes]]:
        """Manifest and members of a bundle."""
        found: dict[str, bytes] = {}
        with bundle.open("rb") as source:
            verified = container.read_bundle(source, lambda _header: public)
            payload = container.PayloadFile(source, verified)
            identities = [identity or self.ends.province[0]]
            said = read_payload(payload, verified.header, identities, found.__setitem__)
        return said, found

    def receipt(self, parts: Sequence[Part], public: bytes, seq: int = 1, **changed: Any) -> Receipt:
        """The applied receipt of a group: every row is new, and the cursor stands at its end."""
        last = parts[-1].header
        said, _members = self.opened(parts[-1].path, public)
        rows: dict[str, Counts] = {}
        for part in parts:
            for name, one in part.counts.items():
                rows[name] = Counts(new=rows.get(name, Counts()).new + one.upserts + one.deletions)
        made = Receipt(
            bundle_id=last.bundle_id,
            header_sha256=parts[-1].header_sha256,
            for_seq=last.seq,
            for_epoch=last.epoch,
            group=last.group.id,
            stage=Stage.APPLIED,
            result=Result.OK,
            cursor_epoch=last.epoch.id,
            cursor=said.end,
            digest=said.boundaries[-1].digest,
            receiver=RECEIVER,
            receiver_epoch=LIFE.id,
            expected=said.end,
            time=datetime(2026, 11, 23, 7, tzinfo=UTC),
            trust_version=1,
            seq=seq,
            prev=None if seq == 1 else "00" * 32,
            counts=rows,
        )
        return replace(made, **changed)

    def answer(
        self,
        receipt: Receipt,
        recipient: str,
        facility: str,
        *,
        life: Epoch = LIFE,
        secret: bytes = RECEIVER_SECRET,
    ) -> bytes:
        """A receipt as it comes on a stick."""
        whole = io.BytesIO()
        writer = Writer("receiver/0", receipt.receiver, life, secret)
        write_answer(whole, writer, receipt, facility, [recipient], f"{receipt.seq:032x}")
        return whole.getvalue()

    def lines(self, bundles: Sequence[Path], public: bytes) -> list[dict[str, Any]]:
        """Every line of some bundles, in order."""
        return [
            json.loads(line)
            for bundle in bundles
            for name, data in self.opened(bundle, public)[1].items()
            if name.startswith("data/")
            for line in data.splitlines()
        ]


def enrolled(database: Database, province: Province, **changed: Any) -> PublicKeys:
    """Make the facility's keys and let it believe the province that believes it."""
    with database.write(SENDER) as uow:
        keys = make_keys(uow)
        take_trust(uow, TakeTrust(province.trust_list(database.home, keys, **changed), PINNED))
        uow.commit()
    return keys


def wanted(stream: str = "P2@province", *, is_full: bool = False) -> BeginExport:
    """An export as the program asks for it."""
    return BeginExport("facility_app/0", RELEASED, table_specs(), stream, is_full)


def exported(
    database: Database,
    spool: Path,
    stream: str = "P2@province",
    *,
    is_full: bool = False,
    most: int = USUAL_PART,
    actor: Actor = SENDER,
) -> tuple[Part, ...]:
    """An export into ``spool``, in the books."""
    with database.read(actor) as uow:
        order = begin_export(uow, wanted(stream, is_full=is_full))
        parts = write_parts(uow.session.connection(), order, spool, most)
    with database.write(actor) as uow:
        record_export(uow, ExportDone(order, parts))
        uow.commit()
    return parts


def named(database: Database, admin: Actor) -> None:
    """Give the file the profile a paper needs."""
    with database.write(admin) as uow:
        create_facility(uow, CreateFacility("G01", "Cơ sở cai nghiện số 1", "01", UnitKind.PUBLIC))
        uow.commit()
