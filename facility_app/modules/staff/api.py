"""What other slices may ask: who works here, and who may sign on a day."""

from facility_app.modules.staff.domain import Signature as Signature
from facility_app.modules.staff.queries import Imprint as Imprint
from facility_app.modules.staff.queries import StaffRow as StaffRow
from facility_app.modules.staff.queries import find_colleagues as find_colleagues
from facility_app.modules.staff.queries import find_member_of_account as find_member_of_account
from facility_app.modules.staff.queries import get_imprint as get_imprint
from facility_app.modules.staff.queries import get_signature as get_signature
from facility_app.modules.staff.queries import list_signatories as list_signatories
from facility_app.modules.staff.queries import list_staff_ids as list_staff_ids
from facility_app.modules.staff.queries import list_staff_rows as list_staff_rows
from facility_app.modules.staff.queries import name_colleagues as name_colleagues
from facility_app.modules.staff.queries.imprint import NOBODY as NOBODY
