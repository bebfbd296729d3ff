"""How a release is kept: one case for each stay, and the person's own plan."""

from facility_app.modules.discharge.tables.release import ReintegrationPlan as ReintegrationPlan
from facility_app.modules.discharge.tables.release import ReleaseCase as ReleaseCase
