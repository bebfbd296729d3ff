"""Other processes of the same program, for rules that hold between processes."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def environment(**changes: str) -> dict[str, str]:
    """This process's environment with the program importable and ``changes``."""
    return {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", **changes}


def start_python(script: str, *arguments: str | Path) -> subprocess.Popen[str]:
    """Run ``script`` in a new interpreter, with pipes; end it yourself."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    pipe = subprocess.PIPE
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, env=environment())
