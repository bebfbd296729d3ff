"""Every call that writes fails once, in every way: the user reads a plain sentence, the facility still opens."""

import errno
import re
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

from facility_app.app import care
from facility_app.kernel.errors import EnvironmentFault
from tests.proof import vault_doors, vault_scenes
from tests.proof.counted import Counted, Scale
from tests.proof.faults import Fault, FaultPlan, FaultTally, sweep
from tests.proof.forkserver import ForkServer, Outcome
from tests.proof.judge import Finding, fast_scratch, resolve, verdict_of
from tests.proof.recorder import DEFAULT_BUILD_DIR
from tests.proof.vault_facility import Place, promise, save_unit
from tests.proof.warm import warm_server

MODULE: Final = "tests.proof.vault_faults"
FAULTS: Final = (Fault(errno.EIO), Fault(errno.ENOSPC, sticky=True, short=True), Fault(errno.EACCES))
NEVER_EMPTY: Final = ("facility.db", "facility.keys")
BLAMES_THE_FILE: Final = frozenset({"file_damaged", "source_damaged", "key_file_damaged", "key_file_tampered"})
"""Words that would make someone put an old backup back, while their data is whole."""
SAVES: Final = 3
BY_CHANCE: Final = re.compile("[0-9a-f]{32}")
Left = tuple[tuple[str, int, int], ...]
"""Files of a folder: name, size, rights."""
DOOR_STEPS: Final = 6


@dataclass(frozen=True, slots=True)
class Trouble:
    """Work in which every call fails once.

    Attributes:
        play: function of this module.
        prepare: makes the beginning; empty for an empty folder.
        verify: the ``judge.Verifier`` that looks at what is left.
        short_steps: in the short proof only every so many calls fail.
    """

    play: str
    prepare: str
    verify: str
    short_steps: int


SCENES: Final = vault_scenes.__name__
DOORS: Final = vault_doors.__name__
WORKERS: Final = {Scale.SHORT: 1, Scale.LONG: 2}
TROUBLES: Final[Mapping[str, Trouble]] = MappingProxyType(
    {
        "save": Trouble("save_in_trouble", f"{SCENES}:prepare", f"{SCENES}:verify_saves", 60),
        "backup": Trouble("back_up", f"{SCENES}:prepare", f"{SCENES}:verify_backups", 250),
        "restore": Trouble("put_back", f"{SCENES}:prepare_restore", f"{SCENES}:verify_restore", 100),
        "rekey": Trouble("change_key", f"{SCENES}:prepare", f"{SCENES}:verify_rekeys", 500),
        "key slots": Trouble("change_doors", f"{SCENES}:prepare", f"{DOORS}:verify_doors", 150),
        "founding": Trouble("begin", "", f"{SCENES}:verify_founding", 650),
    }
)


def save_in_trouble(root: str) -> None:
    """Three saves; one that is refused stops nobody from trying the next."""
    place = Place(Path(root))
    refused: list[EnvironmentFault] = []
    with place.open() as opened:
        for _ in range(SAVES):
            try:
                promise(place, str(save_unit(opened)))
            except EnvironmentFault as fault:
                refused.append(fault)
        opened.database.tend()
    if len([fault for fault in refused if fault.code != "disk_full"]) > 1:
        message = "one fault of the disk stopped more than one save"
        raise RuntimeError(message)
    if refused:
        raise refused[0]


def back_up(root: str) -> None:
    """A save and a backup to a stick."""
    place = Place(Path(root))
    with place.open() as opened:
        promise(place, str(save_unit(opened)))
        made = care.make_backup(opened, place.stick)
        promise(place, made.path.relative_to(place.root).as_posix())


def put_back(root: str) -> None:
    """A backup restored into a new folder."""
    vault_scenes.play_restore(root)


def change_key(root: str) -> None:
    """A new data key, with the backup before it."""
    vault_scenes.play_rekeys(root, 1)


def change_doors(root: str) -> None:
    """Accounts added, reset and closed, passwords and the recovery key changed."""
    vault_doors.play_doors(root, DOOR_STEPS)


def begin(root: str) -> None:
    """A new facility."""
    vault_scenes.play_founding(root)


def look(verifier: str, folder: str, acked: list[str]) -> list[str]:
    """A verifier's finding and detail, for the fork server."""
    verdict = verdict_of(resolve(verifier), Path(folder), acked)
    return [verdict.finding, verdict.detail]


