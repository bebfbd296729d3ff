"""Alerts behind two walls and people kept apart: seen by those who may, ended by a decision."""

from dataclasses import replace

import pytest

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import ConflictError, PermissionDenied, UserError
from facility_app.kernel.paging import Look
from facility_app.modules.residents.domain.card import AlertChip
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel, KeepApart, Strength
from facility_app.modules.residents.queries.entries import list_alerts, list_keep_apart
from facility_app.modules.residents.queries.people import list_resident_ids, search_residents
from facility_app.modules.residents.service.entries import AddEntry, EditEntry
from facility_app.modules.residents.service.safety import (
    EndEntry,
    edit_alert,
    end_alert,
    end_keep_apart,
    keep_apart,
    raise_alert,
)
from facility_app.modules.residents.service.voiding import VoidEntry, void_entry
from tests.helpers.facility import Facility
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import TODAY, actor_of, named, written

ESCAPE = Alert(AlertKind.ESCAPE_RISK, AlertLevel.WARNING, TODAY, "đã trốn năm 2023")
ALLERGY = Alert(AlertKind.ALLERGY, AlertLevel.DANGER, TODAY, "penicillin")


def test_a_health_alert_is_nowhere_for_those_outside_the_wall(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility, Role.DOCTOR)) as uow:
        raise_alert(uow, AddEntry(made.resident_id, ESCAPE))
        raise_alert(uow, AddEntry(made.resident_id, ALLERGY))
        uow.commit()
    seen = {}
    for role in (Role.GUARD, Role.NURSE):
        with facility.database.read(actor_of(facility, role)) as uow:
            (row,) = search_residents(uow, "duc")
            listed = [one.entry.facts for one in list_alerts(uow, made.resident_id)]
            filtered = list_resident_ids(uow, Look(filters={"alert": "allergy"}))
            seen[role] = (row.alerts, set(listed), filtered)
    escape, allergy = AlertChip(ESCAPE.kind, ESCAPE.level), AlertChip(ALLERGY.kind, ALLERGY.level)
    assert seen[Role.GUARD] == ((escape,), {ESCAPE}, ())
    assert seen[Role.NURSE] == ((escape, allergy), {ESCAPE, ALLERGY}, (made.resident_id,))


def test_no_alert_crosses_the_wall_by_an_edit_an_end_or_a_strike(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(TESTER) as uow:
        health = raise_alert(uow, AddEntry(made.resident_id, ALLERGY))
        custody = raise_alert(uow, AddEntry(made.resident_id, ESCAPE))
        uow.commit()
    with facility.database.write(actor_of(facility, Role.GUARD)) as uow:
        with pytest.raises(PermissionDenied):
            raise_alert(uow, AddEntry(made.resident_id, ALLERGY))
        with pytest.raises(PermissionDenied):
            edit_alert(uow, EditEntry(health.entry_id, health.version, ESCAPE))
        with pytest.raises(PermissionDenied):
            edit_alert(uow, EditEntry(custody.entry_id, custody.version, ALLERGY))
        with pytest.raises(PermissionDenied):
            end_alert(uow, EndEntry(health.entry_id, health.version, "hết"))
        with pytest.raises(PermissionDenied):
            void_entry(uow, VoidEntry(EntryKind.ALERT, health.entry_id, health.version, "nhầm"))
        assert end_alert(uow, EndEntry(custody.entry_id, custody.version, "hết nguy cơ")).entry_id


def test_an_alert_ends_by_a_decision_and_leaves_the_card(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility, Role.HEAD)) as uow:
        saved = raise_alert(uow, AddEntry(made.resident_id, replace(ESCAPE, review_on=TODAY)))
        edited = edit_alert(uow, EditEntry(saved.entry_id, saved.version, replace(ESCAPE, level=AlertLevel.INFO)))
        assert search_residents(uow, "duc")[0].alerts == (AlertChip(AlertKind.ESCAPE_RISK, AlertLevel.INFO),)
        with pytest.raises(UserError) as refusal:
            end_alert(uow, EndEntry(saved.entry_id, edited.version, ""))
        assert refusal.value.code == "reason_missing"
        with pytest.raises(ConflictError):
            end_alert(uow, EndEntry(saved.entry_id, saved.version, "hết nguy cơ"))
        ended = end_alert(uow, EndEntry(saved.entry_id, edited.version, "hết nguy cơ"))
        assert search_residents(uow, "duc")[0].alerts == ()
        assert list_alerts(uow, made.resident_id) == ()
        (told,) = list_alerts(uow, made.resident_id, with_ended=True)
        assert (told.ended_on, told.end_reason) == (TODAY, "hết nguy cơ")
        for again in (end_alert, edit_alert):
            command = EndEntry if again is end_alert else EditEntry
            with pytest.raises(UserError) as refusal:
                again(uow, command(saved.entry_id, ended.version, "x" if again is end_alert else ESCAPE))  # type: ignore[arg-type]
            assert refusal.value.code == "ended_already"


def test_a_pair_is_one_row_seen_from_either_side_hard_ones_first(facility: Facility) -> None:
    one, other, third = (written(facility, named(f"Lê {word}")) for word in ("Một", "Hai", "Ba"))
    with facility.database.write(actor_of(facility, Role.HEAD)) as uow:
        soft = KeepApart(third.resident_id, Strength.SOFT, "cùng vụ án", TODAY)
        keep_apart(uow, AddEntry(one.resident_id, soft))
        pair = keep_apart(
            uow, AddEntry(other.resident_id, KeepApart(one.resident_id, Strength.HARD, "thù cũ", TODAY))
        )
        assert [row.other_code for row in list_keep_apart(uow, one.resident_id)] == [other.code, third.code]
        (seen,) = list_keep_apart(uow, other.resident_id)
        assert (seen.pair_id, seen.other_id, seen.strength) == (pair.entry_id, one.resident_id, Strength.HARD)
        with pytest.raises(UserError) as refusal:
            keep_apart(uow, AddEntry(one.resident_id, KeepApart(other.resident_id, Strength.SOFT, "x", TODAY)))
        assert refusal.value.code == "apart_already"
        end_keep_apart(uow, EndEntry(pair.entry_id, pair.version, "đã hòa giải"))
        assert list_keep_apart(uow, other.resident_id) == ()
        assert [row.ended_on for row in list_keep_apart(uow, other.resident_id, with_ended=True)] == [TODAY]
        with pytest.raises(UserError) as refusal:
            end_keep_apart(uow, EndEntry(pair.entry_id, pair.version + 1, "lại"))
        assert refusal.value.code == "ended_already"
        again = keep_apart(uow, AddEntry(one.resident_id, KeepApart(other.resident_id, Strength.HARD, "y", TODAY)))
        void_entry(uow, VoidEntry(EntryKind.KEEP_APART, again.entry_id, again.version, "nhầm người"))
        assert list_keep_apart(uow, other.resident_id) == ()
        uow.commit()


def test_nobody_is_kept_apart_from_themselves_or_from_nobody(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(actor_of(facility, Role.HEAD)) as uow:
        for other, code in ((made.resident_id, "same_person"), ("0" * 32, "not_found")):
            with pytest.raises(UserError) as refusal:
                keep_apart(uow, AddEntry(made.resident_id, KeepApart(other, Strength.HARD, "x", TODAY)))
            assert refusal.value.code == code
