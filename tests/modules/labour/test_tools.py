"""Tools: what went out comes back or is explained; until then it stands on the worklist."""

from datetime import timedelta

from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.paging import Look
from facility_app.modules.labour.queries.tools import (
    list_count_ids,
    list_count_rows,
    list_tool_ids,
    list_tool_rows,
)
from facility_app.modules.labour.service.listed import Seen
from facility_app.modules.labour.service.tools import (
    HandOutTools,
    TakeBackTools,
    ToolFacts,
    add_tool,
    hand_out_tools,
    take_back_tools,
    void_tool,
)
from facility_app.modules.tasks.service import FinishTask, finish_task
from tests.modules.labour.yard import LABOUR, Yard
from tests.modules.stays.house import TODAY

KNIVES = ToolFacts("DAO", "Dao chẻ nan", 10, is_dangerous=True)
TASKS = "SELECT kind, status FROM task WHERE subject_table = 'tool_count' ORDER BY kind"


def test_a_count_closes_only_when_all_is_back_or_what_is_missing_is_explained(yard: Yard) -> None:
    knives = yard.write(add_tool, KNIVES, by=LABOUR)
    assert yard.write(hand_out_tools, HandOutTools(yard.team, {knives: 8}, "An"), by=LABOUR) == 8
    ((count, version),) = yard.sql("SELECT id, version FROM tool_count")
    assert yard.sql(TASKS) == [("labour.take_back_tools", "open")]
    assert yard.read(list_tool_rows, yard.read(list_tool_ids, Look()))[0].out == 8
    for returned, code in ((7, "labour_tools_missing"), (9, "number_out_of_range"), (-1, "bad_fields")):
        told = yard.refused(take_back_tools, TakeBackTools(count, version, returned, None, "An"), by=LABOUR)
        assert isinstance(told, UserError)
        assert told.code == code
    assert len(yard.read(list_count_ids, Look(filters={"state": "out"}))) == 1
    yard.write(
        take_back_tools, TakeBackTools(count, version, 7, "gãy một chiếc, đã lập biên bản", "An"), by=LABOUR
    )
    assert yard.sql(TASKS) == [("labour.find_tool", "open"), ("labour.take_back_tools", "done")]
    (row,) = yard.read(list_count_rows, yard.read(list_count_ids, Look()))
    assert (row.taken, row.returned, row.missing) == (8, 7, 1)
    again = yard.refused(take_back_tools, TakeBackTools(count, version + 1, 8, None, "An"), by=LABOUR)
    assert again.code == "labour_tools_back_already"
    # A knife nobody has found stands in no cupboard: the stock says so, and it cannot be handed out.
    (stock,) = yard.read(list_tool_rows, yard.read(list_tool_ids, Look()))
    assert (stock.quantity, stock.out, stock.missing) == (10, 0, 1)
    second = yard.forms("T2", yard.work)
    told = yard.refused(hand_out_tools, HandOutTools(second, {knives: 10}, "An"), by=LABOUR)
    assert (told.code, "chỉ còn 9 chiếc" in told.message) == ("labour_tools_too_many", True)
    # Found, or written off, the work is done: the number of the stock counts again.
    ((task, seen),) = yard.sql("SELECT id, version FROM task WHERE kind = 'labour.find_tool'")
    yard.write(finish_task, FinishTask(task, seen), by=(Role.HEAD,))
    (stock,) = yard.read(list_tool_rows, yard.read(list_tool_ids, Look()))
    assert (stock.quantity, stock.missing) == (10, 0)


def test_no_more_goes_out_than_is_there_and_none_is_struck_out_that_is_out(yard: Yard) -> None:
    knives, second = yard.write(add_tool, KNIVES, by=LABOUR), yard.forms("T2", yard.work)
    yard.write(hand_out_tools, HandOutTools(yard.team, {knives: 8}, "An"), by=LABOUR)
    for team, counts, code in (
        (second, {knives: 3}, "labour_tools_too_many"),
        (second, {}, "labour_tools_none"),
        (second, {knives: -2}, "labour_tools_none"),
        (yard.team, {knives: 1}, "labour_tools_out_already"),
    ):
        assert yard.refused(hand_out_tools, HandOutTools(team, counts, "An"), by=LABOUR).code == code
    assert yard.refused(void_tool, Seen(knives, 1), "hỏng", by=LABOUR).code == "labour_tool_out"
    yard.at(TODAY + timedelta(days=1))
    assert yard.write(hand_out_tools, HandOutTools(second, {knives: 2}, "An"), by=LABOUR) == 2
