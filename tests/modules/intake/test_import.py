"""A list taken over as a whole or not at all, and taken back as if it had never been."""

from datetime import date, timedelta
from typing import Any

import pytest

from facility_app.app.registry import schema
from facility_app.db.digest import content_digest
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.modules.intake.domain.roster import (
    RosterChoices,
    RowDecision,
    RowState,
    Sameness,
    Shared,
    nothing,
)
from facility_app.modules.intake.queries.imports import list_imports
from facility_app.modules.intake.queries.roster import RosterPreview, preview_roster
from facility_app.modules.intake.service.roster import (
    Imported,
    ImportRoster,
    UndoImport,
    import_roster,
    undo_import,
)
from facility_app.modules.residents.domain.family import Alias
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.identity import add_alias
from facility_app.modules.stays.domain.exits import ExitCode
from facility_app.modules.stays.queries.stays import list_stays_of
from facility_app.sheets.workbook import Book
from tests.modules.intake.lists import AN, BINH, COURT, HEADS, NOBODY, book, kept
from tests.modules.stays.house import House

OFFICER = (Role.INTAKE,)
SAME = Sameness.SAME


def looked(house: House, found: Book, **chosen: Any) -> RosterPreview:
    return house.read(preview_roster, found, RosterChoices(**chosen), by=OFFICER)


def taken(house: House, found: Book, **chosen: Any) -> Imported:
    return house.write(import_roster, ImportRoster(found, RosterChoices(**chosen)), by=OFFICER)


def undone(house: House, made: Imported) -> Any:
    assert made.undo_id is not None
    return house.write(undo_import, UndoImport(made.undo_id), by=OFFICER)


def digest(house: House) -> str:
    with house.facility.database.connection() as connection:
        return content_digest(connection, schema().metadata, schema().specs)


def who(house: House, name: str) -> str:
    ((found,),) = house.sql("SELECT id FROM resident WHERE name = ? AND voided_at IS NULL", name)
    return str(found)


def test_accepted_rows_become_people_inside_and_the_others_are_listed(gate: House) -> None:
    made = taken(gate, book(AN, BINH, NOBODY))
    assert (made.rows, made.accepted, made.created, made.matched, made.stays) == (3, 2, 2, 0, 2)
    ((_, column, value, _),) = [(one.row, one.column, one.value, one.message) for one in made.rejected]
    assert (column, value) == ("B", "30/02/1991")
    (stay,) = gate.read(list_stays_of, who(gate, "Nguyễn Văn An"))
    assert (stay.admitted_on, stay.expected_end_on) == (date(2026, 8, 1), date(2028, 8, 1))
    assert gate.card(stay.stay_id)[0] == "present"
    assert "release" in gate.tasks(stay.stay_id)
    assert "stage1" in gate.tasks(stay.stay_id, "done")
    verbs = [row[0] for row in gate.sql("SELECT verb FROM audit_entry ORDER BY seq")]
    at = verbs.index("intake.import_roster")
    assert {"residents.take_over_roster", "stays.open_listed_stays"} <= set(verbs[at:])


def test_what_nobody_leaves_without_stays_on_the_worklists_though_its_day_is_past(gate: House) -> None:
    # Their months ended before the list was taken over: the gate calls it missing, so somebody has the task.
    taken(gate, book((*AN[:5], "30/07/2024", *AN[6:8], "01/08/2024", *AN[9:])))
    (stay,) = gate.read(list_stays_of, who(gate, "Nguyễn Văn An"))
    assert {"release", "certificate", "examination", "completion_notice"} <= gate.tasks(stay.stay_id).keys()
    assert "release_ladder" in gate.tasks(stay.stay_id, "done")


def test_looking_writes_nothing(gate: House) -> None:
    before = digest(gate), gate.sql("SELECT max(seq) FROM audit_entry")
    assert len(looked(gate, book(AN, NOBODY)).accepted) == 1
    assert (digest(gate), gate.sql("SELECT max(seq) FROM audit_entry")) == before


