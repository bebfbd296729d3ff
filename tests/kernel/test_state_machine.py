"""State machines: closed sets of steps."""

from enum import StrEnum

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from facility_app.kernel.actor import Permission, Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label
from facility_app.kernel.state_machine import Guard, StateMachine, Transition
from tests.helpers.cases import each


class Leave(StrEnum):
    """A leave from the facility, small enough to see through."""

    DRAFT = "draft"
    ASKED = "asked"
    GIVEN = "given"
    REFUSED = "refused"


ASK = Permission("leave.ask", label("test", "Xin phép"), frozenset({Role.CLERK}))
DECIDE = Permission("leave.decide", label("test", "Quyết định"), frozenset({Role.HEAD}))
SHORT_ENOUGH = Guard(label("test", "không quá 5 ngày"), lambda days: days <= 5)
STATE_TEXTS: dict[Leave, Label] = {
    Leave.DRAFT: label("test", "Nháp"),
    Leave.ASKED: label("test", "Đã đề nghị"),
    Leave.GIVEN: label("test", "Đã duyệt"),
    Leave.REFUSED: label("test", "Từ chối"),
}
VERB_TEXTS: dict[str, Label] = {
    "ask": label("test", "Đề nghị"),
    "approve": label("test", "Duyệt"),
    "withdraw": label("test", "Rút lại"),
    "refuse": label("test", "Từ chối"),
}
STEPS = (
    Transition(Leave.DRAFT, "ask", Leave.ASKED, ASK),
    Transition(Leave.ASKED, "approve", Leave.GIVEN, DECIDE, SHORT_ENOUGH),
    Transition(Leave.ASKED, "refuse", Leave.REFUSED, DECIDE),
    Transition(Leave.ASKED, "withdraw", Leave.DRAFT, ASK),
)
MACHINE = StateMachine(frozenset(STEPS), STATE_TEXTS, VERB_TEXTS)


@each("step", STEPS)
def test_every_step_leads_where_it_says(step: Transition[Leave]) -> None:
    assert MACHINE.next_state(step.from_, step.verb, facts=3) is step.to
    assert MACHINE.transition(step.from_, step.verb) is step


@each(
    ("state", "verb"),
    [
        (state, verb)
        for state in Leave
        for verb in VERB_TEXTS
        if (state, verb) not in {(step.from_, step.verb) for step in STEPS}
    ],
)
def test_no_other_step_is_possible(state: Leave, verb: str) -> None:
    with pytest.raises(UserError) as refused:
        MACHINE.next_state(state, verb)
    assert refused.value.code == "step_not_allowed"


def test_a_refused_step_names_the_state_the_verb_and_what_is_possible() -> None:
    with pytest.raises(UserError) as refused:
        MACHINE.next_state(Leave.ASKED, "ask")
    assert refused.value.message == (
        "Đang ở trạng thái “Đã đề nghị” nên không thể “Đề nghị”. Bước có thể làm: Duyệt, Rút lại, Từ chối."
    )


def test_what_is_possible_stays_translatable_word_by_word() -> None:
    with pytest.raises(UserError) as refused:
        MACHINE.next_state(Leave.ASKED, "ask")
    possible = refused.value.params["possible"]
    assert isinstance(possible, tuple)
    assert possible == tuple(VERB_TEXTS[verb] for verb in ("approve", "withdraw", "refuse"))
    assert all(isinstance(text, Label) for text in possible)


def test_a_step_refused_at_the_end_says_that_nothing_is_left_to_do() -> None:
    with pytest.raises(UserError) as refused:
        MACHINE.next_state(Leave.GIVEN, "approve")
    assert refused.value.message.endswith("Bước có thể làm: không còn bước nào.")


def test_an_unknown_verb_is_refused_by_its_id() -> None:
    with pytest.raises(UserError) as refused:
        MACHINE.next_state(Leave.DRAFT, "fly")
    assert refused.value.code == "step_not_allowed"
    assert "“fly”" in refused.value.message


def test_a_step_whose_condition_does_not_hold_is_refused_naming_the_condition() -> None:
    assert MACHINE.next_state(Leave.ASKED, "approve", facts=5) is Leave.GIVEN
    with pytest.raises(UserError) as refused:
        MACHINE.next_state(Leave.ASKED, "approve", facts=6)
    assert refused.value.code == "step_condition"
    assert refused.value.message == (
        "Đang ở trạng thái “Đã đề nghị”, chưa đủ điều kiện để “Duyệt”. Cần: không quá 5 ngày."
    )


