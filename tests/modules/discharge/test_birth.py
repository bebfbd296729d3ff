"""Papers of people of whom everybody only knows the year of birth: they get them like everybody else."""

import re
from dataclasses import replace
from datetime import date

from facility_app.documents.forms.fields import PartialDate
from facility_app.documents.forms.frozen import restore
from facility_app.documents.forms.printing import render
from facility_app.modules.correspondence.queries.paper import get_paper
from facility_app.modules.discharge.service.notices import IssueNotice, issue_notice
from facility_app.modules.discharge.service.packets import MakePacket, make_packet
from tests.documents.reading import pages_text
from tests.modules.discharge.leaving import DUC, FONTS, FORMS, House

OLD = replace(DUC, name="Nguyễn Văn Tư", birth_on=None, birth_year=1987)


def test_a_year_of_birth_alone_keeps_nobody_from_notice_certificate_and_receipt(house: House) -> None:
    stay = house.admit(person=OLD)
    house.settle(stay)
    notice = house.write(issue_notice, IssueNotice(stay), FORMS)
    house.at(date(2026, 9, 1))
    packet = house.write(make_packet, MakePacket(stay), FORMS)
    assert packet.refused == ()
    told = {one.form_id: restore(FORMS.get(one.form_id), one.payload) for one in packet.papers}
    assert told["V-50"]["date_of_birth"] == told["V-23"]["receiving_date_of_birth"] == PartialDate(1987)
    kept = house.read(get_paper, notice.paper_id).open_file
    assert kept is not None
    assert b'"date_of_birth":"1987"' in kept.payload
    printed = "\n".join(pages_text(render(FORMS.get("V-50"), told["V-50"], FONTS)))
    assert re.search(r"năm\s+sinh:\s*\.+/\.+/1987", printed)
