"""Every verb and query of the slice against every role."""

from dataclasses import dataclass, field, replace
from typing import Any

import pytest

from facility_app.db.attachments import NamedFiles
from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role, system_actor
from facility_app.kernel.paging import Look, PageRequest
from facility_app.kernel.ports import SealedFile
from facility_app.modules.catalogues.api import CodeList
from facility_app.modules.residents import domain
from facility_app.modules.residents.domain.body import BodyPart, Mark, MarkKind, Pose
from facility_app.modules.residents.domain.card import ResidentStatus
from facility_app.modules.residents.domain.entries import EntryKind
from facility_app.modules.residents.domain.files import Attachment, AttachmentKind
from facility_app.modules.residents.domain.past import LegalRecord, LegalRecordKind, Rehab, RehabKind, SubstanceUse
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel, KeepApart, Strength
from facility_app.modules.residents.queries import (
    alike,
    alike_many,
    changes,
    choices,
    choosing,
    contents,
    entries,
    files,
    looks,
    people,
    person,
)
from facility_app.modules.residents.queries.alike import Newcomer
from facility_app.modules.residents.service import body as body_verbs
from facility_app.modules.residents.service import cards, exports, identity, past, safety, taking_back, voiding
from facility_app.modules.residents.service import files as file_verbs
from facility_app.modules.residents.service import people as people_verbs
from facility_app.modules.residents.service.entries import AddEntry, EditEntry, Saved
from tests.helpers.cases import each
from tests.helpers.facility import Facility
from tests.helpers.rights import Call, missteps, outcome, public_functions
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import (
    ALIAS,
    CARD,
    DUC,
    FATHER,
    HOME,
    PHOTO,
    SCAN,
    TODAY,
    named,
    register,
    sealed_of,
    with_store,
    written,
)

READS = (alike, alike_many, changes, choices, choosing, contents, entries, files, looks, people, person)
WRITES = (body_verbs, cards, exports, file_verbs, identity, past, people_verbs, safety, taking_back, voiding)
ESCAPE = Alert(AlertKind.ESCAPE_RISK, AlertLevel.INFO, TODAY)
ALLERGY = Alert(AlertKind.ALLERGY, AlertLevel.INFO, TODAY)
MARK = Mark(BodyPart.FACE, MarkKind.SCAR, TODAY)
USE, REHAB = SubstanceUse("meth"), Rehab(RehabKind.OTHER)
RECORD = LegalRecord(LegalRecordKind.OTHER_SANCTION, "đánh bạc")
CHOSEN = contents.ChosenFile(len(PHOTO), PHOTO)
KINDS = {
    AttachmentKind.IDENTITY_SCAN: "EDIT_IDENTITY",
    AttachmentKind.FAMILY_PAPER: "EDIT_IDENTITY",
    AttachmentKind.DECISION: "READ_FILE",
    AttachmentKind.OTHER: "READ_FILE",
    AttachmentKind.MEDICAL: "READ_HEALTH_FILES",
}
"""Kind of document → what it takes besides the right to attach any."""


@dataclass
class Kept:
    """What stands in the file before each call; filled once."""

    resident: str = ""
    other: str = ""
    entries: dict[str, Saved] | None = None
    sealed: SealedFile = field(default_factory=lambda: sealed_of(SCAN))

    def saved(self, name: str) -> Saved:
        assert self.entries is not None
        return self.entries[name]

    def add(self, facts: Any) -> AddEntry[Any]:
        return AddEntry(self.resident, facts)

    def edit(self, name: str, facts: Any) -> EditEntry[Any]:
        return EditEntry(self.saved(name).entry_id, self.saved(name).version, facts)

    def end(self, name: str) -> safety.EndEntry:
        return safety.EndEntry(self.saved(name).entry_id, self.saved(name).version, "hết")

    def void(self, kind: EntryKind, name: str) -> voiding.VoidEntry:
        return voiding.VoidEntry(kind, self.saved(name).entry_id, self.saved(name).version, "nhầm")

    def apart(self, uow: UnitOfWork) -> Saved:
        return safety.keep_apart(uow, self.add(KeepApart(self.other, Strength.SOFT, "x", TODAY)))


KEPT = Kept()


def may(*permissions: str) -> frozenset[Role]:
    """The roles that hold all of these permissions."""
    return frozenset.intersection(*(getattr(domain, name).roles for name in permissions))


def lists(name: str, permission: str, module: Any = entries) -> Call:
    return Call(name, may(permission), lambda uow: getattr(module, name)(uow, KEPT.resident))


def adds(name: str, permission: str, module: Any, facts: Any) -> Call:
    return Call(name, may(permission), lambda uow: getattr(module, name)(uow, KEPT.add(facts)))


