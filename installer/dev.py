"""The developer's commands: ``python3 installer/dev.py run`` and ``… test`` are the two of README.

Standard library only, Python 3.11 to 3.13, Linux and Windows. Exit codes: 0 done, 1 a check failed, 2 wrong
usage, 3 the machine lacks something (what to run is printed).
"""

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from installer.environment import ROOT, ensure_environment, make_locks, venv_packages, venv_program
from installer.new_slice import write_slice
from installer.system import RUN_PACKAGES, TEST_PACKAGES, ensure_packages

FAILED, USAGE, ENVIRONMENT = 1, 2, 3
PYTEST_WORKERS = 2
MEMORY_FOLDER = Path("/dev/shm")
MEMORY_ASKED = 4 * 1024**3  # bytes free there; the tests' files lived on take a tenth of it
DEMO_PASSWORD = "Du lieu gia dinh 2026"  # of a facility that does not exist


def call(*command: str | Path, environment: dict[str, str] | None = None) -> int:
    """Run a program from the project's root, its output shown as it comes."""
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def compiled_environment() -> dict[str, str]:
    """This process's environment, but every module is compiled once, not by each of the many processes started."""
    return {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def qt_loads() -> bool:
    """Whether Qt's libraries are all there; names the missing one when not."""
    probe: list[str | Path] = [venv_program("python"), "-c", "import PySide6.QtWidgets"]
    done = subprocess.run(probe, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print("Qt does not load on this system:", done.stderr.strip().rpartition("\n")[2], sep="\n  ")
    return done.returncode == 0


def prepare_run() -> bool:
    """The runtime environment and Qt's libraries; a missing package Qt does without stops nobody."""
    packages_there = ensure_packages([*RUN_PACKAGES, *venv_packages()])
    return ensure_environment("runtime") and (packages_there or qt_loads())


def prepare_test() -> bool:
    """Everything the checks need, down to the last package."""
    packages = [*RUN_PACKAGES, *TEST_PACKAGES, *venv_packages()]
    return ensure_packages(packages) and ensure_environment("dev") and qt_loads()


def setup(_arguments: list[str]) -> int:
    """Make the environment for working on the program."""
    return 0 if prepare_test() else ENVIRONMENT


def run(arguments: list[str]) -> int:
    """Open the program; without a screen: a fictional facility and its tour in a new temporary folder."""
    if not prepare_run():
        return ENVIRONMENT
    if arguments or has_screen():
        return call(venv_program("python"), "main.py", *arguments)
    return run_demo(Path(tempfile.mkdtemp(prefix="facility-app-")))


def has_screen() -> bool:
    """Whether a window can be shown here."""
    return sys.platform != "linux" or any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def run_demo(folder: Path) -> int:
    """Make a fictional facility and pictures of every page under ``folder``, check it, and say where all lies.

    Its secrets stay under ``folder`` too: a facility made to look at leaves nothing in the person's keyring.
    """
    data, state = folder / "data", folder / "state"
    # No bus: the device secret goes into a file of the state folder.
    environment = {**compiled_environment(), "FACILITY_APP_STATE": str(state), "QT_QPA_PLATFORM": "offscreen"}
    # A platform without a screen complains of every window it cannot place.
    environment["QT_LOGGING_RULES"] = "default.warning=false"
    environment["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={folder / 'no-bus'}"
    program: list[str | Path] = [venv_program("python"), "main.py"]
    code = call(*program, "demo", "--out", data, "--tour", environment=environment)
    password_file = folder / "password.txt"
    password_file.write_text(DEMO_PASSWORD + "\n", encoding="utf-8")
    look: list[str | Path] = [
        *program,
        "--data",
        data,
        "--user",
        "quantri",
        "--password-file",
        password_file,
        "check",
    ]
    if code == 0:
        code = call(*look, environment=environment)
    print(f"\ndata folder   {data}", f"state folder  {state}", f"pictures      {folder / 'data-tour'}", sep="\n")
    print(f"papers        {folder / 'data-papers'}")
    print(f"user          quantri, password in {password_file}")
    print(f"once more     FACILITY_APP_STATE={state} {' '.join(map(str, look))}", flush=True)
    return code


def scratch_environment() -> dict[str, str]:
    """Where the tests' files lie: in memory where there is room, for thousands of them wait for the disk else."""
    if not MEMORY_FOLDER.is_dir() or shutil.disk_usage(MEMORY_FOLDER).free < MEMORY_ASKED:
        return {}
    return {"PYTEST_DEBUG_TEMPROOT": str(MEMORY_FOLDER)}


def checks(pytest_arguments: list[str]) -> list[tuple[str, list[str]]]:
    """The checks in their order: cheap ones first, the tests' own summary last."""
    # Workers cost seconds of imports each, so a chosen few tests run in one process.
    pytest_options = pytest_arguments or ["-q", "-n", str(PYTEST_WORKERS)]
    return [
        ("format", ["-m", "ruff", "format", "--check", "."]),
        ("lint", ["-m", "ruff", "check", "."]),
        ("strict types", ["-m", "mypy"]),
        ("import contracts", ["-c", "from importlinter.cli import lint_imports_command as run; run()"]),
        ("tests", ["-m", "pytest", *pytest_options]),
    ]


def test(arguments: list[str]) -> int:
    """Run every check, offscreen, and stop at the first that fails; arguments go to pytest."""
    if not prepare_test():
        return ENVIRONMENT
    results = str(ROOT / "benchmarks" / "RESULTS.md")
    environment = {**compiled_environment(), "QT_QPA_PLATFORM": "offscreen", "FACILITY_RESULTS": results}
    # Some checkers draw with characters a Windows pipe does not know by itself.
    checker_environment = {**environment, "PYTHONUTF8": "1"}
    steps = checks(arguments)
    for name, command in steps[:-1]:
        started = time.monotonic()
        done = subprocess.run(
            [venv_program("python"), *command],
            cwd=ROOT,
            env=checker_environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        verdict = "ok" if done.returncode == 0 else "FAILED"
        print(f"{name:<18}{verdict:<8}{time.monotonic() - started:6.1f} s", flush=True)
        if done.returncode != 0:
            print(done.stdout, flush=True)
            return FAILED
    # Nothing is printed after pytest: its summary is the last line.
    return call(venv_program("python"), *steps[-1][1], environment={**environment, **scratch_environment()})


def bench(arguments: list[str]) -> int:
    """Measure the figures README quotes."""
    if not prepare_test():
        return ENVIRONMENT
    return call(venv_program("python"), "-m", "benchmarks", *arguments, environment=compiled_environment())


def prove(arguments: list[str]) -> int:
    """Run the long proofs."""
    if not prepare_test():
        return ENVIRONMENT
    command = ("-m", "tests.proof", "--long", *arguments)
    return call(venv_program("python"), *command, environment=compiled_environment())


def new_slice(arguments: list[str]) -> int:
    """Write the skeleton of a slice and its tests."""
    written = write_slice(ROOT, arguments)
    if venv_program("ruff").exists():
        # How lines break depends on how long the noun is.
        call(venv_program("ruff"), "format", "--quiet", *written)
    return 0


def refresh_words(_arguments: list[str]) -> int:
    """Bring the English catalogue in step with the labels of the source."""
    return call(sys.executable, "installer/words.py")


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "setup": setup,
    "run": run,
    "test": test,
    "bench": bench,
    "prove": prove,
    "new-slice": new_slice,
    "lock": make_locks,
    "words": refresh_words,
}


def main(arguments: Sequence[str]) -> int:
    """Find the command and hand it the rest of the line."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a Windows console may lack Vietnamese letters
    lines = [f"  {name:<11}{(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="dev.py",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(["commands:", *lines]),
    )
    parser.add_argument("command", choices=COMMANDS, metavar="command")
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="handed to the command")
    read = parser.parse_args(arguments)
    command: Callable[[list[str]], int] = COMMANDS[read.command]
    return command(read.arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
