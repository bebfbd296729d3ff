"""The receiver is killed at every step, before and after its commit, and at any call: the next run ends the same.

The bundles: a first one, two parts in the wrong order, one that comes before what it needs, one that is damaged,
one that is wrong inside, one that comes twice. Whatever a run nobody kills leaves, a killed one leaves too, once.
"""

import json
import shutil
import signal
import tempfile
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any, Final

from facility_app.app.receiving import open_station
from facility_app.db.driver import KEY_BYTES, SALT_BYTES, DataKey
from facility_app.receiver import store
from facility_app.receiver.identity import Identity
from facility_app.receiver.place import Place
from facility_app.sync.header import Group
from tests.helpers.exchange import PINNED, RECEIVER, RECEIVER_SECRET
from tests.helpers.facility import founded
from tests.helpers.receiving import NOON, Bench
from tests.proof import receiver_worker
from tests.proof.counted import Counted, Scale
from tests.proof.forkserver import ForkServer
from tests.proof.judge import fast_scratch
from tests.proof.receiver_worker import APPLIED, BUNDLES, HERE, NEVER, SECRETS
from tests.proof.warm import warm_server
from tests.receiver.forge import Forge, gone, line, resident, stay

SEED: Final = 20_261_123
LANDED: Final = "landed"
"""The short form kills whenever rows are written and nothing is committed, since one of those is a group's, and
once when lines landed and nobody noted it; the long one at every step."""
CALLS: Final = {Scale.SHORT: 1, Scale.LONG: 400}
"""Kills before a random write, sync, rename or open of the receiver's own."""
EXAMPLES: Final = 5


def receiver_kills(scale: Scale) -> Counted:
    """Kill, run again, compare with a run nobody killed."""
    began = time.monotonic()
    chance, counts, faults = Random(SEED), Counter[str](), list[str]()
    server = warm_server()
    server.take_in(receiver_worker.__name__, warm_up=f"{receiver_worker.__name__}:warm_up")
    with tempfile.TemporaryDirectory(prefix="recv-", dir=fast_scratch()) as folder:
        pattern, whole = Path(folder, "pattern"), Path(folder, "whole")
        prepare(pattern)
        shutil.copytree(pattern, whole)
        done = _asked(server, "work", whole, NEVER)
        wanted = _asked(server, "left", whole).value
        steps: list[str] = done.value
        applied, landed = ([at for at, step in enumerate(steps, 1) if step == one] for one in (APPLIED, LANDED))
        chosen = range(1, len(steps) + 1) if scale is Scale.LONG else [*applied, chance.choice(landed)]
        places = [(at, 0) for at in chosen]
        places += [(NEVER, chance.randint(1, done.calls)) for _ in range(CALLS[scale])]
        for number, (at, call) in enumerate(places):
            where = f"call {call}" if call else f"{steps[at - 1]} ({at})"
            root = Path(folder, f"k{number}")
            shutil.copytree(pattern, root)
            killed = _asked(server, "work", root, at, kill=call)
            counts["kills"] += killed.status == -signal.SIGKILL
            faults += [f"{where}: {one}" for one in _differences(wanted, _asked(server, "finish", root).value)]
            shutil.rmtree(root)
    figures = {"steps": len(steps), "places": len(places), **counts, "faults": len(faults)}
    holds = not faults and counts["kills"] >= len(places) * 9 // 10
    return Counted("receiver-kills", figures, holds, time.monotonic() - began, tuple(faults[:EXAMPLES]))


def _asked(server: ForkServer, function: str, root: Path, *args: int, kill: int = 0) -> Any:
    name = f"{receiver_worker.__name__}:{function}"
    outcome = server.call(name, str(root), *args, watch=root / HERE, kill=kill, timeout_s=120)
    if outcome.status and outcome.status != -signal.SIGKILL:
        message = f"{function} ended with {outcome.status}: {outcome.stderr}"
        raise RuntimeError(message)
    return outcome


def _differences(wanted: Any, found: Any) -> list[str]:
    return [f"{name}: {wanted[name]} became {found[name]}" for name in wanted if wanted[name] != found[name]]


def prepare(root: Path) -> None:
    """A receiver that believes a facility, and the bundles that are on their way to it."""
    (root / BUNDLES).mkdir(parents=True)
    with tempfile.TemporaryDirectory() as made:
        spool = Path(made, "spool")
        for facility in founded(Path(made)):
            bench = Bench(facility, spool)
            for number, file in enumerate(_bundles(bench)):
                shutil.copyfile(file, root / BUNDLES / f"{number}.goi")
            secret, recipient = bench.province.ends.province
            said = {"code": RECEIVER, "secret": RECEIVER_SECRET.hex(), "identity": secret, "recipient": recipient}
            (root / SECRETS).write_text(json.dumps(said), encoding="utf-8")
            place = Place(root / HERE)
            place.create()
            key = DataKey(bytes(KEY_BYTES), bytes(range(SALT_BYTES)))
            identity = Identity(RECEIVER, RECEIVER_SECRET, secret, recipient, key)
            with open_station(place, identity, receiver_worker.walls()) as opened:
                store.take_trust(opened.engine, bench.trust_list(), PINNED, NOON)


def _bundles(bench: Bench) -> list[Path]:
    forge = Forge(bench)
    first = forge.bundle([resident(1), resident(2), stay(1, of=1), stay(9, of=9)], end=10)
    group = "7e" * 16
    one = forge.bundle([resident(3, c=12), gone("resident", 2, 13)], start=10, end=20, group=Group(group, 1, 2))
    two = forge.bundle([line("housing_zone", 1, c=14)], start=10, end=20, group=Group(group, 2, 2))
    news = [resident(9, c=25), resident(1, c=26, birth_year="x")]
    late = forge.bundle(news, start=20, end=30)
    damaged = forge.file(first.read_bytes()[:-700])
    wrong = forge.bundle([resident(7, c=31), resident(7, c=32)], start=30, end=40)
    again = forge.bundle([*news[:1], resident(1, c=33, name="Sau")], start=20, end=40, seq=6, prev="0" * 64)
    return [late, two, damaged, first, one, wrong, again, first]
