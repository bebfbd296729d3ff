"""A short run of random days; the long one is a proof."""

from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.modules.housing.home import Home
from tests.modules.housing.steps import machine, people_for

SHORT = settings(
    max_examples=3,
    stateful_step_count=15,
    deadline=None,
    derandomize=True,
    database=None,
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)


def test_nobody_is_twice_no_bed_is_twice_and_everybody_is_counted(home: Home) -> None:
    people_for(home)
    at_this_house = machine(home)
    run_state_machine_as_test(at_this_house, settings=SHORT)
    assert at_this_house.tally.done > 10
