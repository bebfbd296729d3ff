"""Search: every person who has the words is found, however typed; the very marks typed come first."""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from facility_app.db.uow import UnitOfWork
from facility_app.kernel.actor import Role
from facility_app.kernel.errors import UserError
from facility_app.kernel.names import fold, sort_key, tidy_name
from facility_app.kernel.paging import Look, PageRequest, Sort
from facility_app.kernel.sex import Sex
from facility_app.modules.residents.domain.card import ResidentStatus, person_card, resident_code
from facility_app.modules.residents.domain.papers import Paper, PaperKind
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel
from facility_app.modules.residents.queries import people
from facility_app.modules.residents.queries.people import (
    list_resident_ids,
    list_resident_rows,
    list_residents,
    search_residents,
)
from facility_app.modules.residents.service.cards import (
    SetCardPlace,
    SetCardStay,
    rebuild_cards,
    set_card_place,
    set_card_stay,
)
from facility_app.modules.residents.service.entries import AddEntry
from facility_app.modules.residents.service.safety import raise_alert
from facility_app.modules.residents.tables.card import ResidentCard
from facility_app.modules.residents.tables.person import Resident
from facility_app.modules.residents.ui.people_list import PEOPLE as PEOPLE_PAGE
from tests.helpers.facility import Facility, founded
from tests.helpers.vaults import TESTER
from tests.modules.residents.people import ALIAS, CARD, DUC, OLD_CARD, TODAY, actor_of, named, register, written

PEOPLE = 25_000
FAMILY_NAMES = """Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Giàng H’Hen Kʼsor Nông"""
GIVEN_NAMES = """
An Ánh Ân Bảo Bé Bình Cường Chí Dũng Dục Đại Đạt Đức Em Giang Hà Hải Hạnh Hòa Hoà Hùng Kiệt Lan Long Lực Mai Minh
Nam Nga Oanh Páo Phúc Quân Quý Sơn Sáng Tâm Thắng Thúy Thuý Tú Tuấn Ư Vy Ý Yến
"""
MIDDLES = ("Văn", "Thị", "Đức", "Hữu", "Ngọc", "Xuân", "Thị Ngọc", "A", "Quốc", "Đình", "")
FAMILIES, GIVENS = FAMILY_NAMES.split(), GIVEN_NAMES.split()
RARE = ("Nguyễn Thị Ngọc Ánh", "Lê Quốc Đạt", "Giàng A Páo")
"""Who is asked for by a name chance may not make."""


def found_names(uow: UnitOfWork, typed: str) -> list[str]:
    return [row.name for row in search_residents(uow, typed)]


WAYS_TO_TYPE = (
    *("duc", "nguyen duc", "ĐỨC", "Đức Nguyễn", "van a nguyen d", "  nguyễn   văn ", "5678", "001201005678"),
    *("001 201 005 678", "001.201.005.678", "0012", "26-0001", "0001"),
    *("nvad", "nva d", "dc", "cống", "12345678"),
    *(unicodedata.normalize("NFD", "Nguyễn Đức"), "Nguyê\u0303n", 'duc "nguyen"', "duc*", "nguyen-duc"),
)
NOBODYS = ("", "  ", "!?", "*", "678", "nguyen mai", "ducx", "26-0009", "' OR 1=1 --")


def test_a_person_is_found_however_typed(shared_facility: Facility) -> None:
    with shared_facility.database.write(actor_of(shared_facility)) as uow:
        register(uow, named("Nguyễn Văn A Đức"), aliases=(ALIAS,), papers=(CARD, OLD_CARD))
        register(uow, named("Hoàng Thị Mai"))
        for typed in WAYS_TO_TYPE:
            assert found_names(uow, typed) == ["Nguyễn Văn A Đức"], typed
            assert len(list_resident_ids(uow, Look(text=typed))) == 1, typed


def test_nobody_is_found_by_what_nobody_has(shared_facility: Facility) -> None:
    with shared_facility.database.write(actor_of(shared_facility)) as uow:
        register(uow, papers=(CARD,))
        assert [typed for typed in NOBODYS if found_names(uow, typed)] == []


def test_the_very_marks_typed_come_first_then_the_order_of_names(facility: Facility) -> None:
    for name in ("Lê Dục", "Lê Đức", "Lê Duc", "Đức Hà", "Lê Dúc"):
        written(facility, named(name))
    with facility.database.read(actor_of(facility)) as uow:
        assert found_names(uow, "đức") == ["Lê Đức", "Đức Hà", "Lê Duc", "Lê Dúc", "Lê Dục"]
        assert found_names(uow, "duc")[0] == "Lê Duc"
        assert found_names(uow, "LÊ ĐỨC")[0] == "Lê Đức"
        assert len(search_residents(uow, "duc", limit=2)) == 2


