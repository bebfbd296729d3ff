"""How a stay is kept: the stay and its decisions, what happened to its term, its stages, its plan."""

from facility_app.modules.stays.tables.plan import RehabPlan as RehabPlan
from facility_app.modules.stays.tables.stages import StayStage as StayStage
from facility_app.modules.stays.tables.stay import OfStay as OfStay
from facility_app.modules.stays.tables.stay import Stay as Stay
from facility_app.modules.stays.tables.stay import StayDecision as StayDecision
from facility_app.modules.stays.tables.term import OverheldNote as OverheldNote
from facility_app.modules.stays.tables.term import PresenceChange as PresenceChange
from facility_app.modules.stays.tables.term import StayEvent as StayEvent
from facility_app.modules.stays.tables.term import TermEvaluation as TermEvaluation