def borne(
    verifier: str, server: ForkServer, outcome: Outcome, folder: Path, nothing: dict[Left, str | None]
) -> str | None:
    """What is wrong after a run, or None: how it ended, what it said, what it left.

    ``nothing`` keeps what was found where no facility was left and nothing promised: such a folder is looked at
    once for each set of files in it, whose random bytes nobody reads again.
    """
    complaint = ill_ended(outcome) or emptied(folder)
    if complaint:
        return complaint
    if outcome.done or Place(folder).folder.database.exists():
        return judged(verifier, server, outcome, folder)
    left = left_in(folder)
    if left not in nothing:
        nothing[left] = judged(verifier, server, outcome, folder)
    return nothing[left]


def left_in(folder: Path) -> Left:
    """Every file with its size and rights; what was named by chance has a name like all of its kind."""
    files = ((path.relative_to(folder).as_posix(), path.lstat()) for path in folder.rglob("*"))
    return tuple(sorted((BY_CHANCE.sub("#", name), told.st_size, told.st_mode) for name, told in files))


def judged(verifier: str, server: ForkServer, outcome: Outcome, folder: Path) -> str | None:
    """What a verifier finds in a folder; None when all is whole."""
    acked = [line.removeprefix("ACK ") for line in outcome.stdout.splitlines() if line.startswith("ACK ")]
    looked = server.call(f"{MODULE}:look", verifier, str(folder), acked)
    if not looked.done:
        return f"cannot be looked at: {looked.outcome} {looked.text}"
    return None if looked.value[0] == Finding.WHOLE else " ".join(looked.value)


def ill_ended(outcome: Outcome) -> str:
    """Why the way a run ended helps nobody; empty when it is done or refused in plain words."""
    if outcome.code in BLAMES_THE_FILE:
        return f"a disk that refuses to write makes the file look damaged: {outcome.text}"
    if not outcome.done and outcome.outcome != EnvironmentFault.__name__:
        return f"no plain message: {outcome.outcome} {outcome.text} {outcome.stderr[-400:]}"
    return ""


def emptied(folder: Path) -> str:
    """Which file of the facility is there and empty."""
    files = (Place(folder).folder.root / name for name in NEVER_EMPTY)
    return "".join(f"{file.name} is empty" for file in files if file.exists() and not file.stat().st_size)


def faulted(
    trouble: Trouble, warm: Sequence[ForkServer], *, ways: tuple[Fault, ...] = FAULTS, every: int = 1
) -> FaultTally:
    """Fail every ``every``-th call of one piece of work in each of the ways, by ``warm`` servers."""
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        if trouble.prepare:
            resolve(trouble.prepare)(made)
        nothing: dict[Left, str | None] = {}
        plan = FaultPlan(
            MODULE,
            f"{MODULE}:{trouble.play}",
            lambda server, outcome, folder: borne(trouble.verify, server, outcome, folder, nothing),
            prepare=lambda folder: shutil.copytree(made, folder, dirs_exist_ok=True),
        )
        return sweep(plan, DEFAULT_BUILD_DIR, faults=ways, every=every, warm=warm)


def faults(scale: Scale) -> Counted:
    """The pieces of work of every day and of the keys."""
    return _all_borne("vault-faults", ("save", "backup", "restore", "key slots"), scale)


def faults_of_rekey(scale: Scale) -> Counted:
    """A new data key; long, so that it can be proved by itself."""
    return _all_borne("vault-faults-rekey", ("rekey",), scale)


def faults_of_founding(scale: Scale) -> Counted:
    """A new facility; the longest."""
    return _all_borne("vault-faults-founding", ("founding",), scale)


def _all_borne(proof: str, names: Sequence[str], scale: Scale) -> Counted:
    """Each counted call of each piece of work fails in each way, and all of it is borne."""
    counts, notes, seconds, ok = {"calls": 0, "runs": 0, "hit": 0, "bad": 0}, list[str](), 0.0, True
    warm = [warm_server(number) for number in range(WORKERS[scale])]
    for server in warm:
        server.take_in(MODULE)
    for name in names:
        trouble = TROUBLES[name]
        # In the short proof each piece of work meets one way to fail, and all ways are met.
        ways = FAULTS if scale is Scale.LONG else (FAULTS[list(TROUBLES).index(name) % len(FAULTS)],)
        tally = faulted(trouble, warm, ways=ways, every=1 if scale is Scale.LONG else trouble.short_steps)
        for figure, counted in tally.counts().items():
            counts[figure] += counted
        counts[f"{name}: calls visited"] = tally.runs // len(ways)
        counts[f"{name}: of"] = tally.calls
        notes += [f"{name}: {complaint}" for complaint in tally.complaints]
        seconds += tally.seconds
        ok = ok and tally.all_borne
    return Counted(proof, counts, ok, seconds, tuple(notes))