def edits(name: str, permission: str, module: Any, facts: Any) -> Call:
    what = name.removeprefix("edit_")
    return Call(name, may(permission), lambda uow: getattr(module, name)(uow, KEPT.edit(what, facts)))


def voids(kind: EntryKind, name: str, *permissions: str) -> Call:
    return Call("void_entry", may(*permissions), lambda uow: voiding.void_entry(uow, KEPT.void(kind, name)))


def opens(name: str, *permissions: str) -> Call:
    run = lambda uow: file_verbs.open_attachment(uow, KEPT.saved(name).entry_id)  # noqa: E731 - one line of a table
    return Call("open_attachment", may(*permissions), run)


def document(resident_id: str, kind: AttachmentKind) -> file_verbs.AttachFile:
    return file_verbs.AttachFile(resident_id, SCAN + kind.encode(), Attachment(kind))


def attaches(kind: AttachmentKind) -> Call:
    run = lambda uow: file_verbs.attach_file(uow, document(KEPT.other, kind))  # noqa: E731 - one line of a table
    return Call("attach_file", may("ATTACH_FILES", KINDS[kind]), run)


def corrects(kind: AttachmentKind) -> Call:
    run = lambda uow: file_verbs.edit_attachment(uow, KEPT.edit(kind, Attachment(kind)))  # noqa: E731 - as above
    return Call("edit_attachment", may("ATTACH_FILES", KINDS[kind]), run)


