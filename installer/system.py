"""Which Debian packages the program and its tests need, and how a machine gets the missing ones."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

# Qt's own libraries, read with ldd on a bare Debian 12: an import, the offscreen platform, then xcb.
RUN_PACKAGES = (
    "libglib2.0-0",
    "libgl1",
    "libegl1",
    "libx11-6",
    "libx11-xcb1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libfreetype6",
    "libbrotli1",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-shm0",
    "libxcb-sync1",
    "libxcb-xfixes0",
    "libxcb-xkb1",
    "libxcb-glx0",
)
TEST_PACKAGES = (
    "xvfb",  # a real X screen
    "gnome-keyring",  # the real keyring: open, locked
    "dbus",
    "libsecret-tools",
    "gcc",  # the write recorder
    "libc6-dev",
    "binutils",  # strings
    "sqlite3",  # the stock library that must not open the file
    "postgresql",  # a real server for the receiver, started by the tests in a folder of their own
    "bindfs",  # a real file system that is not of this machine's disk
)
VENV_PACKAGE = "python3-venv"
DEBIAN_MARK = Path("/etc/debian_version")


def on_debian() -> bool:
    """Whether this is Debian or one of its children, with apt."""
    return DEBIAN_MARK.exists() and shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def is_root() -> bool:
    """Whether packages can be installed without asking anyone."""
    return sys.platform != "win32" and os.geteuid() == 0


def parse_installed(listing: str) -> frozenset[str]:
    """Names of the packages that a listing of "package state" lines calls installed."""
    rows = (line.split() for line in listing.splitlines())
    return frozenset(row[0] for row in rows if len(row) == 2 and row[1] == "installed")  # noqa: PLR2004 - name, state


def missing_packages(wanted: Sequence[str]) -> list[str]:
    """The packages of ``wanted`` this Debian lacks; empty elsewhere.

    Newer releases call some libraries ``…t64``; those count.
    """
    if not on_debian():
        return []
    names = [name for package in wanted for name in (package, f"{package}t64")]
    query = ["dpkg-query", "-W", "-f", "${Package} ${db:Status-Status}\n", *names]
    # The exit code only says that one of the names is unknown.
    found = parse_installed(subprocess.run(query, capture_output=True, text=True, check=False).stdout)
    return [package for package in wanted if package not in found and f"{package}t64" not in found]


def install_line(packages: Sequence[str]) -> str:
    """The one line a person without root runs."""
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def install_packages(packages: Sequence[str]) -> bool:
    """Install with apt as root; apt's output is shown only when it fails."""
    print(f"installing system packages: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages],
    ):
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            print(done.stdout, f"failed: {' '.join(command)}", sep="\n", flush=True)
            return False
    return True


def ensure_packages(wanted: Sequence[str]) -> bool:
    """Make sure the packages are there; says what to run and answers False when they are not."""
    missing = missing_packages(wanted)
    if not missing:
        return True
    if is_root():
        return install_packages(missing)
    print(f"system packages are missing; run this line, then try again:\n  {install_line(missing)}", flush=True)
    return False
