"""What is done to the file itself stands in the trail, and a new life of the file begins with a reason."""

import pytest

from facility_app.kernel.errors import UserError
from facility_app.modules.upkeep.module import SPEC
from facility_app.modules.upkeep.service import RIGHTS, authorise, begin_epoch, record
from tests.helpers.facility import Facility
from tests.helpers.probe import rows


def test_what_was_done_is_told_with_its_facts_and_reason(facility: Facility) -> None:
    with facility.database.write(facility.admin) as uow:
        record(uow, "upkeep.backup", {"size": "12", "file": "a.bak"}, "cuối ngày")
        uow.commit()
    assert rows(facility.database, "SELECT verb FROM audit_entry WHERE seq = 2") == [("upkeep.backup",)]
    told = rows(facility.database, "SELECT column_name, privacy, after FROM audit_value WHERE entry_seq = 2")
    assert told == [("reason", "clinical", "cuối ngày"), ("file", "admin", "a.bak"), ("size", "admin", "12")]


def test_authorising_writes_nothing(facility: Facility) -> None:
    with facility.database.read(facility.admin) as uow:
        for verb in RIGHTS:
            authorise(uow, verb)
    assert rows(facility.database, "SELECT count(*) FROM audit_entry") == [(1,)]


def test_trail_and_refusal_use_the_same_words() -> None:
    assert {verb.id: verb.permission for verb in SPEC.verbs} == RIGHTS


def test_a_new_epoch_names_the_one_before_and_where_it_ended(facility: Facility) -> None:
    ((former,),) = rows(facility.database, "SELECT id FROM sync_epoch")
    with facility.database.write(facility.admin) as uow:
        begin_epoch(uow, "khôi phục từ ổ cũ")
        uow.commit()
    found = rows(facility.database, "SELECT n, reason, parent_id, parent_chg FROM sync_epoch ORDER BY n")
    assert found == [(1, "init", None, None), (2, "accepted", former, 0)]
    told = rows(facility.database, "SELECT column_name, after FROM audit_value WHERE entry_seq = 2 ORDER BY ord")
    assert told == [("reason", "khôi phục từ ổ cũ"), ("former_epoch", former)]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_file_is_not_accepted_without_a_reason(facility: Facility, reason: str) -> None:
    with facility.database.write(facility.admin) as uow, pytest.raises(UserError) as refused:
        begin_epoch(uow, reason)
    assert refused.value.code == "reason_missing"
    assert rows(facility.database, "SELECT count(*) FROM sync_epoch") == [(1,)]