VIEW, FILE, IDENTITY = "VIEW_RESIDENTS", "READ_FILE", "EDIT_IDENTITY"
CALLS = (
    Call("list_resident_ids", may(VIEW), lambda uow: people.list_resident_ids(uow, Look())),
    Call("list_resident_rows", may(VIEW), lambda uow: people.list_resident_rows(uow, [KEPT.resident])),
    Call("list_residents", may(VIEW), lambda uow: people.list_residents(uow, PageRequest())),
    Call("find_by_codes", may(VIEW), lambda uow: choosing.find_by_codes(uow, "")),
    Call("find_to_choose", may(VIEW), lambda uow: choosing.find_to_choose(uow, "duc")),
    Call("find_chosen", may(VIEW), lambda uow: choosing.find_chosen(uow, "0" * 32)),
    Call("search_residents", may(VIEW), lambda uow: people.search_residents(uow, "duc")),
    Call("list_births", may(VIEW), lambda uow: people.list_births(uow, [KEPT.resident])),
    Call("list_education_levels", may(VIEW), lambda uow: person.list_education_levels(uow, [KEPT.resident])),
    Call("list_resident_marks", may(VIEW), lambda uow: people.list_resident_marks(uow, [KEPT.resident])),
    Call("count_found", may(VIEW), lambda uow: people.count_found(uow, "duc")),
    Call("search_entries", may(VIEW), lambda uow: choices.search_entries(uow, CodeList.RELIGION, "")),
    Call("find_entry", may(VIEW), lambda uow: choices.find_entry(uow, CodeList.RELIGION, "none")),
    Call("search_provinces", may(VIEW), lambda uow: choices.search_provinces(uow, "ha noi")),
    Call("search_communes", may(VIEW), lambda uow: choices.search_communes(uow, "01", "hoan kiem")),
    Call("find_unit", may(VIEW), lambda uow: choices.find_unit(uow, "00070")),
    Call("list_resident_looks", may("READ_LOOKS"), lambda uow: looks.list_resident_looks(uow, KEPT.resident)),
    Call("check_scan", may("ATTACH_FILES"), lambda uow: contents.check_scan(uow, CHOSEN)),
    Call("check_photo", may("DESCRIBE_BODY"), lambda uow: contents.check_photo(uow, CHOSEN)),
    Call("answer_named_files", may(VIEW), lambda uow: files.answer_named_files(uow, NamedFiles())),
    Call("read_content", may(VIEW), lambda uow: contents.read_content(uow, KEPT.sealed)),
    lists("get_header", VIEW, person),
    lists("get_resident", FILE, person),
    Call("get_resident_at", may(FILE), lambda uow: person.get_resident_at(uow, KEPT.resident, uow.now)),
    Call("find_similar", may("REGISTER_RESIDENTS"), lambda uow: alike.find_similar(uow, Newcomer(DUC))),
    Call(
        "list_change_ids", may("READ_HISTORY"), lambda uow: changes.list_change_ids(uow, KEPT.resident, {"name"})
    ),
    Call(
        "list_change_rows",
        may("READ_HISTORY"),
        lambda uow: changes.list_change_rows(uow, KEPT.resident, (), ["1.0"]),
    ),
    *(lists(name, VIEW) for name in ("list_aliases", "list_marks", "list_alerts")),
    *(lists(name, VIEW, files) for name in ("list_attachments", "list_photos")),
    *(lists(name, FILE) for name in ("list_papers", "list_addresses", "list_relatives", "list_legal_records")),
    *(lists(name, "READ_SUBSTANCES") for name in ("list_substances", "list_rehabs")),
    lists("list_keep_apart", "READ_KEEP_APART"),
    Call("list_apart_pairs", may("READ_KEEP_APART"), entries.list_apart_pairs),
    lists("find_home", FILE),
    Call("register_resident", may("REGISTER_RESIDENTS"), lambda uow: register(uow, named("Lê Mới"))),
    Call(
        "edit_resident",
        may(IDENTITY),
        lambda uow: people_verbs.edit_resident(uow, people_verbs.EditResident(KEPT.resident, 1, DUC)),
    ),
    Call(
        "take_back_roster",
        may("REGISTER_RESIDENTS"),
        lambda uow: taking_back.take_back_roster(uow, taking_back.TakeBackRoster((KEPT.other,), "nhập nhầm")),
    ),
    Call(
        "find_similar_many",
        may("REGISTER_RESIDENTS"),
        lambda uow: alike_many.find_similar_many(uow, [Newcomer(DUC)]),
    ),
    Call("open_resident", may(VIEW), lambda uow: people_verbs.open_resident(uow, KEPT.resident)),
    Call(
        "void_resident",
        may("VOID_RESIDENTS"),
        lambda uow: people_verbs.void_resident(uow, people_verbs.VoidResident(KEPT.other, 1, "nhầm")),
    ),
    adds("add_alias", IDENTITY, identity, ALIAS),
    edits("edit_alias", IDENTITY, identity, ALIAS),
    adds("add_paper", IDENTITY, identity, replace(CARD, number="001201000002")),
    edits("edit_paper", IDENTITY, identity, replace(CARD, issued_on=None)),
    adds("add_address", IDENTITY, identity, HOME),
    edits("edit_address", IDENTITY, identity, HOME),
    adds("add_relative", IDENTITY, identity, FATHER),
    edits("edit_relative", IDENTITY, identity, FATHER),
    adds("add_legal_record", IDENTITY, identity, RECORD),
    edits("edit_legal_record", IDENTITY, identity, RECORD),
    adds("add_mark", "DESCRIBE_BODY", body_verbs, MARK),
    edits("edit_mark", "DESCRIBE_BODY", body_verbs, MARK),
    Call(
        "add_photo",
        may("DESCRIBE_BODY"),
        lambda uow: body_verbs.add_photo(uow, body_verbs.AddPhoto(KEPT.other, PHOTO, Pose.FRONT, TODAY)),
    ),
    adds("add_substance", "EDIT_SUBSTANCES", past, USE),
    edits("edit_substance", "EDIT_SUBSTANCES", past, USE),
    adds("add_rehab", "EDIT_SUBSTANCES", past, REHAB),
    edits("edit_rehab", "EDIT_SUBSTANCES", past, REHAB),
    adds("raise_alert", "RAISE_ALERTS", safety, ESCAPE),
    adds("raise_alert", "RAISE_HEALTH_ALERTS", safety, ALLERGY),
    edits("edit_alert", "RAISE_ALERTS", safety, ESCAPE),
    Call(
        "edit_alert", may("RAISE_HEALTH_ALERTS"), lambda uow: safety.edit_alert(uow, KEPT.edit("health", ESCAPE))
    ),
    Call("end_alert", may("RAISE_ALERTS"), lambda uow: safety.end_alert(uow, KEPT.end("alert"))),
    Call("end_alert", may("RAISE_HEALTH_ALERTS"), lambda uow: safety.end_alert(uow, KEPT.end("health"))),
    Call("keep_apart", may("KEEP_APART"), KEPT.apart),
    Call("end_keep_apart", may("KEEP_APART"), lambda uow: safety.end_keep_apart(uow, KEPT.end("pair"))),
    *(attaches(kind) for kind in KINDS),
    *(corrects(kind) for kind in KINDS),
    opens(AttachmentKind.DECISION, FILE),
    opens(AttachmentKind.MEDICAL, "READ_HEALTH_FILES"),
    voids(EntryKind.ALIAS, "alias", IDENTITY),
    voids(EntryKind.PAPER, "paper", IDENTITY),
    voids(EntryKind.ADDRESS, "address", IDENTITY),
    voids(EntryKind.RELATIVE, "relative", IDENTITY),
    voids(EntryKind.LEGAL_RECORD, "legal_record", IDENTITY),
    voids(EntryKind.MARK, "mark", "DESCRIBE_BODY"),
    voids(EntryKind.PHOTO, "photo", "DESCRIBE_BODY"),
    voids(EntryKind.SUBSTANCE, "substance", "EDIT_SUBSTANCES"),
    voids(EntryKind.REHAB, "rehab", "EDIT_SUBSTANCES"),
    voids(EntryKind.ALERT, "alert", "RAISE_ALERTS"),
    voids(EntryKind.ALERT, "health", "RAISE_HEALTH_ALERTS"),
    voids(EntryKind.KEEP_APART, "pair", "KEEP_APART"),
    *(voids(EntryKind.ATTACHMENT, kind, "ATTACH_FILES", KINDS[kind]) for kind in KINDS),
    Call(
        "set_card_stay",
        may("KEEP_CARD"),
        lambda uow: cards.set_card_stay(uow, cards.SetCardStay(KEPT.resident, ResidentStatus.PRESENT)),
    ),
    Call(
        "set_card_stays",
        may("KEEP_CARD"),
        lambda uow: cards.set_card_stays(uow, [cards.SetCardStay(KEPT.resident, ResidentStatus.PRESENT)]),
    ),
    Call(
        "set_card_place",
        may("KEEP_CARD"),
        lambda uow: cards.set_card_place(uow, cards.SetCardPlace(KEPT.resident)),
    ),
    Call(
        "set_card_places",
        may("KEEP_CARD"),
        lambda uow: cards.set_card_places(uow, [cards.SetCardPlace(KEPT.resident)]),
    ),
    Call(
        "export_list",
        may("EXPORT_LISTS"),
        lambda uow: exports.export_list(uow, exports.ExportList("residents.list", ("code",), 1)),
    ),
    Call("rebuild_cards", may("REBUILD_CARDS"), cards.rebuild_cards),
)


