"""Every verb and query of the slice against every role."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import pytest

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import PageRequest
from facility_app.modules.medication import domain
from facility_app.modules.medication.domain.checks import AllergySeverity
from facility_app.modules.medication.domain.external import ExternalEnd
from facility_app.modules.medication.domain.orders import OrderKind
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.domain.rules import RuleList
from facility_app.modules.medication.domain.substitution import ProgrammeEnd
from facility_app.modules.medication.papers.sheets import DaySheet, MarPage
from facility_app.modules.medication.queries import (
    bedside,
    brands,
    choices,
    desk,
    exported,
    external,
    hidden,
    history,
    kit,
    mar,
    orders,
    programmes,
    rules,
)
from facility_app.modules.medication.service import (
    agreeing,
    allergies,
    correcting,
    deciding,
    exporting,
    giving,
    hiding,
    looking,
    prescribing,
    printing,
    protocols,
)
from facility_app.modules.medication.service import external as externals
from facility_app.modules.medication.service import kit as kits
from facility_app.modules.medication.service import orders as ordering
from facility_app.modules.medication.service import programmes as running
from facility_app.modules.medication.service import rules as ruling
from facility_app.modules.medication.service.preparing import DoseSaid
from facility_app.modules.medication.service.standing import DecideOrder
from tests.helpers.rights import Call, missteps, outcome, public_functions
from tests.modules.medication.ward import Ward, again
from tests.modules.pharmacy.store import TODAY

READS = (bedside, brands, choices, desk, exported, external, hidden, history, kit, mar, orders, programmes, rules)
WRITES = (
    *(agreeing, allergies, correcting, deciding, exporting, giving, hiding, looking, ordering, prescribing),
    *(protocols, kits, running, ruling, printing, externals),
)
PERSONAL = {"approve_rule", "strike_dose"}
"""Decisions of a person by name, which the program itself cannot take."""


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    ward: Ward | None = None
    order: DecideOrder | None = None
    waiting: DecideOrder | None = None
    held: DecideOrder | None = None
    dose: str = ""
    vomit: str = ""
    allergy: str = ""
    asked: str = ""
    brought: externals.External | None = None
    let_in: externals.External | None = None
    programme: str = ""
    run: str = ""

    def person(self) -> str:
        """Whom it is about."""
        assert self.ward is not None
        return self.ward["duc"]

    def other(self) -> str:
        """Somebody of whom no allergy is listed."""
        assert self.ward is not None
        return self.ward["hoa"]

    def approving(self, uow: UnitOfWork) -> ruling.ApproveRule:
        """A rule whoever asks stands by, with the second person."""
        assert self.ward is not None
        given = replace(self.ward.agreed("medication.approve_rule"), by_user_id=uow.actor.user_id)
        return ruling.ApproveRule(RULES, "ibuprofen_day", 0, given)

    def typed(self) -> prescribing.OrderTyped:
        """A form that speaks of an order nothing stands against."""
        assert self.ward is not None
        needed = OrderKind.AS_NEEDED
        return prescribing.OrderTyped(
            self.ward["hoa"],
            self.ward["loperamide"],
            needed,
            Decimal(2),
            reason="tiêu chảy",
            least_minutes=240,
            most_a_day=4,
        )

    def brings(self) -> externals.ReceiveExternal:
        """The family brings a medicine with its prescription."""
        return externals.ReceiveExternal(
            self.person(),
            "Mẹ",
            "mother",
            "Amlodipin",
            30,
            "tablet",
            prescriber="BS. Thu",
            place="Bệnh viện huyện",
            prescribed_on=TODAY,
        )

    def external(self) -> externals.DecideExternal:
        """A decision about what waits."""
        assert self.brought is not None
        return externals.DecideExternal(self.brought.external_id, self.brought.version, "lý do")

    def rest(self) -> externals.EndExternal:
        """What is left of what was let in goes."""
        assert self.let_in is not None
        one = self.let_in
        return externals.EndExternal(one.external_id, one.version, ExternalEnd.HANDED_BACK, 1, "Mẹ")

    def decide(self, which: str) -> DecideOrder:
        """A decision about one of the orders."""
        found = getattr(self, which)
        assert isinstance(found, DecideOrder)
        return found


KEPT = Kept()


def may(name: str) -> frozenset[Role]:
    """The roles that hold this permission."""
    roles: frozenset[Role] = getattr(domain, name).roles
    return roles


def wish() -> ordering.OrderMedicine:
    """An order that stands without a word against it."""
    assert KEPT.ward is not None
    return ordering.OrderMedicine(KEPT.ward["hoa"], KEPT.ward.written("loperamide", 2))


def anew() -> ordering.ReplaceOrder:
    """Another version of an order."""
    one = KEPT.decide("order")
    return ordering.ReplaceOrder(one.order_id, one.version, wish().written, "đổi thuốc")


def programme() -> running.StartProgramme:
    """A programme."""
    assert KEPT.ward is not None
    return running.StartProgramme(KEPT.ward["hoa"], KEPT.ward["methadone"], "10", "Trần Thị Hoa", TODAY)


def second(uow: UnitOfWork) -> None:
    """Ask for a second person; that nobody of that name signs is no matter of rights."""
    with suppress(UserError):
        agreeing.agree(uow, agreeing.AskSecond("medication.order_medicine", "Không Ai", "sai"))


def looked_up(function: Callable[..., object]) -> Call:
    """A look that gets past its right for whoever holds it, and then asks for a grant."""

    def run(uow: UnitOfWork) -> None:
        with suppress(UserError):
            function(uow, looking.OpenPerson(KEPT.person(), "khám"))

    return Call(function.__name__, PRIVATE, run)


def print_private_mar(uow: UnitOfWork, asked: looking.OpenPerson) -> None:
    """The paper of such a look."""
    printing.print_private_mar(uow, printing.PrintPrivateMar(MarPage(asked.resident_id, TODAY), asked.reason))


VIEW, PRIVATE, DOCTOR, GIVE = may("VIEW_MAR"), may("SEE_PRIVATE_LINES"), may("PRESCRIBE"), may("GIVE_MEDICINES")
RUN, RULES = may("RUN_PROGRAMMES"), RuleList.MAX_DOSE
NAME, WRITE = may("NAME_KIT"), may("WRITE_KIT")
MEDIUM = kits.NameKit("5" * 32, "/media/o-roi", b"0" * 208, "06:00 18:00")
CHANGE = ruling.ChangeRule(RULES, "paracetamol_day", {"day_most": "3000000"}, "theo khoa")
CALLS = (
    Call("find_kit", VIEW, kit.find_kit),
    Call("get_shift_hours", VIEW, kit.get_shift_hours),
    Call("offer_kit", NAME, kits.offer_kit),
    Call("name_kit", NAME, lambda uow: kits.name_kit(uow, replace(MEDIUM, kit_id="6" * 32))),
    Call("stop_kit", NAME, lambda uow: kits.stop_kit(uow, 1, "đổi ổ")),
    Call("begin_kit", WRITE, kits.begin_kit),
    Call("end_kit", WRITE, lambda uow: kits.end_kit(uow, kits.EndKit(MEDIUM.kit_id, failure="kit_not_there"))),
    Call("agree", VIEW, second),
    Call("find_people", VIEW, lambda uow: choices.find_people(uow, "hoa")),
    Call("find_person", VIEW, lambda uow: choices.find_person(uow, KEPT.person())),
    Call("find_medicines", VIEW, lambda uow: choices.find_medicines(uow, "para")),
    Call("find_substitutes", VIEW, lambda uow: choices.find_substitutes(uow, "")),
    Call("find_products_of", VIEW, lambda uow: choices.find_products_of(uow, "C02AC01", "")),
    Call("find_product", VIEW, lambda uow: choices.find_product(uow, KEPT.typed().medicine_id)),
    Call("list_allergy_groups", VIEW, choices.list_allergy_groups),
    Call("name_substances", VIEW, lambda uow: choices.name_substances(uow, ["HEROIN"])),
    Call("name_people", VIEW, lambda uow: choices.name_people(uow, [KEPT.person()])),
    Call("list_desk", VIEW, desk.list_desk),
    Call("count_waiting", VIEW, desk.count_waiting),
    Call("list_running", VIEW, desk.list_running),
    Call("list_all_programmes", VIEW, lambda uow: desk.list_all_programmes(uow, with_past=True)),
    Call("list_rule_lines", VIEW, lambda uow: rules.list_rule_lines(uow, RULES)),
    Call("open_private_desk", PRIVATE, looking.open_private_desk),
    Call("preview_order", DOCTOR, lambda uow: prescribing.preview_order(uow, KEPT.typed())),
    Call("prescribe", DOCTOR, lambda uow: prescribing.prescribe(uow, KEPT.typed())),
    Call("read_medicines", VIEW, lambda uow: exported.read_medicines(uow, KEPT.person())),
    Call("get_round_desk", VIEW, bedside.get_round_desk),
    Call("get_ward_round", VIEW, lambda uow: bedside.get_ward_round(uow, mar.RoundAsked(TODAY))),
    Call(
        "get_bedside_card",
        VIEW,
        lambda uow: bedside.get_bedside_card(uow, KEPT.person(), KEPT.decide("order").order_id),
    ),
    Call("list_history", VIEW, lambda uow: history.list_history(uow, KEPT.person(), PageRequest())),
    Call("list_allergies", VIEW, lambda uow: history.list_allergies(uow, KEPT.person())),
    Call("list_round", VIEW, lambda uow: mar.list_round(uow, mar.RoundAsked(TODAY))),
    Call("find_zone", VIEW, lambda uow: mar.find_zone(uow, "A")),
    Call("list_orders", VIEW, lambda uow: orders.list_orders(uow, KEPT.person())),
    Call("list_overrides", VIEW, lambda uow: orders.list_overrides(uow, KEPT.decide("order").order_id)),
    Call("list_programmes", VIEW, lambda uow: programmes.list_programmes(uow, KEPT.person())),
    Call("find_last_dose", VIEW, lambda uow: programmes.find_last_dose(uow, KEPT.person())),
    Call(
        "list_recent_doses",
        VIEW,
        lambda uow: programmes.list_recent_doses(uow, KEPT.person(), programme().medicine_id),
    ),
    Call("list_runs", VIEW, lambda uow: programmes.list_runs(uow, KEPT.person())),
    Call("list_deviations", VIEW, lambda uow: programmes.list_deviations(uow, KEPT.run)),
    Call("list_rules", VIEW, lambda uow: rules.list_rules(uow, RULES)),
    Call("list_versions", VIEW, lambda uow: rules.list_versions(uow, RULES, "paracetamol_day")),
    Call("find_version", VIEW, lambda uow: rules.find_version(uow, RULES, "paracetamol_day", 0)),
    Call("shipped_rules", VIEW, lambda uow: rules.shipped_rules(uow, RULES)),
    Call("kept_rules", VIEW, lambda uow: rules.kept_rules(uow, RULES)),
    Call("known_brands", VIEW, brands.known_brands),
    Call("is_hiding_due", VIEW, hidden.is_hiding_due),
    Call("hide_allergies", may("KEEP_ALLERGIES"), hiding.hide_allergies),
    Call("list_checked_rules", VIEW, rules.list_checked_rules),
    Call("list_substitution_rules", VIEW, rules.list_substitution_rules),
    Call("list_protocols", VIEW, rules.list_protocols),
    Call("order_medicine", DOCTOR, lambda uow: ordering.order_medicine(uow, wish())),
    Call("replace_order", DOCTOR, lambda uow: ordering.replace_order(uow, anew())),
    Call("open_checks", PRIVATE, lambda uow: ordering.open_checks(uow, wish())),
    Call("hold_order", DOCTOR, lambda uow: deciding.hold_order(uow, KEPT.decide("order"))),
    Call("resume_order", DOCTOR, lambda uow: deciding.resume_order(uow, KEPT.decide("held"))),
    Call("stop_order", DOCTOR, lambda uow: deciding.stop_order(uow, KEPT.decide("order"))),
    Call("verify_order", may("VERIFY_ORDERS"), lambda uow: deciding.verify_order(uow, KEPT.decide("waiting"))),
    Call("refuse_order", may("VERIFY_ORDERS"), lambda uow: deciding.refuse_order(uow, KEPT.decide("waiting"))),
    Call(
        "record_doses",
        GIVE,
        lambda uow: giving.record_doses(
            uow,
            giving.RecordDoses(
                (DoseSaid(KEPT.decide("order").order_id, TODAY, "20:00", Outcome.HELD, reason="sốt"),)
            ),
        ),
    ),
    Call(
        "strike_dose",
        GIVE,
        lambda uow: correcting.strike_dose(uow, correcting.StrikeDose(KEPT.dose, 1, "ghi nhầm")),
    ),
    Call(
        "record_vomiting",
        GIVE,
        lambda uow: correcting.record_vomiting(uow, correcting.RecordVomiting(KEPT.vomit, 1, uow.now)),
    ),
    Call(
        "record_effect",
        GIVE,
        lambda uow: correcting.record_effect(uow, correcting.RecordEffect(KEPT.vomit, 1, "đỡ")),
    ),
    Call("open_private_round", PRIVATE, lambda uow: looking.open_private_round(uow, mar.RoundAsked(TODAY))),
    Call("open_private_unverified", PRIVATE, looking.open_private_unverified),
    looked_up(looking.open_private_orders),
    looked_up(looking.open_private_allergies),
    looked_up(looking.open_private_history),
    Call("print_day", VIEW, lambda uow: printing.print_day(uow, DaySheet())),
    Call("print_private_day", PRIVATE, lambda uow: printing.print_private_day(uow, DaySheet())),
    Call("print_round", VIEW, lambda uow: printing.print_round(uow, mar.RoundAsked(TODAY))),
    Call("print_private_round", PRIVATE, lambda uow: printing.print_private_round(uow, mar.RoundAsked(TODAY))),
    looked_up(print_private_mar),
    Call("print_mar", VIEW, lambda uow: printing.print_mar(uow, MarPage(KEPT.person(), TODAY))),
    Call(
        "print_last_dose",
        VIEW,
        lambda uow: printing.print_last_dose(uow, printing.PrintLetter(KEPT.person(), "Trung tâm")),
    ),
    Call(
        "open_private_overrides",
        PRIVATE,
        lambda uow: looking.open_private_overrides(uow, KEPT.decide("order").order_id),
    ),
    looked_up(exporting.open_private_file),
    Call(
        "add_allergy",
        may("KEEP_ALLERGIES"),
        lambda uow: allergies.add_allergy(uow, allergies.AddAllergy(KEPT.person(), "tôm", AllergySeverity.MILD)),
    ),
    Call(
        "void_allergy",
        may("KEEP_ALLERGIES"),
        lambda uow: allergies.void_allergy(uow, allergies.VoidAllergy(KEPT.allergy, 1, "nhầm")),
    ),
    Call("note_no_allergy", may("KEEP_ALLERGIES"), lambda uow: allergies.note_no_allergy(uow, KEPT.other())),
    Call(
        "withdraw_no_allergy",
        may("KEEP_ALLERGIES"),
        lambda uow: allergies.withdraw_no_allergy(uow, allergies.VoidAllergy(KEPT.asked, 1, "nhầm")),
    ),
    Call("list_asked", VIEW, lambda uow: history.list_asked(uow, [KEPT.person()])),
    Call("find_asked", VIEW, lambda uow: history.find_asked(uow, KEPT.person())),
    Call("list_external", VIEW, lambda uow: external.list_external(uow, KEPT.person())),
    Call("read_name_rules", VIEW, external.read_name_rules),
    Call("has_left", VIEW, lambda uow: external.has_left(uow, KEPT.person(), uow.now)),
    Call(
        "receive_external",
        may("KEEP_EXTERNAL"),
        lambda uow: externals.receive_external(uow, KEPT.brings()),
    ),
    Call("accept_external", may("DECIDE_EXTERNAL"), lambda uow: externals.accept_external(uow, KEPT.external())),
    Call("refuse_external", may("DECIDE_EXTERNAL"), lambda uow: externals.refuse_external(uow, KEPT.external())),
    Call("end_external", may("KEEP_EXTERNAL"), lambda uow: externals.end_external(uow, KEPT.rest())),
    Call("void_external", may("KEEP_EXTERNAL"), lambda uow: externals.void_external(uow, KEPT.external())),
    Call("start_programme", RUN, lambda uow: running.start_programme(uow, programme())),
    Call(
        "end_programme",
        RUN,
        lambda uow: running.end_programme(
            uow, running.EndProgramme(KEPT.programme, 1, ProgrammeEnd.OWN_WISH, "xin thôi")
        ),
    ),
    Call(
        "start_protocol",
        RUN,
        lambda uow: protocols.start_protocol(
            uow, protocols.StartProtocol(programme().resident_id, "opioid_symptomatic", uncounselled_why="x")
        ),
    ),
    Call("end_protocol", RUN, lambda uow: protocols.end_protocol(uow, protocols.EndProtocol(KEPT.run, 1, "đủ"))),
    Call("change_rule", may("KEEP_RULES"), lambda uow: ruling.change_rule(uow, CHANGE)),
    Call(
        "approve_rule",
        may("APPROVE_RULES"),
        lambda uow: ruling.approve_rule(uow, KEPT.approving(uow)),
    ),
)


@pytest.fixture(scope="module")
def working(ward_pattern: Ward, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ward]:
    """A ward at work; every call is rolled back."""
    folder = tmp_path_factory.mktemp("rights") / "ward"
    made = again(ward_pattern, folder)
    ward = next(made)
    KEPT.ward = ward
    ward.write(kits.name_kit, MEDIUM, by="head")
    ward.approve(RuleList.PROTOCOL, "opioid_symptomatic")
    given = ward.order("paracetamol", 500, 10, 11, 20)
    waiting = ward.order("paracetamol", 500, 12, person="hoa", verified=False)
    held = ward.order("clonidine", 150, 12, person="hoa")
    ward.write(deciding.hold_order, DecideOrder(held.order_id, held.version, "mạch chậm"))
    ward.at(11)
    first, second = ward.record(
        ward.said(given, "10:00", given_at=ward.at(10, 30)), ward.said(given, "11:00", given_at=ward.at(10, 50))
    )
    ward.at(11, 30)
    KEPT.dose, KEPT.vomit = first.dose_id, second.dose_id
    KEPT.order = DecideOrder(given.order_id, given.version, "lý do")
    KEPT.waiting = DecideOrder(waiting.order_id, waiting.version, "lý do")
    KEPT.held = DecideOrder(held.order_id, held.version)
    known = allergies.AddAllergy(ward["duc"], "cua", AllergySeverity.MILD)
    KEPT.allergy = ward.write(allergies.add_allergy, known).allergy_id
    KEPT.asked = ward.write(allergies.note_no_allergy, ward["hoa"])
    KEPT.brought = ward.write(externals.receive_external, KEPT.brings(), by="nurse")
    KEPT.let_in = ward.write(externals.receive_external, KEPT.brings(), by="nurse")
    let_in = externals.DecideExternal(KEPT.let_in.external_id, KEPT.let_in.version)
    KEPT.let_in = ward.write(externals.accept_external, let_in)
    KEPT.programme = ward.programme()
    KEPT.run = ward.write(
        protocols.start_protocol,
        protocols.StartProtocol(
            ward["duc"], "opioid_symptomatic", left_out=frozenset({"paracetamol"}), uncounselled_why="x"
        ),
    ).run_id
    yield ward
    made.close()  # type: ignore[attr-defined]
    shutil.rmtree(Path(folder), ignore_errors=True)


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*READS, *WRITES)


def test_a_role_may_what_the_table_says_and_no_more(working: Ward) -> None:
    for role in Role:
        assert missteps(working.facility.database, working.facility.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything_and_the_program_what_needs_no_name(working: Ward) -> None:
    database = working.facility.database
    assert missteps(database, working.facility.actor(), CALLS) == []
    unnamed = [call for call in CALLS if call.name not in PERSONAL]
    assert [call.name for call in unnamed if not outcome(database, system_actor("d"), call).allowed] == []


def test_prescriber_pharmacist_and_nurse_have_different_verbs_and_a_guard_sees_nothing() -> None:
    allowed = {role: {call.name for call in CALLS if role in call.roles} for role in Role}
    assert allowed[Role.GUARD] == allowed[Role.CLERK] == allowed[Role.ADMIN] == allowed[Role.COUNSELLOR] == set()
    assert allowed[Role.AUDITOR] == {call.name for call in CALLS if call.roles == VIEW}
    assert allowed[Role.HEAD] - allowed[Role.AUDITOR] == {
        call.name for call in CALLS if call.roles in {PRIVATE, NAME}
    }
    hands = {"order_medicine", "verify_order", "record_doses"}
    assert [allowed[one] & hands for one in (Role.DOCTOR, Role.PHARMACIST, Role.NURSE)] == [
        {"order_medicine"},
        {"verify_order"},
        {"record_doses"},
    ]
