"""The power is cut at any moment of real work: the next start finds everything promised and nothing half done."""

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

from tests.proof import vault_doors, vault_scenes, vault_upgrade
from tests.proof.counted import Counted, Scale
from tests.proof.forkserver import ForkServer
from tests.proof.judge import Finding, Tally, fast_scratch, judge
from tests.proof.log import Log
from tests.proof.recorder import DEFAULT_BUILD_DIR, ProgramFailedError, recording
from tests.proof.warm import warm_server

SCENES_MODULE: Final = vault_scenes.__name__
DOORS_MODULE: Final = vault_doors.__name__
UPGRADE_MODULE: Final = vault_upgrade.__name__
SEED: Final = 20_261_122
RECORDING_S: Final = 600


@dataclass(frozen=True, slots=True)
class Scene:
    """Work that is recorded once and cut at many moments.

    Attributes:
        verify: the verifier.
        play: function and arguments after the folder, of the recorded process.
        prepare: the same, of the process that makes the beginning; empty for an empty folder.
        states: how many disks are looked at; 0 leaves it to the other scale.
    """

    verify: str
    play: tuple[str | int, ...]
    prepare: tuple[str | int, ...]
    states: Mapping[Scale, int] = field(default_factory=dict)


def _saves(synchronous: str, **states: int) -> Scene:
    counts = {Scale(scale): count for scale, count in states.items()}
    play = (f"{SCENES_MODULE}:play_saves", 40, synchronous)
    return Scene(f"{SCENES_MODULE}:verify_saves", play, (f"{SCENES_MODULE}:prepare",), counts)


def _upgrade(revision: str, **states: int) -> Scene:
    counts = {Scale(scale): count for scale, count in states.items()}
    prepare = (f"{UPGRADE_MODULE}:prepare", revision)
    return Scene(f"{UPGRADE_MODULE}:verify_upgrade", (f"{UPGRADE_MODULE}:play_upgrade",), prepare, counts)


SCENES: Final[Mapping[str, Scene]] = MappingProxyType(
    {
        "saves": _saves("FULL", short=8, long=9_000),
        "migration from 0001": _upgrade("0001", short=1, long=1_000),
        "migration from 0002": _upgrade("0002", short=4, long=2_000),
        "rekey": Scene(
            f"{SCENES_MODULE}:verify_rekeys",
            (f"{SCENES_MODULE}:play_rekeys", 2),
            (f"{SCENES_MODULE}:prepare",),
            {Scale.SHORT: 5, Scale.LONG: 4_500},
        ),
        "backup": Scene(
            f"{SCENES_MODULE}:verify_backups",
            (f"{SCENES_MODULE}:play_backups", 3),
            (f"{SCENES_MODULE}:prepare",),
            {Scale.SHORT: 4, Scale.LONG: 3_500},
        ),
        "restore": Scene(
            f"{SCENES_MODULE}:verify_restore",
            (f"{SCENES_MODULE}:play_restore",),
            (f"{SCENES_MODULE}:prepare_restore",),
            {Scale.SHORT: 4, Scale.LONG: 1_000},
        ),
        "key slots": Scene(
            f"{DOORS_MODULE}:verify_doors",
            (f"{DOORS_MODULE}:play_doors",),
            (f"{SCENES_MODULE}:prepare",),
            {Scale.SHORT: 5, Scale.LONG: 1_000},
        ),
        "founding": Scene(
            f"{SCENES_MODULE}:verify_founding",
            (f"{SCENES_MODULE}:play_founding",),
            (),
            {Scale.SHORT: 4, Scale.LONG: 800},
        ),
    }
)


WITH_NORMAL: Final = _saves("NORMAL", short=8, long=1_000)
WITH_OFF: Final = _saves("OFF", short=10, long=1_000)


def recorded(server: ForkServer, scene: Scene, root: Path) -> Log:
    """Play a scene in a fresh process below ``root`` and return what it did there.

    Raises:
        ProgramFailedError: it does not even end well with the power on.
    """
    if scene.prepare:
        _called(server, scene.prepare, root, None)
    with recording(root, DEFAULT_BUILD_DIR) as session:
        _called(server, scene.play, root, session.log_path)
        return session.finish()


def _called(server: ForkServer, what: tuple[str | int, ...], root: Path, log: Path | None) -> None:
    function, *arguments = what
    watch = () if log is None else (root,)
    outcome = server.call(str(function), str(root), *arguments, watch=watch, log=log, timeout_s=RECORDING_S)
    if not outcome.done:
        message = f"{function}: {outcome.outcome} {outcome.text}\n{outcome.stderr}"
        raise ProgramFailedError(message)


def cut(server: ForkServer, scene: Scene, scale: Scale, *, workers: int) -> Tally:
    """Record a scene and judge the disks that power cuts could leave of it."""
    with tempfile.TemporaryDirectory(prefix="vault-", dir=fast_scratch()) as made:
        log = recorded(server, scene, Path(made))
    return judge(log, scene.verify, count=scene.states[scale], seed=SEED, workers=workers)


def power_loss(scale: Scale) -> Counted:
    """Whatever users do to the file: nothing corrupt, nothing lost, nothing half."""
    total, counts, seconds = Tally(), dict[str, int](), 0.0
    for name, scene in SCENES.items():
        tally = cut(warm_server(), scene, scale, workers=_workers(scale))
        tally.examples = [f"{name}: {example}" for example in tally.examples]
        total.add(tally)
        seconds += tally.seconds
        counts[name] = tally.states
        counts[f"{name}, different"] = len(tally.digests)
    return Counted("vault-power-loss", total.counts() | counts, total.all_whole, seconds, tuple(total.examples))


def _workers(scale: Scale) -> int:
    """A few states are judged sooner than another process has started."""
    return 1 if scale is Scale.SHORT else 2


def _must_fail(name: str, scene: Scene, scale: Scale, *due: Finding) -> Counted:
    tally = cut(warm_server(), scene, scale, workers=_workers(scale))
    return Counted(name, tally.counts(), all(tally.found[finding] for finding in due), tally.seconds)


def power_loss_normal(scale: Scale) -> Counted:
    """With NORMAL the same proof finds losses; one that did not would prove nothing."""
    return _must_fail("vault-power-loss-normal-must-fail", WITH_NORMAL, scale, Finding.LOST)


def power_loss_off(scale: Scale) -> Counted:
    """With OFF it finds losses and damage."""
    return _must_fail("vault-power-loss-off-must-fail", WITH_OFF, scale, Finding.LOST, Finding.CORRUPT)
