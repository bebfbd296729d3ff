"""Rules of the pharmacy: who may, units, classes by date, places, the ledger's chain, what runs out and when."""

from facility_app.modules.pharmacy.domain.rights import APPROVE_ISSUE as APPROVE_ISSUE
from facility_app.modules.pharmacy.domain.rights import APPROVE_MEDICINES as APPROVE_MEDICINES
from facility_app.modules.pharmacy.domain.rights import ASK_MEDICINES as ASK_MEDICINES
from facility_app.modules.pharmacy.domain.rights import COUNT_STOCK as COUNT_STOCK
from facility_app.modules.pharmacy.domain.rights import GIVE_DOSES as GIVE_DOSES
from facility_app.modules.pharmacy.domain.rights import HOLD_CABINET as HOLD_CABINET
from facility_app.modules.pharmacy.domain.rights import KEEP_CATALOGUE as KEEP_CATALOGUE
from facility_app.modules.pharmacy.domain.rights import KEEP_STORE as KEEP_STORE
from facility_app.modules.pharmacy.domain.rights import MAKE_PAPERS as MAKE_PAPERS
from facility_app.modules.pharmacy.domain.rights import READ_TAKEN as READ_TAKEN
from facility_app.modules.pharmacy.domain.rights import REPORT_LOSS as REPORT_LOSS
from facility_app.modules.pharmacy.domain.rights import SEE_PRIVATE as SEE_PRIVATE
from facility_app.modules.pharmacy.domain.rights import SETTLE_COUNTS as SETTLE_COUNTS
from facility_app.modules.pharmacy.domain.rights import SIGN_BOOK as SIGN_BOOK
from facility_app.modules.pharmacy.domain.rights import SIGN_REPORTS as SIGN_REPORTS
from facility_app.modules.pharmacy.domain.rights import STAND_IN as STAND_IN
from facility_app.modules.pharmacy.domain.rights import VERIFY_LEDGER as VERIFY_LEDGER
from facility_app.modules.pharmacy.domain.rights import VIEW_STOCK as VIEW_STOCK