def test_a_second_look_reads_no_cell_again_where_nothing_changed_and_always_asks_who_is_known(gate: House) -> None:
    found = book(AN, BINH, NOBODY)
    first = looked(gate, found)
    kept(gate)

    def again(one: Book, *roles: Role, **chosen: Any) -> RosterPreview:
        return gate.read(preview_roster, one, RosterChoices(**chosen), nothing, first, by=roles or OFFICER)

    later = again(found)
    assert later.read is first.read
    assert [row.state for row in later.rows] == [RowState.ASKED, RowState.NEW, RowState.REJECTED]
    skipped = again(found, decisions={3: RowDecision(Sameness.SKIP)})
    assert skipped.read is first.read
    assert [row.state for row in skipped.rows] == [RowState.ASKED, RowState.SKIPPED, RowState.REJECTED]
    anew = (
        again(book(AN, BINH, NOBODY)),
        again(found, Role.CLERK),
        again(found, shared=Shared(months=12)),
        again(found, columns={"J": ""}),
    )
    assert [one for one in anew if one.read is first.read] == [], "what a cell is read with has changed"
    gate.facility.file.clock.at += timedelta(days=1)
    assert again(found).read is not first.read
    made = gate.write(import_roster, ImportRoster(found, RosterChoices(), earlier=first), by=OFFICER)
    assert (made.accepted, made.preview.count(RowState.ASKED)) == (1, 1), "who came meanwhile is asked about"


def test_undo_brings_the_digest_back_and_leaves_nobody_on_lists_or_worklists(gate: House) -> None:
    kept(gate)
    before = digest(gate)
    made = taken(gate, book(replace_name(AN, "Vũ Văn Dần", "001090009999"), BINH))
    assert digest(gate) != before
    done = undone(gate, made)
    assert (done.people, done.stays) == (2, 2)
    assert digest(gate) == before
    assert gate.sql("SELECT count(*) FROM resident_card") == [(1,)]
    assert gate.sql("SELECT count(*) FROM task WHERE status = 'open' AND subject_table = 'stay'") == [(0,)]
    # However many people a list brought, their tasks go as one decision.
    assert gate.sql("SELECT count(*) FROM audit_entry WHERE verb = 'tasks.withdraw'") == [(1,)]
    (row,) = gate.read(list_imports)
    assert row.undone_at is not None


def replace_name(row: tuple[object, ...], name: str, number: str) -> tuple[object, ...]:
    return (name, *row[1:3], number, *row[4:])


def test_an_import_is_undone_once(gate: House) -> None:
    made = taken(gate, book(AN))
    undone(gate, made)
    assert gate.refused(undo_import, UndoImport(made.undo_id or ""), by=OFFICER).code == "import_undone"
    assert gate.refused(undo_import, UndoImport("0" * 32), by=OFFICER).code == "no_such_import"


def test_what_was_undone_can_be_imported_again(gate: House) -> None:
    undone(gate, taken(gate, book(AN)))
    assert taken(gate, book(AN)).created == 1


def test_what_was_built_on_stops_the_undo_by_name(gate: House) -> None:
    made = taken(gate, book(AN, BINH))
    resident = who(gate, "Nguyễn Văn An")
    gate.write(add_alias, AddEntry(resident, Alias("An Đen")), by=OFFICER)
    refusal = gate.refused(undo_import, UndoImport(made.undo_id or ""), by=OFFICER)
    assert refusal.code == "import_built_on"
    ((code,),) = gate.sql("SELECT code FROM resident WHERE id = ?", resident)
    assert f"{code} (tên gọi khác)" in refusal.message


def test_a_later_correction_stops_the_undo_too(gate: House) -> None:
    made = taken(gate, book(AN))
    (stay,) = gate.read(list_stays_of, who(gate, "Nguyễn Văn An"))
    gate.end(stay.stay_id, ExitCode.DECISION_ANNULLED, **annulled())
    refusal = gate.refused(undo_import, UndoImport(made.undo_id or ""), by=OFFICER)
    assert "lần cai nghiện" in refusal.message


def annulled() -> dict[str, Any]:
    return {"paper_number": "9/QĐ-TA", "paper_on": date(2027, 2, 1)}


def test_somebody_known_is_asked_about_and_never_merged_silently(gate: House) -> None:
    code = kept(gate, number=None)
    row = looked(gate, book(AN)).rows[0]
    assert (row.state, [one.row.code for one in row.candidates]) == (RowState.ASKED, [code])
    made = taken(gate, book(AN))
    assert (made.accepted, made.undo_id) == (0, None)
    assert code in made.rejected[0].message
    assert gate.sql("SELECT count(*) FROM stay") == [(0,)]


def test_the_same_person_gets_a_new_stay_on_the_file_that_is_there(gate: House) -> None:
    code = kept(gate)
    before = digest(gate)
    made = taken(gate, book(AN), decisions={2: RowDecision(SAME, code)})
    assert (made.created, made.matched, made.stays) == (0, 1, 1)
    (stay,) = gate.read(list_stays_of, who(gate, "Nguyễn Văn An"))
    assert stay.code == f"{code}.1"
    undone(gate, made)
    assert digest(gate) == before
    assert gate.sql("SELECT status, stay_id FROM resident_card") == [("no_stay", None)]


