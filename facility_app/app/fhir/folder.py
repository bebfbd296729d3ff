"""Resources to files, one a kind, a line each (NDJSON): the folder is there whole, or not at all."""

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final, TextIO

from facility_app.app.fhir.codes import LOINC_NOTICE
from facility_app.app.fhir.elements import Resource
from facility_app.db.durable import OWNER_ONLY, as_fault, sync_folder

PART: Final = ".dang-ghi"
"""Behind the name of a folder that is not whole yet."""
MANIFEST: Final = "manifest.json"
FOLDER_MODE: Final = 0o700


def write_folder(folder: Path, resources: Iterable[Resource], facts: Mapping[str, Any]) -> dict[str, int]:
    """Write every resource, then a manifest with ``facts``, the counts and the notice LOINC asks for.

    Args:
        folder: not there, or empty.
        resources: in any order.
        facts: what else the manifest says.

    Returns:
        Kind of resource → how many.

    Raises:
        EnvironmentFault: ``disk_full``, ``no_access``, ``disk_fault``; nothing is left then.
    """
    part = folder.with_name(f"{folder.name}{PART}")
    try:
        # What a run that was killed left behind is clear text: it does not stay.
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(mode=FOLDER_MODE, parents=True)
        counts = _write_lines(part, resources)
        _write_manifest(part, counts, facts)
        sync_folder(part)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
        sync_folder(folder.parent)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise as_fault(error, folder.name) from error
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return counts


def _write_lines(part: Path, resources: Iterable[Resource]) -> dict[str, int]:
    counts: Counter[str] = Counter()
    files: dict[str, TextIO] = {}
    with ExitStack() as opened:
        for one in resources:
            kind = str(one["resourceType"])
            if kind not in files:
                files[kind] = opened.enter_context(_new(part / f"{kind}.ndjson"))
            files[kind].write(json.dumps(one, ensure_ascii=False, separators=(",", ":")) + "\n")
            counts[kind] += 1
        for file in files.values():
            file.flush()
            os.fsync(file.fileno())
    return dict(sorted(counts.items()))


def _write_manifest(part: Path, counts: Mapping[str, int], facts: Mapping[str, Any]) -> None:
    output = [{"type": kind, "url": f"{kind}.ndjson", "count": count} for kind, count in counts.items()]
    document = {**facts, "fhirVersion": "4.0.1", "output": output, "notice": LOINC_NOTICE}
    with _new(part / MANIFEST) as file:
        file.write(json.dumps(document, ensure_ascii=False, indent=2) + "\n")
        file.flush()
        os.fsync(file.fileno())


def _new(path: Path) -> TextIO:
    """A new file only its owner reads."""
    # Windows would turn each end of a line into two characters.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(path, flags, OWNER_ONLY), "w", encoding="utf-8", newline="\n")
