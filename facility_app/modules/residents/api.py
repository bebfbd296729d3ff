"""What other slices may ask of residents and tell them; a name written twice is offered, nothing else is."""

from facility_app.modules.residents.domain.card import AlertChip as AlertChip
from facility_app.modules.residents.domain.card import ResidentStatus as ResidentStatus
from facility_app.modules.residents.papers import person_payload as person_payload
from facility_app.modules.residents.queries.entries import KeepApartRow as KeepApartRow
from facility_app.modules.residents.queries.entries import list_keep_apart as list_keep_apart
from facility_app.modules.residents.queries.people import Birth as Birth
from facility_app.modules.residents.queries.people import ResidentRow as ResidentRow
from facility_app.modules.residents.queries.people import list_births as list_births
from facility_app.modules.residents.queries.people import list_resident_ids as list_resident_ids
from facility_app.modules.residents.queries.people import list_resident_rows as list_resident_rows
from facility_app.modules.residents.queries.people import search_residents as search_residents
from facility_app.modules.residents.queries.person import ResidentDetail as ResidentDetail
from facility_app.modules.residents.queries.person import get_resident as get_resident
from facility_app.modules.residents.service.cards import SetCardPlace as SetCardPlace
from facility_app.modules.residents.service.cards import SetCardStay as SetCardStay
from facility_app.modules.residents.service.cards import set_card_place as set_card_place
from facility_app.modules.residents.service.cards import set_card_stay as set_card_stay
from facility_app.modules.residents.service.cards import set_card_stays as set_card_stays
from facility_app.modules.residents.service.people import Registered as Registered
from facility_app.modules.residents.service.people import RegisterResident as RegisterResident
from facility_app.modules.residents.service.people import register_resident as register_resident
