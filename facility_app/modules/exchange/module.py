"""What the slice of the exchange offers the house."""

from facility_app.kernel.privacy import LocalOnly, Retention, TableSpec
from facility_app.kernel.spec import ModuleSpec
from facility_app.modules.exchange import tables
from facility_app.modules.exchange.domain import EXPORT, KEEP_TRUST, TAKE_IN, VERBS, VIEW_EXCHANGE

_WHY = {
    tables.SyncStream: "what this file knows of its own streams",
    tables.SyncCheckpoint: "becomes the boundaries of a bundle",
    tables.SyncSent: "becomes the seq and prev of a bundle's header",
    tables.SyncSticky: "which rows go along once more",
    tables.SyncReceipt: "came from the province",
    tables.SyncKey: "holds secret keys; their public halves are enrolled by hand",
    tables.SyncTrust: "came from the province",
}

SPEC = ModuleSpec(
    id="exchange",
    permissions=(EXPORT, VIEW_EXCHANGE, KEEP_TRUST, TAKE_IN),
    verbs=VERBS,
    tables=tuple(TableSpec(one.__tablename__, LocalOnly(why), Retention.SECURITY) for one, why in _WHY.items()),
)
