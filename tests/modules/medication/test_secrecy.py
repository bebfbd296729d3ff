"""What reveals HIV: neither the line nor a hint for whom the law does not name; each look leaves a trail."""

from dataclasses import replace

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import system_actor
from facility_app.kernel.hiv import reveals_hiv
from facility_app.kernel.paging import PageRequest
from facility_app.kernel.privacy import Privacy
from facility_app.modules.access.api import list_looks
from facility_app.modules.access.queries import list_audit
from facility_app.modules.medication.domain.checks import AllergySeverity, KnownAllergy, Taking, weigh
from facility_app.modules.medication.domain.outcomes import Outcome
from facility_app.modules.medication.queries.bedside import get_bedside_card, get_ward_round
from facility_app.modules.medication.queries.brands import known_brands
from facility_app.modules.medication.queries.desk import list_desk
from facility_app.modules.medication.queries.exported import read_medicines
from facility_app.modules.medication.queries.hidden import is_hiding_due
from facility_app.modules.medication.queries.history import list_allergies
from facility_app.modules.medication.queries.mar import RoundAsked
from facility_app.modules.medication.queries.orders import list_orders, list_overrides
from facility_app.modules.medication.service.allergies import AddAllergy, VoidAllergy, add_allergy, void_allergy
from facility_app.modules.medication.service.hiding import hide_allergies
from facility_app.modules.medication.service.looking import (
    OpenPerson,
    open_private_allergies,
    open_private_desk,
    open_private_history,
    open_private_orders,
    open_private_overrides,
    open_private_round,
)
from facility_app.modules.medication.service.orders import OrderMedicine, open_checks, order_medicine
from facility_app.modules.medication.tables import SIDES, Allergy
from facility_app.modules.pharmacy.domain.classes import DrugClass
from facility_app.modules.pharmacy.domain.medicines import Flags
from facility_app.modules.pharmacy.service.catalogue import (
    AddMedicine,
    EditMedicine,
    add_medicine,
    edit_medicine,
)
from tests.helpers.cases import each
from tests.modules.medication.ward import EFAVIRENZ, LOPERAMIDE, Ward
from tests.modules.pharmacy.store import TODAY

OPEN, PRIVATE = SIDES
LOOKS = "SELECT verb, table_name, record_id FROM audit_entry WHERE verb LIKE 'medication.open%' ORDER BY seq"


def test_every_fact_of_a_private_table_stands_behind_the_wall() -> None:
    for ours, theirs in zip(
        (OPEN.orders, OPEN.holds, OPEN.doses, OPEN.overrides, OPEN.allergies),
        (PRIVATE.orders, PRIVATE.holds, PRIVATE.doses, PRIVATE.overrides, PRIVATE.allergies),
        strict=True,
    ):
        assert ours.keys() == theirs.keys()
        facts = [one for one in theirs if one.info["privacy"] is Privacy.HIV]
        assert {"resident_id"} <= {one.name for one in facts}
        assert len(facts) > 4
        assert not [one for one in ours if one.info["privacy"] is Privacy.HIV]


def test_a_line_that_reveals_hiv_is_seen_only_by_a_look_that_stays_in_the_trail(ward: Ward) -> None:
    order = ward.order("efavirenz", 1, 10, 20)
    ward.at(10)
    (made,) = ward.record(ward.said(order, "10:00"))
    for who in ("doctor", "nurse", "chief", "chemist", "head", "auditor"):
        assert ward.round(who) == ()
        assert ward.read(list_orders, ward["duc"], by=who) == ()
        assert ward.read(list_desk, by=who) == ()
    assert ward.sql(LOOKS) == []
    rows = ward.write(open_private_round, RoundAsked(TODAY), by="nurse").rows
    assert [(row.slot, row.outcome, row.dose_id) for row in rows] == [
        ("10:00", Outcome.GIVEN, made.dose_id),
        ("20:00", None, ""),
    ]
    command = OpenPerson(ward["duc"], "khám")
    # The round is the nurse's office; looking somebody up takes a grant, unless it is the head, and a reason.
    assert ward.refused(open_private_orders, command).code == "grant_not_held"
    ward.grant()
    assert ward.refused(open_private_orders, OpenPerson(ward["duc"])).code == "reason_missing"
    assert len(ward.write(open_private_orders, command, by="head")) == 1
    assert [one.dose for one in ward.write(open_private_history, command).rows] == ["1 viên"]
    assert [verb for verb, *_ in ward.sql(LOOKS)] == [
        "medication.open_private_round",
        "medication.open_private_round",
        "medication.open_private_orders",
        "medication.open_private_history",
    ]
    for who in ("guard", "clerk", "auditor"):
        assert ward.refused(open_private_round, RoundAsked(TODAY), by=who).code == "permission_denied"
    # Nothing of it in any open table, and nothing readable in the trail.
    for table in ("medicine_order", "medicine_dose", "order_override", "dose_supply"):
        assert ward.sql(f"SELECT count(*) FROM {table}") == [(0,)]
    shown = (
        "SELECT count(*) FROM audit_value WHERE privacy NOT IN ('hiv', 'admin') "
        "AND (after LIKE ? OR after = ?) AND table_name LIKE 'private%'"
    )
    assert ward.sql(shown, "%EFV%", ward["duc"]) == [(0,)]


