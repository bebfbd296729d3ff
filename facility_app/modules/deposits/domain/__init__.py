"""Rules of deposits: who may, what kinds of rows there are, who signs, what is owed of the yearly supplies."""

from facility_app.modules.deposits.domain.rights import (
    CLOSE_MONTHS as CLOSE_MONTHS,
)
from facility_app.modules.deposits.domain.rights import (
    HAND_OUT as HAND_OUT,
)
from facility_app.modules.deposits.domain.rights import (
    ISSUE_SUPPLIES as ISSUE_SUPPLIES,
)
from facility_app.modules.deposits.domain.rights import (
    KEEP_LEDGER as KEEP_LEDGER,
)
from facility_app.modules.deposits.domain.rights import (
    POST_SHARES as POST_SHARES,
)
from facility_app.modules.deposits.domain.rights import (
    RETURN_DEPOSITS as RETURN_DEPOSITS,
)
from facility_app.modules.deposits.domain.rights import (
    TAKE_IN as TAKE_IN,
)
from facility_app.modules.deposits.domain.rights import (
    VIEW_DEPOSITS as VIEW_DEPOSITS,
)
