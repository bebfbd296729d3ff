"""Rules of giving medicines: who may, what an order says, when doses are due, what is checked, programmes."""

from facility_app.modules.medication.domain.rights import APPROVE_RULES as APPROVE_RULES
from facility_app.modules.medication.domain.rights import DECIDE_EXTERNAL as DECIDE_EXTERNAL
from facility_app.modules.medication.domain.rights import FOLLOW_STAYS as FOLLOW_STAYS
from facility_app.modules.medication.domain.rights import GIVE_MEDICINES as GIVE_MEDICINES
from facility_app.modules.medication.domain.rights import KEEP_ALLERGIES as KEEP_ALLERGIES
from facility_app.modules.medication.domain.rights import KEEP_EXTERNAL as KEEP_EXTERNAL
from facility_app.modules.medication.domain.rights import KEEP_RULES as KEEP_RULES
from facility_app.modules.medication.domain.rights import NAME_KIT as NAME_KIT
from facility_app.modules.medication.domain.rights import PRESCRIBE as PRESCRIBE
from facility_app.modules.medication.domain.rights import RUN_PROGRAMMES as RUN_PROGRAMMES
from facility_app.modules.medication.domain.rights import SEE_PRIVATE_LINES as SEE_PRIVATE_LINES
from facility_app.modules.medication.domain.rights import VERIFY_ORDERS as VERIFY_ORDERS
from facility_app.modules.medication.domain.rights import VIEW_MAR as VIEW_MAR
from facility_app.modules.medication.domain.rights import WRITE_KIT as WRITE_KIT
