"""What the charts paint: bands nobody comes near left out, doses in rows, a hollow bar where nothing was taken."""

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from facility_app.app.pages import PLAIN_PRESS
from facility_app.kernel.actor import Role
from facility_app.kernel.labels import label
from facility_app.modules.treatment.domain.asked import GivenDose
from facility_app.modules.treatment.domain.band_marks import BandMark, Scale, ScaleBand, mark_of
from facility_app.modules.treatment.domain.clinical_lists import clinical
from facility_app.modules.treatment.queries.course import Course, read_course
from facility_app.modules.treatment.queries.measured import Curve, Point
from facility_app.modules.treatment.ui.chart_card import ChartCard
from facility_app.modules.treatment.ui.chart_plan import ROWS_SHOWN, View, picture_of, place
from facility_app.modules.treatment.ui.chart_stack import DOSE_LABELS, DoseKind, StackChart
from facility_app.ui.theme import Theme, Tone
from tests.helpers.screens import Screens
from tests.modules.treatment.ward import NOW, WELL, Ward

GIVEN, REFUSED, VOMITED = label("terms", "Đã dùng"), label("terms", "Từ chối"), label("terms", "Nôn")
NAMES = (
    label("treatment", "Không"),
    label("treatment", "Nhẹ: theo dõi"),
    label("treatment", "Vừa"),
    label("treatment", "Nặng"),
)
EDGES = (0, 5, 13, 25, 48)
COWS = Scale(
    "COWS",
    48,
    tuple(ScaleBand(BandMark(NAMES[n], n, 4), EDGES[n], EDGES[n + 1]) for n in range(4)),
)


def points(*values: int) -> tuple[Point, ...]:
    """One value every six hours."""
    return tuple(Point(NOW + timedelta(hours=6 * number), value) for number, value in enumerate(values))


def course(
    doses: tuple[GivenDose, ...] = (), scores: tuple[int, ...] = (8, 6), **signs: tuple[Point, ...]
) -> Course:
    """Two days of it."""
    curve = Curve(NOW, NOW + timedelta(days=2), signs, {"COWS": points(*scores)} if scores else {})
    return Course(curve, doses, (COWS,), ())


def dose(medicine: str, hours: int, size: int = 30, *, is_taken: bool = True, at: datetime = NOW) -> GivenDose:
    """One dose."""
    amount = f"{size} mg" if is_taken else ""
    return GivenDose(at + timedelta(hours=hours), medicine, amount, size, is_taken, GIVEN if is_taken else REFUSED)


def test_a_curve_is_shown_in_its_bands_and_those_nobody_comes_near_do_not_press_it_flat() -> None:
    (panel,) = picture_of(course(), View.WITHDRAWAL).panels
    # The highest score was mild: the band above is seen, the gravest is not.
    assert [(one.words, one.low, one.high) for one in panel.bands] == [
        ("không", 0, 5),
        ("nhẹ", 5, 13),
        ("vừa", 13, 25),
    ]
    assert (panel.low, panel.high) == (0, 25)
    (panel,) = picture_of(course(scores=(13, 30)), View.WITHDRAWAL).panels
    assert [band.tone for band in panel.bands] == [Tone.OK, Tone.NEUTRAL, Tone.WARNING, Tone.DANGER]
    assert panel.series[0].points[1].says.endswith("COWS: 30, nặng")


def test_doses_stand_under_the_curve_on_its_axis_as_high_as_they_are_and_hollow_when_refused() -> None:
    doses = (dose("Methadon", 1, 20), dose("Methadon", 25, 40), dose("Diazepam", 2, 10, is_taken=False))
    seen = picture_of(course(doses), View.WITHDRAWAL)
    methadone, diazepam = seen.rows
    assert [(mark.share, mark.kind) for mark in methadone.marks] == [(0.5, DoseKind.TAKEN), (1.0, DoseKind.TAKEN)]
    assert methadone.marks[0].at == place(NOW + timedelta(hours=1))
    assert diazepam.marks[0].says.endswith("Diazepam: từ chối")
    assert diazepam.marks[0].kind is DoseKind.NOT_TAKEN
    assert seen.dose_kinds == (DoseKind.TAKEN, DoseKind.NOT_TAKEN)
    many = tuple(dose(f"Thuốc {n}", n) for n in range(ROWS_SHOWN + 3))
    rows = picture_of(course(many), View.WITHDRAWAL).rows
    assert (len(rows), rows[-1].name, len(rows[-1].marks)) == (ROWS_SHOWN, "4 thuốc khác", 4)


