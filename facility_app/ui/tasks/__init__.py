"""Long work: asked for by a screen, done on another thread, answered on the screen's own."""

from facility_app.ui.tasks.failure import Failure, failure_of
from facility_app.ui.tasks.lanes import Lane, Lanes
from facility_app.ui.tasks.runner import InlineRunner, Op, Runner
from facility_app.ui.tasks.ticket import Progress, Step, StoppedError, Ticket
from facility_app.ui.tasks.turns import Turns
from facility_app.ui.tasks.workplace import StopsReads, Workplace

__all__ = [
    "Failure",
    "InlineRunner",
    "Lane",
    "Lanes",
    "Op",
    "Progress",
    "Runner",
    "Step",
    "StoppedError",
    "StopsReads",
    "Ticket",
    "Turns",
    "Workplace",
    "failure_of",
]
