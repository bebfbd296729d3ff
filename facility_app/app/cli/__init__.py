"""The command line: the same services as the screens, for scripts, support and tests.

Exit codes: 0 done · 1 refused · 2 wrong usage · 3 a fault of the environment. Never a traceback, not even when
Ctrl-C comes in the half second in which the program is still being read: this file imports nothing slow.
"""

import json
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from facility_app.kernel.labels import label

if TYPE_CHECKING:
    from facility_app.db.keyslots import KdfParams

REFUSED = 1
STOPPED = label("cli", "Đã dừng theo yêu cầu.")


def main() -> None:
    """Entry point of the installed program."""
    arguments = sys.argv[1:]
    try:
        code = run(arguments)
    except KeyboardInterrupt:
        # A second Ctrl-C must not interrupt the answer to the first.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        code = _stopped(arguments)
    sys.exit(code)


def run(arguments: Sequence[str], kdf: "KdfParams | None" = None) -> int:
    """Do what the arguments say and return the exit code.

    Args:
        arguments: the words after the program's name.
        kdf: work of a key slot; less than usual only where a test makes many.
    """
    _speak_utf8()
    from facility_app.app.cli.call import call  # noqa: PLC0415 - half a second; whoever stops it gets a sentence

    return call(arguments, kdf)


def _speak_utf8() -> None:
    """Old Windows consoles answer in a code page that lacks Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def _stopped(arguments: Sequence[str]) -> int:
    """Answer a Ctrl-C that came before the rest of the program was there to answer."""
    from facility_app.app.paths import resources_folder  # noqa: PLC0415 - as above
    from facility_app.app.words import read_words  # noqa: PLC0415 - as above

    in_english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    message = read_words("en" if in_english else "vi", resources_folder())(STOPPED)
    if "--json" in arguments:
        document = {"error": {"code": "stopped", "message": message, "fields": {}}}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stderr.write(message + "\n")
    return REFUSED