def test_a_vomited_dose_has_a_mark_and_a_legend_word_of_its_own(dressed: Theme, qtbot: QtBot) -> None:
    came_up = replace(dose("Methadon", 25, 40), is_vomited=True, outcome=VOMITED)
    seen = picture_of(course((dose("Methadon", 1, 40), came_up)), View.WITHDRAWAL)
    (methadone,) = seen.rows
    assert [mark.kind for mark in methadone.marks] == [DoseKind.TAKEN, DoseKind.VOMITED]
    assert methadone.marks[1].says.endswith("Methadon 40 mg: nôn")
    assert [str(DOSE_LABELS[kind]) for kind in seen.dose_kinds] == ["Đã dùng", "Nôn"]
    # They differ in what is painted, not only in what is said.
    given = picture_of(course((dose("Methadon", 1, 40), dose("Methadon", 25, 40))), View.WITHDRAWAL)
    pictures = []
    for one in (seen, replace(seen, rows=given.rows)):
        chart = StackChart(dressed, "", one)
        qtbot.addWidget(chart)
        pictures.append(chart.grab().toImage())
    assert pictures[0] != pictures[1]
    # In a row many share, what went worst is what is seen.
    crowd = [dose(f"Thuốc {n}", 25) for n in range(ROWS_SHOWN)] + [came_up]
    assert picture_of(course(tuple(crowd)), View.WITHDRAWAL).rows[-1].marks[0].kind is DoseKind.VOMITED


def test_pressure_is_a_stroke_beside_the_pulse_and_a_value_without_its_pair_is_not_drawn() -> None:
    seen = picture_of(course(sbp=points(120, 130), dbp=points(80), pulse=points(72, 75)), View.VITALS)
    (panel,) = seen.panels
    assert [(one.low, one.high) for one in panel.strokes] == [(80, 120)]
    assert [one.name for one in panel.series] == ["Mạch"]
    assert picture_of(course(scores=()), View.WITHDRAWAL).is_empty
    assert picture_of(course(), View.WEIGHT).is_empty
    (weight,) = picture_of(course(weight=points(520, 534)), View.WEIGHT).panels
    assert (weight.low, weight.high) == (51, 55)


def test_a_charts_picture_leaves_the_program_with_a_trace_and_says_on_paper_what_it_says_on_the_screen(
    ward: Ward, dressed: Theme, qtbot: QtBot, tmp_path: Path
) -> None:
    seat = Screens(ward.facility, ward.actor(Role.NURSE), dressed, qtbot)
    card = ChartCard(seat.context, PLAIN_PRESS)
    qtbot.addWidget(card)
    card.show_stay(ward["duc"])
    assert card.why_empty() == "Chưa có gì để vẽ."
    ward.measure(WELL)
    card.ask()
    assert card.why_empty() is None
    (chart,) = card.findChildren(StackChart)
    assert any("huyết áp 120/80" in said for said in chart.says())
    card.save_file(str(tmp_path / "bieu-do.png"))
    assert QImage(str(tmp_path / "bieu-do.png")).width() > 1000
    assert ward.sql("SELECT count(*) FROM audit_entry WHERE verb = 'treatment.take_chart'") == [(1,)]
    seat.leave()


def test_a_course_of_a_whole_stay_begins_with_the_first_day_and_a_band_is_read_as_it_was_kept(ward: Ward) -> None:
    ward.measure(WELL)
    whole = ward.read(read_course, ward["duc"], 0)
    assert [one.code for one in whole.scales] == ["COWS", "CIWA-Ar", "SOWS"]
    assert (whole.curve.to_at - whole.curve.from_at).days == 4
    with ward.facility.database.read(ward.actor(Role.DOCTOR)) as uow:
        library = clinical(uow.ports.shelf).instruments
    grave = mark_of(library, "GCS", 1, "severe")
    mild = mark_of(library, "CIWA-Ar", 1, "mild", "asam")
    assert (grave and grave.place, mild and mild.place) == (2, 0)
    assert mark_of(library, "COWS", 99, "mild") is None
