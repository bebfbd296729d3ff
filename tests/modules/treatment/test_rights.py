"""Every verb and query of the slice against every role; the right is asked for before what the file has."""

from collections.abc import Callable
from datetime import date
from typing import Any

from facility_app.db.attachments import NamedFiles
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, EnvironmentFault, PermissionDenied, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.housing.api import NeedKind
from facility_app.modules.stays.domain.events import StayEnded, StayOpened, StayVoided
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.types import StayType
from facility_app.modules.treatment import domain
from facility_app.modules.treatment.domain import RIGHT_TO_NOTE, DrugTestReading, VitalSign
from facility_app.modules.treatment.domain.fitness import WorkVerdict
from facility_app.modules.treatment.domain.health_check import HealthCheckKind, HealthVerdict
from facility_app.modules.treatment.domain.infections import Consent, Disease, InfectionResult
from facility_app.modules.treatment.domain.observation import Situation
from facility_app.modules.treatment.domain.record import EntryKind, NoteKind
from facility_app.modules.treatment.domain.samples import SampleAnswer, TestReason
from facility_app.modules.treatment.domain.serious import EventKind, EventStep, Harm
from facility_app.modules.treatment.domain.watch import Seen, WatchLevel
from facility_app.modules.treatment.papers.charts import Days
from facility_app.modules.treatment.papers.letters import Referral
from facility_app.modules.treatment.queries import (
    closed_list,
    course,
    door,
    drug_tests,
    due,
    due_board,
    explaining,
    icd_file,
    measured,
    person,
    pressures,
    record,
    samples,
    watches,
)
from facility_app.modules.treatment.queries import exported as exported_rows
from facility_app.modules.treatment.queries import fitness as fitness_rows
from facility_app.modules.treatment.queries import health_checks as check_rows
from facility_app.modules.treatment.queries import hiv as hiv_rows
from facility_app.modules.treatment.queries import icd as icd_rows
from facility_app.modules.treatment.queries import infections as infection_rows
from facility_app.modules.treatment.queries import oxygen as oxygen_rows
from facility_app.modules.treatment.queries import scales as scale_rows
from facility_app.modules.treatment.queries import serious as event_rows
from facility_app.modules.treatment.queries import ward as ward_rows
from facility_app.modules.treatment.service import (
    charting,
    drug_results,
    exporting,
    fitness,
    following,
    health_checks,
    hiv,
    icd,
    infections,
    looking,
    measuring,
    notes,
    oxygen,
    placing,
    plans,
    printing,
    sample_keeping,
    sampling,
    scales,
    scheduling,
    scoring,
    serious,
    spells,
    striking,
    triage,
    warning,
    watching,
)
from facility_app.sheets.workbook import read_book
from tests.helpers.cases import each
from tests.helpers.rights import Call, public_functions
from tests.modules.treatment.ward import NOW, Ward

