"""Runs a program under the shim and hands back what it did to the watched folders."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.proof.judge import PROJECT
from tests.proof.log import ACK_NAME, Log, read_ops, snapshot

SOURCE = Path(__file__).with_name("shim.c")
STDERR_SHOWN = 4_000
DEFAULT_BUILD_DIR = PROJECT / "build" / "proof"
"""Kept between runs and ignored by git; tests give their own folder."""


class ProofUnavailableError(Exception):
    """This machine cannot run the proofs; the text says what it lacks."""


class ProgramFailedError(Exception):
    """The program under proof did not end well on its own."""


def build_shim(build_dir: Path) -> Path:
    """The compiled shim, built once per version of its source into ``build_dir``.

    Raises:
        ProofUnavailableError: no C compiler, or it refuses the source.
    """
    digest = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    built = build_dir / f"proof-shim-{digest}.so"
    if built.exists():
        return built
    compiler = shutil.which("gcc") or shutil.which("cc")
    if compiler is None:
        message = "The proofs need a C compiler (on Debian: apt-get install gcc libc6-dev)."
        raise ProofUnavailableError(message)
    build_dir.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=build_dir) as made:
        fresh = Path(made) / "shim.so"
        flags = ["-shared", "-fPIC", "-O2", "-Wall", "-fvisibility=hidden"]
        done = subprocess.run(
            [compiler, *flags, "-o", str(fresh), str(SOURCE), "-ldl", "-lpthread"],
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            message = f"The C compiler refused {SOURCE.name}: {done.stderr.strip()}"
            raise ProofUnavailableError(message)
        fresh.replace(built)
    return built


def shim_environment(shim: Path, watch: Sequence[Path] = ()) -> dict[str, str]:
    """This process's environment with the shim loaded in front and the project importable."""
    environment = dict(os.environ)
    environment["LD_PRELOAD"] = (
        f"{shim}:{preloaded}" if (preloaded := environment.get("LD_PRELOAD")) else str(shim)
    )
    environment["PROOF_WATCH"] = ":".join(str(folder.resolve()) for folder in watch)
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [str(PROJECT), environment.get("PYTHONPATH")]))
    return environment


def record(
    argv: Sequence[str],
    watch: Path | Sequence[Path],
    env: Mapping[str, str],
    build_dir: Path,
    *,
    timeout_s: float = 600,
) -> Log:
    """Run ``argv`` to its end and return what it did below ``watch``.

    The program acknowledges by writing a text, in one write, to a file ``PROOF_ACK`` anywhere below ``watch``.

    Args:
        argv: the program and its arguments.
        watch: folders that exist; what they hold already is the durable beginning.
        env: variables on top of this process's own.
        build_dir: where the compiled shim is kept.
        timeout_s: after this the program is killed and the recording refused.

    Raises:
        ProofUnavailableError: no shim on this machine.
        ProgramFailedError: the program did not end with 0; the text carries the end of its stderr.
    """
    with recording(watch, build_dir) as session:
        ran = subprocess.run(
            list(argv),
            env={
                **shim_environment(build_shim(build_dir), session.roots),
                **env,
                "PROOF_LOG": str(session.log_path),
            },
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        if ran.returncode:
            message = f"{argv[0]} ended with {ran.returncode}: {ran.stderr[-STDERR_SHOWN:]}"
            raise ProgramFailedError(message)
        return session.finish()


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording under way: give ``log_path`` to a ``ForkServer.call``, then ``finish``."""

    roots: tuple[Path, ...]
    log_path: Path
    _base: Mapping[str, bytes | None]
    _folder: "tempfile.TemporaryDirectory[str]"

    def finish(self) -> Log:
        """What was recorded so far."""
        return Log(tuple(map(str, self.roots)), self._base, read_ops(self.log_path))

    def __enter__(self) -> "Recording":
        """Nothing more to begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove the log file."""
        self._folder.cleanup()


def recording(watch: Path | Sequence[Path], build_dir: Path) -> Recording:
    """Look at the folders as they are now and make room for a log."""
    roots = tuple(folder.resolve() for folder in ([watch] if isinstance(watch, Path) else watch))
    build_dir.mkdir(parents=True, exist_ok=True)
    folder = tempfile.TemporaryDirectory(prefix="log-", dir=build_dir)
    return Recording(roots, Path(folder.name) / "log", snapshot(roots), folder)


def acknowledge(folder: Path, text: str) -> None:
    """Mark in the recording that ``text`` was promised to the user; for programs under proof."""
    descriptor = os.open(folder / ACK_NAME, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(descriptor, text.encode())
    finally:
        os.close(descriptor)
