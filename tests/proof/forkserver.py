"""One warm Python under the shim that forks a child per request: thousands of faulted runs without start-up time.

As a program (``python -m tests.proof.forkserver MODULE``) it is the server; ``ForkServer`` starts and asks it.
"""

import ctypes
import gc
import importlib
import io
import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import redirect_stdout
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, NoReturn

from tests.proof.judge import PROJECT, fast_scratch, resolve
from tests.proof.recorder import build_shim, shim_environment

STICKY = 1
SHORT_FIRST = 2
READ_SIZE = 65_536
READY = b"READY\n"
LOOK_S = 0.005
KILLED, TIMEOUT, DONE = "killed", "timeout", "done"


@dataclass(frozen=True, slots=True)
class Fail:
    """Which counted call of the child fails.

    Attributes:
        k: its number, from 1.
        errno: how.
        sticky: every later one fails as well; with ENOSPC only those that need space.
        short: when the call is a write, it first writes half and succeeds; the next counted call fails.
    """

    k: int
    errno: int
    sticky: bool = False
    short: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a child ended.

    Attributes:
        outcome: ``done``, the class name of what it raised, ``killed``, or ``timeout``.
        code: the exception's ``code`` attribute, if any, as text.
        text: the exception as text.
        value: what the function returned, as JSON knows it.
        status: exit code, or minus the signal.
        stdout: what it printed.
        stderr: what it printed there, tracebacks included.
        calls: counted calls on watched files (open to write, write, sync, truncate, rename, unlink, mkdir …).
        syncs: how many of them were syncs.
        hit: the call that failed and its path, or empty.
        seconds: time on the clock; with ``ready_s`` from READY on.
    """

    outcome: str
    code: str = ""
    text: str = ""
    value: Any = None
    status: int = 0
    stdout: str = ""
    stderr: str = ""
    calls: int = 0
    syncs: int = 0
    hit: str = ""
    seconds: float = 0.0

    @property
    def done(self) -> bool:
        """Whether the function returned."""
        return self.outcome == DONE


class ForkServer:
    """A running server; a context manager. Calls from several threads need a server each.

    Children are forks: neither importing the module nor the warming up may leave a database open or a thread.
    """

    def __init__(
        self, module: str, build_dir: Path, env: Mapping[str, str] | None = None, *, warm_up: str = ""
    ) -> None:
        """Start the server with ``module`` (dotted name) imported.

        Args:
            module: what the functions asked for stand in.
            build_dir: where the compiled shim is kept.
            env: variables on top of this process's own.
            warm_up: ``module:function`` called once in the server with an empty folder.
        """
        self._module = module
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.proof.forkserver", module, *([warm_up] if warm_up else [])],
            cwd=PROJECT,
            env={**shim_environment(build_shim(build_dir)), **(env or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def call(
        self,
        function: str,
        *args: str | int | float | bool | list[str] | None,
        watch: Path | Sequence[Path] = (),
        log: Path | None = None,
        fail: Fail | None = None,
        kill: int = 0,
        timeout_s: float = 60,
        ready_s: float | None = None,
    ) -> Outcome:
        """Run ``function`` of the server's module (or ``module:function``) in a fresh child.

        Args:
            function: its name.
            *args: JSON values.
            watch: folders to count calls in; they exist.
            log: record there (``recorder.Recording.log_path``).
            fail: the call that fails.
            kill: SIGKILL just before this counted call; 0 never.
            timeout_s: the child is killed after this.
            ready_s: once it printed READY, it is killed after this instead.
        """
        folders = [watch] if isinstance(watch, Path) else list(watch)
        request = {
            "function": function if ":" in function else f"{self._module}:{function}",
            "args": args,
            "watch": ":".join(str(folder.resolve()) for folder in folders),
            "log": str(log or ""),
            "fail": asdict(fail) if fail else None,
            "kill": kill,
            "timeout_s": timeout_s,
            "ready_s": ready_s,
        }
        return Outcome(**self._answer(request))

    def take_in(self, module: str, *, warm_up: str = "") -> None:
        """Import one more module (dotted name) in the server, so that no child does it anew.

        Args:
            module: its name.
            warm_up: ``module:function`` called once in the server with an empty folder.
        """
        self._answer({"module": module, "warm_up": warm_up})

    def _answer(self, request: Mapping[str, Any]) -> dict[str, Any]:
        writer, reader = self._process.stdin, self._process.stdout
        if writer is None or reader is None:
            message = "the server has no pipes"
            raise RuntimeError(message)
        writer.write(json.dumps(request) + "\n")
        writer.flush()
        answer = reader.readline()
        if not answer:
            message = f"the fork server for {self._module} ended; its own message stands above"
            raise RuntimeError(message)
        answered: dict[str, Any] = json.loads(answer)
        return answered

    def close(self) -> None:
        """End the server."""
        self._process.communicate()

    def __enter__(self) -> "ForkServer":
        """The running server."""
        return self

    def __exit__(self, *_: object) -> None:
        """End it."""
        self.close()


class _Shim:
    """The shim's functions in this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.proof_hit.restype = ctypes.c_char_p
        self._library.proof_count.restype = ctypes.c_long
        self._library.proof_syncs.restype = ctypes.c_long

    def begin(self, request: Mapping[str, Any]) -> None:
        # Programs the child starts are watched and recorded as well; faults and kills are for the child alone.
        os.environ.update(PROOF_WATCH=request["watch"], PROOF_LOG=request["log"])
        self._library.proof_watch(request["watch"].encode())
        self._library.proof_log(request["log"].encode())
        fail = request["fail"] or {"k": 0, "errno": 0, "sticky": False, "short": False}
        flags = STICKY * fail["sticky"] | SHORT_FIRST * fail["short"]
        if request["kill"]:
            self._library.proof_arm_kill(ctypes.c_long(request["kill"]))
        else:
            self._library.proof_arm(ctypes.c_long(fail["k"]), fail["errno"], flags)

    def end(self) -> dict[str, Any]:
        counted = {
            "calls": self._library.proof_count(),
            "syncs": self._library.proof_syncs(),
            "hit": self._library.proof_hit().decode(errors="replace"),
        }
        self._library.proof_arm(ctypes.c_long(0), 0, 0)
        return counted