ROOMS = (
    pressures,
    *(closed_list, due_board, samples, scale_rows, ward_rows, health_checks, check_rows),
    *(exported_rows, exporting, oxygen, oxygen_rows, icd, icd_file, icd_rows),
    *(
        door,
        drug_tests,
        explaining,
        measured,
        record,
        watches,
        hiv_rows,
        infection_rows,
        charting,
        drug_results,
        hiv,
    ),
    *(
        infections,
        following,
        looking,
        measuring,
        notes,
        placing,
        plans,
        sample_keeping,
        sampling,
        scales,
        scheduling,
        scoring,
    ),
    *(
        serious,
        event_rows,
        fitness,
        fitness_rows,
        printing,
        spells,
        striking,
        triage,
        watching,
        warning,
        course,
        due,
        person,
    ),
)
NOBODY = "0" * 32
DAYS = Days(NOBODY, date(2026, 11, 20), date(2026, 11, 23))
R = Role
DOCTOR = {R.DOCTOR}
LEADING = {R.DOCTOR, R.CHIEF_NURSE}
HEALTH = {R.DOCTOR, R.CHIEF_NURSE, R.NURSE}
WATCHING = {R.GUARD, R.TEAM_OFFICER}
INSIDE = set(Role) - {R.ADMIN, R.EXCHANGE}
# Who may what, by role, as the table of access of the clinical reference has it; typed here a second time.
HOLDERS: dict[str, set[Role]] = {
    "READ_RECORD": HEALTH,
    "READ_PSYCHIATRIC": HEALTH | {R.COUNSELLOR},
    "OPEN_RECORD": {R.HEAD},
    "READ_VITALS": HEALTH | {R.HEAD, R.AUDITOR},
    "READ_SCORES": HEALTH | {R.HEAD, R.AUDITOR, R.COUNSELLOR},
    "KNOW_TRIAGE": INSIDE,
    "FOLLOW_STAYS": INSIDE,
    "TRIAGE": HEALTH,
    "ANSWER_FLAGS": LEADING,
    "WRITE_RECORD": DOCTOR,
    "WRITE_CARE": HEALTH,
    "STRIKE_OUT": HEALTH,
    "MEASURE": HEALTH,
    "SCORE": HEALTH,
    "CHOOSE_BANDS": DOCTOR,
    "PLAN_OBSERVATION": LEADING,
    "ORDER_OXYGEN": DOCTOR,
    "START_WATCH": HEALTH,
    "ORDER_WATCH": DOCTOR,
    "RECORD_CHECKS": HEALTH | WATCHING,
    "KNOW_WATCH": HEALTH | WATCHING | {R.COUNSELLOR, R.HEAD, R.AUDITOR},
    "ASK_PLACEMENT": LEADING,
    "ORDER_DRUG_TESTS": DOCTOR | {R.HEAD},
    "TAKE_SAMPLES": HEALTH,
    "RECORD_DRUG_RESULTS": DOCTOR,
    "READ_DRUG_TESTS": HEALTH | {R.COUNSELLOR, R.HEAD, R.AUDITOR},
    "KNOW_DRUG_OUTCOME": HEALTH | WATCHING | {R.COUNSELLOR, R.HEAD, R.AUDITOR},
    "DECIDE_TELLING": {R.HEAD},
    "KEEP_ICD": DOCTOR,
    "KEEP_KITS": LEADING,
    "RECORD_CONSENT": HEALTH | {R.COUNSELLOR},
    "RECORD_INFECTIONS": HEALTH,
    "READ_INFECTIONS": HEALTH | {R.HEAD},
    "KEEP_HIV": HEALTH | {R.COUNSELLOR},
    "READ_HIV": HEALTH | {R.COUNSELLOR, R.HEAD},
    "EXPORT_HEALTH": {R.DOCTOR, R.HEAD},
    "EXPORT_ALL_HEALTH": {R.HEAD},
    "RECORD_EVENTS": HEALTH,
    "READ_EVENTS": HEALTH | {R.HEAD, R.AUDITOR},
    "CLOSE_EVENTS": LEADING | {R.HEAD},
    "DECIDE_FITNESS": DOCTOR,
    "KNOW_FITNESS": HEALTH | {R.LABOUR, R.TEAM_OFFICER, R.TEACHER, R.HEAD, R.AUDITOR},
}


def asked(name: str, right: str, run: Callable[..., object], *arguments: Any) -> Call:
    """A call about what the file does not have: whoever may is told so, everybody else is refused before."""

    def call(uow: UnitOfWork) -> object:
        try:
            return run(uow, *arguments)
        except (UserError, ConflictError, EnvironmentFault):
            return None

    return Call(name, frozenset(HOLDERS[right]), call)


