"""The program is killed while somebody types: the next start has the draft, at most the last field short."""

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from facility_app.app.bootstrap import open_database
from facility_app.db.notes import NoteKind
from facility_app.modules.residents.ui.people_list import ADD_PAGE
from tests.proof import window_typist
from tests.proof.counted import Counted, Scale
from tests.proof.judge import Finding, Verdict, fast_scratch
from tests.proof.kills import KillPlan, kills
from tests.proof.recorder import DEFAULT_BUILD_DIR
from tests.proof.vault_facility import Place
from tests.proof.warm import warm_server

SEED: Final = 20_261_144
"""The two kills of the short proof come when most fields are typed."""
RUNS: Final = {Scale.SHORT: 2, Scale.LONG: 125}
"""Some runs are typed to their end before their moment comes; those are no kills."""
KILLS: Final = {Scale.SHORT: 1, Scale.LONG: 100}
MOST_LOST: Final = 1
WORKERS: Final = {Scale.SHORT: 1, Scale.LONG: 2}


def verify(root: Path, acked: Sequence[str]) -> Verdict:
    """Compare the draft in the file with the fields that were left before the kill."""
    place = Place(root)
    with closing(open_database(place.folder, window_typist.doors(place), place.state_dir)) as database:
        actor = window_typist.actor_of(database)
        note = database.jot(actor, lambda notes: notes.find(NoteKind.DRAFT, ADD_PAGE))
    fields: Any = {} if note is None else note.body["fields"]
    kept = {f"{name}={text}" for name, text in fields.items()}
    lost = [one for one in acked if one not in kept]
    if len(lost) > MOST_LOST:
        return Verdict(Finding.LOST, f"{len(lost)} of {len(acked)} fields", len(lost))
    return Verdict()


def draft_kills(scale: Scale) -> Counted:
    """SIGKILL while typing."""
    with tempfile.TemporaryDirectory(prefix="draft-", dir=fast_scratch()) as made:
        window_typist.begin(Path(made))
        plan = KillPlan(
            lambda _root: [],
            verify,
            prepare=lambda root: shutil.copytree(made, root, dirs_exist_ok=True),
            forked=f"{window_typist.__name__}:type_all",
        )
        warm = [warm_server(number) for number in range(WORKERS[scale])]
        tally = kills(plan, DEFAULT_BUILD_DIR, runs=RUNS[scale], seed=SEED, warm=warm)
    # Fewer promises than may be lost would prove nothing.
    ok = tally.all_whole and tally.killed >= KILLS[scale] and tally.acked > MOST_LOST * tally.killed
    return Counted("draft-kills", tally.counts(), ok, tally.seconds, tuple(tally.examples))