def test_another_person_gets_a_file_of_their_own_unless_the_number_is_the_same(gate: House) -> None:
    kept(gate)
    other = {2: RowDecision(Sameness.OTHER)}
    assert looked(gate, book(AN), decisions=other).count(RowState.REJECTED) == 1
    namesake = replace_name(AN, "Nguyễn Văn An", "001090009999")
    assert taken(gate, book(namesake), decisions=other).created == 1


def test_a_row_can_be_passed_over(gate: House) -> None:
    kept(gate)
    made = taken(gate, book(AN, BINH), decisions={2: RowDecision(Sameness.SKIP)})
    assert (made.accepted, made.rejected) == (1, ())


def test_a_decision_for_somebody_not_alike_or_still_inside_is_refused(gate: House) -> None:
    code = kept(gate)
    assert looked(gate, book(BINH), decisions={2: RowDecision(SAME, code)}).rows[0].state is RowState.REJECTED
    taken(gate, book(AN), decisions={2: RowDecision(SAME, code)})
    again = looked(gate, book(AN), decisions={2: RowDecision(SAME, code)}).rows[0]
    assert "chưa kết thúc" in again.marks[-1].text


def test_one_person_twice_in_a_list_is_refused_naming_the_first_row(gate: House) -> None:
    twin = replace_name(AN, "Nguyễn văn An", "001090007777")
    assert "ở dòng 2" in looked(gate, book(AN, twin)).rows[1].marks[-1].text
    assert looked(gate, book(AN, twin), decisions={3: RowDecision(Sameness.OTHER)}).count(RowState.NEW) == 2


def test_columns_are_chosen_by_letter_or_head_and_remembered_by_the_files_shape(gate: House) -> None:
    odd = ("Mã", "Sinh hoạt", *HEADS[2:])
    with pytest.raises(UserError) as told:
        looked(gate, book(AN, heads=odd), columns={"Z": "name"})
    assert told.value.code == "no_such_column"
    chosen = {"A": "name", "Sinh hoạt": "birth"}
    assert taken(gate, book(AN, heads=odd), columns=chosen).created == 1
    assert len(looked(gate, book(BINH, heads=odd)).accepted) == 1


def test_shared_values_stand_for_empty_cells(gate: House) -> None:
    bare = ("Phạm Văn Giáp", "05/06/1992", "Nam")
    shared = Shared(
        decision="77/QĐ-TA", decided_on=date(2026, 7, 30), authority=COURT, months=24, admitted_on=date(2026, 8, 1)
    )
    found = looked(gate, book(bare, heads=HEADS[:3]), shared=shared).rows[0].stay
    assert found is not None
    assert found.decision is not None
    assert (found.decision.number, found.decision.decided_months, found.admitted_on) == (
        "77",
        24,
        date(2026, 8, 1),
    )


def test_who_may_not_write_substances_is_told_that_the_column_stays_out(gate: House) -> None:
    found = book((*AN, "Heroin"), heads=(*HEADS, "Loại ma túy"))
    assert taken_substances(gate, found, Role.CLERK) == ((), True)
    assert taken_substances(gate, found, Role.INTAKE) == (("heroin",), False)


def taken_substances(house: House, found: Book, role: Role) -> tuple[tuple[str, ...], bool]:
    preview = house.read(preview_roster, found, RosterChoices(), by=(role,))
    person = preview.rows[0].person
    assert person is not None
    is_told = any("không có quyền ghi" in one for one in preview.remarks)
    return tuple(one.substance for one in person.substances), is_told


def test_stopping_half_way_leaves_nothing(gate: House) -> None:
    before = digest(gate)
    with pytest.raises(KeyboardInterrupt):
        gate.write(import_roster, ImportRoster(book(AN), RosterChoices(), stop_at(1)), by=OFFICER)
    assert digest(gate) == before


def stop_at(call: int) -> Any:
    calls: list[int] = []

    def watch(_done: int, _total: int) -> None:
        calls.append(1)
        if len(calls) > call + 1:
            raise KeyboardInterrupt

    return watch


def test_where_people_sleep_is_kept_for_whoever_assigns_beds(gate: House) -> None:
    taken(gate, book(AN))
    assert gate.sql("SELECT row_no, place_text, is_new FROM roster_person") == [(2, "Khu A", 1)]


def test_five_hundred_faults_and_a_cell_without_end_are_told_like_one(gate: House) -> None:
    rows = [replace_name(NOBODY, f"Người {'Một' * 50}", f"{number:012}") for number in range(500)]
    rows.append((*AN[:9], "x" * 32_000))
    preview = looked(gate, book(*rows, heads=(*HEADS[:9], "Ghi chú")))
    assert (len(preview.rejected), preview.count(RowState.REJECTED)) == (501, 501)
    assert "tối đa 10.000 ký tự" in preview.rejected[-1].message