def test_an_allergy_that_reveals_hiv_is_told_only_by_a_look_and_still_stops_an_order(ward: Ward) -> None:
    for substance in ("TDF/FTC/EFV", "penicilin"):
        ward.write(add_allergy, AddAllergy(ward["duc"], substance, AllergySeverity.SEVERE))
    for who in ("doctor", "nurse", "head"):
        assert [row.substance for row in ward.read(list_allergies, ward["duc"], by=who)] == ["penicilin"]
    assert [row.substance for row in ward.read(read_medicines, ward["duc"]).allergies] == ["penicilin"]
    wish = OpenPerson(ward["duc"], "khám")
    assert ward.refused(open_private_allergies, wish, by="nurse").code == "grant_not_held"
    ward.grant("nurse")
    seen = ward.write(open_private_allergies, wish, by="nurse")
    assert [row.substance for row in seen] == ["TDF/FTC/EFV"]
    assert [verb for verb, *_ in ward.sql(LOOKS)] == ["medication.open_private_allergies"]
    assert ward.refused(open_private_allergies, wish, by="guard").code == "permission_denied"
    wanted = OrderMedicine(ward["duc"], ward.written("efavirenz", 1, 20))
    assert ward.refused(order_medicine, wanted).code == "order_checks"


def test_the_head_reads_at_each_person_who_saw_them_in_a_round_or_at_the_desk_and_nobody_else_does(
    ward: Ward,
) -> None:
    ward.order("efavirenz", 1, 20, verified=False)
    ward.order("paracetamol", 500, 20, person="hoa")
    ward.write(add_allergy, AddAllergy(ward["hoa"], "EFV", AllergySeverity.SEVERE))
    # Who takes nothing that reveals HIV may be allergic to it, and is of the round.
    found = ward.write(open_private_round, RoundAsked(TODAY), by="nurse")
    assert [(one.resident_id, one.substance) for one in found.allergies] == [(ward["hoa"], "EFV")]
    ward.write(open_private_desk, by="chemist")
    who = {"duc": ["Dược Sĩ Tú", "Quản Trị"], "hoa": ["Quản Trị"]}
    for person, names in who.items():
        looks = ward.read(list_looks, "resident", ward[person], by="head")
        assert [one.user_name for one in looks] == names
        assert ward.read(list_looks, "resident", ward[person], by="auditor") == ()
    # Neither does the trail tell an auditor about whom, or why.
    ward.write(open_private_allergies, OpenPerson(ward["hoa"], "dị ứng EFV"), by="head")
    rows = ward.read(list_audit, PageRequest(size=200), by="auditor").rows
    told = [(one.table, one.record_id, one.reason) for one in rows if "open_private" in one.verb]
    assert len(told) == 6
    assert {one[:2] for one in told} == {(None, None)}
    assert "EFV" not in str([one.reason for one in rows])
    seen = ward.read(list_audit, PageRequest(size=200), by="head").rows
    assert ward["hoa"] in {one.record_id for one in seen if one.verb == "medication.open_private_allergies"}


