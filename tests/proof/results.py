"""Keeps the counted results of proofs and benchmarks in one Markdown file, a section for each."""

import os
import platform
import re
from pathlib import Path

HEADING = "# Results\n\nWritten by `prove`, `bench` and `test`; each section holds its last run and the machine.\n"


def record_section(results_path: Path, name: str, text: str) -> None:
    """Put ``text`` between the markers of ``name``, replacing what stood there or appending a new section.

    Args:
        results_path: the Markdown file; made when absent.
        name: stable name of the section.
        text: Markdown without the markers.
    """
    begin, end = f"<!-- proof:{name} -->", f"<!-- /proof:{name} -->"
    section = f"{begin}\n{text.strip()}\n{end}"
    before = results_path.read_text(encoding="utf-8") if results_path.exists() else HEADING
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    if pattern.search(before):
        after = pattern.sub(lambda _match: section, before, count=1)
    else:
        after = f"{before.rstrip()}\n\n{section}\n"
    if after != before or not results_path.exists():
        results_path.parent.mkdir(parents=True, exist_ok=True)
        results_path.write_text(after, encoding="utf-8", newline="\n")


def machine_line(sqlite_version: str) -> str:
    """The machine in one line: processor, cores, kernel, Python, SQLite."""
    parts = (
        processor(),
        f"{os.cpu_count()} cores",
        f"{platform.system()} {platform.release()}",
        f"Python {platform.python_version()}",
        f"SQLite {sqlite_version}",
    )
    return ", ".join(parts)


def processor() -> str:
    """The processor's model name as the system tells it."""
    listing = Path("/proc/cpuinfo")
    if listing.exists():
        for line in listing.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