def _run_child(shim: _Shim, request: Mapping[str, Any]) -> dict[str, Any]:
    function = resolve(request["function"])
    shim.begin(request)
    try:
        value = function(*request["args"])
    except BaseException as error:  # noqa: BLE001 - the way it ended is the answer
        counted = shim.end()
        sys.excepthook(type(error), error, error.__traceback__)
        code = getattr(error, "code", "")
        return {"outcome": type(error).__name__, "code": str(code), "text": str(error), "status": 1, **counted}
    return {"outcome": DONE, "value": value, **shim.end()}


def _child(shim: _Shim, request: Mapping[str, Any], answer: int, out: IO[bytes], err: IO[bytes]) -> NoReturn:
    os.dup2(out.fileno(), 1)
    os.dup2(err.fileno(), 2)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    result = _run_child(shim, request)
    sys.stdout.flush()
    sys.stderr.flush()
    with os.fdopen(answer, "w") as pipe:
        json.dump(result, pipe)
    # Not sys.exit: threads of the program under proof must not hold the child, and nothing may run twice.
    os._exit(result.get("status", 0))


@dataclass(slots=True)
class _Watch:
    """The clock of one child.

    Attributes:
        began: when its time began; with ``ready_s`` that is moved to its READY.
        deadline: when it is killed.
        ready_s: how long after READY that is, until READY was seen.
    """

    began: float
    deadline: float
    ready_s: float | None

    def look(self, out: IO[bytes]) -> None:
        """See whether the child is ready by now."""
        if self.ready_s is not None and READY in os.pread(out.fileno(), READ_SIZE, 0):
            self.began = time.monotonic()
            self.deadline = self.began + self.ready_s
            self.ready_s = None

    def wait_s(self) -> float:
        """How long nothing but the end of the child is waited for."""
        left = max(0.0, self.deadline - time.monotonic())
        return left if self.ready_s is None else min(left, LOOK_S)


def _read_until(pipe: int, watch: _Watch, out: IO[bytes]) -> bytes | None:
    """Everything up to the end of the pipe, or None when the deadline came first."""
    read = b""
    with selectors.DefaultSelector() as selector:
        selector.register(pipe, selectors.EVENT_READ)
        while True:
            if selector.select(watch.wait_s()):
                part = os.read(pipe, READ_SIZE)
                if not part:
                    watch.look(out)
                    return read
                read += part
            elif time.monotonic() >= watch.deadline:
                return None
            else:
                watch.look(out)


def _serve_one(shim: _Shim, request: Mapping[str, Any]) -> dict[str, Any]:
    began = time.monotonic()
    watch = _Watch(began, began + request["timeout_s"], request["ready_s"])
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.setpgid(0, 0)
            _child(shim, request, writer, out, err)
        os.close(writer)
        raw = _read_until(reader, watch, out)
        os.close(reader)
        if raw is None:
            # With all it started: what outlives it would write on in the next run's folder.
            os.killpg(child, signal.SIGKILL)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        result = json.loads(raw) if raw else {"outcome": TIMEOUT if raw is None else KILLED}
        out.seek(0)
        err.seek(0)
        printed = {"stdout": out.read().decode(errors="replace"), "stderr": err.read().decode(errors="replace")}
    return {**result, **printed, "status": status, "seconds": time.monotonic() - watch.began}


def _warm_up(function: str) -> None:
    """Do work once where nothing is counted: what is read once a process is not read anew by each child."""
    with tempfile.TemporaryDirectory(dir=fast_scratch()) as made, redirect_stdout(io.StringIO()):
        resolve(function)(Path(made))
    gc.collect()
    gc.freeze()


def main(module: str, warm_up: str = "") -> None:
    """Serve requests, one JSON line each, until stdin ends."""
    resolve(f"{module}:__name__")
    shim = _Shim()
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    if warm_up:
        _warm_up(warm_up)
    _require_no_threads(module)
    for line in sys.stdin:
        request = json.loads(line)
        json.dump(_take_in(request) if "module" in request else _serve_one(shim, request), answers)
        answers.write("\n")
        answers.flush()


def _take_in(request: Mapping[str, Any]) -> dict[str, Any]:
    module = str(request["module"])
    importlib.import_module(module)
    if request["warm_up"]:
        _warm_up(request["warm_up"])
    _require_no_threads(module)
    return {}


def _require_no_threads(module: str) -> None:
    threads = len(list(Path("/proc/self/task").iterdir()))
    if threads > 1 or threading.active_count() > 1:
        sys.exit(f"{module} left threads behind; a fork would have their locks and not them")


if __name__ == "__main__":
    main(*sys.argv[1:])