def test_who_cannot_take_only_what_reveals_hiv_has_no_mark_in_the_round(ward: Ward) -> None:
    ward.order("paracetamol", 1, 10)
    ward.write(add_allergy, AddAllergy(ward["duc"], "TDF/3TC/DTG", AllergySeverity.MILD))
    assert ward.read(get_ward_round, RoundAsked(TODAY), by="nurse").allergic == frozenset()
    ward.write(add_allergy, AddAllergy(ward["duc"], "tôm", AllergySeverity.MILD))
    assert ward.read(get_ward_round, RoundAsked(TODAY), by="nurse").allergic == {ward["duc"]}


def test_words_that_reveal_hiv_are_known_in_every_spelling_and_no_other_is() -> None:
    telling = (
        *("Tenofovir", "lamivudine 150mg", "zidovudin", "Lopinavir/ritonavir", "TLD", "thuốc ARV", "dị ứng NVP"),
        *(
            "ARV.",
            "(arv)",
            "TDF;3TC",
            "TDF_3TC",
            "TDF/FTC/EFV",
            "T.D.F",
            "3-TC",
            "EFV600mg",
            "ＴＤＦ",
            "A\u200bRV",
        ),
        *("HIV", "h.i.v", "thuốc HIV-1", "AIDS,", "ABC", "ral 400 mg", "ABC/3TC", "abc + ral", "thuốc ATV"),
    )
    assert [one for one in telling if not reveals_hiv(one)] == []
    quiet = (
        *("penicilin", "Aciclovir", "tôm", "rifampicin", "oseltamivir", "ribavirin", "abcde", ""),
        *("thuốc bôi abc", "đau ral", "ATV (atorvastatin)", "vitamin B, C", "tôm, cua, 3 T"),
    )
    assert [one for one in quiet if reveals_hiv(one)] == []


def test_a_reaction_that_reveals_hiv_keeps_the_whole_allergy_behind_the_wall(ward: Ward) -> None:
    told = AddAllergy(ward["duc"], "thuốc lạ", AllergySeverity.SEVERE, reaction="nổi ban khi uống EFV.")
    noted = ward.write(add_allergy, told)
    assert noted.is_private
    assert ward.sql("SELECT count(*) FROM medicine_allergy") == [(0,)]
    assert ward.read(list_allergies, ward["duc"]) == ()
    assert ward.read(get_bedside_card, ward["duc"], "").allergies == ()
    shown = "SELECT column_name FROM audit_value WHERE privacy <> 'hiv' AND after IN (?, ?)"
    assert ward.sql(shown, told.substance, told.reaction) == []
    ward.write(void_allergy, VoidAllergy(noted.allergy_id, 1, "nhầm"), by="nurse")
    assert ward.write(open_private_allergies, OpenPerson(ward["duc"], "khám"), by="head") == ()


def test_an_allergy_of_an_older_file_that_reveals_hiv_is_told_behind_the_wall_all_the_same(ward: Ward) -> None:
    def write(uow: UnitOfWork) -> None:
        with uow.act("medication.add_allergy") as act:
            facts = {"severity": AllergySeverity.MILD, "is_certain": False, "noted_on": TODAY}
            act.about(uow.add(Allergy(resident_id=ward["duc"], substance="ARV.", **facts)))

    ward.write(write)
    ward.order("paracetamol", 1, 10)
    assert ward.read(list_allergies, ward["duc"]) == ()
    assert ward.read(get_ward_round, RoundAsked(TODAY), by="nurse").allergic == frozenset()
    seen = ward.write(open_private_allergies, OpenPerson(ward["duc"], "khám"), by="head")
    assert [row.substance for row in seen] == ["ARV."]