ICD_BOOK = read_book(b"a;b\n1;2\n", "a.csv")
OF_HIV = hiv.OfHivTest(NOBODY, 1, "x")
EVENT = serious.RecordEvent(NOBODY, EventKind.FALL, Harm.WATCHED, "sân", "A", "ngã", "băng")
CHECK = health_checks.RecordHealthCheck(NOBODY, HealthCheckKind.YEARLY, "x", "x", HealthVerdict.WELL)
EVENT_STEP = serious.RecordEventStep(NOBODY, EventStep.MINUTES)
CALLS = (
    asked("list_work_fitness", "KNOW_FITNESS", fitness_rows.list_work_fitness, [NOBODY], NOW.date()),
    asked("list_waiting_fitness", "DECIDE_FITNESS", fitness_rows.list_waiting_fitness),
    asked(
        "decide_fitness",
        "DECIDE_FITNESS",
        fitness.decide_fitness,
        fitness.DecideFitness(NOBODY, WorkVerdict.FIT, date(2030, 1, 1)),
    ),
    asked("strike_fitness", "DECIDE_FITNESS", fitness.strike_fitness, fitness.StrikeFitness(NOBODY, "x")),
    asked("list_health_checks", "READ_RECORD", check_rows.list_health_checks, NOBODY),
    asked("get_health_check", "READ_RECORD", check_rows.get_health_check, NOBODY),
    asked("last_health_checks", "READ_RECORD", check_rows.last_health_checks, [NOBODY]),
    asked("list_due_check_ids", "READ_RECORD", check_rows.list_due_check_ids, Look()),
    asked("list_due_check_rows", "READ_RECORD", check_rows.list_due_check_rows, [f"yearly:{NOBODY}"]),
    asked("record_health_check", "WRITE_RECORD", health_checks.record_health_check, CHECK),
    asked("tell_checked", "WRITE_RECORD", health_checks.tell_checked, NOBODY, NOBODY, HealthCheckKind.RELEASE),
    asked("print_health_check", "READ_RECORD", printing.print_health_check, NOBODY),
    asked("list_event_ids", "READ_EVENTS", event_rows.list_event_ids, Look()),
    asked("list_event_rows", "READ_EVENTS", event_rows.list_event_rows, [NOBODY]),
    asked("get_event", "READ_EVENTS", event_rows.get_event, NOBODY),
    asked("record_event", "RECORD_EVENTS", serious.record_event, EVENT),
    asked("record_event_step", "RECORD_EVENTS", serious.record_event_step, EVENT_STEP),
    asked("close_event", "CLOSE_EVENTS", serious.close_event, serious.CloseEvent(NOBODY, 1, "ổn")),
    asked("strike_event", "RECORD_EVENTS", serious.strike_event, serious.StrikeEvent(NOBODY, 1, "x")),
    asked("print_event", "READ_EVENTS", printing.print_event, NOBODY),
    asked("list_ward", "READ_VITALS", ward_rows.list_ward),
    asked("find_patients", "KNOW_WATCH", ward_rows.find_patients, "x"),
    asked("find_screened", "READ_HIV", ward_rows.find_screened, "x"),
    asked("find_patient", "KNOW_WATCH", ward_rows.find_patient, NOBODY),
    asked("find_patient_of", "KNOW_WATCH", ward_rows.find_patient_of, NOBODY),
    asked("list_due_lines", "SCORE", due_board.list_due_lines),
    asked("list_instruments", "SCORE", scale_rows.list_instruments),
    asked("get_clinical", "SCORE", scale_rows.get_clinical),
    asked("get_desk", "SCORE", scale_rows.get_desk, NOBODY, "COWS"),
    asked("list_watch_lines", "KNOW_WATCH", watches.list_watch_lines),
    asked("list_sample_ids", "READ_DRUG_TESTS", samples.list_sample_ids, Look()),
    asked("list_sample_rows", "READ_DRUG_TESTS", samples.list_sample_rows, [NOBODY]),
    asked("get_sample", "READ_DRUG_TESTS", samples.get_sample, NOBODY),
    asked("list_panels", "READ_DRUG_TESTS", samples.list_panels),
    asked("find_key", "READ_HIV", closed_list.find_key, NOBODY),
    asked("list_screening_looks", "OPEN_RECORD", closed_list.list_screening_looks, NOBODY),
    asked("get_door_state", "KNOW_TRIAGE", door.get_door_state, NOBODY, NOW),
    asked("list_door_states", "KNOW_TRIAGE", door.list_door_states, {NOBODY: NOW}),
    asked("read_course", "READ_VITALS", course.read_course, NOBODY, 30),
    asked("list_due", "READ_VITALS", due.list_due, NOBODY),
    asked("read_person", "READ_SCORES", person.read_person, NOBODY),
    asked("take_chart", "READ_VITALS", looking.take_chart, looking.TakeChart(NOBODY, "x")),
    asked("list_kits", "READ_DRUG_TESTS", drug_tests.list_kits),
    asked("list_tests", "READ_DRUG_TESTS", drug_tests.list_tests, NOBODY),
    asked("get_test", "READ_DRUG_TESTS", drug_tests.get_test, NOBODY),
    asked("list_explaining", "READ_DRUG_TESTS", explaining.list_explaining, NOBODY),
    asked("list_outcomes", "KNOW_DRUG_OUTCOME", drug_tests.list_outcomes, NOBODY),
    asked("list_vitals", "READ_VITALS", measured.list_vitals, NOBODY),
    asked("read_curve", "READ_VITALS", measured.read_curve, NOBODY),
    asked("list_scores", "READ_SCORES", measured.list_scores, NOBODY),
    asked("get_score", "READ_SCORES", measured.get_score, NOBODY),
    asked("list_plans", "READ_VITALS", measured.list_plans, NOBODY),
    asked("list_oxygen_targets", "READ_VITALS", oxygen_rows.list_oxygen_targets, NOBODY),
    asked("set_oxygen_target", "ORDER_OXYGEN", oxygen.set_oxygen_target, oxygen.SetOxygenTarget(NOBODY, "x")),
    asked("end_oxygen_target", "ORDER_OXYGEN", oxygen.end_oxygen_target, oxygen.EndOxygenTarget(NOBODY, 1, "x")),
    asked("answers_measured", "READ_VITALS", measured.answers_measured, NOBODY, "COWS"),
    asked("get_record_number", "READ_RECORD", record.get_record_number, NOBODY),
    asked("list_triages", "READ_RECORD", record.list_triages, NOBODY),
    asked("list_notes", "READ_RECORD", record.list_notes, NOBODY),
    asked("list_psychiatric_notes", "READ_PSYCHIATRIC", record.list_psychiatric_notes, NOBODY),
    asked("list_diagnoses", "READ_RECORD", record.list_diagnoses, NOBODY),
    asked("list_placement_reasons", "READ_RECORD", record.list_placement_reasons, NOBODY),
    asked("search_diagnoses", "READ_RECORD", record.search_diagnoses, "F11", date(2026, 11, 23)),
    asked("icd_table", "KEEP_ICD", icd_file.icd_table),
    asked("find_icd_in_force", "KEEP_ICD", icd_rows.find_icd_in_force),
    asked("read_icd_file", "KEEP_ICD", icd_file.read_icd_file, ICD_BOOK),
    asked("import_icd", "KEEP_ICD", icd.import_icd, icd.ImportIcd(ICD_BOOK, date(2027, 1, 1))),
    asked("list_last_pressures", "READ_VITALS", pressures.list_last_pressures, [NOBODY]),
    asked("list_watched", "KNOW_WATCH", watches.list_watched),
    asked("get_watch", "KNOW_WATCH", watches.get_watch, NOBODY),
    asked(
        "record_readings",
        "RECORD_DRUG_RESULTS",
        drug_results.record_readings,
        drug_results.RecordReadings(NOBODY, 1, {"MOP": DrugTestReading.NEGATIVE}),
    ),
    asked(
        "decide_telling",
        "DECIDE_TELLING",
        drug_results.decide_telling,
        drug_results.DecideTelling(NOBODY, 1, False),
    ),
    asked("strike_test", "RECORD_DRUG_RESULTS", drug_results.strike_test, drug_results.StrikeTest(NOBODY, 1, "x")),
    asked("ask_hiv_consent", "KEEP_HIV", hiv.ask_hiv_consent, hiv.AskHivConsent(NOBODY, Consent.REFUSED, "x")),
    asked("withdraw_hiv_consent", "KEEP_HIV", hiv.withdraw_hiv_consent, OF_HIV),
    asked(
        "record_hiv_result",
        "KEEP_HIV",
        hiv.record_hiv_result,
        hiv.RecordHivResult(OF_HIV, InfectionResult.NEGATIVE),
    ),
    asked("tell_hiv_result", "KEEP_HIV", hiv.tell_hiv_result, hiv.TellHivResult(OF_HIV)),
    asked("strike_hiv", "KEEP_HIV", hiv.strike_hiv, OF_HIV),
    asked("open_hiv", "READ_HIV", hiv.open_hiv, hiv.OpenHiv(NOBODY, "x")),
    asked(
        "ask_consent",
        "RECORD_CONSENT",
        infections.ask_consent,
        infections.AskConsent(NOBODY, Disease.TB, Consent.GIVEN),
    ),
    asked(
        "withdraw_consent", "RECORD_CONSENT", infections.withdraw_consent, infections.WithdrawConsent(NOBODY, 1)
    ),
    asked(
        "record_infection",
        "RECORD_INFECTIONS",
        infections.record_infection,
        infections.RecordInfection(NOBODY, 1, InfectionResult.NEGATIVE),
    ),
    asked(
        "strike_infection",
        "RECORD_INFECTIONS",
        infections.strike_infection,
        infections.StrikeInfection(NOBODY, 1, "x"),
    ),
    asked("open_infections", "READ_INFECTIONS", infections.open_infections, infections.OpenInfections(NOBODY)),
    asked(
        "follow_admission",
        "FOLLOW_STAYS",
        following.follow_admission,
        StayOpened(NOBODY, NOBODY, StayType.COMPULSORY_ADULT, date(2026, 11, 23)),
    ),
    asked("follow_void", "FOLLOW_STAYS", following.follow_void, StayVoided(NOBODY, NOBODY)),
    asked(
        "follow_exit",
        "FOLLOW_STAYS",
        following.follow_exit,
        StayEnded(NOBODY, NOBODY, ExitCode.DEATH, date(2026, 11, 23)),
    ),
    asked("read_health", "EXPORT_HEALTH", exported_rows.read_health, NOBODY),
    asked("begin_export", "EXPORT_HEALTH", exporting.begin_export, exporting.BeginExport(" ", NOBODY)),
    asked("open_record", "OPEN_RECORD", looking.open_record, looking.OpenRecord(NOBODY, "x")),
    asked(
        "measure_vitals",
        "MEASURE",
        measuring.measure_vitals,
        measuring.MeasureVitals(NOBODY, {VitalSign.PULSE: "72"}),
    ),
    asked("print_treatment_sheet", "READ_RECORD", printing.print_treatment_sheet, DAYS),
    asked("print_vitals_chart", "READ_VITALS", printing.print_vitals_chart, DAYS),
    asked("print_score", "READ_SCORES", printing.print_score, NOBODY, NOBODY),
    asked("print_drug_test", "READ_DRUG_TESTS", printing.print_drug_test, NOBODY),
    asked("print_referral", "READ_RECORD", printing.print_referral, Referral(NOBODY, "x", "y")),
    asked("print_private_annex", "READ_HIV", printing.print_private_annex, printing.PrintAnnex(NOBODY, "x", "y")),
    asked("write_note", "WRITE_CARE", notes.write_note, notes.WriteNote(NOBODY, NoteKind.CARE, "x")),
    asked("diagnose", "WRITE_RECORD", notes.diagnose, notes.Diagnose(NOBODY, "F11.2")),
    asked("diagnose_hiv", "WRITE_RECORD", notes.diagnose_hiv, notes.Diagnose(NOBODY, "B24", purpose="x")),
    asked(
        "ask_placement",
        "ASK_PLACEMENT",
        placing.ask_placement,
        placing.AskPlacement(NOBODY, NeedKind.CARE_ROOM, "x"),
    ),
    asked("add_kit", "KEEP_KITS", sampling.add_kit, sampling.AddKit(" ", "1", date(2027, 1, 1), {"MOP": 300})),
    asked("order_test", "ORDER_DRUG_TESTS", sampling.order_test, sampling.OrderTest(NOBODY, TestReason.RANDOM)),
    asked(
        "take_sample",
        "TAKE_SAMPLES",
        sampling.take_sample,
        sampling.TakeSample(NOBODY, 1, SampleAnswer.REFUSED),
    ),
    asked(
        "attach_cassette",
        "RECORD_DRUG_RESULTS",
        sample_keeping.attach_cassette,
        sample_keeping.AttachCassette(NOBODY, 1, b"x"),
    ),
    asked("open_cassette", "READ_DRUG_TESTS", sample_keeping.open_cassette, NOBODY),
    asked("check_cassette", "READ_DRUG_TESTS", drug_tests.check_cassette, 1, b"x"),
    asked("answer_named_files", "READ_DRUG_TESTS", drug_tests.answer_named_files, NamedFiles()),
    asked(
        "dispose_sample",
        "TAKE_SAMPLES",
        sample_keeping.dispose_sample,
        sample_keeping.DisposeSample(NOBODY, 1, "x"),
    ),
    asked("hand_on", "TAKE_SAMPLES", sampling.hand_on, sampling.HandOn(NOBODY, "a", "b", "c")),
    asked(
        "start_plan",
        "PLAN_OBSERVATION",
        scheduling.start_plan,
        scheduling.StartPlan(NOBODY, Situation.STIMULANTS),
    ),
    asked("end_plan", "PLAN_OBSERVATION", scheduling.end_plan, scheduling.EndPlan(NOBODY, 1, "x")),
    asked(
        "score_instrument", "SCORE", scoring.score_instrument, scoring.ScoreInstrument(NOBODY, "COWS", {"1": 0})
    ),
    asked("get_ciwa_bands", "SCORE", scale_rows.get_ciwa_bands),
    asked("choose_ciwa_bands", "CHOOSE_BANDS", scoring.choose_ciwa_bands, "không có"),
    asked("strike_out", "STRIKE_OUT", striking.strike_out, striking.StrikeOut(EntryKind.NOTE, NOBODY, 1, "x")),
    asked("triage_person", "TRIAGE", triage.triage_person, triage.TriagePerson(NOBODY)),
    asked("strike_triage", "STRIKE_OUT", triage.strike_triage, triage.StrikeTriage(NOBODY, 1, "x")),
    asked("answer_flag", "ANSWER_FLAGS", triage.answer_flag, triage.AnswerFlag(NOBODY, 1, True, "x")),
    asked("set_watch", "START_WATCH", watching.set_watch, watching.SetWatch(NOBODY, WatchLevel.CONSTANT, "x")),
    asked("end_watch", "ORDER_WATCH", watching.end_watch, watching.EndWatch(NOBODY, "x")),
    asked("record_look", "RECORD_CHECKS", watching.record_look, watching.RecordLook(NOBODY, Seen.CALM)),
)