def test_the_step_tells_the_right_it_needs() -> None:
    assert MACHINE.transition(Leave.DRAFT, "ask").permission is ASK
    assert MACHINE.transition(Leave.ASKED, "refuse").permission is DECIDE


def test_verbs_are_offered_in_the_order_they_were_written_down() -> None:
    assert MACHINE.verbs_from(Leave.ASKED) == ("approve", "withdraw", "refuse")
    assert MACHINE.verbs_from(Leave.DRAFT) == ("ask",)
    assert MACHINE.verbs_from(Leave.REFUSED) == ()


def test_states_nothing_leads_to_are_found() -> None:
    assert MACHINE.unreachable(Leave.DRAFT) == frozenset()
    assert MACHINE.unreachable(Leave.ASKED) == frozenset()
    assert MACHINE.unreachable(Leave.GIVEN) == {Leave.DRAFT, Leave.ASKED, Leave.REFUSED}


def test_the_diagram_is_the_same_text_every_time() -> None:
    drawn = (
        "stateDiagram-v2\n"
        "    DRAFT: Nháp\n"
        "    ASKED: Đã đề nghị\n"
        "    GIVEN: Đã duyệt\n"
        "    REFUSED: Từ chối\n"
        "    DRAFT --> ASKED: Đề nghị\n"
        "    ASKED --> GIVEN: Duyệt [không quá 5 ngày]\n"
        "    ASKED --> DRAFT: Rút lại\n"
        "    ASKED --> REFUSED: Từ chối\n"
    )
    assert MACHINE.diagram() == drawn
    assert StateMachine(frozenset(reversed(STEPS)), STATE_TEXTS, VERB_TEXTS).diagram() == drawn


def test_a_verb_leads_one_way_from_one_state() -> None:
    fork = Transition(Leave.DRAFT, "ask", Leave.GIVEN, ASK)
    with pytest.raises(ValueError, match="two ways"):
        StateMachine(frozenset({*STEPS, fork}), STATE_TEXTS, VERB_TEXTS)


def test_every_state_of_the_enum_has_a_text() -> None:
    short: dict[Leave, Label] = {state: text for state, text in STATE_TEXTS.items() if state is not Leave.REFUSED}
    with pytest.raises(ValueError, match="states without a text"):
        StateMachine(frozenset(STEPS[:1]), short, {"ask": VERB_TEXTS["ask"]})


def test_every_verb_has_a_text_and_every_text_a_verb() -> None:
    no_texts: dict[str, Label] = {}
    for verb_texts in (no_texts, {**VERB_TEXTS, "fly": label("test", "Bay")}):
        with pytest.raises(ValueError, match="verbs without a text"):
            StateMachine(frozenset(STEPS), STATE_TEXTS, verb_texts)


def test_a_machine_without_steps_is_refused() -> None:
    no_steps: frozenset[Transition[Leave]] = frozenset()
    no_texts: dict[Leave, Label] = {}
    for state_texts in (no_texts, STATE_TEXTS):
        with pytest.raises(ValueError, match="states without a text"):
            StateMachine(no_steps, state_texts, {})


class AnyWalk(RuleBasedStateMachine):
    """Whatever verbs are tried in whatever order, the state is known and its verbs are those offered."""

    def __init__(self) -> None:
        super().__init__()
        self.state = Leave.DRAFT

    @rule(verb=st.sampled_from([*VERB_TEXTS, "fly"]), days=st.integers(0, 10))
    def try_verb(self, verb: str, days: int) -> None:
        before = self.state
        offered = verb in MACHINE.verbs_from(before)
        try:
            self.state = MACHINE.next_state(before, verb, days)
        except UserError as refused:
            code = refused.code
        else:
            code = "done"
        guarded = verb == "approve" and days > 5
        expected = "step_not_allowed" if not offered else "step_condition" if guarded else "done"
        assert code == expected

    @invariant()
    def state_is_known(self) -> None:
        assert self.state in STATE_TEXTS


AnyWalk.TestCase.settings = settings(max_examples=30, stateful_step_count=20)
TestAnyWalk = AnyWalk.TestCase
