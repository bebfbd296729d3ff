"""Which step leads where: the life of a record as a closed set of transitions, checked when it is written down."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from facility_app.kernel.actor import Permission
from facility_app.kernel.errors import UserError
from facility_app.kernel.labels import Label, label

StateT = TypeVar("StateT", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Guard:
    """A condition on plain values that a step also needs.

    Attributes:
        text: what must hold, in Vietnamese; ends the sentence "Cần: …".
        holds: tells from the facts given to ``next_state``.
    """

    text: Label
    holds: Callable[[Any], bool]


@dataclass(frozen=True, slots=True)
class Transition(Generic[StateT]):
    """One step.

    Attributes:
        from_: state before.
        verb: the verb's id.
        to: state after; may be the same.
        permission: the right the step needs. The service demands it; the machine only tells it.
        guard: what else must hold.
    """

    from_: StateT
    verb: str
    to: StateT
    permission: Permission
    guard: Guard | None = None


@dataclass(frozen=True, slots=True)
class StateMachine(Generic[StateT]):
    """The steps of one kind of record; from one state a verb leads to one state.

    Attributes:
        transitions: every step there is.
        state_texts: what the user reads, for every member of the enum.
        verb_texts: what the user reads, for every verb of a transition.

    Raises:
        ValueError: when a text is missing or a verb leads two ways from one state.
    """

    transitions: frozenset[Transition[StateT]]
    state_texts: Mapping[StateT, Label]
    verb_texts: Mapping[str, Label]

    def __post_init__(self) -> None:
        """Refuse a machine that is not whole."""
        steps = [(step.from_, step.verb) for step in self.transitions]
        if len(set(steps)) < len(steps):
            message = "a verb leads two ways from one state"
            raise ValueError(message)
        used = {state for step in self.transitions for state in (step.from_, step.to)}
        whole = {member for state in used for member in type(state)}
        if not used or whole != set(self.state_texts):
            message = "states without a text, or texts without a state"
            raise ValueError(message)
        if {verb for _, verb in steps} != set(self.verb_texts):
            message = "verbs without a text, or texts without a verb"
            raise ValueError(message)

    def transition(self, state: StateT, verb: str) -> Transition[StateT]:
        """The step ``verb`` is, from ``state``; its guard is not asked.

        Raises:
            UserError: ``step_not_allowed``, naming the state, the verb and what is possible.
        """
        for step in self._from(state):
            if step.verb == verb:
                return step
        raise UserError(
            "step_not_allowed",
            label("errors", "Đang ở trạng thái “{state}” nên không thể “{verb}”. Bước có thể làm: {possible}."),
            state=self.state_texts[state],
            verb=self.verb_texts.get(verb, verb),
            possible=tuple(self.verb_texts[name] for name in self.verbs_from(state))
            or label("errors", "không còn bước nào"),
        )

    def next_state(self, state: StateT, verb: str, facts: object = None) -> StateT:
        """The state after ``verb``.

        Args:
            state: the state now.
            verb: the verb's id.
            facts: the plain values the step's guard looks at; unused where there is no guard.

        Raises:
            UserError: ``step_not_allowed`` as ``transition`` does, or ``step_condition`` when the guard does not
                hold, naming what must.
        """
        step = self.transition(state, verb)
        if step.guard is not None and not step.guard.holds(facts):
            raise UserError(
                "step_condition",
                label("errors", "Đang ở trạng thái “{state}”, chưa đủ điều kiện để “{verb}”. Cần: {condition}."),
                state=self.state_texts[state],
                verb=self.verb_texts[verb],
                condition=step.guard.text,
            )
        return step.to

    def verbs_from(self, state: StateT) -> tuple[str, ...]:
        """Ids of the verbs that lead on from ``state``, in the order of ``verb_texts``."""
        there = {step.verb for step in self._from(state)}
        return tuple(verb for verb in self.verb_texts if verb in there)

    def unreachable(self, start: StateT) -> frozenset[StateT]:
        """States no row of steps leads to from ``start``."""
        reached: set[StateT] = set()
        waiting = [start]
        while waiting:
            state = waiting.pop()
            if state not in reached:
                reached.add(state)
                waiting.extend(step.to for step in self._from(state))
        return frozenset(self.state_texts) - reached

    def diagram(self) -> str:
        """The machine as a Mermaid state diagram, the same text every time, ending with a newline."""
        lines = ["stateDiagram-v2"]
        lines += [f"    {state.name}: {text}" for state, text in self.state_texts.items()]
        for state in self.state_texts:
            steps = {step.verb: step for step in self._from(state)}
            lines += [self._arrow(steps[verb]) for verb in self.verbs_from(state)]
        return "\n".join(lines) + "\n"

    def _from(self, state: StateT) -> Iterator[Transition[StateT]]:
        return (step for step in self.transitions if step.from_ is state)

    def _arrow(self, step: Transition[StateT]) -> str:
        condition = f" [{step.guard.text}]" if step.guard else ""
        return f"    {step.from_.name} --> {step.to.name}: {self.verb_texts[step.verb]}{condition}"
