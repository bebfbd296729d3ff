"""The program is killed while somebody types: the next start has the draft, at most the last field short."""

import shutil
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from facility_app.app.bootstrap import open_database
from facility_app.app.demo.fiction import make_demo
from facility_app.db.notes import NoteKind
from facility_app.modules.residents.ui.people_list import ADD_PAGE
from tests.helpers.desk import CHEAP
from tests.proof import window_typist
from tests.proof.counted import Counted, Scale
from tests.proof.judge import Finding, Verdict, fast_scratch
from tests.proof.kills import KillPlan, kills
from tests.proof.recorder import DEFAULT_BUILD_DIR

SEED: Final = 20_261_124
RUNS: Final = {Scale.SHORT: 2, Scale.LONG: 125}
"""Some runs are typed to their end before their moment comes; those are no kills."""
KILLS: Final = {Scale.SHORT: 1, Scale.LONG: 100}
MOST_LOST: Final = 1
FEW: Final[Any] = SimpleNamespace(inside=0, people=2)


def verify(root: Path, acked: Sequence[str]) -> Verdict:
    """Compare the draft in the file with the fields that were left before the kill."""
    folder, state = window_typist.facility(root)
    with closing(open_database(folder, window_typist.doors(root), state)) as database:
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
        folder, state = window_typist.facility(Path(made))
        make_demo(folder, FEW, 1, state, CHEAP)
        plan = KillPlan(
            lambda root: [sys.executable, "-m", window_typist.__name__, str(root)],
            verify,
            prepare=lambda root: shutil.copytree(made, root, dirs_exist_ok=True),
        )
        tally = kills(plan, DEFAULT_BUILD_DIR, runs=RUNS[scale], seed=SEED)
    ok = tally.all_whole and tally.killed >= KILLS[scale]
    return Counted("draft-kills", tally.counts(), ok, tally.seconds, tuple(tally.examples))