def test_each_right_is_held_by_the_roles_of_the_table() -> None:
    held = {name: set(getattr(domain, name).roles) for name in HOLDERS}
    assert held == HOLDERS
    assert {kind for kind, right in RIGHT_TO_NOTE.items() if set(right.roles) == HEALTH} == {NoteKind.CARE}


@each("role", [Role.GUARD, Role.TEAM_OFFICER, Role.CLERK, Role.TEACHER, Role.PHARMACIST])
def test_whoever_treats_nobody_reads_no_health(role: Role) -> None:
    known = {name for name, holders in HOLDERS.items() if role in holders}
    guards = {"RECORD_CHECKS", "KNOW_WATCH", "KNOW_DRUG_OUTCOME"} if role in WATCHING else set()
    works = {"KNOW_FITNESS"} if role in {Role.TEAM_OFFICER, Role.TEACHER} else set()
    assert known == {"KNOW_TRIAGE", "FOLLOW_STAYS"} | guards | works


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*ROOMS)


def test_a_role_may_what_the_table_says_and_no_more(ward: Ward) -> None:
    # One transaction a role: nothing these calls ask about is in the file, so none of them writes.
    for role in Role:
        with ward.facility.database.write(ward.actor(role)) as uow:
            raw: Any = uow.session.connection().connection.driver_connection
            before = raw.total_changes
            for call in CALLS:
                assert _is_let_through(call, uow) is (role in call.roles), (role, call.name)
            assert (raw.total_changes, len(uow.session.new)) == (before, 0), role


def _is_let_through(call: Call, uow: UnitOfWork) -> bool:
    try:
        call.run(uow)
    except PermissionDenied:
        return False
    return True
