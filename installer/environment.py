"""Makes ``.venv`` from the hash-locked lists and re-makes those lists."""

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.system import VENV_PACKAGE, missing_packages, on_debian

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = ROOT / "installer" / "locks"
STAMP = VENV / "installed-locks.json"
OLDEST, NEWEST = (3, 11), (3, 13)
# uv's names; PySide6's Linux wheels need glibc 2.34 (Debian 12 has 2.36).
PLATFORMS = {"linux": "x86_64-manylinux_2_34", "windows": "x86_64-pc-windows-msvc"}
KINDS = ("runtime", "dev")


def venv_program(name: str) -> Path:
    """A program of the environment, on either system."""
    if sys.platform == "win32":
        return VENV / "Scripts" / f"{name}.exe"
    return VENV / "bin" / name


def lock_file(kind: str) -> Path:
    """The hash-locked list of ``kind`` (``runtime`` or ``dev``) for this system."""
    return LOCKS / f"{kind}-{'windows' if sys.platform == 'win32' else 'linux'}.txt"


def fingerprint(kind: str) -> str:
    """What the environment must have been made from: the list's digest and the Python."""
    digest = hashlib.sha256(lock_file(kind).read_bytes()).hexdigest()
    return f"python{sys.version_info.major}.{sys.version_info.minor} {digest}"


def installed_locks() -> dict[str, str]:
    """Kind → fingerprint of what was installed completely."""
    try:
        read = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(kind): str(mark) for kind, mark in read.items()} if isinstance(read, dict) else {}


def is_up_to_date(kind: str) -> bool:
    """Whether nothing need be installed; the ``dev`` list holds the ``runtime`` list."""
    marks = installed_locks()
    return any(marks.get(have) == fingerprint(have) for have in {kind, "dev"})


def supported_python() -> bool:
    """Whether this interpreter is one the lists were made for; says which are when not."""
    if OLDEST <= sys.version_info[:2] <= NEWEST:
        return True
    print(
        f"this is Python {sys.version_info.major}.{sys.version_info.minor}; "
        "facility-app needs 3.11, 3.12 or 3.13, e.g.: python3.13 installer/dev.py …"
    )
    return False


def venv_packages() -> list[str]:
    """The Debian package without which no environment can be made, where one must be made and it is missing."""
    can_make = importlib.util.find_spec("ensurepip") is not None
    return [] if can_make or venv_program("python").exists() else [VENV_PACKAGE]


def create_venv() -> bool:
    """Make an empty environment."""
    if venv_packages() and missing_packages([VENV_PACKAGE]):
        return False  # said already, with the line to run
    if venv_packages() and not on_debian():
        print("this Python has no ensurepip module; install its venv package, then try again")
        return False
    print(f"making {VENV}", flush=True)
    done = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    return done.returncode == 0


def install_lock(kind: str) -> bool:
    """Install the list, files checked against its hashes, nothing compiled; then remember it."""
    print(f"installing {lock_file(kind).relative_to(ROOT)} (about a minute)", flush=True)
    pip: list[str | Path] = [
        venv_program("python"),
        "-m",
        "pip",
        "--disable-pip-version-check",
        "--no-input",
        "install",
    ]
    options: list[str | Path] = ["-qq", "--require-hashes", "--only-binary", ":all:", "-r", lock_file(kind)]
    # Gone while packages change: an interrupted install must not look like a finished one.
    STAMP.unlink(missing_ok=True)
    if subprocess.run([*pip, *options], check=False).returncode != 0:
        print("the packages could not be installed: see above; is the package registry reachable?")
        return False
    STAMP.write_text(json.dumps({kind: fingerprint(kind)}) + "\n", encoding="utf-8")
    return True


def ensure_environment(kind: str) -> bool:
    """Make ``.venv`` hold the locked list of ``kind``; does nothing when it does already."""
    if not supported_python():
        return False
    if VENV.is_symlink():
        # A link is somebody's own environment: clearing it would empty a folder elsewhere.
        print(f"{VENV} is a link: used as it is")
        return venv_program("python").exists()
    if venv_program("python").exists() and is_up_to_date(kind):
        return True
    made_for_this = any(mark.startswith(fingerprint(kind).split()[0] + " ") for mark in installed_locks().values())
    if not (venv_program("python").exists() and made_for_this) and not create_venv():
        return False
    return install_lock(kind)


def make_locks(options: list[str]) -> int:
    """Re-make the four lists with uv (developers only); ``options`` go to uv, e.g. ``--upgrade``."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(VENV / ("Scripts" if os.name == "nt" else "bin")))
    if uv is None:
        print("uv is not installed; run: python3 -m pip install uv")
        return 3
    # Hashes must be those of the public registry, whatever this machine's pip is told.
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PIP_", "UV_"))}
    for system, platform in PLATFORMS.items():
        for kind in KINDS:
            target = LOCKS / f"{kind}-{system}.txt"
            # Whoever runs the program may be a province: its driver comes along, loaded only for a server.
            extra = ["--extra", "province", *(["--extra", "dev"] if kind == "dev" else [])]
            plain = ["--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--no-config"]
            for_whom = ["--python-version", "3.11", "--python-platform", platform, "--only-binary", ":all:"]
            command = [uv, "pip", "compile", "--quiet", "--generate-hashes", *plain, *for_whom, *extra, *options]
            done = subprocess.run(
                [*command, "-o", target, "pyproject.toml"], cwd=ROOT, env=environment, check=False
            )
            if done.returncode != 0:
                return done.returncode
            print(f"{target.relative_to(ROOT)}: {target.stat().st_size:,} bytes")
    return 0
