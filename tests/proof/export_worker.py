"""A facility that sends bundles to a stick, killed where a proof wants it, and what its next day finds."""

from functools import cache
from pathlib import Path
from typing import Final

import sqlalchemy as sa

from facility_app.app import post_room
from facility_app.app.bootstrap import OpenFacility
from facility_app.app.spool import sha256_of
from facility_app.app.start import Password, RecoveryKey
from facility_app.kernel.actor import Role
from facility_app.modules.access.service import AddUser, add_user
from facility_app.modules.exchange.service.keys import TakeTrust, make_keys, take_trust
from facility_app.modules.exchange.tables import SyncKey, SyncSent
from facility_app.sync import container, streams
from facility_app.sync.streams import StreamState, Verdict
from tests.helpers.exchange import PINNED, Province
from tests.proof.vault_facility import PASSWORD, Place, forget_keyring, found_with_pair, save_unit

SENDER: Final = "guinhan"
STREAM: Final = "P2@province"
BROUGHT: Final = "brought"
BEFORE: Final = 2
"""Units of work before each export."""
_TAKEN: Final = {Verdict.APPLY, Verdict.DUPLICATE}


def warm_up(folder: Path) -> None:
    """One day nobody kills, so that a child need not import anything."""
    prepare(str(folder / "warm"))
    work(str(folder / "warm"))


def prepare(root: str) -> None:
    """A facility the province believes, which sent once."""
    forget_keyring()
    place = found_with_pair(Path(root))
    # Whoever holds the recovery key gives a password that stays.
    holder = RecoveryKey(place.paper.read_text(encoding="utf-8"))
    with place.open(holder) as opened, opened.database.write(opened.actor) as uow:
        add_user(uow, AddUser(SENDER, (Role.EXCHANGE.value,), PASSWORD))
        uow.commit()
    with _opened(place) as opened:
        with opened.database.write(opened.actor) as uow:
            keys = make_keys(uow)
            take_trust(uow, TakeTrust(_province().trust_list(uow.home, keys), PINNED))
            uow.commit()
        _day(opened, place)


def work(root: str) -> None:
    """Work, then send everything that is new to the stick."""
    place = Place(Path(root))
    with _opened(place) as opened:
        _day(opened, place)


def finish(root: str) -> list[str]:
    """The stick goes to the province as it is; the next day, which nobody kills, fills it again; what is wrong."""
    place = Place(Path(root))
    (place.root / BROUGHT).mkdir()
    for file in place.stick.glob("*.goi"):
        file.rename(place.root / BROUGHT / file.name)
    work(root)
    with _opened(place) as opened:
        return [*_left_over(place), *_books(opened, place), *_received(opened, place)]


@cache
def _province() -> Province:
    """Its keys are made while the server warms up, so every child knows the same."""
    return Province()


def _opened(place: Place) -> OpenFacility:
    return place.open(Password(SENDER, PASSWORD))


def _day(opened: OpenFacility, place: Place) -> None:
    for _ in range(BEFORE):
        save_unit(opened)
    post_room.export(opened, post_room.Wanted(STREAM, to=place.stick))


def _left_over(place: Place) -> list[str]:
    spool = place.folder.outbox / ".spool"
    return [f"{one.name} is left in the spool" for one in spool.iterdir()]


def _books(opened: OpenFacility, place: Place) -> list[str]:
    """What lies in ``outbox`` is what the books say; nothing is on the stick that they do not know."""
    with opened.database.connection() as connection:
        sent = connection.execute(sa.select(SyncSent.seq, SyncSent.file_sha, SyncSent.group_id)).all()
        told = connection.exec_driver_sql(
            "SELECT count(*) FROM audit_entry WHERE verb = 'exchange.export'"
        ).scalar_one()
    known = {one.file_sha for one in sent}
    here, there = ({sha256_of(one) for one in _bundles(place, of)} for of in ("outbox", "stick"))
    faults = {
        "the books know a bundle that is not there": known - here,
        "a bundle is there that the books do not know": here - known,
        "the stick holds a bundle the books do not know": there - known,
        "a number was given twice": len({one.seq for one in sent}) < len(sent),
        "the trail does not name each export once": told != len({one.group_id for one in sent}),
    }
    return [text for text, is_so in faults.items() if is_so]


def _received(opened: OpenFacility, place: Place) -> list[str]:
    """A province that gets what is on the stick takes it, and has the facility's own rows."""
    with opened.database.connection() as connection:
        public = connection.execute(sa.select(SyncKey.signing_public)).scalar_one()
        own = connection.exec_driver_sql("SELECT id, name FROM facility_profile").all()
    province, state, held = _province(), StreamState(), dict[str, str]()
    bundles = []
    for file in _bundles(place, "stick"):
        with file.open("rb") as source:
            bundles.append((container.read_bundle(source, lambda _header: public), file))
    for bundle, file in sorted(bundles, key=lambda one: one[0].header.seq):
        said, _members = province.opened(file, public)
        verdict = streams.decide(state, bundle.header, bundle.header_sha256, said)
        if verdict not in _TAKEN:
            return [f"bundle {bundle.header.seq} is {verdict}"]
        state = streams.applied(state, bundle.header, bundle.header_sha256, said)
        for line in province.lines([file], public):
            if line["t"] == "facility_profile":
                held[line["id"]] = line["d"]["name"]
    return [] if held == {one.id: one.name for one in own} else ["the province has other rows"]


def _bundles(place: Place, where: str) -> list[Path]:
    folders = [place.folder.outbox] if where == "outbox" else [place.stick, place.root / BROUGHT]
    return sorted(file for folder in folders for file in folder.glob("*.goi"))
