"""What other slices may ask of accounts: grants and their use, lending, the second pair of eyes, who looked."""

from facility_app.modules.access.domain import Countersign as Countersign
from facility_app.modules.access.domain import GrantKind as GrantKind
from facility_app.modules.access.domain import Lendable as Lendable
from facility_app.modules.access.domain import WhatMayBeLent as WhatMayBeLent
from facility_app.modules.access.queries import LookRow as LookRow
from facility_app.modules.access.queries import count_alarms_to_answer as count_alarms_to_answer
from facility_app.modules.access.queries import holds_grant as holds_grant
from facility_app.modules.access.queries import is_in_role as is_in_role
from facility_app.modules.access.queries import list_looks as list_looks
from facility_app.modules.access.service import AskCountersign as AskCountersign
from facility_app.modules.access.service import UseGrant as UseGrant
from facility_app.modules.access.service import countersign as countersign
from facility_app.modules.access.service import require_countersign as require_countersign
from facility_app.modules.access.service import use_grant as use_grant