def test_an_empty_look_lists_everybody_by_name_and_a_bad_one_is_refused(facility: Facility) -> None:
    made = [written(facility, named(name)).resident_id for name in ("Lê Yến", "Lê Ánh", "Lê Đức")]
    with facility.database.read(actor_of(facility)) as uow:
        assert list_resident_ids(uow, Look()) == (made[1], made[2], made[0])
        assert list_resident_ids(uow, Look(text="  ")) == (made[1], made[2], made[0])
        assert list_resident_ids(uow, Look(sorts=(Sort("code", descending=True),))) == tuple(reversed(made))
        for key in ("name", "code", "sex", "birth", "status", "stay_type", "place", "expected_end_on"):
            assert sorted(list_resident_ids(uow, Look(sorts=(Sort(key),)))) == sorted(made)
        page = list_residents(uow, PageRequest(size=2))
        rest = list_residents(uow, PageRequest(size=2, after=page.next))
        assert [row.resident_id for row in (*page.rows, *rest.rows)] == [made[1], made[2], made[0]]
        assert [row.name for row in list_residents(uow, PageRequest(search="duc")).rows] == ["Lê Đức"]
        for filters in ({"status": "gone"}, {"colour": "red"}, {"birth_year": "x"}, {"ends_within": "9" * 30}):
            with pytest.raises(UserError) as refusal:
                list_resident_ids(uow, Look(filters=filters))
            assert refusal.value.code == "bad_filter"


def test_filters_leave_those_who_fit_and_the_page_begins_with_those_inside(facility: Facility) -> None:
    inside = written(facility, named("Lê Trong", sex=Sex.FEMALE, birth_year=1990)).resident_id
    outside = written(facility, named("Lê Ngoài")).resident_id
    with facility.database.write(actor_of(facility, Role.HEAD)) as uow:
        ends = TODAY + timedelta(days=30)
        set_card_stay(uow, SetCardStay(inside, ResidentStatus.PRESENT, "s", "compulsory", ends))
        set_card_place(uow, SetCardPlace(inside, "b1", "B2-07"))
        raise_alert(uow, AddEntry(inside, Alert(AlertKind.ESCAPE_RISK, AlertLevel.WARNING, TODAY)))
        fitting: tuple[dict[str, str], ...] = (
            {"status": "present"},
            {"sex": "female"},
            {"stay_type": "compulsory"},
            {"place_id": "b1"},
            {"birth_year": "1990"},
            {"alert": "any"},
            {"alert": "escape_risk"},
            {"ends_within": "30"},
            {"status": "present", "sex": "female"},
        )
        for filters in fitting:
            assert list_resident_ids(uow, Look(filters=filters)) == (inside,), filters
        for filters in ({"alert": "violence"}, {"ends_within": "29"}, {"status": "present", "sex": "male"}):
            assert list_resident_ids(uow, Look(filters=filters)) == ()
        assert list_resident_ids(uow, Look("le", {"status": "no_stay"})) == (outside,)
        (row,) = list_resident_rows(uow, [inside])
        # The page begins with the house: who has left comes last, and by name only when asked so.
        set_card_stay(uow, SetCardStay(outside, ResidentStatus.LEFT))
        assert list_resident_ids(uow, Look(sorts=PEOPLE_PAGE.default_sort)) == (inside, outside)
        assert list_resident_ids(uow, Look(sorts=(Sort("name"),))) == (outside, inside)
    assert (row.status, row.stay_type, row.place, row.expected_end_on) == (
        ResidentStatus.PRESENT, "compulsory", "B2-07", ends,
    )  # fmt: skip


def test_what_stays_and_housing_told_outlives_the_persons_own_changes(facility: Facility) -> None:
    made = written(facility)
    with facility.database.write(TESTER) as uow:
        set_card_stay(uow, SetCardStay(made.resident_id, ResidentStatus.AWAY, "s", "voluntary", date(2027, 1, 1)))
        set_card_place(uow, SetCardPlace(made.resident_id, "b1", "B2-07"))
        before = uow.session.execute(sa.select(ResidentCard.__table__)).one()
        with uow.act("residents.edit_resident"):
            uow.session.execute(sa.update(ResidentCard).values(words="lost", spoken="", numbers=""))
        assert search_residents(uow, "duc") == ()
        assert rebuild_cards(uow) == 1
        assert uow.session.execute(sa.select(ResidentCard.__table__)).one() == before
        assert found_names(uow, "duc") == [DUC.name]


@dataclass(frozen=True)
class Known:
    """One of the crowd, as a search by hand sees them."""

    resident_id: str
    code: str
    words: tuple[str, ...]
    numbers: tuple[str, ...]

    def has(self, token: str) -> bool:
        """Whether a word begins with ``token``, or a number ends with it from four digits on."""
        is_ending = token.isdigit() and len(token) >= 4 and any(number.endswith(token) for number in self.numbers)
        return is_ending or any(word.startswith(token) for word in self.words)


def by_hand(people: list[Known], typed: str) -> set[str]:
    """Whose code begins so, or who has every word typed: a look at everybody, one after the other."""
    if re.fullmatch("[0-9]{2}-[0-9]*", typed):
        return {one.resident_id for one in people if one.code.startswith(typed)}
    wanted = re.split("[' -]+", fold(typed))
    return {one.resident_id for one in people if all(map(one.has, wanted))}


