"""What other slices may ask of papers and do with them; a name written twice is offered, nothing else is."""

from facility_app.modules.correspondence.domain.delivery import DeliveryFacts as DeliveryFacts
from facility_app.modules.correspondence.domain.delivery import DeliveryMethod as DeliveryMethod
from facility_app.modules.correspondence.domain.events import PaperCameIn as PaperCameIn
from facility_app.modules.correspondence.domain.events import PaperDelivered as PaperDelivered
from facility_app.modules.correspondence.domain.events import PaperVoided as PaperVoided
from facility_app.modules.correspondence.domain.incoming import ReceivedDoubt as ReceivedDoubt
from facility_app.modules.correspondence.domain.incoming import ReceivedFacts as ReceivedFacts
from facility_app.modules.correspondence.domain.numbers import NumberDoubt as NumberDoubt
from facility_app.modules.correspondence.domain.outgoing import Addressee as Addressee
from facility_app.modules.correspondence.domain.outgoing import AddresseeKind as AddresseeKind
from facility_app.modules.correspondence.domain.outgoing import PaperClass as PaperClass
from facility_app.modules.correspondence.domain.outgoing import PaperState as PaperState
from facility_app.modules.correspondence.domain.scans import ScanFacts as ScanFacts
from facility_app.modules.correspondence.domain.scans import ScanKind as ScanKind
from facility_app.modules.correspondence.queries.issued import IssuedRow as IssuedRow
from facility_app.modules.correspondence.queries.issued import find_paper_of_stay as find_paper_of_stay
from facility_app.modules.correspondence.queries.issued import list_papers_of_resident as list_papers_of_resident
from facility_app.modules.correspondence.queries.issued import list_papers_of_stay as list_papers_of_stay
from facility_app.modules.correspondence.queries.numbers import preview_number as preview_number
from facility_app.modules.correspondence.queries.paper import Content as Content
from facility_app.modules.correspondence.queries.paper import PaperDetail as PaperDetail
from facility_app.modules.correspondence.queries.paper import ReceivedDetail as ReceivedDetail
from facility_app.modules.correspondence.queries.paper import get_paper as get_paper
from facility_app.modules.correspondence.queries.paper import get_received as get_received
from facility_app.modules.correspondence.queries.received import ReceivedRow as ReceivedRow
from facility_app.modules.correspondence.queries.received import find_received_of_stay as find_received_of_stay
from facility_app.modules.correspondence.queries.received import (
    list_received_of_resident as list_received_of_resident,
)
from facility_app.modules.correspondence.service.deliveries import AddDelivery as AddDelivery
from facility_app.modules.correspondence.service.deliveries import Delivered as Delivered
from facility_app.modules.correspondence.service.deliveries import RecordDelivery as RecordDelivery
from facility_app.modules.correspondence.service.deliveries import add_delivery as add_delivery
from facility_app.modules.correspondence.service.deliveries import record_delivery as record_delivery
from facility_app.modules.correspondence.service.issuing import Issued as Issued
from facility_app.modules.correspondence.service.issuing import IssuePaper as IssuePaper
from facility_app.modules.correspondence.service.issuing import VoidPaper as VoidPaper
from facility_app.modules.correspondence.service.issuing import issue_paper as issue_paper
from facility_app.modules.correspondence.service.issuing import void_paper as void_paper
from facility_app.modules.correspondence.service.prints import Printed as Printed
from facility_app.modules.correspondence.service.prints import RecordPrint as RecordPrint
from facility_app.modules.correspondence.service.prints import record_print as record_print
from facility_app.modules.correspondence.service.receiving import EditReceived as EditReceived
from facility_app.modules.correspondence.service.receiving import Registered as Registered
from facility_app.modules.correspondence.service.receiving import RegisterReceived as RegisterReceived
from facility_app.modules.correspondence.service.receiving import edit_received as edit_received
from facility_app.modules.correspondence.service.receiving import register_received as register_received
from facility_app.modules.correspondence.service.scans import AttachScan as AttachScan
from facility_app.modules.correspondence.service.scans import attach_scan as attach_scan
