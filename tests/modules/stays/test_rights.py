"""Every verb and query of the slice against every role."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.paging import Look
from facility_app.kernel.regime import LegalRegime
from facility_app.modules.catalogues.api import get_parameter_book
from facility_app.modules.residents.domain import ATTACH_FILES, KEEP_CARD, READ_FILE, VIEW_RESIDENTS
from facility_app.modules.stays import domain, papers
from facility_app.modules.stays.domain.decisions import DecisionKind, StartBasis
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.domain.stages import Stage
from facility_app.modules.stays.domain.typed import TypedPaper
from facility_app.modules.stays.domain.types import AdmissionReason, CountsAs, EventKind, StayType
from facility_app.modules.stays.queries import (
    between,
    choices,
    detail,
    gone,
    measures,
    overview,
    owed,
    plan,
    preview,
    roll,
    scans,
    spans,
    stays,
    stored,
    where,
)
from facility_app.modules.stays.service import (
    admission,
    cards,
    confirming,
    crediting,
    decisions,
    ending,
    events,
    exit_correcting,
    exports,
    from_list,
    presence,
    recounting,
    stages,
    takeover,
    taking_back,
)
from facility_app.modules.stays.service import plan as plan_verbs
from facility_app.modules.stays.tables import Stay, StayEvent
from tests.helpers.facility import Facility
from tests.helpers.rights import Call, Outcome, outcome, public_functions
from tests.modules.correspondence.papers import FORMS
from tests.modules.residents.people import SCAN, sealed_of, with_store
from tests.modules.stays.house import (
    ADMITTED,
    ASSIGNED,
    COURT,
    DECIDED,
    NOW,
    PAPER,
    TODAY,
    House,
    house_in,
    moment,
)

READS = (
    between,
    choices,
    detail,
    gone,
    measures,
    overview,
    owed,
    plan,
    preview,
    roll,
    scans,
    spans,
    stays,
    stored,
    papers,
    where,
)
WRITES = (
    admission,
    cards,
    confirming,
    crediting,
    decisions,
    ending,
    events,
    exit_correcting,
    exports,
    plan_verbs,
    presence,
    recounting,
    stages,
    takeover,
    from_list,
    taking_back,
)


@dataclass
class Kept:
    """What stands in the file before each call; filled once.

    Attributes:
        stay: somebody inside; ``late`` somebody who should have left.
        held: under temporary management.
        away: state → somebody there.
        unconfirmed: an escape whose paper waits for the head; ``ended`` a stay that is over.
        stage: of ``stay``; ``event`` an escape that is over; ``remand`` one nobody decided about.
    """

    house: House | None = None
    stay: str = ""
    late: str = ""
    held: str = ""
    old: str = ""
    remanded: str = ""
    stage: str = ""
    event: str = ""
    unconfirmed: str = ""
    ended: str = ""
    remand: str = ""
    newcomer: str = ""
    resident: str = ""
    hospital: str = ""
    funeral: str = ""
    transit: str = ""
    decision: str = ""
    scanned: str = ""

    def move(self, uow: UnitOfWork, stay_id: str, **more: Any) -> presence.Move:
        return presence.Move(stay_id, version_of(uow, stay_id), NOW, **more)


KEPT = Kept()


def may(*permissions: str) -> frozenset[Role]:
    """The roles that hold all of these permissions."""
    return frozenset.intersection(*(getattr(domain, name).roles for name in permissions))


def version_of(uow: UnitOfWork, stay_id: str) -> int:
    """The version as the user would have seen it; asked past the rights, which are asked by the verb."""
    found = uow.session.get(Stay, stay_id)
    assert found is not None
    return found.version


def moves(name: str, permission: str, who: str = "stay", **more: Any) -> Call:
    run = lambda uow: getattr(presence, name)(uow, KEPT.move(uow, getattr(KEPT, who), **more))  # noqa: E731 - one line
    return Call(name, may(permission), run)


def reads(module: Any, name: str, *arguments: str, right: str = "VIEW_STAYS") -> Call:
    run = lambda uow: getattr(module, name)(uow, *(getattr(KEPT, one) for one in arguments))  # noqa: E731 - one line
    return Call(name, may(right), run)


def convert(uow: UnitOfWork) -> object:
    return admission.convert_temporary(
        uow,
        admission.ConvertTemporary(
            KEPT.held,
            version_of(uow, KEPT.held),
            StayType.COMPULSORY_ADULT,
            AdmissionReason.NOT_REGISTERED,
            TODAY,
            DECIDED,
        ),
    )


def settle(uow: UnitOfWork, event_id: str, counts_as: CountsAs | None = None) -> object:
    return events.settle_event(
        uow,
        events.SettleEvent(event_id, 2, date(2026, 10, 1), date(2026, 10, 5), counts_as=counts_as, reason="vì"),
    )


CALLS = (
    reads(stays, "get_stay", "stay"),
    Call("find_stay", may("VIEW_STAYS"), lambda uow: stays.find_stay(uow, "27-0001")),
    reads(stays, "list_stays_of", "resident"),
    Call("list_stay_ids", may("VIEW_STAYS"), lambda uow: stays.list_stay_ids(uow, Look(text="van"))),
    Call("list_stay_rows", may("VIEW_STAYS"), lambda uow: stays.list_stay_rows(uow, [KEPT.stay])),
    reads(detail, "explain_stay", "stay"),
    reads(detail, "list_decisions", "stay"),
    reads(detail, "list_events", "stay"),
    reads(detail, "list_stages", "stay"),
    Call(
        "list_stage_ends",
        may("VIEW_STAYS"),
        lambda uow: detail.list_stage_ends(uow, [KEPT.stay], Stage.DETOX),
    ),
    reads(detail, "list_stage_findings", "stay"),
    reads(detail, "list_presence_changes", "stay"),
    reads(detail, "list_counted", "stay"),
    reads(detail, "is_explained", "stay"),
    reads(overview, "find_overview", "resident"),
    reads(overview, "find_term", "resident"),
    reads(roll, "count_presence"),
    Call("list_leaving", may("VIEW_STAYS"), lambda uow: roll.list_leaving(uow, ADMITTED, TODAY)),
    Call(
        "list_present_between",
        may("VIEW_STAYS"),
        lambda uow: between.list_present_between(uow, ADMITTED, TODAY),
    ),
    reads(roll, "list_overheld"),
    reads(roll, "list_whereabouts"),
    Call(
        "list_inside",
        may("VIEW_STAYS"),
        lambda uow: spans.list_inside(uow, ["0" * 32], moment(TODAY), moment(TODAY, 9)),
    ),
    reads(gone, "list_gone"),
    Call("list_measures", may("VIEW_STAYS"), lambda uow: measures.list_measures(uow, [KEPT.resident])),
    Call("where_were", may("VIEW_STAYS"), lambda uow: where.where_were(uow, [KEPT.resident], uow.now)),
    Call("kept_of", may("VIEW_STAYS"), lambda uow: owed.kept_of(uow, [KEPT.stay])),
    Call("last_checks", may("VIEW_STAYS"), lambda uow: owed.last_checks(uow, [KEPT.stay])),
    reads(stored, "events_of", "stay"),
    reads(stored, "stages_of", "stay"),
    reads(stored, "decisions_of", "stay"),
    reads(plan, "get_plan", "stay", right="READ_PLAN"),
    reads(choices, "get_new_law"),
    Call("is_recount_due", may("VIEW_STAYS"), lambda uow: stored.is_recount_due(uow, "9999")),
    Call("find_people", may("VIEW_STAYS"), lambda uow: choices.find_people(uow, "van")),
    reads(choices, "find_person", "resident"),
    Call("find_staff", may("VIEW_STAYS"), lambda uow: choices.find_staff(uow, "le")),
    Call("find_member", may("VIEW_STAYS"), lambda uow: choices.find_member(uow, "0" * 32)),
    Call(
        "preview_parameters",
        may("RECOUNT"),
        lambda uow: preview.preview_parameters(uow, get_parameter_book(uow)),
    ),
    reads(papers, "stay_payload", "stay"),
    reads(papers, "facility_payload"),
    reads(papers, "plan_payload", "stay", right="READ_PLAN"),
    Call(
        "known_of",
        may("VIEW_STAYS") & READ_FILE.roles,
        lambda uow: papers.known_of(uow, KEPT.stay, TODAY),
    ),
    Call(
        "prefilled",
        # A form says who the person is, so it takes the right to the file too.
        may("VIEW_STAYS") & READ_FILE.roles,
        lambda uow: papers.prefilled(uow, FORMS.get("V-51"), KEPT.stay, TODAY),
    ),
    Call(
        "fill_from_stay",
        may("VIEW_STAYS") & READ_FILE.roles,
        lambda uow: papers.fill_from_stay(uow, FORMS.get("V-51"), KEPT.resident, TODAY),
    ),
    Call(
        "tell_cards",
        may("VIEW_STAYS") & KEEP_CARD.roles,
        lambda uow: cards.tell_cards(uow, [KEPT.resident]),
    ),
    Call(
        "admit_resident",
        may("ADMIT"),
        lambda uow: admission.admit_resident(
            uow,
            admission.AdmitResident(
                KEPT.newcomer,
                StayType.COMPULSORY_ADULT,
                AdmissionReason.NOT_REGISTERED,
                ADMITTED,
                DECIDED,
                ASSIGNED,
            ),
        ),
    ),
    Call("convert_temporary", may("ADMIT"), convert),
    Call(
        "add_decision",
        may("RECORD_DECISIONS"),
        lambda uow: decisions.add_decision(
            uow,
            decisions.AddDecision(KEPT.stay, version_of(uow, KEPT.stay), DecisionKind.ASSIGNMENT, ASSIGNED),
        ),
    ),
    Call(
        "attach_decision_scan",
        # The scan lies among the person's documents, so it takes the rights to attach and to read those.
        may("RECORD_DECISIONS") & ATTACH_FILES.roles & READ_FILE.roles,
        lambda uow: decisions.attach_decision_scan(
            uow, decisions.AttachDecisionScan(KEPT.decision, b"%PDF-1.7 decision")
        ),
    ),
    Call(
        "open_decision_scan",
        may("VIEW_STAYS") & READ_FILE.roles,
        lambda uow: decisions.open_decision_scan(uow, KEPT.scanned),
    ),
    Call(
        "check_decision_scan",
        may("RECORD_DECISIONS") & ATTACH_FILES.roles,
        lambda uow: scans.check_decision_scan(uow, 20, b"%PDF-1.7"),
    ),
    Call(
        "read_decision_scan",
        may("VIEW_STAYS") & VIEW_RESIDENTS.roles,
        lambda uow: scans.read_decision_scan(uow, sealed_of(SCAN)),
    ),
    Call(
        "set_term",
        may("SETTLE_TERM"),
        lambda uow: decisions.set_term(
            uow,
            decisions.SetTerm(
                KEPT.stay,
                version_of(uow, KEPT.stay),
                LegalRegime.L2025,
                ADMITTED,
                StartBasis.OFFICER,
                reason="vì",
            ),
        ),
    ),
    Call(
        "set_police",
        may("RECORD_DECISIONS"),
        lambda uow: decisions.set_police(uow, decisions.SetPolice(KEPT.stay, version_of(uow, KEPT.stay), COURT)),
    ),
    Call(
        "put_decision",
        may("RECORD_DECISIONS"),
        lambda uow: put_decision(uow, KEPT.stay),
    ),
    Call("settle_event", may("RECORD_DECISIONS"), lambda uow: settle(uow, KEPT.event)),
    Call(
        "settle_event",
        may("RECORD_DECISIONS", "SETTLE_TERM"),
        lambda uow: settle(uow, KEPT.remand, CountsAs.SERVED),
    ),
    Call(
        "strike_event",
        may("RECORD_DECISIONS"),
        lambda uow: events.strike_event(uow, events.StrikeEvent(KEPT.event, 2, "nhầm")),
    ),
    Call(
        "confirm_paper",
        may("SETTLE_TERM"),
        lambda uow: confirming.confirm_paper(uow, confirming.ConfirmPaper(KEPT.unconfirmed, 2, "đã đối chiếu")),
    ),
    Call(
        "stands_by",
        may("RECORD_DECISIONS"),
        lambda uow: confirming.stands_by(uow, StayEvent(), TypedPaper("1", TODAY)),
    ),
    Call(
        "record_credit",
        may("RECORD_DECISIONS"),
        lambda uow: crediting.record_credit(
            uow,
            crediting.RecordCredit(
                KEPT.stay, version_of(uow, KEPT.stay), date(2026, 7, 20), None, "5/QĐ-CAP", date(2026, 7, 20)
            ),
        ),
    ),
    Call(
        "correct_exit",
        may("RELEASE"),
        lambda uow: exit_correcting.correct_exit(
            uow,
            exit_correcting.CorrectExit(
                KEPT.ended, version_of(uow, KEPT.ended), ExitCode.EXEMPT_ILLNESS, "chọn nhầm dòng"
            ),
        ),
    ),
    Call(
        "record_reduction",
        may("RECORD_DECISIONS"),
        lambda uow: events.record_reduction(
            uow, events.RecordReduction(KEPT.old, version_of(uow, KEPT.old), date(2026, 6, 20), months=1)
        ),
    ),
    moves("send_to_hospital", "RECORD_ABSENCE"),
    moves("hand_over_for_proceedings", "RECORD_ABSENCE"),
    moves("let_go_to_funeral", "RECORD_ABSENCE"),
    moves("record_remand", "RECORD_ABSENCE"),
    moves("record_prison", "RECORD_ABSENCE"),
    moves("record_escape", "RECORD_ESCAPE"),
    moves("record_overstay", "RECORD_ESCAPE", "funeral"),
    moves("suspend", "SUSPEND"),
    moves("start_transfer", "TRANSFER"),
    moves("cancel_transfer", "TRANSFER", "transit"),
    moves("take_back", "TAKE_BACK", "hospital"),
    Call(
        "take_back",
        may("TAKE_BACK", "SETTLE_TERM"),
        lambda uow: presence.take_back(
            uow, KEPT.move(uow, KEPT.remanded, counts_as=CountsAs.SERVED, note="không khởi tố")
        ),
    ),
    Call(
        "end_stay",
        may("RELEASE"),
        lambda uow: ending.end_stay(
            uow, ending.EndStay(KEPT.stay, version_of(uow, KEPT.stay), ExitCode.DEATH, TODAY)
        ),
    ),
    Call(
        "explain_overheld",
        may("EXPLAIN_OVERHELD"),
        lambda uow: ending.explain_overheld(uow, ending.ExplainOverheld(KEPT.late, "chờ xe")),
    ),
    Call(
        "void_stay",
        may("VOID_STAYS"),
        lambda uow: ending.void_stay(uow, ending.VoidStay(KEPT.old, version_of(uow, KEPT.old), "nhầm")),
    ),
    Call(
        "start_stage",
        may("RUN_STAGES"),
        lambda uow: stages.start_stage(uow, stages.StartStage(KEPT.stay, Stage.EDUCATION, TODAY)),
    ),
    Call(
        "settle_stage",
        may("RUN_STAGES"),
        lambda uow: stages.settle_stage(uow, stages.SettleStage(KEPT.stage, 1, TODAY, None)),
    ),
    Call(
        "save_plan",
        may("WRITE_PLAN"),
        lambda uow: plan_verbs.save_plan(uow, plan_verbs.SavePlan(KEPT.stay, 0, {"plan_topics": "x"})),
    ),
    Call(
        "save_medical_plan",
        may("MEDICAL_PLAN"),
        lambda uow: plan_verbs.save_medical_plan(uow, plan_verbs.SavePlan(KEPT.stay, 0, {"plan_detox": "x"})),
    ),
    Call(
        "take_over_stays",
        may("ADMIT", "SETTLE_TERM"),
        lambda uow: takeover.take_over_stays(
            uow,
            takeover.TakeOverStays(
                (
                    takeover.StayLine(
                        KEPT.newcomer,
                        StayType.COMPULSORY_ADULT,
                        AdmissionReason.NOT_REGISTERED,
                        ADMITTED,
                        DECIDED,
                    ),
                ),
                "sổ cũ",
                TODAY,
            ),
        ),
    ),
    Call(
        "open_listed_stays",
        may("ADMIT"),
        lambda uow: from_list.open_listed_stays(
            uow,
            from_list.OpenListedStays(
                (
                    from_list.ListedStay(
                        KEPT.newcomer,
                        StayType.COMPULSORY_ADULT,
                        AdmissionReason.NOT_REGISTERED,
                        ADMITTED,
                        DECIDED,
                    ),
                ),
                "danh sách",
                TODAY,
            ),
        ),
    ),
    Call(
        "take_back_stays",
        may("ADMIT"),
        lambda uow: taking_back.take_back_stays(uow, taking_back.TakeBackStays((), "nhập nhầm")),
    ),
    Call("recount_all", may("RECOUNT"), recounting.recount_all),
    Call("recount_after_upgrade", may("RECOUNT"), lambda uow: recounting.recount_after_upgrade(uow, "9999")),
    Call(
        "export_stays",
        may("EXPORT_STAYS"),
        lambda uow: exports.export_stays(uow, exports.ExportStays("stays.list", ("code",), 1)),
    ),
)


def put_decision(uow: UnitOfWork, stay_id: str) -> object:
    stay = uow.session.get(Stay, stay_id)
    assert stay is not None
    with uow.act("stays.add_decision"):
        return decisions.put_decision(uow, stay, DecisionKind.ASSIGNMENT, ASSIGNED, version_no=1)


@pytest.fixture(scope="module")
def peopled(shared_facility: Facility, tmp_path_factory: pytest.TempPathFactory) -> Facility:
    shared_facility.file.clock.at = NOW
    house = house_in(shared_facility)
    KEPT.stay = house.admit().stay_id
    KEPT.resident = house.stay(KEPT.stay).resident_id
    house.write(stages.start_stage, stages.StartStage(KEPT.stay, Stage.ADMISSION, TODAY))
    ((KEPT.stage,),) = house.sql("SELECT id FROM stay_stage")
    first, second = house.admit(assignment=ASSIGNED).stay_id, house.admit(assignment=ASSIGNED).stay_id
    KEPT.decision = house.read(detail.list_decisions, first)[0].decision_id
    KEPT.scanned = house.read(detail.list_decisions, second)[0].decision_id
    with_store(shared_facility, tmp_path_factory.mktemp("scans"))
    house.write(decisions.attach_decision_scan, decisions.AttachDecisionScan(KEPT.scanned, SCAN))
    KEPT.late = house.admit(StayType.TEMPORARY, custody_until=date(2027, 1, 20)).stay_id
    KEPT.held = house.admit(StayType.TEMPORARY).stay_id
    KEPT.old = house.old().stay_id
    KEPT.newcomer = house.person()
    ways = {"hospital": "send_to_hospital", "funeral": "let_go_to_funeral", "transit": "start_transfer"}
    for name, verb in {**ways, "remanded": "record_remand"}.items():
        setattr(KEPT, name, house.admit().stay_id)
        house.move(getattr(presence, verb), getattr(KEPT, name), date(2026, 10, 1), **PAPER)
    for name, verb, kind in (
        ("event", "record_escape", EventKind.ESCAPE),
        ("remand", "record_remand", EventKind.REMAND),
    ):
        stay_id = house.admit().stay_id
        house.move(getattr(presence, verb), stay_id, date(2026, 10, 1))
        house.move(presence.take_back, stay_id, date(2026, 10, 5))
        setattr(KEPT, name, house.event(stay_id, kind).event_id)
    stay_id = house.admit().stay_id
    house.move(presence.record_escape, stay_id, date(2026, 10, 1), by=(Role.GUARD,), **PAPER)
    house.move(presence.take_back, stay_id, date(2026, 10, 5))
    KEPT.unconfirmed = house.event(stay_id, EventKind.ESCAPE).event_id
    KEPT.ended = house.admit().stay_id
    house.end(KEPT.ended, ExitCode.DEATH, TODAY)
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*READS, *WRITES)


@pytest.mark.parametrize("role", Role)
def test_a_role_may_what_the_table_says_and_no_more(peopled: Facility, role: Role) -> None:
    for call in CALLS:
        found = outcome(peopled.database, peopled.actor(role), call)
        assert found.allowed is (role in call.roles), call.name
        if not found.allowed:
            assert found == Outcome(allowed=False, rows_written=0), call.name


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.name)
def test_nobody_without_a_role_may_anything_and_the_program_may_all(peopled: Facility, call: Call) -> None:
    assert outcome(peopled.database, peopled.actor(), call) == Outcome(allowed=False, rows_written=0)
    assert outcome(peopled.database, system_actor("d"), call).allowed


def test_part_one_of_the_plan_is_for_doctors_and_the_chief_nurse_alone() -> None:
    assert may("MEDICAL_PLAN") == {Role.DOCTOR, Role.CHIEF_NURSE}


def test_the_technical_administrator_and_the_carrier_of_bundles_see_no_stay() -> None:
    for call in CALLS:
        assert call.roles.isdisjoint({Role.ADMIN, Role.EXCHANGE}), call.name


def test_how_the_term_counts_and_what_was_written_by_mistake_is_the_heads_alone() -> None:
    assert may("SETTLE_TERM") == may("VOID_STAYS") == may("RECOUNT") == {Role.HEAD}


def test_who_may_let_go_is_never_who_guards() -> None:
    assert Role.GUARD not in may("RELEASE")
    assert {Role.HEAD, Role.DISCHARGE} <= may("EXPLAIN_OVERHELD")
