"""Bundles for the screens: counted, made and carried, and answers taken in, at the desk of whoever sits there."""

import importlib
from pathlib import Path
from typing import Any, Final

from facility_app.app.desk import Desk
from facility_app.app.volume import volume_serial
from facility_app.modules.exchange.ui.post import Answers, Made, Post, Rehearsal

ROOM: Final = "facility_app.app.post_room"


def rehearse(desk: Desk, stream: str, is_full: bool) -> Rehearsal:
    """What would go; refusals as ``post_room.rehearse``."""
    room = _room()
    found = room.rehearse(desk, room.Wanted(stream, is_full))
    counts = {name: (one.upserts, one.deletions) for name, one in found.counts.items()}
    order = found.order
    return Rehearsal(
        order.is_full, order.start, order.end, counts, found.columns, found.bytes_before, len(order.recipients)
    )


def send(desk: Desk, stream: str, is_full: bool, to: str) -> Made:
    """Make the bundles of a stream, and carry them to ``to`` unless it is empty.

    What was made stays in ``outbox`` when the stick fails; sending again carries what is new.

    Raises:
        UserError, ConflictError, EnvironmentFault: as ``post_room.export``.
    """
    room = _room()
    done = room.export(desk, room.Wanted(stream, is_full, to=Path(to) if to else None))
    return Made(
        done.order.paper_number,
        sum(part.rows for part in done.parts),
        sum(part.size for part in done.parts),
        tuple(part.name for part in done.parts),
        to or str(desk.folder.outbox),
        bool(done.carried),
        done.order.clock != room.SURE,
    )


def take_in(desk: Desk, place: str) -> Answers:
    """Take in every receipt of a place, in the order they were given.

    Raises:
        EnvironmentFault: what the disk says; what was taken before it stays taken.
    """
    room = _room()
    taken = known = lines = 0
    refused = []
    for file in room.answers_in(Path(place)):
        try:
            answer = room.take_in(desk, file)
        except room.BundleRefused as refusal:
            if room.is_passed_by(refusal, Path(place)):
                known += 1
            else:
                refused.append((file.name, refusal))
            continue
        taken += 1
        lines += answer.not_taken
    return Answers(taken, known, lines, tuple(refused))


def serial(folder: str) -> str:
    """The serial of the volume a folder lies on."""
    return volume_serial(Path(folder))


def _room() -> Any:
    """Keys and seals: every start would wait for them."""
    return importlib.import_module(ROOM)


POST: Final = Post(rehearse, send, take_in, serial)
