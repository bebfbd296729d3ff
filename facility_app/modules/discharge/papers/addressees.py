"""Who gets the papers of a release, as the articles name them."""

from dataclasses import dataclass, field

from facility_app.documents.forms.fields import Payload
from facility_app.kernel.labels import label
from facility_app.modules.correspondence.api import Addressee, AddresseeKind
from facility_app.modules.discharge.domain.law import ReleaseLaw


@dataclass(frozen=True, slots=True)
class Parties:
    """Everybody who may be told of one release; an empty one is not known.

    Attributes:
        court: the court that decided, by its name of that day.
        police: Công an cấp xã nơi cư trú; ``committee`` the Ủy ban nhân dân there.
        family: cha, mẹ, người giám hộ, đại diện gia đình.
    """

    law: ReleaseLaw
    is_minor: bool
    person: str = field(repr=False)
    court: str = ""
    police: str = field(default="", repr=False)
    committee: str = field(default="", repr=False)
    family: str = field(default="", repr=False)

    @classmethod
    def of(cls, law: ReleaseLaw, payload: Payload, *, court: str, committee: str, is_minor: bool) -> "Parties":
        """As the payload of V-51 names them.

        Args:
            law: what the type of stay ends with.
            payload: of the notice.
            court: the court that decided, by its name of that day; empty for none.
            committee: Ủy ban nhân dân of the residence; empty when nobody wrote it down.
            is_minor: whether the person is under eighteen.
        """

        def named(name: str) -> str:
            value = payload.get(name)
            return value if isinstance(value, str) else ""

        police = named("residence_police_area")
        return cls(
            law,
            is_minor,
            named("full_name"),
            court,
            label("papers", "Công an {area}").format(area=police) if police else "",
            committee or (label("papers", "Ủy ban nhân dân {area}").format(area=police) if police else ""),
            named("representative_full_name"),
        )

    def of_notice(self) -> tuple[Addressee, ...]:
        """V-51: police of the residence; with a court decision the court too; the family or the parents."""
        tells_family = self.law.is_compulsory or self.is_minor
        wanted = (
            (AddresseeKind.COMMUNE_POLICE, self.police),
            (AddresseeKind.COURT, self.court if self.law.is_compulsory else ""),
            (AddresseeKind.FAMILY, self.family if tells_family else ""),
        )
        return tuple(Addressee(kind, name) for kind, name in wanted if name)

    def of_certificate(self) -> tuple[Addressee, ...]:
        """V-50 (Đ123.2a), V-30 (Đ97.2a), V-27 (Đ93.1): the person or the parents, police, committee, court."""
        receiver = (
            (AddresseeKind.FAMILY, self.family)
            if self.is_minor and self.family
            else (AddresseeKind.RESIDENT, self.person)
        )
        after_care = self.law.has_after_care
        wanted = (
            receiver,
            (AddresseeKind.COURT, self.court if self.law.is_compulsory else ""),
            (AddresseeKind.COMMITTEE, self.committee if after_care else ""),
            (AddresseeKind.COMMUNE_POLICE, self.police if after_care else ""),
        )
        return tuple(Addressee(kind, name) for kind, name in wanted if name)