@dataclass(frozen=True)
class Crowd:
    """A house full of people in one file, more than a page of any list shows."""

    facility: Facility
    people: list[Known]


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Crowd]:
    for facility in founded(tmp_path_factory.mktemp("crowd")):
        yield Crowd(facility, fill(facility))


def fill(facility: Facility) -> list[Known]:
    chance = random.Random(20_260_302)
    rows: dict[type, list[dict[str, object]]] = {Resident: [], ResidentCard: []}
    known = []
    with facility.database.write(TESTER) as uow:
        stamps = {"home": uow.home, "version": 1, "created_at": uow.now, "updated_at": uow.now}
        stamps |= {"created_by": TESTER.user_id, "updated_by": TESTER.user_id}
        for n in range(1, PEOPLE + 1):
            made, code, number = uow.new_id(), resident_code(2026, n), f"0{chance.randrange(10**11):011}"
            chosen = " ".join(map(chance.choice, (FAMILIES, MIDDLES, GIVENS)))
            name = tidy_name(RARE[n - 1] if n <= len(RARE) else chosen)
            person = Person(name, Sex.MALE, birth_year=chance.randrange(1960, 2008))
            card = person_card(code, person, papers=[Paper(PaperKind.CITIZEN_CARD, number)])
            facts = {"name": name, "sex": person.sex, "birth_year": person.birth_year}
            rows[Resident].append({"id": made, **stamps, "code": code, "code_year": 2026, "code_no": n, **facts})
            rows[ResidentCard].append({"id": made, "status": ResidentStatus.NO_STAY, **asdict(card)})
            words = tuple(re.split("[' -]", f"{fold(name)} {code} {number} {initials(name)}"))
            known.append(Known(made, code, words, (number, code.replace("-", ""))))
        with uow.act("residents.register_resident"):
            for record, values in rows.items():
                uow.session.execute(sa.insert(record), values)
        uow.commit()
    return known


def initials(name: str) -> str:
    return "".join(word[0] for word in fold(name).split())


QUERIES = [
    *(
        "duc",
        "nguyen duc",
        "ĐỨC",
        "đức nguyễn",
        "v",
        "n v a",
        "Hoà",
        "hòa",
        "thi ngoc an",
        "h’hen",
        "h'hen",
        "hen",
    ),
    *("k", "ksor", "o", "u", "y y", "dang d", "do d", "vo", "26-00", "26-0123", "0123", "2499", "duc 17", "1234"),
    *("nvd", "quoc", "quốc đạt", "nguyễn thị ngọc ánh", "ánh thị", "pao giang", "x", "zz", "duc 0503"),
]


def test_folded_search_finds_all_of_25_000_whom_a_search_by_hand_finds(crowd: Crowd) -> None:
    unmet = set()
    with crowd.facility.database.read(actor_of(crowd.facility)) as uow:
        for typed in QUERIES:
            meant = by_hand(crowd.people, typed)
            found = list_resident_ids(uow, Look(text=typed))
            shown = search_residents(uow, typed, limit=10)
            assert set(found) == meant, typed
            assert len(found) == len(meant), typed
            assert {row.resident_id for row in shown} <= meant, typed
            assert len(shown) == min(10, len(meant)), typed
            if not meant:
                unmet.add(typed)
    assert unmet == {"ksor", "zz"}, "every other way of typing meets somebody, or it would prove little"


def test_one_letter_shows_whom_the_index_would_show_in_the_same_order(
    crowd: Crowd, monkeypatch: pytest.MonkeyPatch
) -> None:
    letters = ("d", "đ", "Đ", "h", "ng", "vă", "o", "ă", "â", "y", "x", "z", "ư", "h’", "1", "26")
    with crowd.facility.database.read(actor_of(crowd.facility)) as uow:
        shown = {typed: search_residents(uow, typed) for typed in letters}
        monkeypatch.setattr(people, "FEW_LETTERS", 0)
        for typed in letters:
            assert shown[typed] == search_residents(uow, typed), typed
    assert len(shown["d"]) == people.SEARCH_LIMIT


def test_the_numbers_of_a_few_find_exactly_them(crowd: Crowd) -> None:
    with crowd.facility.database.read(actor_of(crowd.facility)) as uow:
        for one in crowd.people[:: PEOPLE // 50]:
            number, code = one.numbers
            assert one.resident_id in list_resident_ids(uow, Look(text=number[-4:]))
            assert list_resident_ids(uow, Look(text=f"{number[:3]} {number[3:6]} {number[6:]}")) == (
                one.resident_id,
            )
            assert one.resident_id in list_resident_ids(uow, Look(text=f"{code[:2]}-{code[2:]}"))


def test_the_whole_crowd_is_listed_in_the_order_of_names(crowd: Crowd) -> None:
    with crowd.facility.database.read(actor_of(crowd.facility)) as uow:
        found = list_resident_ids(uow, Look())
        rows = list_resident_rows(uow, found[:200])
    assert len(found) == PEOPLE
    keys = [sort_key(row.name) for row in rows]
    assert keys == sorted(keys)
    assert [row.resident_id for row in rows] == list(found[:200])
