"""``python -m benchmarks.forms``: how fast official forms are set, against a canvas that writes the same words."""

import argparse
import io
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from benchmarks.figures import Figure
from facility_app.app.paths import resources_folder
from facility_app.db.driver import sqlite_version
from facility_app.documents.flow import Sheet, paginate
from facility_app.documents.forms.fields import Payload
from facility_app.documents.forms.filling import Filler
from facility_app.documents.forms.layout import Layout
from facility_app.documents.forms.library import FormLibrary
from facility_app.documents.forms.printing import BOTTOM, LEFT, RIGHT, TOP, PrintMarks, render
from facility_app.documents.forms.spec import FormSpec, Wall
from facility_app.documents.measure import Measures
from facility_app.documents.typeface import Fonts
from tests.documents.forms.measured import Letters, lines
from tests.documents.forms.samples import filled
from tests.proof.results import machine_line, record_section

RESULTS = Path(__file__).parent / "RESULTS.md"
GOAL_RATIO, GOAL_PACKET_S, GOAL_FIFTY_S = 0.3, 1.0, 25.0
PACKET = ("V-50", "V-23", "V-19", "V-51", "I-03", "I-04")
"""What leaves with a person."""
CODE = "FAC1." + "ABCDEFG7" * 29


def figures(rounds: int) -> list[Figure]:
    """Engine, one packet, fifty packets."""
    fonts = Fonts.in_folder(resources_folder() / "fonts" / "liberation-serif")
    library = FormLibrary.load(resources_folder() / "forms")
    measured = [
        engine(library.get(form_id), fonts, rounds, pages) for form_id, pages in (("V-29", 1), ("V-29", 60))
    ]
    return [*measured, packets(library, fonts, 1, GOAL_PACKET_S), packets(library, fonts, 50, GOAL_FIFTY_S)]


def engine(spec: FormSpec, fonts: Fonts, rounds: int, times: int) -> Figure:
    """Pages a second of one form, its free text ``times`` as long, and of a canvas that writes the same lines."""
    payload = {**filled(spec), "facility_duties": "\n".join([_CLAUSE] * (times * 9))}
    pdf = render(spec, payload, fonts)
    found = lines(pdf)
    pages = max(one.page for one in found)
    ours = _median(lambda: render(spec, payload, fonts), rounds)
    raw = _median(lambda: _written(found, fonts), rounds)
    laid = _median(lambda: _laid(spec, payload, fonts), rounds)
    return Figure(
        f"{spec.id} of {pages} pages, CPU",
        f"{pages / ours:.0f} pages/s ({laid / ours:.0%} of the time lays out)",
        f"raw canvas, the same lines: {pages / raw:.0f} pages/s (×{raw / ours:.2f})",
        f"≥ {GOAL_RATIO} × the canvas",
        raw / ours >= GOAL_RATIO,
    )


def packets(library: FormLibrary, fonts: Fonts, count: int, goal: float) -> Figure:
    """The papers of ``count`` people, each with its code."""
    papers = [(library.get(form_id), filled(library.get(form_id))) for form_id in PACKET]

    def once() -> None:
        for _ in range(count):
            for spec, payload in papers:
                render(spec, payload, fonts, marks=PrintMarks(copy=1, qr=CODE))

    taken = _median(once, 3)
    name = f"{count} × the {len(PACKET)} papers of a release with codes, CPU"
    return Figure(name, f"{taken:.2f} s", "", f"≤ {goal:.0f} s", taken <= goal)


def _median(work: Callable[[], object], rounds: int) -> float:
    costs = []
    for _ in range(rounds):
        before = time.process_time()
        work()
        costs.append(time.process_time() - before)
    return statistics.median(costs)


def _written(found: Sequence[Letters], fonts: Fonts) -> bytes:
    """The same letters at the same places, by the library's canvas alone."""
    typeface = fonts.ready()
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1, pageCompression=1, initialFontName=typeface.regular)
    page = 1
    for one in found:
        if one.page != page:
            canvas.showPage()
            page = one.page
        canvas.setFont(_named(one.face), one.size)
        canvas.drawString(one.left, one.base, one.text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _named(face: str) -> str:
    return face if "-" in face else f"{face}-Regular"


def _laid(spec: FormSpec, payload: Payload, fonts: Fonts) -> object:
    measures = Measures(fonts.ready())
    sheet = Sheet(A4, TOP, RIGHT, BOTTOM, LEFT)
    layout = Layout(
        spec, Filler(spec, payload, measures.typeface.writable), measures, (sheet.width, sheet.height(1))
    )
    return paginate(layout.pieces(Wall.OPEN), sheet)


_CLAUSE = (
    "Cơ sở có trách nhiệm tổ chức cai nghiện theo đúng quy trình, bảo đảm chế độ ăn, ở, khám bệnh, chữa bệnh cho "
    "người cai nghiện; thông báo cho gia đình kết quả từng giai đoạn và phối hợp giải quyết khi có việc đột xuất."
)


def main() -> int:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description="Measure how fast official forms are set.")
    parser.add_argument("--rounds", type=int, default=7, help="each figure is the median of so many runs")
    parser.add_argument("--results", type=Path, default=RESULTS, help="file to write to")
    asked = parser.parse_args()
    found = figures(asked.rounds)
    machine = machine_line(".".join(map(str, sqlite_version())))
    heads = ["| What | Measured | Floor | Goal | Holds |", "|---|---|---|---|---|"]
    text = "\n".join(["## Forms", "", machine, "", *heads, *(figure.row() for figure in found)])
    print(text)
    record_section(asked.results, "figures-forms", text)
    return 0 if all(figure.holds for figure in found) else 1


if __name__ == "__main__":
    sys.exit(main())
