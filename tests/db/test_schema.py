"""Every table of the program is known to the house: who may see it, how it travels, what guards it."""

from collections.abc import Iterator
from typing import Any

import pytest
import sqlalchemy as sa

from facility_app.app.registry import RETIRED_ORDINALS, schema, table_specs
from facility_app.db import capture, overlap, schema_objects, search
from facility_app.db.base import Base, SyncedRecord
from facility_app.db.overlap import NoOverlap
from facility_app.db.schema_objects import OUR_PREFIXES, Schema
from facility_app.kernel.privacy import LocalOnly, Privacy, Retention, SearchRole, Synced, TableSpec
from tests.helpers.probe import PROBE_SPECS, ProbeBase, VaultFile, engine_of, probe_schema

TABLES = Base.metadata.tables
SPECS = {spec.name: spec for spec in table_specs()}
RESIDENTS = "resident"
"""The table resident paths lead to, when it is there."""

ORDINALS = {
    "facility_profile": 1,
    "resident": 2,
    "resident_alias": 3,
    "resident_paper": 4,
    "resident_address": 5,
    "relative": 6,
    "legal_record": 7,
    "attachment": 8,
    "resident_photo": 9,
    "body_mark": 10,
    "substance_use": 11,
    "rehab_history": 12,
    "resident_alert": 13,
    "keep_apart": 14,
    "staff_member": 20,
    "staff_post": 21,
    "staff_authority": 22,
    "staff_certificate": 23,
    "stay": 24,
    "stay_decision": 25,
    "stay_event": 26,
    "term_evaluation": 27,
    "presence_change": 28,
    "overheld_note": 29,
    "stay_stage": 30,
    "rehab_plan": 31,
    "issued_paper": 36,
    "paper_delivery": 37,
    "paper_print": 38,
    "received_paper": 39,
    "paper_scan": 40,
    "release_case": 46,
    "reintegration_plan": 47,
    "housing_zone": 50,
    "housing_building": 51,
    "housing_room": 52,
    "housing_bed": 53,
    "place_closure": 54,
    "capacity_change": 55,
    "bed_placement": 56,
    "housing_need": 57,
    "team": 58,
    "team_member": 59,
    "roll_call": 60,
    "roll_tick": 61,
    "absence_case": 62,
    "absence_paper": 63,
    "absence_extension": 64,
    "absence_escort": 65,
    "absence_step": 66,
    "deposit_entry": 68,
    "deposit_month": 69,
    "belongings_act": 70,
    "belonging": 71,
    "belonging_move": 72,
    "sealed_bag": 73,
    "supply_slip": 74,
    "supply_line": 75,
    "intake_case": 78,
    "intake_paper": 79,
    "intake_health": 80,
    "medicine": 130,
    "medicine_class": 131,
    "stock_place": 132,
    "cabinet_shift": 133,
    "medicine_lot": 134,
    "stock_slip": 135,
    "stock_entry": 136,
    "dose_supply": 137,
    "private_dose_supply": 138,
    "stock_day": 139,
    "stock_count": 140,
    "stock_count_line": 141,
    "requisition": 142,
    "requisition_line": 143,
    "loss_report": 144,
    "destruction": 145,
    "destruction_line": 146,
    "medicine_return": 147,
    "medicine_return_line": 148,
    "sent_report": 149,
    "clinical_rule": 200,
    "medicine_allergy": 201,
    "allergy_asked": 285,
    "protocol_run": 202,
    "substitution_programme": 203,
    "medication_end": 204,
    "medicine_order": 205,
    "private_medicine_order": 206,
    "order_hold": 207,
    "private_order_hold": 208,
    "order_override": 209,
    "private_order_override": 210,
    "medicine_dose": 211,
    "private_medicine_dose": 212,
    "private_medicine_allergy": 213,
    "meeting_room": 214,
    "booking": 215,
    "booking_person": 216,
    "programme": 220,
    "programme_topic": 221,
    "school_class": 222,
    "class_member": 223,
    "class_hour": 224,
    "class_session": 225,
    "attendance": 226,
    "class_result": 227,
    "counselling": 228,
    "counselling_person": 229,
    "school_report": 230,
    "partner_school": 260,
    "employer": 261,
    "vacancy": 262,
    "guidance": 263,
    "job_talk": 264,
    "job_support": 265,
    "job_outcome": 266,
    "vocational_course": 267,
    "course_module": 268,
    "course_enrolment": 269,
    "course_lesson": 270,
    "lesson_tick": 271,
    "course_exam": 272,
    "course_assessment": 273,
    "course_certificate": 274,
    "certificate_print": 275,
    "medical_record": 160,
    "door_triage": 161,
    "red_flag": 162,
    "medical_note": 163,
    "diagnosis": 164,
    "private_diagnosis": 165,
    "vital_reading": 166,
    "instrument_score": 167,
    "observation_plan": 168,
    "placement_reason": 169,
    "self_harm_watch": 170,
    "watch_look": 171,
    "drug_test_kit": 172,
    "drug_test": 173,
    "drug_test_result": 174,
    "custody_step": 175,
    "infection_test": 176,
    "hiv_test": 177,
    "oxygen_target": 280,
    "external_medicine": 281,
    "serious_event": 282,
    "serious_event_step": 283,
    "health_check": 284,
    "work_fitness": 240,
    "work_type": 241,
    "labour_team": 242,
    "labour_member": 243,
    "labour_registration": 244,
    "safety_training": 245,
    "labour_sheet": 246,
    "labour_mark": 247,
    "labour_tool": 248,
    "tool_count": 249,
    "labour_entry": 250,
    "labour_month": 251,
    "labour_share": 252,
}
"""Given once. A new synced table gets a new line here; no line ever changes or goes."""


