"""One fictional person after another: age, papers, home, family and past as they are met in such a facility."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from facility_app.app.demo.chance import Chance
from facility_app.app.demo.names import SURNAMES, full_name
from facility_app.kernel.money import Money
from facility_app.kernel.sex import Sex
from facility_app.modules.catalogues.domain import Place
from facility_app.modules.residents.domain.family import Address, AddressKind, Alias, AliasKind, Relation, Relative
from facility_app.modules.residents.domain.papers import NEW_CARDS_FROM, PROVINCE_PREFIXES, Paper, PaperKind
from facility_app.modules.residents.domain.past import Rehab, RehabKind, SubstanceUse
from facility_app.modules.residents.domain.person import Person
from facility_app.modules.residents.domain.safety import Alert, AlertKind, AlertLevel

FEMALE_SHARE = 0.06
AGES = (16, 29, 58)
ETHNICITIES = {"01": 850, "02": 30, "03": 35, "06": 20, "08": 25, "05": 15, "04": 5, "07": 10, "09": 10}
RELIGIONS = {"none": 86, "buddhist": 8, "catholic": 5, "protestant": 1}
EDUCATION = {
    "none": 3, "primary": 17, "lower_secondary": 42, "upper_secondary": 30, "college": 7, "postgraduate": 1,
}  # fmt: skip
OCCUPATIONS = {
    "Lao động tự do": 34, "Nông dân": 14, "Công nhân": 12, "Lái xe": 9, "Thợ xây": 9, "Buôn bán": 8, "Phụ hồ": 5,
    "Thợ sửa xe": 4, "Ngư dân": 2, "Nhân viên quán": 3,
}  # fmt: skip
EMPLOYMENT = {"employed": 20, "unstable": 48, "unemployed": 32}
MARITAL = {"single": 52, "married": 30, "divorced": 16, "widowed": 2}
SUBSTANCES = {"meth": 46, "heroin": 34, "ketamine": 6, "mdma": 6, "amphetamine": 4, "opium": 2, "cannabis": 2}
ROUTES = {
    "meth": "smoked", "heroin": "injected", "ketamine": "sniffed", "mdma": "oral", "amphetamine": "oral",
    "opium": "smoked", "cannabis": "smoked",
}  # fmt: skip
STREETS = ("Tổ 3", "Thôn Đông", "Xóm 5", "Ấp 2", "Khu phố 4", "Bản Nà Lốc", "Số 12 đường Trần Phú", "Tổ dân phố 7")
NICKNAMES = ("Tèo", "Cu Đen", "Ba Gà", "Út", "Tý", "Hải Sẹo", "Bin", "Tư", "Bảy", "Rô")
ALERTS = {
    AlertKind.ESCAPE_RISK: 30, AlertKind.VIOLENCE: 20, AlertKind.SELF_HARM: 12, AlertKind.VULNERABLE: 8,
    AlertKind.ALLERGY: 15, AlertKind.CHRONIC: 15,
}  # fmt: skip


@dataclass(frozen=True, slots=True, repr=False)
class Fiction:
    """A person who never lived, with what is known of them on the day of arrival."""

    person: Person
    aliases: tuple[Alias, ...]
    papers: tuple[Paper, ...]
    addresses: tuple[Address, ...]
    relatives: tuple[Relative, ...]
    substances: tuple[SubstanceUse, ...]
    rehabs: tuple[Rehab, ...]
    alerts: tuple[Alert, ...]


class People:
    """Makes people, the same ones in the same order for the same chance and communes."""

    def __init__(self, chance: Chance, communes: Sequence[Place]) -> None:
        """Take the communes people come from."""
        self._chance = chance
        self._communes = communes
        self._numbers: set[str] = set()

    def next(self, today: date) -> Fiction:
        """Somebody who arrives on ``today``."""
        chance = self._chance
        is_female = chance.happens(FEMALE_SHARE)
        age = chance.age(*AGES)
        birth_on = chance.day(date(today.year - age - 1, 1, 2), date(today.year - age, 1, 1))
        surname = chance.weighted(SURNAMES)
        name = str(full_name(chance, is_female=is_female, surname=surname))
        knows_day = chance.happens(0.97)
        person = Person(
            name=name,
            sex=Sex.FEMALE if is_female else Sex.MALE,
            birth_on=birth_on if knows_day else None,
            birth_year=birth_on.year,
            nationality="VN",
            ethnicity=chance.weighted(ETHNICITIES),
            religion=chance.weighted(RELIGIONS),
            education_level=chance.weighted(EDUCATION),
            occupation=chance.weighted(OCCUPATIONS),
            employment=chance.weighted(EMPLOYMENT),
            marital_status=chance.weighted(MARITAL) if age > 22 else "single",  # noqa: PLR2004 - fiction
            height_cm=chance.between(148, 166) if is_female else chance.between(155, 178),
            weight_kg=chance.between(40, 60) if is_female else chance.between(45, 75),
        )
        return Fiction(
            person,
            self._aliases(),
            self._papers(person, birth_on, today),
            self._addresses(birth_on),
            self._relatives(surname, birth_on),
            self._substances(birth_on, today),
            self._rehabs(birth_on, today),
            self._alerts(today),
        )

    def _aliases(self) -> tuple[Alias, ...]:
        if not self._chance.happens(0.15):
            return ()
        return (Alias(self._chance.one_of(NICKNAMES), AliasKind.NICKNAME),)

    def _papers(self, person: Person, birth_on: date, today: date) -> tuple[Paper, ...]:
        chance = self._chance
        if chance.happens(0.04):
            return (Paper(PaperKind.NONE, none_reason="Bị mất, chưa làm lại"),)
        adult_on = date(birth_on.year + 14, 1, 1)
        issued_on = chance.day(max(adult_on, date(2016, 1, 1)), max(today - timedelta(days=30), adult_on))
        kind = PaperKind.IDENTITY_CARD if issued_on >= NEW_CARDS_FROM else PaperKind.CITIZEN_CARD
        card = Paper(kind, self._number(person, birth_on), issued_on, "Cục CSQLHC về TTXH")
        if birth_on.year > 1995 or not chance.happens(0.2):  # noqa: PLR2004 - fiction
            return (card,)
        old = Paper(PaperKind.OLD_CARD, self._once(lambda: chance.digits(9)), date(2010, 5, 17), "Công an tỉnh")
        return card, old

    def _number(self, person: Person, birth_on: date) -> str:
        century = 2 * ((birth_on.year - 1900) // 100) + (person.sex is Sex.FEMALE)
        prefixes = sorted(PROVINCE_PREFIXES)

        def draw() -> str:
            head = self._chance.one_of(prefixes)
            return f"{head}{century}{birth_on.year % 100:02}{self._chance.digits(6)}"

        return self._once(draw)

    def _once(self, draw: Callable[[], str]) -> str:
        """A number nobody has yet."""
        number = draw()
        while number in self._numbers:
            number = draw()
        self._numbers.add(number)
        return number

    def _addresses(self, birth_on: date) -> tuple[Address, ...]:
        chance = self._chance
        commune = chance.one_of(self._communes)
        home = Address(
            AddressKind.PERMANENT,
            chance.one_of(STREETS),
            commune.code,
            commune.path,
            from_on=birth_on,
        )
        if not chance.happens(0.25):
            return (home,)
        other = chance.one_of(self._communes)
        return home, Address(AddressKind.CURRENT, chance.one_of(STREETS), other.code, other.path)

    def _relatives(self, surname: str, birth_on: date) -> tuple[Relative, ...]:
        chance = self._chance
        father = Relative(
            Relation.FATHER,
            str(full_name(chance, is_female=False, surname=surname)),
            birth_on.year - chance.between(20, 38),
            chance.weighted(OCCUPATIONS),
        )
        mother = Relative(
            Relation.MOTHER,
            str(full_name(chance, is_female=True)),
            birth_on.year - chance.between(18, 35),
            chance.weighted(OCCUPATIONS),
            phone="09" + chance.digits(8),
            is_contact=True,
            is_guardian=birth_on.year > 2008,  # noqa: PLR2004 - fiction
        )
        return father, mother

    def _substances(self, birth_on: date, today: date) -> tuple[SubstanceUse, ...]:
        chance = self._chance
        main = chance.weighted(SUBSTANCES)
        first = min(birth_on.year + chance.between(15, 30), today.year)
        return (
            SubstanceUse(
                main,
                ROUTES[main],
                first_year=first,
                last_on=today - timedelta(days=chance.between(1, 25)),
                days_in_30=chance.between(3, 30),
                cost_vnd=Money(chance.between(1, 10) * 100_000),
                is_main=True,
            ),
        )

    def _rehabs(self, birth_on: date, today: date) -> tuple[Rehab, ...]:
        chance = self._chance
        earliest = date(min(birth_on.year + 18, today.year - 1), 1, 1)
        if not chance.happens(0.45) or earliest >= today - timedelta(days=800):
            return ()
        from_on = chance.day(earliest, today - timedelta(days=800))
        return (Rehab(RehabKind.COMPULSORY, from_on=from_on, until_on=from_on + timedelta(days=540)),)

    def _alerts(self, today: date) -> tuple[Alert, ...]:
        chance = self._chance
        if not chance.happens(0.18):
            return ()
        level = AlertLevel.DANGER if chance.happens(0.4) else AlertLevel.WARNING
        return (Alert(chance.weighted(ALERTS), level, today),)
