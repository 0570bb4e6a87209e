"""An invented country (月国) with invented law, on which the tools are tested: no real law stands here."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Final, Self, cast

import attrs

from gxinjury.citations import Clause, Instrument, Status
from gxinjury.explanations import caution, rule
from gxinjury.facts import Yuan, amount, check_day, check_instance, records
from gxinjury.findings import Finding
from gxinjury.money import Rate, to_fen, total
from gxinjury.records import AboveZero, SomeText, check_facts
from gxinjury.statutes import Reading, Statute
from gxinjury.texts import Text
from gxinjury.timelines import Entry, Timeline
from tests.moonland.findings import Cautions, Findings, Refusals


def _clause(number: str, zh: str, en: str) -> Clause:
    return Clause("MOON", number, Text(zh=zh, en=en), (Status.RULE,), encoded=True)


MOON: Final = Instrument(
    "MOON",
    Text(zh="月尘法", en="Moon Dust Act"),
    "1",
    "2000-11-11",
    (
        _clause("1", "月尘按价征税。", "Dust is taxed on its worth."),
        _clause("1.1", "税额四舍五入。", "The tax is rounded half up."),
        _clause("2", "夜数自开挖起算。", "Nights run from the digging."),
        _clause("3", "环形山另收费。", "A crater costs a fee beside the tax."),
        _clause("4", "账单列明税费。", "The bill names tax and fee."),
    ),
)


class Nights(
    Reading,
    clause=MOON.clause("2"),
    question=Text(zh="开挖之夜算不算", en="whether the night of the digging counts"),
    why=Text(zh="条文说“起算”。", en="The text says that nights run from it."),
):
    """Whether the first night counts."""

    COUNTED = Text(zh="算", en="it counts")
    NOT_COUNTED = Text(zh="不算", en="it does not count")


class Crater(
    Reading,
    clause=MOON.clause("3"),
    question=Text(zh="何为环形山", en="what a crater is"),
    why=Text(zh="多数人这样说。", en="Most say so."),
):
    """What a crater is; three ways to read it."""

    HOLE = Text(zh="坑", en="a hole")
    RIM = Text(zh="边", en="a rim")
    BOTH = Text(zh="坑和边", en="hole and rim")


class Place(Enum):
    """Where dust is dug."""

    PLAIN = Text(zh="月海", en="plain")
    CRATER = Text(zh="环形山", en="crater")
    FAR_SIDE = Text(zh="月背", en="far side")


DUST_RATE: Final = Timeline(
    "dust_rate",
    Text(zh="月尘税率", en="dust rate"),
    MOON.clause("1"),
    (
        Entry(
            date(2001, 1, 1),
            Rate.per_mille(2),
            Text(zh="月尘法", en="Moon Dust Act"),
            announced_on=date(2000, 11, 11),
        ),
        Entry(
            date(2010, 1, 1),
            Rate.per_mille("3.5"),
            Text(zh="月令", en="moon order"),
            note=Text(zh="月令未盖章", en="the order bears no seal"),
        ),
        Entry(
            date(2020, 1, 1),
            Rate.per_mille(5),
            Text(zh="新月令", en="new moon order"),
            verified_through=date(2024, 12, 31),
            announced_on=date(2019, 6, 1),
        ),
    ),
)
CRATER_FEE: Final = Timeline(
    "crater_fee",
    Text(zh="环形山费", en="crater fee"),
    MOON.clause("3"),
    (Entry(date(2001, 1, 1), amount("12.50"), Text(zh="月尘法", en="Moon Dust Act")),),
    in_yuan=True,
)


@attrs.frozen(repr=False)
class MoonLaw(Statute):
    """The law of Moonland."""

    dust_rate: Timeline[Rate] = DUST_RATE
    crater_fee: Timeline[Yuan] = CRATER_FEE

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law as it stands."""
        return cast("Self", MOON_LAW)


MOON_LAW: Final = MoonLaw()
FAR_SIDE_RATE: Final = attrs.evolve(
    DUST_RATE, entries=(Entry(date(2015, 1, 1), Rate.per_mille(9), Text(zh="月背令", en="far-side order")),)
)


@attrs.frozen(repr=False)
class FarSideLaw(MoonLaw):
    """The law of a place of Moonland that has a dust rate of its own."""

    dust_rate: Timeline[Rate] = FAR_SIDE_RATE

    @classmethod
    def as_it_stands(cls) -> Self:
        """Return the law as it stands there."""
        return cast("Self", FAR_SIDE_LAW)


FAR_SIDE_LAW: Final = FarSideLaw()


@attrs.frozen
class Haul:
    """Dust that somebody dug."""

    load: AboveZero = attrs.field(converter=amount)
    dug_on: date
    place: Place = Place.PLAIN
    digger: SomeText | None = None

    __attrs_post_init__ = check_facts


@attrs.frozen
class Bill:
    """What Moonland asks for."""

    taxes: tuple[Yuan, ...]
    fee: Yuan | None
    nights: int
    findings: tuple[Finding, ...] = ()

    @property
    def total(self) -> Yuan:
        """The sum of the lines."""
        return total((*self.taxes, *(() if self.fee is None else (self.fee,))))


@rule(MOON.clause("1"), Text("月尘税率", "rate of the dust tax"))
def dust_rate_on(day: date, law: MoonLaw) -> Rate:
    """Rate of a day."""
    return law.dust_rate.on(day)


@rule(MOON.clause("1.1"), Text("月尘税", "dust tax"))
def dust_tax(load: Yuan, day: date, law: MoonLaw) -> Yuan:
    """Tax on a load, rounded half up to the fen."""
    return to_fen(dust_rate_on(day, law).of(load))


@rule(MOON.clause("2"), Text("夜数", "nights"))
def nights(start: date, day: date, law: MoonLaw) -> int:
    """Nights from the digging to a day."""
    gone = (day - start).days
    return gone + 1 if law.choice(Nights) is Nights.COUNTED else gone


@rule(MOON.clause("3"), Text("环形山费", "crater fee"))
def crater_fee(place: Place, day: date, law: MoonLaw) -> Yuan | None:
    """Fee of a crater; the far side is nobody's."""
    match place:
        case Place.PLAIN:
            return None
        case Place.CRATER:
            fee = law.crater_fee.on(day)
            caution(Cautions.fee_is_old, fee=fee)
            return fee
        case Place.FAR_SIDE:
            raise Refusals.far_side(place=place)


@rule(MOON.clause("4"), Text("月尘账单", "dust bill"))
def dust_bill(haul: Haul, *, paid_on: date, others: Iterable[Haul] = (), law: MoonLaw = MOON_LAW) -> Bill:
    """Bill of a haul and others: the taxes, then the fee."""
    check_instance("dust_bill", "haul", haul, Haul)
    check_day("dust_bill", "paid_on", paid_on)
    hauls = (haul, *records("dust_bill", "others", others, Haul))
    taxes = tuple(dust_tax(one.load, paid_on, law) for one in hauls)
    gone = nights(haul.dug_on, paid_on, law)
    fee = crater_fee(haul.place, paid_on, law)
    found = (Findings.dug_long_ago(MOON.clause("2"), dug_on=haul.dug_on, nights=gone),) if gone > 14 else ()
    return Bill(taxes, fee, gone, found)
