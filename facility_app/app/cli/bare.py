"""What the command line says where its libraries are missing: one sentence, from the standard library alone.

No label here: even labels need one of those libraries, so both languages stand side by side.
"""

import json
import sys
from collections.abc import Sequence

FAULT = 3
SENTENCES = {
    "vi": "Thiếu thư viện của chương trình ({name}). Hãy chạy “python3 installer/dev.py setup” một lần trong thư "
    "mục chương trình, rồi dùng python của .venv vừa tạo.",
    "en": "A library of the program is missing ({name}). Run “python3 installer/dev.py setup” once in the "
    "program's folder, then use the python of the .venv it makes.",
}


def is_library(name: str | None) -> bool:
    """Whether what could not be imported is somebody else's; one of our own modules missing is our fault."""
    return name is not None and name.split(".")[0] != "facility_app"


def without_libraries(name: str, arguments: Sequence[str]) -> int:
    """Name the way on, and return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    in_english = "en" in [word.removeprefix("--lang=") for word in arguments]
    message = SENTENCES["en" if in_english else "vi"].format(name=name.split(".", maxsplit=1)[0])
    if "--json" in arguments:
        document = {"error": {"code": "libraries_missing", "message": message, "fields": {}}}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
    else:
        sys.stderr.write(message + "\n")
    return FAULT
