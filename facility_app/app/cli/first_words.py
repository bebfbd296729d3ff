"""What the command line can say before the rest of it is there: nothing slow is imported here."""

import json
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise

from facility_app.app.paths import resources_folder
from facility_app.app.words import read_words
from facility_app.kernel.labels import label

REFUSED = 1
STOPPED = label("cli", "Đã dừng theo yêu cầu.")


def speak_utf8() -> None:
    """Old Windows consoles answer in a code page that lacks Vietnamese letters."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")


def stopped(arguments: Sequence[str]) -> int:
    """Answer a Ctrl-C nobody else answered, and return the exit code; the process must end with it."""
    # A second Ctrl-C must not interrupt the answer to the first.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    speak_utf8()
    in_english = "--lang=en" in arguments or ("--lang", "en") in pairwise(arguments)
    message = read_words("en" if in_english else "vi", resources_folder())(STOPPED)
    if "--json" in arguments:
        document = {"error": {"code": "stopped", "message": message, "fields": {}}}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stderr.write(message + "\n")
    return REFUSED