def test_every_table_has_one_spec_and_every_spec_a_table() -> None:
    assert len(SPECS) == len(table_specs())
    assert SPECS.keys() == TABLES.keys()


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_has_a_privacy_class(name: str) -> None:
    without = [
        column.name for column in TABLES[name].columns if not isinstance(column.info.get("privacy"), Privacy)
    ]
    assert without == []


def test_a_column_takes_part_in_search_only_by_a_role() -> None:
    roles = {column.info.get("search") for table in TABLES.values() for column in table.columns}
    assert roles <= {None, *SearchRole}


def test_ordinals_stay_as_they_were_given() -> None:
    given = {spec.name: how.ordinal for spec, how in capture.synced(table_specs())}
    assert given | RETIRED_ORDINALS == ORDINALS
    assert len(set(ORDINALS.values())) == len(ORDINALS)


@pytest.mark.parametrize("spec", [spec for spec, _ in capture.synced(table_specs())], ids=lambda spec: spec.name)
def test_a_synced_table_has_an_id_and_a_home(spec: TableSpec) -> None:
    table = TABLES[spec.name]
    assert [column.name for column in table.primary_key] == ["id"]
    assert not table.columns["home"].nullable
    assert {"version", "voided_at", "voided_by", "void_reason", "updated_at"} <= set(table.columns.keys())


def test_records_that_travel_are_those_of_synced_tables() -> None:
    travelling = {
        str(mapper.local_table) for mapper in Base.registry.mappers if issubclass(mapper.class_, SyncedRecord)
    }
    assert travelling == {spec.name for spec, _ in capture.synced(table_specs())}


def test_a_local_table_says_why_it_stays() -> None:
    reasons = [spec.sync.reason for spec in table_specs() if isinstance(spec.sync, LocalOnly)]
    assert all(len(reason.split()) > 1 for reason in reasons)


def path_faults(
    metadata: sa.MetaData, table_name: str, path: tuple[str, ...], residents: str = RESIDENTS
) -> list[str]:
    """What is wrong with a declared path from a row to its resident; empty when nothing is."""
    table = metadata.tables[table_name]
    for place, name in enumerate(path):
        if name not in table.columns:
            return [f"{table.name} has no column {name}"]
        if table.name == residents:
            return [] if (name, place) == ("id", len(path) - 1) else [f"{name} leads on from {residents}"]
        targets = [key.column for key in table.columns[name].foreign_keys]
        if len(targets) != 1 or targets[0].name != "id":
            return [f"{table.name}.{name} has no foreign key to an id"]
        table = targets[0].table
    return [] if table.name == residents or not path else [f"ends at {table.name}, not at {residents}"]


@pytest.mark.parametrize("spec", [spec for spec, _ in capture.synced(table_specs())], ids=lambda spec: spec.name)
def test_a_declared_path_leads_to_the_resident(spec: TableSpec) -> None:
    assert isinstance(spec.sync, Synced)
    assert path_faults(Base.metadata, spec.name, spec.sync.resident_path) == []


def test_paths_that_lead_elsewhere_are_found() -> None:
    metadata = sa.MetaData()
    sa.Table("resident", metadata, sa.Column("id", sa.String, primary_key=True), sa.Column("name", sa.String))
    for child, parent in (("stay", "resident"), ("dose", "stay"), ("bed", "zone"), ("zone", "zone")):
        sa.Table(
            child,
            metadata,
            sa.Column("id", sa.String, primary_key=True),
            sa.Column(f"{parent}_id", sa.String, sa.ForeignKey(f"{parent}.id")),
            sa.Column("note", sa.String),
        )
    whole = [("resident", ("id",)), ("stay", ("resident_id",)), ("dose", ("stay_id", "resident_id")), ("bed", ())]
    assert [fault for name, path in whole for fault in path_faults(metadata, name, path)] == []
    broken = [
        ("stay", ("patient_id",)),
        ("stay", ("note",)),
        ("dose", ("stay_id",)),
        ("dose", ("resident_id",)),
        ("bed", ("zone_id",)),
        ("resident", ("name",)),
        ("stay", ("resident_id", "name")),
    ]
    assert all(len(path_faults(metadata, name, path)) == 1 for name, path in broken)
    probe = next(spec.sync for spec in PROBE_SPECS if spec.name == "probe_note")
    assert isinstance(probe, Synced)
    assert path_faults(ProbeBase.metadata, "probe_note", probe.resident_path, "probe_person") == []