def test_a_trade_name_reveals_as_the_medicine_does_the_facilitys_own_too(ward: Ward) -> None:
    brands = ward.read(known_brands)
    for told, is_telling in (
        *(("Kaletra", True), ("dị ứng BIKTARVY 50mg", True), ("truvada.", True), ("Panadol", False)),
        *(("Viraday", True), ("nổi ban sau Tenvir-X", False), ("thuốc dạ dày", False)),
    ):
        assert reveals_hiv(told, brands=brands) is is_telling, told
    # The catalogue is the facility's list: what it calls revealing is known by both of its names, whoever reads.
    facts = replace(EFAVIRENZ, generic="Islatravir", brand="Tenvir-X", atc="J05AX")
    for one in (facts, replace(EFAVIRENZ, generic="LPV/r", brand="Lopimune", atc="J05AR10")):
        ward.write(add_medicine, AddMedicine(one, DrugClass.ORDINARY, TODAY, "Luật Dược"), by="chemist")
    for who in ("doctor", "auditor"):
        known = ward.read(known_brands, by=who)
        assert reveals_hiv("nổi ban sau Tenvir-X", "islatravir", brands=known)
    assert ward.write(add_allergy, AddAllergy(ward["duc"], "Lopimune", AllergySeverity.SEVERE)).is_private
    assert ward.read(list_allergies, ward["duc"], by="auditor") == ()
    # The allergy to the one trade name stops an order of the same medicine by another name.
    new = Taking("", "Kaletra 200/50 mg", "Kaletra", "J05AR10", "mg", 1, 1, False, True)
    known_allergy = KnownAllergy("Lopimune", "", AllergySeverity.SEVERE, True)
    assert weigh(new, [], [], [known_allergy]) == ()
    (found,) = weigh(new, [], [], [known_allergy], ward.read(known_brands))
    assert found.severity == 1


def test_old_allergies_go_behind_the_wall_and_their_words_from_where_they_stood(ward: Ward) -> None:
    def write(uow: UnitOfWork) -> None:
        with uow.act("medication.add_allergy") as act:
            facts = {"severity": AllergySeverity.MILD, "is_certain": False, "noted_on": TODAY}
            facts |= {"resident_id": ward["duc"], "reaction": "ban đỏ"}
            rows = [uow.add(Allergy(substance=one, **facts)) for one in ("ARV.", "Kaletra", "penicilin", "HIV")]
            act.about(rows[0])
            uow.session.flush()
            uow.void(rows[-1], "ghi nhầm")

    asked = "SELECT substance, reaction, void_reason FROM medicine_allergy ORDER BY id"
    system = system_actor("MAY-01")

    def due() -> bool:
        with ward.facility.database.read(system) as uow:
            return is_hiding_due(uow)

    assert not due(), "a file without allergies has nothing to look at"
    ward.write(write)
    assert due()
    with ward.facility.database.write(system) as uow:
        assert hide_allergies(uow) == 2
        uow.commit()
    assert not due()
    assert ward.sql(asked) == [
        ("•••", None, "•••"),
        ("•••", None, "•••"),
        ("penicilin", "ban đỏ", None),
        ("•••", None, "ghi nhầm"),
    ]
    seen = ward.write(open_private_allergies, OpenPerson(ward["duc"], "khám"), by="head")
    assert [(row.substance, row.reaction) for row in seen] == [("ARV.", "ban đỏ"), ("Kaletra", "ban đỏ")]
    assert [row.substance for row in ward.read(list_allergies, ward["duc"])] == ["penicilin"]
    # The trail says that it was done, and holds the words no second time but behind the wall.
    ((seq,),) = ward.sql("SELECT seq FROM audit_entry WHERE verb = 'medication.hide_allergies'")
    open_words = (
        "SELECT after FROM audit_value WHERE entry_seq = ? AND privacy <> 'hiv' "
        "AND (before LIKE ? OR after LIKE ?)"
    )
    assert [ward.sql(open_words, seq, word, word) for word in ("%ARV%", "%Kaletra%", "%ban đỏ%")] == [[], [], []]
    # Only the words of a struck row may go, and only all of them.
    for statement in (
        "UPDATE medicine_allergy SET substance = '•••' WHERE voided_at IS NULL",
        "UPDATE medicine_allergy SET substance = 'tôm'",
    ):
        assert "frozen:medicine_allergy" in ward.pharmacy.below(statement)
    # A name the facility learns later: what was written under it before is looked at again.
    ward.write(add_allergy, AddAllergy(ward["hoa"], "Tenvir-X", AllergySeverity.MILD))
    assert not due()
    facts = replace(EFAVIRENZ, generic="TDF/FTC", brand="Tenvir-X", atc="J05AR03")
    ward.write(add_medicine, AddMedicine(facts, DrugClass.ORDINARY, TODAY, "Luật Dược"), by="chemist")
    assert due()