@pytest.fixture(scope="module")
def peopled(shared_facility: Facility, tmp_path_factory: pytest.TempPathFactory) -> Facility:
    with_store(shared_facility, tmp_path_factory.mktemp("scans")).seal(SCAN)
    KEPT.resident, KEPT.other = (written(shared_facility, one).resident_id for one in (DUC, named("Lê Hai")))
    third = written(shared_facility, named("Trần Ba")).resident_id
    with shared_facility.database.write(TESTER) as uow:
        pair = AddEntry(third, KeepApart(KEPT.resident, Strength.HARD, "thù", TODAY))
        KEPT.entries = {
            "alias": identity.add_alias(uow, KEPT.add(ALIAS)),
            "paper": identity.add_paper(uow, KEPT.add(CARD)),
            "address": identity.add_address(uow, KEPT.add(HOME)),
            "relative": identity.add_relative(uow, KEPT.add(FATHER)),
            "legal_record": identity.add_legal_record(uow, KEPT.add(RECORD)),
            "mark": body_verbs.add_mark(uow, KEPT.add(MARK)),
            "photo": body_verbs.add_photo(uow, body_verbs.AddPhoto(KEPT.resident, PHOTO, Pose.FRONT, TODAY)),
            "substance": past.add_substance(uow, KEPT.add(USE)),
            "rehab": past.add_rehab(uow, KEPT.add(REHAB)),
            "alert": safety.raise_alert(uow, KEPT.add(ESCAPE)),
            "health": safety.raise_alert(uow, KEPT.add(ALLERGY)),
            "pair": safety.keep_apart(uow, pair),
            **{kind: file_verbs.attach_file(uow, document(KEPT.resident, kind)) for kind in KINDS},
        }
        uow.commit()
    return shared_facility


def test_the_table_names_every_verb_and_query() -> None:
    assert {call.name for call in CALLS} == public_functions(*READS, *WRITES)


def test_a_role_may_what_the_table_says_and_no_more(peopled: Facility) -> None:
    for role in Role:
        assert missteps(peopled.database, peopled.actor(role), CALLS) == [], role


def test_nobody_without_a_role_may_anything_and_the_program_may_all(peopled: Facility) -> None:
    assert missteps(peopled.database, peopled.actor(), CALLS) == []
    assert [one.name for one in CALLS if not outcome(peopled.database, system_actor("d"), one).allowed] == []


@each("permission", ["READ_HEALTH_ALERTS", "READ_HEALTH_FILES", "RAISE_HEALTH_ALERTS"])
def test_the_wall_of_health_keeps_out_custody_and_the_office(permission: str) -> None:
    outside = {Role.ADMIN, Role.CLERK, Role.INTAKE, Role.GUARD, Role.TEAM_OFFICER, Role.TEACHER, Role.LABOUR}
    outside |= {Role.TREASURER, Role.EXCHANGE, Role.AUDITOR, Role.DISCHARGE}
    assert may(permission).isdisjoint(outside)


def test_the_technical_administrator_and_the_carrier_of_bundles_see_nobody() -> None:
    for call in CALLS:
        assert Role.EXCHANGE not in call.roles, call.name
        assert (Role.ADMIN in call.roles) is (call.name == "rebuild_cards"), call.name
