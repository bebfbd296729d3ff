"""A real PostgreSQL for a whole session of tests: one cluster in a folder of its own, one empty database a test.

PostgreSQL refuses to be run by root, so root runs it as the account its Debian package makes.
"""

import atexit
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from itertools import count
from pathlib import Path

PROGRAMS = Path("/usr/lib/postgresql")
ACCOUNT = "postgres"
PORT = 5999
"""Names the socket in the cluster's own folder; no port of the machine is opened."""
FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=", "max_connections=20")
_NUMBERS = count(1)


class ServerUnavailableError(RuntimeError):
    """This machine has no PostgreSQL to start; the message says what to install."""


def new_database(encoding: str = "UTF8") -> str:
    """URL of an empty database on the session's server.

    Raises:
        ServerUnavailableError: there is none to start.
    """
    folder = _server()
    name = f"recv{next(_NUMBERS)}"
    _run(folder, "createdb", "-h", str(folder), "-p", str(PORT), "-T", "template0", "-E", encoding, name)
    return _url(name)


def prepared_database(prepare: Callable[[str], None]) -> str:
    """URL of a database of one's own in which ``prepare(url)`` was done, once for all of the session."""
    folder, pattern = _server(), _pattern(prepare)
    name = f"recv{next(_NUMBERS)}"
    _run(folder, "createdb", "-h", str(folder), "-p", str(PORT), "-T", pattern, name)
    return _url(name)


@cache
def _pattern(prepare: Callable[[str], None]) -> str:
    url = new_database()
    prepare(url)
    return url.partition("@/")[2].partition("?")[0]


def _url(name: str) -> str:
    return f"postgresql://{_account()}@/{name}?host={_server()}&port={PORT}"


@cache
def _server() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam(ACCOUNT)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    data = folder / "data"
    # The C locale compares bytes, as SQLite does; nothing here is sorted for people.
    _run(
        folder, "initdb", "-D", str(data), "--no-sync", "-A", "trust", "-E", "UTF8", "--locale=C", "-U", _account()
    )
    settings = "\n".join((*FAST, f"port={PORT}", f"unix_socket_directories={folder}"))
    quoted = "\n".join(_quoted(line) for line in settings.splitlines())
    with (data / "postgresql.conf").open("a", encoding="utf-8") as file:
        file.write(f"\n{quoted}\n")
    _run(folder, "pg_ctl", "-D", str(data), "-w", "-s", "-l", str(folder / "log"), "start")
    atexit.register(_stop, folder, data)
    return folder


def _quoted(line: str) -> str:
    name, _, value = line.partition("=")
    return f"{name} = '{value}'"


def _stop(folder: Path, data: Path) -> None:
    _run(folder, "pg_ctl", "-D", str(data), "-m", "immediate", "-s", "stop")
    shutil.rmtree(folder, ignore_errors=True)


def _account() -> str:
    return ACCOUNT if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name


def _run(folder: Path, program: str, *arguments: str) -> None:
    command = [str(_programs() / program), *arguments]
    who: dict[str, object] = {}
    if os.geteuid() == 0:
        owner = pwd.getpwnam(ACCOUNT)
        who = {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": ()}
    done = _called(command, folder, who)
    if done.returncode:
        sys.stderr.write(done.stdout)
        message = f"{program} ended with {done.returncode}: {done.stdout}"
        raise ServerUnavailableError(message)


def _called(command: Sequence[str], folder: Path, who: dict[str, object]) -> "subprocess.CompletedProcess[str]":
    # Into a file, not a pipe: the server would hold the pipe open for as long as it lives.
    said = folder / "said"
    environment = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "HOME": str(folder)}
    with said.open("w", encoding="utf-8") as out:
        status = subprocess.run(
            command,
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env=environment,
            cwd=folder,
            check=False,
            **who,  # type: ignore[call-overload]
        ).returncode
    return subprocess.CompletedProcess(command, status, said.read_text(encoding="utf-8", errors="replace"))


def _programs() -> Path:
    found = sorted(PROGRAMS.glob("*/bin/initdb"), key=lambda one: int(one.parts[-3]))
    if not found:
        message = "no PostgreSQL here; install it: apt-get install postgresql"
        raise ServerUnavailableError(message)
    return found[-1].parent