def test_every_constraint_has_a_name() -> None:
    nameless = [
        f"{table.name}: {constraint!r}"
        for table in TABLES.values()
        for constraint in [*list[Any](table.constraints), *table.indexes]
        if constraint.name is None
    ]
    assert nameless == []


def test_no_column_has_a_type_that_loses_what_it_is_given() -> None:
    losing = (sa.Numeric, sa.Float, sa.DateTime, sa.Time, sa.PickleType, sa.JSON)
    found = [
        str(column) for table in TABLES.values() for column in table.columns if isinstance(column.type, losing)
    ]
    assert found == []


def test_closed_sets_keep_their_words_not_their_members_names() -> None:
    kinds = [column.type for table in TABLES.values() for column in table.columns]
    enums = [kind for kind in kinds if isinstance(kind, sa.Enum)]
    assert enums
    for kind in enums:
        assert kind.enum_class is not None
        assert kind.enums == [member.value for member in kind.enum_class]
        assert (kind.native_enum, kind.create_constraint, kind.length) == (False, False, 32)


def test_no_record_reaches_another_by_relationship() -> None:
    assert [str(mapper) for mapper in Base.registry.mappers if mapper.relationships] == []


@pytest.mark.parametrize("whole", [schema(), probe_schema()], ids=["program", "probe"])
def test_every_trigger_is_ours_to_drop_and_make_again(whole: Schema) -> None:
    made = whole.triggers
    assert [name for name in made if not name.startswith(OUR_PREFIXES)] == []
    assert [name for name, statement in made.items() if f"CREATE TRIGGER {name} " not in statement] == []
    for spec, _ in capture.synced(whole.specs):
        assert len([name for name in made if name.startswith(f"sync_{spec.name}_")]) >= 4


def test_two_rules_on_one_table_have_triggers_of_their_own() -> None:
    rules = (NoOverlap("placement", ("bed",), "a", "b"), NoOverlap("placement", ("person",), "a", "b"))
    assert len(overlap.triggers(rules)) == 4


@pytest.fixture
def raw(vault_file: VaultFile) -> Iterator[sa.Connection]:
    with engine_of(vault_file.path) as engine, engine.begin() as connection:
        yield connection


def triggers_in(connection: sa.Connection) -> dict[str, str]:
    found = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
    return {row.name: row.sql for row in found}


def test_a_whole_file_misses_nothing_and_installing_again_changes_nothing(raw: sa.Connection) -> None:
    assert schema_objects.missing(raw, probe_schema()) == []
    before = triggers_in(raw)
    schema_objects.install(raw, probe_schema())
    assert triggers_in(raw) == before == probe_schema().triggers


def test_a_trigger_lost_or_weakened_is_named_and_made_again(raw: sa.Connection) -> None:
    lost, weakened = "append_only_audit_entry_delete", "sync_probe_person_cu"
    raw.exec_driver_sql(f"DROP TRIGGER {lost}")
    raw.exec_driver_sql(f"DROP TRIGGER {weakened}")
    raw.exec_driver_sql(f"CREATE TRIGGER {weakened} AFTER UPDATE ON probe_person BEGIN SELECT 1; END")
    assert schema_objects.missing(raw, probe_schema()) == [lost, weakened]
    schema_objects.install(raw, probe_schema())
    assert schema_objects.missing(raw, probe_schema()) == []


def test_a_trigger_of_a_former_version_goes_and_a_strangers_stays(raw: sa.Connection) -> None:
    for name in ("sync_probe_person_old", "strange"):
        raw.exec_driver_sql(f"CREATE TRIGGER {name} AFTER UPDATE ON probe_person BEGIN SELECT 1; END")
    schema_objects.install(raw, probe_schema())
    assert "sync_probe_person_old" not in triggers_in(raw)
    assert "strange" in triggers_in(raw)


def test_a_searched_table_needs_only_words_or_only_numbers(raw: sa.Connection) -> None:
    metadata = sa.MetaData()
    for name, role in (("by_word", SearchRole.TEXT), ("by_number", SearchRole.SUFFIX), ("by_none", None)):
        sa.Table(
            name,
            metadata,
            sa.Column("id", sa.String, primary_key=True),
            sa.Column("it", sa.String, info={} if role is None else {"search": role}),
        )
    metadata.create_all(raw)
    spec = [TableSpec(name, LocalOnly("a probe"), Retention.TRANSIENT) for name in metadata.tables]
    schema_objects.install(raw, Schema(metadata, tuple(spec)))
    assert [one.table for one in search.searched(metadata)] == ["by_number", "by_word"]
    for table, kept, typed in (("by_word", "anh", "an"), ("by_number", "4321", "1234")):
        raw.exec_driver_sql(f"INSERT INTO {table} VALUES ('x', ?)", (kept,))
        found = raw.execute(sa.select(sa.func.count()).where(search.matches(metadata.tables[table], typed)))
        assert found.scalar_one() == 1