def test_an_override_of_an_older_file_that_names_a_private_allergy_is_told_behind_the_wall(ward: Ward) -> None:
    made = ward.order("paracetamol", 500, 10)
    for key, finding in (
        ("allergy:fact", "Paracetamol: người bệnh dị ứng EFV."),
        ("interaction:buprenorphine_inducer", "Buprenorphin – Rifampicin: Efavirenz, rifampicin làm giảm."),
        ("duplicate:same_medicine", "Paracetamol – TDF/FTC/EFV: Đã có y lệnh khác."),
    ):

        def write(uow: UnitOfWork, key: str = key, finding: str = finding) -> None:
            with uow.act("medication.order_medicine"):
                facts = {"rule_key": key, "rule_version": 0, "severity": 1, "finding": finding}
                uow.add(OPEN.override(resident_id=ward["duc"], order_id=made.order_id, **facts))

        ward.write(write)
    # A rule's own text names medicines nobody takes: that one is no secret, and must be read.
    assert [one.rule_key[:7] for one in ward.read(list_overrides, made.order_id)] == ["interac"]
    assert [len(one) for one in ward.read(read_medicines, ward["duc"]).overrides.values()] == [1]
    kept = ward.write(open_private_overrides, made.order_id, by="chemist")
    assert [one.rule_key for one in kept] == ["allergy:fact", "duplicate:same_medicine"]


def test_a_medicine_somebody_was_ordered_is_not_said_to_reveal_hiv_afterwards_and_the_way_on_is_told(
    ward: Ward,
) -> None:
    facts = replace(LOPERAMIDE, generic="Islatravir", atc="J05AX99")
    made = ward.write(add_medicine, AddMedicine(facts, DrugClass.ORDINARY, TODAY, "Luật Dược"), by="chemist")
    marked = EditMedicine(made.id, made.version, replace(facts, flags=Flags(reveals_hiv=True)))
    written = replace(ward.written("loperamide", 2, 10), medicine_id=made.id)
    ward.write(order_medicine, OrderMedicine(ward["duc"], written))
    told = ward.refused(edit_medicine, marked, by="chemist")
    assert (told.code, "lập một thuốc mới" in told.message) == ("medicine_ordered", True)


@each("substance", ["Efavirenz", "EFV", "tdf", "TLE", "NNRTI", "thuốc ARV", "emtricitabine 200"])
def test_an_allergy_meets_a_medicine_named_by_other_words_for_the_same(substance: str) -> None:
    known = KnownAllergy(substance, "", AllergySeverity.SEVERE, is_private=True)
    new = Taking("", "TDF/FTC/EFV", "TDF/FTC/EFV", None, "tablet", 1000, 1000, is_private=True)
    (found,) = weigh(new, [], [], [known])
    assert (found.key, found.is_private) == ("allergy:fact", True)


def test_an_allergy_to_another_medicine_against_hiv_stops_nothing() -> None:
    known = [KnownAllergy(one, "", AllergySeverity.SEVERE, is_private=True) for one in ("Nevirapin", "DTG", "HIV")]
    new = Taking(
        "", "TDF/FTC/EFV", "Tenofovir/emtricitabin/efavirenz", None, "tablet", 1000, 1000, is_private=True
    )
    assert weigh(new, [], [], known) == ()


def test_what_a_medicine_collides_with_is_kept_where_the_graver_secret_lies(ward: Ward) -> None:
    ward.order("efavirenz", 1, 20)
    ward.programme()
    written = ward.written("methadone", 20, 8)
    found = ward.write(open_checks, OrderMedicine(ward["duc"], written))
    assert [(one.key, one.is_private) for one in found] == [("interaction:methadone_efavirenz", True)]
    told = ward.refused(order_medicine, OrderMedicine(ward["duc"], written))
    # A refusal leaves no trace, so it names nothing of what takes a look; the look above did.
    assert (told.code, "Efavirenz" in told.message, "giữ kín" in told.message) == ("order_checks", False, True)
    assert "Efavirenz" not in repr(vars(told))
    given = ward.agreed("medication.order_medicine", "doctor")
    made = ward.order(
        "methadone",
        20,
        8,
        reasons={"interaction:methadone_efavirenz": "theo dõi hội chứng cai"},
        countersign=given,
    )
    assert ward.read(list_overrides, made.order_id) == ()
    (kept,) = ward.write(open_private_overrides, made.order_id, by="chemist")
    assert (kept.rule_key, kept.reason) == ("interaction:methadone_efavirenz", "theo dõi hội chứng cai")
